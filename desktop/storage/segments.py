"""The translator's pairs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Select, and_, bindparam, case, insert, or_, select, type_coerce, update
from sqlalchemy.engine import Connection, CursorResult
from sqlalchemy.types import NullType

from desktop.domain.errors import ConflictError
from desktop.domain.ports import Clock
from desktop.domain.richtext import RichText
from desktop.domain.segment import Segment, SegmentOrigin, SegmentPlace, SegmentState
from desktop.i18n import _
from desktop.storage import rows
from desktop.storage.column_types import in_utc
from desktop.storage.schema import texts
from desktop.storage.segment_records import RecordRow, SqlSegmentRecords

_SEGMENT, _BLOCK, _VERSION = texts.segment, texts.block, texts.version


class SqlSegments:
    """Fulfils :class:`desktop.domain.segment_ports.Segments`."""

    def __init__(self, connection: Connection, clock: Clock, records: SqlSegmentRecords) -> None:
        self._connection = connection
        self._clock = clock
        self._records = records

    def of_version(self, version_id: str) -> tuple[Segment, ...]:
        """See the port. The tray is ordered by when each sentence went."""
        return _segments(self._connection.execute(_of_version(), {"version": version_id}))

    def places(self, version_id: str) -> tuple[SegmentPlace, ...]:
        """See the port."""
        found = self._connection.execute(_places(), {"version": version_id})
        return tuple(_place(*row) for row in found.all())

    def some(self, segment_ids: Iterable[str]) -> tuple[Segment, ...]:
        """See the port."""
        ids = list(segment_ids)
        found: dict[str, Segment] = {}
        for batch in rows.batches(ids):
            found.update((each.id, each) for each in _segments(self._connection.execute(_some(), {"ids": batch})))
        return tuple(found[segment_id] for segment_id in ids if segment_id in found)

    def same_source(self, segment: Segment) -> tuple[Segment, ...]:
        """See the port."""
        asked = {"version": segment.version_id, "source": rows.pack_text(segment.source), "segment": segment.id}
        return _segments(self._connection.execute(_same_source(), asked))

    def of_block(self, version_id: str, block_id: str) -> tuple[Segment, ...]:
        """See the port."""
        return _segments(self._connection.execute(_of_block(), {"version": version_id, "block": block_id}))

    def is_known_elsewhere(self, version_id: str, segment_id: str, known: Collection[RichText]) -> bool:
        """See the port."""
        wanted = [rows.pack_text(text) for text in known]
        others = {"version": version_id, "segment": segment_id, "texts": wanted}
        return self._connection.execute(_others(), others).first() is not None

    def get(self, segment_id: str) -> Segment:
        """See the port."""
        sentence = _("There is no segment with the id “{id}”.")
        return _segment(rows.one(self._connection, _SEGMENT, segment_id, sentence))

    def put(self, segments: Iterable[Segment]) -> tuple[Segment, ...]:
        """See the port. A removed segment comes back by being put again with ``rev == 0``."""
        wanted = tuple(segments)
        known = self._known([segment.id for segment in wanted])
        due: list[RecordRow] = []
        fresh, changed, result = [], [], []
        for segment in wanted:
            row = known.get(segment.id)
            values = self._values(segment, row)
            result.append(replace(segment, rev=values["rev"]))
            due += self._records.due(row, values)
            if row is None:
                fresh.append({**values, "is_locked": False, "assignee": "", "created_at": self._clock.now()})
            else:
                changed.append({**values, "segment_id": segment.id})
        if fresh:
            self._connection.execute(insert(_SEGMENT), fresh)
        if changed:
            columns: dict[str, Any] = {n: bindparam(n) for n in changed[0] if n not in ("segment_id", "id")}
            mine = update(_SEGMENT).where(_SEGMENT.c.id == bindparam("segment_id"))
            self._connection.execute(mine.values(columns), changed)
        self._records.write(due)
        self._touch_releases({segment.version_id for segment in wanted})
        return tuple(result)

    def remove(self, segment_ids: Iterable[str]) -> None:
        """See the port. A live segment with a translation in it is refused (ConflictError): nothing typed is lost."""
        now = self._clock.now()
        for batch in rows.batches(segment_ids):
            found = self._connection.execute(select(_SEGMENT).where(_SEGMENT.c.id.in_(batch)))
            for row in found.all():
                segment = _segment(row)
                if segment.has_translation and not segment.is_gone and row.deleted_at is None:
                    raise ConflictError(
                        _("A sentence that was to go holds a translation."), kept=_("Nothing was removed.")
                    )
            these = update(_SEGMENT).where(_SEGMENT.c.id.in_(batch), _SEGMENT.c.deleted_at.is_(None))
            self._connection.execute(these.values(deleted_at=now, updated_at=now, rev=_SEGMENT.c.rev + 1))

    def _known(self, segment_ids: Sequence[str]) -> dict[str, rows.AnyRow]:
        """What is stored, by id, tombstones too; locked for this transaction where the database can."""
        result: dict[str, rows.AnyRow] = {}
        for batch in rows.batches(segment_ids):
            statement = select(_SEGMENT).where(_SEGMENT.c.id.in_(batch)).with_for_update()
            result.update((row.id, row) for row in self._connection.execute(statement))
        return result

    def _values(self, segment: Segment, row: rows.AnyRow | None) -> dict[str, Any]:
        stored_rev = 0 if row is None else row.rev
        is_back = row is not None and row.deleted_at is not None
        if segment.rev != stored_rev and not (is_back and segment.rev == 0):
            raise ConflictError(
                _("This sentence was changed by somebody else meanwhile."), kept=_("Nothing was overwritten.")
            )
        now = self._clock.now()
        gone_since = row.gone_at if row is not None and row.place < 0 else now
        return {
            "id": segment.id,
            "version_id": segment.version_id,
            "block_id": segment.block_id,
            "place": segment.index,
            "source": rows.pack_text(segment.source),
            "made_from": None if segment.made_from is None else rows.pack_text(segment.made_from),
            "target": rows.pack_text(segment.target),
            "state": segment.state.value,
            "origin": segment.origin.value,
            "rank": segment.rank,
            "author": segment.author,
            "is_apart": segment.is_apart,
            "translated_at": segment.updated_at,
            "gone_at": gone_since if segment.is_gone else None,
            "updated_at": now,
            "deleted_at": None,
            "rev": stored_rev + 1,
        }

    def repeats(self, segment: Segment) -> tuple[Segment, ...]:
        """See the port."""
        version, release = _VERSION.alias("own"), texts.release.alias("own_release")
        mine = self._connection.execute(
            select(version.c.language, release.c.source_language)
            .join(release, release.c.id == version.c.release_id)
            .where(version.c.id == segment.version_id)
        ).one()
        release = texts.release
        versions = (
            select(_VERSION.c.id)
            .join(release, release.c.id == _VERSION.c.release_id)
            .where(
                _VERSION.c.language == mine.language,
                _VERSION.c.id != segment.version_id,
                _VERSION.c.deleted_at.is_(None),
                _VERSION.c.done < _VERSION.c.total,
                release.c.source_language == mine.source_language,
                release.c.deleted_at.is_(None),
                _VERSION.c.status == "draft",
            )
        )
        found = self._connection.execute(
            select(*_COLUMNS).where(
                _SEGMENT.c.version_id.in_(versions),
                _SEGMENT.c.source == rows.pack_text(segment.source),
                _SEGMENT.c.deleted_at.is_(None),
                _SEGMENT.c.place >= 0,
            )
        )
        return _segments(found)

    def _touch_releases(self, version_ids: set[str]) -> None:
        """A translated sentence makes its release the newest in the list; its ``rev`` stays."""
        releases = select(_VERSION.c.release_id).where(_VERSION.c.id.in_(sorted(version_ids)))
        these = update(texts.release).where(texts.release.c.id.in_(releases))
        self._connection.execute(these.values(updated_at=self._clock.now()))


#: What makes a segment, in the order of :func:`_made`; times and flags as the database writes them.
_COLUMNS = tuple(
    type_coerce(_SEGMENT.c[name], NullType()).label(name) if name in ("translated_at", "is_apart") else _SEGMENT.c[name]
    for name in (
        "id",
        "version_id",
        "block_id",
        "place",
        "source",
        "made_from",
        "target",
        "state",
        "origin",
        "rank",
        "author",
        "translated_at",
        "rev",
        "is_apart",
    )
)


@cache
def _of_block() -> Select[Any]:
    mine = select(*_COLUMNS).where(_SEGMENT.c.version_id == bindparam("version"), _SEGMENT.c.deleted_at.is_(None))
    return mine.where(_SEGMENT.c.block_id == bindparam("block"), _SEGMENT.c.place >= 0).order_by(_SEGMENT.c.place)


@cache
def _some() -> Select[Any]:
    wanted: Any = bindparam("ids", expanding=True)
    return select(*_COLUMNS).where(_SEGMENT.c.id.in_(wanted), _SEGMENT.c.deleted_at.is_(None))


@cache
def _others() -> Select[Any]:
    """Another segment that waits in the tray, or that has one of the texts as its source, now or when it was made."""
    wanted: Any = bindparam("texts", expanding=True)
    others = select(_SEGMENT.c.id).where(
        _SEGMENT.c.version_id == bindparam("version"),
        _SEGMENT.c.deleted_at.is_(None),
        _SEGMENT.c.id != bindparam("segment"),
        or_(_SEGMENT.c.place < 0, _SEGMENT.c.source.in_(wanted), _SEGMENT.c.made_from.in_(wanted)),
    )
    return others.limit(1)


@cache
def _of_version() -> Select[Any]:
    """All segments of ``:version`` in the text's order; built once, as every save asks for it."""
    is_gone = _SEGMENT.c.place < 0
    return _in_order(_COLUMNS).order_by(
        is_gone,
        case((is_gone, _SEGMENT.c.gone_at)),
        case((is_gone, ""), (_BLOCK.c.order_key.is_(None), "~"), else_=_BLOCK.c.order_key),
        case((is_gone, ""), else_=_SEGMENT.c.block_id),
        _SEGMENT.c.place,
        _SEGMENT.c.id,
    )


