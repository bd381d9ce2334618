"""How one translates: the keys, what fills itself, suggestions, and the office's rule of the second pair of eyes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.services import reviewing
from desktop.ui.desk import Desk
from desktop.ui.key_schemes import SCHEME_PREFERENCE, SCHEMES, scheme_title, use_chosen_scheme
from desktop.ui.settings.form import add_row, make_choice, make_form
from desktop.ui.text.alive import while_alive
from desktop.ui.theme.tokens import S8

#: The names of what the grid asks in the preferences.
PROPAGATES, FILLS, COMPLETES = "translate.propagates", "translate.fills", "translate.completes"


class TranslatingCard(QWidget):
    """This person's ways, and one rule of the whole office."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        form = make_form()
        schemes = (("", _("Comunicado’s own")), *((name, scheme_title(name)) for name in SCHEMES))
        self.scheme = make_choice(schemes, desk.preferences.get(SCHEME_PREFERENCE), self._choose_scheme)
        add_row(
            form,
            _("Keys in the grid"),
            self.scheme,
            _("Ctrl+F1 shows the keys in force. What the other program has no key for keeps its own."),
        )
        self.propagates = self._switch(_("Confirm identical sentences together"), PROPAGATES)
        self.fills = self._switch(_("Fill dates, names, numbers and contacts by themselves"), FILLS)
        self.completes = self._switch(_("Suggest words while typing"), COMPLETES)
        self.second_eyes = QCheckBox(_("Reviewing needs a second person"))
        self.second_eyes.clicked.connect(self._ask_second_eyes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addLayout(form)
        for each in (self.propagates, self.fills, self.completes, self.second_eyes):
            column.addWidget(each)

    def _switch(self, words: str, name: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setChecked(self._desk.preferences.get(name, "on") != "off")
        box.clicked.connect(partial(self._keep, name))
        return box

    def _keep(self, name: str, is_on: bool) -> None:
        self._desk.preferences.set(name, "on" if is_on else "off")

    def _choose_scheme(self, name: str) -> None:
        self._desk.preferences.set(SCHEME_PREFERENCE, name)
        use_chosen_scheme(self._desk)

    def load(self) -> None:
        """Ask for the office's rule."""
        self._desk.run(
            reviewing.asks_second_eyes, while_alive(self, self._show), key="settings.second-eyes", flush=False
        )

    def _show(self, is_on: bool) -> None:
        with QSignalBlocker(self.second_eyes):
            self.second_eyes.setChecked(is_on)

    def _ask_second_eyes(self, is_on: bool) -> None:
        self._desk.deed(lambda uow: reviewing.ask_second_eyes(uow, is_on=is_on), initiator="settings")
