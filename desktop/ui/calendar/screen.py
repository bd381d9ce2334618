"""The planning calendar."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent, QResizeEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from desktop.domain.changes import RELEASE, VERSION, ChangeSet, Outcome
from desktop.domain.planning import MomentKind, PlannedMoment
from desktop.domain.ports import UnitOfWork
from desktop.editorial import calendar_days as days
from desktop.i18n import _, interface_language
from desktop.services import calendar
from desktop.services.releases import OpenRelease
from desktop.ui.calendar import dates
from desktop.ui.calendar.agenda import Agenda
from desktop.ui.calendar.entries import Entry, by_day, entry_of
from desktop.ui.calendar.grid import DayGrid
from desktop.ui.desk import Desk, Route
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.text.alive import while_alive
from desktop.ui.theme.tokens import S8, S16, S24, px
from desktop.ui.widgets.buttons import Chip, IconButton, PlainButton, PrimaryButton
from desktop.ui.widgets.language_words import language_inside
from desktop.ui.widgets.moment_bar import own_zone
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.section_header import label

MONTH, WEEK, AGENDA = "month", "week", "agenda"
_VIEW = "calendar.view"
#: The pages of the window share their least width: this one must not take it from the others' panels.
_NARROWEST = 480
#: How far the agenda looks ahead, and how far back for what is overdue.
AHEAD, BACK = timedelta(days=90), timedelta(days=60)


class CalendarScreen(Screen):
    """A toolbar, and below it the month, the week or the agenda; a day is always chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._zone = days.zone_or_utc(own_zone())
        self._day = self.today()
        self._found: tuple[PlannedMoment, ...] = ()
        self._is_ready = False
        self._is_old = True
        self.month, self.week, self.agenda = DayGrid(), DayGrid(), Agenda()
        self.field = SearchField(_("Filter the calendar"))
        self._title = label("", "title")
        self._chips: dict[str, Chip] = {}
        self._hint = QFrame()
        self._lay_out()
        self._connect()
        self.set_view(desk.preferences.get(_VIEW, MONTH), is_reading=False)

    def today(self) -> date:
        """Today, here."""
        return datetime.now(UTC).astimezone(self._zone).date()

    # -- laying out -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(S8)
        left, right = QHBoxLayout(), QHBoxLayout()
        for row in (left, right):
            row.setSpacing(S8)
            self._head.addLayout(row, 1)
        left.addWidget(self._title)
        for icon_name, words, act in (
            ("caret-left", _("Earlier"), lambda: self.turn(-1)),
            ("caret-right", _("Later"), lambda: self.turn(1)),
        ):
            left.addWidget(IconButton(icon_name, words, act))
        left.addWidget(PlainButton(_("Today"), lambda: self.go(self.today())))
        left.addStretch(1)
        right.addStretch(1)
        self.field.setMaximumWidth(px(240))
        right.addWidget(self.field)
        self._group = QButtonGroup(self)
        for view, words in ((MONTH, _("Month")), (WEEK, _("Week")), (AGENDA, _("Agenda"))):
            chip = self._chips[view] = Chip(words)
            chip.clicked.connect(lambda _checked=False, chosen=view: self.set_view(chosen))
            self._group.addButton(chip)
            right.addWidget(chip)
        self._stack = QStackedWidget()
        for widget in (self.month, self.week, self.agenda):
            self._stack.addWidget(widget)
        hint = QHBoxLayout(self._hint)
        hint.setContentsMargins(0, 0, 0, 0)
        hint.setSpacing(S16)
        sentence = _(
            "Nothing is planned here. Give a release a due time or an embargo, or begin one on the chosen day "
            "(key N, or a double click)."
        )
        hint.addWidget(label(sentence, "muted", wraps=True), 1)
        hint.addWidget(PrimaryButton(_("New release on this day"), lambda: self.start(self._day), icon_name="plus"))
        column = QVBoxLayout(self)
        column.setContentsMargins(S24, S16, S24, S16)
        column.setSpacing(S16)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._hint)
        self._hint.hide()
        self.setFocusProxy(self._stack)

    def _connect(self) -> None:
        for grid in (self.month, self.week):
            grid.opened.connect(self.open_entry)
            grid.moved.connect(self.move_entry)
            grid.started.connect(self.start)
            grid.day_chosen.connect(self.go)
            grid.more_wanted.connect(self._show_day)
        self.agenda.opened.connect(self.open_entry)
        self.agenda.moved.connect(self.move_entry)
        self.field.textChanged.connect(lambda _text: self._show())
        self.field.moved_down.connect(self._stack.setFocus)
        self.desk.hub.announced.connect(self._hear)

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_narrow = self.width() < px(820)
        self._head.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    # -- moving about ---------------------------------------------------------------------------------------

    @property
    def view(self) -> str:
        """``month``, ``week`` or ``agenda``."""
        return next(name for name, chip in self._chips.items() if chip.isChecked())

    @property
    def day(self) -> date:
        """The day chosen."""
        return self._day

    def set_view(self, view: str, *, is_reading: bool = True) -> None:
        """Show the month, the week or the agenda around the chosen day."""
        chip = self._chips.get(view, self._chips[MONTH])
        chip.setChecked(True)
        widget = {MONTH: self.month, WEEK: self.week, AGENDA: self.agenda}[self.view]
        self._stack.setCurrentWidget(widget)
        self._stack.setFocusProxy(widget)
        self.desk.preferences.set(_VIEW, self.view)
        if is_reading:
            widget.setFocus()
            self._read()

    def go(self, day: date) -> None:
        """Choose a day; another page is read where it is not on this one."""
        before = self._range()
        self._day = day
        for grid in (self.month, self.week):
            grid.choose(day)
        if self._range() != before:
            self._read()
        else:
            self._show_title()

    def turn(self, step: int) -> None:
        """One page on or back: a month, a week, or thirty days of the agenda."""
        if self.view == MONTH:
            self.go(days.month_on(self._day, step))
        else:
            self.go(self._day + timedelta(days=step * (7 if self.view == WEEK else 30)))

    def _show_day(self, day: date) -> None:
        self.go(day)
        self.set_view(AGENDA)

    def _range(self) -> tuple[date, date]:
        if self.view == MONTH:
            shown = days.month_days(self._day, dates.first_weekday())
        elif self.view == WEEK:
            shown = days.week_days(self._day, dates.first_weekday())
        else:
            return min(self._day, self.today() - BACK), self._day + AHEAD
        return shown[0], shown[-1]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_T: lambda: self.go(self.today()),
            Qt.Key.Key_M: lambda: self.set_view(MONTH),
            Qt.Key.Key_W: lambda: self.set_view(WEEK),
            Qt.Key.Key_A: lambda: self.set_view(AGENDA),
            Qt.Key.Key_N: lambda: self.start(self._day),
            Qt.Key.Key_Plus: lambda: self.turn(1),
            Qt.Key.Key_Minus: lambda: self.turn(-1),
            Qt.Key.Key_PageDown: lambda: self.turn(1),
            Qt.Key.Key_PageUp: lambda: self.turn(-1),
        }
        plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        act = acts.get(event.key()) if not plain else None
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    # -- reading and showing --------------------------------------------------------------------------------

    def enter(self, route: Route) -> None:
        if route.detail:
            self._day = date.fromisoformat(route.detail)
        for grid in (self.month, self.week):
            grid.choose(self._day)
        if self._is_old or route.detail:
            self._read()
        else:
            self._show()

    def title(self) -> str:
        return _("Calendar")

    def is_ready(self) -> bool:
        return self._is_ready

    def _hear(self, changes: ChangeSet) -> None:
        if changes.touches(RELEASE) or changes.touches(VERSION):
            self._is_old = True
            if self.isVisible():
                self._read()

    def _read(self) -> None:
        self._is_old = self._is_ready = False
        start, end = days.bounds(*self._range(), self._zone)
        self.desk.run(
            lambda uow: calendar.planned(uow, start, end), while_alive(self, self._take), key="calendar", flush=False
        )

    def _take(self, found: tuple[PlannedMoment, ...]) -> None:
        self._found = found
        self._is_ready = True
        self._show()

    def _show(self) -> None:
        now = datetime.now(UTC)
        words = _folded(self.field.text()).split()
        entries = [entry_of(moment, self._zone, now) for moment in self._found]
        shown = [entry for entry in entries if all(word in _folded(_searched(entry)) for word in words)]
        today, weekday = self.today(), dates.first_weekday()
        here = by_day(shown)
        if self.view == MONTH:
            self.month.show_days(days.month_days(self._day, weekday), here, today=today, month=self._day.month)
        elif self.view == WEEK:
            self.week.show_days(days.week_days(self._day, weekday), here, today=today, month=0)
        else:
            overdue = tuple(e for e in shown if e.role == "problem" and e.day < min(today, self._day))
            ahead = by_day(entry for entry in shown if entry.day >= self._day)
            self.agenda.show_entries(overdue, ahead, today)
            shown = [*overdue, *(entry for several in ahead.values() for entry in several)]
        self._hint.setVisible(not shown)
        self._show_title()

    def _show_title(self) -> None:
        if self.view == MONTH:
            words = dates.month_name(self._day)
        elif self.view == WEEK:
            words = dates.span(*self._range())
        else:
            words = _("From {day}").format(day=dates.long_day(self._day))
        self._title.setText(words)

    # -- deeds ----------------------------------------------------------------------------------------------

    def open_entry(self, entry: Entry) -> None:
        """Open the release of an entry: the translation where the hour is a translation's own."""
        release, language = entry.moment.row.release, entry.moment.language
        is_target = bool(language) and language != release.source_language
        self.desk.navigate(Route("translate" if is_target else "editor", release.id, language if is_target else ""))

    def move_entry(self, entry: Entry, by_days: int) -> None:
        """Put an entry some days on, and go along."""
        moment = entry.moment

        def done(moved: calendar.Moved) -> None:
            self.go(moved.at.astimezone(self._zone).date())
            self.desk.notify(_moved_words(entry, moved, self._day), "ok")

        self.desk.deed(lambda uow: calendar.move(uow, moment, by_days), while_alive(self, done), initiator="calendar")

    def start(self, day: date) -> None:
        """Begin a release that is due on a day, and open it."""
        tools, language, zone = self.desk.tools, interface_language(), self._zone.key

        def work(uow: UnitOfWork) -> Outcome[OpenRelease]:
            return calendar.start_release(uow, tools, language, day, zone)

        def opened(made: OpenRelease) -> None:
            self.desk.navigate(Route("editor", made.release.id))
            self.desk.notify(_("The new release is due on {day} at noon.").format(day=dates.long_day(day)), "ok")

        self.desk.deed(work, opened)


def _searched(entry: Entry) -> str:
    release = entry.moment.row.release
    return f"{entry.words} {release.number} {release.assignee} {release.owner}"


def _folded(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


def _moved_words(entry: Entry, moved: calendar.Moved, day: date) -> str:
    where = dates.long_day(day)
    if moved.voided:
        names = ", ".join(language_inside(language) for language in moved.voided)
        words = _(
            "The embargo now ends on {day}. It is part of the text that was signed: the approval of {languages} is void."
        )
        return words.format(day=where, languages=names)
    words = {
        MomentKind.DUE: _("Now due on {day}."),
        MomentKind.EMBARGO: _("The embargo now ends on {day}."),
        MomentKind.SCHEDULED: _("Now planned to leave on {day}."),
    }[entry.moment.kind]
    return words.format(day=where)


ENTRY = ScreenEntry("calendar", lambda: _("Calendar"), "calendar-blank", CalendarScreen, shortcut="Ctrl+8")
