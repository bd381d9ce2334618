"""vCard's content lines (RFC 6350 §3.3, RFC 2426, vCard 2.1 §2.1): cards, folding, parameters, escapes."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.exchange.contact_decoding import decode_contacts
from desktop.exchange.decoding import Decoded

_UNFOLD = re.compile(rb"(?<!=)\r?\n[ \t]")
_CHARSET = re.compile(rb"CHARSET=\"?([A-Za-z0-9_.-]+)", re.IGNORECASE)
_QUOTED_PRINTABLE = re.compile(r"[;:]\s*(?:ENCODING\s*=\s*)?QUOTED-PRINTABLE", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([nN,;:\\])")
_NAME = re.compile(r"(?:([A-Za-z0-9-]+)\.)?([A-Za-z][A-Za-z0-9-]*)")


@dataclass(frozen=True, slots=True)
class Property:
    """One property: name in capitals, its group in small letters, parameters (names in capitals), raw value.

    A parameter without a name (vCard 2.1) is a ``TYPE``. The value is decoded from quoted-printable, but its
    backslash escapes are still there: :func:`split_value` and :func:`unescape` read them.
    """

    name: str
    value: str
    group: str = ""
    parameters: dict[str, list[str]] = field(default_factory=dict)

    def types(self) -> frozenset[str]:
        """The TYPE parameter's values in small letters."""
        return frozenset(value.lower() for value in self.parameters.get("TYPE", ()))

    def preference(self) -> int:
        """1 (most wanted) to 100."""
        if "pref" in self.types():
            return 1
        written = self.parameters.get("PREF", ["100"])[0]
        return int(written) if written.isdecimal() and len(written) <= 3 else 100

    def has(self, name: str) -> bool:
        """Whether a parameter is set to 1."""
        return self.parameters.get(name, [""])[0] == "1"


@dataclass(frozen=True, slots=True)
class Card:
    """One card of a file: its properties, whether it was closed, how many of its lines were unreadable."""

    properties: tuple[Property, ...]
    is_closed: bool
    bad_lines: int

    def all(self, name: str) -> list[Property]:
        """The properties of this name, in order."""
        return [prop for prop in self.properties if prop.name == name]

    def text(self, name: str) -> str:
        """The first non-empty value of this name, unescaped."""
        return next((text for prop in self.all(name) if (text := unescape(prop.value).strip())), "")


def decode_cards(content: bytes, name: str, encoding: str = "") -> Decoded:
    """The text of a file of cards, folded lines joined before decoding: some programs fold inside a letter's bytes.

    Files are put together of cards from everywhere: where the whole is not UTF-8, each line is read as UTF-8 if it
    can be, else as its CHARSET says, else as Windows-1252.
    """
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    content = content if is_wide else _UNFOLD.sub(b"", content)
    found = decode_contacts(content, name, encoding)
    if encoding or is_wide or found.encoding not in ("utf-8", "cp1252"):
        return found
    if found.encoding == "utf-8" and not found.replaced:
        return found
    return Decoded("\n".join(map(_decoded_line, content.splitlines())), found.encoding)


def _decoded_line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        charset = _CHARSET.search(line.partition(b":")[0])
        try:
            return line.decode(charset.group(1).decode("ascii") if charset else "cp1252")
        except (UnicodeError, LookupError, ValueError):
            return line.decode("cp1252", "replace")


def cards(text: str) -> Iterator[Card]:
    """The cards of a text, each on its own: a card that is never closed costs itself only.

    A card inside a card (vCard 2.1 AGENT) is passed over.
    """
    lines: list[str] | None = None
    depth = 0
    for line in _unfolded(text):
        marker = line.strip().upper().replace(" ", "")
        if marker == "BEGIN:VCARD":
            is_agent = depth > 0 and bool(lines) and lines is not None and lines[-1].upper().startswith("AGENT")
            if depth and not is_agent:
                yield _card(lines or [], is_closed=False)
                depth = 0
            depth += 1
            lines = lines if depth > 1 else []
        elif marker == "END:VCARD" and depth:
            depth -= 1
            if not depth:
                yield _card(lines or [], is_closed=True)
                lines = None
        elif depth == 1 and lines is not None and line.strip():
            lines.append(line)
    if depth:
        yield _card(lines or [], is_closed=False)


