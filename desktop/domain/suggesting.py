"""Editing while suggesting: each deed answers the blocks after it, with all that it did pending.

Two things hold for every deed, whatever is pending already and whoever asked for it: the official text
(:func:`~desktop.domain.suggestions.with_all_rejected`) stays exactly as it was, and the accepted one becomes what a
plain editor would have made of it. What one added oneself and takes away again is really gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.continuing import RUNNING, SINGLE, next_kind, shared_attrs
from desktop.domain.document import Attrs, Block, BlockKind, Document, make_attrs
from desktop.domain.richtext import EMPTY, SUGGESTION_MARKS, MarkKind, RichText, Run, merge_runs
from desktop.domain.stamp import Stamp, author_of
from desktop.domain.suggestions import (
    INSERT,
    KIND,
    REMOVE,
    block_values,
    kind_value,
    old_kind,
    plain_attrs,
    settled_text,
    with_all_accepted,
)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a run of blocks: the block's number and a code point in its text."""

    number: int
    point: int


@dataclass(frozen=True, slots=True)
class Edited:
    """The blocks after a deed, and where the cursor stands then."""

    blocks: tuple[Block, ...]
    place: Place


class Pen:
    """The person who suggests, with a clock and a source of keys."""

    def __init__(self, author: str, now: Callable[[], datetime], new_id: Callable[[], str]) -> None:
        self.author = author
        self._now = now
        self.new_id = new_id

    def is_own(self, value: str | None) -> bool:
        """Whether a stamp's value is this person's."""
        return value is not None and author_of(value) == self.author

    def fresh(self) -> str:
        """The stamp value of a new suggestion."""
        return Stamp(self.new_id().replace("-", ""), self.author, self._now()).value

    def value_at(self, blocks: Sequence[Block], *places: Place) -> str:
        """The stamp to use there: that of one's own suggestion which a place touches, or else a fresh one."""
        for place in places:
            found = _own_value(blocks, place, self)
            if found is not None:
                return found
        return self.fresh()


def _own_value(blocks: Sequence[Block], place: Place, pen: Pen) -> str | None:
    block = blocks[place.number]
    beside = [m for m in block.text.marks if m.kind in SUGGESTION_MARKS and m.start <= place.point <= m.end]
    for mark in sorted(beside, key=lambda m: (m.end != place.point, m.start)):
        if pen.is_own(mark.value):
            return mark.value
    around = [block] if place.point == 0 else []
    if place.point == len(block.text) and place.number + 1 < len(blocks):
        around.append(blocks[place.number + 1])
    for each in around:
        for name, value in block_values(each):
            if name != KIND and pen.is_own(value):
                return value
    return None


# -- the accepted text, seen from the blocks --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Span:
    """The blocks ``first..last`` that are one block in the accepted text; ``keeper`` gives it its kind."""

    first: int
    keeper: int
    last: int


def span_of(blocks: Sequence[Block], number: int) -> Span:
    """The blocks that would be one with block ``number``."""
    keeper = number
    while keeper >= 0 and blocks[keeper].attr(REMOVE):
        keeper -= 1
    if keeper < 0:
        keeper = next((n for n, block in enumerate(blocks) if not block.attr(REMOVE)), 0)
    first = 0 if all(block.attr(REMOVE) for block in blocks[:keeper]) else keeper
    last = keeper
    while last + 1 < len(blocks) and blocks[last + 1].attr(REMOVE):
        last += 1
    return Span(first, keeper, last)


def _for_text(blocks: Sequence[Block], place: Place) -> Place:
    """The same place in the accepted text, but never in a block that goes from the text's very beginning."""
    keeper = span_of(blocks, place.number).keeper
    return Place(keeper, 0) if place.number < keeper else place


def live(text: RichText) -> str:
    """What of a text is in the accepted one."""
    if not text.marks_of(MarkKind.DELETION):
        return text.text
    return "".join(run.text for run in text.runs() if not run.has(MarkKind.DELETION))


def live_before(blocks: Sequence[Block], place: Place) -> str:
    """The accepted text between the beginning of its accepted block and a place."""
    span = span_of(blocks, place.number)
    parts = [live(block.text) for block in blocks[span.first : place.number]]
    return "".join((*parts, live(blocks[place.number].text.slice(0, place.point))))


