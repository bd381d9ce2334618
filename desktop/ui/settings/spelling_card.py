"""Spelling and typing: varieties, quotation marks, the headline's length, the two dictionaries' words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from desktop.domain.ports import UnitOfWork
from desktop.editorial.headline import HeadlineLimits, read_limits
from desktop.editorial.spelling.dictionary import VARIETIES
from desktop.editorial.spelling.speller import KnownWord
from desktop.i18n import _, interface_language
from desktop.services import spelling
from desktop.services.office import HEADLINE_LIMITS, get_setting, set_setting
from desktop.services.tools import Tools
from desktop.ui.desk import Desk
from desktop.ui.settings.form import add_row, hold, make_choice, make_form
from desktop.ui.settings.word_list import WordList
from desktop.ui.spelling.desk_speller import desk_speller
from desktop.ui.spelling.preferences import CHECK_PREFERENCE
from desktop.ui.text.alive import while_alive
from desktop.ui.text.correcting import PREFERENCE, STYLE_PREFERENCE
from desktop.ui.theme.tokens import S8, S12, S24, px
from desktop.ui.widgets.language_words import language_name
from desktop.ui.widgets.section_header import label


@dataclass(frozen=True, slots=True)
class SpellingFacts:
    """What the card shows."""

    chosen: dict[str, str]
    office: frozenset[KnownWord]
    personal: frozenset[KnownWord]
    limits: HeadlineLimits


def read_facts(uow: UnitOfWork, tools: Tools) -> SpellingFacts:
    """Everything the card shows, in one transaction."""
    return SpellingFacts(
        spelling.varieties(uow),
        spelling.office_words(uow),
        spelling.personal_words(tools),
        read_limits(get_setting(uow, HEADLINE_LIMITS)),
    )


class SpellingCard(QWidget):
    """Varieties, the headline's length and the office's words are the workspace's; the rest is this person's."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        form = make_form()
        self.check = self._switch(_("&Underline misspelled words"), CHECK_PREFERENCE)
        self.correct = self._switch(_("&Correct quotation marks, dashes and spaces while typing"), PREFERENCE)
        form.addWidget(self.check, form.rowCount(), 0, 1, 2)
        form.addWidget(self.correct, form.rowCount(), 0, 1, 2)
        self.varieties: dict[str, QComboBox] = {}
        for language, offered in VARIETIES.items():
            if len(offered) > 1:
                options = tuple((each.code, _(each.label)) for each in offered)
                self.varieties[language] = make_choice(options, "", partial(self._choose_variety, language))
                add_row(form, language_name(language), self.varieties[language])
        self.styles: dict[str, QComboBox] = {}
        self._add_styles(form)
        self.good, self.most = self._limit(), self._limit()
        add_row(form, _("Headline good &up to"), self.good)
        add_row(form, _("Too long be&yond"), self.most, _("Characters; shown by the meter below the page."))
        self.missing = label("", "muted", wraps=True)
        self.missing.hide()
        self.personal = WordList(_("My dictionary"), _("Words that you add while writing appear here."))
        self.office = WordList(_("The office’s dictionary"), _("Words that anybody adds for the office appear here."))
        self.personal.removed.connect(self._remove_personal)
        self.office.removed.connect(self._remove_office)
        lists = QHBoxLayout()
        lists.setSpacing(S24)
        lists.addWidget(self.personal, 1)
        lists.addWidget(self.office, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S12)
        column.addWidget(hold(form))
        column.addWidget(self.missing)
        column.addSpacing(S8)
        column.addLayout(lists)

    def _switch(self, words: str, name: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setAccessibleName(words.replace("&", ""))
        box.setChecked(self._desk.preferences.get(name, "on") != "off")
        box.toggled.connect(lambda is_on: self._desk.preferences.set(name, "on" if is_on else "off"))
        return box

    def _add_styles(self, form: QGridLayout) -> None:
        rules = self._desk.tools.typing_rules
        for language in dict.fromkeys(each.language for each in rules):
            offered = [each for each in rules if each.language == language]
            if len(offered) < 2:
                continue
            name = STYLE_PREFERENCE.format(language)
            options = tuple((each.style, f"{each.words(interface_language())}  {each.quotes}") for each in offered)
            keep = partial(self._desk.preferences.set, name)
            self.styles[language] = make_choice(options, self._desk.preferences.get(name), keep)
            words = _("Quotes in {language}").format(language=language_name(language))
            add_row(form, words, self.styles[language])

    def _limit(self) -> QSpinBox:
        box = QSpinBox()
        box.setRange(20, 300)
        box.setSuffix(" " + _("characters"))
        box.lineEdit().setTextMargins(px(6), 0, 0, 0)
        box.editingFinished.connect(self._keep_limits)
        return box

    # -- showing --------------------------------------------------------------------------------------------

    def load(self) -> None:
        """Read everything again."""
        tools = self._desk.tools
        self._desk.run(
            lambda uow: read_facts(uow, tools), while_alive(self, self._show), key="settings.spelling", flush=False
        )
        speller = desk_speller(self._desk)
        speller.load()
        if speller.speller is not None:
            asked = speller.speller
            self._desk.compute(
                lambda: [each for each in VARIETIES if not asked.has_dictionary(each)],
                while_alive(self, self._tell_missing),
                key="settings.dictionaries",
            )

    def _show(self, facts: SpellingFacts) -> None:
        for language, box in self.varieties.items():
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(facts.chosen.get(language, ""))))
        for box_, value in ((self.good, facts.limits.good), (self.most, facts.limits.most)):
            if not box_.hasFocus():
                with QSignalBlocker(box_):
                    box_.setValue(value)
        self.personal.show_words(facts.personal)
        self.office.show_words(facts.office)

    def _tell_missing(self, languages: list[str]) -> None:
        speller = desk_speller(self._desk)
        self.missing.setText("\n".join(speller.missing_sentence(each) for each in languages))
        self.missing.setVisible(bool(languages))

    # -- keeping --------------------------------------------------------------------------------------------

    def _choose_variety(self, language: str, code: str) -> None:
        self._desk.deed(lambda uow: spelling.choose_variety(uow, language, code))

    def _keep_limits(self) -> None:
        good, most = sorted((self.good.value(), self.most.value()))
        self._desk.deed(lambda uow: set_setting(uow, HEADLINE_LIMITS, f"{good},{most}"))

    def _remove_personal(self, known: KnownWord) -> None:
        tools = self._desk.tools
        self._desk.deed(lambda uow: spelling.remove_from_personal(uow, tools, known))

    def _remove_office(self, known: KnownWord) -> None:
        self._desk.deed(lambda uow: spelling.remove_from_office(uow, known))
