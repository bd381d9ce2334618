"""Machine translation: which machine, and what leaves this computer. Off until somebody turns it on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.domain.errors import ComunicadoError
from desktop.i18n import _
from desktop.services.machine import ADDRESS, CHOSEN, LIBRETRANSLATE_HERE, make_machine
from desktop.translation.machine import MachineTranslator
from desktop.ui.desk import Desk
from desktop.ui.settings.form import add_row, hold, make_choice, make_form
from desktop.ui.text.alive import while_alive
from desktop.ui.theme.tokens import S8
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.section_header import label

_WITH_KEY = frozenset({"libretranslate", "deepl"})
_TRIAL = ("The children arrived in Managua.", "en", "es")


class MachineCard(QWidget):
    """Kept per person and computer. A key goes to the system's keyring, never into a file of ours."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        machines = (
            ("", _("Off")),
            ("apertium", _("Apertium, on this computer")),
            ("libretranslate", _("LibreTranslate, a server you choose")),
            ("deepl", _("DeepL, a paid service")),
        )
        self.choice = make_choice(machines, desk.preferences.get(CHOSEN), self._choose)
        self.address = QLineEdit(desk.preferences.get(ADDRESS))
        self.address.setPlaceholderText(LIBRETRANSLATE_HERE)
        self.address.editingFinished.connect(self._keep_address)
        self.key = QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setPlaceholderText(_("Paste a new key here"))
        self.key.editingFinished.connect(self._keep_key)
        self.leaves = label("", "muted", wraps=True)
        self.told = label("", "small", wraps=True)
        self.try_button = PlainButton(_("Try it"), self.try_it)
        form = make_form()
        add_row(
            form, _("&Machine"), self.choice, _("Its translations are suggestions and drafts; nothing is confirmed.")
        )
        add_row(form, _("&Server"), self.address)
        add_row(form, _("&Key"), self.key, _("Kept in the system’s keyring; where there is none, until you quit."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addWidget(hold(form))
        column.addWidget(self.leaves)
        column.addWidget(self.try_button)
        column.addWidget(self.told)
        self._refresh()

    def _refresh(self) -> None:
        chosen = self._desk.preferences.get(CHOSEN)
        self.address.setEnabled(chosen == "libretranslate")
        self.key.setEnabled(chosen in _WITH_KEY)
        self.try_button.setEnabled(bool(chosen))
        self.told.setVisible(bool(self.told.text()))
        if not chosen:
            self.leaves.setText(_("Off: nothing leaves this computer."))
            return
        self._make(lambda machine: self.leaves.setText(machine.leaves if machine else ""))

    def _make(self, then: Callable[[MachineTranslator | None], None]) -> None:
        chosen, address = self._desk.preferences.get(CHOSEN), self._desk.preferences.get(ADDRESS)
        keys = self._desk.tools.machine_keys
        self._desk.compute(lambda: make_machine(chosen, address, keys), while_alive(self, then), key="settings.machine")

    def _choose(self, chosen: str) -> None:
        self._desk.preferences.set(CHOSEN, chosen)
        self.told.clear()
        self._refresh()

    def _keep_address(self) -> None:
        self._desk.preferences.set(ADDRESS, self.address.text().strip())
        self._refresh()

    def _keep_key(self) -> None:
        key, chosen, keys = self.key.text().strip(), self._desk.preferences.get(CHOSEN), self._desk.tools.machine_keys
        if not key or chosen not in _WITH_KEY:
            return
        self.key.clear()

        def kept(_nothing: None) -> None:
            self._tell(
                _("The key is in the system’s keyring.")
                if keys.is_lasting
                else _("This system has no keyring: the key is forgotten when you quit.")
            )

        self._desk.compute(lambda: keys.put(chosen, key), while_alive(self, kept))

    def try_it(self) -> None:
        """Translate one sentence of ours and show it, or why not."""
        self._tell(_("Asking…"))

        def ask(machine: MachineTranslator | None) -> None:
            if machine is not None:
                text, source, target = _TRIAL
                self._desk.compute(
                    lambda: machine.translate([text], source, target)[0],
                    while_alive(self, lambda answer: self._tell(f"{text} → {answer}")),
                    while_alive(self, self._failed),
                )

        self._make(ask)

    def _failed(self, error: ComunicadoError) -> None:
        self._tell(error.one_line())

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()