def live_after(blocks: Sequence[Block], place: Place) -> str:
    """The accepted text between a place and the end of its accepted block."""
    span = span_of(blocks, place.number)
    parts = [live(block.text) for block in blocks[place.number + 1 : span.last + 1]]
    return "".join((live(blocks[place.number].text.slice(place.point)), *parts))


# -- putting in ---------------------------------------------------------------------------------------------------


def insert(blocks: Sequence[Block], place: Place, text: RichText, pen: Pen) -> Edited:
    """Put text in; of suggestions in it only the accepted text comes along."""
    place = _for_text(blocks, place)
    new = inserted(text, pen.value_at(blocks, place))
    made = list(blocks)
    made[place.number] = _with_text(blocks[place.number], place.point, place.point, new)
    return Edited(tuple(made), Place(place.number, place.point + len(new)))


def inserted(text: RichText, value: str) -> RichText:
    """A text as a suggestion to add it."""
    bare = settled_text(text, lambda _: True)
    return bare.with_mark(0, len(bare), MarkKind.INSERTION, value)


def _with_text(block: Block, start: int, end: int, new: RichText) -> Block:
    return replace(block, text=block.text.slice(0, start) + new + block.text.slice(end))


def enter(blocks: Sequence[Block], place: Place, pen: Pen) -> Edited:
    """Split the block, or begin the next one, or leave a list or quote that is empty."""
    made = list(blocks)
    place = _for_text(made, place)
    span = span_of(made, place.number)
    before, after = live_before(made, place), live_after(made, place)
    keeper = made[span.keeper]
    kind, attrs = keeper.kind, plain_attrs(keeper.attrs)
    if not before and not after and kind in RUNNING:
        return set_kind(blocks, place, [span.keeper], BlockKind.PARAGRAPH, (), pen)
    value = pen.value_at(made, place)
    if not before and after:
        made.insert(span.keeper, _new_block(Block(pen.new_id(), kind, EMPTY, shared_attrs(attrs)), value))
        return Edited(tuple(made), Place(place.number + 1, place.point))
    if not after or kind in SINGLE:
        kept = attrs if kind in RUNNING else ()
        kind, attrs = next_kind(with_all_accepted(Document("", "", tuple(made))), kind), kept
    else:
        attrs = shared_attrs(attrs)
    _cut(made, place, Block(pen.new_id(), kind, EMPTY, attrs), value)
    return Edited(tuple(made), Place(place.number + 1, 0))


def _cut(made: list[Block], place: Place, lower: Block, value: str) -> None:
    """Cut a block in two; ``lower`` says what the lower part is."""
    block = made[place.number]
    tail = replace(_flagged(lower, INSERT, value), text=block.text.slice(place.point))
    made[place.number : place.number + 1] = [replace(block, text=block.text.slice(0, place.point)), tail]


def _flagged(block: Block, name: str, value: str) -> Block:
    return block.with_attr(name, value)


def _new_block(block: Block, value: str) -> Block:
    return _flagged(replace(block, text=inserted(block.text, value)), INSERT, value)


def paste(blocks: Sequence[Block], place: Place, pasted: Sequence[Block], pen: Pen) -> Edited:
    """Put blocks in. One plain paragraph without an id goes into the line; more stand as blocks of their own."""
    coming = with_all_accepted(Document("", "", tuple(pasted))).blocks
    if not coming:
        return Edited(tuple(blocks), place)
    made = list(blocks)
    place = _for_text(made, place)
    span = span_of(made, place.number)
    before, after = live_before(made, place), live_after(made, place)
    is_empty = not before and not after
    if len(coming) == 1 and (not is_empty or coming[0].kind is BlockKind.PARAGRAPH) and not coming[0].id:
        return insert(blocks, place, coming[0].text, pen)
    value = pen.value_at(made, place)
    new = [_new_block(Block(pen.new_id(), b.kind, b.text, plain_attrs(b.attrs)), value) for b in coming]
    if is_empty:
        first = coming[0]
        made[place.number] = _with_text(made[place.number], place.point, place.point, inserted(first.text, value))
        made[span.keeper] = _of_kind(made[span.keeper], first.kind, plain_attrs(first.attrs), value, pen)
        made[span.last + 1 : span.last + 1] = new[1:]
        if len(new) == 1:
            return Edited(tuple(made), Place(place.number, place.point + len(first.text)))
        return Edited(tuple(made), Place(span.last + len(new) - 1, len(new[-1].text)))
    at = span.keeper if not before else span.last + 1
    if before and after:
        keeper = made[span.keeper]
        _cut(made, place, Block(pen.new_id(), keeper.kind, EMPTY, plain_attrs(keeper.attrs)), value)
        at = place.number + 1
    made[at:at] = new
    return Edited(tuple(made), Place(at + len(new) - 1, len(new[-1].text)))


