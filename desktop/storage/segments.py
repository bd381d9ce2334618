"""The translator's pairs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import Select, and_, bindparam, case, insert, or_, select, update
from sqlalchemy.engine import Connection

from desktop.domain.errors import ConflictError
from desktop.domain.ports import Clock
from desktop.domain.richtext import RichText
from desktop.domain.segment import Segment, SegmentOrigin, SegmentState
from desktop.i18n import _
from desktop.storage import rows
from desktop.storage.schema import texts

_SEGMENT, _BLOCK, _VERSION = texts.segment, texts.block, texts.version


class SqlSegments:
    """Fulfils :class:`desktop.domain.ports.Segments`."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    def of_version(self, version_id: str) -> tuple[Segment, ...]:
        """See the port. The tray is ordered by when each sentence went."""
        found = self._connection.execute(_of_version(), {"version": version_id})
        return tuple(_segment(row) for row in found)

    def of_block(self, version_id: str, block_id: str) -> tuple[Segment, ...]:
        """See the port."""
        found = self._connection.execute(_of_block(), {"version": version_id, "block": block_id})
        return tuple(_segment(row) for row in found)

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
        fresh, changed, result = [], [], []
        for segment in wanted:
            row = known.get(segment.id)
            values = self._values(segment, row)
            result.append(replace(segment, rev=values["rev"]))
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
        columns = (_SEGMENT.c.id, _SEGMENT.c.rev, _SEGMENT.c.deleted_at, _SEGMENT.c.gone_at, _SEGMENT.c.place)
        for batch in rows.batches(segment_ids):
            statement = select(*columns).where(_SEGMENT.c.id.in_(batch)).with_for_update()
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
            "translated_at": segment.updated_at,
            "gone_at": gone_since if segment.is_gone else None,
            "updated_at": now,
            "deleted_at": None,
            "rev": stored_rev + 1,
        }

    def _touch_releases(self, version_ids: set[str]) -> None:
        """A translated sentence makes its release the newest in the list; its ``rev`` stays."""
        releases = select(_VERSION.c.release_id).where(_VERSION.c.id.in_(sorted(version_ids)))
        these = update(texts.release).where(texts.release.c.id.in_(releases))
        self._connection.execute(these.values(updated_at=self._clock.now()))


@cache
def _of_block() -> Select[Any]:
    mine = select(_SEGMENT).where(_SEGMENT.c.version_id == bindparam("version"), _SEGMENT.c.deleted_at.is_(None))
    return mine.where(_SEGMENT.c.block_id == bindparam("block"), _SEGMENT.c.place >= 0).order_by(_SEGMENT.c.place)


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
    target, source = _VERSION.alias("target"), _VERSION.alias("source")
    same_release = and_(source.c.release_id == target.c.release_id, source.c.role == "source")
    joined = (
        _SEGMENT.join(target, target.c.id == _SEGMENT.c.version_id)
        .outerjoin(source, and_(same_release, source.c.deleted_at.is_(None)))
        .outerjoin(_BLOCK, and_(_BLOCK.c.version_id == source.c.id, _BLOCK.c.id == _SEGMENT.c.block_id))
    )
    is_gone = _SEGMENT.c.place < 0
    return (
        select(_SEGMENT)
        .select_from(joined)
        .where(_SEGMENT.c.version_id == bindparam("version"), _SEGMENT.c.deleted_at.is_(None))
        .order_by(
            is_gone,
            case((is_gone, _SEGMENT.c.gone_at)),
            case((is_gone, ""), (_BLOCK.c.order_key.is_(None), "~"), else_=_BLOCK.c.order_key),
            case((is_gone, ""), else_=_SEGMENT.c.block_id),
            _SEGMENT.c.place,
            _SEGMENT.c.id,
        )
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
    )
