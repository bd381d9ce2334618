"""``comunicado terms …``: import, export, find."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.app import wiring
from desktop.app.cli.output import emit
from desktop.app.cli.terms_verbs import FORMATS
from desktop.domain.errors import BadInputError
from desktop.i18n import _

if TYPE_CHECKING:
    from desktop.domain.concept import Concept
    from desktop.services.terms import FoundTerms
    from desktop.storage.workspace import Workspace
    from desktop.translation.terms.recognition import TermHit


def import_terms(path: Path, given: argparse.Namespace) -> None:
    """Bring terms in; the workspace is made if there is none yet, but not for a file that cannot be used."""
    from desktop.services import term_files
    from desktop.services.languages import language_tag

    if bool(given.source) != bool(given.target):
        raise BadInputError(_("Give both languages, or none."), kept=_("Nothing was changed."))
    languages = (language_tag(given.source), language_tag(given.target)) if given.source else None
    read = term_files.read_term_file(Path(given.file), languages)
    with wiring.open_or_create(path) as workspace, workspace.unit_of_work() as unit:
        rows = term_files.import_terms(unit, read.rows).value
    names = {
        "new": _("{count} new"),
        "changed": _("{count} changed"),
        "known": _("{count} known already"),
        "refused": _("{count} refused"),
    }
    counts = {name: sum(row.outcome == name for row in rows) for name in names}
    value = {
        "format": read.format,
        **counts,
        "rows": [{"row": row.row, "outcome": row.outcome, "reason": row.reason, "name": row.name} for row in rows],
        "warnings": list(read.warnings),
    }

    def lines() -> list[str]:
        told = [words.format(count=counts[name]) for name, words in names.items() if counts[name]]
        refused = [
            _("row {row}: {reason}").format(row=row.row, reason=row.reason) for row in rows if row.outcome == "refused"
        ]
        return [", ".join(told), *refused, *read.warnings]

    emit(given.json, value, lines)


def export_terms(workspace: Workspace, given: argparse.Namespace) -> None:
    """Write the whole termbase."""
    from desktop.exchange.terms.tbx_writer import TbxStyle
    from desktop.services import term_files

    name = given.file or given.output
    if not name or name == "-":
        raise BadInputError(_("Give the name of a file."), kept=_("Nothing was written."))
    output = Path(name)
    format_ = given.format or output.suffix.lower().removeprefix(".")
    if format_ not in FORMATS:
        raise BadInputError(
            _("The ending of “{name}” is no format of a termbase.").format(name=output.name),
            kept=_("Nothing was written."),
            advice=_("Give --format tbx, csv or xlsx."),
        )
    with workspace.unit_of_work() as unit:
        count = term_files.export_terms(unit, output, format_, style=TbxStyle(given.tbx))
    emit(given.json, {"file": str(output), "format": format_, "concepts": count}, lambda: [str(output)])


def find(workspace: Workspace, given: argparse.Namespace) -> None:
    """The terms of a text with their translations; where it has none, the terms that contain its words."""
    from desktop.services.languages import language_tag
    from desktop.services.terms import find_terms

    source, target = language_tag(given.source), language_tag(given.target)
    with workspace.unit_of_work() as unit:
        found = find_terms(unit, given.text, source, target)
    value = {"terms": [_hit_json(hit, given.text, target) for hit in found.hits]}
    value["terms"] += [_concept_json(concept, source, target) for concept in found.concepts]
    emit(given.json, value, lambda: _lines(found, given.text, source, target))


def _lines(found: FoundTerms, text: str, source: str, target: str) -> list[str]:
    lines = [
        _line(text[hit.start : hit.end], [each.text for each in hit.targets(target)], hit.concept) for hit in found.hits
    ]
    for concept in found.concepts:
        names = ", ".join(term.text for term in concept.in_language(source))
        lines.append(_line(names, [term.text for term in concept.usable(target)], concept))
    return lines or [_("Nothing was found.")]


def _line(term: str, targets: list[str], concept: Concept) -> str:
    note = f"  ({concept.note})" if concept.note else ""
    return f"{term}  →  {', '.join(targets)}{note}"


def _hit_json(hit: TermHit, text: str, target: str) -> dict[str, Any]:
    return {
        "start": hit.start,
        "end": hit.end,
        "text": text[hit.start : hit.end],
        "term": hit.term.text,
        "status": hit.term.status.value,
        "targets": [
            {"text": each.text, "term": each.term.text, "status": each.term.status.value, "note": each.term.note}
            for each in hit.targets(target)
        ],
        **_facts(hit.concept, target),
    }


def _concept_json(concept: Concept, source: str, target: str) -> dict[str, Any]:
    """A concept that only contains the words: it stands nowhere in the text."""
    first = concept.in_language(source)[0]
    return {
        "start": None,
        "end": None,
        "text": "",
        "term": first.text,
        "status": first.status.value,
        "targets": [
            {"text": term.text, "term": term.text, "status": term.status.value, "note": term.note}
            for term in concept.usable(target)
        ],
        **_facts(concept, target),
    }


def _facts(concept: Concept, target: str) -> dict[str, Any]:
    return {
        "forbidden": [
            {"text": term.text, "note": term.note, "means": term.means}
            for term in concept.in_language(target)
            if term.is_forbidden
        ],
        "concept": concept.id,
        "subject": concept.subject,
        "definition": concept.definition,
        "note": concept.note,
        "source": concept.source,
    }
