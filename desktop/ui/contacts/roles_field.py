"""Where a person works and as what: outlet and title, a row each."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desktop.domain.contact import Role
from desktop.i18n import _, pgettext
from desktop.services.directory import outlets
from desktop.ui.contacts.rows import RowFrame, RowsField
from desktop.ui.desk import Desk


class RoleRow(RowFrame):
    """One role. An outlet that is typed by name is found or made when the card is saved."""

    def __init__(self, value: Role | None, completer: QCompleter) -> None:
        super().__init__()
        self._kept = value or Role("")
        self.title = QLineEdit(self._kept.title)
        self.title.setAccessibleName(pgettext("job", "Title"))
        self.title.setPlaceholderText(pgettext("job", "Title"))
        self.outlet = QLineEdit(self._kept.outlet_name)
        self.outlet.setAccessibleName(_("Outlet"))
        self.outlet.setPlaceholderText(_("Outlet"))
        self.outlet.setCompleter(completer)
        self.line.addWidget(self.outlet, 1)
        self.line.addWidget(self.title, 1)
        self.finish(_("Role"))
        self.watch(self.outlet)
        self.watch(self.title)
        self.outlet.textEdited.connect(lambda _text: self._judge())
        self.title.textEdited.connect(lambda _text: self._judge())
        self.setFocusProxy(self.outlet)

    def value(self) -> Role | None:
        """The role; ``None`` without an outlet: a title alone has nowhere to be kept."""
        name = self.outlet.text().strip()
        if not name:
            return None
        is_same = name == self._kept.outlet_name
        return replace(
            self._kept,
            outlet_id=self._kept.outlet_id if is_same else "",
            outlet_name=name,
            title=self.title.text().strip(),
        )

    def gave(self, value: Role) -> bool:
        """Whether the role is at this row's outlet."""
        return self.outlet.text().strip() == value.outlet_name

    def adopt(self, value: Role) -> None:
        """This is stored now, its outlet with an id."""
        self._kept = value

    def problem(self) -> str:
        """Why the role cannot be saved."""
        if self.title.text().strip() and not self.outlet.text().strip():
            return _("A title needs an outlet.")
        return ""

    def _judge(self) -> None:
        self.say(self.problem(), "problem")


class RolesField(RowsField[Role]):
    """All roles; the first one's outlet stands in the list. Outlets are completed from the directory."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Outlet and title"), _("Add role"), parent)
        self._desk = desk
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)

    def make_row(self, value: Role | None) -> RowFrame:
        row = RoleRow(value, self._completer)
        row.outlet.textEdited.connect(self._ask)
        return row

    def _ask(self, text: str) -> None:
        if not text.strip():
            return
        self._desk.run(
            lambda uow: [outlet.name for outlet in outlets(uow, text)[:12]],
            self._offer,
            key="card.outlets",
            flush=False,
        )

    def _offer(self, names: list[str]) -> None:
        self._names.setStringList(names)
        field = next((row.outlet for row in self.rows if row.outlet.hasFocus()), None)
        if field is None:
            return
        if names and names != [field.text()]:
            self._completer.setWidget(field)
            self._completer.complete()
        else:
            popup = self._completer.popup()
            if popup is not None:
                popup.hide()
