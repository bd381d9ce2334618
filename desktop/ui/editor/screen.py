"""The editor: one release open for writing."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.changes import BLOCK, CONTACT, RELEASE, SEGMENT, VERSION, ChangeSet
from desktop.domain.contact import Contact
from desktop.domain.errors import ComunicadoError
from desktop.domain.ids import Uuid7
from desktop.domain.release import Release
from desktop.domain.suggestions import official_title
from desktop.editorial.import_values import RawBlock
from desktop.i18n import _
from desktop.services import releases, translating
from desktop.ui.desk import Desk, Route
from desktop.ui.editor import actions, page_deeds
from desktop.ui.editor.autosave import Autosave
from desktop.ui.editor.bars_row import EditorBars
from desktop.ui.editor.beside import EditorInspector, gaps_in_words
from desktop.ui.editor.header import Header
from desktop.ui.editor.moments import embargo_words, in_words
from desktop.ui.editor.parts import PARTS
from desktop.ui.editor.sections.facts import type_title
from desktop.ui.editor.toolbar import Toolbar
from desktop.ui.editor.tracked_page import TrackedPage
from desktop.ui.export.exporter import Exporter
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.text.alive import while_alive
from desktop.ui.widgets.empty_state import EmptyState, scrolled

#: How long after typing the counts and lists follow, in milliseconds.
FOLLOW_AFTER_MS = 300
#: How long after an autosave the other languages' counts follow, in milliseconds.
REFRESH_AFTER_MS = 1_000


def read_pasted(html: str | None, text: str | None) -> Sequence[RawBlock]:
    """The clipboard's content as blocks."""
    from desktop.exchange.readers import read_clipboard  # noqa: PLC0415 - lazy: the HTML parser

    return read_clipboard(html, text).blocks


