"""One language of a boilerplate: its texts one after the other in time, one of them open for writing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.boilerplate import Boilerplate, BoilerplateText
from desktop.editorial.boilerplate import Validity, gaps_between, overlaps, standing_on, text_on
from desktop.i18n import _
from desktop.ui.library.day_field import DayField
from desktop.ui.library.rich_field import RichField
from desktop.ui.people.choice import Choice
from desktop.ui.text.validity_words import day_words, standing_words
from desktop.ui.theme.tokens import S4, S8, px
from desktop.ui.widgets import QuietButton, label
from desktop.ui.widgets.icon_label import IconLabel
from desktop.ui.widgets.language_words import own_name


class LanguageColumn(QWidget):
    """Shows and reads one language.

    ``committed`` when something was changed and left; ``begun`` (with the language) asks for a new text from today;
    ``removed`` (with the text's id) to take the shown text away.
    """

    committed = Signal()
    begun = Signal(str)
    removed = Signal(str)

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self._texts: tuple[BoilerplateText, ...] = ()
        self._open = BoilerplateText("", language)
        self._icon = IconLabel("lock-simple", "muted")
        self._state = label("", "muted", wraps=True)
        self.periods = Choice(_("Period"))
        self.text = RichField(_("Text in {language}").format(language=own_name(language)))
        self.text.setMinimumHeight(px(140))
        self.begins = DayField(_("from"))
        self.ends = DayField(_("until"))
        self._problems = label("", "strong", wraps=True)
        self._new = QuietButton(_("New text from today"), lambda: self.begun.emit(language), icon_name="calendar-plus")
        self._remove = QuietButton(_("Delete text"), lambda: self.removed.emit(self._open.id), icon_name="trash")
        self._lay_out()
        self.text.left.connect(self.committed)
        for field in (self.begins, self.ends):
            field.changed.connect(self.committed)
        self.periods.activated.connect(lambda _place: self._choose())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(S8)
        head.addWidget(label(own_name(self.language), "heading"), 1)
        state = QHBoxLayout()
        state.setSpacing(S4)
        state.addWidget(self._icon)
        state.addWidget(self._state, 1)
        days = QGridLayout()
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(S8)
        days.addWidget(self.begins, 0, 0)
        days.addWidget(self.ends, 0, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(S8)
        buttons.addWidget(self._new)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addLayout(head)
        column.addLayout(state)
        column.addWidget(self.periods)
        column.addWidget(self.text, 1)
        column.addLayout(days)
        column.addWidget(self._problems)
        column.addLayout(buttons)

    # -- showing --------------------------------------------------------------------------------------------

    def show_texts(self, texts: Sequence[BoilerplateText], *, chosen: str = "") -> None:
        """Show a language's texts; ``chosen`` is the id of the one to open, else the one that holds today."""
        self._texts = tuple(texts)
        whole = Boilerplate("", "", texts=self._texts)
        today = _today()
        wanted = chosen or (self._open.id if any(t.id == self._open.id for t in self._texts) else "")
        current = next((t for t in self._texts if t.id == wanted), None) or text_on(whole, self.language, today)
        self.periods.set_choices([(each.id, period_words(each)) for each in self._texts])
        self.periods.setVisible(len(self._texts) > 1)
        self._show(current or (self._texts[-1] if self._texts else BoilerplateText("", self.language)))
        standing = standing_on(whole, self.language, today)
        words, role, icon = standing_words(standing.validity, standing.until)
        if standing.validity is Validity.NO_TEXT:
            words = _("No text yet: releases in this language translate the source’s.")
        self._icon.set_icon("check-circle" if icon == "lock-simple" else icon, "ok" if role == "muted" else role)
        self._state.setText(words[:1].upper() + words[1:])
        self._problems.setText("\n".join(problem_words(self._texts)))
        self._problems.setVisible(bool(self._problems.text()))
        self._new.setVisible(bool(self._texts))
        self._remove.setVisible(bool(self._texts))

    def _show(self, text: BoilerplateText) -> None:
        is_same = text.id == self._open.id or not self._open.id
        is_typed = self.text.document().isModified() and is_same
        self._open = text
        self.periods.choose(text.id)
        if self.text.read() == text.text:
            self.text.document().setModified(False)  # what is shown is what is kept: the cursor stays
        elif not is_typed:  # an answer that is older than the typing must not take it away
            self.text.show_text(text.text)
        self.begins.show_day(text.valid_from)
        self.ends.show_day(text.valid_to)

    def _choose(self) -> None:
        wanted = self.periods.value
        self.committed.emit()
        found = next((each for each in self._texts if each.id == wanted), None)
        if found is not None:
            self._show(found)

    # -- reading --------------------------------------------------------------------------------------------

    def texts(self) -> tuple[BoilerplateText, ...]:
        """All texts of the language as they stand; an empty one that was never stored is none."""
        text = self.text.read() if self.text.document().isModified() else self._open.text
        now = replace(self._open, text=text, valid_from=self.begins.value, valid_to=self.ends.value)
        if not self._open.id:
            return (now,) if now.text else ()
        return tuple(now if each.id == self._open.id else each for each in self._texts)


def period_words(text: BoilerplateText) -> str:
    """When a text holds, in words."""
    begins = day_words(text.valid_from) if text.valid_from else ""
    ends = day_words(text.valid_to) if text.valid_to else ""
    if begins and ends:
        return _("{begins} to {ends}").format(begins=begins, ends=ends)
    if begins:
        return _("since {begins}").format(begins=begins)
    return _("until {ends}").format(ends=ends) if ends else _("always")


def problem_words(texts: Sequence[BoilerplateText]) -> list[str]:
    """What is wrong with the times of a language's texts, a sentence each."""
    found = [
        _("Nothing holds from {begins} to {ends}.").format(begins=day_words(begins), ends=day_words(ends))
        for begins, ends in gaps_between(texts)
    ]
    for begins, ends in overlaps(texts):
        if begins and ends:
            words = _("Two texts hold from {begins} to {ends}; the one that begins later is taken.")
            found.append(words.format(begins=day_words(begins), ends=day_words(ends)))
        elif begins:
            words = _("Two texts hold from {begins} on; the one that begins later is taken.")
            found.append(words.format(begins=day_words(begins)))
        else:
            found.append(_("Two texts hold at the same time; say from when the newer one does."))
    return found


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
