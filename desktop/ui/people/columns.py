"""The columns of a list of people."""

from __future__ import annotations

from desktop.contacts.phones import format_international
from desktop.domain.contact import ContactRow
from desktop.i18n import _
from desktop.ui.people.names import country_name, language_name
from desktop.ui.widgets.paged_model import Column

NAME, OUTLET, EMAIL, PHONE, LANGUAGES, COUNTRY, TAGS = range(7)

#: Column → (narrowest width, share of what is left over), in pixels at 100 %.
WIDTHS = {
    NAME: (170, 6),
    OUTLET: (120, 4),
    EMAIL: (170, 5),
    PHONE: (132, 1),
    LANGUAGES: (84, 1),
    COUNTRY: (76, 1),
    TAGS: (96, 4),
}
#: What goes first where the list is too narrow for all; the card shows it anyway.
LEAST_WANTED = (TAGS, PHONE, COUNTRY, LANGUAGES, EMAIL)


def people_columns() -> tuple[Column[ContactRow], ...]:
    """Name, outlet, e-mail, phone, languages, country, tags; in the interface's language of now."""
    return (
        Column(_("Name"), lambda row: row.name, "name", lambda row: row.name),
        Column(_("Outlet"), lambda row: row.organisation, "organisation", lambda row: row.organisation),
        Column(_("E-mail"), lambda row: row.email, "email", lambda row: row.email),
        Column(_("Phone"), lambda row: format_international(row.phone)),
        Column(_("Languages"), lambda row: row.languages.upper(), "", _languages),
        Column(_("Country"), lambda row: row.country, "country", lambda row: country_name(row.country)),
        Column(_("Tags"), lambda row: row.tags, "", lambda row: row.tags),
    )


def _languages(row: ContactRow) -> str:
    return ", ".join(language_name(tag.strip()) for tag in row.languages.split(",") if tag.strip())
