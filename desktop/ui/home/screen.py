"""The home page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from desktop.domain.changes import CONTACT, MEDIA_LIST, OUTLET, SETTING, ChangeSet
from desktop.domain.planning import PlannedMoment
from desktop.domain.release import ReleaseSummary, Version, VersionRole
from desktop.i18n import _, ngettext
from desktop.services.overview import DeskReason, DeskRow, Overview, Totals, overview, totals
from desktop.ui.desk import Desk, Route
from desktop.ui.home.rows import HomeCard, HomeRow
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.theme.tokens import S8, S16, S24, S32, px
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.release_words import title_of, type_word
from desktop.ui.widgets.section_header import label
from desktop.ui.widgets.state_pill import version_state
from desktop.ui.widgets.when import day_and_time, exact

_SHOWN = 6


class HomeScreen(Screen):
    """What needs me at the left, the week and the recent work at the right; below 900 px one under the other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._is_ready = False
        self._is_old = True
        self.needs = HomeCard(_("Needs you"), _("Every translation is up to date. Nothing waits for you."))
        self.drafts = HomeCard(_("Drafts"), _("No drafts."))
        self.week = HomeCard(_("Embargoes ahead"), _("No embargo ends in the days ahead."))
        self.recent = HomeCard(_("Recently changed"), "")
        self._lay_out()
        desk.hub.announced.connect(self._hear)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(S8)
        head.addWidget(label(_("Home"), "title"), 1)
        head.addWidget(
            PlainButton(_("Search all…"), lambda: self.desk.navigate(Route("search")), icon_name="magnifying-glass")
        )
        head.addWidget(PrimaryButton(_("New release"), lambda: self.desk.navigate(Route("new")), icon_name="plus"))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(S16)
        for cards, share in (((self.needs, self.drafts), 3), ((self.week, self.recent), 2)):
            column = QVBoxLayout()
            column.setSpacing(S16)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, share)
        body = QWidget()
        body.setProperty("role", "page")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(S24, S16, S24, S32)
        inner.setSpacing(S16)
        inner.addLayout(head)
        inner.addLayout(self._columns)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        self._welcome = EmptyState(
            "newspaper",
            _(
                "A release is one text in all its languages. Bring in one that you have already, or start from a template: "
                "Comunicado cuts it into sentences, and tells you which translation a later change has touched."
            ),
            _("Import a release"),
            lambda: self.desk.navigate(Route("import")),
            title=_("Your releases will be here"),
        )
        self._welcome.add_button(_("New from template"), lambda: self.desk.navigate(Route("new")), icon_name="plus")
        self._waiting = QWidget()
        self._stack = QStackedLayout(self)
        for page in (self._waiting, scroll, self._welcome):
            self._stack.addWidget(page)
        self._scroll = scroll

    def enter(self, route: Route) -> None:
        if self._is_old:
            self._load()

    def is_ready(self) -> bool:
        return self._is_ready

    def title(self) -> str:
        return _("Home")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_narrow = self.width() < px(900)
        self._columns.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def _hear(self, changes: ChangeSet) -> None:
        if all(change.kind in {CONTACT, OUTLET, MEDIA_LIST, SETTING} for change in changes.changes):
            return
        self._is_old = True
        if self.isVisible():
            self._load()

    def _load(self) -> None:
        self._is_old = False
        self.desk.run(lambda uow: overview(uow, limit=_SHOWN), self._show, key="home")

    def _show(self, seen: Overview) -> None:
        self._is_ready = True
        if not seen.recent:
            self._stack.setCurrentWidget(self._welcome)
            self.setFocusProxy(self._welcome)
            if self.isVisible() and QApplication.focusWidget() is None:  # what had it was hidden just now
                self.setFocus()
            return
        stale = [
            self._stale_row(row, version) for row in seen.stale for version in row.versions if version.progress.stale
        ]
        waiting = [
            self._waiting_row(row, version)
            for row in seen.waiting
            for version in row.versions
            if version.progress.waiting and not version.progress.stale
        ]
        desk = [self._desk_row(each) for each in seen.desk]
        due = [self._due_row(moment) for moment in seen.due]
        needed = [*desk, *due, *stale, *waiting]
        self.needs.show_rows(needed)
        self.needs.show_count(len(needed))
        self.drafts.show_rows([self._release_row(row) for row in seen.drafts])
        self.week.show_rows([self._embargo_row(row) for row in seen.embargoes])
        self.recent.show_rows([self._release_row(row, has_pills=False) for row in seen.recent])
        self._stack.setCurrentWidget(self._scroll)
        first = next((row for card in (self.needs, self.drafts, self.recent) for row in card.rows), None)
        if first is not None:
            self.setFocusProxy(first)
        self.desk.run(lambda uow: totals(uow, seen, limit=_SHOWN), self._show_totals, key="home.totals", flush=False)

    def _show_totals(self, found: Totals) -> None:
        for card, count in ((self.drafts, found.drafts), (self.week, found.embargoes), (self.recent, found.releases)):
            card.show_count(count)

    def _goer(self, route: Route) -> Callable[[], None]:
        return lambda: self.desk.navigate(route)

    def _desk_row(self, found: DeskRow) -> HomeRow:
        release, version = found.row.release, found.version
        is_target = version.role is VersionRole.TARGET
        route = Route("translate", release.id, version.language) if is_target else Route("editor", release.id)
        language = version.language.upper()
        icon, words, button = {
            DeskReason.VOID: (("warning", "stale"), _("{language} · changed since {name} approved it"), _("Look")),
            DeskReason.REVIEW: (("eye", "info"), _("{language} · waiting for your approval"), _("Review")),
            DeskReason.SENT_BACK: (("arrow-u-up-left", "stale"), _("{language} · sent back: {note}"), _("Edit")),
        }[found.reason]
        detail = words.format(language=language, name=found.approver, note=version.note)
        return HomeRow(
            title_of(release), self._goer(route), icon=icon, detail=detail, tooltip=version.note, button=button
        )

    def _due_row(self, moment: PlannedMoment) -> HomeRow:
        release = moment.row.release
        is_target = moment.language not in ("", release.source_language)
        route = Route("translate", release.id, moment.language) if is_target else Route("editor", release.id)
        is_over = moment.at < datetime.now(UTC)
        words = _("Overdue since {time}") if is_over else _("Due {time}")
        detail = words.format(time=day_and_time(moment.at))
        return HomeRow(
            title_of(release),
            self._goer(route),
            icon=("warning", "problem") if is_over else ("flag", "stale"),
            detail=f"{moment.language.upper()} · {detail}" if moment.language else detail,
            tooltip=exact(moment.at, moment.zone),
        )

    def _stale_row(self, row: ReleaseSummary, version: Version) -> HomeRow:
        count = version.progress.stale
        words = ngettext(
            "{language} · {count} sentence changed since it was translated",
            "{language} · {count} sentences changed since they were translated",
            count,
        )
        return HomeRow(
            title_of(row.release),
            self._goer(Route("translate", row.release.id, version.language, "stale")),
            icon=("warning", "stale"),
            detail=words.format(language=version.language.upper(), count=count),
            button=_("Update"),
        )

    def _waiting_row(self, row: ReleaseSummary, version: Version) -> HomeRow:
        count = version.progress.waiting
        words = ngettext(
            "{language} · {count} of {total} sentences to translate",
            "{language} · {count} of {total} sentences to translate",
            count,
        )
        return HomeRow(
            title_of(row.release),
            self._goer(Route("translate", row.release.id, version.language)),
            icon=("circle-half", "info"),
            detail=words.format(language=version.language.upper(), count=count, total=version.progress.total),
            button=_("Translate"),
        )

    def _release_row(self, row: ReleaseSummary, *, has_pills: bool = True) -> HomeRow:
        at = row.release.updated_at
        parts = [type_word(row.release.type), day_and_time(at) if at else ""]
        return HomeRow(
            title_of(row.release),
            self._goer(Route("editor", row.release.id)),
            detail=" · ".join(part for part in parts if part),
            tooltip=exact(at) if at else "",
            pills=[version_state(version) for version in row.versions] if has_pills else (),
        )

    def _embargo_row(self, row: ReleaseSummary) -> HomeRow:
        at, zone = row.release.embargo_at, row.release.embargo_zone
        assert at is not None
        return HomeRow(
            title_of(row.release),
            self._goer(Route("editor", row.release.id)),
            icon=("clock", "info"),
            detail=_("Embargo ends {time}").format(time=f"{day_and_time(at, zone)} {zone}".strip()),
            tooltip=exact(at, zone),
        )


ENTRY = ScreenEntry("home", lambda: _("Home"), "house", HomeScreen, shortcut="Ctrl+1")
