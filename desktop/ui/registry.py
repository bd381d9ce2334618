"""Every screen of the window, a line each. A screen's module is imported on its first visit."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from desktop.i18n import _
from desktop.ui.desk import Desk
from desktop.ui.screens import Screen, ScreenEntry


def _from(module: str) -> Callable[[Desk], Screen]:
    def make(desk: Desk) -> Screen:
        entry: ScreenEntry = import_module(f"desktop.ui.{module}.screen").ENTRY
        return entry.make(desk)

    return make


#: In the rail's order; those not in the rail come last.
SCREENS: tuple[ScreenEntry, ...] = (
    ScreenEntry("home", lambda: _("Home"), "house", _from("home"), shortcut="Ctrl+1"),
    ScreenEntry("releases", lambda: _("Releases"), "files", _from("releases"), shortcut="Ctrl+2"),
    ScreenEntry("translate", lambda: _("Translate"), "translate", _from("translate"), shortcut="Ctrl+3"),
    ScreenEntry("contacts", lambda: _("Contacts"), "address-book", _from("contacts"), shortcut="Ctrl+4"),
    ScreenEntry("media-lists", lambda: _("Media lists"), "users-three", _from("media_lists"), shortcut="Ctrl+5"),
    ScreenEntry("terms-memory", lambda: _("Terms and memory"), "brain", _from("terms_memory"), shortcut="Ctrl+0"),
    ScreenEntry("library", lambda: _("Library"), "books", _from("library"), shortcut="Ctrl+9"),
    ScreenEntry("search", lambda: _("Search"), "magnifying-glass", _from("search"), shortcut="Ctrl+6"),
    ScreenEntry("calendar", lambda: _("Calendar"), "calendar-blank", _from("calendar"), shortcut="Ctrl+8"),
    ScreenEntry("settings", lambda: _("Settings"), "gear-six", _from("settings"), shortcut="Ctrl+7"),
    ScreenEntry("editor", lambda: _("Editor"), "note-pencil", _from("editor"), in_rail=False, rail_parent="releases"),
    ScreenEntry("new", lambda: _("New release"), "plus", _from("new_release"), in_rail=False, rail_parent="releases"),
    ScreenEntry(
        "reuse",
        lambda: _("New release from an earlier one"),
        "copy",
        _from("reuse"),
        in_rail=False,
        rail_parent="releases",
    ),
    ScreenEntry(
        "templates", lambda: _("Templates"), "stack", _from("templates"), in_rail=False, rail_parent="releases"
    ),
    ScreenEntry(
        "import",
        lambda: _("Import a release"),
        "download-simple",
        _from("import_release"),
        in_rail=False,
        rail_parent="releases",
    ),
    ScreenEntry(
        "import-contacts",
        lambda: _("Import contacts"),
        "download-simple",
        _from("import_contacts"),
        in_rail=False,
        rail_parent="contacts",
    ),
    ScreenEntry(
        "replace",
        lambda: _("Replace in all releases"),
        "swap",
        _from("replace"),
        in_rail=False,
        rail_parent="search",
    ),
)
