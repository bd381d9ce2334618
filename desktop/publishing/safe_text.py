"""Text and links that no format chokes on, and which way a text runs."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit, urlunsplit

from desktop.publishing.page import LTR, RTL

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
LONGEST_LINK = 2000  # Word refuses a hyperlink of more than 2,083 characters

_BREAKS = re.compile("\r\n|[\r\v\u0085\u2028\u2029]")
_SPACES = re.compile("[\t\f]")
#: What XML 1.0 or HTML forbids: C0 without line feed, DEL and C1, non-characters.
_FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}-{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_RTL_CLASS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RTL = re.compile(f"[{_RTL_CLASS}]")
_RTL_STRETCH = re.compile(f"[{_RTL_CLASS}]+(?:[^\\w\n]*\\d*[^\\w\n]*[{_RTL_CLASS}]+)*")
_RTL_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def clean(text: str) -> str:
    """The text without characters that XML or HTML forbids; line breaks become line feeds, tabs spaces."""
    if text.isascii() and text.isprintable():
        return text
    text = _SPACES.sub(" ", _BREAKS.sub("\n", text))
    return _SURROGATES.sub("\ufffd", _FORBIDDEN.sub("", text))


def one_line(text: str) -> str:
    """Clean text with every stretch of white space as one space."""
    return " ".join(clean(text).split())


def safe_url(url: str) -> str:
    """The URL in ASCII if a reader may follow it (http, https, mailto, tel); otherwise the empty string.

    ``www.example.org`` gets ``https://``. Hosts are written in IDNA, everything else percent-encoded.
    """
    url = "".join(clean(url).split())
    if url.lower().startswith("www."):
        url = f"https://{url}"
    if not _SCHEME.match(url):
        return ""
    try:
        parts = urlsplit(url)
        scheme = parts.scheme.lower()
        netloc = _ascii_host(parts.netloc)
    except ValueError:
        return ""
    if scheme not in SAFE_SCHEMES or (scheme in ("http", "https")) != bool(netloc):
        return ""
    rest = (quote(piece, safe="/:@!$&'()*+,;=~%?-._[]") for piece in (parts.path, parts.query, parts.fragment))
    result = urlunsplit((scheme, netloc, *rest))
    has_target = netloc or result.partition(":")[2]
    return result if has_target and len(result) <= LONGEST_LINK else ""


def _ascii_host(netloc: str) -> str:
    """The host part in ASCII; raises ``ValueError`` where it cannot be one."""
    if not netloc.isascii():
        login, at, host = netloc.rpartition("@")
        netloc = f"{quote(login, safe=':%')}{at}{host.encode('idna').decode('ascii')}"
    if re.search(r"[^A-Za-z0-9\-._~:@%\[\]!$&'()*+,;=]", netloc):
        raise ValueError(netloc)
    return netloc


def language_tag(language: str) -> str:
    """The language if it is shaped like a BCP 47 tag; otherwise the empty string."""
    return language if _LANGUAGE_TAG.fullmatch(language) else ""


def language_direction(language: str) -> str:
    """Which way a language is written: ``ltr`` or ``rtl``."""
    return RTL if language.split("-", 1)[0].lower() in _RTL_LANGUAGES else LTR


def text_direction(text: str, default: str) -> str:
    """Which way a paragraph runs, by its first letter with a direction (Unicode bidi rule P2)."""
    if default == LTR and not _RTL.search(text):
        return LTR
    for character in text:
        match unicodedata.bidirectional(character):
            case "L":
                return LTR
            case "R" | "AL":
                return RTL
            case _:
                continue
    return default


def directed(text: str) -> list[tuple[str, str]]:
    """``(text, direction)`` pieces in order: right-to-left words are cut out, with what stands between them."""
    if not _RTL.search(text):
        return [(text, LTR)]
    pieces: list[tuple[str, str]] = []
    at = 0
    for found in _RTL_STRETCH.finditer(text):
        pieces += [(text[at : found.start()], LTR), (found.group(), RTL)]
        at = found.end()
    pieces.append((text[at:], LTR))
    return [piece for piece in pieces if piece[0]]
