"""The tab "Align earlier releases"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QUndoCommand
from PySide6.QtWidgets import (
    QCheckBox,
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import UNIT, ChangeSet
from desktop.domain.concept import Concept
from desktop.domain.errors import ComunicadoError
from desktop.i18n import _, ngettext
from desktop.services.aligning import AlignedPair, FoundPairs, align_places, keep_pairs
from desktop.services.memory import Added
from desktop.services.terms import termbase
from desktop.translation.alignment import beads
from desktop.translation.alignment.beads import Alignment
from desktop.ui.desk import Desk, Route
from desktop.ui.terms_memory.align.beads_model import BeadKey, BeadsModel, is_doubtful, key_of
from desktop.ui.terms_memory.align.beads_table import BeadsTable
from desktop.ui.terms_memory.align.pairs_model import PairsModel, Row
from desktop.ui.terms_memory.align.places import PlacesForm
from desktop.ui.terms_memory.tab import Tab
from desktop.ui.text.alive import while_alive
from desktop.ui.theme.icons import icon_size
from desktop.ui.theme.tokens import S8, S12, S16, S24
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.language_words import language_name
from desktop.ui.widgets.section_header import label

_INITIATOR = "align"


def doubtful_rows(row: Row) -> int:
    """How many beads of a pair a person should look at."""
    return sum(is_doubtful(bead) and key_of(bead) not in row.left_out for bead in row.alignment.beads)


class _Edit(QUndoCommand):
    """A change of one pair's beads; the newest state is put back whole."""

    def __init__(self, tab: AlignTab, words: str, row: Row, after: tuple[Alignment, frozenset[BeadKey]]) -> None:
        super().__init__(words)
        self._tab, self._row = tab, row
        self._before, self._after = (row.alignment, row.left_out), after

    def undo(self) -> None:
        self._tab.put(self._row, *self._before)

    def redo(self) -> None:
        self._tab.put(self._row, *self._after)


