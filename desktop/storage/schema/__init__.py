"""The tables, the same on SQLite and PostgreSQL. Importing this package knows all of them.

Rules of every table: constraints have names by one convention; times are UTC; enums are kept by value; keys
are UUIDv7 texts made by the client; what people edit has a ``rev`` that rises with every save and a
``deleted_at`` that is its tombstone, so that two offices can be brought together later.
"""

from desktop.storage.schema import desk, people, sending, texts
from desktop.storage.schema.base import metadata

__all__ = ["desk", "metadata", "people", "sending", "texts"]
