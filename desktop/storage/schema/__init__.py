"""The tables, the same on SQLite and PostgreSQL.

Each module is imported by the repositories that use its tables, so that opening a workspace does not build all of
them; :mod:`desktop.storage.schema.whole` knows every table.

Rules of every table: constraints have names by one convention; times are UTC; enums are kept by value; keys
are UUIDv7 texts made by the client; what people edit has a ``rev`` that rises with every save and a
``deleted_at`` that is its tombstone, so that two offices can be brought together later.
"""
