"""Type, number and embargo of the release."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSizePolicy, QWidget

from desktop.domain.release import Release
from desktop.editorial.templates import Template
from desktop.i18n import _, interface_language
from desktop.ui.theme.tokens import S8
from desktop.ui.widgets import QuietButton


class FactsSection(QWidget):
    """``changed`` carries type and number; ``embargo_asked`` opens the bar; ``number_wanted`` takes the next number."""

    changed = Signal(str, str)
    embargo_asked = Signal()
    number_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._type = QComboBox()
        self._number = QLineEdit()
        self._number.setPlaceholderText(_("for example 2026/014"))
        self._embargo = QuietButton(_("For immediate release"), self.embargo_asked.emit, icon_name="clock")
        self._embargo.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed
        )  # a long hour must not widen all
        self._take = QuietButton("", self.number_wanted.emit, icon_name="hash")
        self._take.hide()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(S8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, field in ((_("Type"), self._type), (_("Number"), self._number), (_("Embargo"), self._embargo)):
            form.addRow(name, field)
            field.setAccessibleName(name)
            if isinstance(field, QComboBox):  # the types arrive later: the box must widen with them
                field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        form.insertRow(2, "", self._take)
        self._type.activated.connect(lambda _index: self._tell())
        self._number.editingFinished.connect(self._tell)
        self._release: Release | None = None

    def offer_types(self, templates: Sequence[Template]) -> None:
        """Offer the types there are, in place of those before; the chosen one stays."""
        titles = {each.name: type_title(each) for each in templates}
        chosen = str(self._type.currentData() or "")
        if chosen and chosen not in titles:
            titles[chosen] = self._type.currentText()
        with QSignalBlocker(self._type):
            self._type.clear()
            for name, title in titles.items():
                self._type.addItem(title, name)
            self._type.setCurrentIndex(max(0, self._type.findData(chosen)))

    def show_release(self, release: Release, embargo: str) -> None:
        """Show a release's facts; ``embargo`` in words."""
        self._release = release
        with QSignalBlocker(self._type), QSignalBlocker(self._number):
            if self._type.findData(release.type) < 0:
                self._type.addItem(release.type, release.type)
            self._type.setCurrentIndex(self._type.findData(release.type))
            if not self._number.hasFocus():
                self._number.setText(release.number)
        if release.number:
            self._take.hide()
        self._embargo.setText(embargo)
        self._embargo.setToolTip(embargo)

    def offer_number(self, number: str) -> None:
        """Offer the next number while the release has none."""
        self._take.setText(_("Take {number}").format(number=number))
        self._take.setToolTip(_("Take the next number; it is never given again"))
        self._take.setVisible(self._release is not None and not self._release.number)

    def _tell(self) -> None:
        type_, number = str(self._type.currentData()), self._number.text().strip()
        if self._release is not None and (type_, number) != (self._release.type, self._release.number):
            self.changed.emit(type_, number)


def type_title(template: Template) -> str:
    """A template's title in the interface's language."""
    return template.title(interface_language())
