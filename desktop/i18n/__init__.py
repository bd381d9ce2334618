"""The words of the interface and the words that go into releases, through gettext.

``_``, ``ngettext`` and ``pgettext`` speak the *interface* language (one at a time, set by :func:`use_language`).
:func:`in_document` speaks a *document's* language, whatever the interface shows. Texts carry named fields,
filled with ``.format(name=…)`` after translation; never an f-string inside, never a concatenation.

This is the lowest room: it may import nothing of ours but :mod:`desktop.places`.
"""

from __future__ import annotations

import gettext as _gettext
from functools import cache

from desktop import places

#: Interface languages with a complete catalogue, by their own names.
INTERFACE_LANGUAGES = {"en": "English", "es": "Español"}

_NULL = _gettext.NullTranslations()
_interface: _gettext.NullTranslations = _NULL
_language = "en"


def use_language(language: str) -> None:
    """Switch the interface's language; texts asked for from now on are in it. Main thread, before widgets."""
    global _interface, _language  # noqa: PLW0603 - gettext's own model: one interface language a process
    _language = language if language in INTERFACE_LANGUAGES else "en"
    _interface = _gettext.translation("interface", places.translations(), [_language], fallback=True)


def interface_language() -> str:
    """The interface's language now."""
    return _language


def _(message: str) -> str:
    """The message in the interface's language."""
    return _interface.gettext(message) if message else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form of a message for a number of things. Fill ``{count}`` yourself."""
    return _interface.ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """The message where the English word alone says too little."""
    return _interface.pgettext(context, message)


def N_(message: str) -> str:
    """Mark a message for the catalogue; translate it later with :func:`_`."""
    return message


@cache
def _release_catalogue(language: str) -> _gettext.NullTranslations:
    return _gettext.translation("release", places.translations(), [language.split("-", 1)[0]], fallback=True)


def in_document(language: str, message: str) -> str:
    """A word or label that goes into a release, in the release's language (English where it has none)."""
    return _release_catalogue(language).gettext(message)


def has_release_words(language: str) -> bool:
    """Whether the labels of a release exist in this language: English, or one with a catalogue."""
    known = isinstance(_release_catalogue(language), _gettext.GNUTranslations)
    return known or language.split("-", 1)[0].lower() == "en"
