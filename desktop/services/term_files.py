"""Termbases from files and into files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop import places
from desktop.domain.changes import CONCEPT, Change, ChangeSet, Deed, Outcome
from desktop.domain.concept import Concept, Term
from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.ports import UnitOfWork
from desktop.exchange.terms.files import FORMATS, read_terms
from desktop.exchange.terms.read_terms import ReadConcept, ReadTerms
from desktop.exchange.terms.tbx_writer import TbxStyle, to_tbx
from desktop.i18n import _, ngettext
from desktop.services.cancelling import checkpoint
from desktop.services.exporting import write_whole
from desktop.services.terms import cleaned
from desktop.translation.language_forms import primary


@dataclass(frozen=True, slots=True)
class TermRow:
    """What became of a row of a file: ``outcome`` is ``new``, ``changed``, ``known`` or ``refused``."""

    row: int
    outcome: str
    reason: str = ""
    name: str = ""


def read_term_file(path: Path, languages: tuple[str, str] | None = None) -> ReadTerms:
    """The concepts of a file (TBX, CSV, XLSX, OmegaT's glossary); ``languages`` where the file does not say.

    Raises BadInputError. Touches no workspace.
    """
    return read_terms(path, languages)


def starter_termbase() -> ReadTerms:
    """The termbase that comes with the program: migration and press terms in English and Spanish."""
    return read_terms(places.resource("sample", "glossary.csv"))


def import_terms(uow: UnitOfWork, rows: Sequence[ReadConcept]) -> Outcome[tuple[TermRow, ...]]:
    """Put a file's concepts into the termbase; undo takes all of it out again.

    A concept with a known id takes the file's state. One that shares a term in two languages with a known one (or its
    only one) adds to it what is new. The others are new.
    """
    known = _Known(uow.concepts.all())
    report: list[TermRow] = []
    added: list[Concept] = []
    changed: dict[str, tuple[Concept, Concept]] = {}
    for row in rows:
        checkpoint()
        if row.concept is None:
            report.append(TermRow(row.row, "refused", row.reason))
            continue
        try:
            outcome, concept = _judge(uow, known, row.concept)
        except BadInputError as error:
            report.append(TermRow(row.row, "refused", str(error)))
            continue
        report.append(TermRow(row.row, outcome, "", concept.name))
        if outcome == "new":
            added.append(concept)
        elif outcome == "changed" and concept.id in known.stored:
            changed[concept.id] = (known.stored[concept.id], concept)
        if outcome != "known":
            known.put(concept)
    fresh = tuple(dict.fromkeys(concept.id for concept in added))
    uow.concepts.add_many(known.now[concept_id] for concept_id in fresh)
    saved = [(before, uow.concepts.put(replace(after, rev=before.rev))) for before, after in changed.values()]
    return _outcome(tuple(report), {each: known.now[each] for each in fresh}, saved)


def _judge(uow: UnitOfWork, known: _Known, given: Concept) -> tuple[str, Concept]:
    same = known.now.get(given.id) if given.id else None
    if same is not None:
        ids = {(term.language, term.text): term.id for term in same.terms}
        terms = tuple(replace(term, id=ids.get((term.language, term.text), "")) for term in given.terms)
        made = cleaned(uow, replace(given, terms=terms, rev=same.rev))
        return ("known", same) if made == same else ("changed", made)
    same = known.like(given)
    if same is None:
        made = cleaned(uow, replace(given, id=uow.ids.new(), rev=1))
        return "new", made
    made = cleaned(uow, _joined(same, given))
    return ("known", same) if made == same else ("changed", made)


def _joined(known: Concept, given: Concept) -> Concept:
    """The known concept with the terms it had not yet, and with texts where it had none."""
    have = {(term.language, term.text) for term in known.terms}
    new = tuple(term for term in given.terms if (term.language, " ".join(term.text.split())) not in have)
    return replace(
        known,
        terms=known.terms + new,
        subject=known.subject or given.subject,
        definition=known.definition or given.definition,
        note=known.note or given.note,
        source=known.source or given.source,
    )


class _Known:
    """The termbase while a file comes in: as stored, and as it is now, found by terms."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self.stored = {concept.id: concept for concept in concepts}
        self.now: dict[str, Concept] = {}
        self._by_term: dict[tuple[str, str], list[str]] = {}
        for concept in concepts:
            self.put(concept)

    def put(self, concept: Concept) -> None:
        self.now[concept.id] = concept
        for term in concept.terms:
            ids = self._by_term.setdefault(_key(term), [])
            if concept.id not in ids:
                ids.append(concept.id)

    def like(self, given: Concept) -> Concept | None:
        """The concept that has a usable term of the given one in two languages; in one, where either has only one."""
        shared: dict[str, set[str]] = {}
        for term in given.terms:
            if not term.is_forbidden:
                for concept_id in self._by_term.get(_key(term), ()):
                    shared.setdefault(concept_id, set()).add(primary(term.language))
        languages = {primary(term.language) for term in given.terms}
        for concept_id, common in shared.items():
            concept = self.now[concept_id]
            theirs = {primary(term.language) for term in concept.terms}
            if len(common) > 1 or (len(languages) == 1 and theirs == languages):
                return concept
        return None


