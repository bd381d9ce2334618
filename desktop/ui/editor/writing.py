"""What keys and buttons do to the blocks under a cursor; every deed is one undo step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtGui import QTextCursor

from desktop.domain.document import Attrs, Block, BlockKind
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.ui.text import formats
from desktop.ui.text.blocks import BlockLedger
from desktop.ui.text.projection import point_in_block, select_points, write_blocks, write_rich_text
from desktop.ui.text.utf16 import to_points

#: Kinds that Enter in an empty block leaves, and that go on after Enter.
_RUNNING = frozenset({BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.NOTES, BlockKind.BOILERPLATE})
#: Kinds that there is one of: the part cut off by Enter becomes what comes next.
_SINGLE = frozenset({BlockKind.HEADLINE, BlockKind.DATELINE, BlockKind.END_MARK})
ChangeText = Callable[[RichText, int, int], RichText]
_CHIPS = (MarkKind.PLACEHOLDER, MarkKind.PROTECTED, MarkKind.LINK)


@contextmanager
def one_step(cursor: QTextCursor) -> Iterator[QTextCursor]:
    """Everything inside is undone at once."""
    cursor.beginEditBlock()
    try:
        yield cursor
    finally:
        cursor.endEditBlock()


def next_kind(ledger: BlockLedger, kind: BlockKind) -> BlockKind:
    """What Enter at the end of a block begins."""
    if kind in _RUNNING:
        return kind
    present = {block.kind for block in ledger.document()} if kind in _SINGLE else frozenset()
    if kind is BlockKind.HEADLINE and BlockKind.DATELINE not in present:
        return BlockKind.DATELINE
    if kind in _SINGLE and kind is not BlockKind.END_MARK and BlockKind.LEAD not in present:
        return BlockKind.LEAD
    return BlockKind.PARAGRAPH


def press_enter(cursor: QTextCursor, ledger: BlockLedger) -> None:
    """Split the block, or begin the next one, or leave a list or quote that is empty."""
    with one_step(cursor):
        cursor.removeSelectedText()
        made = cursor.blockFormat()
        kind = formats.kind_of(made)
        if cursor.block().length() == 1 and kind in _RUNNING:
            _reformat(cursor, BlockKind.PARAGRAPH, ())
        elif cursor.atBlockStart() and not cursor.atBlockEnd():
            cursor.insertBlock(made)  # the ledger leaves the id on the text
        elif cursor.atBlockEnd() or kind in _SINGLE:
            attrs = formats.attrs_of(made) if kind in _RUNNING else ()
            begun = formats.block_format(ledger.fresh_id(), next_kind(ledger, kind), attrs)
            cursor.insertBlock(begun, formats.char_format())
        else:
            cursor.insertBlock(made)


def press_backspace(cursor: QTextCursor) -> bool:
    """At the start of anything but a paragraph: make it one. Whether that was done."""
    if cursor.hasSelection() or not cursor.atBlockStart():
        return False
    if formats.kind_of(cursor.blockFormat()) is BlockKind.PARAGRAPH:
        return False
    _reformat(cursor, BlockKind.PARAGRAPH, ())
    return True


def set_kind(cursor: QTextCursor, kind: BlockKind, attrs: Attrs | None = None) -> None:
    """Make every block of the selection a kind; texts and ids stay."""
    numbers = selected_numbers(cursor)
    with one_step(QTextCursor(cursor)) as hand:
        for number in numbers:
            block = hand.document().findBlockByNumber(number)
            hand.setPosition(block.position())
            made = block.blockFormat()
            is_same = formats.kind_of(made) is kind
            if not is_same or attrs is not None:
                kept = formats.attrs_of(made) if is_same else ()
                _reformat(hand, kind, kept if attrs is None else attrs)


def selected_numbers(cursor: QTextCursor) -> range:
    """Numbers of the blocks that the selection touches."""
    target = cursor.document()
    first = target.findBlock(cursor.selectionStart()).blockNumber()
    end = target.findBlock(cursor.selectionEnd())
    last = end.blockNumber()
    if last > first and cursor.hasSelection() and end.position() == cursor.selectionEnd():
        last -= 1
    return range(first, last + 1)


def _reformat(cursor: QTextCursor, kind: BlockKind, attrs: Attrs) -> None:
    cursor.setBlockFormat(formats.block_format(formats.id_of(cursor.blockFormat()), kind, attrs))


# -- marks ------------------------------------------------------------------------------------------------------


def has_mark_all_over(cursor: QTextCursor, kind: MarkKind, ledger: BlockLedger) -> bool:
    """Whether all of the selection (or, without one, the typing place) carries a mark."""
    if not cursor.hasSelection():
        return formats.has_mark(cursor.charFormat(), kind) is not None
    parts = [(b.text, start, end) for b, start, end in _selected_parts(cursor, ledger) if start < end]
    return bool(parts) and all(
        any(m.start <= start and m.end >= end for m in text.marks_of(kind)) for text, start, end in parts
    )


def toggle_mark(cursor: QTextCursor, kind: MarkKind, ledger: BlockLedger) -> None:
    """Strong or emphasis on or off over the selection."""
    is_on = has_mark_all_over(cursor, kind, ledger)
    change_marks(
        cursor, ledger, lambda text, s, e: text.without_mark(kind, s, e) if is_on else text.with_mark(s, e, kind)
    )


def set_link(cursor: QTextCursor, ledger: BlockLedger, url: str) -> None:
    """Link the selection; an empty address takes the link away."""

    def change(text: RichText, start: int, end: int) -> RichText:
        bare = text.without_mark(MarkKind.LINK, start, end)
        return bare.with_mark(start, end, MarkKind.LINK, url) if url else bare

    change_marks(cursor, ledger, change)


def change_marks(cursor: QTextCursor, ledger: BlockLedger, change: ChangeText) -> None:
    """Rewrite the char formats of the selected part after ``change(text, start, end)`` of each block."""
    parts = list(_selected_parts(cursor, ledger))
    with one_step(QTextCursor(cursor)) as hand:
        for block, start, end in parts:
            changed = change(block.text, start, end).slice(start, end)
            qt_block = ledger.find(block.id)
            at = start
            for run in changed.runs():
                piece = select_points(qt_block, at, at + len(run.text))
                hand.setPosition(piece.anchor())
                hand.setPosition(piece.position(), QTextCursor.MoveMode.KeepAnchor)
                hand.setCharFormat(formats.char_format(run.marks))
                at += len(run.text)


def _selected_parts(cursor: QTextCursor, ledger: BlockLedger) -> Iterator[tuple[Block, int, int]]:
    target = cursor.document()
    for number in selected_numbers(cursor):
        qt_block = target.findBlockByNumber(number)
        text = qt_block.text()
        start = to_points(text, max(0, cursor.selectionStart() - qt_block.position()))
        end = to_points(text, max(0, cursor.selectionEnd() - qt_block.position()))
        yield ledger.block_of(number), start, end


# -- gaps and chips ----------------------------------------------------------------------------------------------


def gap_at(cursor: QTextCursor, ledger: BlockLedger, *, touching: bool = False) -> Mark | None:
    """The open gap that the cursor stands in (or, ``touching``, at the edge of)."""
    if formats.has_mark(cursor.charFormat(), MarkKind.PLACEHOLDER) is None and not touching:
        return None
    block = ledger.block_of(cursor.blockNumber())
    point = point_in_block(cursor)
    for mark in block.text.marks_of(MarkKind.PLACEHOLDER):
        if mark.start < point < mark.end or (touching and mark.start <= point <= mark.end):
            return mark
    return None


def select_gap(cursor: QTextCursor, mark: Mark) -> QTextCursor:
    """A cursor that selects a gap of the cursor's block."""
    return select_points(cursor.block(), mark.start, mark.end)


