"""E-mail addresses and phone numbers on a card: judged while one types, with their usage and their marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.contacts.emails import check_email
from desktop.contacts.phones import format_international, parse_phone
from desktop.domain.contact import BounceState, EmailAddress, Phone, Usage
from desktop.i18n import _, pgettext
from desktop.ui.contacts.rows import RowFrame, RowsField
from desktop.ui.people.choice import Choice


def usages() -> tuple[tuple[str, str], ...]:
    """What an address is for, in words."""
    return (
        (Usage.WORK.value, _("Work")),
        (Usage.MOBILE.value, _("Mobile")),
        (Usage.HOME.value, pgettext("address", "Home")),
        (Usage.OTHER.value, _("Other")),
    )


def _mark_problem(field: QLineEdit, *, is_problem: bool) -> None:
    state = "problem" if is_problem else ""
    if (field.property("state") or "") != state:
        field.setProperty("state", state)
        field.style().unpolish(field)
        field.style().polish(field)


class _AddressRow(RowFrame):
    """A line, its usage, and two marks that stand in words below the line."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(placeholder)
        self.usage = Choice(_("Use of this {field}").format(field=name.lower()), usages())
        self.usage.setMinimumContentsLength(9)
        self.line.addWidget(self.field, 3)
        self.line.addWidget(self.usage, 1)
        self.public = self._mark(_("May be published"))
        self.blocked = self._mark(_("Do not contact"))
        self.finish(name)
        self.watch(self.field)
        self.field.textEdited.connect(lambda _text: self.judge())
        self.usage.activated.connect(lambda _place: self.committed.emit())
        self.setFocusProxy(self.field)

    def _mark(self, words: str) -> QAction:
        action = self.menu.addAction(words)
        action.setCheckable(True)
        action.triggered.connect(self._marked)
        return action

    def _marked(self) -> None:
        self.judge()
        self.committed.emit()

    def judge(self) -> None:
        """Say what there is to say about what stands there."""
        raise NotImplementedError

    def _tell(self, problem: str, warning: str, facts: tuple[str, ...]) -> None:
        _mark_problem(self.field, is_problem=bool(problem))
        if problem:
            self.say(problem, "problem")
        elif warning:
            self.say(warning, "stale")
        else:
            self.say(" · ".join(fact for fact in facts if fact))
        self.field.setAccessibleDescription(self.note.text())

    def _marks(self) -> tuple[str, ...]:
        public = self.public.text() if self.public.isChecked() else ""
        blocked = self.blocked.text() if self.blocked.isChecked() else ""
        return (blocked, public)


class EmailRow(_AddressRow):
    """One e-mail address. One that cannot be used is never saved; it stays in the line with the reason."""

    def __init__(self, value: EmailAddress | None) -> None:
        super().__init__(_("E-mail"), _("name@outlet.org"))
        self._kept = value or EmailAddress("")
        self.field.setText(self._kept.address)
        self.usage.choose(self._kept.usage.value)
        self.public.setChecked(self._kept.is_public)
        self.blocked.setChecked(self._kept.is_do_not_contact)
        self.judge()

    def value(self) -> EmailAddress | None:
        """The cleaned address with its marks. What was stored before stays usable as it was."""
        typed = self.field.text().strip()
        same = typed == self._kept.address
        address = typed if same else check_email(typed).address
        if typed and not address:
            address = self._kept.address  # the stored one stays until the new one can be used
        if not address:
            return None
        return replace(
            self._kept,
            address=address,
            usage=Usage(self.usage.value),
            is_public=self.public.isChecked(),
            is_do_not_contact=self.blocked.isChecked(),
            bounce=self._kept.bounce if same else BounceState.NONE,
        )

    def gave(self, value: EmailAddress) -> bool:
        """Whether the address is this row's."""
        mine = self.value()
        return mine is not None and mine.address == value.address

    def adopt(self, value: EmailAddress) -> None:
        """This is stored now; what cannot be used stays in the line."""
        self._kept = value
        if not self.problem() and not self.field.hasFocus():
            self.field.setText(value.address)
        self.judge()

    def problem(self) -> str:
        """Why the address cannot be used."""
        return check_email(self.field.text()).problem if self.field.text().strip() else ""

    def judge(self) -> None:
        """Say what is wrong, what may be a slip, or which marks the address has."""
        check = check_email(self.field.text()) if self.field.text().strip() else None
        bounced = {
            BounceState.SOFT: _("mail came back once"),
            BounceState.HARD: _("mail cannot be delivered"),
        }.get(self._kept.bounce, "")
        self._tell(check.problem if check else "", check.warning if check else "", (*self._marks(), bounced))


class PhoneRow(_AddressRow):
    """One phone number. One that is not valid is kept as it was written, with a word that it is not."""

    def __init__(self, value: Phone | None, region: Callable[[], str]) -> None:
        super().__init__(_("Phone"), _("+506 2212 5327"))
        self._region = region
        self._kept = value or Phone("", Usage.WORK)
        self._shown = _written(self._kept)
        self.field.setText(self._shown)
        self.usage.choose(self._kept.usage.value)
        self.public.setChecked(self._kept.is_public)
        self.blocked.setChecked(self._kept.is_do_not_contact)
        self.judge()

    def value(self) -> Phone | None:
        """The number as E.164 where it is valid, else as written."""
        typed = self.field.text().strip()
        if not typed:
            return None
        number, extension = self._kept.number, self._kept.extension
        if typed != self._shown:
            parsed = parse_phone(typed, self._region())
            number, extension = (parsed.number, parsed.extension) if parsed else (typed, "")
        return replace(
            self._kept,
            number=number,
            extension=extension,
            usage=Usage(self.usage.value),
            is_public=self.public.isChecked(),
            is_do_not_contact=self.blocked.isChecked(),
        )

    def gave(self, value: Phone) -> bool:
        """Whether the number is this row's."""
        mine = self.value()
        return mine is not None and (mine.number, mine.extension) == (value.number, value.extension)

    def adopt(self, value: Phone) -> None:
        """This is stored now."""
        is_typing = self.field.hasFocus() and self.field.text().strip() != _written(value)
        self._kept, self._shown = value, self.field.text().strip() if is_typing else _written(value)
        if not is_typing:
            self.field.setText(self._shown)
        self.judge()

    def problem(self) -> str:
        """Nothing keeps a number from being saved."""
        return ""

    def judge(self) -> None:
        """Say how the number will be saved."""
        value = self.value()
        if value is not None and not value.number.startswith("+"):
            self._tell("", _("Not a valid number; it is kept as it is written."), ())
            return
        becomes = _written(value) if value is not None else ""
        is_other = value is not None and becomes != self.field.text().strip()
        saved = _("Saved as {number}").format(number=becomes) if is_other else ""
        self._tell("", "", (saved, *self._marks()))


def _written(phone: Phone) -> str:
    number = format_international(phone.number)
    if not phone.extension:
        return number
    return _("{number} ext. {extension}").format(number=number, extension=phone.extension)


class EmailsField(RowsField[EmailAddress]):
    """All addresses; the first that may be used is the one that gets a release."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("E-mail"), _("Add e-mail"), parent)

    def make_row(self, value: EmailAddress | None) -> RowFrame:
        return EmailRow(value)


class PhonesField(RowsField[Phone]):
    """All numbers. ``region`` says where a number without a country code belongs."""

    def __init__(self, region: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(_("Phone"), _("Add phone"), parent)
        self._region = region

    def make_row(self, value: Phone | None) -> RowFrame:
        return PhoneRow(value, self._region)
