"""The termbase: concepts, each with its terms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.engine import Connection

from desktop.domain.concept import Concept, Term, TermStatus
from desktop.domain.ports import Clock
from desktop.i18n import N_, _
from desktop.storage import rows
from desktop.storage.schema import terms

_CONCEPT, _TERM = terms.concept, terms.term
_NONE = N_("The termbase has no concept with the id “{id}”.")


class SqlConcepts:
    """Fulfils :class:`desktop.domain.term_ports.Concepts`."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    def all(self) -> tuple[Concept, ...]:
        """See the port."""
        living = select(_CONCEPT).where(_CONCEPT.c.deleted_at.is_(None))
        heads = self._connection.execute(living.order_by(_CONCEPT.c.created_at, _CONCEPT.c.id)).all()
        named = select(_TERM).where(_TERM.c.deleted_at.is_(None)).order_by(_TERM.c.place, _TERM.c.id)
        return _with_terms(heads, self._connection.execute(named))

    def get(self, concept_id: str) -> Concept:
        """See the port."""
        head = rows.one(self._connection, _CONCEPT, concept_id, _(_NONE))
        mine = select(_TERM).where(_TERM.c.concept_id == concept_id, _TERM.c.deleted_at.is_(None))
        (found,) = _with_terms([head], self._connection.execute(mine.order_by(_TERM.c.place, _TERM.c.id)))
        return found

    def count(self) -> int:
        """See the port."""
        living = select(func.count()).select_from(_CONCEPT).where(_CONCEPT.c.deleted_at.is_(None))
        return int(self._connection.execute(living).scalar_one())

    def put(self, concept: Concept) -> Concept:
        """See the port."""
        sentence = _("The concept “{name}” was changed by somebody else meanwhile.").format(name=concept.name)
        rows.save(self._connection, _CONCEPT, _head(concept), concept.rev, self._clock.now(), sentence)
        self._put_terms(concept)
        return self.get(concept.id)

    def add_many(self, concepts: Iterable[Concept]) -> None:
        """See the port."""
        now = self._clock.now()
        new = {"created_at": now, "updated_at": now, "deleted_at": None, "rev": 1}
        for batch in rows.batches(concepts):
            self._connection.execute(_CONCEPT.insert(), [_head(each) | new for each in batch])
            named = [
                _term_values(term, place) | {"id": term.id, "concept_id": each.id} | new
                for each in batch
                for place, term in enumerate(each.terms)
            ]
            if named:
                self._connection.execute(_TERM.insert(), named)

    def remove(self, concept_ids: Iterable[str]) -> None:
        """See the port."""
        now = self._clock.now()
        for batch in rows.batches(concept_ids):
            living = update(_CONCEPT).where(_CONCEPT.c.id.in_(batch), _CONCEPT.c.deleted_at.is_(None))
            self._connection.execute(living.values(deleted_at=now, rev=_CONCEPT.c.rev + 1))

    def restore(self, concept_ids: Iterable[str]) -> None:
        """See the port."""
        for batch in rows.batches(concept_ids):
            gone = update(_CONCEPT).where(_CONCEPT.c.id.in_(batch), _CONCEPT.c.deleted_at.is_not(None))
            self._connection.execute(gone.values(deleted_at=None, rev=_CONCEPT.c.rev + 1))

    def _put_terms(self, concept: Concept) -> None:
        """Write the terms that differ; one that is not among them gets a tombstone, one that is back loses it."""
        now = self._clock.now()
        mine = select(_TERM).where(_TERM.c.concept_id == concept.id)
        stored = {row.id: row for row in self._connection.execute(mine)}
        for place, term in enumerate(concept.terms):
            values = _term_values(term, place) | {"updated_at": now, "deleted_at": None}
            known = stored.pop(term.id, None)
            if known is None:
                new = {"id": term.id, "concept_id": concept.id, "created_at": now, "rev": 1}
                self._connection.execute(_TERM.insert().values(values | new))
            elif known.deleted_at is not None or (known.place, _term(known)) != (place, term):
                changed = update(_TERM).where(_TERM.c.id == term.id)
                self._connection.execute(changed.values(values | {"rev": _TERM.c.rev + 1}))
        gone = [row.id for row in stored.values() if row.deleted_at is None]
        if gone:
            marked = update(_TERM).where(_TERM.c.id.in_(gone))
            self._connection.execute(marked.values(deleted_at=now, updated_at=now, rev=_TERM.c.rev + 1))


def _head(concept: Concept) -> dict[str, Any]:
    return {
        "id": concept.id,
        "subject": concept.subject,
        "definition": concept.definition,
        "note": concept.note,
        "source": concept.source,
    }


def _term_values(term: Term, place: int) -> dict[str, Any]:
    return {
        "language": term.language,
        "text": term.text,
        "status": term.status.value,
        "note": term.note,
        "part_of_speech": term.part_of_speech,
        "means": term.means,
        "place": place,
    }


def _with_terms(heads: Sequence[rows.AnyRow], named: Iterable[rows.AnyRow]) -> tuple[Concept, ...]:
    mine: dict[str, list[Term]] = {row.id: [] for row in heads}
    for row in named:
        if row.concept_id in mine:
            mine[row.concept_id].append(_term(row))
    return tuple(
        Concept(row.id, tuple(mine[row.id]), row.subject, row.definition, row.note, row.source, row.rev)
        for row in heads
    )


def _term(row: rows.AnyRow) -> Term:
    return Term(row.id, row.language, row.text, TermStatus(row.status), row.note, row.part_of_speech, row.means)
