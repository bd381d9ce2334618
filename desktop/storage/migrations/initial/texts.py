"""Revision 0001: texts, the desk around them, and the sending ledger."""

import sqlalchemy as sa
from alembic import op

from desktop.storage.column_types import Key, UtcDateTime, Words

KEY, MOMENT, WORDS = Key(), UtcDateTime(), Words()


def create_asset() -> None:
    """Make asset and its indexes."""
    op.create_table(
        "asset",
        sa.Column("id", KEY, nullable=False),
        sa.Column("file_name", WORDS, nullable=False),
        sa.Column("media_type", WORDS, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", KEY, nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("alt", WORDS, nullable=False),
        sa.Column("caption", WORDS, nullable=False),
        sa.Column("credit", WORDS, nullable=False),
        sa.Column("rights", WORDS, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asset")),
    )
    op.create_index(op.f("ix_asset_sha256"), "asset", ["sha256"], unique=False)


def create_release() -> None:
    """Make release and its indexes."""
    op.create_table(
        "release",
        sa.Column("id", KEY, nullable=False),
        sa.Column("title", WORDS, nullable=False),
        sa.Column("title_key", KEY, nullable=False),
        sa.Column("search_key", KEY, nullable=False),
        sa.Column("type", WORDS, nullable=False),
        sa.Column("source_language", WORDS, nullable=False),
        sa.Column("status", WORDS, nullable=False),
        sa.Column("number", WORDS, nullable=False),
        sa.Column("owner", WORDS, nullable=False),
        sa.Column("assignee", WORDS, nullable=False),
        sa.Column("due_at", MOMENT, nullable=True),
        sa.Column("embargo_at", MOMENT, nullable=True),
        sa.Column("embargo_zone", WORDS, nullable=False),
        sa.Column("released_at", MOMENT, nullable=True),
        sa.Column("corrects_id", KEY, nullable=True),
        sa.Column("topics", WORDS, nullable=False),
        sa.Column("countries", WORDS, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["corrects_id"], ["release.id"], name=op.f("fk_release_corrects_id_release"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release")),
    )
    op.create_index(op.f("ix_release_corrects_id"), "release", ["corrects_id"], unique=False)
    op.create_index(op.f("ix_release_due_at"), "release", ["due_at"], unique=False)
    op.create_index(op.f("ix_release_embargo_at_id"), "release", ["embargo_at", "id"], unique=False)
    op.create_index(op.f("ix_release_title_key_id"), "release", ["title_key", "id"], unique=False)
    op.create_index(op.f("ix_release_type_id"), "release", ["type", "id"], unique=False)
    op.create_index(op.f("ix_release_updated_at_id"), "release", ["updated_at", "id"], unique=False)


def create_boilerplate() -> None:
    """Make boilerplate and its indexes."""
    op.create_table(
        "boilerplate",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("name_key", KEY, nullable=False),
        sa.Column("owner", WORDS, nullable=False),
        sa.Column("notes", WORDS, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_boilerplate")),
    )
    op.create_index(op.f("ix_boilerplate_name_key"), "boilerplate", ["name_key"], unique=False)


def create_setting() -> None:
    """Make setting and its indexes."""
    op.create_table(
        "setting",
        sa.Column("name", KEY, nullable=False),
        sa.Column("value", WORDS, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )


def create_boilerplate_text() -> None:
    """Make boilerplate_text and its indexes."""
    op.create_table(
        "boilerplate_text",
        sa.Column("id", KEY, nullable=False),
        sa.Column("boilerplate_id", KEY, nullable=False),
        sa.Column("language", WORDS, nullable=False),
        sa.Column("text", WORDS, nullable=False),
        sa.Column("owner", WORDS, nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["boilerplate_id"],
            ["boilerplate.id"],
            name=op.f("fk_boilerplate_text_boilerplate_id_boilerplate"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_boilerplate_text")),
    )
    op.create_index(op.f("ix_boilerplate_text_boilerplate_id"), "boilerplate_text", ["boilerplate_id"], unique=False)


def create_conflict() -> None:
    """Make conflict and its indexes."""
    op.create_table(
        "conflict",
        sa.Column("id", KEY, nullable=False),
        sa.Column("thing_kind", WORDS, nullable=False),
        sa.Column("thing_id", KEY, nullable=False),
        sa.Column("release_id", KEY, nullable=True),
        sa.Column("base", WORDS, nullable=False),
        sa.Column("ours", WORDS, nullable=False),
        sa.Column("theirs", WORDS, nullable=False),
        sa.Column("their_author", WORDS, nullable=False),
        sa.Column("found_at", MOMENT, nullable=False),
        sa.Column("resolved_at", MOMENT, nullable=True),
        sa.Column("resolved_by", WORDS, nullable=False),
        sa.Column("resolution", WORDS, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name=op.f("fk_conflict_release_id_release"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict")),
    )
    op.create_index(op.f("ix_conflict_release_id"), "conflict", ["release_id"], unique=False)
    op.create_index(op.f("ix_conflict_thing_id"), "conflict", ["thing_id"], unique=False)


def create_sending() -> None:
    """Make sending and its indexes."""
    op.create_table(
        "sending",
        sa.Column("id", KEY, nullable=False),
        sa.Column("release_id", KEY, nullable=False),
        sa.Column("media_list_id", KEY, nullable=True),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("status", WORDS, nullable=False),
        sa.Column("audience", WORDS, nullable=False),
        sa.Column("author", WORDS, nullable=False),
        sa.Column("scheduled_at", MOMENT, nullable=True),
        sa.Column("started_at", MOMENT, nullable=True),
        sa.Column("finished_at", MOMENT, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["media_list_id"], ["media_list.id"], name=op.f("fk_sending_media_list_id_media_list"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name=op.f("fk_sending_release_id_release"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sending")),
    )
    op.create_index(op.f("ix_sending_media_list_id"), "sending", ["media_list_id"], unique=False)
    op.create_index(op.f("ix_sending_release_id"), "sending", ["release_id"], unique=False)


def create_version() -> None:
    """Make version and its indexes."""
    op.create_table(
        "version",
        sa.Column("id", KEY, nullable=False),
        sa.Column("release_id", KEY, nullable=False),
        sa.Column("language", WORDS, nullable=False),
        sa.Column("role", WORDS, nullable=False),
        sa.Column("status", WORDS, nullable=False),
        sa.Column("assignee", WORDS, nullable=False),
        sa.Column("due_at", MOMENT, nullable=True),
        sa.Column("note", WORDS, nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("stale", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name=op.f("fk_version_release_id_release"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_version")),
    )
    op.create_index(op.f("ix_version_release_id"), "version", ["release_id"], unique=False)


def create_block() -> None:
    """Make block and its indexes."""
    op.create_table(
        "block",
        sa.Column("version_id", KEY, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("order_key", KEY, nullable=False),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("text", WORDS, nullable=False),
        sa.Column("marks", WORDS, nullable=False),
        sa.Column("attrs", WORDS, nullable=False),
        sa.Column("mode", WORDS, nullable=False),
        sa.Column("pair_block_id", KEY, nullable=True),
        sa.Column("made_from", WORDS, nullable=True),
        sa.Column("author", WORDS, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["version.id"], name=op.f("fk_block_version_id_version"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("version_id", "id", name=op.f("pk_block")),
    )


def create_check_dismissal() -> None:
    """Make check_dismissal and its indexes."""
    op.create_table(
        "check_dismissal",
        sa.Column("id", KEY, nullable=False),
        sa.Column("check_name", WORDS, nullable=False),
        sa.Column("text_hash", KEY, nullable=False),
        sa.Column("release_id", KEY, nullable=True),
        sa.Column("version_id", KEY, nullable=True),
        sa.Column("block_id", KEY, nullable=True),
        sa.Column("segment_id", KEY, nullable=True),
        sa.Column("is_everywhere", sa.Boolean(), nullable=False),
        sa.Column("reason", WORDS, nullable=False),
        sa.Column("author", WORDS, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name=op.f("fk_check_dismissal_release_id_release"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["version.id"], name=op.f("fk_check_dismissal_version_id_version"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_dismissal")),
    )
    op.create_index(
        op.f("ix_check_dismissal_check_name_text_hash"), "check_dismissal", ["check_name", "text_hash"], unique=False
    )
    op.create_index(op.f("ix_check_dismissal_release_id"), "check_dismissal", ["release_id"], unique=False)
    op.create_index(op.f("ix_check_dismissal_version_id"), "check_dismissal", ["version_id"], unique=False)


def create_comment() -> None:
    """Make comment and its indexes."""
    op.create_table(
        "comment",
        sa.Column("id", KEY, nullable=False),
        sa.Column("release_id", KEY, nullable=False),
        sa.Column("version_id", KEY, nullable=True),
        sa.Column("parent_id", KEY, nullable=True),
        sa.Column("block_id", KEY, nullable=True),
        sa.Column("segment_id", KEY, nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quoted", WORDS, nullable=False),
        sa.Column("body", WORDS, nullable=False),
        sa.Column("author", WORDS, nullable=False),
        sa.Column("resolved_at", MOMENT, nullable=True),
        sa.Column("resolved_by", WORDS, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["comment.id"], name=op.f("fk_comment_parent_id_comment"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name=op.f("fk_comment_release_id_release"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["version.id"], name=op.f("fk_comment_version_id_version"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
    )
    op.create_index(op.f("ix_comment_parent_id"), "comment", ["parent_id"], unique=False)
    op.create_index(op.f("ix_comment_release_id"), "comment", ["release_id"], unique=False)
    op.create_index(op.f("ix_comment_version_id"), "comment", ["version_id"], unique=False)


def create_delivery() -> None:
    """Make delivery and its indexes."""
    op.create_table(
        "delivery",
        sa.Column("id", KEY, nullable=False),
        sa.Column("sending_id", KEY, nullable=False),
        sa.Column("release_id", KEY, nullable=False),
        sa.Column("version_id", KEY, nullable=False),
        sa.Column("content_hash", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("address", WORDS, nullable=False),
        sa.Column("language", WORDS, nullable=False),
        sa.Column("state", WORDS, nullable=False),
        sa.Column("message_id", KEY, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reply", WORDS, nullable=False),
        sa.Column("claimed_at", MOMENT, nullable=True),
        sa.Column("replied_at", MOMENT, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_delivery_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name=op.f("fk_delivery_release_id_release"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["sending_id"], ["sending.id"], name=op.f("fk_delivery_sending_id_sending"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["version.id"], name=op.f("fk_delivery_version_id_version"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        sa.UniqueConstraint(
            "release_id",
            "version_id",
            "content_hash",
            "person_id",
            name=op.f("uq_delivery_release_id_version_id_content_hash_person_id"),
        ),
    )
    op.create_index(op.f("ix_delivery_message_id"), "delivery", ["message_id"], unique=False)
    op.create_index(op.f("ix_delivery_person_id"), "delivery", ["person_id"], unique=False)
    op.create_index(op.f("ix_delivery_sending_id"), "delivery", ["sending_id"], unique=False)
    op.create_index(op.f("ix_delivery_version_id"), "delivery", ["version_id"], unique=False)


def create_revision() -> None:
    """Make revision and its indexes."""
    op.create_table(
        "revision",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("language", WORDS, nullable=False),
        sa.Column("content_hash", KEY, nullable=False),
        sa.Column("blocks", WORDS, nullable=False),
        sa.Column("author", WORDS, nullable=False),
        sa.Column("label", WORDS, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["version.id"], name=op.f("fk_revision_version_id_version"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
    )
    op.create_index(
        op.f("ix_revision_version_id_content_hash"), "revision", ["version_id", "content_hash"], unique=False
    )
    op.create_index(op.f("ix_revision_version_id_number"), "revision", ["version_id", "number"], unique=False)


def create_segment() -> None:
    """Make segment and its indexes."""
    op.create_table(
        "segment",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version_id", KEY, nullable=False),
        sa.Column("block_id", KEY, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("source", WORDS, nullable=False),
        sa.Column("made_from", WORDS, nullable=True),
        sa.Column("target", WORDS, nullable=False),
        sa.Column("state", WORDS, nullable=False),
        sa.Column("origin", WORDS, nullable=False),
        sa.Column("rank", KEY, nullable=False),
        sa.Column("is_locked", sa.Boolean(), nullable=False),
        sa.Column("assignee", WORDS, nullable=False),
        sa.Column("author", WORDS, nullable=False),
        sa.Column("translated_at", MOMENT, nullable=True),
        sa.Column("gone_at", MOMENT, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["version.id"], name=op.f("fk_segment_version_id_version"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_segment")),
    )
    op.create_index(
        op.f("ix_segment_version_id_block_id_place"), "segment", ["version_id", "block_id", "place"], unique=False
    )


def create_version_text() -> None:
    """Make version_text and its indexes."""
    op.create_table(
        "version_text",
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("version_id", KEY, nullable=False),
        sa.Column("release_id", KEY, nullable=False),
        sa.Column("language", WORDS, nullable=False),
        sa.Column("title", WORDS, nullable=False),
        sa.Column("body", WORDS, nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name=op.f("fk_version_text_release_id_release"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["version.id"], name=op.f("fk_version_text_version_id_version"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_version_text")),
    )
    op.create_index(op.f("ix_version_text_release_id"), "version_text", ["release_id"], unique=False)
    op.create_index("uq_version_text_version_id", "version_text", ["version_id"], unique=True)


def create_approval() -> None:
    """Make approval and its indexes."""
    op.create_table(
        "approval",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version_id", KEY, nullable=False),
        sa.Column("revision_id", KEY, nullable=True),
        sa.Column("content_hash", KEY, nullable=False),
        sa.Column("approver", WORDS, nullable=False),
        sa.Column("approved_at", MOMENT, nullable=False),
        sa.Column("note", WORDS, nullable=False),
        sa.Column("voided_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_approval_revision_id_revision"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["version.id"], name=op.f("fk_approval_version_id_version"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
    )
    op.create_index(op.f("ix_approval_revision_id"), "approval", ["revision_id"], unique=False)
    op.create_index(op.f("ix_approval_version_id"), "approval", ["version_id"], unique=False)


FIRST = (create_asset, create_release)
LAST = (
    create_boilerplate,
    create_setting,
    create_boilerplate_text,
    create_conflict,
    create_sending,
    create_version,
    create_block,
    create_check_dismissal,
    create_comment,
    create_delivery,
    create_revision,
    create_segment,
    create_version_text,
    create_approval,
)
