"""Full text over all versions, the quotations in them, and the older versions that are kept.

A question is answered in two steps, so that the window can show the first page at once: :meth:`SqlSearch.places`
finds and orders everything (row numbers only), :meth:`SqlSearch.hits` reads what one page shows.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, delete, func, insert, select, update
from sqlalchemy.engine import Connection

from desktop.domain.archive import FACETS, ArchiveQuery
from desktop.domain.document import Document
from desktop.domain.ports import Clock, SearchHit
from desktop.storage import rows
from desktop.storage.asking import Asked, ask, hit_pattern
from desktop.storage.days import day_of
from desktop.storage.folding import compose, folded_words, spaced
from desktop.storage.fulltext import FullText
from desktop.storage.revisions import kept_document
from desktop.storage.schema import texts
from desktop.storage.snippets import HIT_END, HIT_START, marked, snippet

__all__ = ["HIT_END", "HIT_START", "SqlSearch", "snippet"]

_TEXT, _QUOTE, _OLD, _RELEASE, _VERSION = (
    texts.version_text,
    texts.quotation,
    texts.revision_text,
    texts.release,
    texts.version,
)
#: Older versions have places below zero, so that one list can hold both.
_PER_FACET = 12


class SqlSearch:
    """Fulfils :class:`desktop.domain.ports.Search`."""

    def __init__(self, connection: Connection, full_text: FullText, clock: Clock) -> None:
        self._connection = connection
        self._full_text = full_text
        self._clock = clock

    # -- keeping --------------------------------------------------------------------------------------------

    def index(self, release_id: str, version_id: str, document: Document) -> None:
        """See the port. Writes nothing where the text is as it was."""
        title, body = compose(document.title), compose(document.plain_text)
        known = self._connection.execute(
            select(_TEXT.c.place, _TEXT.c.title, _TEXT.c.body, _TEXT.c.language, _TEXT.c.dated_on).where(
                _TEXT.c.version_id == version_id
            )
        ).first()
        day = day_of(document, self._begun_at(release_id))
        values = {"title": title, "body": body, "language": document.language, "dated_on": day}
        if known is None:
            row = {"release_id": release_id, "version_id": version_id, **values}
            place = int(self._connection.execute(insert(_TEXT).returning(_TEXT.c.place), row).scalar_one())
        else:
            place = known.place
            if (known.title, known.body, known.language, known.dated_on) != (title, body, document.language, day):
                self._connection.execute(update(_TEXT).where(_TEXT.c.place == place).values(values))
        if known is None or (known.title, known.body) != (title, body):
            self._full_text.put_text(self._connection, "version_text", place, title, body)
        self._index_quotes(release_id, version_id, document, day)

    def _begun_at(self, release_id: str) -> datetime:
        found = self._connection.execute(select(_RELEASE.c.created_at).where(_RELEASE.c.id == release_id)).scalar()
        return found or self._clock.now()

    def _index_quotes(self, release_id: str, version_id: str, document: Document, day: str) -> None:
        from desktop.editorial.spoken import spoken_quotes  # noqa: PLC0415 - lazy: names and verbs, first needed here

        wanted = [
            {
                "number": number,
                "block_id": quote.block_id,
                "language": document.language,
                "dated_on": day,
                "body": compose(quote.text),
                "speaker": compose(quote.speaker),
                "title": quote.title,
                "speaker_key": spaced(quote.speaker),
            }
            for number, quote in enumerate(spoken_quotes(document))
        ]
        mine = select(_QUOTE).where(_QUOTE.c.version_id == version_id).order_by(_QUOTE.c.number)
        known = self._connection.execute(mine).all()
        for row, values in zip(known, wanted, strict=False):
            if any(getattr(row, name) != value for name, value in values.items()):
                self._connection.execute(update(_QUOTE).where(_QUOTE.c.place == row.place).values(values))
                if (row.speaker, row.body) != (values["speaker"], values["body"]):
                    self._put_quote(row.place, values)
        for row in known[len(wanted) :]:
            self._connection.execute(delete(_QUOTE).where(_QUOTE.c.place == row.place))
        for values in wanted[len(known) :]:
            whole = {"release_id": release_id, "version_id": version_id, **values}
            place = self._connection.execute(insert(_QUOTE).returning(_QUOTE.c.place), whole).scalar_one()
            self._put_quote(int(place), values)

    def _put_quote(self, place: int, values: Mapping[str, Any]) -> None:
        self._full_text.put_text(self._connection, "quotation", place, values["speaker"], values["body"])

    # -- finding --------------------------------------------------------------------------------------------

    def places(self, query: ArchiveQuery) -> tuple[int, ...]:
        """See the port."""
        asked = ask(query.text)
        table = _QUOTE if query.in_quotes else _TEXT
        if query.is_empty and not query.in_quotes:
            return ()
        if query.text.strip() and not asked.words:
            return ()  # only signs: nothing in any text answers them
        found = self._places_in(table, query, asked)
        if query.in_history and not query.in_quotes and asked.wanted:
            found += [-place for place in self._older(query, asked)]
        return tuple(found)

    def _places_in(self, table: Table, query: ArchiveQuery, asked: Asked) -> list[int]:
        by_day = self._allowed(table, query)
        allowed = set(by_day)
        if not asked.words:
            return by_day
        if not asked.wanted:
            unwanted = [self._full_text.matching(self._connection, table.name, Asked((t,)))[0] for t in asked.unwanted]
            return [place for place in by_day if not any(place in some for some in unwanted)]
        folded, exact = self._full_text.matching(self._connection, table.name, asked)
        folded, exact = folded & allowed, exact & allowed
        if query.order == "date":
            return [place for place in by_day if place in folded]
        best = self._full_text.ranked(self._connection, table.name, asked, folded) if folded else []
        rest = folded.difference(best)
        first = [place for place in best if place in exact]
        second = sorted(rest & exact, reverse=True)
        return [*first, *second, *(p for p in best if p not in exact), *sorted(rest - exact, reverse=True)]

    def _older(self, query: ArchiveQuery, asked: Asked) -> list[int]:
        """Places of kept versions that answer, newest first; those whose words the text now also has are left out."""
        now, _exact = self._full_text.matching(self._connection, "version_text", asked)
        found, _exact = self._full_text.matching(self._connection, "revision_text", asked)
        if not found:
            return []
        by_day = [place for place in self._allowed(_OLD, query) if place in found]
        versions: dict[int, str] = {}
        for batch in rows.batches(by_day):
            pairs = select(_OLD.c.place, _OLD.c.version_id).where(_OLD.c.place.in_(batch))
            versions.update((row.place, row.version_id) for row in self._connection.execute(pairs))
        current: set[str] = set()
        for some in rows.batches(dict.fromkeys(versions.values())):
            pairs = select(_TEXT.c.place, _TEXT.c.version_id).where(_TEXT.c.version_id.in_(some))
            current.update(row.version_id for row in self._connection.execute(pairs) if row.place in now)
        newest: dict[str, int] = {}
        for place in sorted(by_day, reverse=True):  # places rise with time: the last kept state with the words
            if versions[place] not in current:
                newest.setdefault(versions[place], place)
        chosen = set(newest.values())
        return [place for place in by_day if place in chosen]

    def _allowed(self, table: Table, query: ArchiveQuery) -> list[int]:
        """Places that pass the filters and are not removed, newest day first."""
        conditions = [table.c.release_id.in_(_releases(query)), *self._row_conditions(table, query)]
        if table is not _OLD:
            dead = select(_VERSION.c.id).where(_VERSION.c.deleted_at.is_not(None))
            conditions.append(table.c.version_id.not_in(dead))
        wanted = select(table.c.place).where(*conditions).order_by(table.c.dated_on.desc(), table.c.place.desc())
        return _numbers(self._connection, wanted)

    def _row_conditions(self, table: Table, query: ArchiveQuery) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        if query.language:
            found.append(table.c.language == query.language)
        if query.since:
            found.append(table.c.dated_on >= query.since.isoformat())
        if query.until:
            found.append(table.c.dated_on <= query.until.isoformat())
        names = folded_words(query.speaker)
        if names:
            said = [_QUOTE.c.speaker_key.contains(f" {name}", autoescape=True) for name in names]
            if table is _QUOTE:
                found.extend(said)
            else:
                found.append(table.c.version_id.in_(select(_QUOTE.c.version_id).where(*said)))
        return found

    # -- showing --------------------------------------------------------------------------------------------

    def hits(self, query: ArchiveQuery, places: Sequence[int]) -> tuple[SearchHit, ...]:
        """See the port."""
        asked = ask(query.text)
        pattern = hit_pattern(asked)
        if query.in_quotes:
            found = self._quote_hits(places, pattern)
        else:
            found = self._text_hits([place for place in places if place >= 0], pattern)
            found |= self._old_hits([-place for place in places if place < 0], pattern)
        return tuple(found[place] for place in places if place in found)

    def _rows(self, table: Table, places: Sequence[int]) -> list[rows.AnyRow]:
        facts = (_RELEASE.c.status, _RELEASE.c.type, _RELEASE.c.title.label("release_title"), _VERSION.c.role)
        joined = table.join(_RELEASE, _RELEASE.c.id == table.c.release_id).join(
            _VERSION, _VERSION.c.id == table.c.version_id
        )
        statement = select(table, *facts).select_from(joined).where(table.c.place.in_(places))
        return list(self._connection.execute(statement)) if places else []

    def _text_hits(self, places: Sequence[int], pattern: re.Pattern[str]) -> dict[int, SearchHit]:
        return {row.place: _hit(row, row.title, snippet(row.body, pattern)) for row in self._rows(_TEXT, places)}

    def _quote_hits(self, places: Sequence[int], pattern: re.Pattern[str]) -> dict[int, SearchHit]:
        found = {}
        for row in self._rows(_QUOTE, places):
            hit = _hit(row, row.release_title, marked(row.body, pattern))
            found[row.place] = replace(hit, speaker=row.speaker, speaker_title=row.title, block_id=row.block_id)
        return found

    def _old_hits(self, places: Sequence[int], pattern: re.Pattern[str]) -> dict[int, SearchHit]:
        found = {}
        for row in self._rows(_OLD, places):
            kept = self._connection.execute(select(texts.revision).where(texts.revision.c.id == row.revision_id)).one()
            body = compose(kept_document(kept).plain_text)
            hit = _hit(row, row.title, snippet(body, pattern))
            found[-row.place] = replace(hit, revision_id=row.revision_id, number=kept.number)
        return found

    def counts(self, query: ArchiveQuery) -> Mapping[str, tuple[tuple[str, int], ...]]:
        """See the port. One pass over what was found, and one more for each filter that is set."""
        free = self._facts(query, self.places(query))
        result: dict[str, tuple[tuple[str, int], ...]] = {}
        for facet in FACETS:
            facts = free
            if getattr(query, facet):
                wider = query.without(facet)
                facts = self._facts(wider, self.places(wider if not wider.is_empty else query))
            counted: Counter[str] = Counter(value for each in facts for value in each[facet] if value)
            result[facet] = tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:_PER_FACET])
        return result

    def _facts(self, query: ArchiveQuery, places: Sequence[int]) -> list[dict[str, tuple[str, ...]]]:
        table = _QUOTE if query.in_quotes else _TEXT
        columns = [table.c.place, table.c.language, table.c.version_id, _RELEASE.c.status, _RELEASE.c.type]
        columns += [_RELEASE.c.topics, _RELEASE.c.countries]
        if query.in_quotes:
            columns.append(_QUOTE.c.speaker)
        statement = select(*columns).select_from(table.join(_RELEASE, _RELEASE.c.id == table.c.release_id))
        wanted = {place for place in places if place >= 0}
        found = [row for row in self._few_or_all(statement, table, wanted) if row.place in wanted]
        speakers = {} if query.in_quotes else self._speakers(found)
        return [
            {
                "language": (row.language,),
                "status": (row.status,),
                "type": (row.type,),
                "topic": tuple(json.loads(row.topics)) if row.topics != "[]" else (),
                "country": tuple(json.loads(row.countries)) if row.countries != "[]" else (),
                "speaker": (row.speaker,) if query.in_quotes else speakers.get(row.version_id, ()),
            }
            for row in found
        ]

    def _few_or_all(self, statement: Select[Any], table: Table, wanted: set[int]) -> list[rows.AnyRow]:
        if len(wanted) > 4 * rows.BATCH:
            return list(self._connection.execute(statement))
        found: list[rows.AnyRow] = []
        for batch in rows.batches(wanted):
            found.extend(self._connection.execute(statement.where(table.c.place.in_(batch))))
        return found

    def _speakers(self, found: Sequence[rows.AnyRow]) -> dict[str, tuple[str, ...]]:
        """Who speaks in some texts; not told where they are too many."""
        result: dict[str, tuple[str, ...]] = {}
        if len(found) > 4 * rows.BATCH:
            return result
        for batch in rows.batches([row.version_id for row in found]):
            named = select(_QUOTE.c.version_id, _QUOTE.c.speaker).where(
                _QUOTE.c.version_id.in_(batch), _QUOTE.c.speaker != ""
            )
            for row in self._connection.execute(named.distinct()):
                result[row.version_id] = (*result.get(row.version_id, ()), row.speaker)
        return result

    def find(self, text: str, *, limit: int = 50) -> tuple[SearchHit, ...]:
        """See the port."""
        query = ArchiveQuery(text)
        return self.hits(query, self.places(query)[:limit]) if limit > 0 else ()


def _releases(query: ArchiveQuery) -> Select[Any]:
    """Ids of the releases that pass the filters."""
    conditions: list[ColumnElement[bool]] = [_RELEASE.c.deleted_at.is_(None)]
    for column, value in ((_RELEASE.c.status, query.status), (_RELEASE.c.type, query.type)):
        if value:
            conditions.append(column == value)
    for column, value in ((_RELEASE.c.topics, query.topic), (_RELEASE.c.countries, query.country)):
        if value:
            conditions.append(column.contains(rows.pack(value), autoescape=True))
    if query.has_embargo:
        conditions.append(_RELEASE.c.embargo_at.is_not(None))
    return select(_RELEASE.c.id).where(*conditions)


def _numbers(connection: Connection, statement: Select[Any]) -> list[int]:
    """One column of numbers; on SQLite as one string, which takes a third of the time of a row each."""
    if connection.dialect.name != "sqlite":
        return [int(row[0]) for row in connection.execute(statement)]
    inner = statement.subquery()
    joined = connection.execute(select(func.group_concat(inner.c.place))).scalar()
    return list(map(int, joined.split(","))) if joined else []


def _hit(row: rows.AnyRow, title: str, passage: str) -> SearchHit:
    return SearchHit(
        release_id=row.release_id,
        version_id=row.version_id,
        language=row.language,
        title=title,
        snippet=passage,
        status=row.status,
        type=row.type,
        on=row.dated_on,
        is_source=row.role == "source",
    )
