"""Between translation units and their rows."""

from __future__ import annotations

import json
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.unit import TranslationUnit, UnitOrigin
from desktop.storage import rows
from desktop.storage.column_types import storable

#: What a unit says, in the order of :func:`unit_of` and :func:`values_of`.
_SAID = (
    "place",
    "id",
    "source_language",
    "target_language",
    "source",
    "source_marks",
    "target",
    "target_marks",
    "previous",
    "next",
    "origin",
    "release_id",
    "lineage",
    "segment_id",
    "author",
    "note",
    "properties",
)

#: The columns that make a unit, in the order of :func:`unit_of`.
COLUMNS = (*_SAID, "made_at", "changed_at", "rev")


@lru_cache(maxsize=256)
def _primary(language: str) -> str:
    return language.replace("_", "-").split("-", 1)[0].lower()


@lru_cache(maxsize=8192)
def text_key(text: str, language: str) -> int:
    """The key of a text in a language: case and white space do not count. Signed, 64 bits."""
    folded = f"{_primary(language)}\0{' '.join(text.casefold().split())}"
    return int.from_bytes(blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def context_key(text: str, previous: str | None, following: str | None) -> int:
    """The key of a text between its neighbours; 0 where one of them is not known."""
    if previous is None or following is None:
        return 0
    whole = f"{text.strip()}\0{previous}\0{following}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(whole, digest_size=8).digest(), "big", signed=True)


#: The columns of :func:`values_of`, in its order.
WRITTEN = (*_SAID, "source_key", "target_key", "context_key", "deleted_at", "made_at", "changed_at", "updated_at")


def row_of(unit: TranslationUnit, place: int, now: datetime) -> dict[str, Any]:
    """The row of a unit that gets this place; its times and ``rev`` are the caller's."""
    return dict(zip(WRITTEN, values_of(unit, place, now), strict=True))


def values_of(unit: TranslationUnit, place: int, now: datetime, unit_id: str = "") -> tuple[Any, ...]:
    """The values of :data:`WRITTEN`, with ``unit_id`` for a unit without one; what SQLAlchemy would make storable is storable already."""
    source, target = storable(unit.source.text), storable(unit.target.text)
    previous = None if unit.previous is None else storable(unit.previous)
    following = None if unit.next is None else storable(unit.next)
    made_at = unit.created_at or now
    return (
        place,
        unit.id or unit_id,
        unit.source_language,
        unit.target_language,
        source,
        _marks(unit.source),
        target,
        _marks(unit.target),
        previous,
        following,
        unit.origin._value_,
        unit.release_id,
        unit.lineage,
        unit.segment_id,
        storable(unit.author),
        storable(unit.note),
        rows.pack(unit.properties) if unit.properties else "",
        text_key(source, unit.source_language),
        text_key(target, unit.target_language),
        context_key(source, previous, following),
        None,
        made_at,
        unit.changed_at or made_at,
        now,
    )


def unit_of(row: Any) -> TranslationUnit:
    """The unit of a row with :data:`COLUMNS`."""
    return TranslationUnit(
        id=row.id,
        source_language=row.source_language,
        target_language=row.target_language,
        source=_text(row.source, row.source_marks),
        target=_text(row.target, row.target_marks),
        previous=row.previous,
        next=row.next,
        origin=UnitOrigin(row.origin),
        release_id=row.release_id,
        lineage=row.lineage,
        segment_id=row.segment_id,
        author=row.author,
        note=row.note,
        properties=tuple((name, value) for name, value in json.loads(row.properties)) if row.properties else (),
        created_at=row.made_at,
        changed_at=row.changed_at,
        place=row.place,
        rev=row.rev,
    )


def _marks(text: RichText) -> str:
    return rows.pack(text.to_json()["marks"]) if text.marks else ""


def _text(text: str, marks: str) -> RichText:
    if not marks:
        return RichText(text)
    return RichText.of(text, (Mark(s, e, MarkKind(kind), value) for s, e, kind, value in json.loads(marks)))
