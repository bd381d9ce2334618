"""The translated document, put together from the source's blocks and the segments' targets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from desktop.domain.document import Block, Document
from desktop.domain.localised import for_reader
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.segment import Segment
from desktop.i18n import in_document

#: Value of the protected mark on the words that stand for a missing sentence.
UNTRANSLATED = "untranslated"


@dataclass(frozen=True, slots=True)
class SegmentPosition:
    """Where a segment's text stands in the target: code points ``[start, end)`` of a block."""

    block_id: str
    start: int
    end: int


def missing_sentence(language: str) -> RichText:
    """What stands where a sentence has no translation yet: never the source's own words."""
    text = in_document(language, "[Sentence not yet translated]")
    return RichText.of(text, [Mark(0, len(text), MarkKind.PROTECTED, UNTRANSLATED)])


def assemble(
    source: Document,
    segments: Iterable[Segment],
    *,
    version_id: str,
    language: str,
    drawn: Mapping[str, RichText] = MappingProxyType({}),
) -> Document:
    """The target as it would read now: the source's blocks, ids, kinds and attributes, in the target's words.

    Targets are used as they are, also stale ones and drafts; sentences are parted as in the source. A block
    that holds text but no segment is shown as a missing sentence. ``drawn`` (block id → text) are blocks that nobody
    translates: their text in this language comes from elsewhere.
    """
    blocks: list[Block] = []
    for block, parts in _laid_out(source, segments, language, drawn):
        text, marks = "", list[Mark]()
        for _, start, part in parts:
            text += part.text
            marks.extend(mark.moved(start) for mark in part.marks)
        blocks.append(replace(for_reader(block, language, is_source=False), text=RichText.of(text, marks)))
    return Document(version_id, language, tuple(blocks))


def segment_positions(
    source: Document,
    segments: Iterable[Segment],
    language: str,
    drawn: Mapping[str, RichText] = MappingProxyType({}),
) -> dict[str, SegmentPosition]:
    """Segment id → where its text (or the words for a missing one) stands in the assembled target."""
    return {
        segment_id: SegmentPosition(block.id, start, start + len(part))
        for block, parts in _laid_out(source, segments, language, drawn)
        for segment_id, start, part in parts
        if segment_id
    }


_Part = tuple[str, int, RichText]


def _laid_out(
    source: Document, segments: Iterable[Segment], language: str, drawn: Mapping[str, RichText]
) -> Iterator[tuple[Block, list[_Part]]]:
    """Each block with ``(segment id or "", start, text)`` of its pieces; the spacing between is a piece too."""
    by_block: dict[str, list[Segment]] = defaultdict(list)
    for segment in segments:
        if not segment.is_gone:
            by_block[segment.block_id].append(segment)
    missing = missing_sentence(language)
    for block in source.blocks:
        if block.id in drawn:
            yield block, [("", 0, drawn[block.id])]
            continue
        here = sorted(by_block[block.id], key=lambda segment: segment.index)
        parts: list[_Part] = []
        at = 0
        for segment, space in zip(here, _spacing(block.text.text, here), strict=True):
            if space:
                parts.append(("", at, RichText.plain(space)))
                at += len(space)
            text = segment.target.strip() or missing
            parts.append((segment.id, at, text))
            at += len(text)
        if not here and block.text.text.strip():
            parts.append(("", 0, missing))
        yield block, parts


def _spacing(text: str, segments: Sequence[Segment]) -> list[str]:
    """What stands before each segment's sentence in the source block; nothing before the first."""
    spaces: list[str] = []
    end = 0
    for segment in segments:
        found = text.find(segment.source.text, end)
        between = text[end:found] if found >= 0 else " "
        spaces.append("" if not spaces else between if not between.strip() else " ")
        end = found + len(segment.source.text) if found >= 0 else end
    return spaces
