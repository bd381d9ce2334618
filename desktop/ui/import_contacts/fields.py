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
        ("other_phone", _("Phone, other")),
        ("organisation", _("Outlet")),
        ("title", pgettext("job", "Title")),
        ("role_from", _("In the role since")),
        ("role_to", _("In the role until")),
        ("languages", _("Languages")),
        ("country", _("Country")),
        ("city", _("City")),
        ("tags", _("Tags")),
        ("groups", _("Groups (tags and lists)")),
        ("lists", _("Media lists")),
        ("beats", _("Beats")),
        ("notes", _("Notes")),
        ("time_zone", _("Time zone")),
        ("source_id", _("Identifier")),
        ("do_not_contact", _("Do not contact")),
        ("consents", _("Consent")),
        ("consent_source", _("Source of the consent")),
        ("consent_on", _("Day of the consent")),
        ("embargo_agreements", _("Embargo agreement")),
        ("bounces", _("Bounced addresses")),
        ("email_label", _("What the e-mail is for")),
        ("phone_label", _("What the phone is for")),
    )


def separator_word(separator: str) -> str:
    """A separator in words."""
    known = {",": _("comma"), ";": _("semicolon"), "\t": _("tab"), "|": _("vertical bar")}
    return known.get(separator, separator)


def encoding_word(encoding: str) -> str:
    """An encoding as people know it."""
    known = {
        "": _("Detected"),
        "utf-8": "UTF-8",
        "utf-8-sig": "UTF-8",
        "utf-16": "UTF-16",
        "utf-16-le": "UTF-16",
        "utf-16-be": "UTF-16",
        "cp1252": "Windows-1252",
        "mac-roman": "Mac Roman",
        "cp850": "MS-DOS (850)",
        "iso8859-15": "Latin-9 (ISO 8859-15)",
        "iso8859-2": "Latin-2 (ISO 8859-2)",
    }
    return known.get(encoding.lower(), encoding)


def told(row: PlannedRow) -> str:
    """Why, or, for a changed person, which fields change."""
    if row.outcome != "changed" or row.contact is None or row.existing is None:
        return row.reason
    names = changed_fields(row.existing, row.contact)
    adds = _("Adds to: {fields}").format(fields=", ".join(names)) if names else ""
    return " · ".join(part for part in (adds, row.reason) if part)


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
        ("consents", _("Consent")),
        ("embargo_agreements", _("Embargo agreement")),
    )
    return tuple(words for name, words in fields if getattr(before, name) != getattr(after, name))
