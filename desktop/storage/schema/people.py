"""People, outlets, what they have and do, the lists they are on, and the row that the contact list reads."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Date, Index, Integer, Table, UniqueConstraint

from desktop.storage.schema.base import count, edited, flag, key, metadata, moment, own_key, parent, words

#: Where imported things came from; ``report`` is JSON.
import_batch = Table(
    "import_batch",
    metadata,
    own_key(),
    words("kind"),
    words("file_name"),
    key("file_hash"),
    words("profile"),
    words("author"),
    words("report"),
    moment("undone_at"),
    *edited(),
)

#: One row of an import and what it did; ``before`` is the JSON of the thing as it was, for taking it back.
import_row = Table(
    "import_row",
    metadata,
    own_key(),
    parent("batch_id", "import_batch"),
    count("number"),
    words("thing_kind"),
    key("thing_id", optional=True),
    words("outcome"),
    words("reason"),
    words("before", optional=True),
)

person = Table(
    "person",
    metadata,
    own_key(),
    words("given_name"),
    words("family_name"),
    words("form_of_address"),
    words("gender"),
    words("country"),
    words("city"),
    words("time_zone"),
    words("notes"),
    flag("is_do_not_contact"),
    key("source_id", index=True),
    parent("import_batch_id", "import_batch", optional=True),
    parent("merged_into_id", "person", optional=True),
    parent("photo_id", "asset", optional=True, index=False),
    *edited(),
)

outlet = Table(
    "outlet",
    metadata,
    own_key(),
    words("name"),
    key("name_key", index=True),
    key("search_key"),
    words("kind"),
    words("country"),
    words("city"),
    words("language"),
    words("website"),
    words("notes"),
    parent("import_batch_id", "import_batch", optional=True),
    *edited(),
)

role = Table(
    "role",
    metadata,
    own_key(),
    parent("person_id", "person"),
    parent("outlet_id", "outlet", optional=True),
    count("position"),
    words("title"),
    Column("from_on", Date),
    Column("to_on", Date),
)

_ONE_OWNER = "(person_id IS NULL) <> (outlet_id IS NULL)"

#: ``address_key`` is the address in lower case.
email_address = Table(
    "email_address",
    metadata,
    own_key(),
    parent("person_id", "person", optional=True),
    parent("outlet_id", "outlet", optional=True),
    count("position"),
    words("address"),
    key("address_key", index=True),
    words("usage"),
    flag("is_public"),
    flag("is_do_not_contact"),
    words("bounce"),
    moment("bounced_at"),
    words("bounce_reason"),
    CheckConstraint(_ONE_OWNER, name="one_owner"),
)

phone = Table(
    "phone",
    metadata,
    own_key(),
    parent("person_id", "person", optional=True),
    parent("outlet_id", "outlet", optional=True),
    count("position"),
    key("number", index=True),
    words("extension"),
    words("usage"),
    flag("is_public"),
    flag("is_do_not_contact"),
    CheckConstraint(_ONE_OWNER, name="one_owner"),
)

person_language = Table(
    "person_language",
    metadata,
    parent("person_id", "person", index=False, primary=True),
    Column("position", Integer, primary_key=True),
    words("language"),
)

tag = Table("tag", metadata, own_key(), words("name"), key("name_key", index=True), *edited())

person_tag = Table(
    "person_tag",
    metadata,
    parent("person_id", "person", index=False, primary=True),
    parent("tag_id", "tag", primary=True),
    count("position"),
)

beat = Table("beat", metadata, own_key(), words("name"), key("name_key", index=True), *edited())

person_beat = Table(
    "person_beat",
    metadata,
    parent("person_id", "person", index=False, primary=True),
    parent("beat_id", "beat", primary=True),
    count("position"),
)

#: ``kind`` is ``fixed``, ``smart`` (with ``conditions``, their text form) or ``combined`` (of other lists).
media_list = Table(
    "media_list",
    metadata,
    own_key(),
    words("name"),
    key("name_key"),
    words("notes"),
    words("kind"),
    words("conditions"),
    words("owner"),
    *edited(),
)

media_list_member = Table(
    "media_list_member",
    metadata,
    parent("list_id", "media_list", index=False, primary=True),
    parent("person_id", "person", primary=True),
    flag("is_excluded"),
    words("reason"),
    words("author"),
    *edited(),
)

#: A list that another takes in, or whose people it leaves out.
media_list_part = Table(
    "media_list_part",
    metadata,
    parent("list_id", "media_list", index=False, primary=True),
    parent("part_id", "media_list", primary=True),
    flag("is_excluded"),
)

#: The interaction log: call, mail, visit, request, coverage.
interaction = Table(
    "interaction",
    metadata,
    own_key(),
    parent("person_id", "person"),
    parent("release_id", "release", optional=True),
    words("kind"),
    moment("happened_at", optional=False),
    words("subject"),
    words("notes"),
    Column("follow_up_on", Date, index=True),
    moment("followed_up_at"),
    words("author"),
    *edited(),
    Index("ix_interaction_stamps", "updated_at", "deleted_at"),
)

consent = Table(
    "consent",
    metadata,
    own_key(),
    parent("person_id", "person"),
    words("basis"),
    words("source"),
    Column("given_on", Date),
    Column("withdrawn_on", Date),
    words("notes"),
    *edited(),
)

embargo_agreement = Table(
    "embargo_agreement",
    metadata,
    own_key(),
    parent("person_id", "person"),
    Column("agreed_on", Date, nullable=False),
    Column("until_on", Date),
    words("source"),
    words("notes"),
    *edited(),
)

#: Addresses that must never be written to, kept as hashes: they outlive the person's erasure.
suppression = Table(
    "suppression",
    metadata,
    own_key(),
    key("address_hash"),
    words("reason"),
    moment("created_at", optional=False),
    UniqueConstraint("address_hash"),
)

#: "These two are not the same person", remembered.
not_duplicate = Table(
    "not_duplicate",
    metadata,
    parent("first_id", "person", index=False, primary=True),
    parent("second_id", "person", primary=True),
    words("author"),
    moment("created_at", optional=False),
)

#: What the contact list shows, sorts by and searches (``words``) of every living person; a projection.
contact_row = Table(
    "contact_row",
    metadata,
    Column("place", Integer, primary_key=True),
    parent("person_id", "person", index=False),
    words("name"),
    words("organisation"),
    words("email"),
    words("phone"),
    words("languages"),
    words("country"),
    words("tags"),
    words("words"),
    key("name_key"),
    key("organisation_key"),
    key("email_key"),
    key("country_key"),
    moment("updated_at", optional=False),
    Index("uq_contact_row_person_id", "person_id", unique=True),
    Index("ix_contact_row_by_name", "name_key", "place", "person_id"),
    Index("ix_contact_row_by_organisation", "organisation_key", "name_key", "place", "person_id"),
    Index("ix_contact_row_by_email", "email_key", "place", "person_id"),
    Index("ix_contact_row_by_country", "country_key", "name_key", "place", "person_id"),
    Index("ix_contact_row_by_updated", "updated_at", "place", "person_id"),
)
