"""Kept translations whose sentences left the source."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.segment import PairedSegment
from desktop.i18n import _
from desktop.ui.theme.tokens import S4, S8, S12, px
from desktop.ui.translate.target_edit import copy_sentence
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.inspector import InspectorSection
from desktop.ui.widgets.section_header import label, line


class Tray(InspectorSection):
    """Folds at the bottom of the grid; not there while it is empty.

    ``inserted`` carries a text to put at the cursor, ``discarded`` a segment id.
    """

    inserted = Signal(object)
    discarded = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setMaximumHeight(px(180))
        super().__init__(_("Kept translations of removed sentences"), area, is_open=False, parent=parent)
        self._area = area
        self._pairs: tuple[PairedSegment, ...] = ()
        self.hide()

    def show_pairs(self, pairs: tuple[PairedSegment, ...]) -> None:
        """Show what is in the tray."""
        self.setVisible(bool(pairs))
        if pairs == self._pairs:
            return
        self._pairs = pairs
        self.set_count(str(len(pairs)) if pairs else "")
        body = QWidget()
        body.setProperty("role", "clear")
        column = QVBoxLayout(body)
        column.setContentsMargins(px(S12), 0, px(S12), px(S8))
        column.setSpacing(px(S8))
        for place, pair in enumerate(pairs):
            if place:
                column.addWidget(line())
            column.addLayout(self._row(pair))
        column.addStretch(1)
        self._area.setWidget(body)

    def _row(self, pair: PairedSegment) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(px(S4))
        texts.addWidget(label(pair.segment.target.text, wraps=True))
        texts.addWidget(label(pair.segment.source.text, "small", wraps=True))
        row = QHBoxLayout()
        row.setSpacing(px(S4))
        row.addLayout(texts, 1)
        target, segment_id = pair.segment.target, pair.segment.id

        def copy() -> None:
            QApplication.clipboard().setMimeData(copy_sentence(target))

        for words, icon, deed in (
            (_("Insert"), "arrow-elbow-down-left", lambda: self.inserted.emit(target)),
            (_("Copy"), "copy", copy),
            (_("Discard"), "trash", lambda: self.discarded.emit(segment_id)),
        ):
            row.addWidget(QuietButton(words, deed, icon_name=icon), 0, Qt.AlignmentFlag.AlignTop)
        return row