def next_gap(cursor: QTextCursor, ledger: BlockLedger, *, backwards: bool = False) -> QTextCursor | None:
    """A cursor that selects the next open gap, going round at the end; ``None`` where all are filled."""
    here = (cursor.blockNumber(), point_in_block(cursor))
    places = [
        (number, mark)
        for number, block in enumerate(ledger.document())
        for mark in block.text.marks_of(MarkKind.PLACEHOLDER)
    ]
    if not places:
        return None
    if backwards:
        start = (
            cursor.blockNumber(),
            to_points(cursor.block().text(), cursor.selectionStart() - cursor.block().position()),
        )
        earlier = [each for each in places if (each[0], each[1].start) < start]
        number, mark = (earlier or places)[-1]
    else:
        later = [each for each in places if (each[0], each[1].start) >= here]
        number, mark = (later or places)[0]
    return select_points(cursor.document().findBlockByNumber(number), mark.start, mark.end)


def plain_edge(cursor: QTextCursor) -> None:
    """Before typing at the end of a link or chip: what is typed does not become part of it."""
    made = cursor.charFormat()
    if all(formats.has_mark(made, kind) is None for kind in _CHIPS):
        return
    ahead = QTextCursor(cursor)
    ahead.setPosition(cursor.selectionEnd())
    if not ahead.atBlockEnd():
        ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
    following = frozenset() if cursor.selectionEnd() == ahead.position() else formats.marks_of(ahead.charFormat())
    marks = formats.marks_of(made)
    kept = frozenset((k, v) for k, v in marks if k not in _CHIPS or ((k, v) in following and k is MarkKind.LINK))
    if kept != marks:
        cursor.setCharFormat(formats.char_format(kept))


