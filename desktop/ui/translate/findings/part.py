"""Findings beside the grid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu

from desktop.domain.changes import DISMISSAL, SETTING, ChangeSet
from desktop.domain.dismissal import Dismissal, sort_out
from desktop.domain.finding import Finding, with_fix
from desktop.domain.richtext import RichText
from desktop.domain.segment import PairedSegment, SegmentOrigin
from desktop.i18n import _
from desktop.services.translating import Grid
from desktop.ui.findings.words import LOOKS, fix_in_words
from desktop.ui.terms.desk_terms import desk_terms
from desktop.ui.text.alive import while_alive
from desktop.ui.text.projection import point_in_block
from desktop.ui.text.underlining import LINE, Underline
from desktop.ui.translate.findings import deeds, looking
from desktop.ui.translate.findings.section import GridFindings
from desktop.ui.translate.part import GridPart, PartSection

if TYPE_CHECKING:
    from desktop.translation.checks.context import Pair, PairFacts
    from desktop.translation.checks.engine import PairEngine
    from desktop.ui.translate.page import GridPage

LAYER = "findings"
#: This check has waves of its own under the words.
WAVED = "pair-spelling"
#: How long after the last key the sentence is looked at, and how long after the grid was shown the checks are loaded.
AFTER_KEYS_MS, FIRST_AFTER_MS = 300, 400


class FindingsPart(GridPart):
    """A key only starts a timer. Answers that are late are dropped: another version, or words typed since.

    ``findings`` are those of the version that nobody dismissed. The header's filter and the marks of the rows follow them.
    """

    def __init__(self, page: GridPage) -> None:
        super().__init__(page)
        self.list = GridFindings()
        self.findings: tuple[Finding, ...] = ()
        self._found: tuple[Finding, ...] = ()
        self._pairs: tuple[Pair, ...] = ()
        self._dismissals: tuple[Dismissal, ...] = ()
        self._dismissed: tuple[tuple[Finding, Dismissal], ...] = ()
        self._titles: dict[str, str] = {}
        self._made: tuple[PairEngine, PairFacts] | None = None
        self._version_id = ""
        self._typed: tuple[str, RichText] | None = None
        self._terms = desk_terms(page.desk)
        self._first = QTimer(self, singleShot=True, interval=FIRST_AFTER_MS)
        self._first.timeout.connect(self._read)
        self._rest = QTimer(self, singleShot=True, interval=AFTER_KEYS_MS)
        self._rest.timeout.connect(self._look)
        self._terms.changed.connect(self._read_again)
        card = self.list.card
        self.list.chosen.connect(self.jump)
        self.list.taken_back.connect(self._take_back)
        card.fixed.connect(self.fix)
        card.all_fixed.connect(self._fix_kind)
        card.dismissed.connect(lambda finding, everywhere: self.dismiss(finding, is_everywhere=everywhere))
        card.explained.connect(self._explain)
        card.switched_off.connect(self._switch_off)
        self._register()

    def _register(self) -> None:
        add = partial(self.page.desk.actions.add, owner=self.page, screen="translate")
        add("translate.next-finding", _("Go to the next finding"), "F9", self.go_to_next)
        add("translate.previous-finding", _("Go to the previous finding"), "Shift+F9", partial(self.go_to_next, -1))
        add("translate.fix-finding", _("Put the finding right"), "Ctrl+.", self.fix_current)
        add("translate.dismiss-finding", _("Dismiss the finding"), "Ctrl+Shift+.", self.dismiss_current)

    def section(self) -> PartSection:
        return PartSection(_("Findings"), self.list, 20)

    # -- looking --------------------------------------------------------------------------------------------

    def shown(self, grid: Grid) -> None:
        if grid.version.id != self._version_id:
            self._version_id = grid.version.id
            self._made, self._found, self._pairs, self._typed = None, (), (), None
            self._show()
            self._terms.load()
            self._first.start()
        elif self._made is not None:
            self._rest.start()

    def row_changed(self, pair: PairedSegment | None) -> None:
        self._typed = None
        self._show()

    def typed(self, text: RichText) -> None:
        self._typed = (self.page.view.active_id, text)
        if self._made is None:
            if self._first.isActive():
                self._first.start()
        else:
            self._rest.start()

    def hear(self, changes: ChangeSet) -> None:
        if changes.touches(SETTING) or changes.touches(DISMISSAL):
            self._read()

    def leave(self) -> None:
        self._first.stop()
        self._rest.stop()

    def _read_again(self) -> None:
        if self._version_id and not self._first.isActive():
            self._read()

    def _read(self) -> None:
        version_id, tools = self._version_id, self.page.desk.tools
        if version_id:
            self.page.desk.run(
                lambda uow: looking.gather(uow, tools, version_id),
                while_alive(self, partial(self._make, version_id)),
                key="translate.check-facts",
                flush=False,
            )

    def _make(self, version_id: str, given: looking.Gathered) -> None:
        grid, tools, index = self.page.grid, self.page.desk.tools, self._terms.index
        if grid is None or grid.version.id != version_id:
            return
        self._dismissals = given.dismissals
        self._show()
        self.page.desk.compute(
            lambda: looking.make_facts(tools, grid, given.profile, index),
            while_alive(self, partial(self._take_facts, version_id)),
            key="translate.make-checks",
        )

    def _take_facts(self, version_id: str, made: tuple[PairEngine, PairFacts]) -> None:
        if version_id == self._version_id:
            self._made = made
            self._look()

    def _look(self) -> None:
        grid, made, typed = self.page.grid, self._made, self._typed
        if grid is None or made is None or grid.version.id != self._version_id:
            return

        def work() -> tuple[tuple[Pair, ...], tuple[Finding, ...], dict[str, str]]:
            pairs = looking.pairs_of(grid)
            if typed is not None:
                pairs = tuple(replace(p, target=typed[1]) if p.id == typed[0] else p for p in pairs)
            return looking.look(*made, pairs)

        self.page.desk.compute(work, while_alive(self, partial(self._take, self._version_id)), key="translate.findings")

    def _take(self, version_id: str, answer: tuple[tuple[Pair, ...], tuple[Finding, ...], dict[str, str]]) -> None:
        if version_id == self._version_id:
            self._pairs, self._found, self._titles = answer
            self._show()

    # -- showing --------------------------------------------------------------------------------------------

    def _show(self) -> None:
        self.findings, self._dismissed = sort_out(self._found, self._dismissals)
        active = self.page.view.active_id
        numbers = {pair.segment.id: pair.number for pair in self.page.model.pairs}
        self.list.set_place(active, numbers)
        self.list.show_findings(self.findings, self._dismissed, self._titles)
        self._count()
        counts = Counter(each.block_id for each in self.findings)
        gravest: dict[str, Finding] = {}
        for each in self.findings:
            if each.block_id not in gravest or each.severity.rank < gravest[each.block_id].severity.rank:
                gravest[each.block_id] = each
        marks = {segment_id: (gravest[segment_id].severity, count) for segment_id, count in counts.items()}
        self.page.model.set_findings(marks)
        self.page.header.set_found(frozenset(counts))
        self._underline(active)

    def _count(self) -> None:
        section = self.list.parentWidget()
        while section is not None and not hasattr(section, "set_count"):
            section = section.parentWidget()
        if section is not None:
            section.set_count(str(len(self.findings)) if self.findings else "")

    def _underline(self, active: str) -> None:
        text = next((pair.target.text for pair in self._pairs if pair.id == active), "")
        lines = tuple(
            Underline(each.start, each.end, LOOKS[each.severity][1], LINE, each.key)
            for each in self.findings
            if each.block_id == active and each.end > each.start and each.check != WAVED
        )
        self.page.view.cell.edit.show_underlines(LAYER, text, lines)

    # -- doing ----------------------------------------------------------------------------------------------

    def jump(self, finding: Finding) -> None:
        """Go to a finding's sentence and select its place."""
        if not self.page.view.activate(finding.block_id, edit=True):
            self.page.header.show_all()
            if not self.page.view.activate(finding.block_id, edit=True):
                return
        text = self.page.view.cell.edit.text_now().text
        if finding.end > finding.start and text[finding.start : finding.end] == finding.found:
            self.page.view.cell.edit.select_text(finding.start, finding.end)

    def go_to_next(self, step: int = 1) -> None:
        """Choose the finding after (or before) the cursor, around the end, and go there."""
        numbers = {pair.segment.id: pair.number for pair in self.page.model.pairs}
        ordered = sorted(self.findings, key=lambda each: (numbers.get(each.block_id, 0), each.start))
        if not ordered:
            self.page.desk.notify(_("Nothing to put right was found."))
            return
        current = self.list.current()
        here = (numbers.get(self.page.view.active_id, 0), point_in_block(self.page.view.cell.edit.textCursor()))
        if current in ordered and current.block_id == self.page.view.active_id:
            chosen = ordered[(ordered.index(current) + step) % len(ordered)]
        else:
            behind = [each for each in ordered if (numbers.get(each.block_id, 0), each.start) >= here]
            before = [each for each in ordered if (numbers.get(each.block_id, 0), each.end) < here]
            chosen = (behind or ordered)[0] if step > 0 else (before or ordered)[-1]
        self.jump(chosen)
        self.list.choose(chosen)

    def at(self, point: int) -> list[Finding]:
        """The findings at a place of the active translation as it is now."""
        keys = [each.key for each in self.page.view.cell.edit.underlines(LAYER) if each.start <= point <= each.end]
        return [each for each in self.findings if each.key in keys]

    def _at_hand(self) -> Finding | None:
        at = self.at(point_in_block(self.page.view.cell.edit.textCursor()))
        here = [each for each in self.findings if each.block_id == self.page.view.active_id]
        current = self.list.current()
        if current is not None and (current in at or (current in here and not at)):
            return current
        return next(iter(at or here), None) or current

    def fix_current(self) -> None:
        """Put the finding at the cursor right, else the chosen one or the sentence's first."""
        finding = self._at_hand()
        if finding is None or finding.fix is None:
            here = [each for each in self.findings if each.block_id == self.page.view.active_id and each.fix]
            finding = here[0] if here else None
        if finding is None:
            self.page.desk.notify(_("There is no finding here that can be put right by itself."))
        else:
            self.fix(finding)

    def dismiss_current(self) -> None:
        """Dismiss the finding at the cursor, else the chosen one or the sentence's first."""
        finding = self._at_hand()
        if finding is not None:
            self.dismiss(finding)

    def fix(self, finding: Finding) -> None:
        """Put a finding right in the translation's editor, as typing would: Ctrl+Z takes it back at once."""
        pair = next((each for each in self._pairs if each.id == finding.block_id), None)
        if pair is None or not self.page.view.activate(finding.block_id, edit=True):
            return
        edit = self.page.view.cell.edit
        if edit.text_now() != pair.target or finding.fix is None:
            self.page.desk.notify(_("The text changed meanwhile; please look again."))
        else:
            self.page.copy_in(with_fix(pair.target, finding.fix.edits), SegmentOrigin.TYPED)
            first = min(each.start for each in finding.fix.edits)
            edit.select_text(first, first)
        self._look()

    def _fix_kind(self, finding: Finding) -> None:
        """Put all of a kind right in one deed, which undo takes back."""
        self.page.saver.save()
        kind = [each for each in self.findings if each.check == finding.check and each.fix]
        version_id, pairs = self._version_id, {pair.id: pair for pair in self._pairs}
        wanted = deeds.whole_texts(kind, pairs)
        self.page.desk.deed(lambda uow: deeds.put_all_right(uow, version_id, wanted))

    def dismiss(self, finding: Finding, *, is_everywhere: bool = False) -> None:
        """Call a finding right; it is gone from the list until somebody shows it again."""
        grid = self.page.grid
        if grid is not None:
            self.page.desk.deed(lambda uow: deeds.dismiss(uow, grid.version, finding, is_everywhere=is_everywhere))

    def _take_back(self, dismissal: Dismissal) -> None:
        self.page.desk.deed(lambda uow: deeds.take_back(uow, dismissal))

    def _switch_off(self, check: str) -> None:
        tools = self.page.desk.tools
        self.page.desk.deed(lambda uow: deeds.switch_off(uow, tools, check))

    def _explain(self, check: str) -> None:
        self.page.desk.help_wanted.emit(f"pair-checks/{check}")

    def add_to_menu(self, menu: QMenu, point: int) -> None:
        for finding in self.at(point)[:3]:
            says = menu.addAction(finding.message)
            says.setEnabled(False)
            if finding.fix is not None:
                menu.addAction(fix_in_words(finding.fix), partial(self.fix, finding))
            menu.addAction(_("Dismiss here"), partial(self.dismiss, finding))
            menu.addAction(_("Dismiss in all texts"), partial(self.dismiss, finding, is_everywhere=True))
            menu.addAction(_("Why?"), partial(self._explain, finding.check))
            menu.addSeparator()


def rows_with_findings(findings: Sequence[Finding]) -> frozenset[str]:
    """The ids of the sentences that some findings are in."""
    return frozenset(each.block_id for each in findings)
