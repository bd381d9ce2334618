"""The columns of the table of units."""

from __future__ import annotations

from desktop.domain.unit import TranslationUnit
from desktop.i18n import _
from desktop.ui.widgets.match_words import origin_word
from desktop.ui.widgets.paged_model import Column
from desktop.ui.widgets.when import day, exact, local

#: Widths at 100 %; 0 shares what is left.
WIDTHS = (0, 0, 104, 208, 104)


def unit_columns() -> tuple[Column[TranslationUnit], ...]:
    """Both texts, the languages, how it came, when it changed."""
    return (
        Column(_("Source"), lambda unit: _one_line(unit.source.text), tooltip=lambda unit: unit.source.text),
        Column(_("Translation"), lambda unit: _one_line(unit.target.text), tooltip=lambda unit: unit.target.text),
        Column(_("Languages"), lambda unit: f"{unit.source_language.upper()} → {unit.target_language.upper()}"),
        Column(_("Origin"), _origin, tooltip=_origin),
        Column(
            _("Changed"),
            lambda unit: day(local(unit.changed_at)) if unit.changed_at else "",
            tooltip=lambda unit: exact(unit.changed_at) if unit.changed_at else "",
        ),
    )


def _one_line(text: str) -> str:
    """What fits a row; a sentence of thousands of signs would be laid out whole."""
    return " ".join(text[:400].split())


def _origin(unit: TranslationUnit) -> str:
    return " · ".join(part for part in (origin_word(unit.origin), unit.author) if part)
