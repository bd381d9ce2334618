"""House-style findings beside the page: looked for in the pool, shown, put right, dismissed."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.domain.changes import DISMISSAL, SETTING, ChangeSet
from desktop.domain.dismissal import Dismissal
from desktop.domain.document import Document
from desktop.domain.finding import Finding
from desktop.i18n import _, ngettext
from desktop.services.releases import OpenRelease
from desktop.services.tools import Tools
from desktop.ui.editor.finding_deeds import apply_fixes
from desktop.ui.editor.part import EditorPart, PartSection
from desktop.ui.editor.underlines import LINE, Underline
from desktop.ui.findings.section import FindingsSection
from desktop.ui.findings.words import LOOKS, fix_in_words
from desktop.ui.text.alive import while_alive

if TYPE_CHECKING:
    from desktop.editorial.checks.engine import CheckEngine
    from desktop.editorial.checks.facts import CheckFacts
    from desktop.services.checking import CheckedText
    from desktop.ui.editor.screen import EditorScreen

LAYER = "findings"
#: How long after the last change the text is looked at, and how long a person who never pauses waits, in milliseconds.
AFTER_KEYS_MS, AT_LATEST_MS = 500, 4000
#: When the checks are loaded after the page was opened; keys put it off, so that nobody's first words wait for them.
FIRST_AFTER_MS = 400
_LONGEST_LINE = 240


class FindingsPart(EditorPart):
    """Asks the database for the facts, the pool for the findings, and shows what is not dismissed.

    The engine and its checks are made in the pool, when the first text is open.
    """

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self.list = FindingsSection()
        self._facts: CheckFacts | None = None
        self._engine: CheckEngine | None = None
        self._dismissals: tuple[Dismissal, ...] = ()
        self._found_in: Document | None = None
        self._found: tuple[Finding, ...] = ()
        self._titles: dict[str, str] = {}
        self._version_id = ""
        self._told: object = None
        self._rest = QTimer(self, singleShot=True, interval=AFTER_KEYS_MS)
        self._patience = QTimer(self, singleShot=True, interval=AT_LATEST_MS)
        self._first = QTimer(self, singleShot=True, interval=FIRST_AFTER_MS)
        self._first.timeout.connect(self._warm)
        self._rest.timeout.connect(self._look_now)
        self._patience.timeout.connect(self._look_now)
        card = self.list.card
        self.list.chosen.connect(self._jump)
        self.list.taken_back.connect(self._take_back)
        card.fixed.connect(lambda finding: self.fix([finding]))
        card.all_fixed.connect(self._fix_kind)
        card.dismissed.connect(lambda finding, everywhere: self.dismiss(finding, is_everywhere=everywhere))
        card.explained.connect(self._explain)
        card.switched_off.connect(self._switch_off)
        self._actions = self._register()

    def _register(self) -> tuple[QAction, ...]:
        add = partial(self.screen.desk.actions.add, owner=self.screen, screen="editor")
        return (
            add("editor.next-finding", _("Go to the next finding"), "F9", self.go_to_next),
            add("editor.previous-finding", _("Go to the previous finding"), "Shift+F9", partial(self.go_to_next, -1)),
            add("editor.fix-finding", _("Put the finding right"), "Ctrl+.", self.fix_current),
            add("editor.dismiss-finding", _("Dismiss the finding"), "Ctrl+Shift+.", self.dismiss_current),
        )

    def section(self) -> PartSection:
        return PartSection(_("Findings"), self.list, 5, is_open=False, follows_count=True)

    # -- finding --------------------------------------------------------------------------------------------

    def opened(self, release: OpenRelease) -> None:
        if release.source.id != self._version_id:
            self._version_id = release.source.id
            self._facts, self._dismissals, self._found_in, self._found = None, (), None, ()
            self._show()
        told = (release.source.id, release.release.type, release.release.embargo_at)
        if told != self._told:  # an autosave refreshes the release too, and changes nothing that a check is told
            self._told = told
            self._read()

    def hear(self, changes: ChangeSet) -> None:
        if changes.touches(SETTING) or changes.touches(DISMISSAL):
            self._read()

    def _read(self) -> None:
        """Ask for the facts anew; the text is looked at when they come."""
        if self._engine is None:
            self._first.start()
            self._patience.start()
        else:
            self._gather()

    def _warm(self) -> None:
        """Load the checks and their tables in the pool: the database worker must be free for the next autosave."""
        self._first.stop()
        self._patience.stop()
        opened, tools = self.screen.opened, self.screen.desk.tools
        if opened is not None:
            self.screen.desk.compute(
                partial(_make_engine, tools, opened.source.language), while_alive(self, self._take_engine)
            )

    def _take_engine(self, engine: CheckEngine) -> None:
        self._engine = engine
        self._gather()

    def _gather(self) -> None:
        opened, tools = self.screen.opened, self.screen.desk.tools
        if opened is None:
            return

        def gather(uow: object) -> tuple[CheckFacts, tuple[Dismissal, ...]]:
            from desktop.services import checking  # noqa: PLC0415 - lazy: forty checks, after the page is there

            facts = checking.gather_facts(uow, tools, opened.release, opened.source.language)  # type: ignore[arg-type]
            return facts, uow.dismissals.of_version(opened.source.id)  # type: ignore[attr-defined]

        self.screen.desk.run(gather, while_alive(self, self._take_facts), key="editor.check-facts", flush=False)

    def _take_facts(self, given: tuple[CheckFacts, tuple[Dismissal, ...]]) -> None:
        self._facts, self._dismissals = given
        self._look_now()

    def follow(self, document: Document) -> None:
        """Look when the keys rest, or once in a while where they do not."""
        if self._engine is None:
            if self._first.isActive():
                self._first.start()
            return
        if self._found_in is None:
            self._look_at(document)
            return
        self._rest.start()
        if not self._patience.isActive():
            self._patience.start()

    def _look_now(self) -> None:
        if self._engine is None:
            self._warm()
            return
        self._look_at(self.screen.page.current())

    def _look_at(self, document: Document) -> None:
        self._rest.stop()
        self._patience.stop()
        facts, engine = self._facts, self._engine
        if facts is None or engine is None or not self._version_id:
            return
        self.screen.desk.compute(
            partial(_look, engine, document, facts), while_alive(self, self._take), key="editor.findings"
        )

    def _take(self, answer: tuple[Document, tuple[Finding, ...], dict[str, str]]) -> None:
        document, found, titles = answer
        if document.id == self._version_id or self._found_in is None:
            self._found_in, self._found, self._titles = document, found, titles
            self._show()

    def _show(self) -> None:
        checked = self._sorted()
        open_ = checked.findings if checked else ()
        self.list.show_findings(open_, checked.dismissed if checked else (), self._titles)
        self.screen.side.section_of(self.list).set_count(str(len(open_)) if open_ else "")
        self.screen.page.underlines.show(LAYER, self._layer(open_))

    def _sorted(self) -> CheckedText | None:
        opened, document = self.screen.opened, self._found_in
        if opened is None or document is None:
            return None
        from desktop.services.checking import sort_text  # noqa: PLC0415 - lazy: see the class

        return sort_text(opened.source, document, self._found, self._dismissals)

    def _layer(self, findings: Sequence[Finding]) -> dict[str, tuple[str, list[Underline]]]:
        layer: dict[str, tuple[str, list[Underline]]] = {}
        for finding in findings:
            block = self._found_in.block(finding.block_id) if self._found_in else None
            if block is None or finding.end <= finding.start:
                continue
            end = min(finding.end, finding.start + _LONGEST_LINE)
            line = Underline(finding.start, end, LOOKS[finding.severity][1], LINE, finding.key)
            layer.setdefault(block.id, (block.text.text, []))[1].append(line)
        return layer

    # -- doing ----------------------------------------------------------------------------------------------

    def _jump(self, finding: Finding) -> None:
        self.screen.show_page()
        self.screen.page.go_to(finding.block_id, finding.start, finding.end - finding.start)

    def go_to_next(self, step: int = 1) -> None:
        """Choose the finding after (or before) the cursor, around the end, and select its place."""
        places = {block_id: number for number, block_id in enumerate(self.screen.page.ids_now())}
        ordered = sorted(self.list.findings, key=lambda each: (places.get(each.block_id, -1), each.start))
        if not ordered:
            self.screen.desk.notify(_("Nothing to put right was found."))
            return
        block_id, point = self.screen.page.place()
        here = (places.get(block_id, 0), point)
        current = self.list.current()
        if current in ordered and self._is_selected(current):
            chosen = ordered[(ordered.index(current) + step) % len(ordered)]
        else:
            behind = [each for each in ordered if (places.get(each.block_id, -1), each.start) >= here]
            before = [each for each in ordered if (places.get(each.block_id, -1), each.end) < here]
            chosen = (behind or ordered)[0] if step > 0 else (before or ordered)[-1]
        self.list.choose(chosen)
        self.screen.side.section_of(self.list).set_open(True)
        self._jump(chosen)

    def _is_selected(self, finding: Finding) -> bool:
        block_id, point = self.screen.page.place()
        return block_id == finding.block_id and finding.start <= point <= finding.end

    def fix_current(self) -> None:
        """Put the chosen finding right, or the one at the cursor."""
        finding = self._at_hand()
        if finding is not None and finding.fix is not None:
            self.fix([finding])
        else:
            self.screen.desk.notify(_("There is no finding here that can be put right by itself."))

    def dismiss_current(self) -> None:
        """Dismiss the chosen finding, or the one at the cursor."""
        finding = self._at_hand()
        if finding is not None:
            self.dismiss(finding)

    def _at_hand(self) -> Finding | None:
        return next(iter(self.at(*self.screen.page.place())), None) or self.list.current()

    def at(self, block_id: str, point: int) -> list[Finding]:
        """The findings at a place of the text as it is now."""
        keys = [line.key for layer, line in self.screen.page.underlines.at(block_id, point) if layer == LAYER]
        return [each for each in self.list.findings if each.key in keys]

    def fix(self, findings: Sequence[Finding]) -> None:
        """Carry out fixes on the page; Ctrl+Z takes them back at once."""
        if self._found_in is None:
            return
        done = apply_fixes(self.screen.page, self._found_in, findings)
        if not done:
            self.screen.desk.notify(_("The text changed meanwhile; please look again."))
        elif len(findings) > 1:
            words = ngettext("{count} place was put right.", "{count} places were put right.", done)
            self.screen.desk.notify(words.format(count=done), "ok")
        self._look_now()

    def _fix_kind(self, finding: Finding) -> None:
        self.fix([each for each in self.list.findings if each.check == finding.check and each.fix])

    def dismiss(self, finding: Finding, *, is_everywhere: bool = False) -> None:
        """Call a finding right; it is gone from the list until somebody shows it again."""
        from desktop.services import checking  # noqa: PLC0415 - lazy: see the class

        opened = self.screen.opened
        if opened is not None:
            self.screen.desk.deed(
                lambda uow: checking.dismiss(uow, opened.source, finding, is_everywhere=is_everywhere)
            )

    def _take_back(self, dismissal: Dismissal) -> None:
        from desktop.services import checking  # noqa: PLC0415 - lazy: see the class

        self.screen.desk.deed(lambda uow: checking.take_back(uow, dismissal))

    def _switch_off(self, check: str) -> None:
        from desktop.services import checking  # noqa: PLC0415 - lazy: see the class

        tools = self.screen.desk.tools
        self.screen.desk.deed(lambda uow: checking.switch_check(uow, tools, check, is_on=False))

    def leave(self) -> None:
        self._told = None  # when this screen is entered again the day may be another
        self._first.stop()
        self._rest.stop()
        self._patience.stop()

    def _explain(self, check: str) -> None:
        self.screen.desk.help_wanted.emit(f"checks/{check}")

    def add_to_menu(self, menu: QMenu, block_id: str, point: int) -> None:
        for finding in self.at(block_id, point)[:3]:
            says = menu.addAction(finding.message)
            says.setEnabled(False)
            if finding.fix is not None:
                menu.addAction(fix_in_words(finding.fix), partial(self.fix, [finding]))
            menu.addAction(_("Dismiss here"), partial(self.dismiss, finding))
            menu.addAction(_("Dismiss in all texts"), partial(self.dismiss, finding, is_everywhere=True))
            menu.addAction(_("Why?"), partial(self._explain, finding.check))
            menu.addSeparator()


def _make_engine(tools: Tools, language: str) -> CheckEngine:
    """In the pool."""
    from desktop.services import checking  # noqa: PLC0415 - lazy: forty checks, after the page is there

    return checking.make_engine(tools, language)


def _look(
    engine: CheckEngine, document: Document, facts: CheckFacts
) -> tuple[Document, tuple[Finding, ...], dict[str, str]]:
    """In the pool."""
    found = engine.run(document, facts, breathe=partial(time.sleep, 0))
    return document, found, {check.name: _(check.title) for check in engine.checks}
