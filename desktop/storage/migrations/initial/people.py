"""Revision 0001: people, outlets, lists."""

import sqlalchemy as sa
from alembic import op

from desktop.storage.column_types import Key, UtcDateTime, Words

KEY, MOMENT, WORDS = Key(), UtcDateTime(), Words()


def create_beat() -> None:
    """Make beat and its indexes."""
    op.create_table(
        "beat",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("name_key", KEY, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_beat")),
    )
    op.create_index(op.f("ix_beat_name_key"), "beat", ["name_key"], unique=False)


def create_import_batch() -> None:
    """Make import_batch and its indexes."""
    op.create_table(
        "import_batch",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("file_name", WORDS, nullable=False),
        sa.Column("file_hash", KEY, nullable=False),
        sa.Column("profile", WORDS, nullable=False),
        sa.Column("author", WORDS, nullable=False),
        sa.Column("report", WORDS, nullable=False),
        sa.Column("undone_at", MOMENT, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
    )


def create_media_list() -> None:
    """Make media_list and its indexes."""
    op.create_table(
        "media_list",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("name_key", KEY, nullable=False),
        sa.Column("notes", WORDS, nullable=False),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("conditions", WORDS, nullable=False),
        sa.Column("owner", WORDS, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media_list")),
    )


def create_suppression() -> None:
    """Make suppression and its indexes."""
    op.create_table(
        "suppression",
        sa.Column("id", KEY, nullable=False),
        sa.Column("address_hash", KEY, nullable=False),
        sa.Column("reason", WORDS, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suppression")),
        sa.UniqueConstraint("address_hash", name=op.f("uq_suppression_address_hash")),
    )


def create_tag() -> None:
    """Make tag and its indexes."""
    op.create_table(
        "tag",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("name_key", KEY, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
    )
    op.create_index(op.f("ix_tag_name_key"), "tag", ["name_key"], unique=False)


def create_import_row() -> None:
    """Make import_row and its indexes."""
    op.create_table(
        "import_row",
        sa.Column("id", KEY, nullable=False),
        sa.Column("batch_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("thing_kind", WORDS, nullable=False),
        sa.Column("thing_id", KEY, nullable=True),
        sa.Column("outcome", WORDS, nullable=False),
        sa.Column("reason", WORDS, nullable=False),
        sa.Column("before", WORDS, nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_import_row_batch_id_import_batch"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_row")),
    )
    op.create_index(op.f("ix_import_row_batch_id"), "import_row", ["batch_id"], unique=False)


def create_outlet() -> None:
    """Make outlet and its indexes."""
    op.create_table(
        "outlet",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("name_key", KEY, nullable=False),
        sa.Column("search_key", KEY, nullable=False),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("country", WORDS, nullable=False),
        sa.Column("city", WORDS, nullable=False),
        sa.Column("language", WORDS, nullable=False),
        sa.Column("website", WORDS, nullable=False),
        sa.Column("notes", WORDS, nullable=False),
        sa.Column("import_batch_id", KEY, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_batch_id"],
            ["import_batch.id"],
            name=op.f("fk_outlet_import_batch_id_import_batch"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlet")),
    )
    op.create_index(op.f("ix_outlet_import_batch_id"), "outlet", ["import_batch_id"], unique=False)
    op.create_index(op.f("ix_outlet_name_key"), "outlet", ["name_key"], unique=False)


def create_person() -> None:
    """Make person and its indexes."""
    op.create_table(
        "person",
        sa.Column("id", KEY, nullable=False),
        sa.Column("given_name", WORDS, nullable=False),
        sa.Column("family_name", WORDS, nullable=False),
        sa.Column("form_of_address", WORDS, nullable=False),
        sa.Column("gender", WORDS, nullable=False),
        sa.Column("country", WORDS, nullable=False),
        sa.Column("city", WORDS, nullable=False),
        sa.Column("time_zone", WORDS, nullable=False),
        sa.Column("notes", WORDS, nullable=False),
        sa.Column("is_do_not_contact", sa.Boolean(), nullable=False),
        sa.Column("source_id", KEY, nullable=False),
        sa.Column("import_batch_id", KEY, nullable=True),
        sa.Column("merged_into_id", KEY, nullable=True),
        sa.Column("photo_id", KEY, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_batch_id"],
            ["import_batch.id"],
            name=op.f("fk_person_import_batch_id_import_batch"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["merged_into_id"], ["person.id"], name=op.f("fk_person_merged_into_id_person"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["photo_id"], ["asset.id"], name=op.f("fk_person_photo_id_asset"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index(op.f("ix_person_import_batch_id"), "person", ["import_batch_id"], unique=False)
    op.create_index(op.f("ix_person_merged_into_id"), "person", ["merged_into_id"], unique=False)
    op.create_index(op.f("ix_person_source_id"), "person", ["source_id"], unique=False)


def create_consent() -> None:
    """Make consent and its indexes."""
    op.create_table(
        "consent",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("basis", WORDS, nullable=False),
        sa.Column("source", WORDS, nullable=False),
        sa.Column("given_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("notes", WORDS, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_consent_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index(op.f("ix_consent_person_id"), "consent", ["person_id"], unique=False)


def create_contact_row() -> None:
    """Make contact_row and its indexes."""
    op.create_table(
        "contact_row",
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("organisation", WORDS, nullable=False),
        sa.Column("email", WORDS, nullable=False),
        sa.Column("phone", WORDS, nullable=False),
        sa.Column("languages", WORDS, nullable=False),
        sa.Column("country", WORDS, nullable=False),
        sa.Column("tags", WORDS, nullable=False),
        sa.Column("words", WORDS, nullable=False),
        sa.Column("name_key", KEY, nullable=False),
        sa.Column("organisation_key", KEY, nullable=False),
        sa.Column("email_key", KEY, nullable=False),
        sa.Column("country_key", KEY, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_contact_row_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_contact_row")),
    )
    op.create_index(
        "ix_contact_row_by_country", "contact_row", ["country_key", "name_key", "place", "person_id"], unique=False
    )
    op.create_index("ix_contact_row_by_email", "contact_row", ["email_key", "place", "person_id"], unique=False)
    op.create_index("ix_contact_row_by_name", "contact_row", ["name_key", "place", "person_id"], unique=False)
    op.create_index(
        "ix_contact_row_by_organisation",
        "contact_row",
        ["organisation_key", "name_key", "place", "person_id"],
        unique=False,
    )
    op.create_index("ix_contact_row_by_updated", "contact_row", ["updated_at", "place", "person_id"], unique=False)
    op.create_index("uq_contact_row_person_id", "contact_row", ["person_id"], unique=True)


def create_email_address() -> None:
    """Make email_address and its indexes."""
    op.create_table(
        "email_address",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=True),
        sa.Column("outlet_id", KEY, nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("address", WORDS, nullable=False),
        sa.Column("address_key", KEY, nullable=False),
        sa.Column("usage", WORDS, nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.Column("is_do_not_contact", sa.Boolean(), nullable=False),
        sa.Column("bounce", WORDS, nullable=False),
        sa.Column("bounced_at", MOMENT, nullable=True),
        sa.Column("bounce_reason", WORDS, nullable=False),
        sa.CheckConstraint("(person_id IS NULL) <> (outlet_id IS NULL)", name=op.f("ck_email_address_one_owner")),
        sa.ForeignKeyConstraint(
            ["outlet_id"], ["outlet.id"], name=op.f("fk_email_address_outlet_id_outlet"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_email_address_person_id_person"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_email_address")),
    )
    op.create_index(op.f("ix_email_address_address_key"), "email_address", ["address_key"], unique=False)
    op.create_index(op.f("ix_email_address_outlet_id"), "email_address", ["outlet_id"], unique=False)
    op.create_index(op.f("ix_email_address_person_id"), "email_address", ["person_id"], unique=False)


def create_embargo_agreement() -> None:
    """Make embargo_agreement and its indexes."""
    op.create_table(
        "embargo_agreement",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("source", WORDS, nullable=False),
        sa.Column("notes", WORDS, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_embargo_agreement_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_embargo_agreement")),
    )
    op.create_index(op.f("ix_embargo_agreement_person_id"), "embargo_agreement", ["person_id"], unique=False)


def create_interaction() -> None:
    """Make interaction and its indexes."""
    op.create_table(
        "interaction",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("release_id", KEY, nullable=True),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("happened_at", MOMENT, nullable=False),
        sa.Column("subject", WORDS, nullable=False),
        sa.Column("notes", WORDS, nullable=False),
        sa.Column("follow_up_on", sa.Date(), nullable=True),
        sa.Column("followed_up_at", MOMENT, nullable=True),
        sa.Column("author", WORDS, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_interaction_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name=op.f("fk_interaction_release_id_release"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interaction")),
    )
    op.create_index(op.f("ix_interaction_follow_up_on"), "interaction", ["follow_up_on"], unique=False)
    op.create_index(op.f("ix_interaction_person_id"), "interaction", ["person_id"], unique=False)
    op.create_index(op.f("ix_interaction_release_id"), "interaction", ["release_id"], unique=False)


def create_media_list_member() -> None:
    """Make media_list_member and its indexes."""
    op.create_table(
        "media_list_member",
        sa.Column("list_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("is_excluded", sa.Boolean(), nullable=False),
        sa.Column("reason", WORDS, nullable=False),
        sa.Column("author", WORDS, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["list_id"], ["media_list.id"], name=op.f("fk_media_list_member_list_id_media_list"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_media_list_member_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("list_id", "person_id", name=op.f("pk_media_list_member")),
    )
    op.create_index(op.f("ix_media_list_member_person_id"), "media_list_member", ["person_id"], unique=False)


def create_not_duplicate() -> None:
    """Make not_duplicate and its indexes."""
    op.create_table(
        "not_duplicate",
        sa.Column("first_id", KEY, nullable=False),
        sa.Column("second_id", KEY, nullable=False),
        sa.Column("author", WORDS, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["first_id"], ["person.id"], name=op.f("fk_not_duplicate_first_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["second_id"], ["person.id"], name=op.f("fk_not_duplicate_second_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("first_id", "second_id", name=op.f("pk_not_duplicate")),
    )
    op.create_index(op.f("ix_not_duplicate_second_id"), "not_duplicate", ["second_id"], unique=False)


def create_person_beat() -> None:
    """Make person_beat and its indexes."""
    op.create_table(
        "person_beat",
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("beat_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["beat_id"], ["beat.id"], name=op.f("fk_person_beat_beat_id_beat"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_person_beat_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "beat_id", name=op.f("pk_person_beat")),
    )
    op.create_index(op.f("ix_person_beat_beat_id"), "person_beat", ["beat_id"], unique=False)


def create_person_language() -> None:
    """Make person_language and its indexes."""
    op.create_table(
        "person_language",
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("language", WORDS, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_person_language_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "position", name=op.f("pk_person_language")),
    )


def create_person_tag() -> None:
    """Make person_tag and its indexes."""
    op.create_table(
        "person_tag",
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("tag_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_person_tag_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["tag_id"], ["tag.id"], name=op.f("fk_person_tag_tag_id_tag"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "tag_id", name=op.f("pk_person_tag")),
    )
    op.create_index(op.f("ix_person_tag_tag_id"), "person_tag", ["tag_id"], unique=False)


def create_phone() -> None:
    """Make phone and its indexes."""
    op.create_table(
        "phone",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=True),
        sa.Column("outlet_id", KEY, nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", KEY, nullable=False),
        sa.Column("extension", WORDS, nullable=False),
        sa.Column("usage", WORDS, nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.Column("is_do_not_contact", sa.Boolean(), nullable=False),
        sa.CheckConstraint("(person_id IS NULL) <> (outlet_id IS NULL)", name=op.f("ck_phone_one_owner")),
        sa.ForeignKeyConstraint(
            ["outlet_id"], ["outlet.id"], name=op.f("fk_phone_outlet_id_outlet"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_phone_person_id_person"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phone")),
    )
    op.create_index(op.f("ix_phone_number"), "phone", ["number"], unique=False)
    op.create_index(op.f("ix_phone_outlet_id"), "phone", ["outlet_id"], unique=False)
    op.create_index(op.f("ix_phone_person_id"), "phone", ["person_id"], unique=False)


def create_role() -> None:
    """Make role and its indexes."""
    op.create_table(
        "role",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("outlet_id", KEY, nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", WORDS, nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["outlet_id"], ["outlet.id"], name=op.f("fk_role_outlet_id_outlet"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_role_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role")),
    )
    op.create_index(op.f("ix_role_outlet_id"), "role", ["outlet_id"], unique=False)
    op.create_index(op.f("ix_role_person_id"), "role", ["person_id"], unique=False)


TABLES = (
    create_beat,
    create_import_batch,
    create_media_list,
    create_suppression,
    create_tag,
    create_import_row,
    create_outlet,
    create_person,
    create_consent,
    create_contact_row,
    create_email_address,
    create_embargo_agreement,
    create_interaction,
    create_media_list_member,
    create_not_duplicate,
    create_person_beat,
    create_person_language,
    create_person_tag,
    create_phone,
    create_role,
)