def add_block(blocks: Sequence[Block], number: int, block: Block, pen: Pen) -> Edited:
    """Put a block in so that it becomes number ``number``, or the next that cuts no pending merge in two."""
    made = list(blocks)
    at = min(number, len(made))
    while at < len(made) and made[at].attr(REMOVE):
        at += 1
    made.insert(at, _new_block(replace(block, attrs=plain_attrs(block.attrs)), pen.fresh()))
    return Edited(tuple(made), Place(at, 0))


# -- taking out ---------------------------------------------------------------------------------------------------


def delete(blocks: Sequence[Block], start: Place, end: Place, pen: Pen, *, at_start: bool = False) -> Edited:
    """Strike all between two places. The cursor stands behind it, or (``at_start``, in one block) before it."""
    made = list(blocks)
    value = pen.value_at(made, start, end)
    place = end
    for number in range(start.number, end.number + 1):
        first = start.point if number == start.number else 0
        last = end.point if number == end.number else len(made[number].text)
        struck = _struck(made[number].text.slice(first, last), value, pen)
        made[number] = _with_text(made[number], first, last, struck)
        if number == end.number:
            place = Place(number, first + len(struck))
    number, merges = start.number + 1, end.number - start.number
    for _ in range(merges):
        count = len(made)
        place = _merge(made, number, value, pen, place)
        if len(made) == count:
            number += 1
    return Edited(tuple(made), start if at_start and not merges else place)


def _struck(text: RichText, value: str, pen: Pen) -> RichText:
    """A text as a suggestion to drop it; what one added oneself is gone at once."""
    kept: list[Run] = []
    for run in text.runs():
        if pen.is_own(run.value(MarkKind.INSERTION)) or not run.text:
            continue
        marks = run.marks if run.has(MarkKind.DELETION) else run.marks | {(MarkKind.DELETION, value)}
        kept.append(Run(run.text, marks))
    return merge_runs(kept)


def _merge(made: list[Block], number: int, value: str, pen: Pen, place: Place) -> Place:
    """Suggest that block ``number`` goes on where the one above ends; answers where the place is then.

    As in a plain editor, the kind of the upper block stays, or of the lower one where nothing is left of the upper.
    """
    lower = made[number]
    above = [n for n in range(number) if not made[n].attr(REMOVE)]
    if lower.attr(REMOVE) or not above:
        return place
    upper_number = above[-1]
    upper = made[upper_number]
    is_nothing_left = not any(live(block.text) for block in made[upper_number:number])
    if pen.is_own(lower.attr(INSERT) or None):
        point = len(made[number - 1].text)
        made[number - 1] = replace(made[number - 1], text=made[number - 1].text + lower.text)
        if is_nothing_left:
            made[upper_number] = _of_kind(made[upper_number], lower.kind, plain_attrs(lower.attrs), value, pen)
        del made[number]
        return _after_joining(place, number, point)
    if upper_number == number - 1 and pen.is_own(upper.attr(INSERT) or None) and _is_all_new(upper.text):
        joined = replace(lower, text=upper.text + lower.text)
        if not is_nothing_left:
            joined = _of_kind(joined, upper.kind, plain_attrs(upper.attrs), value, pen)
        made[number] = joined
        del made[upper_number]
        return _after_joining(place, number, len(upper.text))
    going = upper_number if is_nothing_left else number
    made[going] = _flagged(made[going], REMOVE, value)
    return place


def _after_joining(place: Place, number: int, point: int) -> Place:
    """Where a place is after block ``number`` was joined to the one above, whose text had ``point`` characters."""
    if place.number == number:
        return Place(number - 1, point + place.point)
    return Place(place.number - 1, place.point) if place.number > number else place


