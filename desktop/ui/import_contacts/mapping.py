"""Which field each column of a table is read as: a choice per column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.i18n import _
from desktop.ui.import_contacts.fields import field_choices
from desktop.ui.people.choice import Choice
from desktop.ui.theme.tokens import S4, S12
from desktop.ui.widgets.section_header import label

_ACROSS = 5


class MappingBox(QWidget):
    """Shows the columns in the file's order; ``changed`` when the person chose another field for one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(S12)
        self._grid.setVerticalSpacing(S4)
        self._pairs: tuple[tuple[str, str], ...] = ()
        self.choices: list[Choice] = []

    def show_mapping(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show (column header, field) pairs; the choices stay, with the focus, where the columns are the same."""
        if [header for header, _field in pairs] != [header for header, _field in self._pairs]:
            self._rebuild(pairs)
        self._pairs = tuple(pairs)
        for choice, (_header, field) in zip(self.choices, pairs, strict=True):
            choice.choose(field)
        self.setVisible(bool(pairs))

    def mapping(self) -> dict[str, str]:
        """Column header → field, as chosen."""
        return {header: choice.value for (header, _field), choice in zip(self._pairs, self.choices, strict=True)}

    def _rebuild(self, pairs: Sequence[tuple[str, str]]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.choices = []
        for place, (header, _field) in enumerate(pairs):
            choice = Choice(_("Column “{column}” is read as").format(column=header), field_choices())
            choice.activated.connect(lambda _place: self.changed.emit())
            caption = label(header if len(header) <= 32 else f"{header[:31]}…", "small")
            caption.setBuddy(choice)
            caption.setToolTip(header)
            line, across = divmod(place, _ACROSS)
            self._grid.addWidget(caption, 2 * line, across)
            self._grid.addWidget(choice, 2 * line + 1, across)
            self.choices.append(choice)