def split_value(value: str, separator: str) -> list[str]:
    """A structured (``;``) or list (``,``) value cut at unescaped separators; the parts keep their escapes."""
    if "\\" not in value:
        return value.split(separator)
    parts = [""]
    place = 0
    while place < len(value):
        if value[place] == "\\" and place + 1 < len(value):
            parts[-1] += value[place : place + 2]
            place += 2
            continue
        if value[place] == separator:
            parts.append("")
        else:
            parts[-1] += value[place]
        place += 1
    return parts


def unescape(value: str) -> str:
    r"""A value without its backslash escapes (``\n`` ``\,`` ``\;`` ``\:`` ``\\``); a lone backslash stays."""
    return _ESCAPE.sub(lambda match: "\n" if match.group(1) in "nN" else match.group(1), value)


def _unfolded(text: str) -> Iterator[str]:
    held: list[str] = []
    is_soft = False
    for line in text.split("\n"):
        if held and is_soft:
            held[-1] = held[-1][:-1]
            held.append(line)
        elif held and line[:1] in (" ", "\t"):
            held.append(line[1:])
        else:
            if held:
                yield "".join(held)
            held = [line]
        is_soft = line.endswith("=") and bool(_QUOTED_PRINTABLE.search(held[0].partition(":")[0] + ":"))
    yield "".join(held)


def _card(lines: list[str], *, is_closed: bool) -> Card:
    properties: list[Property] = []
    bad = 0
    for line in lines:
        found = _property(line)
        if found is None:
            bad += 1
        else:
            properties.append(found)
    return Card(tuple(properties), is_closed, bad)


def _property(line: str) -> Property | None:
    head, value = _cut_head(line)
    names, *parameters = _split_quoted(head, ";")
    match = _NAME.fullmatch(names.strip())
    if value is None or match is None:
        return None
    found: dict[str, list[str]] = {}
    for parameter in parameters:
        name, equals, written = parameter.partition("=")
        name, written = (name.strip().upper(), written) if equals else _bare(name)
        found.setdefault(name, []).extend(part.strip().strip('"') for part in _split_quoted(written, ","))
    if "QUOTED-PRINTABLE" in (encoding.upper() for encoding in found.get("ENCODING", ())):
        value = _from_quoted_printable(value, found.get("CHARSET", [""])[0])
    return Property(match.group(2).upper(), value, (match.group(1) or "").lower(), found)


def _bare(word: str) -> tuple[str, str]:
    is_encoding = word.strip().upper() in ("QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT")
    return ("ENCODING" if is_encoding else "TYPE"), word.strip()


def _cut_head(line: str) -> tuple[str, str | None]:
    if '"' not in line:
        head, colon, value = line.partition(":")
        return head, value if colon else None
    is_quoted = False
    for place, character in enumerate(line):
        if character == '"':
            is_quoted = not is_quoted
        elif character == ":" and not is_quoted:
            return line[:place], line[place + 1 :]
    return line, None


def _split_quoted(text: str, separator: str) -> list[str]:
    if '"' not in text:
        return text.split(separator)
    parts = [""]
    is_quoted = False
    for character in text:
        is_quoted ^= character == '"'
        if character == separator and not is_quoted:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def _from_quoted_printable(value: str, charset: str) -> str:
    raw = quopri.decodestring(value.encode("utf-8", "surrogatepass"))
    for encoding in (charset, "utf-8"):
        try:
            return raw.decode(encoding) if encoding else raw.decode("utf-8")
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return raw.decode("cp1252", "replace")
