"""People with their titles, and every shorter mention of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.domain.document import Block, BlockKind
from desktop.editorial.names_in_text import HONORIFICS, FoundName, find_names
from desktop.editorial.reuse.found import Candidate, GapKind, Reading

_AFTER = re.compile(r",\s((?:[^\W\d_][\w’'-]*\s?){1,12})")
_CAPITALS_BEFORE = re.compile(r"((?:[A-ZÁÉÍÓÚÑ][\w’'-]*\s)*[A-ZÁÉÍÓÚÑ][\w’'-]*),\s$")
_SENTENCE_END = re.compile(r"(?:^|[.!?:“«\"]\s?)$")
#: Words that stand in titles and are none by themselves.
_WEAK = frozenset(
    [
        "under",
        "her",
        "his",
        "su",
        "sus",
        "sa",
        "son",
        "and",
        "general",
        "national",
        "nacional",
        "nationale",
        "regional",
        "country",
        "país",
        "office",
        "oficina",
        "unit",
        "unidad",
        "team",
        "equipo",
        "press",
        "prensa",
        "media",
        "communication",
        "communications",
        "comunicación",
        "comunicaciones",
        "information",
        "información",
        "project",
        "proyecto",
        "program",
        "programme",
        "programa",
        "special",
        "especial",
        "senior",
        "alto",
        "alta",
        "foreign",
        "affairs",
        "relaciones",
        "exteriores",
        "public",
        "relations",
        "interior",
    ]
)
_STRONG = HONORIFICS - _WEAK
_RUN = re.compile(
    r"[^\W\d_a-z][\w’'-]*(?:\s(?:(?:of|the|for|and|on|de|del|la|las|los|el|y|du|des|et|van|von)\s){0,2}[^\W\d_a-z][\w’'-]*)+"
)
#: Words that join an office and do not begin one.
_SMALL = frozenset(["of", "for", "the", "and", "de", "del", "la", "las", "los", "el", "y", "e", "para", "en"])


def find_people(block: Block, reading: Reading) -> Iterator[Candidate]:
    """Names that something vouches for, the titles beside them, and all their mentions."""
    text = block.text.text
    everyone, titles = reading.once("cast", _cast)
    for name, value in sorted(everyone.items(), key=lambda each: -len(each[0])):
        if name not in text:
            continue
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-]|['’]\w(?<!s))", text):
            if " " in name or not _is_within_a_name(text, match):
                yield Candidate(*match.span(), GapKind.PERSON, value, value)
    for title in sorted(titles, key=len, reverse=True):
        if title not in text:
            continue
        for match in re.finditer(rf"(?<![\w-]){re.escape(title)}(?![\w-])", text):
            yield Candidate(*match.span(), GapKind.TITLE, title.casefold(), title.casefold())


def capital_runs(text: str) -> Iterator[str]:
    """Capital words in a row with the small ones between them, whole and without their first one (``Later Ana Mora``)."""
    for match in _RUN.finditer(text):
        run = match.group()
        yield run
        first, _space, rest = run.partition(" ")
        if " " in rest and rest[0].isupper() and first:
            yield rest


def _cast(reading: Reading) -> tuple[dict[str, str], frozenset[str]]:
    """Every mention → whose it is (the folded whole name), and the titles; of the whole text."""
    full: dict[str, None] = {}
    titles: dict[str, None] = {}
    speakers = {block.attr("speaker") for block in reading.blocks if block.kind is BlockKind.QUOTE}
    places = {name for place in reading.gazetteer.places for name in place.names}
    for block in reading.blocks:
        text = block.text.text
        for name in (*reading.known.people, *sorted(speakers)):
            if name and " " in name and name in text:
                full[name] = None
        for found in find_names(text):
            if found.name in places or _is_an_event(found.name, reading):
                continue
            offices = tuple(_offices(text, found))
            is_given = found.name.split()[0] in reading.words.given_names
            if " " in found.name and (offices or is_given or found.name in full):
                full[found.name] = None
                titles.update(dict.fromkeys(offices))
            elif any(word.casefold() in _STRONG for office in offices for word in office.split()):
                titles.update(dict.fromkeys(offices))
    everyone: dict[str, str] = {}
    for name in full:
        everyone.setdefault(name, name.casefold())
        for short in _shorter(name):
            everyone.setdefault(short, name.casefold())
    return everyone, frozenset(title for title in titles if len(title) > 3)


def _offices(text: str, found: FoundName) -> Iterator[str]:
    """The titles right before a name, before that one, and after it between commas."""
    own = found.title.split()
    if own and own[-1].casefold().rstrip(".") in HONORIFICS:
        yield _from_first_office(found.title)
    start = found.start - len(found.title) - 1 if found.title else found.start
    earlier = _CAPITALS_BEFORE.search(text[: max(0, start)][-120:])
    if earlier:
        office = _from_first_office(earlier[1])
        if office:
            yield office
    later = _AFTER.match(text[found.end : found.end + 120])
    if later:
        words = later[1].split()
        if words and words[0].casefold() in HONORIFICS and words[0].casefold() not in _SMALL:
            yield _trimmed(words, text[found.end : found.end + 120])


def _from_first_office(written: str) -> str:
    """``IOM’s Director General`` → ``Director General``; empty where no word is an office."""
    words = written.split()
    at = next((place for place, word in enumerate(words) if word.casefold() in HONORIFICS - _SMALL), None)
    return "" if at is None else " ".join(words[at:])


def _is_an_event(name: str, reading: Reading) -> bool:
    events = reading.words.events.split()
    return any(word.casefold() in events for word in name.split())


def _trimmed(words: list[str], after: str) -> str:
    """The office after a name up to the first word that begins a clause; as it stands in the text."""
    kept: list[str] = []
    for word in words:
        if word[0].islower() and word.casefold() not in _SMALL | HONORIFICS and len(kept) > 1:
            break
        kept.append(word)
    while kept and kept[-1].casefold() in _SMALL:
        kept.pop()
    office = " ".join(kept)
    return office if office in after else kept[0]


def _shorter(name: str) -> Iterator[str]:
    """``William Lacy Swing`` → ``William Swing``, ``Lacy Swing``, ``Swing``; two-word names → the last one."""
    words = name.split()
    if len(words) > 2:
        yield f"{words[0]} {words[-1]}"
        yield f"{words[0]} {words[1]}"
        yield " ".join(words[1:])
        if words[1][0].isupper() and len(words[1]) > 3:
            yield words[1]
    if len(words) > 1 and len(words[-1]) > 2:
        yield words[-1]


def _is_within_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether a lone surname stands beside other capitals that are no title: then it is somebody else's."""
    after = re.match(r"\s[A-ZÁÉÍÓÚÑ][a-záéíóúñ]", text[match.end() : match.end() + 3])
    before = re.search(r"([A-ZÁÉÍÓÚÑ][\w’.-]*)\s$", text[max(0, match.start() - 40) : match.start()])
    if after:
        return True
    if not before or before[1].casefold().rstrip(".") in HONORIFICS:
        return False
    return _SENTENCE_END.search(text[: match.start() - len(before[0])]) is None


def short_form(new: str, full: str, mention: str) -> str:
    """A new name as short as an old mention was: the surname for a surname, first and last for first and last."""
    old, said, words = full.split(), mention.split(), new.split()
    if len(words) < 2 or full == mention:
        return new
    if len(said) == 1:
        return words[-2] if len(old) > 2 and said[0] == old[-2] and len(words) > 2 else words[-1]
    if said == [old[0], old[-1]]:
        return f"{words[0]} {words[-1]}"
    if said == old[:2]:
        return " ".join(words[:2])
    return " ".join(words[1:])
