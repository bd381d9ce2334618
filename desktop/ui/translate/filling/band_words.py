"""What the bands of matches are called."""

from __future__ import annotations

from desktop.i18n import _
from desktop.translation.statistics import Band


def band_word(band: Band) -> str:
    """A band as a table names it."""
    return {
        Band.LINEAGE: _("102 % (same release)"),
        Band.CONTEXT: _("101 % (in context)"),
        Band.EXACT: _("100 %"),
        Band.REPETITION: _("Repetitions"),
        Band.B95: _("95–99 %"),
        Band.B85: _("85–94 %"),
        Band.B75: _("75–84 %"),
        Band.B50: _("50–74 %"),
        Band.NONE: _("No match"),
    }[band]


def column_words() -> dict[str, str]:
    """The headings of the table, by the plain names that the export knows."""
    return {
        "band": _("Match"),
        "sentences": _("Sentences"),
        "words": _("Words"),
        "characters": _("Characters"),
        "signs": _("Without spaces"),
        "inner": _("Known from the text"),
        "total": _("Total"),
    }
