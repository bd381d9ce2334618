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

from sqlalchemy import ColumnElement, Select, Table, and_, case, delete, func, insert, not_, select, update
from sqlalchemy.engine import Connection

from desktop.domain.archive import FACETS, ArchiveQuery
from desktop.domain.document import Document
from desktop.domain.ports import Clock, IndexedText, SearchHit
from desktop.storage import rows
from desktop.storage.asking import Asked, ask, hit_pattern
from desktop.storage.days import day_of
from desktop.storage.folding import compose, folded_words, spaced
from desktop.storage.fulltext import RANKED, FullText
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
#: Texts whose facts are counted; with more, the values are offered without numbers.
_LOOKED_AT = 2_000


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
        removed = self._removed(table)
        if not asked.wanted:
            every = self._by_day(table, query)
            for term in asked.unwanted:
                removed |= self._full_text.matching(self._connection, table.name, Asked((term,)))[0]
            return [place for place in every if place not in removed]
        folded, exact = self._full_text.matching(self._connection, table.name, asked)
        is_same, is_common = len(folded) == len(exact), len(folded) > RANKED
        if removed:
            folded = folded - removed
        if query.order == "date":
            return [place for place in self._by_day(table, query) if place in folded]
        allowed = self._allowed(table, query)
        if allowed is not None:
            folded = folded & allowed
        if is_common:  # too common for likeness to mean much: with the words in the title first, then the newest
            titled = self._full_text.titled(self._connection, asked) if table is _TEXT else []
            best = [place for place in titled if place in folded]
        else:
            best = self._full_text.ranked(self._connection, table.name, asked, folded) if folded else []
        rest = folded.difference(best)
        if is_same:
            return best + sorted(rest, reverse=True)
        first = [place for place in best if place in exact]
        second = sorted(rest & exact, reverse=True)
        return [*first, *second, *(p for p in best if p not in exact), *sorted(rest - exact, reverse=True)]

    def _older(self, query: ArchiveQuery, asked: Asked) -> list[int]:
        """Places of kept versions that answer, newest first; those whose words the text now also has are left out."""
        now, _exact = self._full_text.matching(self._connection, "version_text", asked)
        found, _exact = self._full_text.matching(self._connection, "revision_text", asked)
        if not found:
            return []
        found = found - self._removed(_OLD)
        by_day = [place for place in self._by_day(_OLD, query) if place in found]
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

    def _removed(self, table: Table) -> set[int]:
        """Places of removed releases and versions; few, and found by an index."""
        found: set[int] = set()
        for thing, column in ((_RELEASE, table.c.release_id), (_VERSION, table.c.version_id)):
            gone = self._connection.execute(select(thing.c.id).where(thing.c.deleted_at.is_not(None))).scalars().all()
            for batch in rows.batches(gone):
                found.update(_numbers(self._connection, select(table.c.place).where(column.in_(batch))))
        return found

    def _allowed(self, table: Table, query: ArchiveQuery) -> set[int] | None:
        """Places that pass the filters; ``None`` where there is no filter."""
        conditions, speaking = self._conditions(table, query), self._speaking(table, query)
        if not conditions:
            return speaking
        allowed = set(_numbers(self._connection, select(table.c.place).where(*conditions)))
        return allowed if speaking is None else allowed & speaking

    def _by_day(self, table: Table, query: ArchiveQuery) -> list[int]:
        """Places that pass the filters, the newest day first; all that is asked for and sorted by is in one index."""
        passing = select(table.c.place).where(*self._conditions(table, query))
        newest = (table.c.dated_on.desc(), table.c.release_id.desc(), table.c.language.desc())
        numbers, speaking = _numbers(self._connection, passing.order_by(*newest)), self._speaking(table, query)
        return numbers if speaking is None else [place for place in numbers if place in speaking]

    def _conditions(self, table: Table, query: ArchiveQuery) -> list[ColumnElement[bool]]:
        """The filters on a text and its release.

        Which releases pass is asked the shorter way round: a list of those that do not is read faster where most do.
        """
        conditions, passing = _row_conditions(table, query), _passing(query)
        if passing:
            whole = and_(*passing)
            counts = select(func.count(), func.count(case((whole, 1)))).select_from(_RELEASE)
            every, some = self._connection.execute(counts).one()
            if some * 2 > every:
                conditions.append(table.c.release_id.not_in(select(_RELEASE.c.id).where(not_(whole))))
            else:
                conditions.append(table.c.release_id.in_(select(_RELEASE.c.id).where(whole)))
        return conditions

    def _speaking(self, table: Table, query: ArchiveQuery) -> set[int] | None:
        """Places of texts in which the speaker says something; ``None`` where none is asked for."""
        names = folded_words(query.speaker)
        if not names or table is _QUOTE:
            return None
        said = select(_QUOTE.c.version_id).where(*(_says(name) for name in names))
        return set(_numbers(self._connection, select(table.c.place).where(table.c.version_id.in_(said))))

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
        """See the port. Where too much was found to look at each, the first ones are; a number of 0 is not known."""
        places = self.places(query)
        free = self._facts(query, places)
        result: dict[str, tuple[tuple[str, int], ...]] = {}
        for facet in FACETS:
            facts, found = free, places
            if getattr(query, facet):
                wider = query.without(facet)
                found = self.places(wider) if wider.in_quotes or not wider.is_empty else places
                facts = self._facts(wider, found)
            counted: Counter[str] = Counter(value for each in facts for value in each[facet] if value)
            ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:_PER_FACET]
            is_known = len(found) <= _LOOKED_AT
            result[facet] = tuple((value, number if is_known else 0) for value, number in ordered)
        return result

    def _facts(self, query: ArchiveQuery, places: Sequence[int]) -> list[dict[str, tuple[str, ...]]]:
        table = _QUOTE if query.in_quotes else _TEXT
        columns = [table.c.place, table.c.language, table.c.version_id, _RELEASE.c.status, _RELEASE.c.type]
        columns += [_RELEASE.c.topics, _RELEASE.c.countries]
        if query.in_quotes:
            columns.append(_QUOTE.c.speaker)
        statement = select(*columns).select_from(table.join(_RELEASE, _RELEASE.c.id == table.c.release_id))
        found: list[rows.AnyRow] = []
        for batch in rows.batches([place for place in places if place >= 0][:_LOOKED_AT]):
            found.extend(self._connection.execute(statement.where(table.c.place.in_(batch))))
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

    def _speakers(self, found: Sequence[rows.AnyRow]) -> dict[str, tuple[str, ...]]:
        """Who speaks in some texts."""
        result: dict[str, tuple[str, ...]] = {}
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

    def texts(self, *, after: str = "", limit: int = 400) -> tuple[IndexedText, ...]:
        """See the port."""
        version, release = texts.version, texts.release
        statement = (
            select(_TEXT.c.version_id, _TEXT.c.release_id, _TEXT.c.language, _TEXT.c.body)
            .join(version, version.c.id == _TEXT.c.version_id)
            .join(release, release.c.id == _TEXT.c.release_id)
            .where(_TEXT.c.version_id > after, version.c.deleted_at.is_(None), release.c.deleted_at.is_(None))
            .order_by(_TEXT.c.version_id)
            .limit(limit)
        )
        return tuple(IndexedText(*row) for row in self._connection.execute(statement))


