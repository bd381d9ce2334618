"""Boilerplate and contacts in the text: drawn anew when their source changes, said above the block, cut loose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from desktop.domain.boilerplate import Boilerplate
from desktop.domain.changes import BOILERPLATE, CONTACT, ChangeSet
from desktop.domain.document import Block, BlockKind, Document
from desktop.i18n import _
from desktop.services import boilerplate as shelf
from desktop.services import references
from desktop.services.references import ReferenceNote
from desktop.services.releases import OpenRelease
from desktop.ui.desk import Route
from desktop.ui.editor import writing
from desktop.ui.editor.decoration import BlockNote
from desktop.ui.editor.fields.block_attrs import set_attrs
from desktop.ui.editor.fields.library_section import LibrarySection
from desktop.ui.editor.part import EditorPart, PartSection
from desktop.ui.text.alive import while_alive
from desktop.ui.text.validity_words import standing_words

if TYPE_CHECKING:
    from desktop.ui.editor.screen import EditorScreen

_NAMES = {BlockKind.BOILERPLATE: "boilerplate", BlockKind.CONTACT: "contact"}


class ReferencesPart(EditorPart):
    """Follows what the text refers to, and puts texts of the library into it."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self.list = LibrarySection()
        self.notes: dict[str, ReferenceNote] = {}
        self._version_id = ""
        self._drawn_for: tuple[object, ...] = ()
        self._seen: tuple[tuple[str, str], ...] = ()
        self.list.chosen.connect(self.insert)
        self.list.library_asked.connect(lambda: screen.desk.navigate(Route("library")))
        screen.page.refused.connect(self._tell_refused)
        add = screen.desk.actions.add
        add(
            "editor.boilerplate", _("Insert text of the library"), "Ctrl+Alt+L", self.ask, owner=screen, screen="editor"
        )
        add("editor.unlink", _("Unlink and edit here"), "", self.unlink_here, owner=screen, screen="editor")
        add("editor.draw", _("Draw from the contacts"), "", self.draw_here, owner=screen, screen="editor")

    def section(self) -> PartSection:
        return PartSection(_("Library"), self.list, 28)

    def opened(self, release: OpenRelease) -> None:
        drawn_for = (release.source.id, release.release.embargo_at, release.release.embargo_zone)
        if drawn_for == self._drawn_for:
            return
        self._drawn_for = drawn_for
        self._version_id = release.source.id
        self.list.set_language(release.source.language)
        self._read_library()
        self._redraw()

    def hear(self, changes: ChangeSet) -> None:
        if changes.touches(BOILERPLATE):
            self._read_library()
        if changes.touches(BOILERPLATE) or changes.touches(CONTACT):
            self._redraw()

    def follow(self, document: Document) -> None:
        seen = tuple(
            (block.id, block.attr(_NAMES[block.kind]))
            for block in document
            if block.kind in _NAMES and block.attr(_NAMES[block.kind])
        )
        if seen != self._seen:
            self._seen = seen
            self._read_notes()

    def add_to_menu(self, menu: QMenu, block_id: str, point: int) -> None:
        block = self.screen.page.current().block(block_id)
        if block is not None and block.kind is BlockKind.CONTACT and block.attr("person"):
            menu.addAction(_("Draw from the contacts"), lambda: self.draw(block_id))
        note = self.notes.get(block_id)
        if note is None or not any(each == block_id for each, _key in self._seen):
            return
        menu.addAction(_("Unlink and edit here"), lambda: self.unlink(block_id))
        if note.is_gone:
            return
        if note.kind == "boilerplate":
            menu.addAction(_("Show in the library"), lambda: self._show_source(note))
        else:
            menu.addAction(_("Show in the contacts"), lambda: self._show_source(note))

    # -- deeds ----------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Unfold the list of texts and put the focus into it."""
        self.screen.side.section_of(self.list).set_open(True)
        self.screen.side.ensureWidgetVisible(self.list)
        self.list.take_focus()

    def insert(self, boilerplate: Boilerplate) -> None:
        """Put a block that refers to a text of the library at the cursor, or below the block it is in."""
        opened, page = self.screen.opened, self.screen.page
        if opened is None:
            return
        release_id, language, block_id = opened.release.id, opened.source.language, page.ledger.fresh_id()

        def put(block: Block) -> None:
            number = page.textCursor().blockNumber()
            current = page.ledger.block_of(number)
            if current.text.text.strip() or current.attr("asset"):
                writing.insert_block(page.textCursor(), number + 1, block)
            else:
                writing.insert_block(page.textCursor(), number, block)
                writing.remove_block(page.textCursor(), number + 1)
            page.go_to(block_id)
            page.setFocus()

        self.screen.desk.run(
            lambda uow: shelf.reference_block(uow, release_id, boilerplate.id, language, block_id),
            while_alive(self, put),
        )

    def unlink_here(self) -> None:
        """Unlink the block at the cursor."""
        self.unlink(self.screen.page.place()[0])

    def unlink(self, block_id: str) -> None:
        """Make a block ordinary text, which nobody renews any more; Ctrl+Z in the page links it again."""
        page = self.screen.page
        block = page.current().block(block_id)
        name = _NAMES.get(block.kind) if block else None
        if block is None or name is None or not block.attr(name):
            return
        set_attrs(page, [block_id], {name: "", "person": block.attr("contact")})
        self._show_notes()
        page.go_to(block_id, len(block.text))
        page.setFocus()

    def draw_here(self) -> None:
        """Draw the contact line at the cursor from the directory."""
        self.draw(self.screen.page.place()[0])

    def draw(self, block_id: str) -> None:
        """Let a contact sentence of its own be drawn from the directory and follow the card from now on."""
        page = self.screen.page
        block = page.current().block(block_id)
        if block is None or block.kind is not BlockKind.CONTACT or not block.attr("person"):
            self.screen.desk.notify(_("This line names nobody of the contacts. Insert one from the section Contacts."))
            return
        set_attrs(page, [block_id], {"contact": block.attr("person"), "person": ""})
        self._redraw()
        page.setFocus()

    def _show_source(self, note: ReferenceNote) -> None:
        screen = "library" if note.kind == "boilerplate" else "contacts"
        self.screen.desk.navigate(Route(screen, detail=note.key))

    def _tell_refused(self, block_id: str) -> None:
        note = self.notes.get(block_id)
        text = (
            _("This line is drawn from the contacts and follows the card.")
            if note is not None and note.kind == "contact"
            else _("This text comes from the library and follows it.")
        )
        self.screen.desk.notify(text, action_label=_("Unlink and edit here"), action=lambda: self.unlink(block_id))

    # -- reading --------------------------------------------------------------------------------------------

    def _read_library(self) -> None:
        self.screen.desk.run(
            shelf.library, while_alive(self.list, self.list.show_library), key="editor.library", flush=False
        )

    def _redraw(self) -> None:
        version_id, tools = self._version_id, self.screen.desk.tools
        self.screen.desk.deed(
            lambda uow: references.redraw(uow, tools, version_id),
            while_alive(self, lambda _document: self._read_notes()),
            initiator="references",
        )

    def _read_notes(self) -> None:
        version_id = self._version_id
        self.screen.desk.run(
            lambda uow: references.reference_notes(uow, version_id),
            while_alive(self, self._take_notes),
            key="editor.references",
        )

    def _take_notes(self, notes: tuple[ReferenceNote, ...]) -> None:
        self.notes = {note.block_id: note for note in notes}
        self._show_notes()

    def _show_notes(self) -> None:
        page = self.screen.page
        linked = {b.id for b in page.current() if b.kind in _NAMES and b.attr(_NAMES[b.kind])}
        others = {key: note for key, note in page.notes.items() if not note.is_above}
        page.notes = others | {key: _line(note) for key, note in self.notes.items() if key in linked}
        page.viewport().update()


def _line(note: ReferenceNote) -> BlockNote:
    if note.is_gone:
        gone = _("Deleted from the library") if note.kind == "boilerplate" else _("Deleted from the contacts")
        return BlockNote(gone, "warning-circle", "problem")
    if note.kind == "contact":
        return BlockNote(_("From the contacts: {name}").format(name=note.name), "lock-simple")
    words, role, icon = standing_words(note.validity, note.until)
    return BlockNote(" · ".join(part for part in (note.name, words) if part), icon, role)
