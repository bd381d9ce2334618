"""One match, or one place of the concordance, as a card."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from desktop.domain.richtext import RichText
from desktop.i18n import _
from desktop.services.memory import Concordance, Offered
from desktop.translation.changes import word_diff
from desktop.ui.theme.tokens import S4, S8
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.match_words import diff_html, explained, highlighted_html, percent_role, unit_facts
from desktop.ui.widgets.section_header import label
from desktop.ui.widgets.when import day, exact, local


class TextLabel(QLabel):
    """A text of a unit: rich, wrapped, selectable, as narrow as the panel."""

    def __init__(self, html: str, role: str = "") -> None:
        super().__init__(html)
        if role:
            self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)


class UnitCard(QFrame):
    """``used`` carries the text to put into the translation; a double click does the same as the button."""

    used = Signal(object)

    def __init__(self, head: str, role: str, facts: str, source_html: str, target_html: str, text: RichText) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.text = text
        self.percent = label(head, role)
        font = self.percent.font()
        font.setBold(True)
        self.percent.setFont(font)
        self.facts = label(facts, "small", wraps=True)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.source = TextLabel(source_html, "muted")
        self.target = TextLabel(target_html)
        self.row = QHBoxLayout()
        self.row.setSpacing(S8)
        self.row.addWidget(self.percent, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self.facts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(S8, S8, S8, S8)
        column.setSpacing(S4)
        column.addLayout(self.row)
        column.addWidget(self.source)
        column.addWidget(self.target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.used.emit(self.text)

    def offer(self, words: str, tooltip: str, then: Callable[[], object]) -> None:
        """Put the deed of this card at the right of its head."""
        button = QuietButton(words, then)
        button.setToolTip(tooltip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


def match_card(offered: Offered, asked: str, number: int) -> UnitCard:
    """The card of a match: how its sentence differs from the one being translated, and its translation."""
    match = offered.match
    facts = unit_facts(match.unit, offered.release_title)
    if match.unit.changed_at is not None:
        facts = f"{facts} · {day(local(match.unit.changed_at))}"
    card = UnitCard(
        f"{match.percent} %",
        percent_role(match.percent),
        facts,
        diff_html(word_diff(match.source.text, asked)),
        highlighted_html(
            match.target.text, _swapped(match.target.text, [each.new for each in match.explanation.swaps])
        ),
        match.target,
    )
    words = explained(match)
    if match.unit.changed_at is not None:
        words = f"{words}\n\n{exact(match.unit.changed_at)}"
    if match.unit.note:
        words = f"{words}\n{match.unit.note}"
    card.setToolTip(words)
    card.percent.setAccessibleDescription(words)
    card.setAccessibleName(_("{percent} % match: {text}").format(percent=match.percent, text=match.target.text))
    keys = f"Alt+{number}" if number <= 9 else ""
    card.offer(keys or _("Use"), _("Use this translation"), lambda: card.used.emit(card.text))
    return card


def _swapped(text: str, new: list[str]) -> tuple[tuple[int, int], ...]:
    """Where what was put in stands, each once and in order."""
    places, at = [], 0
    for words in new:
        found = text.find(words, at) if words else -1
        if found >= 0:
            places.append((found, found + len(words)))
            at = found + len(words)
    return tuple(places)


def concordance_card(found: Concordance, target_language: str) -> UnitCard:
    """The card of a place where words were found: both texts, the words highlighted."""
    unit = found.unit
    is_target = unit.target_language.split("-", 1)[0].lower() == target_language.split("-", 1)[0].lower()
    one, other = (found.source, found.target) if is_target else (found.target, found.source)
    here, there = (unit.source, unit.target) if is_target else (unit.target, unit.source)
    card = UnitCard(
        "",
        "muted",
        unit_facts(unit),
        highlighted_html(here.text, one.places),
        highlighted_html(there.text, other.places),
        there,
    )
    card.percent.hide()
    card.setAccessibleName(f"{here.text} — {there.text}")
    card.offer(_("Insert"), _("Put this translation in at the cursor"), lambda: card.used.emit(card.text))
    return card
