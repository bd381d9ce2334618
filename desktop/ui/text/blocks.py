"""Block ids that survive every edit, and a document read by what changed only.

Qt copies a block's format on Enter, so that two blocks hold one id until it is settled: the part with the text
keeps it. Qt's own merges keep the upper id, or the lower one where the upper block was empty. All is settled
inside the same undo step, so undo and redo find ids as they were.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from desktop.domain.continuing import SHARED_ATTRS
from desktop.domain.document import Attrs, Block, Document, make_attrs
from desktop.domain.suggestions import KIND
from desktop.ui.text import formats
from desktop.ui.text.projection import read_block, write_document

#: A pending change of kind is of both parts of a block cut in two.
_SHARED_ATTRS = SHARED_ATTRS | {KIND}


class BlockLedger(QObject):
    """Follows one QTextDocument: which block is where, and which must be read again.

    A key press costs two look-ups and one list item; nothing reads the whole text. ``edited`` tells of any
    change that is not a load; ``restructured`` that blocks came, went, moved or changed their kind.
    Main thread.
    """

    edited = Signal()
    restructured = Signal()

    def __init__(self, target: QTextDocument, new_id: Callable[[], str]) -> None:
        super().__init__(target)
        self._target = target
        self._new_id = new_id
        self._id, self._language = "", ""
        self._ids: list[str] = []
        self._blocks: list[Block | None] = []
        self._is_settling = False
        self._is_loading = False
        self._must_settle = False
        #: Rises with every edit; autosave compares it with what it wrote.
        self.generation = 0
        target.documentLayout()  # without a layout contentsChange never comes
        target.contentsChange.connect(self._changed)
        target.contentsChanged.connect(self._settle)
        self._rebuild()

    # -- whole documents ------------------------------------------------------------------------------------

    def load(self, document: Document) -> None:
        """Show another document; its undo history begins here."""
        self._is_loading = True
        try:
            self._id, self._language = document.id, document.language
            write_document(self._target, document)
        finally:
            self._is_loading = False
        self._rebuild()
        self._resolve()
        self._target.clearUndoRedoStacks()
        self.restructured.emit()

    def document(self) -> Document:
        """The document as it stands; reads only what changed since the last call."""
        blocks = self._blocks
        if None in blocks:
            for number, known in enumerate(blocks):
                if known is None:
                    blocks[number] = read_block(self._target.findBlockByNumber(number))
        return Document(self._id, self._language, tuple(block for block in blocks if block is not None))

    # -- looking up -----------------------------------------------------------------------------------------

    @property
    def ids(self) -> tuple[str, ...]:
        """The block ids from top to bottom."""
        return tuple(self._ids)

    def block_of(self, number: int) -> Block:
        """The domain block at a block number."""
        known = self._blocks[number]
        if known is None:
            known = self._blocks[number] = read_block(self._target.findBlockByNumber(number))
        return known

    def find(self, block_id: str) -> QTextBlock:
        """The Qt block with an id; an invalid block where there is none."""
        number = self._ids.index(block_id) if block_id in self._ids else -1
        return self._target.findBlockByNumber(number)

    def fresh_id(self) -> str:
        """An id that no block has."""
        return self._new_id()

    def free_id(self, wanted: str) -> str:
        """``wanted`` where no block in the document has it now (cut and pasted again), else a new one."""
        each = self._target.begin()
        while each.isValid():
            if formats.id_of(each.blockFormat()) == wanted:
                return self._new_id()
            each = each.next()
        return wanted or self._new_id()

    # -- following edits ------------------------------------------------------------------------------------

    def _changed(self, position: int, removed: int, added: int) -> None:
        if self._is_loading:
            return
        target = self._target
        count = target.blockCount()
        first = max(0, target.findBlock(position).blockNumber())
        end_block = target.findBlock(position + added)
        last = end_block.blockNumber() if end_block.isValid() else count - 1
        size = last - first + 1
        old_size = size - (count - len(self._blocks))
        if old_size < 0 or first + old_size > len(self._blocks):
            self._rebuild()
            self._must_settle = True
            return
        ids = [formats.id_of(target.findBlockByNumber(number).blockFormat()) for number in range(first, last + 1)]
        if old_size != size or ids != self._ids[first : first + old_size]:
            self._must_settle = True
        self._ids[first : first + old_size] = ids
        self._blocks[first : first + old_size] = [None] * size
        if size > 1:
            self._must_settle = True

    def _settle(self) -> None:
        if self._is_settling or self._is_loading:
            return
        must_settle, self._must_settle = self._must_settle, False
        if must_settle:
            self._resolve()
        self.generation += 1
        self.edited.emit()
        if must_settle:
            self.restructured.emit()

    def _rebuild(self) -> None:
        count = self._target.blockCount()
        self._ids = [formats.id_of(self._target.findBlockByNumber(n).blockFormat()) for n in range(count)]
        self._blocks = [None] * count

    def _resolve(self) -> None:
        """Give every block an id of its own, inside the undo step that made the doubt."""
        if all(self._ids) and len(set(self._ids)) == len(self._ids):
            return
        wrong = self._without_own_id()
        self._is_settling = True
        try:
            cursor = QTextCursor(self._target)
            cursor.joinPreviousEditBlock()
            for number in wrong:
                self._renew(cursor, number)
            cursor.endEditBlock()
        finally:
            self._is_settling = False
            self._must_settle = False

    def _without_own_id(self) -> list[int]:
        """Block numbers that need a new id: those without one, and all but the keeper of a shared one."""
        holders: dict[str, list[int]] = {}
        for number, block_id in enumerate(self._ids):
            holders.setdefault(block_id, []).append(number)
        wrong = holders.pop("", [])
        for numbers in holders.values():
            if len(numbers) > 1:
                with_text = [n for n in numbers if self._target.findBlockByNumber(n).length() > 1]
                keeper = (with_text or numbers)[0]
                wrong.extend(n for n in numbers if n != keeper)
        return wrong

    def _renew(self, cursor: QTextCursor, number: int) -> None:
        block = self._target.findBlockByNumber(number)
        made = block.blockFormat()
        cursor.setPosition(block.position())
        cursor.setBlockFormat(
            formats.block_format(self._new_id(), formats.kind_of(made), shared_attrs(formats.attrs_of(made)))
        )
        self._ids[number] = formats.id_of(cursor.blockFormat())
        self._blocks[number] = None


def shared_attrs(attrs: Attrs) -> Attrs:
    """What a block that was cut off another by Enter takes along."""
    return make_attrs((name, value) for name, value in attrs if name in _SHARED_ATTRS)
