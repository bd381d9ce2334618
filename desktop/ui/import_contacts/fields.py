"""What a column of a contact table can be, and what becomes of a row, in words."""

from __future__ import annotations

from desktop.contacts.plan import PlannedRow
from desktop.domain.contact import Contact
from desktop.i18n import _, pgettext

#: Outcome → (Phosphor icon, colour role), in the order in which the counts stand.
LOOKS = {
    "new": ("plus-circle", "ok"),
    "changed": ("pencil-simple", "info"),
    "duplicate": ("equals", "muted"),
    "refused": ("warning-circle", "problem"),
}


def outcome_word(outcome: str) -> str:
    """An outcome in one word."""
    return {
        "new": pgettext("import", "New"),
        "changed": pgettext("import", "Changed"),
        "duplicate": pgettext("import", "Known already"),
        "refused": pgettext("import", "Refused"),
    }[outcome]


def field_choices() -> tuple[tuple[str, str], ...]:
    """Every field a column can be read as; the empty one leaves it out."""
    return (
        ("", _("Leave out")),
        ("name", _("Full name")),
        ("given_name", _("Given name")),
        ("family_name", _("Family name")),
        ("form_of_address", _("Form of address")),
        ("gender", _("Addressed as")),
        ("email", _("E-mail")),
        ("home_email", _("E-mail, private")),
        ("phone", _("Phone")),
        ("mobile", _("Phone, mobile")),
        ("home_phone", _("Phone, private")),
        ("organisation", _("Outlet")),
        ("title", pgettext("job", "Title")),
        ("languages", _("Languages")),
        ("country", _("Country")),
        ("city", _("City")),
        ("tags", _("Tags")),
        ("beats", _("Beats")),
        ("notes", _("Notes")),
        ("time_zone", _("Time zone")),
        ("source_id", _("Identifier")),
        ("do_not_contact", _("Do not contact")),
    )


def separator_word(separator: str) -> str:
    """A separator in words."""
    known = {",": _("comma"), ";": _("semicolon"), "\t": _("tab"), "|": _("vertical bar")}
    return known.get(separator, separator)


def encoding_word(encoding: str) -> str:
    """An encoding as people know it."""
    known = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "cp1252": "Windows-1252", "utf-16": "UTF-16"}
    return known.get(encoding.lower(), encoding)


def told(row: PlannedRow) -> str:
    """Why, or, for a changed person, which fields change."""
    if row.outcome != "changed" or row.contact is None or row.existing is None:
        return row.reason
    names = changed_fields(row.existing, row.contact)
    return _("Adds to: {fields}").format(fields=", ".join(names)) if names else row.reason


def changed_fields(before: Contact, after: Contact) -> tuple[str, ...]:
    """The fields that differ, in words."""
    fields = (
        ("given_name", _("Given name")),
        ("family_name", _("Family name")),
        ("form_of_address", _("Form of address")),
        ("gender", _("Addressed as")),
        ("emails", _("E-mail")),
        ("phones", _("Phone")),
        ("roles", _("Outlet")),
        ("languages", _("Languages")),
        ("country", _("Country")),
        ("city", _("City")),
        ("tags", _("Tags")),
        ("beats", _("Beats")),
        ("notes", _("Notes")),
        ("time_zone", _("Time zone")),
        ("source_id", _("Identifier")),
        ("is_do_not_contact", _("Do not contact")),
    )
    return tuple(words for name, words in fields if getattr(before, name) != getattr(after, name))
