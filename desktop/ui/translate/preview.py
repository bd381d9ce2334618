"""The translated text as it would read now, at the right, with the active sentence lit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.domain.document import Document
from desktop.domain.richtext import RichText
from desktop.domain.segment import Segment
from desktop.i18n import _
from desktop.translation.assembly import SegmentPosition, assemble, segment_positions
from desktop.ui.desk import Desk
from desktop.ui.text import formats
from desktop.ui.text.preview import DocumentPreview
from desktop.ui.text.projection import select_points, write_rich_text
from desktop.ui.theme import tokens

_AFTER_MS = 120
_KEY = "translate.preview"


@dataclass(frozen=True, slots=True)
class _Assembled:
    document: Document
    positions: dict[str, SegmentPosition]


class TargetPreview(DocumentPreview):
    """Assembled off the main thread, at most every 120 ms; only blocks that read differently are written again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Preview of the translation"), parent)
        self._desk = desk
        self._source = Document("", "")
        self._segments: tuple[Segment, ...] = ()
        self._place = ("", "")
        self._drawn: Mapping[str, RichText] = MappingProxyType({})
        self._typed: tuple[str, RichText] | None = None
        self._active = ""
        self._shown = Document("", "")
        self._positions: dict[str, SegmentPosition] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._assemble)

    def set_material(
        self,
        source: Document,
        segments: tuple[Segment, ...],
        version_id: str,
        language: str,
        drawn: Mapping[str, RichText] = MappingProxyType({}),
    ) -> None:
        """What to assemble."""
        self._source, self._segments, self._place, self._drawn = source, segments, (version_id, language), drawn
        self._ask()

    def set_active(self, segment_id: str, typed: RichText) -> None:
        """The active sentence and what stands in its editor now."""
        is_other = segment_id != self._active
        self._active, self._typed = segment_id, (segment_id, typed)
        if is_other:
            self._light()
        self._ask()

    def rest(self) -> None:
        """Assemble nothing more until there is something new."""
        self._timer.stop()

    def _ask(self) -> None:
        if not self._timer.isActive():
            self._timer.start(_AFTER_MS)

    def _assemble(self) -> None:
        source, segments, (version_id, language), typed = self._source, self._segments, self._place, self._typed
        drawn = self._drawn

        def work() -> _Assembled:
            now = [replace(s, target=typed[1]) if typed and s.id == typed[0] else s for s in segments]
            document = assemble(source, now, version_id=version_id, language=language, drawn=drawn)
            return _Assembled(document, segment_positions(source, now, language, drawn))

        self._desk.compute(work, self._show, key=_KEY)

    def _show(self, made: _Assembled) -> None:
        old, new = self._shown, made.document
        self._shown, self._positions = new, made.positions
        shape = [(b.id, b.kind, b.attrs) for b in new]
        if old.id != new.id or [(b.id, b.kind, b.attrs) for b in old] != shape:
            self.show_document(new)
        else:
            for place, (before, after) in enumerate(zip(old, new, strict=True)):
                if before.text != after.text:
                    self._rewrite(place, after.text)
        self._light()

    def _rewrite(self, place: int, text: RichText) -> None:
        cursor = QTextCursor(self.document().findBlockByNumber(place))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        write_rich_text(cursor, text)

    def _light(self) -> None:
        """Put a ground under the active sentence and bring it into view."""
        position = self._positions.get(self._active)
        block = self.document().begin()
        while block.isValid() and (position is None or formats.id_of(block.blockFormat()) != position.block_id):
            block = block.next()
        if position is None or not block.isValid():
            self.setExtraSelections([])
            return
        lit = QTextEdit.ExtraSelection()
        lit.cursor = select_points(block, position.start, position.end)
        form = QTextCharFormat()
        form.setBackground(QColor(tokens.current().accent_soft))
        lit.format = form
        self.setExtraSelections([lit])
        cursor = QTextCursor(lit.cursor)
        cursor.clearSelection()
        rect = self.cursorRect(cursor)
        if rect.top() < 0 or rect.bottom() > self.viewport().height():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - self.viewport().height() // 3)
