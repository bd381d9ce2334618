"""Changing one template: its names, its text by language, its gaps; kept while one types."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.editorial import template_edits as edits
from desktop.editorial.gazetteer import Gazetteer
from desktop.editorial.reuse.to_template import type_of_words
from desktop.editorial.templates import Template
from desktop.i18n import _, interface_language
from desktop.services.templates import OfferedTemplate
from desktop.ui.templates.pages import FormPage, GapsPage, TextPage
from desktop.ui.theme.tokens import S8, S16, S24
from desktop.ui.widgets.buttons import Chip, PlainButton
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.language_words import language_in_sentence, language_name
from desktop.ui.widgets.section_header import label, line

LANGUAGES = ("en", "es", "fr")
_SAVE_MS = 500


class TemplateEditor(QWidget):
    """``save`` carries the template and the deed's name; typing is saved without one, half a second after it.

    What is not right yet is told in sentences and stays here until it is: nothing wrong is ever stored.
    """

    save = Signal(object, str)
    duplicate = Signal()

    def __init__(self, gazetteer: Callable[[], Gazetteer], today: Callable[[], date]) -> None:
        super().__init__()
        self._gazetteer, self._today = gazetteer, today
        self._offered: OfferedTemplate | None = None
        self.template: Template | None = None
        self.language = interface_language()
        self.text, self.gaps, self.form = TextPage(), GapsPage(), FormPage()
        for page in (self.text, self.gaps):
            page.edited.connect(self._edited)
        self._timer = QTimer(self, singleShot=True, interval=_SAVE_MS)
        self._timer.timeout.connect(self.flush)
        self.state = label("", "small", wraps=True)
        self.gap_button = PlainButton(_("Make a gap"), self.make_gap, icon_name="brackets-curly")
        self._built_in = self._make_built_in()
        self._lay_out()

    def _make_built_in(self) -> QWidget:
        told = QWidget()
        row = QHBoxLayout(told)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(
            label(_("A built-in template does not change. Duplicate it to make it your own."), "muted", wraps=True), 1
        )
        row.addWidget(PlainButton(_("Duplicate"), self.duplicate.emit, icon_name="copy"))
        return told

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(S24, S16, S24, S8)
        head.setSpacing(S8)
        names = QHBoxLayout()
        names.setSpacing(S8)
        self.titles: dict[str, QLineEdit] = {}
        for language in LANGUAGES:
            field = self.titles[language] = QLineEdit()
            words = _("Name in {language}").format(language=language_in_sentence(language))
            field.setAccessibleName(words)
            field.setPlaceholderText(words)
            field.textEdited.connect(lambda text, language=language: self._retitle(language, text))
            box = QVBoxLayout()
            caption = label(words, "small")
            caption.setBuddy(field)
            box.addWidget(caption)
            box.addWidget(field)
            names.addLayout(box)
        head.addLayout(names)
        head.addWidget(self._built_in)
        head.addWidget(self._make_chips())
        head.addWidget(self.state)
        self._pages = QStackedWidget()
        for page in (self.text, self.gaps, self.form):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line())
        column.addWidget(self._pages, 1)

    def _make_chips(self) -> QWidget:
        holder = QWidget()
        row = FlowRow(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        self.pages: dict[str, Chip] = {}
        self.languages: dict[str, Chip] = {}
        which, spoken = QButtonGroup(self), QButtonGroup(self)
        for name, words in (("text", _("Text")), ("gaps", _("Gaps")), ("form", _("Form"))):
            chip = self.pages[name] = Chip(words)
            chip.clicked.connect(lambda _on=False, name=name: self.show_page(name))
            which.addButton(chip)
            row.add(chip)
        self.pages["text"].setChecked(True)
        gap = QWidget()
        gap.setFixedWidth(S16)
        row.add(gap)
        for language in LANGUAGES:
            chip = self.languages[language] = Chip(language_name(language))
            chip.clicked.connect(lambda _on=False, language=language: self.show_language(language))
            spoken.addButton(chip)
            row.add(chip)
        row.add(self.gap_button)
        return holder

    # -- showing --------------------------------------------------------------------------------------------

    def show_offered(self, offered: OfferedTemplate) -> None:
        """Show a template; unsaved words of the one before are saved first."""
        before = self._offered
        if before is not None and before.id == offered.id and not offered.is_built_in and not self.is_saved:
            self._offered = offered  # what is typed and not saved yet is newer than any list
            self._tell()
            return
        self.flush()
        self._offered, self.template = offered, offered.template
        if before is None or before.id != offered.id or offered.is_built_in:
            spoken = offered.template.languages
            if self.language not in spoken and spoken:
                self.language = spoken[0]
        self.languages[self.language if self.language in self.languages else "en"].setChecked(True)
        self._built_in.setVisible(offered.is_built_in)
        for language, field in self.titles.items():
            field.setText(offered.template.titles.get(language, ""))
            field.setCursorPosition(0)
            field.setReadOnly(offered.is_built_in)
        self.gap_button.setVisible(not offered.is_built_in)
        self._show_rows()

    def take_saved(self, offered: OfferedTemplate) -> None:
        """The template as it was stored: typing goes on over it."""
        if self._offered is not None and self._offered.id == offered.id:
            self._offered = offered
            self._tell()

    def show_page(self, name: str) -> None:
        """Show ``text``, ``gaps`` or ``form``."""
        self.pages[name].setChecked(True)
        self._show_rows()
        self._pages.setCurrentWidget({"text": self.text, "gaps": self.gaps, "form": self.form}[name])
        self.gap_button.setEnabled(name == "text")

    def show_language(self, language: str) -> None:
        """Show the words in a language."""
        self.language = language
        self.languages[language].setChecked(True)
        self._show_rows()

    def _show_rows(self) -> None:
        if self.template is None or self._offered is None:
            return
        for page in (self.text, self.gaps, self.form):
            page.show_template(self.template, self.language)
        for rows in (self.text, self.gaps):
            body = rows.widget()
            if body is not None:
                body.setEnabled(not self._offered.is_built_in)
        self._tell()

    def _tell(self) -> None:
        if self.template is None or self._offered is None:
            return
        wrong = edits.problems(self.template)
        role = "stale" if wrong else "small"
        if self._offered.is_built_in:
            words = ""
        elif wrong:
            words = " ".join((_("Not saved yet."), *wrong))
        else:
            words = _("Saved") if self.template == self._offered.template else _("Saving")
        self.state.setText(words)
        self.state.setVisible(bool(words))
        self.state.setProperty("role", role)
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)

    # -- changing -------------------------------------------------------------------------------------------

    @property
    def offered(self) -> OfferedTemplate | None:
        """The template as it is stored."""
        return self._offered

    @property
    def is_saved(self) -> bool:
        """Whether what is shown is what is stored."""
        return self._offered is None or self.template == self._offered.template

    def flush(self) -> None:
        """Save what was typed now, where it is right."""
        self._timer.stop()
        if self.template is not None and not self.is_saved and not edits.problems(self.template):
            self.save.emit(self.template, "")

    def make_gap(self) -> None:
        """Make a gap of the selected words, in the language that is shown."""
        place, start, end = self.text.selected()
        if self.template is None or place < 0 or start == end or self._offered is None or self._offered.is_built_in:
            self.state.setText(_("Select the words first that shall become a gap."))
            self.state.setVisible(True)
            return
        words = self.template.blocks[self.language][place].text[start:end]
        type_ = type_of_words(words, self.language, self._gazetteer(), self._today())
        changed, name = edits.gap_from_text(self.template, self.language, place, start, end, type_)
        if name:
            self._edited(changed, _("Make a gap"))

    def _retitle(self, language: str, text: str) -> None:
        if self.template is not None:
            self._edited(edits.with_title(self.template, language, text), "")

    def _edited(self, template: Template, deed: str) -> None:
        """Typing is saved soon; a deed is saved at once, and what hangs on the rows' places is made anew."""
        self.template = template
        if not deed:
            for page in (self.text, self.gaps):
                page.take(template)
            self._timer.start()
            self._tell()
            return
        self._timer.stop()
        QTimer.singleShot(0, self._show_rows)  # the row that asked for it is still in its own call
        if not edits.problems(template):
            self.save.emit(template, deed)
