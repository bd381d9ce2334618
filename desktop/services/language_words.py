"""Languages by name in the sentences of services."""

from __future__ import annotations

from desktop.i18n import interface_language


def named(tag: str) -> str:
    """A language's name in the interface's language, with a capital."""
    from desktop.publishing.dates import language_name  # noqa: PLC0415 - lazy: Babel

    return language_name(tag, interface_language())


def inside(tag: str) -> str:
    """A language's name inside a sentence: Spanish writes it small there."""
    return named(tag).lower() if interface_language() == "es" else named(tag)
