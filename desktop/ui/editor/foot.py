"""The calm line below the page: how long the text is, how easy to read, and how long its headline."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from desktop.editorial.counts import Counts
from desktop.editorial.headline import HeadlineLength, HeadlineLimits, HeadlineState
from desktop.editorial.readability import Readability
from desktop.i18n import _, interface_language, ngettext, pgettext
from desktop.ui.theme import tokens
from desktop.ui.theme.tokens import S4, S12, S16
from desktop.ui.widgets import label
from desktop.ui.widgets.flow import FlowRow

_ROLES = {
    HeadlineState.EMPTY: "muted",
    HeadlineState.GOOD: "ok",
    HeadlineState.LONG: "stale",
    HeadlineState.TOO_LONG: "problem",
}


def state_word(state: HeadlineState) -> str:
    """A state in the interface's language."""
    return {
        HeadlineState.EMPTY: pgettext("headline", "empty"),
        HeadlineState.GOOD: pgettext("headline", "good length"),
        HeadlineState.LONG: pgettext("headline", "long"),
        HeadlineState.TOO_LONG: pgettext("headline", "too long"),
    }[state]


class HeadlineMeter(QWidget):
    """A short bar that fills with the headline; the figures and a word beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._share, self._good_share, self._role = 0.0, 0.7, "muted"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(tokens.px(72), tokens.px(14))

    def show_share(self, share: float, good_share: float, role: str) -> None:
        """``share`` of the most that is wanted, ``good_share`` where good ends; ``role`` a colour token."""
        self._share, self._good_share, self._role = min(1.0, share), good_share, role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), tokens.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        height, width = tokens.px(6), self.width()
        top = (self.height() - height) // 2
        painter.setBrush(QColor(look.line))
        painter.drawRoundedRect(0, top, width, height, height / 2, height / 2)
        if self._share > 0:
            painter.setBrush(QColor(look.role(self._role)))
            painter.drawRoundedRect(0, top, max(height, round(width * self._share)), height, height / 2, height / 2)
        painter.setBrush(QColor(look.edge))
        painter.drawRect(round(width * self._good_share), top - tokens.px(2), 1, height + tokens.px(4))
        painter.end()


class Foot(QFrame):
    """Headline at the left, counts and readability at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.meter = HeadlineMeter()
        self.headline = label("", "muted")
        self.counts = label("", "muted")
        self.ease = label("", "muted")
        for each in (self.counts, self.ease):
            each.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = FlowRow(self)
        row.setContentsMargins(S16, S4, S16, S4)
        row.setSpacing(S12)
        row.add(self.meter)
        row.add(self.headline)
        row.add(self.counts, 1)
        row.add(self.ease)

    def show_headline(self, length: HeadlineLength | None, limits: HeadlineLimits) -> None:
        """Show the meter; nothing for a text without a headline block."""
        for each in (self.meter, self.headline):
            each.setVisible(length is not None)
        if length is None:
            return
        role = _ROLES[length.state]
        self.meter.show_share(length.characters / limits.most, limits.good / limits.most, role)
        words = ngettext("{count} word", "{count} words", length.words).format(count=length.words)
        told = _("Headline: {characters} characters, {words}, {state}").format(
            characters=length.characters, words=words, state=state_word(length.state)
        )
        self.headline.setText(told)
        self.headline.setProperty("role", role)
        self.headline.style().unpolish(self.headline)
        self.headline.style().polish(self.headline)
        explained = _(
            "A headline of up to {good} characters is good here; beyond {most}, mail programs and search pages cut it."
        ).format(good=limits.good, most=limits.most)
        for each in (self.meter, self.headline):
            each.setToolTip(explained)
        self.meter.setAccessibleName(told)

    def show_counts(self, counts: Counts, selected: Counts | None) -> None:
        """Show the whole text's counts, and how much of it is selected."""
        words = ngettext("{count} word", "{count} words", counts.words).format(count=counts.words)
        is_part = selected is not None and bool(selected.characters)
        shown = selected if selected is not None and is_part else counts
        told = [_("{selected} of {words}").format(selected=shown.words, words=words) if is_part else words]
        if shown.characters:
            told.append(
                ngettext("{count} character", "{count} characters", shown.characters).format(count=shown.characters)
            )
        if counts.words and not is_part:
            told.append(_("{count} min read").format(count=counts.reading_minutes))
        self.counts.setText(" · ".join(told))
        sentences = ngettext("{count} sentence", "{count} sentences", counts.sentences).format(count=counts.sentences)
        self.counts.setToolTip(
            _("{sentences}. Characters with spaces. Reading time at 200 words a minute.").format(sentences=sentences)
        )

    def show_ease(self, found: Readability | None) -> None:
        """Show how easy the text is to read; nothing for a language without a formula or too short a text."""
        self.ease.setVisible(found is not None)
        if found is None:
            return
        main = found.scores[0]
        self.ease.setText(
            _("{formula} {value}, {band}").format(formula=main.formula, value=round(main.value), band=_(main.band))
        )
        others = [f"{each.formula} {round(each.value)}" for each in found.scores[1:]]
        explained = _(
            "Reading ease from 0 (hard) to 100 (easy): {words} words a sentence, {syllables} syllables a word. "
            "Shorter sentences raise it most."
        ).format(words=_figure(found.words_a_sentence, 1), syllables=_figure(found.syllables_a_word, 2))
        if main.formula != "Flesch":
            explained += " " + _("The band is the INFLESZ scale’s.")
        self.ease.setToolTip("\n".join([explained, *others]))


def _figure(value: float, places: int) -> str:
    return str(QLocale(interface_language()).toString(value, "f", places))