@cache
def _places() -> Select[Any]:
    untouched = _SEGMENT.c.state == SegmentState.UNTRANSLATED.value
    columns = (_SEGMENT.c.id, _SEGMENT.c.rank, case((untouched, _SEGMENT.c.target), else_=""), untouched)
    return _live(columns)


@cache
def _same_source() -> Select[Any]:
    return _live(_COLUMNS).where(_SEGMENT.c.source == bindparam("source"), _SEGMENT.c.id != bindparam("segment"))


def _live(columns: Sequence[Any]) -> Select[Any]:
    """The sentences of ``:version`` that are in its source, in the order of :func:`_of_version`."""
    in_block = case((_BLOCK.c.order_key.is_(None), "~"), else_=_BLOCK.c.order_key)
    order = (in_block, _SEGMENT.c.block_id, _SEGMENT.c.place, _SEGMENT.c.id)
    return _in_order(columns).where(_SEGMENT.c.place >= 0).order_by(*order)


def _in_order(columns: Sequence[Any]) -> Select[Any]:
    """Segments of ``:version`` beside the blocks of the source, which tell their order."""
    target, source = _VERSION.alias("target"), _VERSION.alias("source")
    same_release = and_(source.c.release_id == target.c.release_id, source.c.role == "source")
    joined = (
        _SEGMENT.join(target, target.c.id == _SEGMENT.c.version_id)
        .outerjoin(source, and_(same_release, source.c.deleted_at.is_(None)))
        .outerjoin(_BLOCK, and_(_BLOCK.c.version_id == source.c.id, _BLOCK.c.id == _SEGMENT.c.block_id))
    )
    mine = (_SEGMENT.c.version_id == bindparam("version"), _SEGMENT.c.deleted_at.is_(None))
    return select(*columns).select_from(joined).where(*mine)


