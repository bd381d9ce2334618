"""The library of boilerplate, each with its texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import select, update
from sqlalchemy.engine import Connection

from desktop.domain.boilerplate import Boilerplate, BoilerplateText
from desktop.domain.ports import Clock
from desktop.i18n import N_, _
from desktop.storage import rows
from desktop.storage.folding import sort_key
from desktop.storage.schema import desk

_BOILERPLATE, _TEXT = desk.boilerplate, desk.boilerplate_text
_NONE = N_("The library has no text with the id “{id}”.")


class SqlBoilerplates:
    """Fulfils :class:`desktop.domain.ports.Boilerplates`."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    def all(self) -> tuple[Boilerplate, ...]:
        """See the port."""
        living = select(_BOILERPLATE).where(_BOILERPLATE.c.deleted_at.is_(None))
        found = self._connection.execute(living.order_by(_BOILERPLATE.c.name_key, _BOILERPLATE.c.id)).all()
        return tuple(self._with_texts(found))

    def get(self, boilerplate_id: str) -> Boilerplate:
        """See the port."""
        return next(self._with_texts([rows.one(self._connection, _BOILERPLATE, boilerplate_id, _(_NONE))]))

    def put(self, boilerplate: Boilerplate) -> Boilerplate:
        """See the port."""
        name, now = boilerplate.name, self._clock.now()
        values = {"id": boilerplate.id, "name": name, "name_key": sort_key(name)}
        values |= {"owner": boilerplate.owner, "notes": boilerplate.notes}
        sentence = _("The text “{name}” was changed by somebody else meanwhile.").format(name=name)
        rows.save(self._connection, _BOILERPLATE, values, boilerplate.rev, now, sentence)
        self._put_texts(boilerplate)
        return self.get(boilerplate.id)

    def remove(self, boilerplate_id: str) -> None:
        """See the port."""
        rows.bury(self._connection, _BOILERPLATE, boilerplate_id, self._clock.now(), _(_NONE))

    def restore(self, boilerplate_id: str) -> None:
        """See the port."""
        rows.raise_again(self._connection, _BOILERPLATE, boilerplate_id, _(_NONE))

    def _put_texts(self, boilerplate: Boilerplate) -> None:
        """Write the texts that differ; one that is not among them gets a tombstone, one that is back loses it."""
        now = self._clock.now()
        mine = select(_TEXT).where(_TEXT.c.boilerplate_id == boilerplate.id)
        stored = {row.id: row for row in self._connection.execute(mine)}
        for text in boilerplate.texts:
            values = {
                "language": text.language,
                "text": rows.pack_text(text.text),
                "owner": text.owner,
                "valid_from": text.valid_from,
                "valid_to": text.valid_to,
                "updated_at": now,
                "deleted_at": None,
            }
            known = stored.pop(text.id, None)
            if known is None:
                new = {"id": text.id, "boilerplate_id": boilerplate.id, "created_at": now, "rev": 1}
                self._connection.execute(_TEXT.insert().values(values | new))
            elif known.deleted_at is not None or _text(known) != text:
                self._connection.execute(
                    update(_TEXT).where(_TEXT.c.id == text.id).values(values | {"rev": _TEXT.c.rev + 1})
                )
        gone = [row.id for row in stored.values() if row.deleted_at is None]
        if gone:
            marked = update(_TEXT).where(_TEXT.c.id.in_(gone))
            self._connection.execute(marked.values(deleted_at=now, updated_at=now, rev=_TEXT.c.rev + 1))

    def _with_texts(self, found: Iterable[rows.AnyRow]) -> Iterator[Boilerplate]:
        heads = list(found)
        texts: dict[str, list[BoilerplateText]] = {row.id: [] for row in heads}
        for row in rows.rows_in(self._connection, _TEXT, "boilerplate_id", list(texts), "language", "id"):
            if row.deleted_at is None:
                texts[row.boilerplate_id].append(_text(row))
        for row in heads:
            ordered = sorted(texts[row.id], key=_order)
            yield Boilerplate(row.id, row.name, row.owner, row.notes, tuple(ordered), row.rev)


def _order(text: BoilerplateText) -> tuple[str, str, str]:
    return text.language, text.valid_from.isoformat() if text.valid_from else "", text.id


def _text(row: rows.AnyRow) -> BoilerplateText:
    return BoilerplateText(row.id, row.language, rows.unpack_text(row.text), row.owner, row.valid_from, row.valid_to)
