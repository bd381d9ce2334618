"""What all tables share: the metadata, the naming convention, the columns of a thing that people edit."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, text

from desktop.storage.column_types import Key, UtcDateTime, Words

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def own_key() -> Column[str]:
    """The key of a thing: a UUIDv7 made by the client."""
    return Column("id", Key, primary_key=True)


def parent(name: str, target: str, *, optional: bool = False, index: bool = True, primary: bool = False) -> Column[Any]:
    """A column that points at another table's ``id``; a row goes with its parent, or loses an optional one."""
    action = "SET NULL" if optional else "CASCADE"
    reference = ForeignKey(f"{target}.id", ondelete=action)
    return Column(name, Key, reference, nullable=optional, index=index, primary_key=primary)


def words(name: str, *, optional: bool = False, index: bool = False) -> Column[str]:
    """A text that people wrote, or a word the program stores by value; empty rather than missing."""
    return Column(name, Words, nullable=optional, index=index)


def key(name: str, *, optional: bool = False, index: bool = False) -> Column[str]:
    """A text that is compared byte by byte: an order key, a folded sort key, a hash, a foreign id."""
    return Column(name, Key, nullable=optional, index=index)


def flag(name: str) -> Column[bool]:
    """Yes or no."""
    return Column(name, Boolean(create_constraint=False), nullable=False)


def count(name: str) -> Column[int]:
    """A number that is always there."""
    return Column(name, Integer, nullable=False)


def moment(name: str, *, optional: bool = True, index: bool = False) -> Column[Any]:
    """An instant in UTC."""
    return Column(name, UtcDateTime, nullable=optional, index=index)


def tombstones() -> Index:
    """An index of the things that are gone; on SQLite of them alone.

    With the living in it SQLite would take it for every list ("deleted_at IS NULL") and sort all rows. PostgreSQL
    knows better; an option for it here would load its whole dialect (30 ms) at every start.
    """
    return Index(None, "deleted_at", sqlite_where=text("deleted_at IS NOT NULL"))


def edited() -> tuple[Column[Any], ...]:
    """The columns of everything that people edit: when it was made and last saved, its tombstone, its ``rev``."""
    return (
        moment("created_at", optional=False),
        moment("updated_at", optional=False),
        moment("deleted_at"),
        count("rev"),
    )
