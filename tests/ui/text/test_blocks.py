"""Block ids through typing, splitting, merging, undo and redo."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import RichText
from desktop.ui.editor import writing
from desktop.ui.text.blocks import BlockLedger
from desktop.ui.text.projection import read_document

pytestmark = pytest.mark.usefixtures("qapp")


def ledger_of(*texts: str) -> tuple[QTextDocument, BlockLedger]:
    target = QTextDocument()
    numbers = count(1)
    ledger = BlockLedger(target, lambda: f"new-{next(numbers)}")
    blocks = tuple(Block(chr(97 + i), BlockKind.PARAGRAPH, RichText.plain(t)) for i, t in enumerate(texts))
    ledger.load(Document("d", "en", blocks))
    return target, ledger


def cursor_at(target: QTextDocument, block: int, place: int) -> QTextCursor:
    cursor = QTextCursor(target)
    cursor.setPosition(target.findBlockByNumber(block).position() + place)
    return cursor


def test_enter_in_the_middle_keeps_the_id_above(qapp: object) -> None:
    target, ledger = ledger_of("one two", "three")
    cursor_at(target, 0, 3).insertBlock()
    assert ledger.ids == ("a", "new-1", "b")


def test_enter_at_the_start_leaves_the_id_on_the_text(qapp: object) -> None:
    target, ledger = ledger_of("one", "two")
    cursor_at(target, 1, 0).insertBlock()
    assert ledger.ids == ("a", "new-1", "b")
    assert [b.text.text for b in ledger.document()] == ["one", "", "two"]


def test_merge_keeps_the_upper_id(qapp: object) -> None:
    target, ledger = ledger_of("one", "two", "three")
    cursor_at(target, 1, 0).deletePreviousChar()
    assert ledger.ids == ("a", "c")


def test_ids_come_back_with_undo_and_redo_in_one_step(qapp: object) -> None:
    target, ledger = ledger_of("one two")
    cursor_at(target, 0, 3).insertBlock()
    after = ledger.document()
    assert target.availableUndoSteps() <= 3
    target.undo()
    assert [(b.id, b.text.text) for b in ledger.document()] == [("a", "one two")]
    assert not target.isUndoAvailable()
    target.redo()
    assert ledger.document() == after


def test_reading_again_reads_only_what_changed(qapp: object) -> None:
    target, ledger = ledger_of("one", "two", "three")
    before = ledger.document()
    cursor_at(target, 1, 3).insertText("!")
    after = ledger.document()
    assert after.blocks[0] is before.blocks[0]
    assert after.blocks[2] is before.blocks[2]
    assert after.blocks[1].text.text == "two!"


def test_plain_paste_of_lines_gets_new_ids(qapp: object) -> None:
    target, ledger = ledger_of("one", "two")
    cursor_at(target, 0, 3).insertText(" more\nx\ny")
    assert ledger.ids[0] == "a"
    assert ledger.ids[-1] == "b"
    assert len(set(ledger.ids)) == 4


class Typist(RuleBasedStateMachine):
    """Types at random and undoes; the ledger must always tell what a full reading tells."""

    @initialize(texts=st.lists(st.sampled_from(["", "uno", "dos 🌎 tres", "ñandú"]), min_size=1, max_size=4))
    def begin(self, texts: list[str]) -> None:
        self.target, self.ledger = ledger_of(*texts)

    def _cursor(self, place: int, length: int = 0) -> QTextCursor:
        cursor = QTextCursor(self.target)
        end = self.target.characterCount() - 1
        cursor.setPosition(place % (end + 1))
        cursor.setPosition(min(end, cursor.position() + length), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    @rule(place=st.integers(0, 200), length=st.integers(0, 12), text=st.sampled_from(["a", "é", "🌎", "dos\ntres"]))
    def type(self, place: int, length: int, text: str) -> None:
        before, changed = self._snapshot(), self._touched(place, length)
        self._cursor(place, length).insertText(text)
        self._untouched_kept(before, changed)

    @rule(place=st.integers(0, 200))
    def split(self, place: int) -> None:
        before, changed = self._snapshot(), self._touched(place, 0)
        self._cursor(place).insertBlock()
        self._untouched_kept(before, changed)

    @rule(place=st.integers(0, 200), length=st.integers(1, 12))
    def remove(self, place: int, length: int) -> None:
        before, changed = self._snapshot(), self._touched(place, length)
        self._cursor(place, length).removeSelectedText()
        self._untouched_kept(before, changed)

    @rule(place=st.integers(0, 200))
    def merge(self, place: int) -> None:
        self._cursor(place).deletePreviousChar()

    @rule(place=st.integers(0, 200), texts=st.lists(st.sampled_from(["", "x", "🌎 y"]), min_size=1, max_size=3))
    def paste(self, place: int, texts: list[str]) -> None:
        """Blocks from the clipboard, some with an id that is in the document, one that was cut."""
        known = self.ledger.ids
        ids = [known[0], "cut-before", ""]
        before, changed = self._snapshot(), self._touched(place, 0)
        blocks = [Block(ids[n], BlockKind.QUOTE, RichText.plain(text)) for n, text in enumerate(texts)]
        writing.paste_blocks(self._cursor(place), self.ledger, blocks)
        self._untouched_kept(before, changed)

    @rule(number=st.integers(0, 20), before=st.integers(0, 20))
    def move(self, number: int, before: int) -> None:
        """Only the order changes."""
        known = self._snapshot()
        count = self.target.blockCount()
        writing.move_block(QTextCursor(self.target), self.ledger, number % count, before % (count + 1))
        assert self._snapshot() == known

    @rule()
    def undo_and_redo(self) -> None:
        if self.target.isUndoAvailable():
            before = self.ledger.document()
            self.target.undo()
            self.target.redo()
            assert self.ledger.document() == before

    @rule()
    def undo(self) -> None:
        self.target.undo()

    @rule()
    def redo(self) -> None:
        self.target.redo()

    def _snapshot(self) -> dict[str, str]:
        return {block.id: block.text.text for block in self.ledger.document()}

    def _touched(self, place: int, length: int) -> set[str]:
        cursor = self._cursor(place, length)
        first = self.target.findBlock(cursor.selectionStart()).blockNumber()
        last = self.target.findBlock(cursor.selectionEnd()).blockNumber()
        return set(self.ledger.ids[first : last + 1])

    def _untouched_kept(self, before: dict[str, str], changed: set[str]) -> None:
        now = self._snapshot()
        assert all(now.get(block_id) == text for block_id, text in before.items() if block_id not in changed)

    @invariant()
    def ids_are_unique_and_the_cache_is_true(self) -> None:
        if not hasattr(self, "ledger"):
            return
        document = self.ledger.document()
        assert len({block.id for block in document}) == len(document.blocks)
        assert all(block.id for block in document)
        assert document == read_document(self.target, "d", "en")
        assert tuple(b.id for b in document) == self.ledger.ids


Typist.TestCase.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)


TestTypist = Typist.TestCase
