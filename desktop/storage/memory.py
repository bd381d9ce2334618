"""The translation memory: units, and what is asked of them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, insert, or_, select, update
from sqlalchemy.engine import Connection

from desktop.domain.errors import ConflictError, NotFoundError
from desktop.domain.ports import Clock, IdSource
from desktop.domain.unit import Asked, TranslationUnit, UnitQuery
from desktop.i18n import _
from desktop.storage.column_types import storable
from desktop.storage.rows import batches
from desktop.storage.schema import desk
from desktop.storage.unit_rows import COLUMNS, WRITTEN, context_key, row_of, text_key, unit_of, values_of

if TYPE_CHECKING:
    from desktop.storage.memory_index import IndexMemory, MemoryIndex

_UNIT = desk.translation_unit
_COLUMNS = tuple(_UNIT.c[name] for name in COLUMNS)
#: Places that one question for words answers at most.
_MOST = 5_000
#: Rows of one statement.
_ROWS = 2_000
#: Units with the very text that are looked at: a sentence may stand in every release of years.
_SAME = 20
_NEWEST = """SELECT * FROM (SELECT place FROM translation_unit
    WHERE {name} = {key} AND deleted_at IS NULL ORDER BY place DESC LIMIT {limit}) AS by_{name}"""
#: One key for all offices: two programs must not number units at once.
_NUMBERING_KEY = 0x556E6974


class SqlMemory:
    """Fulfils :class:`desktop.domain.memory_ports.Memory`."""

    def __init__(
        self, connection: Connection, clock: Clock, ids: IdSource, remembered: Callable[[], IndexMemory]
    ) -> None:
        self._connection = connection
        self._clock = clock
        self._ids = ids
        self._remembered = remembered
        self._has_turn = False

    @cached_property
    def _index(self) -> MemoryIndex:
        from desktop.storage.memory_index import MemoryIndex  # noqa: PLC0415 - lazy: numpy takes 100 ms

        return MemoryIndex(self._connection, self._remembered())

    # -- reading --------------------------------------------------------------------------------------------

    def get(self, unit_id: str) -> TranslationUnit:
        """See the port."""
        found = self._connection.execute(_living().where(_UNIT.c.id == unit_id)).first()
        if found is None:
            raise NotFoundError(_("This unit is no longer in the memory."))
        return unit_of(found)

    def of_segment(self, segment_id: str) -> TranslationUnit | None:
        """See the port."""
        mine = _living().where(_UNIT.c.segment_id == segment_id, _UNIT.c.segment_id != "")
        found = self._connection.execute(mine.order_by(_UNIT.c.place.desc()).limit(1)).first()
        return None if found is None else unit_of(found)

    def at(self, places: Sequence[int]) -> tuple[TranslationUnit, ...]:
        """See the port."""
        found: dict[int, TranslationUnit] = {}
        for batch in batches(places):
            for row in self._connection.execute(_at(), {"places": batch}):
                found[row.place] = unit_of(row)
        return tuple(found[place] for place in places if place in found)

    def candidates(self, asked: Asked, *, least: float, most: int) -> tuple[TranslationUnit, ...]:
        """See the port."""
        text = asked.source.text.strip()
        language = asked.source_language
        key = text_key(storable(text), language)
        wanted = [("source_key", key), ("target_key", key)]
        if context := context_key(storable(text), asked.previous, asked.next):
            wanted.insert(0, ("context_key", context))
        sql = " UNION ALL ".join(_NEWEST.format(name=name, key=value, limit=_SAME) for name, value in wanted)
        places = [int(row[0]) for row in self._connection.exec_driver_sql(sql)]
        places += [place for place, _side in self._index.find(text, language, least=least, most=most)]
        return self.at(tuple(dict.fromkeys(places)))

    def having(self, words: str, languages: Sequence[str], *, most: int) -> tuple[int, ...]:
        """See the port."""
        return tuple(self._index.having(words, languages, most))

    def places(self, query: UnitQuery) -> Sequence[int]:
        """See the port. Words go through the index; without any the whole list is read, a number a unit."""
        statement = select(_UNIT.c.place).where(_UNIT.c.deleted_at.is_(None), *_conditions(query))
        if not query.text.strip():
            return array("q", self._connection.execute(statement.order_by(_UNIT.c.place.desc())).scalars())
        found: list[int] = []
        for batch in batches(self._index.having(query.text, self.languages(), _MOST)):
            found.extend(self._connection.execute(statement.where(_UNIT.c.place.in_(batch))).scalars())
        return array("q", sorted(found, reverse=True))

    def languages(self) -> tuple[str, ...]:
        """See the port."""
        found: set[str] = set()
        for column in (_UNIT.c.source_language, _UNIT.c.target_language):
            found.update(self._connection.execute(select(column).distinct()).scalars())
        return tuple(sorted({tag.replace("_", "-").split("-", 1)[0].lower() for tag in found}))

    def count(self) -> int:
        """See the port."""
        living = select(func.count()).select_from(_UNIT).where(_UNIT.c.deleted_at.is_(None))
        return int(self._connection.execute(living).scalar_one())

    def every(self, query: UnitQuery, *, after: int = 0, limit: int = 1000) -> tuple[TranslationUnit, ...]:
        """See the port."""
        rows = self._connection.execute(
            _living().where(_UNIT.c.place > after, *_conditions(query)).order_by(_UNIT.c.place).limit(limit)
        )
        return tuple(unit_of(row) for row in rows)

    # -- writing --------------------------------------------------------------------------------------------

    def put(self, unit: TranslationUnit) -> TranslationUnit:
        """See the port. A removed unit comes back by being put again."""
        now = self._clock.now()
        known = self._connection.execute(select(_UNIT.c.rev, _UNIT.c.deleted_at).where(_UNIT.c.id == unit.id)).first()
        if known is not None and known.rev != unit.rev and not (known.deleted_at is not None and unit.rev == 0):
            raise ConflictError(_("This unit was changed meanwhile."), kept=_("Nothing was overwritten."))
        place = self._next_place()
        values = row_of(unit, place, now)
        if known is None:
            self._connection.execute(insert(_UNIT), {**values, "created_at": now, "rev": 1})
        else:
            mine = update(_UNIT).where(_UNIT.c.id == unit.id)
            self._connection.execute(mine.values({**values, "rev": known.rev + 1}))
        self._index_if_many(place)
        return self.get(unit.id)

    def add(self, units: Iterable[TranslationUnit]) -> tuple[int, int]:
        """See the port."""
        first = self._next_place()
        place = first
        for batch in batches(units, _ROWS):
            now = self._clock.now()
            new = self._ids.new
            made = [values_of(unit, number, now, unit.id or new()) for number, unit in enumerate(batch, place)]
            self._insert(made, now)
            place += len(batch)
        self._tell_index()
        return first, place - 1

    def _insert(self, made: list[tuple[Any, ...]], now: datetime) -> None:
        """Many rows. On a file SQLAlchemy's work on each value would take as long as all the rest of an import."""
        names = (*WRITTEN, "created_at", "rev")
        if self._connection.dialect.name != "sqlite":
            rows = [dict(zip(names, (*values, now, 1), strict=True)) for values in made]
            self._connection.execute(insert(_UNIT), rows)
            return
        rest = (_written(now), _written(now), 1)
        values = [(*each[:-3], _written(each[-3]), _written(each[-2]), *rest) for each in made]
        columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
        self._connection.exec_driver_sql(f"INSERT INTO translation_unit ({columns}) VALUES ({marks})", values)  # noqa: S608 - our own column names

    def without_known(self, units: Sequence[TranslationUnit]) -> list[TranslationUnit]:
        """See the port."""
        if not units or self._next_place() == 1:
            return _different(units, set())
        keys = {text_key(unit.source.text, unit.source_language) for unit in units}
        columns = '"source_language", "target_language", "source", "target", "previous", "next"'
        known: set[tuple[str | None, ...]] = set()
        for batch in batches(keys):
            numbers = ",".join(map(str, batch))
            same = f"SELECT {columns} FROM translation_unit WHERE source_key IN ({numbers}) AND deleted_at IS NULL"  # noqa: S608 - numbers
            known.update(tuple(row) for row in self._connection.exec_driver_sql(same))
        return _different(units, known)

    def take_in(self, *, at_least: int | None = None) -> int:
        """See the port."""
        return self._index.take_in() if at_least is None else self._index.take_in(at_least=at_least)

    def remove(self, unit_ids: Sequence[str]) -> None:
        """See the port."""
        now = self._clock.now()
        for batch in batches(unit_ids):
            these = update(_UNIT).where(_UNIT.c.id.in_(batch), _UNIT.c.deleted_at.is_(None))
            self._connection.execute(these.values(deleted_at=now, updated_at=now, rev=_UNIT.c.rev + 1))

    def restore(self, unit_ids: Sequence[str]) -> None:
        """See the port."""
        now = self._clock.now()
        for batch in batches(unit_ids):
            these = update(_UNIT).where(_UNIT.c.id.in_(batch), _UNIT.c.deleted_at.is_not(None))
            self._connection.execute(these.values(deleted_at=None, updated_at=now, rev=_UNIT.c.rev + 1))

    def remove_between(self, first: int, last: int) -> None:
        """See the port."""
        now = self._clock.now()
        these = update(_UNIT).where(_UNIT.c.place.between(first, last), _UNIT.c.deleted_at.is_(None))
        self._connection.execute(these.values(deleted_at=now, updated_at=now, rev=_UNIT.c.rev + 1))

    def restore_between(self, first: int, last: int) -> None:
        """See the port."""
        now = self._clock.now()
        these = update(_UNIT).where(_UNIT.c.place.between(first, last), _UNIT.c.deleted_at.is_not(None))
        self._connection.execute(these.values(deleted_at=None, updated_at=now, rev=_UNIT.c.rev + 1))

    def _next_place(self) -> int:
        if self._connection.dialect.name == "postgresql" and not self._has_turn:
            self._connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_NUMBERING_KEY})")
            self._has_turn = True
        return int(self._connection.execute(select(func.max(_UNIT.c.place))).scalar() or 0) + 1

    def _tell_index(self) -> None:
        """The index of this transaction, where it was asked already, looks again for what is new."""
        if "_index" in self.__dict__:
            self._index.hear()

    def _index_if_many(self, place: int) -> None:
        """Now and then, not at each unit: the count of those that wait is asked for."""
        self._tell_index()
        if place % 64 == 0:
            self._index.take_in()


