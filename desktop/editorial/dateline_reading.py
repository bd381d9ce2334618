"""Reading a dateline off the front of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTH_NAMES = (
    "january enero janvier jan ene janv",
    "february febrero février fevrier feb févr fév",
    "march marzo mars mar",
    "april abril avril apr abr avr",
    "may mayo mai",
    "june junio juin jun",
    "july julio juillet jul juil",
    "august agosto août aout aug ago",
    "september septiembre setiembre septembre sept sep set",
    "october octubre octobre oct",
    "november noviembre novembre nov",
    "december diciembre décembre decembre dec dic déc",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
)
_DATE = re.compile(
    rf"\(?\b(?:{_WEEKDAY},?\s+)?(?:(?:el|le)\s+)?(?:"
    rf"(?P<day>\d{{1,2}})(?:er|st|nd|rd|th|º)?\s+(?:de\s+)?(?P<month>{_MONTH})(?:,?\s+(?:del?\s+)?(?P<year>\d{{4}}))?"
    rf"|(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year2>\d{{4}}))?"
    r"|(?P<numeric>\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})|(?P<iso>\d{4}-\d{2}-\d{2}))(?!\w)\)?",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(r"\(\s*([A-Z][\w./&\- ]{1,30})\)\s*$")
_SEPARATOR = re.compile(
    r"(?:\s*\.\s?[-–—―]{1,2}|\s+[-–—―]{1,2}|(?<=[\w).])[–—―]{1,2}|(?<=\w)\s?--)(?:\s+|(?=[\"“«¿¡A-ZÀ-Þ]))"
)
_PARTICLES = frozenset(
    [
        "de",
        "del",
        "la",
        "las",
        "el",
        "los",
        "y",
        "e",
        "and",
        "of",
        "the",
        "du",
        "des",
        "le",
        "les",
        "en",
        "et",
        "sur",
        "da",
        "do",
        "saint",
        "d'",
    ]
)
#: Words with a small letter in the names of countries and cities.
_SMALL_IN_NAMES = frozenset(
    (
        "centrafricaine",
        "française",
        "néerlandaises",
        "britanniques",
        "américaines",
        "saoudite",
        "équatoriale",
        "arabes",
        "unis",
        "dominicaine",
        "oriental",
        "démocratique",
        "es",
        "es-Salam",
    )
)
_PLACE_WORD = re.compile(r"^(?:[A-ZÀ-ÞŠŽĆČ]|[dDlL]['’][A-ZÀ-Þ])[\w'’.-]*$")
_NOT_PLACES = frozenset(
    [
        "IOM",
        "OIM",
        "UN",
        "ONU",
        "UNHCR",
        "ACNUR",
        "UNICEF",
        "WHO",
        "OMS",
        "PAHO",
        "OPS",
        "ILO",
        "OIT",
        "EU",
        "UE",
        "NATO",
        "FAO",
        "UNESCO",
        "PHOTO",
        "FOTO",
        "VIDEO",
        "NOTE",
        "NOTA",
        "NEWS",
        "UPDATE",
        "BREAKING",
        "FACTSHEET",
    ]
)
_LONGEST = 140
#: Less than this after the dash is a heading with a dash in it, not a paragraph with a dateline.
_SHORTEST_REST = 40


@dataclass(frozen=True, slots=True)
class ReadDateline:
    """A dateline found: ``text[:end]`` is the dateline with its dash and the space after it.

    ``text`` is how the dateline is written in a block (a hyphen for a dash becomes an en dash); ``on`` is the
    date where a whole one is written unambiguously.
    """

    text: str
    place: str
    on: date | None
    organisation: str
    end: int


def read_dateline(text: str) -> ReadDateline | None:
    """The dateline at the front of a paragraph, or ``None`` where there is none."""
    head = text[:_LONGEST]
    for match in _SEPARATOR.finditer(head):
        rest = text[match.end() : match.end() + _SHORTEST_REST]
        if len(rest) < _SHORTEST_REST or rest[0].islower():
            continue
        found = _read_head(head[: match.start()].strip())
        if found:
            dash = match.group().strip().replace("--", "–").replace("-", "–")
            joint = "" if dash.startswith(".") else " "
            written = f"{head[: match.start()].strip()}{joint}{dash}"
            return ReadDateline(written, found[0], found[1], found[2], match.end())
    return None


def read_dateline_line(text: str) -> ReadDateline | None:
    """A dateline that stands on a line of its own: a place with a date, or a place with a dash at the end."""
    line = text.strip()
    if not line or len(line) > _LONGEST:
        return None
    bare = line.rstrip(" .-–—―")
    has_dash = any(sign in line[len(bare) :] for sign in "-–—―")
    found = _read_head(bare)
    if not found or not (has_dash or (found[0] and _DATE.search(bare))):
        return None
    return ReadDateline(line.replace(" -", " –"), found[0], found[1], found[2], len(text))


def is_date_line(text: str) -> bool:
    """Whether a line is nothing but a date (perhaps with a weekday or a label such as ``Date:``)."""
    line = re.sub(
        r"^\s*(?:date|fecha|published|publicado|posted|publié)(?:\s+(?:on|el|le))?\s*:?\s*",
        "",
        text[:80],
        flags=re.IGNORECASE,
    )
    match = _DATE.fullmatch(line.strip(" .|-–"))
    return match is not None and len(text) <= 80


def read_date(text: str) -> date | None:
    """The first whole date in a text; ``None`` where there is none or where day and month could be confused."""
    for match in _DATE.finditer(text[:2000]):
        found = _as_date(match)
        if found:
            return found
    return None


def _read_head(head: str) -> tuple[str, date | None, str] | None:
    """Place, date and organisation of what stands before the dash."""
    organisation = ""
    match = _ORGANISATION.search(head)
    if match and not _DATE.fullmatch(match.group().strip()):
        organisation = match.group(1).strip()
        head = head[: match.start()].rstrip(" ,")
    on = None
    dated = _DATE.search(head)
    if dated:
        if head[dated.end() :].strip(" .,"):
            return None
        on = _as_date(dated)
        head = head[: dated.start()].rstrip(" ,(|/")
    place = head.strip()
    return (place, on, organisation) if _is_place(place) else None


def _is_place(place: str) -> bool:
    if not place or len(place) > 70 or place.upper() in _NOT_PLACES or place.endswith((":", ";", "?", "!")):
        return False
    parts = [part.strip() for part in re.split(r"[,/]", place)]
    if len(parts) > 4 or not all(parts):
        return False
    for part in parts:
        words = part.replace("(", "").replace(")", "").split()
        if not words or len(words) > 6:
            return False
        if not all(
            _PLACE_WORD.match(word) or word.casefold() in _PARTICLES or word in _SMALL_IN_NAMES for word in words
        ):
            return False
        if not (_PLACE_WORD.match(words[-1]) or words[-1] in _SMALL_IN_NAMES):
            return False
    return place[0].isupper()


def _as_date(match: re.Match[str]) -> date | None:
    found = match.groupdict()
    if found["iso"]:
        year, month, day = (int(part) for part in found["iso"].split("-"))
    elif found["numeric"]:
        day, month, year = (int(part) for part in re.split(r"[/.-]", found["numeric"]))
        if day <= 12 and month <= 12 and day != month:
            return None
        day, month = (month, day) if month > 12 else (day, month)
        year += 2000 if year < 100 else 0
    else:
        written = found["year"] or found["year2"]
        if not written:
            return None
        month = MONTHS[(found["month"] or found["month2"]).casefold().rstrip(".")]
        year, day = int(written), int(found["day"] or found["day2"])
    try:
        return date(year, month, day)
    except ValueError:
        return None
