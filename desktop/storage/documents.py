"""The blocks of source versions: loaded whole, written a row at a time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection

from desktop.domain.document import Block, BlockKind, Document, make_attrs
from desktop.domain.edits import BlockEdit, RemoveBlock
from desktop.domain.order_key import key_between, keys_for
from desktop.domain.ports import Clock
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.i18n import _
from desktop.storage import rows
from desktop.storage.schema import texts

_BLOCK = texts.block
#: A key longer than this makes the whole document get fresh keys.
_LONGEST_KEY = 48


@dataclass(slots=True)
class _Order:
    """The living blocks' ids in order with their keys, as edits change them. ``moved`` got a new key."""

    ids: list[str]
    keys: dict[str, str]
    moved: set[str]

    def place(self, block_id: str, after_id: str | None) -> None:
        """Put a block where ``apply_edits`` would; one that stands there already keeps its key."""
        stands = self.ids.index(block_id) if block_id in self.keys else None
        before = self.ids[stands - 1] if stands else None
        if stands is not None and before == after_id:
            return
        if stands is not None:
            self.ids.pop(stands)
            del self.keys[block_id]
        at = 0 if after_id is None else len(self.ids)
        if after_id is not None and after_id in self.keys:
            at = self.ids.index(after_id) + 1
        low = self.keys[self.ids[at - 1]] if at else None
        high = self.keys[self.ids[at]] if at < len(self.ids) else None
        self.ids.insert(at, block_id)
        self.moved.add(block_id)
        if low is not None and high is not None and low >= high:
            self.spread()  # two offices used one place: ties leave no room between
            return
        self.keys[block_id] = key_between(low, high)
        if len(self.keys[block_id]) > _LONGEST_KEY:
            self.spread()

    def spread(self) -> None:
        """Fresh, short keys for all."""
        self.keys = dict(zip(self.ids, keys_for(len(self.ids)), strict=True))
        self.moved.update(self.ids)

    def drop(self, block_id: str) -> None:
        """Take a block out."""
        if block_id in self.keys:
            self.ids.remove(block_id)
            del self.keys[block_id]


