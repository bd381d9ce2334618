"""The termbase: adding, editing and deleting concepts, and looking terms up in a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop.domain.changes import CONCEPT, Change, ChangeSet, Deed, Outcome
from desktop.domain.concept import Concept, Term
from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.ports import UnitOfWork
from desktop.i18n import _, ngettext
from desktop.services.cancelling import checkpoint
from desktop.services.languages import language_tag
from desktop.translation.language_forms import primary
from desktop.translation.terms.index import TermIndex, build_index
from desktop.translation.terms.recognition import TermHit, recognise
from desktop.translation.terms.tokens import fold

#: Longer than this is a text, not a term.
MAX_TERM = 500


@dataclass(frozen=True, slots=True)
class FoundTerms:
    """The terms recognised in a text; where there are none, the concepts that have its words in a term."""

    hits: tuple[TermHit, ...]
    concepts: tuple[Concept, ...] = ()


def termbase(uow: UnitOfWork) -> tuple[Concept, ...]:
    """Every concept with its terms, the oldest first."""
    return uow.concepts.all()


def term_index(uow: UnitOfWork) -> TermIndex:
    """The termbase ready for looking terms up. Some tenths of a second for thousands of concepts."""
    return build_index(uow.concepts.all(), checkpoint)


def find_terms(uow: UnitOfWork, text: str, source: str, target: str = "") -> FoundTerms:
    """What the termbase knows about a text in a language: its terms, else concepts whose terms contain it.

    With a ``target`` only concepts that have a usable term in it.
    """
    index = term_index(uow)
    hits = tuple(h for h in recognise(text, source, index) if not target or h.concept.usable(target))
    if hits:
        return FoundTerms(hits)
    words = fold(text).split()
    found = tuple(
        each
        for each in index.concepts.values()
        if words and (not target or each.usable(target)) and _contains(each.in_language(source), words)
    )
    return FoundTerms((), found)


def _contains(terms: Iterable[Term], words: Sequence[str]) -> bool:
    return any(all(word in fold(term.text) for word in words) for term in terms)


# -- deeds ----------------------------------------------------------------------------------------------------


def save_concept(uow: UnitOfWork, concept: Concept) -> Outcome[Concept]:
    """Add (``id == ""``) or save a concept with exactly these terms; terms with an empty ``id`` are new.

    Terms are grouped by language. Raises BadInputError for no term, a term twice in a language, and a term that is a
    whole text.
    """
    given = cleaned(uow, concept)
    if not given.id:
        added = uow.concepts.put(replace(given, id=uow.ids.new(), rev=0))
        return Outcome(added, change_of(added.id), _removal((added.id,), _("Add “{name}”").format(name=added.name)))
    before = uow.concepts.get(given.id)
    if replace(before, rev=0) == replace(given, rev=0):
        return Outcome(before)
    saved = uow.concepts.put(given)
    return Outcome(saved, change_of(saved.id), swap(saved, before, _("Edit “{name}”").format(name=before.name)))


def cleaned(uow: UnitOfWork, concept: Concept) -> Concept:
    """The concept as it is kept: one line a term, languages as tags, terms by language; or BadInputError."""
    kept = _("Nothing was changed.")
    terms: list[Term] = []
    seen: set[tuple[str, str]] = set()
    for term in concept.terms:
        text = _line(term.text)
        if not text:
            continue
        if len(text) > MAX_TERM:
            raise BadInputError(
                _("A term of {count} characters is a text, not a term.").format(count=len(text)), kept=kept
            )
        language = language_tag(term.language)
        if (language, text) in seen:
            raise BadInputError(_("“{term}” is there twice.").format(term=text), kept=kept)
        seen.add((language, text))
        word_class, means = _line(term.part_of_speech), _line(term.means)
        terms.append(
            replace(
                term, id=term.id or uow.ids.new(), language=language, text=text, note=term.note.strip(),
                part_of_speech=word_class, means=means,
            )
        )  # fmt: skip
    if not terms:
        raise BadInputError(_("A concept needs a term."), kept=kept, advice=_("Write one in at least one language."))
    order = list(dict.fromkeys(term.language for term in terms))
    return replace(
        concept,
        terms=tuple(sorted(terms, key=lambda term: order.index(term.language))),
        subject=_line(concept.subject),
        definition=concept.definition.strip(),
        note=concept.note.strip(),
        source=concept.source.strip(),
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def swap(saved: Concept, before: Concept, label: str) -> Deed:
    """Put the earlier state of a concept back, if nothing changed since."""

    def back(unit: UnitOfWork) -> Outcome[Concept]:
        current = unit.concepts.get(saved.id)
        if replace(current, rev=0) != replace(saved, rev=0):
            raise ConflictError(_("This concept was changed since; nothing was undone."))
        restored = unit.concepts.put(replace(before, rev=current.rev))
        return Outcome(restored, change_of(saved.id), swap(restored, current, label))

    return Deed(label, back)


def remove_concepts(uow: UnitOfWork, concept_ids: Sequence[str]) -> Outcome[int]:
    """Delete concepts; answers how many. Undo brings them back as they were."""
    gone = [uow.concepts.get(each) for each in dict.fromkeys(concept_ids)]
    ids = tuple(each.id for each in gone)
    uow.concepts.remove(ids)
    if len(gone) == 1:
        label = _("Delete “{title}”").format(title=gone[0].name)
    else:
        label = ngettext("Delete {count} concept", "Delete {count} concepts", len(gone)).format(count=len(gone))

    def back(unit: UnitOfWork) -> Outcome[int]:
        unit.concepts.restore(ids)
        return Outcome(len(ids), change_of(*ids), Deed(label, lambda again: remove_concepts(again, ids)))

    return Outcome(len(ids), change_of(*ids), Deed(label, back) if ids else None)


def _removal(ids: tuple[str, ...], label: str) -> Deed:
    def back(unit: UnitOfWork) -> Outcome[int]:
        done = remove_concepts(unit, ids)
        return Outcome(done.value, done.changes, replace(done.inverse, label=label) if done.inverse else None)

    return Deed(label, back)


def add_pair(uow: UnitOfWork, source: Term, target: Term, note: str = "") -> Outcome[Concept]:
    """Add a term and its translation in one go.

    Where a concept has the source term already, the translation joins it as an admitted term; where it has both,
    nothing changes.
    """
    wanted = _line(source.text), _line(target.text)
    for concept in uow.concepts.all():
        if not has_term(concept, source.language, wanted[0]):
            continue
        if has_term(concept, target.language, wanted[1]):
            return Outcome(concept)
        note = "\n".join(part for part in (concept.note, note.strip()) if part)
        return save_concept(uow, replace(concept, terms=(*concept.terms, target), note=note))
    return save_concept(uow, Concept("", (source, target), note=note))


def has_term(concept: Concept, language: str, text: str) -> bool:
    """Whether a concept has exactly this term in a language, case and accents as written."""
    return any(term.text == text and primary(term.language) == primary(language) for term in concept.terms)


def change_of(*concept_ids: str) -> ChangeSet:
    """That these concepts changed."""
    return ChangeSet.of(*(Change(CONCEPT, each) for each in concept_ids))
