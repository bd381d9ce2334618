"""The sending ledger: who was to get what, and what became of it."""

from __future__ import annotations

from sqlalchemy import Table, UniqueConstraint

from desktop.storage.schema.base import count, edited, key, metadata, moment, own_key, parent, words

#: One run to an audience; ``audience`` is the JSON snapshot of the people and why they were in.
sending = Table(
    "sending",
    metadata,
    own_key(),
    parent("release_id", "release"),
    parent("media_list_id", "media_list", optional=True),
    words("kind"),
    words("status"),
    words("audience"),
    words("author"),
    moment("scheduled_at"),
    moment("started_at"),
    moment("finished_at"),
    *edited(),
)

#: Written before SMTP DATA and again after the reply; the constraint makes a second copy impossible.
delivery = Table(
    "delivery",
    metadata,
    own_key(),
    parent("sending_id", "sending"),
    parent("release_id", "release", index=False),
    parent("version_id", "version"),
    key("content_hash"),
    parent("person_id", "person"),
    words("address"),
    words("language"),
    words("state"),
    key("message_id", index=True),
    count("attempts"),
    words("reply"),
    moment("claimed_at"),
    moment("replied_at"),
    *edited(),
    UniqueConstraint("release_id", "version_id", "content_hash", "person_id"),
)
