"""Releases, their versions, blocks, segments, kept states and signatures, and the text that search reads."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, Table, false

from desktop.storage.schema.base import count, edited, flag, key, metadata, moment, own_key, parent, tombstones, words

#: ``topics`` and ``countries`` are JSON lists; ``title_key`` sorts, ``search_key`` is " word word" folded.
release = Table(
    "release",
    metadata,
    own_key(),
    words("title"),
    key("title_key"),
    key("search_key"),
    words("type"),
    words("source_language"),
    words("status"),
    words("number"),
    words("owner"),
    words("assignee"),
    moment("due_at"),
    words("due_zone"),
    moment("scheduled_at"),
    words("scheduled_zone"),
    moment("embargo_at"),
    words("embargo_zone"),
    moment("released_at"),
    parent("corrects_id", "release", optional=True),
    words("notice"),
    words("topics"),
    words("countries"),
    *edited(),
    Index(None, "updated_at", "id"),
    Index(None, "title_key", "id"),
    Index(None, "type", "id"),
    Index(None, "embargo_at", "id"),
    Index(None, "due_at"),
    tombstones(),
    Index(None, "released_at"),
    Index(None, "scheduled_at"),
)

#: ``total``, ``done`` and ``stale`` are a cache of what the segments say.
version = Table(
    "version",
    metadata,
    own_key(),
    parent("release_id", "release"),
    words("language"),
    words("role"),
    words("status"),
    words("assignee"),
    moment("due_at"),
    words("due_zone"),
    words("note"),
    moment("released_at"),
    count("total"),
    count("done"),
    count("stale"),
    *edited(),
    tombstones(),
    Index(None, "status"),
    Index(None, "due_at"),
)

#: ``text`` is plain, ``marks`` and ``attrs`` JSON. A source version's blocks have ``mode`` ''; a target version's
#: own blocks are ``adapted``, ``target-only`` or ``left-out``, with the source block they stand for in
#: ``pair_block_id`` and the rich text they were made from (JSON).
block = Table(
    "block",
    metadata,
    parent("version_id", "version", index=False, primary=True),
    Column("id", own_key().type, primary_key=True),
    key("order_key"),
    words("kind"),
    words("text"),
    words("marks"),
    words("attrs"),
    words("mode"),
    key("pair_block_id", optional=True),
    words("made_from", optional=True),
    words("author"),
    *edited(),
)

#: ``source``, ``made_from`` and ``target`` are canonical JSON, so that equal texts are equal strings;
#: ``place`` is the domain's ``index``; ``gone_at`` says since when the sentence waits in the tray.
segment = Table(
    "segment",
    metadata,
    own_key(),
    parent("version_id", "version", index=False),
    key("block_id"),
    count("place"),
    words("source"),
    words("made_from", optional=True),
    words("target"),
    words("state"),
    words("origin"),
    key("rank"),
    flag("is_locked"),
    words("assignee"),
    words("author"),
    moment("translated_at"),
    moment("gone_at"),
    *edited(),
    Column("is_apart", Boolean(create_constraint=False), nullable=False, server_default=false()),
    Index(None, "version_id", "block_id", "place"),
)

#: Append-only. ``blocks`` is the JSON list of ``Block.to_json``.
revision = Table(
    "revision",
    metadata,
    own_key(),
    parent("version_id", "version", index=False),
    count("number"),
    words("language"),
    key("content_hash"),
    words("blocks"),
    words("author"),
    words("label"),
    moment("created_at", optional=False),
    Index(None, "version_id", "number"),
    Index(None, "version_id", "content_hash"),
)

#: Append-only. ``facts`` is the JSON of what was signed besides the text; ``voided_at`` tells when a later change made
#: the signature worthless.
approval = Table(
    "approval",
    metadata,
    own_key(),
    parent("version_id", "version"),
    parent("revision_id", "revision", optional=True),
    key("content_hash"),
    words("approver"),
    moment("approved_at", optional=False),
    words("note"),
    words("facts"),
    flag("is_own_text"),
    moment("voided_at"),
    words("void_reason"),
)

#: Append-only: every step of a version on its way, by whom, with what note.
status_change = Table(
    "status_change",
    metadata,
    own_key(),
    parent("release_id", "release"),
    parent("version_id", "version"),
    words("deed"),
    words("from_status"),
    words("to_status"),
    words("author"),
    words("note"),
    moment("at", optional=False),
)

#: The current text of each version as search reads it; a projection, made anew whenever the text changes.
version_text = Table(
    "version_text",
    metadata,
    Column("place", Integer, primary_key=True),
    parent("version_id", "version", index=False),
    parent("release_id", "release"),
    words("language"),
    words("title"),
    words("body"),
    key("dated_on"),
    Index("uq_version_text_version_id", "version_id", unique=True),
    Index(None, "dated_on", "release_id", "language"),
)

#: What somebody says in a version's current text: a projection like ``version_text``, made anew together with it.
#: ``number`` orders the quotations of a version; ``speaker_key`` is " word word" folded.
quotation = Table(
    "quotation",
    metadata,
    Column("place", Integer, primary_key=True),
    parent("version_id", "version", index=False),
    parent("release_id", "release"),
    count("number"),
    key("block_id"),
    words("language"),
    key("dated_on"),
    words("body"),
    words("speaker"),
    words("title"),
    key("speaker_key"),
    Index(None, "version_id", "number"),
    Index(None, "dated_on", "release_id", "language", "speaker_key"),
)

#: What a person called a kept state; the kept state itself stays as it was written.
revision_name = Table(
    "revision_name",
    metadata,
    parent("revision_id", "revision", primary=True, index=False),
    words("name"),
    words("author"),
    moment("updated_at", optional=False),
    count("rev"),
)

#: A number for each kept state that the full text of older versions knows; the words are in the index only.
revision_text = Table(
    "revision_text",
    metadata,
    Column("place", Integer, primary_key=True),
    parent("revision_id", "revision", index=False),
    parent("version_id", "version"),
    parent("release_id", "release"),
    words("language"),
    words("title"),
    key("dated_on"),
    Index("uq_revision_text_revision_id", "revision_id", unique=True),
    Index(None, "dated_on", "release_id", "language"),
)

#: Append-only: what a sentence's translation read, by whom, since when. ``made_from`` and ``target`` are JSON; ``deed``
#: says what was done where the state does not.
segment_record = Table(
    "segment_record",
    metadata,
    own_key(),
    parent("segment_id", "segment", index=False),
    parent("version_id", "version"),
    words("deed"),
    words("made_from", optional=True),
    words("target"),
    words("state"),
    words("origin"),
    words("author"),
    moment("at", optional=False),
    Index(None, "segment_id", "id"),
)

#: Where a translator parts or joins sentences against the rules: the words on both sides, in a source block.
cut_exception = Table(
    "cut_exception",
    metadata,
    own_key(),
    parent("version_id", "version", index=False),
    key("block_id"),
    flag("is_join"),
    words("before"),
    words("after"),
    count("place"),
    words("author"),
    *edited(),
    Index(None, "version_id", "block_id"),
)
