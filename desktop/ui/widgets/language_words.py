"""Languages by their names."""

from __future__ import annotations

from desktop.i18n import _, interface_language

#: BCP 47 tags in the order in which they are offered for a version.
OFFERED = ("en", "es", "fr")

_OWN_NAMES = {"en": "English", "es": "Español", "fr": "Français"}


def language_name(language: str) -> str:
    """A language's name in the interface's language; the tag where it has none."""
    names = {"en": _("English"), "es": _("Spanish"), "fr": _("French")}
    return names.get(language.split("-", 1)[0], language)


def language_inside(language: str) -> str:
    """A language's name inside a sentence: Spanish writes it small there."""
    name = language_name(language)
    return name.lower() if interface_language() == "es" else name


def own_name(language: str) -> str:
    """A language by its own name; the tag where it has none."""
    return _OWN_NAMES.get(language.split("-", 1)[0], language)
