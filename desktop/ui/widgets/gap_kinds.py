"""What the kinds of found things are called."""

from __future__ import annotations

from desktop.editorial.reuse.found import GapKind
from desktop.i18n import _


def kind_words() -> dict[GapKind, str]:
    """Every kind in the interface's language."""
    return {
        GapKind.DATE: _("Date"),
        GapKind.RELATIVE: _("Relative date"),
        GapKind.TIME: _("Time"),
        GapKind.YEAR: _("Year"),
        GapKind.EDITION: _("Edition"),
        GapKind.PERSON: _("Person"),
        GapKind.TITLE: _("Title of office"),
        GapKind.ORGANISATION: _("Organization"),
        GapKind.PLACE: _("Place"),
        GapKind.NUMBER: _("Figure"),
    }