class EditorScreen(Screen):
    """Opens a release, shows its parts, and turns what people ask for into services."""

    #: The page is shown again after something stood in its place.
    page_shown = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._opened: releases.OpenRelease | None = None
        self._wanted = Route("editor")
        self._is_loading = False
        ids = Uuid7(lambda: time.time_ns() // 1_000_000, os.urandom)
        self.page = TrackedPage(ids.new, read_pasted)
        self.autosave = Autosave(desk, self.page)
        self.header = Header()
        self.toolbar = Toolbar(self.page)
        self.side = EditorInspector(desk)
        self.inspector = self.side
        self.bars = EditorBars(self.page, desk.tools, lambda: self._opened)
        words = _("Open a release from the list, or start a new one.")
        ask = (_("Show releases"), lambda: desk.navigate(Route("releases")))
        self._empty = scrolled(EmptyState("note-pencil", words, *ask))
        self._follow_timer = QTimer(self, singleShot=True, interval=FOLLOW_AFTER_MS)
        self._refresh_timer = QTimer(self, singleShot=True, interval=REFRESH_AFTER_MS)
        self.parts = tuple(make(self) for make in PARTS)
        self._lay_out()
        self._connect()
        self.exporter = Exporter(desk, self)
        retire = self.autosave.retire
        self.destroyed.connect(lambda: retire())  # noqa: PLW0108 - Qt would pass the object
        self.actions_ = actions.register(self)

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.currentChanged.connect(lambda place: self.setFocusProxy(self._pages.widget(place) or self))
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.toolbar)
        column.addWidget(self.bars)
        for bar in filter(None, (part.bar() for part in self.parts)):
            column.addWidget(bar)
        self.side.set_sections(filter(None, (part.section() for part in self.parts)))
        column.addWidget(self._pages, 1)
        self.feet = tuple(filter(None, (part.foot() for part in self.parts)))
        for foot in self.feet:
            column.addWidget(foot)
        self._show_parts(is_open=False)

    def _connect(self) -> None:
        page, save, side = self.page, self.autosave, self.side
        page.ledger.edited.connect(save.note_edit)
        page.ledger.edited.connect(self._soon)
        page.left.connect(save.save)
        page.menu_wanted.connect(self._fill_menu)
        save.saved.connect(self._tell_saved)
        save.failed.connect(self._tell_unsaved)
        self._follow_timer.timeout.connect(self._follow)
        self._refresh_timer.timeout.connect(self._refresh_release)
        self.desk.hub.announced.connect(self._hear)
        self.toolbar.asked.connect(self.open_bar)
        self.bars.embargo.chosen.connect(self._set_embargo)
        for asked in (self.header.embargo_asked, side.facts.embargo_asked):
            asked.connect(lambda: self.open_bar("embargo"))
        self.header.language_chosen.connect(self._go_to_language)
        self.header.language_added.connect(self._add_language)
        for rows in (side.gaps, side.outline):
            rows.chosen.connect(self._jump)
        side.people.chosen.connect(self._insert_contact)
        side.facts.changed.connect(self._set_facts)
        side.leaving.asked.connect(self.export)

    # -- opening --------------------------------------------------------------------------------------------

    def enter(self, route: Route) -> None:
        """Open the route's release; without one, stay with what is open."""
        self.side.facts.offer_types(self.desk.templates.all())
        if not route.release_id:
            return
        self._wanted = route
        if self._opened is not None and self._opened.release.id == route.release_id:
            self._refresh_release()
            self._arrive()
            return
        self._is_loading = True
        self.autosave.close()

        self.desk.run(
            lambda uow: releases.open_release(uow, route.release_id),
            while_alive(self, self._show_opened),
            while_alive(self, self._could_not_open),
            key="editor.open",
        )

    def _show_opened(self, found: releases.OpenRelease) -> None:
        self._opened = found
        self._is_loading = False
        self.desk.compute(partial(self.desk.tools.warm, self._opened.release.source_language))
        self.page.show_document(self._opened.document)
        self.autosave.open(self.page.current(), self._opened.document)
        self._show_parts(is_open=True)
        self._show_release()
        self.side.people.refresh()
        self.toolbar.follow()
        self.header.saved.setText("")
        self._follow()
        self._arrive()

    def _could_not_open(self, error: ComunicadoError) -> None:
        self._is_loading = False
        self._show_parts(is_open=self._opened is not None)
        self.desk.notify_error(error)

    def _arrive(self) -> None:
        self.show_page()
        if self._wanted.detail and not any(part.arrive(self._wanted.detail) for part in self.parts):
            self.page.go_to(self._wanted.detail)

    def _show_parts(self, *, is_open: bool) -> None:
        self.header.setVisible(is_open)
        self.toolbar.setVisible(is_open)
        for foot in self.feet:
            foot.setVisible(is_open)
        self.side.setEnabled(is_open)
        self._pages.setCurrentWidget(self.page if is_open else self._empty)

    def show_over(self, widget: QWidget) -> None:
        """Show something in the page's place until :meth:`show_page`."""
        if self._pages.indexOf(widget) < 0:
            self._pages.addWidget(widget)
        self._pages.setCurrentWidget(widget)

    def show_page(self) -> None:
        """Show the page again, with the focus on it."""
        self.page_wanted.emit()
        self._pages.setCurrentWidget(self.page)
        self.page.setFocus()
        self.page_shown.emit()

    def leave(self) -> None:
        """Write what is unsaved and keep a revision."""
        self.autosave.save()
        self.autosave.keep_revision()
        for part in self.parts:
            part.leave()

    def hideEvent(self, event: QHideEvent) -> None:
        self._follow_timer.stop()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._opened is not None:
            self._soon()

    def title(self) -> str:
        """The release's title."""
        return self._opened.release.title if self._opened else _("Editor")

    def is_ready(self) -> bool:
        """Whether the release asked for is shown."""
        return not self._is_loading

    @property
    def opened(self) -> releases.OpenRelease | None:
        """The release that is open, with its versions; its document is the text as it was when it was read."""
        return self._opened

    @property
    def release(self) -> Release | None:
        """The release that is open."""
        return self._opened.release if self._opened else None

    def _language(self) -> str:
        return self._opened.source.language if self._opened else "en"

    # -- following ------------------------------------------------------------------------------------------

    def _soon(self) -> None:
        if self.isVisible() and not self._follow_timer.isActive():
            self._follow_timer.start()

    def _follow(self) -> None:
        """Bring counts, lists and title up to the text; never on the key path."""
        document = self.page.current()
        gaps = self.side.show_document(document, self._gap_labels())
        self.toolbar.set_gaps(gaps, gaps_in_words(gaps))
        self.header.show_title(official_title(document))
        for part in self.parts:
            part.follow(document)

    def _gap_labels(self) -> dict[str, str]:
        type_ = self._opened.release.type if self._opened else ""
        found = self.desk.templates.named(type_)
        return dict(found.labels(self._language())) if found else {}

    def _tell_saved(self) -> None:
        short, exact = in_words(datetime.now().astimezone())
        self.header.saved.setText(_("saved {time}").format(time=short))
        self.header.saved.setToolTip(exact)

    def _tell_unsaved(self, error: ComunicadoError) -> None:
        self.header.saved.setText(_("not saved yet, trying again"))
        self.header.saved.setToolTip(error.one_line())
        self.desk.notify_error(error)

    def _hear(self, changes: ChangeSet) -> None:
        opened = self._opened
        if opened is None:
            return
        for part in self.parts:
            part.hear(changes)
        if changes.touches(CONTACT):
            self.side.people.refresh()
        if changes.initiator == self.autosave.initiator and not any(
            c.kind in (SEGMENT, VERSION) for c in changes.changes
        ):
            return
        if changes.touches(RELEASE, opened.release.id) or changes.under(VERSION, opened.release.id):
            if changes.initiator != self.autosave.initiator:
                self._refresh_release()
            elif not self._refresh_timer.isActive():  # typing changes counts: they may come a little later
                self._refresh_timer.start()
        if changes.under(BLOCK, opened.source.id):
            self._soon()

    def _refresh_release(self) -> None:
        if self._opened is None:
            return
        release_id = self._opened.release.id
        self.desk.run(
            lambda uow: releases.open_release(uow, release_id),
            while_alive(self, self._take_release),
            key=f"editor.release-{id(self)}",
            flush=False,
        )

    def _take_release(self, opened: releases.OpenRelease) -> None:
        if self._opened is not None and opened.release.id == self._opened.release.id:
            self._opened = opened
            self._show_release()

    def _show_release(self) -> None:
        if self._opened is None:
            return
        release = self._opened.release
        template = self.desk.templates.named(release.type)
        self.header.show_release(release, self._opened.versions, type_title(template) if template else release.type)
        self.side.facts.show_release(release, embargo_words(release))
        for part in self.parts:
            part.opened(self._opened)

    def _fill_menu(self, menu: QMenu, block_id: str, point: int) -> None:
        for part in self.parts:
            part.add_to_menu(menu, block_id, point)

    # -- deeds ----------------------------------------------------------------------------------------------

    def open_bar(self, name: str) -> None:
        """Open one of the bars: ``link``, ``dateline``, ``embargo``."""
        self.bars.open_bar(name)

    def _insert_contact(self, person: Contact) -> None:
        page_deeds.insert_contact(self.page, person, self._language())

    def _jump(self, place: tuple[str, int, int]) -> None:
        self.show_page()
        self.page.go_to(*place)

    def _set_embargo(self, _what: str, at: datetime | None, zone: str) -> None:
        if self._opened is not None:
            seen = self._opened.release
            self.desk.deed(lambda uow: releases.set_embargo(uow, seen.id, at, zone, seen=seen))

    def _set_facts(self, type_: str, number: str) -> None:
        if self._opened is not None:
            seen = self._opened.release
            self.desk.deed(lambda uow: releases.set_facts(uow, seen.id, type_=type_, number=number, seen=seen))

    def _go_to_language(self, language: str) -> None:
        if self._opened is not None:
            self.desk.navigate(Route("translate", self._opened.release.id, language))

    def _add_language(self, language: str) -> None:
        if self._opened is None:
            return
        release_id, tools = self._opened.release.id, self.desk.tools
        self.desk.deed(
            lambda uow: translating.add_version(uow, tools, release_id, language),
            lambda version: self.desk.navigate(Route("translate", release_id, version.language)),
        )

    def export(self, format_name: str) -> None:
        """Ask for a file and write the release there."""
        if self._opened is not None:
            self.exporter.ask(self._opened.release.id, self._language(), format_name)


ENTRY = ScreenEntry("editor", lambda: _("Editor"), "note-pencil", EditorScreen, in_rail=False, rail_parent="releases")
