"""What stands beside the lines: warnings, type and language, the people found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QVBoxLayout, QWidget

from desktop.editorial.recognition import ContactCandidate
from desktop.editorial.templates import Template
from desktop.i18n import _, interface_language
from desktop.ui.theme.tokens import S4, S8
from desktop.ui.widgets import Inspector, InspectorSection, label
from desktop.ui.widgets.language_words import OFFERED, language_name


class FoundPeople(QWidget):
    """The people named in the text, each with a tick: to the directory or not."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S8)
        self._rows: list[tuple[QWidget, QCheckBox, ContactCandidate]] = []
        self._nobody = label(_("Nobody with an address or a phone was found."), "muted", wraps=True)
        self._column.addWidget(self._nobody)

    def show_people(self, people: Sequence[ContactCandidate]) -> None:
        """Offer people; those already shown keep their tick."""
        unticked = {(c.name, c.email) for _row, box, c in self._rows if not box.isChecked()}
        for row, _box, _candidate in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = [self._made(each, (each.name, each.email) not in unticked) for each in people]
        self._nobody.setVisible(not people)

    def _made(self, person: ContactCandidate, is_on: bool) -> tuple[QWidget, QCheckBox, ContactCandidate]:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        box = QCheckBox(person.name or person.email)
        box.setChecked(is_on)
        box.setAccessibleName(_("Add {name} to the directory").format(name=box.text()))
        column.addWidget(box)
        details = [part for part in (person.organisation, person.email, person.phone) if part]
        column.addWidget(label("\n".join(details), "muted", wraps=True))
        if person.phone_as_written and not person.phone:
            words = _("“{number}” is not a valid phone number; it stays in the text only.")
            column.addWidget(label(words.format(number=person.phone_as_written), "stale", wraps=True))
        self._column.addWidget(row)
        return row, box, person

    def chosen(self) -> tuple[ContactCandidate, ...]:
        """The people with a tick."""
        return tuple(person for _row, box, person in self._rows if box.isChecked())

    @property
    def boxes(self) -> tuple[QCheckBox, ...]:
        """The ticks, in order."""
        return tuple(box for _row, box, _person in self._rows)


class FoundInspector(Inspector):
    """``language_chosen`` asks to read the text again in another language."""

    language_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.people = FoundPeople()
        self.types, self.languages = QComboBox(), QComboBox()
        self._warnings = label("", "stale", wraps=True)
        facts = QWidget()
        form = QFormLayout(facts)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(S8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in ((_("Type"), self.types), (_("Language"), self.languages)):
            form.addRow(name, field)
            field.setAccessibleName(name)
            if isinstance(field, QComboBox):  # the types arrive later: the box must widen with them
                field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for tag in OFFERED:
            self.languages.addItem(language_name(tag), tag)
        self._warning_section = InspectorSection(_("Please check"), self._warnings)
        self.add(self._warning_section)
        self.add_section(_("Facts"), facts)
        self._people_section = self.add_section(_("Add to the directory"), self.people)
        self.languages.activated.connect(lambda _n: self.language_chosen.emit(self.languages.currentData()))

    def offer_types(self, templates: Sequence[Template]) -> None:
        """The types there are."""
        if not self.types.count():
            for each in templates:
                self.types.addItem(each.title(interface_language()), each.name)

    def show_parts(self, *, is_shown: bool) -> None:
        """Show the sections, or nothing while no text was read."""
        body = self.widget()
        if body is not None:
            body.setVisible(is_shown)

    def show_found(self, language: str, people: Sequence[ContactCandidate], warnings: Sequence[str]) -> None:
        """Show what was found."""
        with QSignalBlocker(self.languages):
            self.languages.setCurrentIndex(max(0, self.languages.findData(language)))
        self.people.show_people(people)
        self._people_section.set_count(str(len(people)) if people else "")
        self._warnings.setText("\n\n".join(warnings))
        self._warning_section.setVisible(bool(warnings))
