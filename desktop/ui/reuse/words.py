"""Icons of the kinds of found things, and what their empty fields say."""

from __future__ import annotations

from desktop.editorial.reuse.found import GapKind
from desktop.i18n import _

ICONS = {
    GapKind.DATE: "calendar-blank",
    GapKind.RELATIVE: "clock-counter-clockwise",
    GapKind.TIME: "clock",
    GapKind.YEAR: "calendar",
    GapKind.EDITION: "list-numbers",
    GapKind.PERSON: "user",
    GapKind.TITLE: "identification-badge",
    GapKind.ORGANISATION: "buildings",
    GapKind.PLACE: "map-pin",
    GapKind.NUMBER: "hash",
}


def hint(kind: GapKind) -> str:
    """What an empty field says."""
    if kind is GapKind.DATE:
        return _("New date, for example 2027-06-24")
    if kind is GapKind.PERSON:
        return _("First name and family name")
    return _("New value")
