"""The page with suggesting: while it is on, every edit is caught before it happens and made a suggestion.

Typing, deleting, Enter, pasting, dropping, cutting, changing kinds and moving blocks are tracked; strong, emphasis and
links are applied as they are. What other screens write, undo, and a page with suggesting off do not come through here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, Qt, QTextBoundaryFinder, Signal
from PySide6.QtGui import (
    QAction,
    QDropEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from desktop.domain import suggesting
from desktop.domain.document import Attrs, Block, BlockKind, Document
from desktop.domain.richtext import SUGGESTION_MARKS, MarkKind, RichText
from desktop.domain.stamp import Stamp
from desktop.domain.suggesting import Edited, Pen, Place
from desktop.domain.suggestions import REMOVE
from desktop.i18n import _
from desktop.ui.editor import clipboard, locked, writing
from desktop.ui.editor.becoming import become
from desktop.ui.editor.moments import in_words
from desktop.ui.editor.page import PageEdit
from desktop.ui.editor.suggestion_marks import paint_suggestions, stamps_at
from desktop.ui.text import formats
from desktop.ui.text.projection import position_of
from desktop.ui.text.utf16 import to_points

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WORD_AHEAD = re.compile(r"(?:\w+|[^\w\s]+)?\s*")
_WORD_BEHIND = re.compile(r"(?:\w+|[^\w\s]+)?\s*$")
_Keys = QKeySequence.StandardKey


def _utc_now() -> datetime:
    return datetime.now(UTC)


class TrackedPage(PageEdit):
    """A page that suggests while :attr:`is_suggesting`. ``suggesting_changed`` tells of the switch."""

    suggesting_changed = Signal(bool)

    def __init__(
        self,
        new_id: Callable[[], str],
        read: clipboard.ReadClipboard,
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        self._pen = Pen("", now, new_id)
        self._now, self._new_id = now, new_id
        self._is_suggesting = False
        #: Whether the text has suggestions, as far as whoever follows it knows.
        self.has_pending = False
        super().__init__(new_id, read, parent)

    @property
    def is_suggesting(self) -> bool:
        """Whether edits become suggestions."""
        return self._is_suggesting

    def set_suggesting(self, is_on: bool) -> None:
        """Turn suggesting on or off."""
        if is_on != self._is_suggesting:
            self._is_suggesting = is_on
            self.suggesting_changed.emit(is_on)

    def set_author(self, author: str) -> None:
        """Whose suggestions they are."""
        self._pen = Pen(author, self._now, self._new_id)

    @property
    def author(self) -> str:
        """Whose suggestions they are."""
        return self._pen.author

    # -- places ---------------------------------------------------------------------------------------------

    def _place_at(self, position: int) -> Place:
        block = self.document().findBlock(position)
        return Place(block.blockNumber(), to_points(block.text(), position - block.position()))

    def _here(self) -> Place:
        return self._place_at(self.textCursor().position())

    def _selection(self) -> tuple[Place, Place]:
        cursor = self.textCursor()
        return self._place_at(cursor.selectionStart()), self._place_at(cursor.selectionEnd())

    def _take(self, edited: Edited) -> None:
        """Make the text what a deed answered, in one undo step."""
        now = self.current()
        if [block.id for block in edited.blocks] == [block.id for block in now]:
            cursor = self.textCursor()
            with writing.one_step(QTextCursor(cursor)):
                for number, (old, new) in enumerate(zip(now.blocks, edited.blocks, strict=True)):
                    if old is not new:
                        writing.replace_block(cursor, number, new)
        else:
            become(self, now.with_blocks(edited.blocks))
        block = self.document().findBlockByNumber(edited.place.number)
        cursor = self.textCursor()
        cursor.setPosition(position_of(block, edited.place.point))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def become(self, wanted: Document) -> None:
        """Make the text another one in one undo step (suggestions taken or refused); the cursor stays in its block."""
        place = self.place()
        become(self, wanted)
        self.go_to(*place)

    # -- deeds ----------------------------------------------------------------------------------------------

    def put_text(self, block_id: str, start: int, end: int, text: RichText | str) -> bool:
        """Replace code points of a block by a text, suggested while suggesting; whether the block is there."""
        if block_id not in self.ledger.ids:
            return False
        self.put_texts([(block_id, start, end, text)])
        return True

    def put_texts(self, places: Iterable[tuple[str, int, int, RichText | str]]) -> None:
        """Replace several ``(block id, start, end, text)`` that do not overlap, in one undo step.

        A plain string takes the marks that span its place. While suggesting, what is struck already stays.
        """
        wanted = sorted(places, key=lambda place: place[1:3], reverse=True)
        self._take(suggesting.put_all(self.current().blocks, self._here(), wanted, self._pen, self._is_suggesting))

    def rewrite_block(self, number: int, block: Block) -> None:
        """Give a block another text, kind and attributes, suggested while suggesting."""
        if self._is_suggesting:
            self._take(suggesting.rewrite(self.current().blocks, number, block, self._pen))
        else:
            writing.replace_block(self.textCursor(), number, block)

    def add_block(self, number: int, block: Block) -> None:
        """Put a block in so that it becomes number ``number``, suggested while suggesting."""
        if self._is_suggesting:
            self._take(suggesting.add_block(self.current().blocks, number, block, self._pen))
        else:
            writing.insert_block(self.textCursor(), number, block)

    def set_kind(self, kind: BlockKind, attrs: Attrs | None = None) -> None:
        if not self._is_suggesting:
            super().set_kind(kind, attrs)
            return
        if self.refuse_here():
            return
        numbers = writing.selected_numbers(self.textCursor())
        self._take(suggesting.set_kind(self.current().blocks, self._here(), numbers, kind, attrs, self._pen))
        self.setFocus()

    def move_block(self, number: int, before: int) -> None:
        if self._is_suggesting:
            self._take(suggesting.move(self.current().blocks, number, before, self._pen))
        else:
            super().move_block(number, before)

    def put_blocks(self, blocks: tuple[Block, ...]) -> None:
        if not self._is_suggesting:
            super().put_blocks(clipboard.copied(blocks, frozenset(self.ledger.ids)))
            return
        cursor = self.textCursor()
        if locked.is_guarded(cursor) and blocks:
            locked.leave_block(cursor, self.ledger.fresh_id())
            self.setTextCursor(cursor)
        self._delete_selection()
        self._take(suggesting.paste(self.current().blocks, self._here(), blocks, self._pen))

    def cut(self) -> None:
        """Copy the selection and take it out; a part of a locked block stays."""
        self.copy()
        if self.refuse_here():
            return
        self._delete_selection()

    def _delete_selection(self, *, at_start: bool = False) -> None:
        if not self.textCursor().hasSelection():
            return
        if not self._is_suggesting:
            self.textCursor().removeSelectedText()
            return
        start, end = self._selection()
        self._take(suggesting.delete(self.current().blocks, start, end, self._pen, at_start=at_start))

    # -- keys -----------------------------------------------------------------------------------------------

    def _take_key(self, event: QKeyEvent) -> None:
        if self._is_suggesting and not self.isReadOnly() and self._suggests(event):
            return
        super()._take_key(event)

    def _suggests(self, event: QKeyEvent) -> bool:
        """Keys that would change the text; whether this was one."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and not control:
            self._delete_selection()
            self._take(suggesting.enter(self.current().blocks, self._here(), self._pen))
        elif event.matches(_Keys.Cut):
            self.cut()
        elif event.key() == Qt.Key.Key_Backspace and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._take_out(backwards=True, whole_word=bool(control))
        elif event.matches(_Keys.Delete) or event.matches(_Keys.DeleteEndOfWord):
            self._take_out(backwards=False, whole_word=event.matches(_Keys.DeleteEndOfWord))
        elif event.matches(_Keys.DeleteEndOfLine):
            cursor = self.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self._take_out(backwards=False, whole_word=False)
        else:
            return False
        return True

    def _take_out(self, *, backwards: bool, whole_word: bool) -> None:
        if not self.textCursor().hasSelection() and not whole_word:
            self._select_gap_beside(backwards)
        if self.textCursor().hasSelection():
            self._delete_selection(at_start=backwards)
            return
        blocks, here = self.current().blocks, self._here()
        if backwards:
            count = len(_found(_WORD_BEHIND, suggesting.live_before(blocks, here))) if whole_word else 1
            self._take(suggesting.backspace(blocks, here, self._pen, max(1, count)))
            return
        ahead = suggesting.live_after(blocks, here)
        count = len(_found(_WORD_AHEAD, ahead)) if whole_word else _first_letter(ahead)
        self._take(suggesting.delete_forward(blocks, here, self._pen, max(1, count)))

    def _select_gap_beside(self, backwards: bool) -> None:
        super()._select_gap_beside(backwards)
        cursor = self.textCursor()
        if (
            self._is_suggesting
            and cursor.hasSelection()
            and formats.has_mark(cursor.charFormat(), MarkKind.DELETION) is not None
        ):
            cursor.clearSelection()  # a struck gap is passed over like any struck text
            self.setTextCursor(cursor)

    def _before_typing(self) -> None:
        if not self._is_suggesting:
            self._leave_suggestion()
            super()._before_typing()
            return
        cursor = self.textCursor()
        mark = None if cursor.hasSelection() else writing.gap_at(cursor, self.ledger)
        if mark is not None:
            self.setTextCursor(writing.select_gap(cursor, mark))
        self._delete_selection()
        cursor = self.textCursor()
        if dict(formats.attrs_of(cursor.blockFormat())).get(REMOVE):
            self._to_where_text_belongs()
            cursor = self.textCursor()
        marks = formats.marks_of(cursor.charFormat())
        if not any(kind is MarkKind.INSERTION and self._pen.is_own(value) for kind, value in marks) or any(
            kind is MarkKind.DELETION for kind, _ in marks
        ):
            value = self._pen.value_at(self.current().blocks, self._here())
            self._type_with(cursor, (MarkKind.INSERTION, value))

    def _to_where_text_belongs(self) -> None:
        blocks, here = self.current().blocks, self._here()
        keeper = suggesting.span_of(blocks, here.number).keeper
        if here.number < keeper:
            self._take(Edited(blocks, Place(keeper, 0)))

    def _type_with(self, cursor: QTextCursor, mark: tuple[MarkKind, str]) -> None:
        writing.plain_edge(cursor)
        kept = [each for each in formats.marks_of(cursor.charFormat()) if each[0] not in SUGGESTION_MARKS]
        self.setCurrentCharFormat(formats.char_format([*kept, mark]))

    def _leave_suggestion(self) -> None:
        """Before plain typing over a selection behind somebody's suggestion: what is typed is no part of that."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or cursor.selectionStart() == 0:
            return
        before = QTextCursor(cursor)
        before.setPosition(cursor.selectionStart())
        if any(kind in SUGGESTION_MARKS for kind, _ in formats.marks_of(before.charFormat())):
            cursor.removeSelectedText()
            self.setTextCursor(cursor)

    # -- other ways in --------------------------------------------------------------------------------------

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Composed text: what an input method commits goes the way of typed text."""
        if event.commitString() and not self.isReadOnly() and not locked.is_guarded(self.textCursor()):
            self._before_typing()
        super().inputMethodEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if not self._is_suggesting or self.isReadOnly():
            super().dropEvent(event)
            return
        blocks = clipboard.from_mime(event.mimeData(), self._read)
        goal = self.cursorForPosition(event.position().toPoint())
        is_own = event.source() in (self, self.viewport()) and event.dropAction() == Qt.DropAction.MoveAction
        is_own = is_own and not locked.is_guarded(self.textCursor())
        if locked.is_locked(goal.block()):
            event.ignore()
            return
        self._drop_here(blocks, goal.position(), is_move=is_own)
        event.setDropAction(Qt.DropAction.CopyAction)  # the dragged text is struck here, not taken away by Qt
        event.accept()

    def _drop_here(self, blocks: tuple[Block, ...], position: int, *, is_move: bool) -> None:
        place, now = self._place_at(position), self.current().blocks
        taken = self._selection() if is_move else None
        self._take(suggesting.drop(now, place, blocks, taken, self._pen))

    def createStandardContextMenu(self, *place: object) -> QMenu:
        menu = super().createStandardContextMenu(*place)
        if self._is_suggesting:
            for name, act in (("edit-cut", self.cut), ("edit-delete", self._delete_selection)):
                _rewire(menu.findChild(QAction, name), act)
        return menu

    # -- looks ----------------------------------------------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell on hover whose suggestion it is, and since when."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(self.cursorForPosition(event.pos()).position())
            stamps = stamps_at(self.ledger.block_of(place.number), place.point)
            if stamps:
                QToolTip.showText(event.globalPos(), "\n".join(_signed(stamp) for stamp in stamps), self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_suggesting or self.has_pending:
            paint_suggestions(self, event.rect())


def _signed(stamp: Stamp) -> str:
    return _("Suggested by {author}, {when}").format(author=stamp.author, when=in_words(stamp.at)[1])


def _rewire(entry: QAction | None, act: Callable[[], object]) -> None:
    if entry is not None:
        entry.triggered.disconnect()
        entry.triggered.connect(lambda: act())  # noqa: PLW0108 - Qt would pass `checked`


def _found(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found.group() if found else ""


def _first_letter(text: str) -> int:
    """How many code points the first letter has, with its accents and joiners."""
    if not text:
        return 1
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text[:64])
    return max(1, to_points(text, finder.toNextBoundary()))
