"""Where the recognised terms stand in a source cell, which also shows what was struck out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.ui.text.underlining import LINE, Underline
from desktop.ui.translate.rows import DiffRun

if TYPE_CHECKING:
    from desktop.translation.terms.recognition import TermHit

#: The thin blank that the cell puts between struck and new words.
_BLANK = 1


def shown_places(runs: Sequence[DiffRun]) -> list[int]:
    """For each code point of the source (and its end) its place in the cell."""
    places: list[int] = []
    at, before = 0, ""
    for run in runs:
        if (before, run.kind) in (("delete", "insert"), ("insert", "delete")):
            at += _BLANK
        before = run.kind
        if run.kind != "delete":
            places += range(at, at + len(run.text))
        at += len(run.text)
    return [*places, at]


def underlines(hits: Sequence[TermHit], runs: Sequence[DiffRun]) -> tuple[Underline, ...]:
    """The marks of a source cell; a forbidden term has its own colour."""
    if not hits:
        return ()
    places = shown_places(runs)
    made: dict[tuple[int, int], Underline] = {}
    for hit in hits:
        if hit.end < len(places):
            start, end = places[hit.start], places[hit.end - 1] + 1
            role = "problem" if hit.is_forbidden else "edge"
            made.setdefault((start, end), Underline(start, end, role, LINE, hit.concept.id))
    return tuple(made.values())


def tip(hits: Sequence[TermHit], concept_id: str, language: str) -> str:
    """What a term's tooltip says: its translations, what never to write, its note."""
    hit = next((each for each in hits if each.concept.id == concept_id), None)
    if hit is None:
        return ""
    lines = [" · ".join(target.text for target in hit.targets(language)) or _("No translation yet")]
    lines += [
        _("Never “{term}”").format(term=term.text) for term in hit.concept.in_language(language) if term.is_forbidden
    ]
    lines += [part for part in (hit.concept.definition, hit.concept.note) if part]
    return "\n".join(lines)
