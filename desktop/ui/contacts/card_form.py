"""The fields of a card: they show a person and say what they make of one. Save nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.contact import Contact, Gender
from desktop.i18n import _, pgettext
from desktop.ui.contacts.addresses import EmailsField, PhonesField
from desktop.ui.contacts.languages_field import LanguagesField
from desktop.ui.contacts.roles_field import RolesField
from desktop.ui.contacts.rows import RowsField
from desktop.ui.desk import Desk
from desktop.ui.people.choice import Choice, TypedChoice
from desktop.ui.people.names import countries, country_code, country_name
from desktop.ui.theme.tokens import S4, S12, px
from desktop.ui.widgets.section_header import label
from desktop.ui.widgets.tab_order import order_tabs

T = TypeVar("T")

_FORMS = ("Dr.", "Dra.", "Mr.", "Ms.", "Prof.", "Sr.", "Sra.", "M.", "Mme")


class CardForm(QWidget):
    """See the module. ``edited`` at every key, ``committed`` when a field was left or something was chosen."""

    edited = Signal()
    committed = Signal()

    def __init__(self, desk: Desk, region: str, parent: QWidget | None = None) -> None:
        """``region`` is where phone numbers without a country code belong, for people without a country."""
        super().__init__(parent)
        self._desk = desk
        self._local_region = region
        self._make_fields()
        self._lay_out()
        self._connect()

    # -- making ---------------------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.given = _line(_("Given name"))
        self.family = _line(_("Family name"))
        self.form = TypedChoice(_("Form of address"), [("", ""), *((form, form) for form in _FORMS)])
        self.gender = Choice(
            _("Addressed as"),
            [
                (Gender.UNKNOWN.value, pgettext("gender", "Not known")),
                (Gender.FEMININE.value, pgettext("gender", "Feminine")),
                (Gender.MASCULINE.value, pgettext("gender", "Masculine")),
                (Gender.NEUTRAL.value, pgettext("gender", "Neutral")),
            ],
        )
        self.languages = LanguagesField()
        self.emails = EmailsField()
        self.phones = PhonesField(self._region)
        self.roles = RolesField(self._desk)
        self.country = TypedChoice(_("Country"), [("", ""), *countries()])
        self.country_note = label("", "problem", wraps=True)
        self.country_note.hide()
        self.city = _line(_("City"))
        self.tags = _line(_("Tags"))
        self.tags.setPlaceholderText(_("Separated by commas"))
        self._known_tags: tuple[str, ...] = ()
        self._tag_names = QStringListModel(self)
        completer = QCompleter(self._tag_names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.tags.setCompleter(completer)
        self.blocked = QCheckBox(_("Do not contact this person"))
        self.blocked.setAccessibleName(self.blocked.text())
        self.notes = QPlainTextEdit()
        self.notes.setAccessibleName(_("Notes"))
        self.notes.setTabChangesFocus(True)
        self.notes.setMinimumHeight(px(72))
        self.notes.setMaximumHeight(px(140))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S12)
        names = _grid((_("Given name"), self.given), (_("Family name"), self.family))
        address = _grid((_("Form of address"), self.form), (_("Addressed as"), self.gender))
        column.addLayout(names)
        column.addLayout(address)
        for rows in (self.roles, self.emails, self.phones):
            column.addWidget(rows)
        column.addLayout(_captioned(_("Languages, the preferred one first"), self.languages))
        place = _grid((_("Country"), self.country), (_("City"), self.city))
        place.addWidget(self.country_note, 2, 0)
        column.addLayout(place)
        column.addLayout(_captioned(_("Tags"), self.tags))
        column.addLayout(_captioned(_("Notes"), self.notes))
        column.addWidget(self.blocked)
        column.addStretch(1)
        self.setFocusProxy(self.given)

    def _connect(self) -> None:
        for line in (self.given, self.family, self.city, self.tags, self.form.line, self.country.line):
            line.textEdited.connect(lambda _text: self.edited.emit())
            line.editingFinished.connect(self.committed.emit)
        for choice in (self.form, self.country, self.gender):
            choice.activated.connect(lambda _place: self.committed.emit())
        for rows in (self.emails, self.phones, self.roles):
            rows.edited.connect(self.edited)
            rows.committed.connect(self.committed)
            rows.restructured.connect(lambda: order_tabs(self))
        self.languages.committed.connect(self.committed)
        self.languages.committed.connect(lambda: order_tabs(self))
        self.country.editTextChanged.connect(lambda _text: self._judge_country())
        self.tags.textEdited.connect(self._offer_tags)
        self.blocked.clicked.connect(lambda _checked: self.committed.emit())
        self.notes.textChanged.connect(self.edited)
        self.notes.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.notes and event.type() == QEvent.Type.FocusOut:
            self.committed.emit()
        return super().eventFilter(watched, event)

    # -- showing and saying ---------------------------------------------------------------------------------

    def show_contact(self, contact: Contact) -> None:
        """Show a person; fields that say the same already are left alone, with the cursor in them."""
        _show_text(self.given, contact.given_name)
        _show_text(self.family, contact.family_name)
        _show_text(self.city, contact.city)
        _show_text(self.tags, ", ".join(contact.tags))
        self.form.choose(contact.form_of_address)
        self.gender.choose(contact.gender.value)
        if self._country(contact.country) != contact.country or not self.country.typed:
            self.country.choose(contact.country)
            self.country.line.setText(country_name(contact.country) if contact.country else "")
        self.languages.show_tags(contact.languages)
        _show_rows(self.emails, contact.emails)
        _show_rows(self.phones, contact.phones)
        _show_rows(self.roles, contact.roles)
        if not contact.id:
            for rows in (self.roles, self.emails, self.phones):
                rows.invite()
        self.blocked.setChecked(contact.is_do_not_contact)
        if self.notes.toPlainText() != contact.notes:
            blocker = QSignalBlocker(self.notes)
            self.notes.setPlainText(contact.notes)
            blocker.unblock()
        self._judge_country()
        order_tabs(self)

    def adopt(self, contact: Contact) -> None:
        """This is stored now: go on from there."""
        self.emails.adopt(contact.emails)
        self.phones.adopt(contact.phones)
        self.roles.adopt(contact.roles)

    def read(self, base: Contact) -> Contact:
        """``base`` with what the fields say; what cannot be used stays as it is in ``base``."""
        return replace(
            base,
            given_name=_cleaned(self.given.text(), base.given_name),
            family_name=_cleaned(self.family.text(), base.family_name),
            form_of_address=_cleaned(self.form.typed, base.form_of_address),
            gender=Gender(self.gender.value),
            languages=self.languages.tags,
            emails=self.emails.values(),
            phones=self.phones.values(),
            roles=self.roles.values(),
            tags=self._tags(base.tags),
            country=self._country(base.country),
            city=_cleaned(self.city.text(), base.city),
            notes=self.notes.toPlainText(),
            is_do_not_contact=self.blocked.isChecked(),
        )

    def problems(self) -> tuple[str, ...]:
        """Sentences about what stands there and is not saved."""
        country = (self.country_note.text(),) if country_code(self.country.typed) is None else ()
        return (*self.emails.problems(), *self.roles.problems(), *country)

    def set_known_tags(self, tags: Sequence[str]) -> None:
        """What to complete tags with."""
        self._known_tags = tuple(tags)

    def _tags(self, stored: tuple[str, ...]) -> tuple[str, ...]:
        text = self.tags.text()
        if text == ", ".join(stored):
            return stored
        found: dict[str, str] = {}
        for part in text.split(","):
            tag = " ".join(part.split())
            if tag:
                found.setdefault(tag.casefold(), tag)
        return tuple(found.values())

    def _country(self, stored: str) -> str:
        typed = self.country.typed
        if typed == country_name(stored):
            return stored
        code = country_code(typed)
        return stored if code is None else code

    def _region(self) -> str:
        return self._country("") or self._local_region

    def _judge_country(self) -> None:
        is_problem = country_code(self.country.typed) is None
        words = _("“{country}” is no country that is known here.").format(country=self.country.typed)
        self.country_note.setText(words if is_problem else "")
        self.country_note.setVisible(is_problem and not self.country.line.hasFocus())

    def _offer_tags(self, text: str) -> None:
        before, comma, last = text.rpartition(",")
        start = f"{before}{comma} " if comma else ""
        wanted = last.strip().casefold()
        hits = [tag for tag in self._known_tags if wanted and wanted in tag.casefold() and tag.casefold() != wanted]
        self._tag_names.setStringList([f"{start}{tag}" for tag in hits[:8]])


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    return line


def _caption(text: str, field: QWidget) -> QLabel:
    made = label(text, "small")
    made.setBuddy(field)
    return made


def _captioned(caption: str, field: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(S4)
    column.addWidget(_caption(caption, field))
    column.addWidget(field)
    return column


def _grid(left: tuple[str, QWidget], right: tuple[str, QWidget]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(S12)
    grid.setVerticalSpacing(S4)
    for place, (caption, field) in enumerate((left, right)):
        grid.addWidget(_caption(caption, field), 0, place)
        grid.addWidget(field, 1, place, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(place, 1)
    return grid


def _show_text(line: QLineEdit, text: str) -> None:
    if line.text() != text and " ".join(line.text().split()) != text:
        line.setText(text)


def _show_rows(rows: RowsField[T], values: tuple[T, ...]) -> None:
    if rows.values() != values or rows.problems():
        rows.show_values(values)


def _cleaned(typed: str, stored: str) -> str:
    return stored if typed == stored else " ".join(typed.split())