# -- blocks ------------------------------------------------------------------------------------------------------


def move_block(cursor: QTextCursor, ledger: BlockLedger, number: int, before: int) -> int:
    """Move a block so that it stands before the block that is now number ``before``; answers its new number."""
    count = cursor.document().blockCount()
    if before in (number, number + 1) or not 0 <= before <= count:
        return number
    block = ledger.block_of(number)
    goal = before - 1 if before > number else before
    with one_step(QTextCursor(cursor)) as hand:
        _take_out(hand, number)
        _put_in(hand, goal, block)
    return goal


def remove_block(cursor: QTextCursor, number: int) -> None:
    """Take a block out; the only block is emptied."""
    with one_step(QTextCursor(cursor)) as hand:
        _take_out(hand, number)


def insert_block(cursor: QTextCursor, number: int, block: Block) -> None:
    """Put a block in so that it becomes number ``number``."""
    with one_step(QTextCursor(cursor)) as hand:
        _put_in(hand, number, block)


def replace_block(cursor: QTextCursor, number: int, block: Block) -> None:
    """Give a block another text, kind and attributes; only what differs is touched."""
    target = cursor.document()
    with one_step(QTextCursor(cursor)) as hand:
        hand.setPosition(target.findBlockByNumber(number).position())
        hand.setBlockFormat(formats.format_of(block))
        hand.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        hand.removeSelectedText()
        write_rich_text(hand, block.text)


def _take_out(hand: QTextCursor, number: int) -> None:
    target = hand.document()
    block = target.findBlockByNumber(number)
    following, preceding = block.next(), block.previous()
    keep = QTextCursor.MoveMode.KeepAnchor
    if following.isValid():
        made = following.blockFormat()
        hand.setPosition(block.position())
        hand.setPosition(following.position(), keep)
    elif preceding.isValid():
        made = preceding.blockFormat()
        hand.setPosition(preceding.position() + preceding.length() - 1)
        hand.setPosition(block.position() + block.length() - 1, keep)
    else:
        made = block.blockFormat()
        hand.select(QTextCursor.SelectionType.Document)
    hand.removeSelectedText()
    hand.setBlockFormat(made)


def _put_in(hand: QTextCursor, number: int, block: Block) -> None:
    target = hand.document()
    if number == 0:
        hand.setPosition(0)
        hand.insertBlock(hand.blockFormat())
        hand.setPosition(0)
        hand.setBlockFormat(formats.format_of(block))
        hand.setBlockCharFormat(formats.char_format())
    else:
        preceding = target.findBlockByNumber(min(number, target.blockCount()) - 1)
        hand.setPosition(preceding.position() + preceding.length() - 1)
        hand.insertBlock(formats.format_of(block), formats.char_format())
    write_rich_text(hand, block.text)


def keeps_headline(cursor: QTextCursor) -> bool:
    """Whether there is a headline that a paste over this selection would not replace."""
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().begin()
    while block.isValid():
        is_replaced = first <= block.position() and last >= block.position() + block.length() - 1
        if formats.kind_of(block.blockFormat()) is BlockKind.HEADLINE and not is_replaced:
            return True
        block = block.next()
    return False


def paste_blocks(cursor: QTextCursor, ledger: BlockLedger, blocks: Sequence[Block]) -> None:
    """Insert blocks at the cursor. One plain paragraph goes into the line; more stand as blocks of their own.

    A block brings its own id where no block of the document has it (cut and pasted), else it gets a new one.
    """
    if not blocks:
        return
    with one_step(cursor):
        cursor.removeSelectedText()
        is_empty = cursor.block().length() == 1
        if len(blocks) == 1 and (not is_empty or blocks[0].kind is BlockKind.PARAGRAPH) and not blocks[0].id:
            write_rich_text(cursor, blocks[0].text)
            return
        taken: set[str] = set()
        own: list[Block] = []
        for block in blocks:
            block_id = ledger.free_id(block.id) if block.id not in taken else ledger.fresh_id()
            taken.add(block_id)
            own.append(replace(block, id=block_id))
        _open_room(cursor, ledger)
        write_blocks(cursor, own)


def _open_room(cursor: QTextCursor, ledger: BlockLedger) -> None:
    """Leave the cursor in an empty block for what comes; the text around keeps its ids."""
    made = cursor.blockFormat()
    if cursor.block().length() == 1:
        return
    if cursor.atBlockStart():
        cursor.insertBlock(made)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        return
    if not cursor.atBlockEnd():
        cursor.insertBlock(formats.block_format(ledger.fresh_id(), formats.kind_of(made), formats.attrs_of(made)))
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.insertBlock(formats.block_format(ledger.fresh_id(), BlockKind.PARAGRAPH), formats.char_format())
