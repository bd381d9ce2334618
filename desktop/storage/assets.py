"""Images, each kept once by its bytes."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.engine import Connection

from desktop.domain.asset import Asset
from desktop.domain.errors import NotFoundError
from desktop.domain.ports import Clock
from desktop.i18n import N_, _
from desktop.storage import rows
from desktop.storage.schema import desk

_ASSET = desk.asset
_NONE = N_("There is no image with the id “{id}”.")
#: Everything but the bytes: a list of images must not read them all.
_FACTS = tuple(column for column in _ASSET.c if column.name != "content")


class SqlAssets:
    """Fulfils :class:`desktop.domain.ports.Assets`."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    def get(self, asset_id: str) -> Asset:
        """See the port."""
        living = select(*_FACTS).where(_ASSET.c.id == asset_id, _ASSET.c.deleted_at.is_(None))
        found = self._connection.execute(living).first()
        if found is None:
            raise NotFoundError(_(_NONE).format(id=asset_id))
        return _asset(found)

    def content(self, asset_id: str) -> bytes:
        """See the port."""
        return bytes(rows.one(self._connection, _ASSET, asset_id, _(_NONE)).content)

    def same_bytes(self, sha256: str) -> Asset | None:
        """See the port."""
        living = select(*_FACTS).where(_ASSET.c.sha256 == sha256, _ASSET.c.deleted_at.is_(None))
        found = self._connection.execute(living.order_by(_ASSET.c.id).limit(1)).first()
        return None if found is None else _asset(found)

    def put(self, asset: Asset, content: bytes | None = None) -> Asset:
        """See the port."""
        names = ("id", "file_name", "media_type", "sha256", "width", "height", "alt", "caption", "credit", "rights")
        values = {name: getattr(asset, name) for name in names}
        if content is not None:
            values["content"] = content
        sentence = _("The image “{name}” was changed by somebody else meanwhile.").format(name=asset.file_name)
        rows.save(self._connection, _ASSET, values, asset.rev, self._clock.now(), sentence)
        return self.get(asset.id)


def _asset(row: rows.AnyRow) -> Asset:
    return Asset(
        row.id,
        row.file_name,
        row.media_type,
        row.sha256,
        row.width or 0,
        row.height or 0,
        row.alt,
        row.caption,
        row.credit,
        row.rights,
        row.rev,
    )
