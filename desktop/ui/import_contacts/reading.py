"""How the file is read: encoding, separator, sheet, region, and the profile that remembers all of it by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.exchange.read_contacts import ENCODINGS, SEPARATORS, ReadContacts, ReadingOptions
from desktop.i18n import _
from desktop.ui.import_contacts.fields import encoding_word, separator_word
from desktop.ui.people.choice import Choice
from desktop.ui.people.names import countries
from desktop.ui.theme.tokens import S4, S8, S12, px
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.section_header import label


class ReadingBox(QWidget):
    """Choices in one wrapping row. ``changed``: read the file again; ``profile_chosen`` and ``save_asked`` say a name."""

    changed = Signal()
    profile_chosen = Signal(str)
    save_asked = Signal(str)

    def __init__(self, region: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowRow(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(S12)
        self.encoding = Choice(_("Encoding"), [(each, encoding_word(each)) for each in ENCODINGS])
        self.separator = Choice(_("Separator"), [("", _("Detected")), *((s, separator_word(s)) for s in SEPARATORS)])
        self.sheet = Choice(_("Sheet"))
        self.region = Choice(_("Telephone numbers without a country code are from"), [("", "—"), *countries()])
        self.region.choose(region)
        self.profile = Choice(_("Profile"), [("", _("None"))])
        self._boxes = {
            choice: self._add(caption, choice)
            for caption, choice in (
                (_("Encoding"), self.encoding),
                (_("Separator"), self.separator),
                (_("Sheet"), self.sheet),
                (_("Numbers without a country code are from"), self.region),
                (_("Profile"), self.profile),
            )
        }
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Name of a new profile"))
        self.name.setAccessibleName(_("Name of a new profile"))
        self.name.setMaxLength(80)
        self.save_button = PlainButton(_("Save profile"), self._ask_to_save, icon_name="floppy-disk")
        self.name.textChanged.connect(lambda text: self.save_button.setEnabled(bool(text.strip())))
        self.name.returnPressed.connect(self._ask_to_save)
        self.save_button.setEnabled(False)
        self._add(_("Remember these choices as"), self.name, self.save_button)
        #: Stands where the lists are told, not in this row.
        self.with_lists = QCheckBox(_("Groups and categories become media lists"))
        self.with_lists.setChecked(True)
        for choice in (self.encoding, self.separator, self.sheet, self.region):
            choice.activated.connect(lambda _place: self.changed.emit())
        self.with_lists.toggled.connect(lambda _on: self.changed.emit())
        self.profile.activated.connect(lambda _place: self.profile_chosen.emit(self.profile.value))

    def _add(self, caption: str, widget: QWidget, *beside: QWidget) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        words = label(caption, "small")
        words.setBuddy(widget)
        column.addWidget(words)
        widget.setMinimumWidth(px(150))
        line = QHBoxLayout()
        line.setSpacing(S8)
        for each in (widget, *beside):
            line.addWidget(each)
        column.addLayout(line)
        self._row.addWidget(box)
        return box

    def _ask_to_save(self) -> None:
        if self.name.text().strip():
            self.save_asked.emit(self.name.text().strip())

    def forget(self) -> None:
        """Another file: everything is detected anew; the region stays."""
        for choice in (self.encoding, self.separator, self.sheet, self.profile):
            choice.choose("")
        self.name.clear()

    def options(self, mapping: Mapping[str, str]) -> ReadingOptions:
        """What is chosen, with the fields of columns."""
        sheet = self.sheet.value if self.sheet.count() else ""
        return ReadingOptions(self.region.value, dict(mapping), self.encoding.value, self.separator.value, sheet)

    def take(self, options: ReadingOptions) -> None:
        """Choose what a profile says; a region it does not name stays."""
        self.encoding.choose(options.encoding)
        self.separator.choose(options.separator)
        if options.region:
            self.region.choose(options.region)

    def offer_profiles(self, names: Iterable[str]) -> None:
        """The saved profiles."""
        self.profile.set_choices([("", _("None")), *((name, name) for name in names)])

    def show_read(self, read: ReadContacts) -> None:
        """Show the choices that this kind of file has."""
        self._boxes[self.encoding].setVisible(bool(read.encoding))
        self._boxes[self.separator].setVisible(bool(read.separator))
        self._boxes[self.sheet].setVisible(len(read.sheets) > 1)
        self.sheet.set_choices([(name, name) for name in read.sheets])
        self.sheet.choose(read.sheet)
        self.with_lists.setVisible(bool(read.groups) or not self.with_lists.isChecked())
        self.updateGeometry()
