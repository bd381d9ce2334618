"""Contact sentences: recognising them, and the people, addresses and numbers in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desktop.editorial.names_in_text import HONORIFICS, find_names

ParsePhone = Callable[[str, str], str]

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,6}[A-Za-z]{2,24}\b")
_PHONE = re.compile(
    r"(?<![\w@./:-])(?:\+|00)?\s?\(?\d{1,4}\)?(?:[\s.()\u00a0\u202f/–-]{1,2}\d{1,4}){1,7}(?![\w@-])|(?<![\w@./:-])\+?\d{8,15}(?![\w@-])"
)
_EXTENSION = re.compile(
    r"\s*(?:,?\s*(?:ext(?:ension|ensión)?|x|poste|interno|anexo)\.?\s*:?\s*(\d{1,6}))", re.IGNORECASE
)
_OPENING = re.compile(
    r"\s*(?:for (?:any )?(?:more|further|additional|media|press|interview)?\s?(?:information|details|inquiries|enquiries|queries|"
    r"interviews?|requests)\b|(?:to (?:request|arrange) (?:an )?interviews?)\b|"
    r"para (?:mayor(?:es)?|más|obtener más|solicitar|ampliar|cualquier) (?:información|informes|detalles|la información|entrevistas?|consulta)\b|"
    r"para información\b|pour (?:de )?(?:plus|davantage) (?:amples )?(?:d['’])?(?:informations?|renseignements)\b|"
    r"pour toute (?:information|demande|question)\b|pour plus d|pour tout renseignement)",
    re.IGNORECASE,
)
_PLEASE = re.compile(
    r"(?:please|kindly) (?:contact|call|write|e-?mail)|sírvase|contact(?:ar|e|arse|en) (?:a|con|al)\b|"
    r"comun(?:í|i)(?:quese|carse|carte) con|póngase en contacto|(?:veuillez|merci de) contacter|prière de contacter|s['’]adresser à",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:media|press) (?:contacts?|enquiries|inquiries|queries|office|relations)|contacts?|contact (?:person|us)|"
    r"contact(?:o|os)(?: (?:de|para|con)(?: la)? (?:prensa|(?:los )?medios))?|contacts? (?:presse|médias?|pour les médias)|"
    r"(?:for )?more information|más información|para más información|informations?|oficina de prensa|service de presse|"
    r"for further information)\s*(?P<colon>:|$)",
    re.IGNORECASE,
)
_TRIGGER = re.compile(
    r"\b(?:contact(?:ar|e|en|er|o|s)?|comun[ií]\w+|call|write to|escrib\w+|adresser|appeler)\b[\s:]*(?:a|con|to|with|à)?\b",
    re.IGNORECASE,
)
_POINT_LABEL = re.compile(
    r"\b(?:e-?mail|correo(?: electrónico)?|courriel|mail|tel(?:éfono|ephone|\.)?|tél(?:éphone|\.)?|phone|mobile|móvil|cel(?:l|ular)?|"
    r"portable|fax|whatsapp|at|al|or|o|ou|and|y|et|office|oficina)\b\.?:?",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"\b(?:[A-Z]{2,8}(?:/[A-Z]{2,8})?|(?:[A-Z][\w’-]+ )*(?:Organi[sz]ation|Organización|Organisation|Ministry|Ministerio|Ministère|"
    r"Agency|Agencia|Foundation|Fundación|University|Universidad|Institute|Instituto|Embassy|Embajada|Red|Network)\b[^,;:]*)"
)
#: What stands before a place and not before a person.
_PREPOSITION = re.compile(r"\b(?:in|en|at|à|from|desde|for|para)\s(?:[A-Z]+\s)?$")
#: Longer paragraphs are prose, whatever address stands in them.
LONGEST = 1500
_LONGEST_ENTRY = 300


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person with the ways to reach him or her, as written."""

    name: str
    email: str
    phone_as_written: str
    organisation: str


def is_contact_label(text: str) -> bool:
    """A line such as ``Media contact:`` that says what follows (alone on its line)."""
    match = _LABEL.match(text[:90].strip())
    return match is not None and match.end() >= len(text.strip())


def is_contact_text(text: str) -> bool:
    """Whether a paragraph says whom to ask."""
    if len(text) > LONGEST:
        return False
    has_email = _EMAIL.search(text) is not None
    has_point = has_email or _phones(text) != ()
    if _OPENING.match(text):
        return has_point or len(text) <= _LONGEST_ENTRY
    if has_point and (_PLEASE.search(text) or ((match := _LABEL.match(text)) and match["colon"])):
        return True
    return has_email and len(text) <= _LONGEST_ENTRY and (bool(_phones(text)) or len(text) <= 80)


def is_contact_point(text: str) -> bool:
    """Whether a short line is (part of) a contact entry: it has an address, a number, or a label for one."""
    return len(text) <= _LONGEST_ENTRY and bool(
        _EMAIL.search(text) or _phones(text) or re.match(r"(?:tel|tél|e-?mail)\b", text, re.IGNORECASE)
    )


