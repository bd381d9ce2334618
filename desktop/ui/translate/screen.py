"""Translate: the list of what needs work, and the grid of one version."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from desktop.domain.changes import RELEASE, SEGMENT, VERSION, ChangeSet
from desktop.domain.errors import ComunicadoError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import VersionRole
from desktop.i18n import _
from desktop.services import translating
from desktop.services.history import keep_state
from desktop.services.releases import OpenRelease, open_release
from desktop.services.translating import Grid
from desktop.ui.desk import Desk, Route
from desktop.ui.export.exporter import Exporter
from desktop.ui.key_schemes import use_chosen_scheme
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.theme.tokens import px
from desktop.ui.translate.comments import GridComments
from desktop.ui.translate.deeds import GridDeeds
from desktop.ui.translate.finding import GridFinding
from desktop.ui.translate.page import GridPage
from desktop.ui.translate.part import PartSection
from desktop.ui.translate.parts import GridParts
from desktop.ui.translate.preview import TargetPreview
from desktop.ui.translate.waiting import Waiting, WaitingPage, waiting_translations
from desktop.ui.translate.way import TranslationWay
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.inspector import Inspector
from desktop.ui.widgets.language_words import OFFERED, own_name
from desktop.ui.widgets.release_words import title_of

_KEY = "translate.enter"


class TranslateScreen(Screen):
    """Without a release in the route the list, with one the grid of the route's language (or the only one)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._route = Route("translate")
        self._is_ready = False
        use_chosen_scheme(desk)
        self.preview = TargetPreview(desk)
        self.preview.setMinimumHeight(px(240))
        self.page = GridPage(desk, self.preview)
        self.waiting = WaitingPage()
        self.exporter = Exporter(desk, self)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.waiting)
        self.stack.addWidget(self.page)
        self._offer: EmptyState | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.way = TranslationWay(desk, self.page)
        self.comments = GridComments(self.page)
        self.parts = GridParts(self.page)
        self._fill_inspector()
        self.deeds = GridDeeds(self.page)
        self.deeds.confirmed.connect(self.parts.confirmed)
        self.finding = GridFinding(self.page)
        self.waiting.opened.connect(self._open_waiting)
        self.waiting.releases_wanted.connect(lambda: desk.navigate(Route("releases")))
        self.page.header.source_wanted.connect(self._open_source)
        self.page.header.export_wanted.connect(self._export)
        desk.actions.add("translate.open-source", _("Open source"), "Ctrl+Shift+E", self._open_source, owner=self.page)
        desk.actions.add("translate.export", _("Export translation"), "Ctrl+E", self._export, owner=self.page)
        desk.hub.announced.connect(self._hear)
        self.setFocusProxy(self.stack)

    def _fill_inspector(self) -> None:
        self.inspector = Inspector()
        ready = PartSection(_("Ready?"), self.way.list, 30)
        preview = PartSection(_("Preview"), self.preview, 40, fills=True)
        comments = PartSection(_("Comments"), self.comments.list, 50)
        sections = self.parts.fill(self.inspector, (ready, preview, comments))
        self.way.counts_in(sections[self.way.list])
        self.comments.section = sections[self.comments.list]

    # -- entering -------------------------------------------------------------------------------------------

    def enter(self, route: Route) -> None:
        self._route = route
        self._is_ready = False
        if not route.release_id:
            self.page.close_grid()
            self._turn_to(self.waiting)
            self._load_waiting()
            return
        self.desk.run(lambda uow: _find(uow, route), self._show, self._refused, key=_KEY)

    def leave(self) -> None:
        """Write what is unsaved, and keep the translation as it is now."""
        self.page.saver.save()
        self.parts.leave()
        if self.page.grid is not None:
            version_id = self.page.grid.version.id
            self.desk.run(
                lambda uow: keep_state(uow, version_id, "translated"),
                lambda outcome: self.desk.hub.announce(outcome.changes),
            )

    def closeEvent(self, event: QCloseEvent) -> None:
        self.page.saver.close()
        self.preview.rest()
        super().closeEvent(event)

    def is_ready(self) -> bool:
        return self._is_ready

    def title(self) -> str:
        return title_of(self.page.grid.release) if self.page.grid else _("Translate")

    def _show(self, found: Grid | OpenRelease) -> None:
        if isinstance(found, Grid):
            self._turn_to(self.page)
            self.page.open(found, self._route.detail)
            self.page.view.cell.edit.setFocus()
            self.way.read()
            self.deeds.tell_carried()
        else:
            self._show_offer(found)
        self._is_ready = True

    def _refused(self, error: ComunicadoError) -> None:
        self.desk.notify_error(error)
        self.enter(Route("translate"))

    def _turn_to(self, widget: WaitingPage | GridPage | EmptyState) -> None:
        self.stack.setCurrentWidget(widget)
        self.stack.setFocusProxy(widget)
        if self.inspector is not None:
            self.inspector.setEnabled(widget is self.page)

    def _load_waiting(self) -> None:
        def show(rows: tuple[Waiting, ...]) -> None:
            self.waiting.show_rows(rows)
            self._is_ready = True

        self.desk.run(waiting_translations, show, key=_KEY)

    def _show_offer(self, opened: OpenRelease) -> None:
        """The release has no such translation: offer to begin one."""
        self.page.close_grid()
        if self._offer is not None:
            self.stack.removeWidget(self._offer)
            self._offer.deleteLater()
        wanted = [tag for tag in OFFERED if opened.version_in(tag) is None]
        if self._route.language in wanted:
            wanted = [self._route.language]
        sentence = _("Each language is a version of the same release, sentence beside sentence.")
        offer = EmptyState("translate", sentence, title=title_of(opened.release))
        for tag in wanted:
            words = _("Translate into {language}").format(language=own_name(tag))
            offer.add_button(words, partial(self._add_language, tag), icon_name="plus")
        self._offer = offer
        self.stack.addWidget(offer)
        self._turn_to(offer)

    def _add_language(self, language: str) -> None:
        release_id, tools = self._route.release_id, self.desk.tools
        self.desk.deed(
            lambda uow: translating.add_version(uow, tools, release_id, language),
            lambda _version: self.desk.navigate(Route("translate", release_id, language)),
            initiator="translate",
        )

    # -- deeds ----------------------------------------------------------------------------------------------

    def _open_waiting(self, row: Waiting) -> None:
        self.desk.navigate(Route("translate", row.release.id, row.version.language))

    def _open_source(self) -> None:
        grid, pair = self.page.grid, self.page.view.cell.pair
        if grid is not None:
            block = pair.segment.block_id if pair else ""
            self.desk.navigate(Route("editor", grid.release.id, grid.release.source_language, block))

    def _export(self) -> None:
        if self.page.grid is not None:
            self.exporter.choose(self.page.grid.release.id, self.page.grid.version.language)

    def _hear(self, changes: ChangeSet) -> None:
        is_listed = any(changes.touches(kind) for kind in (RELEASE, VERSION, SEGMENT))
        if is_listed and self.isVisible() and self.stack.currentWidget() is self.waiting:
            self._load_waiting()


def _find(uow: UnitOfWork, route: Route) -> Grid | OpenRelease:
    """The grid asked for, or the release where it has no such translation yet."""
    opened = open_release(uow, route.release_id)
    targets = [v for v in opened.versions if v.role is VersionRole.TARGET]
    chosen = [v for v in targets if v.language == route.language] or ([] if route.language else targets)
    if not chosen and route.language == opened.source.language:
        chosen = targets
    return translating.open_grid(uow, chosen[0].id) if chosen else opened


ENTRY = ScreenEntry("translate", lambda: _("Translate"), "translate", TranslateScreen, shortcut="Ctrl+3")
