"""Kept states of versions: written once, never changed."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.engine import Connection

from desktop.domain.document import Block, Document
from desktop.domain.errors import NotFoundError
from desktop.domain.ports import Clock, IdSource
from desktop.domain.release import Revision, RevisionHeader
from desktop.i18n import _
from desktop.storage import rows
from desktop.storage.schema import texts

_REVISION = texts.revision
_HEADER = tuple(column for column in _REVISION.c if column.name not in ("blocks", "language"))


class SqlRevisions:
    """Fulfils :class:`desktop.domain.ports.Revisions`."""

    def __init__(self, connection: Connection, clock: Clock, ids: IdSource) -> None:
        self._connection = connection
        self._clock = clock
        self._ids = ids

    def add(self, version_id: str, document: Document, *, label: str, author: str) -> RevisionHeader | None:
        """See the port."""
        content_hash = document.content_hash()
        newest = self._connection.execute(self._newest_first(version_id).limit(1)).first()
        if newest is not None and newest.content_hash == content_hash:
            return None
        number = 1 if newest is None else newest.number + 1
        header = RevisionHeader(self._ids.new(), version_id, number, content_hash, self._clock.now(), author, label)
        values = {
            "id": header.id,
            "version_id": version_id,
            "number": number,
            "language": document.language,
            "content_hash": content_hash,
            "blocks": rows.pack([block.to_json() for block in document.blocks]),
            "author": author,
            "label": label,
            "created_at": header.created_at,
        }
        self._connection.execute(insert(_REVISION).values(values))
        return header

    def headers(self, version_id: str) -> tuple[RevisionHeader, ...]:
        """See the port."""
        return tuple(_header(row) for row in self._connection.execute(self._newest_first(version_id)))

    def get(self, revision_id: str) -> Revision:
        """See the port."""
        row = self._connection.execute(select(_REVISION).where(_REVISION.c.id == revision_id)).first()
        if row is None:
            raise NotFoundError(_("There is no kept state with the id “{id}”.").format(id=revision_id))
        return Revision(_header(row), kept_document(row))

    def _newest_first(self, version_id: str) -> Any:
        mine = select(*_HEADER).where(_REVISION.c.version_id == version_id)
        return mine.order_by(_REVISION.c.number.desc(), _REVISION.c.id.desc())


def kept_document(row: rows.AnyRow) -> Document:
    """The text of a stored revision; raises ``ValueError``, ``KeyError`` or ``TypeError`` on a damaged row."""
    blocks = tuple(Block.from_json(value) for value in json.loads(row.blocks))
    return Document(row.version_id, row.language, blocks)


def _header(row: rows.AnyRow) -> RevisionHeader:
    return RevisionHeader(row.id, row.version_id, row.number, row.content_hash, row.created_at, row.author, row.label)