def _says(name: str) -> ColumnElement[bool]:
    """Whether a speaker's name has a word that begins so."""
    return _QUOTE.c.speaker_key.contains(f" {name}", autoescape=True)


def _row_conditions(table: Table, query: ArchiveQuery) -> list[ColumnElement[bool]]:
    """What a row of a text or of a quotation itself must be to pass the filters."""
    found: list[ColumnElement[bool]] = []
    if query.language:
        found.append(table.c.language == query.language)
    if query.since:
        found.append(table.c.dated_on >= query.since.isoformat())
    if query.until:
        found.append(table.c.dated_on <= query.until.isoformat())
    if table is _QUOTE:
        found.extend(_says(name) for name in folded_words(query.speaker))
    return found


def _passing(query: ArchiveQuery) -> list[ColumnElement[bool]]:
    """What a release must be to pass the filters."""
    conditions: list[ColumnElement[bool]] = []
    for column, value in ((_RELEASE.c.status, query.status), (_RELEASE.c.type, query.type)):
        if value:
            conditions.append(column == value)
    for column, value in ((_RELEASE.c.topics, query.topic), (_RELEASE.c.countries, query.country)):
        if value:
            conditions.append(column.contains(rows.pack(value), autoescape=True))
    if query.has_embargo:
        conditions.append(_RELEASE.c.embargo_at.is_not(None))
    return conditions


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
