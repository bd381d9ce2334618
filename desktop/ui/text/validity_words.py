"""How a text of the library stands, in the interface's words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale

from desktop.editorial.boilerplate import Validity
from desktop.i18n import _, interface_language


def day_words(day: date) -> str:
    """A day as the interface writes it: ``31 December 2026``, ``31 de diciembre de 2026``."""
    locale = QLocale("es_419" if interface_language() == "es" else "en_GB")
    form = "d 'de' MMMM 'de' yyyy" if interface_language() == "es" else "d MMMM yyyy"
    return locale.toString(QDate(day.year, day.month, day.day), form)


def standing_words(validity: Validity, until: date | None) -> tuple[str, str, str]:
    """How a boilerplate stands, in words, with the colour's role and an icon."""
    day = day_words(until) if until else ""
    match validity:
        case Validity.ENDED:
            return _("ended on {date}").format(date=day), "problem", "warning-circle"
        case Validity.NOT_YET:
            return _("begins on {date}").format(date=day), "problem", "warning-circle"
        case Validity.ENDS_SOON:
            return _("ends soon, on {date}").format(date=day), "stale", "hourglass-medium"
        case Validity.NO_TEXT:
            return _("no text in this language"), "stale", "warning-circle"
        case _:
            return (_("valid until {date}").format(date=day) if day else _("valid, no end set")), "muted", "lock-simple"
