"""Kept states of versions: written once, never changed."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection

from desktop.domain.document import Block, Document
from desktop.domain.errors import NotFoundError
from desktop.domain.ports import Clock, IdSource
from desktop.domain.release import Revision, RevisionHeader
from desktop.i18n import _
from desktop.storage import rows
from desktop.storage.days import day_of
from desktop.storage.folding import compose
from desktop.storage.fulltext import FullText
from desktop.storage.schema import texts

_REVISION, _NAME, _TEXT = texts.revision, texts.revision_name, texts.revision_text
_HEADER = tuple(column for column in _REVISION.c if column.name not in ("blocks", "language"))


class SqlRevisions:
    """Fulfils :class:`desktop.domain.ports.Revisions`."""

    def __init__(
        self, connection: Connection, clock: Clock, ids: IdSource, *, author: str, full_text: FullText
    ) -> None:
        self._connection = connection
        self._author = author
        self._full_text = full_text
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
        self._index(header, document)
        return header

    def _index(self, header: RevisionHeader, document: Document) -> None:
        """Let the full text of older versions know the words. The triggerless index is written once."""
        release_id = self._connection.execute(
            select(texts.version.c.release_id).where(texts.version.c.id == header.version_id)
        ).scalar_one()
        title, body = compose(document.title), compose(document.plain_text)
        row = {
            "revision_id": header.id,
            "version_id": header.version_id,
            "release_id": release_id,
            "language": document.language,
            "title": title,
            "dated_on": day_of(document, header.created_at),
        }
        place = self._connection.execute(insert(_TEXT).returning(_TEXT.c.place), row).scalar_one()
        self._full_text.put_text(self._connection, "revision_text", int(place), title, body)

    def name(self, revision_id: str, name: str) -> RevisionHeader:
        """See the port."""
        header = self.get(revision_id).header
        values = {"name": name, "author": self._author, "updated_at": self._clock.now()}
        mine = update(_NAME).where(_NAME.c.revision_id == revision_id)
        changed = self._connection.execute(mine.values(**values, rev=_NAME.c.rev + 1))
        if changed.rowcount == 0:
            self._connection.execute(insert(_NAME).values(revision_id=revision_id, rev=1, **values))
        return replace(header, name=name)

    def headers(self, version_id: str) -> tuple[RevisionHeader, ...]:
        """See the port."""
        return tuple(_header(row) for row in self._connection.execute(self._newest_first(version_id)))

    def get(self, revision_id: str) -> Revision:
        """See the port."""
        both = select(_REVISION, _NAME.c.name).outerjoin(_NAME)
        row = self._connection.execute(both.where(_REVISION.c.id == revision_id)).first()
        if row is None:
            raise NotFoundError(_("There is no kept state with the id “{id}”.").format(id=revision_id))
        return Revision(_header(row), kept_document(row))

    def _newest_first(self, version_id: str) -> Any:
        mine = select(*_HEADER, _NAME.c.name).outerjoin(_NAME).where(_REVISION.c.version_id == version_id)
        return mine.order_by(_REVISION.c.number.desc(), _REVISION.c.id.desc())


def kept_document(row: rows.AnyRow) -> Document:
    """The text of a stored revision; raises ``ValueError``, ``KeyError`` or ``TypeError`` on a damaged row."""
    blocks = tuple(Block.from_json(value) for value in json.loads(row.blocks))
    return Document(row.version_id, row.language, blocks)


def _header(row: rows.AnyRow) -> RevisionHeader:
    return RevisionHeader(
        row.id, row.version_id, row.number, row.content_hash, row.created_at, row.author, row.label, row.name or ""
    )
