"""The translator's own segmentation: cuts that the rules would not make, and joints that they would cut."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from desktop.domain.cut_exception import CutException
from desktop.domain.document import Document
from desktop.domain.richtext import ATOMIC_MARKS, RichText
from desktop.translation.segmentation import Segmenter, SourceSentence

#: How many characters on each side tell a place.
_CONTEXT = 32
Span = tuple[int, int]


def around(text: str, end: int, start: int) -> tuple[str, str]:
    """The words before ``end`` and behind ``start``: how an exception remembers the place between them."""
    return text[max(0, end - _CONTEXT) : end], text[start : start + _CONTEXT]


def place_of(exception: CutException, text: str) -> Span | None:
    """Where an exception is in a block's text now: the white space ``[end, start)`` between two pieces.

    Told by the words on both sides, the nearest to where it was of several; where those were edited, by the nearest
    words alone, if they stand together exactly once. ``None`` where the place is not there (any more): the exception sleeps.
    """
    found = _gaps(text, exception.before, exception.after)
    if not found:
        found = _gaps(text, _last_word(exception.before), _first_word(exception.after))
        return found[0] if len(found) == 1 else None
    return min(found, key=lambda gap: abs(gap[0] - exception.place))


def _last_word(text: str) -> str:
    words = text.split()
    return words[-1] if words else ""


def _first_word(text: str) -> str:
    words = text.split()
    return words[0] if words else ""


def _gaps(text: str, before: str, after: str) -> list[Span]:
    """Every run of white space with these words right before and behind it."""
    if not before or not after:
        return []
    found: list[Span] = []
    at = text.find(before)
    while at >= 0:
        end = at + len(before)
        start = end
        while start < len(text) and text[start].isspace():
            start += 1
        if start > end and text.startswith(after, start):
            found.append((end, start))
        at = text.find(before, at + 1)
    return found


def apply_exceptions(text: RichText, pieces: Sequence[RichText], exceptions: Iterable[CutException]) -> list[RichText]:
    """A block's sentences (``pieces`` of ``text``, in order) with the translator's cuts and joints.

    A gap or a protected stretch is never cut in two. What an exception no longer fits is as the rules have it.
    """
    spans = _spans(text.text, pieces)
    for exception in exceptions:
        gap = place_of(exception, text.text)
        if gap is None:
            continue
        if exception.is_join:
            spans = _joined(spans, gap)
        elif not any(m.kind in ATOMIC_MARKS and m.start < gap[1] and m.end > gap[0] for m in text.marks):
            spans = _parted(spans, gap)
    return [text.slice(start, end) for start, end in spans]


def _spans(text: str, pieces: Sequence[RichText]) -> list[Span]:
    spans: list[Span] = []
    at = 0
    for piece in pieces:
        start = text.index(piece.text, at)
        at = start + len(piece.text)
        spans.append((start, at))
    return spans


def _joined(spans: list[Span], gap: Span) -> list[Span]:
    for place in range(len(spans) - 1):
        if (spans[place][1], spans[place + 1][0]) == gap:
            return [*spans[:place], (spans[place][0], spans[place + 1][1]), *spans[place + 2 :]]
    return spans


def _parted(spans: list[Span], gap: Span) -> list[Span]:
    for place, (start, end) in enumerate(spans):
        if start < gap[0] and gap[1] < end:
            return [*spans[:place], (start, gap[0]), (gap[1], end), *spans[place + 1 :]]
    return spans


def cut_sentences(
    document: Document, segmenter: Segmenter, exceptions: Iterable[CutException] = ()
) -> tuple[SourceSentence, ...]:
    """All sentences of a document in order, by the rules and the exceptions."""
    by_block: dict[str, list[CutException]] = defaultdict(list)
    for exception in exceptions:
        by_block[exception.block_id].append(exception)
    found: list[SourceSentence] = []
    for block in document.blocks:
        pieces: Sequence[RichText] = segmenter.pieces(block, document.language)
        if block.id in by_block:
            pieces = apply_exceptions(block.text, pieces, by_block[block.id])
        found.extend(SourceSentence(block.id, index, piece) for index, piece in enumerate(pieces))
    return tuple(found)


def nearest_gap(text: RichText, at: int) -> Span | None:
    """The white space nearest to a place where a sentence may be parted; ``None`` where there is none."""
    gaps: list[Span] = []
    start = 0
    plain = text.text
    while start < len(plain):
        if not plain[start].isspace():
            start += 1
            continue
        end = start
        while end < len(plain) and plain[end].isspace():
            end += 1
        is_inside = any(m.kind in ATOMIC_MARKS and m.start < end and m.end > start for m in text.marks)
        if plain[:start].strip() and plain[end:].strip() and not is_inside:
            gaps.append((start, end))
        start = end
    return min(gaps, key=lambda gap: min(abs(gap[0] - at), abs(gap[1] - at)), default=None)