class AlignTab(Tab):
    """Nothing is stored before "Add to memory". Joining, splitting and moving are undone like any deed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._is_busy = False
        self.form = PlacesForm(desk)
        self.pairs = PairsModel(doubtful_rows, self)
        self.beads = BeadsModel(self)
        self.list, self.table = QListView(), BeadsTable(self.beads)
        self.told = label("", "muted", wraps=True)
        self.first = QCheckBox(_("Doubtful rows first"))
        self.first.setChecked(True)
        self.one_button = PlainButton(_("Add this pair"), self.keep_one)
        self.all_button = PrimaryButton(_("Add all pairs"), self.keep_all, icon_name="brain")
        self._lay_out()
        self._connect()
        self._refresh()

    def _lay_out(self) -> None:
        self.list.setModel(self.pairs)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(icon_size())
        self.list.setAccessibleName(_("Pairs of files"))
        self.empty = EmptyState(
            "columns",
            _(
                "Point at the releases your office published in two languages. They are paired, cut into sentences and"
                " aligned; you look at the doubtful rows, and the rest is in the memory."
            ),
            title=_("Earlier releases, used again"),
        )
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(self._right())
        split.setStretchFactor(1, 1)
        split.setSizes([280, 800])
        split.setChildrenCollapsible(False)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(split)
        column = QVBoxLayout(self)
        column.setContentsMargins(S24, S16, S24, S12)
        column.setSpacing(S12)
        column.addWidget(self.form)
        column.addWidget(self.told)
        column.addWidget(self.stack, 1)
        self.setFocusProxy(self.form)

    def _right(self) -> QWidget:
        page = QWidget()
        head, foot = FlowRow(), FlowRow()
        for row in (head, foot):
            row.setSpacing(S8)
        head.add(self.first)
        head.add(label(_("Enter: right · J joins · S splits · Alt+arrows move · Del leaves out"), "small"), 1)
        foot.add(label(""), 1)
        foot.add(self.one_button)
        foot.add(self.all_button)
        column = QVBoxLayout(page)
        column.setContentsMargins(S12, 0, 0, 0)
        column.setSpacing(S8)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        return page

    def _connect(self) -> None:
        self.form.wanted.connect(self.look)
        self.list.selectionModel().currentChanged.connect(lambda now, _before: self._show(now))
        self.first.toggled.connect(lambda _on: self._show(self.list.currentIndex()))
        self.desk.hub.announced.connect(self._hear)
        add = self.desk.actions.add
        add("align.find", _("Find pairs of releases"), "Ctrl+Return", self.look, owner=self)
        for name, words, key, deed in (
            ("align.right", _("Row is right"), "Return", self.mark_right),
            ("align.join", _("Join with the row below"), "J", lambda: self._edit(_("Join rows"), beads.joined)),
            ("align.split", _("Split the row"), "S", lambda: self._edit(_("Split row"), beads.split)),
            ("align.left-out", _("Leave the row out, or take it in"), "Del", self.leave_out),
            (
                "align.source-down",
                _("Move the source’s last sentence down"),
                "Alt+Down",
                self._mover("source", down=True),
            ),
            ("align.source-up", _("Move the source’s first sentence up"), "Alt+Up", self._mover("source", down=False)),
            (
                "align.target-down",
                _("Move the translation’s last sentence down"),
                "Alt+Shift+Down",
                self._mover("target", down=True),
            ),
            (
                "align.target-up",
                _("Move the translation’s first sentence up"),
                "Alt+Shift+Up",
                self._mover("target", down=False),
            ),
        ):
            add(name, words, key, deed, owner=self.table)

    def enter(self, route: Route) -> None:
        self._refresh()

    def is_ready(self) -> bool:
        return not self._is_busy

    # -- finding --------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Read what the fields name, pair the files, align each pair; can be cancelled."""
        places, languages, tools = self.form.places, self.form.tags, self.desk.tools
        if not places or self._is_busy:
            self.form.setFocus()
            return
        self._is_busy = True
        self._refresh()

        def align(concepts: tuple[Concept, ...]) -> None:
            self.desk.compute(
                lambda: align_places(places, languages, tools, concepts),
                while_alive(self, self._found),
                while_alive(self, self._failed),
                label=_("Aligning releases"),
                key="align.find",
            )

        self.desk.run(termbase, while_alive(self, align), while_alive(self, self._failed))

    def _found(self, answer: tuple[FoundPairs, list[AlignedPair]]) -> None:
        found, aligned = answer
        self._is_busy = False
        self.pairs.show_pairs(aligned)
        words = ngettext("{count} pair found.", "{count} pairs found.", len(aligned)).format(count=len(aligned))
        if found.alone:
            names = ", ".join(text.path.name for text in found.alone[:5])
            more = ngettext(
                "{count} text has no partner: {names}", "{count} texts have no partner: {names}", len(found.alone)
            )
            words += " " + more.format(count=len(found.alone), names=names + ("…" if len(found.alone) > 5 else "."))
        for _path, reason in found.unread[:3]:
            words += f" {reason}"
        self._refresh()
        self.told.setText(words)
        self.told.show()
        if aligned:
            self.list.setCurrentIndex(self.pairs.index(0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: ComunicadoError) -> None:
        self._is_busy = False
        self._refresh()
        self.told.setText(error.one_line())
        self.told.show()

    # -- looking --------------------------------------------------------------------------------------------

    @property
    def row(self) -> Row | None:
        """The pair that is shown."""
        index = self.list.currentIndex()
        return self.pairs.rows[index.row()] if index.isValid() else None

    def _show(self, _index: QModelIndex | None = None, place: int = -1) -> None:
        row = self.row
        if row is not None:
            titles = language_name(row.pair.source.language), language_name(row.pair.target.language)
            self.beads.show_beads(row.alignment, row.left_out, titles, doubtful_first=self.first.isChecked())
            self.table.measure()
            if self.beads.rowCount():
                last = len(row.alignment.beads) - 1
                at = self.beads.row_of(min(place, last)) if place >= 0 else 0
                self.table.setCurrentIndex(self.beads.index(at, 1))
        self._refresh()

    def _refresh(self) -> None:
        self.stack.setCurrentIndex(1 if self.pairs.rows else 0)
        self.told.setVisible(bool(self.told.text()))
        self.form.button.setEnabled(not self._is_busy)
        waiting = [row for row in self.pairs.rows if not row.is_kept]
        self.one_button.setEnabled(self.row is not None and not self.row.is_kept)
        self.all_button.setEnabled(bool(waiting))

    # -- editing --------------------------------------------------------------------------------------------

    def put(self, row: Row, alignment: Alignment, left_out: frozenset[BeadKey]) -> None:
        """A pair's beads as they are now."""
        current = self.table.currentIndex()
        place = self.beads.place(current.row()) if current.isValid() and row is self.row else -1
        row.alignment, row.left_out = alignment, left_out
        self.pairs.touch(row)
        if row is self.row:
            self._show(place=place)

    def _edit(self, words: str, change: Callable[[Alignment, int], Alignment]) -> None:
        row, at = self.row, self.table.currentIndex()
        if row is None or not at.isValid() or row.is_kept:
            return
        try:
            after = change(row.alignment, self.beads.place(at.row()))
        except ComunicadoError as error:
            self.desk.notify_error(error)
            return
        self.desk.undo_stack.push(_Edit(self, words, row, (after, row.left_out)))

    def _mover(self, side: str, *, down: bool) -> Callable[[], None]:
        return lambda: self._edit(
            _("Move sentence"), lambda alignment, at: beads.shifted(alignment, at, side=side, down=down)
        )

    def mark_right(self) -> None:
        """A person looked: the row is sure. Goes on to the next doubtful one."""

        def sure(alignment: Alignment, at: int) -> Alignment:
            changed = list(alignment.beads)
            changed[at] = replace(changed[at], confidence=1.0)
            return replace(alignment, beads=tuple(changed))

        self._edit(_("Mark row as right"), sure)
        row = self.row
        if row is not None:
            following = [at for at, bead in enumerate(row.alignment.beads) if is_doubtful(bead)]
            if following:
                self.table.setCurrentIndex(self.beads.index(self.beads.row_of(following[0]), 1))

    def leave_out(self) -> None:
        """Keep the row out of the memory, or take it in again."""
        row, at = self.row, self.table.currentIndex()
        if row is None or not at.isValid() or row.is_kept:
            return
        key = key_of(row.alignment.beads[self.beads.place(at.row())])
        self.desk.undo_stack.push(_Edit(self, _("Leave row out"), row, (row.alignment, row.left_out ^ {key})))

    # -- keeping --------------------------------------------------------------------------------------------

    def keep_one(self) -> None:
        """Put the shown pair into the memory; rows still doubtful go along: they were on the screen."""
        row = self.row
        if row is not None and not row.is_kept:
            self._keep([row], unseen_doubts=True)

    def keep_all(self) -> None:
        """Put every pair into the memory without the rows that are still doubtful."""
        self._keep([row for row in self.pairs.rows if not row.is_kept], unseen_doubts=False)

    def _keep(self, rows: list[Row], *, unseen_doubts: bool) -> None:
        wanted = [
            (
                replace(row.pair, alignment=row.alignment),
                frozenset(
                    at
                    for at, bead in enumerate(row.alignment.beads)
                    if key_of(bead) in row.left_out or (is_doubtful(bead) and not unseen_doubts)
                ),
            )
            for row in rows
        ]
        self.desk.deed(
            lambda uow: keep_pairs(uow, wanted),
            while_alive(self, lambda added: self._kept(rows, added)),
            initiator=_INITIATOR,
            label=_("Adding to the memory"),
        )

    def _kept(self, rows: list[Row], added: Added) -> None:
        for row in rows:
            row.first = added.first if added.count else 0
            row.is_kept = True
            self.pairs.touch(row)
        self._refresh()
        words = ngettext("{count} unit added to the memory.", "{count} units added to the memory.", added.count)
        self.desk.notify(
            words.format(count=added.count), "ok", action_label=_("Undo"), action=self.desk.undo_stack.undo
        )

    def _hear(self, changes: ChangeSet) -> None:
        """Undo takes units out of the memory again, redo puts them back: ask which pairs are in it now."""
        firsts = {row.first for row in self.pairs.rows if row.first}
        if firsts and changes.touches(UNIT):
            self.desk.run(
                lambda uow: {first for first in firsts if uow.memory.at([first])},
                while_alive(self, self._told_kept),
                key="align.kept",
                flush=False,
            )

    def _told_kept(self, there: set[int]) -> None:
        for row in self.pairs.rows:
            if row.first and row.is_kept != (row.first in there):
                row.is_kept = row.first in there
                self.pairs.touch(row)
        self._refresh()
