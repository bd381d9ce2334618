"""What a person decided for each found thing, and the text with it: new values, open gaps, words kept."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop.domain.document import Document
from desktop.domain.richtext import MarkKind, RichText
from desktop.editorial.clean import clean
from desktop.editorial.dateline import write_place
from desktop.editorial.gazetteer import Gazetteer
from desktop.editorial.reuse.dates import written_like
from desktop.editorial.reuse.editions import in_case_of, read_ordinal, write_ordinal
from desktop.editorial.reuse.found import FoundGap, GapKind
from desktop.editorial.reuse.people import short_form
from desktop.editorial.reuse.words.table import words_of


class Decision(StrEnum):
    """What happens to a found thing: its old words stay, it becomes an open gap, or it gets a new value."""

    KEEP = "keep"
    OPEN = "open"
    FILL = "fill"


@dataclass(frozen=True, slots=True)
class Answer:
    """A decision for a group. ``value``: the words as typed; a date or a number may come plain (ISO, figures)."""

    decision: Decision
    value: str = ""


#: What is done where nobody said anything.
UNDECIDED = Answer(Decision.OPEN)


def open_mark(gap: FoundGap) -> RichText:
    """An open gap as it stands in the text: the old words in brackets, under the gap's name.

    So the old value is read where the new one belongs, goes along wherever the text goes, and is never mistaken
    for this year's: an open gap keeps a text from leaving.
    """
    shown = f"[{gap.old}]"
    return RichText.plain(shown).with_mark(0, len(shown), MarkKind.PLACEHOLDER, gap.group)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a group's mention stands in the answered text, and what was decided for it."""

    block_id: str
    start: int
    end: int
    group: str
    decision: Decision


def answered(
    document: Document, gaps: Sequence[FoundGap], answers: Mapping[str, Answer], gazetteer: Gazetteer
) -> Document:
    """The text with every answer in it; what is not under a found gap is not touched."""
    return answered_with_places(document, gaps, answers, gazetteer)[0]


def answered_with_places(
    document: Document, gaps: Sequence[FoundGap], answers: Mapping[str, Answer], gazetteer: Gazetteer
) -> tuple[Document, tuple[Place, ...]]:
    """The same, and where each mention stands now, in the order of the text."""
    by_block: dict[str, list[FoundGap]] = defaultdict(list)
    for gap in gaps:
        by_block[gap.block_id].append(gap)
    whole = {gap.group: gap for gap in main_mentions(gaps)}
    blocks, places = [], []
    for block in document.blocks:
        text, shift = block.text, 0
        for gap in sorted(by_block[block.id], key=lambda each: each.start):
            answer = answers.get(gap.group, UNDECIDED)
            before = len(text)
            start, end = gap.start + shift, gap.end + shift
            text = _put(text, (start, end), gap, whole[gap.group], answer, document.language, gazetteer)
            shift += len(text) - before
            places.append(Place(block.id, start, gap.end + shift, gap.group, answer.decision))
        blocks.append(replace(block, text=text) if text != block.text else block)
    return document.with_blocks(blocks), tuple(places)


def main_mentions(gaps: Iterable[FoundGap]) -> tuple[FoundGap, ...]:
    """One gap a group, in the order of the text: the fullest mention, which a person is asked about."""
    found: dict[str, FoundGap] = {}
    for gap in gaps:
        known = found.get(gap.group)
        if known is None or len(gap.old) > len(known.old):
            found[gap.group] = gap
    return tuple(found.values())


def _put(
    text: RichText,
    span: tuple[int, int],
    gap: FoundGap,
    whole: FoundGap,
    answer: Answer,
    language: str,
    gazetteer: Gazetteer,
) -> RichText:
    start, end = span
    value = " ".join(clean(answer.value).split())
    if answer.decision is Decision.KEEP or (answer.decision is Decision.FILL and value == whole.old):
        return text
    if answer.decision is Decision.FILL and value:
        return text.replace(start, end, _written(value, gap, whole, language, gazetteer))
    spanning = text.slice(start, end)
    opened = open_mark(gap)
    for mark in spanning.marks:
        if mark.start == 0 and mark.end == len(spanning):
            opened = opened.with_mark(0, len(opened), mark.kind, mark.value)
    return text.replace(start, end, opened)


def _written(value: str, gap: FoundGap, whole: FoundGap, language: str, gazetteer: Gazetteer) -> str:
    """The value as this mention has it: a surname for a surname, the month first where it was first."""
    written = value
    match gap.kind:
        case GapKind.PERSON:
            written = short_form(value, whole.old, gap.old)
        case GapKind.DATE:
            on = _iso(value)
            written = written_like(on, gap.old, language) if on else value
        case GapKind.EDITION:
            written = _edition(value, gap.old, language)
        case GapKind.PLACE:
            written = _place(value, gap, language, gazetteer)
        case GapKind.NUMBER:
            written = _number(value, gap, whole, language)
    return in_case_of(gap.old, written) if gap.kind is not GapKind.NUMBER or gap.old[:1].isupper() else written


def _iso(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) else None
    except ValueError:
        return None


def _edition(value: str, old: str, language: str) -> str:
    """Any ordinal (or a plain figure) in the writing of the mention: XX for XIX, 20th for 19th."""
    like = read_ordinal(old, language)
    said = read_ordinal(value, language)
    number = int(value) if value.isdigit() and len(value) < 4 else said.number if said else 0
    if like is None or not number:
        return value
    return write_ordinal(number, like, language) or value


def _place(value: str, gap: FoundGap, language: str, gazetteer: Gazetteer) -> str:
    has_country = "," in gap.old and "+" not in gap.value
    if has_country and "," not in value:
        return write_place(value, language, gazetteer)
    if not has_country and "+" not in gap.value:
        return value.split(",", maxsplit=1)[0].strip()
    return value


def _number(value: str, gap: FoundGap, whole: FoundGap, language: str) -> str:
    """A plain figure with the sign or the words that stood around the old one, in words where it was in words."""
    words = words_of(language)
    if not re.fullmatch(r"[\d.,\u00a0\u202f]*\d", value):
        return value
    if gap.old.casefold() in words.number_words and value.isdigit():
        said = next((word for word, number in words.number_words.items() if number == int(value)), "")
        return in_case_of(gap.old, said) if said else value
    figures = re.search(r"\d[\d.,\u00a0\u202f]*(?<=\d)", gap.old)
    if figures and whole.old != value:
        return gap.old[: figures.start()] + value + gap.old[figures.end() :]
    return value
