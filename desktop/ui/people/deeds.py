"""What can be done with some people, wherever they are selected: put on a list, export, delete."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.changes import Outcome
from desktop.domain.contact import MediaList
from desktop.domain.ports import UnitOfWork
from desktop.i18n import _, ngettext
from desktop.services.directory import add_to_list, media_lists, remove_contacts, save_media_list
from desktop.ui.desk import Desk, Route
from desktop.ui.people.chooser import Chooser, Offer
from desktop.ui.people.leaving import PeopleExport
from desktop.ui.theme.icons import icon

_NEW = "new:"


class PeopleDeeds(QObject):
    """Deeds on people given by id. Every one that changes something can be undone."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._ids: tuple[str, ...] = ()
        self._lists: tuple[MediaList, ...] = ()
        self.export = PeopleExport(desk, parent)
        self.chooser = Chooser(_("Add to a media list"), _("Find a list, or name a new one"), parent)
        self.chooser.asked.connect(self._offer)
        self.chooser.picked.connect(self._add)

    def delete(self, ids: Sequence[str], name: str = "") -> None:
        """Take people out of the directory; ``name`` is who it is, where it is one."""
        if not ids:
            return
        count = len(ids)
        told = _("{name} was deleted.").format(name=name) if name and count == 1 else ""
        words = ngettext("{count} contact was deleted.", "{count} contacts were deleted.", count).format(count=count)
        self._desk.deed(
            lambda uow: remove_contacts(uow, ids),
            lambda _none: self.tell_undoable(told or words),
            label=_("Deleting contacts"),
        )

    def tell_undoable(self, words: str) -> None:
        """A notice of something done, with a button that takes it back."""
        self._desk.notify(words, "ok", action_label=_("Undo"), action=self._desk.undo_stack.undo)

    # -- lists ----------------------------------------------------------------------------------------------

    def ask_for_list(self, ids: Sequence[str], anchor: QWidget) -> None:
        """Let one choose or name the media list these people are to be on."""
        if not ids:
            return
        self._ids = tuple(ids)
        self._desk.run(media_lists, self._show_lists, key="people.lists", flush=False)
        self.chooser.open_at(anchor)

    def _show_lists(self, lists: tuple[MediaList, ...]) -> None:
        self._lists = lists
        self._offer(self.chooser.field.text())

    def _offer(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        hits = [each for each in self._lists if all(word in each.name.casefold() for word in wanted.split())]
        offers = [
            Offer(each.id, _("{name}  ({size})").format(name=each.name, size=each.size), "users-three") for each in hits
        ]
        if wanted and not any(each.name.casefold() == wanted for each in self._lists):
            offers.append(Offer(_NEW, _("Create list “{name}”").format(name=typed.strip()), "plus"))
        note = "" if offers else _("No list yet. Type a name to make one.")
        self.chooser.offer(offers, note)

    def _add(self, value: str) -> None:
        ids = self._ids
        if value == _NEW:
            name = self.chooser.field.text()
            self._desk.deed(lambda uow: _on_new_list(uow, name, ids), lambda made: self._added(made, len(ids)))
        else:
            chosen = next((each for each in self._lists if each.id == value), None)
            if chosen is not None:
                self._desk.deed(lambda uow: add_to_list(uow, value, ids), lambda count: self._added(chosen, count))

    def _added(self, media_list: MediaList, count: int) -> None:
        if not count:
            self._desk.notify(_("All of them are on “{name}” already.").format(name=media_list.name))
            return
        words = ngettext("{count} person was put on “{name}”.", "{count} people were put on “{name}”.", count)
        self._desk.notify(
            words.format(count=count, name=media_list.name),
            "ok",
            action_label=_("Show list"),
            action=lambda: self._desk.navigate(Route("media-lists", detail=media_list.id)),
        )

    # -- files ----------------------------------------------------------------------------------------------

    def fill_export_menu(self, menu: QMenu, words: str, ids: Sequence[str], name: str) -> None:
        """Add an entry for each file format; ``words`` is who goes into it."""
        menu.addSection(words)
        for format_, told, symbol in (
            ("csv", _("As a table (CSV)…"), "table"),
            ("xlsx", _("As a workbook (Excel)…"), "table"),
            ("vcard4", _("As cards (vCard 4.0)…"), "identification-card"),
            ("vcard3", _("As cards for older programs (vCard 3.0)…"), "identification-card"),
        ):
            menu.addAction(
                icon(symbol, "muted"), told, lambda format_=format_: self.export.start(tuple(ids), name, format_)
            )


def _on_new_list(uow: UnitOfWork, name: str, ids: Sequence[str]) -> Outcome[MediaList]:
    """A new list with these people on it, as one deed."""
    made = save_media_list(uow, MediaList("", name))
    filled = add_to_list(uow, made.value.id, ids)
    return Outcome(made.value, made.changes | filled.changes, made.inverse)
