"""One planned hour as the calendar shows it: its day here, its words, its look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from desktop.domain.planning import MomentKind, PlannedMoment
from desktop.editorial.calendar_days import zone_or_utc
from desktop.editorial.workflow import LEFT
from desktop.i18n import _
from desktop.ui.widgets.release_words import title_of

_LOOKS = {
    MomentKind.DUE: ("flag", "stale"),
    MomentKind.EMBARGO: ("clock", "info"),
    MomentKind.SCHEDULED: ("calendar-blank", "accent"),
    MomentKind.RELEASED: ("paper-plane-tilt", "ok"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A planned hour on a day of the office's calendar. ``role`` is a colour role; ``short`` the word where room is scarce."""

    moment: PlannedMoment
    day: date
    time: str
    word: str
    short: str
    title: str
    icon: str
    role: str
    words: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What it stays the same by when the calendar is read again."""
        return self.moment.row.release.id, self.moment.kind.value, self.moment.language

    @property
    def can_move(self) -> bool:
        """Whether it may be put on another day."""
        return self.moment.kind is not MomentKind.RELEASED


def kind_word(kind: MomentKind, *, is_overdue: bool = False) -> str:
    """What happens, in a word."""
    if kind is MomentKind.DUE:
        return _("overdue") if is_overdue else _("due")
    return {
        MomentKind.EMBARGO: _("embargo ends"),
        MomentKind.SCHEDULED: _("planned to leave"),
        MomentKind.RELEASED: _("released"),
    }[kind]


def _short_word(kind: MomentKind, *, is_overdue: bool) -> str:
    short = {MomentKind.EMBARGO: _("embargo"), MomentKind.SCHEDULED: _("planned")}
    return short.get(kind) or kind_word(kind, is_overdue=is_overdue)


def entry_of(moment: PlannedMoment, office: ZoneInfo, now: datetime) -> Entry:
    """An hour as it is shown in the office's zone, with its own zone beside it where that is another one."""
    local = moment.at.astimezone(office)
    release = moment.row.release
    is_overdue = moment.kind is MomentKind.DUE and moment.at < now and not _has_left(moment)
    icon, role = ("warning", "problem") if is_overdue else _LOOKS[moment.kind]
    word = kind_word(moment.kind, is_overdue=is_overdue)
    short = _short_word(moment.kind, is_overdue=is_overdue)
    if moment.language:
        word, short = f"{moment.language.upper()} {word}", f"{moment.language.upper()} {short}"
    time = f"{local:%H:%M}"
    own = moment.at.astimezone(zone_or_utc(moment.zone)) if moment.zone else local
    if own.utcoffset() != local.utcoffset():
        place = moment.zone.rsplit("/", 1)[-1].replace("_", " ")
        own_time = f"{own:%H:%M}" if own.date() == local.date() else f"{own:%d/%m %H:%M}"
        time_words = _("{time} ({own_time} {place})").format(time=time, own_time=own_time, place=place)
    else:
        time_words = time
    title = title_of(release)
    return Entry(moment, local.date(), time, word, short, title, icon, role, f"{time_words} · {word} · {title}")


def _has_left(moment: PlannedMoment) -> bool:
    if moment.language:
        return any(v.language == moment.language and v.status in LEFT for v in moment.row.versions)
    return moment.row.release.status in LEFT


def by_day(entries: Iterable[Entry]) -> dict[date, tuple[Entry, ...]]:
    """The entries of each day, by hour."""
    found: dict[date, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.day].append(entry)
    return {day: tuple(sorted(several, key=lambda each: each.moment.at)) for day, several in found.items()}
