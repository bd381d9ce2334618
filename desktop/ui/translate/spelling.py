"""Spelling and typography of the sentence that is being translated, in the target's language."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenu

from desktop.domain.document import Document
from desktop.domain.richtext import RichText
from desktop.editorial.spelling.misspellings import in_text, own_names
from desktop.editorial.spelling.speller import Speller
from desktop.editorial.spelling.words import Word
from desktop.editorial.typing_rules import TypingRules, rules_for
from desktop.i18n import _
from desktop.services import spelling
from desktop.ui.desk import Desk
from desktop.ui.spelling.desk_speller import desk_speller
from desktop.ui.spelling.menu import add_spelling_entries
from desktop.ui.spelling.preferences import CHECK_PREFERENCE
from desktop.ui.text.alive import while_alive
from desktop.ui.text.correcting import PREFERENCE, STYLE_PREFERENCE, correct_typed
from desktop.ui.text.projection import point_in_block, select_points
from desktop.ui.text.underlining import Underline
from desktop.ui.translate.target_edit import TargetEdit

CHECK_AFTER_MS = 300
_KEY = "translate.spelling"
_LAYER = "spelling"


class CellSpelling(QObject):
    """A key only starts a timer; the look-up is done in the pool. Main thread."""

    def __init__(self, desk: Desk, edit: TargetEdit) -> None:
        super().__init__(edit)
        self._desk, self._edit = desk, edit
        self._language, self._version_id = "", ""
        self._right: frozenset[str] = frozenset()
        self._source: Document | None = None
        self._ignored: frozenset[str] = frozenset()
        self._rules: TypingRules | None = None
        self._is_typing = False
        self._speller = desk_speller(desk)
        self._speller.changed.connect(self._again)
        self._timer = QTimer(self, singleShot=True, interval=CHECK_AFTER_MS)
        self._timer.timeout.connect(self.check)
        edit.typed.connect(self._note)
        edit.sign_typed.connect(lambda sign: correct_typed(edit, sign, self._rules))
        edit.menu_wanted.connect(self._fill_menu)
        edit.cursorPositionChanged.connect(self._moved)

    def open(self, version_id: str, language: str, source: Document) -> None:
        """A version is shown: its language, and whose names its source gives."""
        if version_id != self._version_id:
            self._version_id, self._language = version_id, language
            self._speller.load()
            self._read_ignored()
        self._source = source
        preferences = self._desk.preferences
        style = preferences.get(STYLE_PREFERENCE.format(language.split("-", 1)[0]))
        is_on = preferences.get(PREFERENCE, "on") != "off"
        self._rules = rules_for(self._desk.tools.typing_rules, language, style) if is_on else None

    def begin(self) -> None:
        """Another sentence is being edited."""
        self._is_typing = False
        self._edit.show_underlines(_LAYER, "", ())
        self.check()

    def _again(self) -> None:
        if self._version_id:
            self._read_ignored()

    def _read_ignored(self) -> None:
        version_id = self._version_id

        def take(words: frozenset[str]) -> None:
            self._ignored = words
            self.check()

        self._desk.run(
            lambda uow: spelling.ignored_words(uow, version_id),
            while_alive(self, take),
            key=f"{_KEY}.ignored",
            flush=False,
        )

    def hear_ignored(self) -> None:
        """What this text ignores changed."""
        self._read_ignored()

    def _note(self) -> None:
        self._is_typing = True
        if not self._timer.isActive():
            self._timer.start()

    def _moved(self) -> None:
        """The cursor left the word that was being typed: it is told on now."""
        if self._is_typing and not self._timer.isActive():
            self._timer.start()

    # -- checking -------------------------------------------------------------------------------------------

    def check(self) -> None:
        """Look the sentence's words up."""
        speller, language = self._speller.speller, self._language
        if speller is None or not language or self._desk.preferences.get(CHECK_PREFERENCE, "on") == "off":
            self._edit.show_underlines(_LAYER, "", ())
            return
        text, source, ignored = self._edit.text_now(), self._source, self._ignored

        def work() -> tuple[tuple[Word, str], ...]:
            right = ignored | own_names(source) if source else ignored
            return tuple(in_text(text, language, speller, right))

        def show(found: tuple[tuple[Word, str], ...]) -> None:
            self._show(speller, text, found)

        self._desk.compute(work, while_alive(self, show), key=_KEY)

    def _show(self, speller: Speller, text: RichText, found: tuple[tuple[Word, str], ...]) -> None:
        if speller is not self._speller.speller:
            return
        cursor = self._edit.textCursor()
        point = point_in_block(cursor)
        is_held = self._is_typing and self._edit.hasFocus() and not cursor.hasSelection()
        shown = tuple(
            Underline(word.start, word.end, "problem", key=word.text)
            for word, _language in found
            if not (is_held and word.start < point <= word.end)
        )
        if len(shown) == len(found):
            self._is_typing = False
        self._edit.show_underlines(_LAYER, text.text, shown)

    # -- one word -------------------------------------------------------------------------------------------

    def _fill_menu(self, menu: QMenu, point: int) -> None:
        found = next((each for each in self._edit.underlines(_LAYER) if each.start <= point <= each.end), None)
        if found is not None:
            language, start, end = self._language, found.start, found.end
            add_spelling_entries(
                menu, self._speller, found.key, language, self._version_id, lambda text: self.replace(start, end, text)
            )

    def replace(self, start: int, end: int, text: str) -> None:
        """Put a word in place of code points of the sentence, as if typed."""
        there = select_points(self._edit.document().firstBlock(), start, end)
        there.insertText(text, there.charFormat())

    def next(self) -> None:
        """Select the sentence's next misspelling."""
        found = self._edit.underlines(_LAYER)
        if not found:
            self._desk.notify(_("No misspelled words in this sentence."))
            return
        cursor = self._edit.textCursor()
        at = point_in_block(cursor)
        later = [each for each in found if each.end > at or (each.start >= at and not cursor.hasSelection())]
        each = (later or list(found))[0]
        self._edit.select_text(each.start, each.end)
        self._edit.setFocus()
