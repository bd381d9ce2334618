"""Smart quotes, dashes and spaces that do not break, while typing; and the marks that make such spaces visible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QTextOption

from desktop.domain.richtext import MarkKind
from desktop.editorial.typing_rules import TypingRules, rules_for
from desktop.i18n import _
from desktop.services.releases import OpenRelease
from desktop.ui.editor.part import EditorPart
from desktop.ui.text.correcting import PREFERENCE, STYLE_PREFERENCE, correct_typed
from desktop.ui.text.formats import has_mark

if TYPE_CHECKING:
    from desktop.ui.editor.screen import EditorScreen

_SHOW_SIGNS = "editor.show-signs"


class TypingPart(EditorPart):
    """Follows single keys of the page. Pastes are never touched."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self._language = ""
        self._rules: dict[str, TypingRules | None] = {}
        screen.page.typed.connect(self._typed)
        add = screen.desk.actions.add
        self.signs = add(
            "editor.show-signs",
            _("Show invisible characters"),
            "Ctrl+Shift+8",
            self._toggle_signs,
            owner=screen,
            screen="editor",
        )
        self._show_signs()

    def opened(self, release: OpenRelease) -> None:
        self._language = release.source.language
        self._rules.clear()
        tools = self.screen.desk.tools
        self.screen.desk.compute(lambda: tools.typing_rules)  # read before the first key needs them

    def _typed(self, sign: str) -> None:
        cursor = self.screen.page.textCursor()
        language = has_mark(cursor.charFormat(), MarkKind.LANGUAGE) or self._language
        if language not in self._rules:
            self._rules[language] = self._find(language)
        correct_typed(self.screen.page, sign, self._rules[language])

    def _find(self, language: str) -> TypingRules | None:
        preferences = self.screen.desk.preferences
        if preferences.get(PREFERENCE, "on") == "off":
            return None
        style = preferences.get(STYLE_PREFERENCE.format(language.split("-", 1)[0]))
        return rules_for(self.screen.desk.tools.typing_rules, language, style)

    def leave(self) -> None:
        """Settings may be changed meanwhile."""
        self._rules.clear()

    # -- invisible characters -------------------------------------------------------------------------------

    def _toggle_signs(self) -> None:
        preferences = self.screen.desk.preferences
        preferences.set(_SHOW_SIGNS, "off" if preferences.get(_SHOW_SIGNS) == "on" else "on")
        self._show_signs()

    def _show_signs(self) -> None:
        """Points for spaces, rings for those that do not break: Qt draws them, the text is untouched."""
        target = self.screen.page.document()
        is_on = self.screen.desk.preferences.get(_SHOW_SIGNS) == "on"
        option = target.defaultTextOption()
        flags, shown = option.flags(), QTextOption.Flag.ShowTabsAndSpaces
        option.setFlags(flags | shown if is_on else flags & ~shown)
        with QSignalBlocker(self.screen.page):
            target.setDefaultTextOption(option)
        self.screen.page.viewport().update()
