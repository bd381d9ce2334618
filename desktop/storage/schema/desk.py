"""What stands around the texts: comments, boilerplate, images, settings, dismissals, conflicts."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, Index, Integer, LargeBinary, Table, text

from desktop.storage.column_types import Key
from desktop.storage.schema.base import count, edited, flag, key, metadata, moment, own_key, parent, tombstones, words

#: A comment on ``[start, end)`` of a block or a segment's target; ``parent_id`` makes it a reply.
comment = Table(
    "comment",
    metadata,
    own_key(),
    parent("release_id", "release"),
    parent("version_id", "version", optional=True),
    parent("parent_id", "comment", optional=True),
    key("block_id", optional=True),
    key("segment_id", optional=True),
    count("start"),
    count("end"),
    words("quoted"),
    words("body"),
    words("author"),
    moment("resolved_at"),
    words("resolved_by"),
    *edited(),
)

#: Two edits of one thing that no rule could bring together; ``base``, ``ours`` and ``theirs`` are JSON.
conflict = Table(
    "conflict",
    metadata,
    own_key(),
    words("thing_kind"),
    key("thing_id", index=True),
    parent("release_id", "release", optional=True),
    words("base"),
    words("ours"),
    words("theirs"),
    words("their_author"),
    moment("found_at", optional=False),
    moment("resolved_at"),
    words("resolved_by"),
    words("resolution"),
    *edited(),
)

#: An image (or another file) with its rights; the same bytes have the same ``sha256``.
asset = Table(
    "asset",
    metadata,
    own_key(),
    words("file_name"),
    words("media_type"),
    Column("content", LargeBinary, nullable=False),
    key("sha256", index=True),
    Column("width", Integer),
    Column("height", Integer),
    words("alt"),
    words("caption"),
    words("credit"),
    words("rights"),
    *edited(),
)

boilerplate = Table(
    "boilerplate",
    metadata,
    own_key(),
    words("name"),
    key("name_key", index=True),
    words("owner"),
    words("notes"),
    *edited(),
)

#: A boilerplate's text in one language for a time; ``text`` is the JSON of a rich text.
boilerplate_text = Table(
    "boilerplate_text",
    metadata,
    own_key(),
    parent("boilerplate_id", "boilerplate"),
    words("language"),
    words("text"),
    words("owner"),
    Column("valid_from", Date),
    Column("valid_to", Date),
    *edited(),
)

setting = Table(
    "setting",
    metadata,
    Column("name", Key, primary_key=True),
    words("value"),
    moment("updated_at", optional=False),
    count("rev"),
)

#: "This finding is fine here": by check and by a hash of the text it was found in.
check_dismissal = Table(
    "check_dismissal",
    metadata,
    own_key(),
    words("check_name"),
    key("text_hash"),
    parent("release_id", "release", optional=True),
    parent("version_id", "version", optional=True),
    key("block_id", optional=True),
    key("segment_id", optional=True),
    flag("is_everywhere"),
    words("reason"),
    words("author"),
    *edited(),
    Index(None, "check_name", "text_hash"),
)

#: A release template of the office's own; ``body`` is its TOML, ``name`` what releases carry as their type.
template = Table(
    "template",
    metadata,
    own_key(),
    key("name", index=True),
    words("body"),
    *edited(),
)

#: A pair of sentences. ``place`` numbers the units as the match index knows them; a unit whose words change gets a new one,
#: so that a place stands for the same words for ever. Texts are plain beside the JSON of their marks (empty without);
#: the keys are hashes: of a side's folded text, and of the source with both neighbours.
translation_unit = Table(
    "translation_unit",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("id", Key, nullable=False),
    key("source_language"),
    key("target_language"),
    words("source"),
    words("source_marks"),
    words("target"),
    words("target_marks"),
    words("previous", optional=True),
    words("next", optional=True),
    words("origin"),
    key("release_id"),
    key("lineage"),
    key("segment_id"),
    words("author"),
    words("note"),
    words("properties"),
    moment("made_at"),
    moment("changed_at"),
    Column("source_key", BigInteger, nullable=False),
    Column("target_key", BigInteger, nullable=False),
    Column("context_key", BigInteger, nullable=False),
    *edited(),
    Index("uq_translation_unit_id", "id", unique=True),
    Index(None, "segment_id", sqlite_where=text("segment_id != ''")),
    Index(None, "source_key"),
    Index(None, "target_key"),
    Index(None, "context_key", sqlite_where=text("context_key != 0")),
    tombstones(),
)

#: A run of the match index: which places it covers and the count of words of each text (a byte a text; two a place).
memory_run = Table(
    "memory_run",
    metadata,
    Column("run", Integer, primary_key=True),
    count("first_place"),
    count("last_place"),
    count("units"),
    Column("lengths", LargeBinary, nullable=False),
)

#: The texts of a run that have a word: 32-bit numbers, ``place * 2 + side``, rising.
memory_word = Table(
    "memory_word",
    metadata,
    Column("word", BigInteger, primary_key=True, autoincrement=False),
    Column("run", Integer, primary_key=True, autoincrement=False),
    count("texts"),
    Column("list", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