class SqlDocuments:
    """Fulfils :class:`desktop.domain.ports.Documents`."""

    def __init__(self, connection: Connection, clock: Clock, author: str) -> None:
        self._connection = connection
        self._clock = clock
        self._author = author

    def load(self, version_id: str) -> Document:
        """See the port."""
        version = rows.one(self._connection, texts.version, version_id, _("There is no version with the id “{id}”."))
        statement = select(_BLOCK).where(
            _BLOCK.c.version_id == version_id, _BLOCK.c.deleted_at.is_(None), _BLOCK.c.mode == ""
        )
        found = self._connection.execute(statement.order_by(_BLOCK.c.order_key, _BLOCK.c.id))
        return Document(version_id, version.language, tuple(read_block(row) for row in found))

    def some(self, version_id: str, block_ids: Sequence[str]) -> dict[str, Block]:
        """See the port."""
        found: dict[str, Block] = {}
        for batch in rows.batches(block_ids):
            these = select(_BLOCK).where(_BLOCK.c.version_id == version_id, _BLOCK.c.id.in_(batch))
            living = these.where(_BLOCK.c.deleted_at.is_(None), _BLOCK.c.mode == "")
            found |= {row.id: read_block(row) for row in self._connection.execute(living)}
        return found

    def apply(self, version_id: str, edits: Sequence[BlockEdit]) -> bool:
        """See the port. Writes the edited rows, and one row for each block that was moved."""
        if not edits:
            return True
        rows.one(self._connection, texts.version, version_id, _("There is no version with the id “{id}”."))
        known = self._known(version_id)
        living = {row.id: row.order_key for row in known if row.deleted_at is None}
        order = _Order(list(living), dict(living), set())
        written: dict[str, Block] = {}
        removed: set[str] = set()
        for edit in edits:
            if isinstance(edit, RemoveBlock):
                order.drop(edit.block_id)
                written.pop(edit.block_id, None)
                removed.add(edit.block_id)
                continue
            order.place(edit.block.id, edit.after_id)
            written[edit.block.id] = edit.block
            removed.discard(edit.block.id)
        self._write(version_id, order, written, {row.id for row in known})
        self._bury(version_id, sorted(removed.intersection(living)))
        return order.ids == list(living) and not order.moved

    def versions_with(self, name: str, value: str) -> tuple[str, ...]:
        """See the port. Attributes are canonical JSON, so one of them is one stretch of their text."""
        written = rows.pack({name: value})[1:-1]
        statement = (
            select(_BLOCK.c.version_id)
            .join(texts.version, texts.version.c.id == _BLOCK.c.version_id)
            .join(texts.release, texts.release.c.id == texts.version.c.release_id)
            .where(_BLOCK.c.attrs.contains(written, autoescape=True), _BLOCK.c.mode == "")
            .where(_BLOCK.c.deleted_at.is_(None), texts.version.c.deleted_at.is_(None))
            .where(texts.release.c.deleted_at.is_(None))
            .order_by(_BLOCK.c.version_id.desc())
            .distinct()
        )
        return tuple(self._connection.execute(statement).scalars())

    def _known(self, version_id: str) -> Sequence[rows.AnyRow]:
        statement = select(_BLOCK.c.id, _BLOCK.c.order_key, _BLOCK.c.deleted_at).where(
            _BLOCK.c.version_id == version_id, _BLOCK.c.mode == ""
        )
        return self._connection.execute(statement.order_by(_BLOCK.c.order_key, _BLOCK.c.id)).all()

    def _write(self, version_id: str, order: _Order, written: dict[str, Block], known: set[str]) -> None:
        now = self._clock.now()
        fresh = []
        for block_id, block in written.items():
            values = {**_values(block), "order_key": order.keys[block_id], "author": self._author, "updated_at": now}
            if block_id not in known:
                blank = {"version_id": version_id, "id": block_id, "mode": "", "created_at": now, "rev": 1}
                fresh.append({**values, **blank})
                continue
            mine = update(_BLOCK).where(_BLOCK.c.version_id == version_id, _BLOCK.c.id == block_id)
            self._connection.execute(mine.values({**values, "deleted_at": None, "rev": _BLOCK.c.rev + 1}))
        if fresh:
            self._connection.execute(insert(_BLOCK), fresh)
        for block_id in order.moved.difference(written).intersection(order.keys):
            mine = update(_BLOCK).where(_BLOCK.c.version_id == version_id, _BLOCK.c.id == block_id)
            moved = {"order_key": order.keys[block_id], "updated_at": now, "rev": _BLOCK.c.rev + 1}
            self._connection.execute(mine.values(moved))

    def _bury(self, version_id: str, block_ids: Sequence[str]) -> None:
        now = self._clock.now()
        for batch in rows.batches(block_ids):
            these = update(_BLOCK).where(_BLOCK.c.version_id == version_id, _BLOCK.c.id.in_(batch))
            self._connection.execute(these.values(deleted_at=now, updated_at=now, rev=_BLOCK.c.rev + 1))


def read_block(row: rows.AnyRow) -> Block:
    """A stored block; raises ``ValueError``, ``KeyError`` or ``TypeError`` on a damaged row."""
    return _block(row.id, row.kind, row.text, row.marks, row.attrs)


@lru_cache(maxsize=4096)
def _block(block_id: str, kind: str, text: str, marks: str, attrs: str) -> Block:
    """Remembered: a text is read again after every save, and nearly all of its blocks are as they were."""
    found = json.loads(marks)
    rich = (
        RichText.of(text, (Mark(int(s), int(e), MarkKind(name), str(value)) for s, e, name, value in found))
        if found
        else RichText(text)
    )
    return Block(block_id, BlockKind(kind), rich, make_attrs(json.loads(attrs)))


def _values(block: Block) -> dict[str, str]:
    return {
        "kind": block.kind.value,
        "text": block.text.text,
        "marks": rows.pack(block.text.to_json()["marks"]),
        "attrs": rows.pack(dict(block.attrs)),
    }
