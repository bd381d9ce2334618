"""Datelines of a release made from an earlier one: built anew from what was answered, not patched."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.document import Block, BlockKind, Document, make_attrs
from desktop.domain.richtext import MarkKind, RichText
from desktop.editorial.dateline import build_dateline
from desktop.editorial.dateline_reading import read_date, read_dateline_line
from desktop.editorial.gazetteer import Gazetteer
from desktop.editorial.reuse.answers import UNDECIDED, Answer, Decision
from desktop.editorial.reuse.found import FoundGap, GapKind


@dataclass(frozen=True, slots=True)
class DatelineParts:
    """What a dateline says, in no language; ``has_date``: whether the date is written in it."""

    place: str
    on: date | None
    has_date: bool
    organisation: str
    dash: str

    def written(self, language: str, gazetteer: Gazetteer) -> str:
        """The dateline in a language. Empty where it says nothing."""
        return build_dateline(
            self.place,
            self.on,
            language,
            gazetteer,
            with_date=self.has_date,
            organisation=self.organisation,
            dash=self.dash,
        )


def renewed_dateline(
    block: Block, gaps: Sequence[FoundGap], answers: Mapping[str, Answer], today: date
) -> DatelineParts | None:
    """What the dateline says now; ``None`` where it stays as it is, or a part of it is still open."""
    here = [gap for gap in gaps if gap.block_id == block.id]
    decided = {gap.group: answers.get(gap.group, UNDECIDED) for gap in here}
    is_open = any(each.decision is Decision.OPEN or not _has_words(each) for each in decided.values())
    is_changed = any(each.decision is Decision.FILL for each in decided.values())
    read = read_dateline_line(block.text.text)
    if is_open or not is_changed or read is None:
        return None
    place, on = block.attr("place") or read.place, read.on
    for gap in here:
        answer = decided[gap.group]
        if answer.decision is not Decision.FILL:
            continue
        if gap.kind is GapKind.PLACE:
            place = answer.value.strip()
        elif gap.kind is GapKind.DATE:
            on = _date(answer.value, today)
            if on is None:
                return None
    dash = re.search(r"[-–—―]+\s*$", block.text.text)
    return DatelineParts(place, on, read.on is not None, read.organisation, dash.group().strip() if dash else "–")


def with_datelines(document: Document, parts: Mapping[str, DatelineParts], gazetteer: Gazetteer) -> Document:
    """The document with datelines written anew, by block id; an open dateline forgets what it said."""
    blocks = []
    for block in document.blocks:
        new = parts.get(block.id)
        if new is not None:
            attrs = {**dict(block.attrs), "place": new.place, "date": new.on.isoformat() if new.on else ""}
            text = RichText.plain(new.written(document.language, gazetteer))
            blocks.append(Block(block.id, block.kind, text, make_attrs(attrs)))
        elif block.kind is BlockKind.DATELINE and block.text.marks_of(MarkKind.PLACEHOLDER):
            blocks.append(block.with_attr("place", "").with_attr("date", ""))
        else:
            blocks.append(block)
    return document.with_blocks(blocks)


def _has_words(answer: Answer) -> bool:
    return answer.decision is not Decision.FILL or bool(answer.value.strip())


def _date(value: str, today: date) -> date | None:
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        return read_date(value) or read_date(f"{value} {today.year}")