def _is_all_new(text: RichText) -> bool:
    return all(run.has(MarkKind.INSERTION) for run in text.runs() if run.text)


def backspace(blocks: Sequence[Block], place: Place, pen: Pen, count: int = 1) -> Edited:
    """Take out ``count`` characters of the accepted text before a place; at its block's beginning, that break."""
    made = list(blocks)
    if live_before(made, place):
        start, need = place, count
        while need:
            number, point = start.number, start.point
            if point:
                need -= not _is_struck(made[number].text, point - 1)
                start = Place(number, point - 1)
            elif number > span_of(made, place.number).first:
                start = Place(number - 1, len(made[number - 1].text))
            else:
                break
        return _delete_text(blocks, start, place, pen, at_start=True)
    keeper = span_of(made, place.number).keeper
    if made[keeper].kind is not BlockKind.PARAGRAPH:
        return set_kind(blocks, place, [keeper], BlockKind.PARAGRAPH, (), pen)
    value = pen.value_at(made, Place(keeper, 0), *([_end_of(made, keeper - 1)] if keeper else []))
    return Edited(*_merged(made, keeper, value, pen, place))


def delete_forward(blocks: Sequence[Block], place: Place, pen: Pen, count: int = 1) -> Edited:
    """Take out ``count`` characters of the accepted text behind a place; at its block's end, that break."""
    made = list(blocks)
    last = span_of(made, place.number).last
    if live_after(made, place):
        end, need = place, count
        while need:
            text = made[end.number].text
            if end.point < len(text):
                need -= not _is_struck(text, end.point)
                end = Place(end.number, end.point + 1)
            elif end.number < last:
                end = Place(end.number + 1, 0)
            else:
                break
        return _delete_text(blocks, place, end, pen, at_start=False)
    if last + 1 >= len(made):
        return Edited(tuple(made), place)
    value = pen.value_at(made, _end_of(made, last), Place(last + 1, 0))
    return Edited(*_merged(made, last + 1, value, pen, Place(last + 1, 0)))


def _merged(made: list[Block], number: int, value: str, pen: Pen, place: Place) -> tuple[tuple[Block, ...], Place]:
    after = _merge(made, number, value, pen, place)
    return tuple(made), after


def _end_of(blocks: Sequence[Block], number: int) -> Place:
    return Place(number, len(blocks[number].text))


def _is_struck(text: RichText, point: int) -> bool:
    return any(m.start <= point < m.end for m in text.marks_of(MarkKind.DELETION))


def _delete_text(blocks: Sequence[Block], start: Place, end: Place, pen: Pen, *, at_start: bool) -> Edited:
    """Strike text within one accepted block; the pending merges in it stay as they are."""
    done = delete(blocks, start, end, pen)
    return replace(done, place=start) if at_start else done


# -- blocks -------------------------------------------------------------------------------------------------------


def set_kind(
    blocks: Sequence[Block], place: Place, numbers: Iterable[int], kind: BlockKind, attrs: Attrs | None, pen: Pen
) -> Edited:
    """Suggest another kind for some blocks (and, where given, other attributes)."""
    made = list(blocks)
    value = pen.fresh()
    for keeper in dict.fromkeys(span_of(made, number).keeper for number in numbers):
        block = made[keeper]
        is_same = block.kind is kind
        if not is_same or attrs is not None:
            kept = plain_attrs(block.attrs) if is_same else ()
            made[keeper] = _of_kind(block, kind, kept if attrs is None else attrs, value, pen)
    return Edited(tuple(made), place)


def _of_kind(block: Block, kind: BlockKind, attrs: Attrs, value: str, pen: Pen) -> Block:
    """A block with another kind, pending; back at what it was, nothing is pending any more."""
    flags = {name: each for name, each in block.attrs if name in (INSERT, REMOVE)}
    if pen.is_own(flags.get(INSERT)):
        return Block(block.id, kind, block.text, make_attrs({**dict(attrs), **flags}))
    known = old_kind(block.attr(KIND)) if block.attr(KIND) else None
    was = (known[1], known[2]) if known else (block.kind, plain_attrs(block.attrs))
    if (kind, attrs) != was:
        flags[KIND] = kind_value(value, *was)
    return Block(block.id, kind, block.text, make_attrs({**dict(attrs), **flags}))