def _place(segment_id: str, rank: str, target: str, is_untouched: object) -> SegmentPlace:
    return SegmentPlace(segment_id, rank, not is_untouched or bool(rows.unpack_text(target).text.strip()))


def _segments(found: CursorResult[Any]) -> tuple[Segment, ...]:
    """The segments of rows with :data:`_COLUMNS`."""
    return tuple(_made(*row) for row in found.all())


@lru_cache(maxsize=8192)
def _made(*row: Any) -> Segment:
    """A row's segment. Remembered: a grid is read again after every save, and nearly all of its rows are as they were."""
    at = row[11]
    moment = datetime.fromisoformat(at) if isinstance(at, str) else at
    return Segment(
        id=row[0],
        version_id=row[1],
        block_id=row[2],
        index=row[3],
        source=rows.unpack_text(row[4]),
        made_from=None if row[5] is None else rows.unpack_text(row[5]),
        target=rows.unpack_text(row[6]),
        state=SegmentState(row[7]),
        origin=SegmentOrigin(row[8]),
        rank=row[9],
        author=row[10],
        updated_at=None if moment is None else in_utc(moment),
        rev=row[12],
        is_apart=bool(row[13]),
    )


def _segment(row: rows.AnyRow) -> Segment:
    return Segment(
        id=row.id,
        version_id=row.version_id,
        block_id=row.block_id,
        index=row.place,
        source=rows.unpack_text(row.source),
        made_from=None if row.made_from is None else rows.unpack_text(row.made_from),
        target=rows.unpack_text(row.target),
        state=SegmentState(row.state),
        origin=SegmentOrigin(row.origin),
        rank=row.rank,
        author=row.author,
        updated_at=row.translated_at,
        rev=row.rev,
        is_apart=bool(row.is_apart),
    )
