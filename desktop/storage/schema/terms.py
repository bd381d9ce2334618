"""The termbase."""

from __future__ import annotations

from sqlalchemy import Table

from desktop.storage.schema.base import count, edited, key, metadata, own_key, parent, words

concept = Table(
    "concept",
    metadata,
    own_key(),
    words("subject"),
    words("definition"),
    words("note"),
    words("source"),
    *edited(),
)

#: What a concept is called in one language; ``place`` orders a concept's terms.
term = Table(
    "term",
    metadata,
    own_key(),
    parent("concept_id", "concept"),
    key("language"),
    words("text"),
    words("status"),
    words("note"),
    words("part_of_speech"),
    words("means"),
    count("place"),
    *edited(),
)
