"""What a release is called where it has no words of its own."""

from __future__ import annotations

from desktop.domain.release import Release
from desktop.i18n import _


def type_word(type_: str) -> str:
    """A release type in the interface's language; an office's own type as it is named."""
    known = {
        "press-release": _("Press release"),
        "media-advisory": _("Media advisory"),
        "statement": _("Statement"),
    }
    return known.get(type_) or type_.replace("-", " ").capitalize()


def title_of(release: Release) -> str:
    """The title, or a word for having none."""
    return release.title or _("Untitled")
