"""Spelling on the page: waves under wrong words, suggestions in menu and inspector, F7 from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from desktop.domain.changes import ChangeSet
from desktop.domain.document import Block, Document
from desktop.editorial.spelling.misspellings import Misspelling
from desktop.editorial.spelling.rechecking import Checked, recheck
from desktop.i18n import _
from desktop.services import spelling
from desktop.services.releases import OpenRelease
from desktop.ui.editor.page_deeds import replace_points
from desktop.ui.editor.part import EditorPart, PartSection
from desktop.ui.editor.sections.spelling import SpellingSection
from desktop.ui.editor.underlines import Underline
from desktop.ui.spelling.desk_speller import desk_speller
from desktop.ui.spelling.menu import add_spelling_entries
from desktop.ui.spelling.preferences import CHECK_PREFERENCE
from desktop.ui.text.alive import while_alive
from desktop.ui.text.projection import point_in_block

if TYPE_CHECKING:
    from desktop.ui.editor.screen import EditorScreen

LAYER = "spelling"


Entry = tuple[Block, tuple[Misspelling, ...]]
Held = tuple[str, int, int]
Waves = tuple[str, list[Underline]]


def _waves(entry: Entry, held: Held | None) -> Waves:
    block, found = entry
    told = [m for m in found if (m.block_id, m.start, m.end) != held]
    return block.text.text, [Underline(m.start, m.end, "problem", key=m.word) for m in told]


class SpellingPart(EditorPart):
    """What is looked up is looked up in the pool, and only in blocks that changed. The key path does nothing."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self.list = SpellingSection()
        self.checked = Checked()
        self._version_id = ""
        self._ignored: frozenset[str] = frozenset()
        #: The word being typed, ``(block id, start, end)``: no wave yet.
        self._held: Held | None = None
        self._drawn: dict[str, tuple[Entry, Held | None, Waves]] = {}
        self._speller = desk_speller(screen.desk)
        self._speller.changed.connect(self._check_again)
        screen.page.cursorPositionChanged.connect(self._let_go)
        self.list.chosen.connect(self._look)
        self.list.replaced.connect(self._replace_all)
        self.list.personal.connect(lambda key: self._speller.add_to_personal(*key))
        self.list.office.connect(lambda key: self._speller.add_to_office(*key))
        self.list.ignored.connect(lambda key: self._speller.ignore(self._version_id, key[0]))
        add = screen.desk.actions.add
        add("editor.next-misspelling", _("Go to the next misspelling"), "F7", self.next, owner=screen, screen="editor")

    def section(self) -> PartSection:
        return PartSection(_("Spelling"), self.list, 5, is_open=False, follows_count=True)

    def opened(self, release: OpenRelease) -> None:
        if release.source.id != self._version_id:
            self._version_id = release.source.id
            self.checked = Checked()
            self._speller.load()
            self._read_ignored()

    def hear(self, changes: ChangeSet) -> None:
        if spelling.ignores_changed(changes, self._version_id):
            self._read_ignored()

    def _read_ignored(self) -> None:
        version_id = self._version_id

        def take(words: frozenset[str]) -> None:
            self._ignored = words
            self._check_again()

        self.screen.desk.run(
            lambda uow: spelling.ignored_words(uow, version_id),
            while_alive(self, take),
            key="editor.spelling.ignored",
            flush=False,
        )

    # -- checking -------------------------------------------------------------------------------------------

    def _check_again(self) -> None:
        if self._version_id:
            self.follow(self.screen.page.current())

    def follow(self, document: Document) -> None:
        speller, before, ignored = self._speller.speller, self.checked, self._ignored
        if speller is None:
            return
        if self.screen.desk.preferences.get(CHECK_PREFERENCE, "on") == "off":
            self.checked = Checked()
            self._show()
            return

        def take(checked: Checked) -> None:
            was = self.checked
            self.checked = checked
            self._hold_back(was)
            self._show()

        self.screen.desk.compute(
            lambda: recheck(document, speller, ignored, before), while_alive(self, take), key="editor.spelling"
        )

    def _hold_back(self, was: Checked) -> None:
        """A word with the cursor at it, in a block just typed in, is not told on before it is finished."""
        self._held = None
        block_id, point = self.screen.page.place()
        old, now = was.blocks.get(block_id), self.checked.blocks.get(block_id)
        if old is None or now is None or old[0].text == now[0].text:
            return
        if not self.screen.page.hasFocus() or self.screen.page.textCursor().hasSelection():
            return
        self._held = next(((block_id, m.start, m.end) for m in now[1] if m.start < point <= m.end), None)

    def _let_go(self) -> None:
        if self._held is None:
            return
        block_id, start, end = self._held
        at, point = self.screen.page.place()
        if at != block_id or not start < point <= end + 1:
            self._held = None
            self._show()

    def _show(self) -> None:
        drawn = {}
        for block_id, entry in self.checked.blocks.items():
            if entry[1]:
                held = self._held if self._held and self._held[0] == block_id else None
                old = self._drawn.get(block_id)
                drawn[block_id] = (
                    old if old and old[0] is entry and old[1] == held else (entry, held, _waves(entry, held))
                )
        self._drawn = drawn
        self.screen.page.underlines.show(LAYER, {block_id: waves for block_id, (_e, _h, waves) in drawn.items()})
        count = self.list.show_found(self.checked.found, self._missing())
        self.screen.side.section_of(self.list).set_count(str(count) if count else "")

    def _missing(self) -> str:
        return "" if self.checked.has_dictionary else self._speller.missing_sentence(self.checked.language)

    # -- one word -------------------------------------------------------------------------------------------

    def at(self, block_id: str, point: int) -> Misspelling | None:
        """The misspelling at a place in the text, as it stands now."""
        known = self.checked.blocks.get(block_id)
        for layer, each in self.screen.page.underlines.at(block_id, point):
            if layer == LAYER and known is not None:
                language = next((m.language for m in known[1] if m.word == each.key), self.checked.language)
                return Misspelling(block_id, each.start, each.end, each.key, language)
        return None

    def add_to_menu(self, menu: QMenu, block_id: str, point: int) -> None:
        found = self.at(block_id, point)
        if found is not None:
            add_spelling_entries(
                menu,
                self._speller,
                found.word,
                found.language,
                self._version_id,
                lambda text: replace_points(self.screen.page, ((found.block_id, found.start, found.end),), text),
            )

    def next(self) -> bool:
        """Select the next misspelling after the cursor, going round at the end; whether there is one."""
        page, found = self.screen.page, self.checked.found
        if not found:
            self.screen.desk.notify(self._missing() or _("No misspelled words."))
            return False
        order = {block_id: place for place, block_id in enumerate(page.ledger.ids)}
        cursor = page.textCursor()
        block_id, _point = page.place()
        start = QTextCursor(cursor)
        start.setPosition(cursor.selectionEnd())
        here = (order.get(block_id, 0), point_in_block(start) + (1 if cursor.hasSelection() else 0))
        later = [m for m in found if (order.get(m.block_id, -1), m.end) > here and (m.block_id in order)]
        self._select((later or list(found))[0])
        return True

    def _select(self, each: Misspelling) -> None:
        self.screen.page.go_to(each.block_id, each.start, each.end - each.start)
        self.screen.page.setFocus()
        self._turn_to((each.word, each.language))

    def _look(self, key: tuple[str, str]) -> None:
        """Go to the next place of a word of the list."""
        places = [m for m in self.checked.found if (m.word, m.language) == key]
        if not places:
            return
        block_id, point = self.screen.page.place()
        here = next((n for n, m in enumerate(places) if m.block_id == block_id and m.start <= point <= m.end), -1)
        is_turned = self.list.current == key
        self._select(places[(here + 1) % len(places)] if is_turned or here < 0 else places[here])

    def _turn_to(self, key: tuple[str, str]) -> None:
        self.list.show_word(key)
        self._speller.suggest(*key, while_alive(self.list, lambda found: self.list.show_offers(key, found)))

    def _replace_all(self, key: tuple[str, str], text: str) -> None:
        places = tuple((m.block_id, m.start, m.end) for m in self.checked.found if (m.word, m.language) == key)
        replace_points(self.screen.page, places, text, key[0])
        self.screen.page.setFocus()