def _key(term: Term) -> tuple[str, str]:
    return primary(term.language), " ".join(term.text.split())


def _outcome(
    report: tuple[TermRow, ...], added: dict[str, Concept], saved: list[tuple[Concept, Concept]]
) -> Outcome[tuple[TermRow, ...]]:
    count = len(added) + len(saved)
    if not count:
        return Outcome(report)
    label = ngettext("Import {count} concept", "Import {count} concepts", count).format(count=count)
    changes = ChangeSet.of(Change(CONCEPT, "*"))
    return Outcome(report, changes, Deed(label, lambda unit: _take_back(unit, label, added, saved)))


def _take_back(
    uow: UnitOfWork, label: str, added: dict[str, Concept], saved: list[tuple[Concept, Concept]]
) -> Outcome[int]:
    for concept in added.values():
        if replace(uow.concepts.get(concept.id), rev=0) != replace(concept, rev=0):
            raise ConflictError(_("“{name}” was changed since; nothing was undone.").format(name=concept.name))
    back = []
    for before, after in saved:
        current = uow.concepts.get(after.id)
        if replace(current, rev=0) != replace(after, rev=0):
            raise ConflictError(_("“{name}” was changed since; nothing was undone.").format(name=after.name))
        back.append((current, uow.concepts.put(replace(before, rev=current.rev))))
    uow.concepts.remove(added)
    changes = ChangeSet.of(Change(CONCEPT, "*"))
    return Outcome(len(added), changes, Deed(label, lambda unit: _bring_again(unit, label, added, back)))


def _bring_again(
    uow: UnitOfWork, label: str, added: dict[str, Concept], saved: list[tuple[Concept, Concept]]
) -> Outcome[int]:
    uow.concepts.restore(added)
    again = [(uow.concepts.get(now.id), before) for before, now in saved]
    done = [(current, uow.concepts.put(replace(after, rev=current.rev))) for current, after in again]
    changes = ChangeSet.of(Change(CONCEPT, "*"))
    return Outcome(len(added), changes, Deed(label, lambda unit: _take_back(unit, label, added, done)))


def export_terms(
    uow: UnitOfWork, path: Path, format_: str, concept_ids: Sequence[str] = (), *, style: TbxStyle = TbxStyle.V2
) -> int:
    """Write the termbase (or some of its concepts) as ``tbx``, ``csv`` or ``xlsx``; answers how many concepts."""
    wanted = set(concept_ids)
    concepts = [each for each in uow.concepts.all() if not wanted or each.id in wanted]
    write_whole(path, to_tbx(concepts, style) if format_ == "tbx" else FORMATS[format_](concepts))
    return len(concepts)