def find_people(text: str) -> tuple[FoundPerson, ...]:
    """The people in a contact sentence or entry, in order; reads no more than the first LONGEST characters."""
    text = text[:LONGEST]
    points = sorted(
        [(m.start(), m.end(), "email", m.group()) for m in _EMAIL.finditer(text)]
        + [(start, end, "phone", written) for start, end, written in _phones(text)]
    )
    if not points:
        return ()
    trigger = _TRIGGER.search(text[: points[0][0]])
    at = trigger.end() if trigger else 0
    people: list[FoundPerson] = []
    for start, end, kind, value in points:
        gap = text[at:start]
        at = end
        name, organisation = _who(gap)
        if not people or (name and name != people[-1].name) or _is_taken(people[-1], kind):
            people.append(FoundPerson(name, "", "", organisation))
        last = people[-1]
        people[-1] = FoundPerson(
            last.name,
            last.email or (value if kind == "email" else ""),
            last.phone_as_written or (value if kind == "phone" else ""),
            last.organisation or organisation,
        )
    return tuple(person for person in people if person.name or person.email)


def _is_taken(person: FoundPerson, kind: str) -> bool:
    """Whether a second address without a name is somebody else's (a second phone is the same person's)."""
    return kind == "email" and bool(person.email)


def _who(gap: str) -> tuple[str, str]:
    """Name and organisation in the text before an address."""
    names = [
        found
        for found in find_names(gap)
        if len(found.name.split()) >= 2 and not _PREPOSITION.search(gap[max(0, found.start - 12) : found.start])
    ]
    if not names:
        return "", ""
    after = _POINT_LABEL.sub(" ", gap[names[0].end :])
    organisation = ""
    for part in re.split(r"[,;()\n]", after):
        match = _ORGANISATION.search(part)
        words = part.casefold().split()
        if match and not all(word.strip(".") in HONORIFICS for word in words):
            organisation = match.group().strip()
            break
    return names[0].name, organisation


def _phones(text: str) -> tuple[tuple[int, int, str], ...]:
    found = []
    for match in _PHONE.finditer(text[:LONGEST]):
        written = match.group().strip()
        digits = re.sub(r"\D", "", written)
        is_year_range = re.fullmatch(r"(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d", written) is not None
        is_date = re.fullmatch(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}", written) is not None
        if not 7 <= len(digits) <= 17 or is_year_range or is_date:
            continue
        start = match.end() - len(match.group().lstrip())
        extension = _EXTENSION.match(text, match.end())
        end = extension.end() if extension else match.end()
        found.append((start, end, text[start:end].strip()))
    return tuple(found)


def calling_code(digits: str) -> str:
    """The calling code at the front of an international number; the ITU's codes are prefix-free."""
    if digits[:1] in ("1", "7"):
        return digits[:1]
    two = {"20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", *map(str, range(43, 50))}
    two |= {*map(str, range(51, 59)), *map(str, range(60, 67)), "81", "82", "84", "86", *map(str, range(90, 96)), "98"}
    return digits[:2] if digits[:2] in two else digits[:3]


def parse_phones(written: Sequence[str], region: str, parse_phone: ParsePhone) -> dict[str, str]:
    """Every number as E.164, or as the empty string where it cannot be told for sure.

    A number without ``+`` is read with the calling code that it carries itself if another number of the same
    text has that code; then in ``region``; then as a national number of the one country the others are in; then, if
    it is long enough and its first group is a calling code, as international.
    """
    result = {raw: parse_phone(_bare(raw), "") if _is_international(raw) else "" for raw in written}
    codes = {calling_code(number[1:]) for number in result.values() if number}
    for raw in written:
        if not _is_international(raw):
            result[raw] = _guess(_bare(raw), region, codes, parse_phone)
    return result


def _is_international(raw: str) -> bool:
    return raw.lstrip(" (").startswith(("+", "00"))


def _bare(raw: str) -> str:
    extension = _EXTENSION.search(raw)
    bare = (raw[: extension.start()] if extension else raw).replace("(0)", " ").strip()
    return "+" + bare.lstrip("(").removeprefix("00") if bare.lstrip("(").startswith("00") else bare


def _guess(bare: str, region: str, codes: Iterable[str], parse_phone: ParsePhone) -> str:
    groups = re.findall(r"\d+", bare)
    digits = "".join(groups)
    codes = tuple(codes)
    carries_code = bool(groups) and len(groups) > 1 and calling_code(digits) == groups[0]
    tries: list[tuple[str, str]] = []
    if carries_code and groups[0] in codes:
        tries.append((f"+{digits}", ""))
    if region:
        tries.append((bare, region))
    if len(codes) == 1:
        tries.append((f"+{codes[0]}{digits.lstrip('0')}", ""))
    if carries_code and len(digits) >= 11:
        tries.append((f"+{digits}", ""))
    return next((number for raw, where in tries if (number := parse_phone(raw, where))), "")
