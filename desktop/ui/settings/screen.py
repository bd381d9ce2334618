"""The settings page. Everything takes effect at once and is kept at once; there is no button to save."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.changes import SETTING, ChangeSet
from desktop.i18n import INTERFACE_LANGUAGES, _, interface_language
from desktop.services.office import ORGANISATION, get_setting, set_setting
from desktop.ui.desk import Desk, Route
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.settings.form import add_row, hold, make_choice, make_form
from desktop.ui.settings.house_card import HouseCard
from desktop.ui.settings.machine_card import MachineCard
from desktop.ui.settings.numbers_card import NumbersCard
from desktop.ui.settings.regions import regions
from desktop.ui.settings.spelling_card import SpellingCard
from desktop.ui.settings.translating_card import TranslatingCard
from desktop.ui.settings.workspace_card import WorkspaceCard
from desktop.ui.theme.apply import SCALE, SCHEME
from desktop.ui.theme.tokens import S12, S16, S24, S32, px
from desktop.ui.widgets.section_header import label

#: Names in the preferences: this person on this computer.
LANGUAGE, AUTHOR, PHONE_REGION = "language", "author", "phone.region"


class SettingsScreen(Screen):
    """Preferences of this person on this computer, and the workspace's own settings."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._is_ready = False
        self._organisation_kept = ""
        body = QWidget()
        body.setProperty("role", "page")
        column = QVBoxLayout(body)
        column.setContentsMargins(S24, S16, S24, S32)
        column.setSpacing(S24)
        column.addWidget(label(_("Settings"), "title"))
        column.addWidget(self._interface())
        column.addWidget(self._person())
        self.spelling = SpellingCard(desk)
        column.addWidget(self._section(_("Spelling and typing"), self.spelling))
        self.translating = TranslatingCard(desk)
        column.addWidget(self._section(_("Translating"), self.translating))
        self.numbers = NumbersCard(desk)
        column.addWidget(self._section(_("Release numbers"), self.numbers))
        self.house = HouseCard(desk)
        column.addWidget(self._section(_("House style"), self.house))
        self.machine = MachineCard(desk)
        column.addWidget(self._section(_("Machine translation"), self.machine))
        self.workspace = WorkspaceCard(desk)
        column.addWidget(self._section(_("Workspace"), self.workspace))
        column.addStretch(1)
        body.setMaximumWidth(px(860))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.setFocusProxy(self.language)
        desk.hub.announced.connect(self._hear)

    # -- making ---------------------------------------------------------------------------------------------

    def _interface(self) -> QWidget:
        form = make_form()
        self.language = make_choice(tuple(INTERFACE_LANGUAGES.items()), interface_language(), self._choose_language)
        schemes = (("system", _("Like the system")), ("light", _("Light")), ("dark", _("Dark")))
        preferences = self.desk.preferences
        self.scheme = make_choice(schemes, preferences.get(SCHEME, "system"), lambda v: self._choose_look(SCHEME, v))
        scales = tuple((str(s), _("{percent} %").format(percent=s)) for s in (100, 115, 130, 150, 175, 200))
        self.scale = make_choice(scales, preferences.get(SCALE, "100"), lambda v: self._choose_look(SCALE, v))
        add_row(form, _("&Language"), self.language)
        add_row(form, _("&Theme"), self.scheme)
        add_row(form, _("Text &size"), self.scale)
        return self._section(_("Interface"), hold(form))

    def _person(self) -> QWidget:
        form = make_form()
        preferences = self.desk.preferences
        self.author = QLineEdit(preferences.get(AUTHOR))
        self.author.editingFinished.connect(self._keep_author)
        self.organisation = QLineEdit()
        self.organisation.editingFinished.connect(self._keep_organisation)
        self.region = make_choice(regions(), preferences.get(PHONE_REGION), self._keep_region)
        self.region.setMaxVisibleItems(16)
        add_row(form, _("Your &name"), self.author, _("Stands beside your revisions and translations."))
        add_row(form, _("&Organisation"), self.organisation, _("Stands on exported releases; kept in the workspace."))
        add_row(
            form,
            _("&Phone country"),
            self.region,
            _("For numbers written without a country code. Used from the next start on."),
        )
        return self._section(_("You and your office"), hold(form))

    @staticmethod
    def _section(title: str, content: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S12)
        column.addWidget(label(title, "heading"))
        column.addWidget(content)
        return holder

    # -- reading --------------------------------------------------------------------------------------------

    def enter(self, route: Route) -> None:
        self._load()

    def is_ready(self) -> bool:
        return self._is_ready

    def title(self) -> str:
        return _("Settings")

    def _hear(self, changes: ChangeSet) -> None:
        if changes.touches(SETTING) and self.isVisible():
            self._load()

    def _load(self) -> None:
        self.translating.load()
        self.numbers.load()
        self.workspace.load()
        self.house.load()
        self.spelling.load()
        self.desk.run(lambda uow: get_setting(uow, ORGANISATION), self._show, key="settings", flush=False)

    def _show(self, organisation: str) -> None:
        self._is_ready = True
        self._organisation_kept = organisation
        if not self.organisation.hasFocus():
            self.organisation.setText(organisation)

    # -- keeping --------------------------------------------------------------------------------------------

    def leave(self) -> None:
        self._keep_author()
        self._keep_organisation()
        self.numbers.keep()

    def _choose_language(self, language: str) -> None:
        self.desk.preferences.set(LANGUAGE, language)
        self.desk.language_changed.emit()

    def _choose_look(self, name: str, value: str) -> None:
        self.desk.preferences.set(name, value)
        self.desk.look_changed.emit()

    def _keep_author(self) -> None:
        name = self.author.text().strip()
        if name == self.desk.preferences.get(AUTHOR):
            return
        self.desk.preferences.set(AUTHOR, name)
        if name:
            self.desk.care(lambda workspace: setattr(workspace, "author", name))

    def _keep_organisation(self) -> None:
        name = self.organisation.text().strip()
        if self._is_ready and name != self._organisation_kept:
            self._organisation_kept = name
            self.desk.deed(lambda uow: set_setting(uow, ORGANISATION, name), initiator="settings")

    def _keep_region(self, region: str) -> None:
        self.desk.preferences.set(PHONE_REGION, region)


ENTRY = ScreenEntry("settings", lambda: _("Settings"), "gear-six", SettingsScreen, shortcut="Ctrl+7")