@lru_cache(maxsize=1024)
def _written(at: datetime) -> str:
    """An instant as SQLAlchemy keeps it in a file."""
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def _different(units: Sequence[TranslationUnit], known: set[tuple[str | None, ...]]) -> list[TranslationUnit]:
    """The units that neither are known nor came before in this list."""
    fresh: list[TranslationUnit] = []
    for unit in units:
        same = (
            unit.source_language,
            unit.target_language,
            storable(unit.source.text),
            storable(unit.target.text),
            unit.previous,
            unit.next,
        )
        if same not in known:
            known.add(same)
            fresh.append(unit)
    return fresh


@cache
def _at() -> Select[Any]:
    """The units of ``:places``; built once, as every look-up asks for it."""
    return _living().where(_UNIT.c.place.in_(bindparam("places", expanding=True)))


def _living() -> Select[Any]:
    return select(*_COLUMNS).where(_UNIT.c.deleted_at.is_(None))


def _conditions(query: UnitQuery) -> Iterator[ColumnElement[bool]]:
    if query.origin is not None:
        yield _UNIT.c.origin == query.origin.value
    if query.release_id:
        yield _UNIT.c.release_id == query.release_id
    if query.languages is not None:
        one, other = query.languages
        yield or_(
            and_(_is(_UNIT.c.source_language, one), _is(_UNIT.c.target_language, other)),
            and_(_is(_UNIT.c.source_language, other), _is(_UNIT.c.target_language, one)),
        )


def _is(column: Any, primary: str) -> ColumnElement[bool]:
    """Whether a language tag has this primary subtag, however it is written."""
    low = func.lower(column)
    wanted: ColumnElement[bool] = or_(low == primary, low.like(f"{primary}-%"), low.like(f"{primary}\\_%", escape="\\"))
    return wanted