def rewrite(blocks: Sequence[Block], number: int, block: Block, pen: Pen) -> Edited:
    """Suggest another text, kind and attributes for a block."""
    whole = Place(number, 0), _end_of(blocks, number)
    done = delete(blocks, *whole, pen)
    done = insert(done.blocks, done.place, block.text, pen)
    made = list(done.blocks)
    made[number] = _of_kind(made[number], block.kind, plain_attrs(block.attrs), pen.value_at(made, done.place), pen)
    return replace(done, blocks=tuple(made))


def put(blocks: Sequence[Block], start: Place, end: Place, text: RichText, pen: Pen) -> Edited:
    """Suggest another text in the place of what stands between two places."""
    done = delete(blocks, start, end, pen) if start != end else Edited(tuple(blocks), start)
    return insert(done.blocks, done.place, text, pen) if text else done


def put_all(
    blocks: Sequence[Block],
    place: Place,
    wanted: Sequence[tuple[str, int, int, RichText | str]],
    pen: Pen,
    is_suggested: bool,
) -> Edited:
    """Replace several ``(block id, start, end, text)``, the later in a block first; suggested or at once.

    The cursor's ``place`` stays, or goes behind the only replacement.
    """
    made = tuple(blocks)
    for block_id, start, end, text in wanted:
        number = next((n for n, block in enumerate(made) if block.id == block_id), -1)
        if number < 0:
            continue
        block = made[number]
        new = _spanned(block.text, start, end, text) if isinstance(text, str) else text
        if not is_suggested:
            made = (*made[:number], _with_text(block, start, end, new), *made[number + 1 :])
            done = Place(number, start + len(new))
        elif start == end or live(block.text.slice(start, end)):
            after = put(made, Place(number, start), Place(number, end), new, pen)
            made, done = after.blocks, after.place
        else:
            continue
        place = done if len(wanted) == 1 else Place(place.number, min(place.point, len(made[place.number].text)))
    return Edited(made, place)


def _spanned(text: RichText, start: int, end: int, new: str) -> RichText:
    """A string with the marks that span its place, gaps and suggestions left out."""
    changed = text.replace(start, end, new).slice(start, start + len(new))
    return RichText.of(new, [m for m in changed.marks if m.kind not in (*SUGGESTION_MARKS, MarkKind.PLACEHOLDER)])


def drop(
    blocks: Sequence[Block], place: Place, dropped: Sequence[Block], taken: tuple[Place, Place] | None, pen: Pen
) -> Edited:
    """Put blocks in; where they were dragged from this text (``taken``), they are struck there."""
    if taken is None:
        return paste(blocks, place, dropped, pen)
    start, end = taken
    if start <= place <= end:
        return Edited(tuple(blocks), place)
    if place < start:  # what stands further down goes first, so that the other place stays where it is
        return paste(delete(blocks, start, end, pen).blocks, place, dropped, pen)
    return delete(paste(blocks, place, dropped, pen).blocks, start, end, pen)


def move(blocks: Sequence[Block], number: int, before: int, pen: Pen) -> Edited:
    """Suggest that a block stands before the one that is now number ``before``: gone here, come there, one wish.

    A block that one added oneself, with nothing official in it, is simply moved.
    """
    made = list(blocks)
    span = span_of(made, number)
    while 0 < before < len(made) and made[before].attr(REMOVE):
        before += 1
    if span.first <= before <= span.last + 1 or not 0 <= before <= len(made):
        return Edited(tuple(blocks), Place(number, 0))
    keeper = made[span.keeper]
    if span.first == span.last and pen.is_own(keeper.attr(INSERT) or None) and _is_all_new(keeper.text):
        del made[number]
        goal = before - 1 if before > number else before
        made.insert(goal, keeper)
        return Edited(tuple(made), Place(goal, 0))
    value = pen.fresh()
    text = EMPTY
    for each in range(span.first, span.last + 1):
        text += settled_text(made[each].text, lambda _: True)
        made[each] = replace(made[each], text=_struck(made[each].text, value, pen))
    made[span.keeper] = _flagged(made[span.keeper], REMOVE, value)
    copy = Block(pen.new_id(), keeper.kind, text, plain_attrs(keeper.attrs))
    made.insert(before, _new_block(copy, value))
    return Edited(tuple(made), Place(before, 0))
