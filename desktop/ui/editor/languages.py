"""The languages that a version can be added in, by their names."""

from __future__ import annotations

from desktop.i18n import _

#: BCP 47 tags in the order in which they are offered.
OFFERED = ("en", "es", "fr")


def language_name(language: str) -> str:
    """A language's name in the interface's language; the tag where it has none."""
    names = {"en": _("English"), "es": _("Spanish"), "fr": _("French")}
    return names.get(language.split("-", 1)[0], language)
