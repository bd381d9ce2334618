"""Every key of the grid as a registered action, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Outcome
from desktop.domain.ports import UnitOfWork
from desktop.domain.richtext import MarkKind, RichText
from desktop.domain.segment import PairedSegment, SegmentOrigin, SegmentState
from desktop.i18n import _, ngettext
from desktop.services import propagating, translating
from desktop.services.propagating import Confirmed
from desktop.services.reuse import confirm_carried
from desktop.translation.carrying import context_matches
from desktop.ui.translate.filtering import needs_work
from desktop.ui.translate.page import GridPage
from desktop.ui.translate.rows import answer_label
from desktop.ui.translate.saving import INITIATOR

#: Whether identical sentences follow a confirmation, in the preferences.
PROPAGATES = "translate.propagates"


class GridDeeds(QObject):
    """Registers itself at the desk; owner of all actions is the grid's page. ``confirmed`` tells a stored confirmation."""

    confirmed = Signal(str)

    def __init__(self, page: GridPage) -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self._register()
        page.view.cell.answered.connect(self.accept_change)
        page.tray.inserted.connect(self.insert_kept)
        page.tray.discarded.connect(self.discard)

    def _register(self) -> None:
        page = self._page
        add = partial(self._desk.actions.add, owner=page, screen="translate")
        add("translate.confirm", _("Confirm and go on"), ("Ctrl+Return", "Ctrl+Enter"), self.confirm, icon="check")
        add(
            "translate.confirm-reviewed",
            _("Confirm as reviewed"),
            ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
            lambda: self.confirm(SegmentState.REVIEWED),
            icon="checks",
        )
        add(
            "translate.accept",
            _("Accept or apply the source change"),
            ("Alt+Return", "Alt+Enter"),
            self.accept_change,
            icon="lightning",
        )
        add(
            "translate.confirm-carried", _("Confirm what came along unchanged"), "", self.confirm_carried, icon="checks"
        )
        add(
            "translate.apart",
            _("Keep apart from identical sentences, or not"),
            "Ctrl+Alt+U",
            self.set_apart,
            icon="link-break",
        )
        add("translate.copy-source", _("Copy source"), ("Ctrl+Shift+S", "Ctrl+Ins"), self.copy_source, icon="copy")
        add("translate.previous", _("Previous sentence"), "Ctrl+Up", lambda: page.view.step(-1), icon="arrow-up")
        add("translate.next", _("Next sentence"), "Ctrl+Down", lambda: page.view.step(1), icon="arrow-down")
        add("translate.next-stale", _("Next stale sentence"), "Ctrl+J", self.go_to_stale, icon="warning")
        add("translate.filter", _("Filter sentences"), "Ctrl+Shift+F", page.header.field.setFocus, icon="funnel")
        add("translate.more-filters", _("More filters"), "Ctrl+Alt+F", page.header.more.showMenu, icon="funnel")
        add("translate.edit", _("Edit translation"), "F2", page.view.cell.edit.setFocus, icon="pencil-simple")
        add("translate.next-misspelling", _("Go to the next misspelling"), "F7", page.spelling.next, icon="text-aa")
        for number in range(1, 10):
            add(
                f"translate.chip-{number}",
                _("Insert chip {number}").format(number=number),
                f"Ctrl+Alt+{number}",
                partial(self.insert_chip, number),
            )

    # -- deeds ----------------------------------------------------------------------------------------------

    def confirm(self, state: SegmentState = SegmentState.TRANSLATED) -> None:
        """Confirm the active sentence, and go to the next that needs work."""
        segment_id = self._page.view.active_id
        if not segment_id or not self._page.may_confirm():
            return

        is_on = self._desk.preferences.get(PROPAGATES, "on") != "off"

        def work(uow: UnitOfWork) -> Outcome[Confirmed]:
            # The stored text, which the desk writes first: an explicit one could undo typing queued meanwhile.
            return propagating.confirm_and_propagate(uow, segment_id, state=state, is_on=is_on)

        def done(confirmed: Confirmed) -> None:
            self.confirmed.emit(segment_id)
            self._tell_propagated(confirmed)

        self._desk.deed(work, done, initiator=INITIATOR)
        self._go_to_next(needs_work, segment_id, done=_("Every sentence is translated and up to date."))

    def _tell_propagated(self, confirmed: Confirmed) -> None:
        if not confirmed.repeats:
            return
        words = []
        if confirmed.here:
            here = ngettext(
                "{count} identical sentence confirmed", "{count} identical sentences confirmed", confirmed.here
            )
            words.append(here.format(count=confirmed.here))
        if confirmed.elsewhere:
            there = ngettext(
                "{count} draft in another release", "{count} drafts in other releases", confirmed.elsewhere
            )
            words.append(there.format(count=confirmed.elsewhere))
        self._desk.notify(" · ".join(words), "ok", action_label=_("Undo"), action=self._desk.undo_stack.undo)

    def set_apart(self) -> None:
        """Keep the active sentence apart from identical ones, or let it be translated like them again."""
        pair = self._page.view.cell.pair
        if pair is None:
            return
        segment_id, is_apart = pair.segment.id, not pair.segment.is_apart
        self._desk.deed(
            lambda uow: propagating.set_apart(uow, segment_id, is_apart=is_apart),
            lambda _segment: self._desk.notify(
                _("This sentence keeps its own translation.")
                if is_apart
                else _("This sentence is translated like identical ones.")
            ),
            initiator=INITIATOR,
        )

    def tell_carried(self) -> None:
        """Say how many sentences of an earlier release came along unchanged between unchanged ones."""
        grid = self._page.grid
        count = len(context_matches([each.segment for each in grid.live])) if grid else 0
        if count:
            words = ngettext(
                "{count} sentence is as in the earlier release, and so are its neighbours.",
                "{count} sentences are as in the earlier release, and so are their neighbours.",
                count,
            )
            self._desk.notify(words.format(count=count), action_label=_("Confirm these"), action=self.confirm_carried)

    def confirm_carried(self) -> None:
        """Confirm every context match at once; undo takes all of them back."""
        grid = self._page.grid
        if grid is None:
            return
        version_id = grid.version.id

        def done(count: int) -> None:
            words = ngettext("{count} sentence confirmed", "{count} sentences confirmed", count)
            self._desk.notify(words.format(count=count), "ok")

        self._desk.deed(lambda uow: confirm_carried(uow, version_id), done)

    def accept_change(self) -> None:
        """Accept a cosmetic or moved change, apply a numbers-only one; say why where neither is possible."""
        page = self._page
        pair = page.view.cell.pair
        if pair is None:
            return
        if not answer_label(pair):
            page.view.cell.say(
                _("This change needs you: edit the translation and confirm.")
                if pair.is_stale
                else _("The source did not change here.")
            )
            return
        segment_id = pair.segment.id
        self._desk.deed(lambda uow: translating.accept_change(uow, segment_id), initiator=INITIATOR)

    def copy_source(self) -> None:
        """Put the source in place of the translation, chips included."""
        pair = self._page.view.cell.pair
        if pair is not None:
            text = pair.segment.source.without_mark(MarkKind.LANGUAGE)
            self._page.copy_in(text, SegmentOrigin.COPIED)
            self._page.view.cell.edit.setFocus()

    def insert_chip(self, number: int) -> None:
        """Insert the source's chip of this number (from 1)."""
        found = self._page.view.cell.all_chips()
        if number <= len(found):
            self._page.view.cell.insert(found[number - 1])

    def insert_kept(self, text: RichText) -> None:
        """Put a kept translation at the cursor."""
        if self._page.view.active_id:
            self._page.view.cell.edit.insert(text)
            self._page.view.cell.edit.setFocus()

    def discard(self, segment_id: str) -> None:
        """Throw a kept translation away; undo brings it back."""
        self._desk.deed(lambda uow: translating.discard_from_tray(uow, segment_id), initiator=INITIATOR)

    # -- going ----------------------------------------------------------------------------------------------

    def go_to_stale(self) -> None:
        """Go to the next stale sentence."""
        self._go_to_next(
            lambda pair: pair.is_stale, self._page.view.active_id, done=_("No translation is stale."), is_edit=True
        )

    def _go_to_next(
        self, wanted: Callable[[PairedSegment], bool], segment_id: str, *, done: str, is_edit: bool = False
    ) -> None:
        page = self._page
        row, count = page.model.row_of(segment_id), page.model.rowCount()
        for step in range(1, count + 1):
            pair = page.model.pair_at((row + step) % count)
            if pair is not None and pair.segment.id != segment_id and wanted(pair):
                page.view.activate(pair.segment.id, edit=is_edit or page.view.cell.edit.hasFocus())
                return
        self._desk.notify(done, "ok")
