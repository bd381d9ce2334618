"""How the office numbers its releases."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.domain.errors import BadInputError, ComunicadoError
from desktop.editorial.release_number import USUAL_PATTERN, check_pattern, write_release_number
from desktop.i18n import _
from desktop.services import numbering
from desktop.ui.desk import Desk
from desktop.ui.text.alive import while_alive
from desktop.ui.theme.tokens import S8, px
from desktop.ui.widgets.section_header import label


class NumbersCard(QWidget):
    """A pattern, and what it gives; a wrong one is told under the field and not kept."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kept = ""
        self.pattern = QLineEdit()
        self.pattern.setMaximumWidth(px(380))
        self.pattern.setPlaceholderText(USUAL_PATTERN)
        self.pattern.setAccessibleName(_("Pattern of release numbers"))
        self.example = label("", "muted", wraps=True)
        explanation = _(
            "{number:03} counts with three digits, {year} and {month} are the release’s, {type} is its kind (PR, MA, "
            "ST). A number is never given twice; with {year} in the pattern the count begins anew each year."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addWidget(self.pattern)
        column.addWidget(self.example)
        column.addWidget(label(explanation, "small", wraps=True))
        self.pattern.textChanged.connect(self._show_example)
        self.pattern.editingFinished.connect(self.keep)

    def load(self) -> None:
        """Ask for the pattern in force."""
        self._desk.run(numbering.number_pattern, while_alive(self, self._show), key="settings.numbers", flush=False)

    def _show(self, pattern: str) -> None:
        self._kept = pattern
        if not self.pattern.hasFocus():
            self.pattern.setText(pattern)
        self._show_example()

    def _show_example(self) -> None:
        pattern = self.pattern.text().strip() or USUAL_PATTERN
        try:
            check_pattern(pattern)
        except BadInputError as error:
            self.example.setText(error.one_line())
            return
        today = datetime.now(UTC).astimezone().date()
        example = write_release_number(pattern, type_="press-release", on=today, number=14)
        self.example.setText(_("For example {number}").format(number=example))

    def keep(self) -> None:
        """Keep the pattern, if it can number anything."""
        pattern = self.pattern.text().strip()
        if (pattern or USUAL_PATTERN) == (self._kept or USUAL_PATTERN):
            return
        self._desk.deed(
            lambda uow: numbering.set_number_pattern(uow, pattern),
            while_alive(self, self._show),
            while_alive(self, self._refused),
            initiator="settings",
        )

    def _refused(self, error: ComunicadoError) -> None:
        self.example.setText(error.one_line())
