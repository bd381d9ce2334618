"""Dates in the interface's words, and the day on which its weeks begin."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale

from desktop.i18n import interface_language


def locale() -> QLocale:
    """The system's locale where it speaks the interface's language (``en_GB``), else the language's own."""
    system, own = QLocale.system(), QLocale(interface_language())
    return system if system.language() == own.language() else own


def first_weekday() -> int:
    """The day on which a week begins here: 1 is Monday, 7 Sunday."""
    return int(locale().firstDayOfWeek().value)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def weekday_name(day: date) -> str:
    """``Mon``, ``Lun``."""
    return _capital(locale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat))


def long_day(day: date) -> str:
    """``Tuesday, 26 May 2026``, ``martes, 26 de mayo de 2026``: for the middle of a sentence."""
    return locale().toString(_qdate(day), QLocale.FormatType.LongFormat)


def day_heading(day: date) -> str:
    """A long day at the beginning of a line."""
    return _capital(long_day(day))


def month_name(day: date) -> str:
    """``May 2026``."""
    return _capital(locale().toString(_qdate(day), "MMMM yyyy"))


def span(first: date, last: date) -> str:
    """``25 – 31 May 2026``, ``29 Jun – 5 Jul 2026``."""
    end = locale().toString(_qdate(last), "d MMM yyyy")
    begin = locale().toString(_qdate(first), "d" if first.month == last.month else "d MMM")
    return f"{begin} – {end}"
