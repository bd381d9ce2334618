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
    laid = _laid_out(source, segments, language, drawn)
    return Document(version_id, language, tuple(each.made for each in laid))


def segment_positions(
    source: Document,
    segments: Iterable[Segment],
    language: str,
    drawn: Mapping[str, RichText] = MappingProxyType({}),
) -> dict[str, SegmentPosition]:
    """Segment id → where its text (or the words for a missing one) stands in the assembled target."""
    return dict(place for each in _laid_out(source, segments, language, drawn) for place in each.positions)


@dataclass(frozen=True, slots=True)
class _Laid:
    """A block put together, with all that it was made from."""

    block: Block
    segments: tuple[Segment, ...]
    drawn: RichText | None
    made: Block
    positions: tuple[tuple[str, SegmentPosition], ...]


#: Blocks as they were put together last, by where they stand. A text is put together after every save, and nearly all of
#: its blocks are as they were; one is only used where everything it was made from is equal. Any thread may read and write.
_laid_before: dict[tuple[str, str, str], _Laid] = {}
_KEPT = 8_192


def _laid_out(
    source: Document, segments: Iterable[Segment], language: str, drawn: Mapping[str, RichText]
) -> Iterator[_Laid]:
    by_block: dict[str, list[Segment]] = defaultdict(list)
    for segment in segments:
        if segment.index >= 0:
            by_block[segment.block_id].append(segment)
    for block in source.blocks:
        here = tuple(sorted(by_block.get(block.id, ()), key=_by_index))
        key = (language, block.id, here[0].version_id if here else "")
        known = _laid_before.get(key)
        text = drawn.get(block.id)
        if known is None or (known.segments, known.block, known.drawn) != (here, block, text):
            known = _lay_out(block, here, text, language)
            if len(_laid_before) >= _KEPT:
                _laid_before.clear()
            _laid_before[key] = known
        yield known


def _by_index(segment: Segment) -> int:
    return segment.index


def _lay_out(block: Block, here: tuple[Segment, ...], drawn: RichText | None, language: str) -> _Laid:
    """The block in the target's words, sentences parted as in the source."""
    text, marks = "", list[Mark]()
    positions: list[tuple[str, SegmentPosition]] = []

    def put(part: RichText) -> None:
        nonlocal text
        marks.extend(mark.moved(len(text)) for mark in part.marks)
        text += part.text

    if drawn is not None:
        put(drawn)
    elif not here and block.text.text.strip():
        put(missing_sentence(language))
    else:
        for segment, space in zip(here, _spacing(block.text.text, here), strict=True):
            text += space
            start = len(text)
            put(segment.target.strip() or missing_sentence(language))
            positions.append((segment.id, SegmentPosition(block.id, start, len(text))))
    made = replace(for_reader(block, language, is_source=False), text=RichText.of(text, marks))
    return _Laid(block, here, drawn, made, tuple(positions))


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
