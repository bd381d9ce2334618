"""Between database rows and domain values: the texts that hold structure, and the small SQL the rooms share."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from sqlalchemy import ColumnElement, Row, Table, select, update
from sqlalchemy.engine import Connection

from desktop.domain.errors import ConflictError, NotFoundError
from desktop.i18n import _
from desktop.storage.column_types import storable

if TYPE_CHECKING:
    from desktop.domain.richtext import RichText

T = TypeVar("T")
#: A row whose columns the reader knows by name.
AnyRow: TypeAlias = "Row[*tuple[Any, ...]]"

#: How many keys go into one ``IN (…)``.
BATCH = 500


def pack(value: Any) -> str:
    """Canonical JSON: compact, sorted names, readable letters. Equal values are equal strings."""
    return storable(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def pack_text(text: RichText) -> str:
    """A rich text as canonical JSON."""
    return pack(text.to_json())


@lru_cache(maxsize=8192)
def unpack_text(stored: str) -> RichText:
    """The inverse of :func:`pack_text`; raises ``ValueError`` or ``KeyError`` on a damaged value.

    Remembered: a release's sentences are read again after every save, and nearly all of them are as they were.
    """
    from desktop.domain.richtext import RichText  # noqa: PLC0415 - lazy: lists of releases need no texts

    return RichText.from_json(json.loads(stored))


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The items in lists of at most ``size``."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def one(connection: Connection, table: Table, thing_id: str, sentence: str) -> AnyRow:
    """The living row with this key; raises NotFoundError with the sentence, its ``{id}`` filled."""
    found = connection.execute(select(table).where(table.c.id == thing_id, table.c.deleted_at.is_(None))).first()
    if found is None:
        raise NotFoundError(sentence.format(id=thing_id))
    return found


def one_by_prefix(connection: Connection, table: Table, prefix: str, sentence: str) -> AnyRow:
    """The living row whose key begins with ``prefix``; raises NotFoundError for none and for several."""
    living = select(table).where(table.c.deleted_at.is_(None))
    exact = connection.execute(living.where(table.c.id == prefix)).first()
    if exact is not None:
        return exact
    begins: ColumnElement[bool] = table.c.id.startswith(prefix, autoescape=True)
    found = connection.execute(living.where(begins).limit(2)).all() if prefix else []
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFoundError(
            _("Several things have an id that begins with “{id}”.").format(id=prefix),
            advice=_("Give more of the id."),
        )
    raise NotFoundError(sentence.format(id=prefix))


def save(connection: Connection, table: Table, values: dict[str, Any], rev: int, now: datetime, sentence: str) -> None:
    """Add a row (``rev == 0``) or save it where it still has ``rev``; raises ConflictError with the sentence.

    ``values`` holds every column but ``created_at`` (kept where it is ``None``), ``updated_at`` and ``rev``.
    """
    thing_id = values["id"]
    created_at = values.pop("created_at", None)
    known = connection.execute(select(table.c.rev, table.c.deleted_at).where(table.c.id == thing_id)).first()
    if known is None and rev == 0:
        row = {**values, "created_at": created_at or now, "updated_at": now, "rev": 1}
        connection.execute(table.insert(), row)
        return
    if known is None or known.rev != rev or known.deleted_at is not None:
        raise ConflictError(
            sentence, kept=_("Nothing was overwritten."), advice=_("Open it again and repeat the change.")
        )
    changed = connection.execute(
        update(table)
        .where(table.c.id == thing_id, table.c.rev == rev)
        .values({**values, "updated_at": now, "rev": rev + 1})
    )
    if changed.rowcount != 1:
        raise ConflictError(sentence, kept=_("Nothing was overwritten."))


def bury(connection: Connection, table: Table, thing_id: str, now: datetime, sentence: str) -> None:
    """Leave a tombstone; raises NotFoundError where there is nothing (any more)."""
    living = update(table).where(table.c.id == thing_id, table.c.deleted_at.is_(None))
    if connection.execute(living.values(deleted_at=now, rev=table.c.rev + 1)).rowcount != 1:
        raise NotFoundError(sentence.format(id=thing_id))


def raise_again(connection: Connection, table: Table, thing_id: str, sentence: str) -> None:
    """Take a tombstone away; a living thing stays as it is; raises NotFoundError for an unknown key."""
    known = connection.execute(select(table.c.deleted_at).where(table.c.id == thing_id)).first()
    if known is None:
        raise NotFoundError(sentence.format(id=thing_id))
    if known.deleted_at is not None:
        connection.execute(update(table).where(table.c.id == thing_id).values(deleted_at=None, rev=table.c.rev + 1))


def rows_in(connection: Connection, table: Table, column: str, keys: Sequence[str], *order: str) -> Iterator[AnyRow]:
    """All rows whose column is one of the keys, a batch at a time, each batch in the order of the named columns."""
    for batch in batches(keys):
        statement = select(table).where(table.c[column].in_(batch))
        yield from connection.execute(statement.order_by(*(table.c[name] for name in order)))
