"""House style: whose profile this office writes by, and which checks are on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.ports import UnitOfWork
from desktop.i18n import _, interface_language, ngettext
from desktop.services.tools import Tools
from desktop.ui.desk import Desk
from desktop.ui.help.pages import check_explanation
from desktop.ui.theme.tokens import S4, S8, S12, S24, px
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.section_header import label

INITIATOR = "settings.house"


@dataclass(frozen=True, slots=True)
class _Profile:
    """A profile as it is offered."""

    name: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the card shows: the profiles, the chosen one, and every check with its title and whether it is on."""

    profiles: tuple[_Profile, ...]
    chosen: str
    checks: tuple[tuple[str, str, bool], ...]


class HouseCard(QWidget):
    """A choice, a sentence about it, and the checks unfolded on request. Every change is kept at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: _Shown | None = None
        self.profile = QComboBox()
        self.profile.setAccessibleName(_("House profile"))
        self.profile.setMinimumWidth(px(380))
        self.profile.activated.connect(lambda _row: self._choose(str(self.profile.currentData())))
        name = QLabel(_("&Profile"))
        name.setBuddy(self.profile)
        name.setMinimumWidth(px(140))
        self.about = label("", "small", wraps=True)
        self.about.setContentsMargins(px(140) + S24, 0, 0, 0)
        self.unfold = QuietButton(_("House style"), self._unfold, icon_name="checks")
        self.unfold.setCheckable(True)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(S12)
        self._list.hide()
        self.boxes: dict[str, QCheckBox] = {}
        first = QHBoxLayout()
        first.setSpacing(S24)
        first.addWidget(name)
        first.addWidget(self.profile)
        first.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addLayout(first)
        column.addWidget(self.about)
        opener = QHBoxLayout()
        opener.addWidget(self.unfold)
        opener.addStretch(1)
        column.addLayout(opener)
        column.addWidget(self._list)

    def load(self) -> None:
        """Read what is chosen; the checks' titles come along."""
        self._desk.run(partial(_gather, tools=self._desk.tools), self._show, key="settings.house", flush=False)

    def _show(self, shown: _Shown) -> None:
        self._shown = shown
        with QSignalBlocker(self.profile):
            self.profile.clear()
            for each in shown.profiles:
                self.profile.addItem(each.title, each.name)
            self.profile.setCurrentIndex(max(0, self.profile.findData(shown.chosen)))
        self.about.setText(next((each.about for each in shown.profiles if each.name == shown.chosen), ""))
        on = sum(is_on for _name, _title, is_on in shown.checks)
        words = ngettext("{on} of {count} check is on", "{on} of {count} checks are on", len(shown.checks))
        self.unfold.setText(words.format(on=on, count=len(shown.checks)))
        for name, title, is_on in shown.checks:
            if self.unfold.isChecked() and name not in self.boxes:
                self._add(name, title)
            if name in self.boxes:
                with QSignalBlocker(self.boxes[name]):
                    self.boxes[name].setChecked(is_on)

    def _unfold(self) -> None:
        if self._shown is not None:
            self._show(self._shown)
        self._list.setVisible(self.unfold.isChecked())

    def _add(self, name: str, title: str) -> None:
        box = QCheckBox(title)
        explanation = check_explanation(name)
        box.setAccessibleDescription(explanation)
        box.toggled.connect(partial(self._switch, name))
        self.boxes[name] = box
        words = label(explanation, "small", wraps=True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setIndent(px(26))
        row = QVBoxLayout()
        row.setSpacing(S4 // 2)
        row.addWidget(box)
        row.addWidget(words)
        self._rows.addLayout(row)

    def _choose(self, name: str) -> None:
        from desktop.services import checking  # noqa: PLC0415 - lazy: the checks are not needed to show Settings

        self._desk.deed(lambda uow: checking.choose_profile(uow, name), lambda _name: self.load(), initiator=INITIATOR)

    def _switch(self, name: str, is_on: bool) -> None:
        from desktop.services import checking  # noqa: PLC0415 - lazy: the checks are not needed to show Settings

        tools = self._desk.tools
        self._desk.deed(
            lambda uow: checking.switch_check(uow, tools, name, is_on=is_on),
            lambda _value: self.load(),
            initiator=INITIATOR,
        )


def _gather(uow: UnitOfWork, *, tools: Tools) -> _Shown:
    """On the database worker."""
    from desktop.editorial.checks.registry import CHECKS  # noqa: PLC0415 - lazy: on the worker, not while showing
    from desktop.services import checking  # noqa: PLC0415 - lazy: on the worker, not while showing

    profile = checking.house_profile(uow, tools)
    language = interface_language()
    profiles = tuple(_Profile(each.name, each.title(language), each.says(language)) for each in tools.house.profiles)
    return _Shown(
        profiles, profile.name, tuple((check.name, _(check.title), profile.is_on(check.name)) for check in CHECKS)
    )
