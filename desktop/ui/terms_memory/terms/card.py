"""The card of one concept: its terms by language, subject, definition, note, source. Kept when a field is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.concept import Concept, Term, TermStatus
from desktop.domain.errors import ComunicadoError
from desktop.i18n import _
from desktop.services import terms
from desktop.ui.desk import Desk
from desktop.ui.people.choice import Choice
from desktop.ui.people.names import languages as all_languages
from desktop.ui.terms_memory.terms.term_row import TermRow
from desktop.ui.text.alive import while_alive
from desktop.ui.theme.tokens import S4, S8, S16, S24, px
from desktop.ui.widgets.buttons import IconButton, QuietButton
from desktop.ui.widgets.language_words import own_name
from desktop.ui.widgets.section_header import label

#: Who changed something, for the hub.
INITIATOR = "terms"


class _Field(QPlainTextEdit):
    left = Signal()

    def __init__(self, name: str, lines: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(px(22 * lines + 14))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class ConceptCard(QWidget):
    """``saved`` carries the stored concept (``None`` where it could not be kept), ``deleted`` the id."""

    saved = Signal(object)
    deleted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.stored: Concept | None = None
        self.rows: list[TermRow] = []
        self._groups: dict[str, QVBoxLayout] = {}
        self._offered: tuple[str, ...] = ()
        self._is_saving = self._must_save = False
        self.subject = QLineEdit()
        self.source = QLineEdit()
        self.definition, self.note = _Field(_("Definition"), 2), _Field(_("Note"), 3)
        self.more = Choice(_("Add a language"))
        self.more.setMinimumContentsLength(18)
        self.problem = label("", "problem", wraps=True)
        self.problem.hide()
        self._lay_out()
        for line in (self.subject, self.source):
            line.editingFinished.connect(self.save)
        for field in (self.definition, self.note):
            field.left.connect(self.save)
        self.more.activated.connect(lambda _place: self._add_language())

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(S24, S16, S24, S24)
        column.setSpacing(S8)
        head = QHBoxLayout()
        self.title = label(_("Concept"), "heading", wraps=True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        head.addWidget(self.title, 1)
        self.delete_button = IconButton("trash", _("Delete this concept"), self._delete)
        head.addWidget(self.delete_button)
        column.addLayout(head)
        column.addWidget(self.problem)
        self._terms = QVBoxLayout()
        self._terms.setSpacing(S16)
        column.addLayout(self._terms)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(S8)
        for name, field in (
            (_("Note"), self.note),
            (_("Definition"), self.definition),
            (_("Subject"), self.subject),
            (_("Reference"), self.source),
        ):
            heading = label(name, "muted")
            heading.setBuddy(field)
            field.setAccessibleName(name)
            column.addWidget(heading)
            column.addWidget(field)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    # -- showing --------------------------------------------------------------------------------------------

    def show_concept(self, concept: Concept, offered: Sequence[str]) -> None:
        """Show a concept; ``offered`` are the termbase's languages, each of which gets a place."""
        self.stored, self._offered = concept, tuple(offered)
        self._must_save = False
        self._say("")
        self.title.setText(concept.name or _("New concept"))
        self.delete_button.setEnabled(bool(concept.id))
        with QSignalBlocker(self.subject), QSignalBlocker(self.source):
            self.subject.setText(concept.subject)
            self.source.setText(concept.source)
        self.source.setCursorPosition(0)
        self.definition.setPlainText(concept.definition)
        self.note.setPlainText(concept.note)
        self._make_rows(concept)

    def _make_rows(self, concept: Concept) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        self._groups = {}
        while (item := self._terms.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        wanted = dict.fromkeys((*self._offered[:2], *concept.languages))
        for language in wanted:
            mine = [term for term in concept.terms if term.language == language]
            usable = any(each.language.startswith(language) for each in concept.terms)
            for term in mine or ([] if usable else [Term("", language, "")]):
                self._put_row(term)
        self._offer_languages()

    def _put_row(self, term: Term) -> TermRow:
        row = TermRow(term, [(tag, own_name(tag)) for tag in dict.fromkeys((*self._offered, term.language))])
        row.committed.connect(self.save)
        row.removed.connect(self._remove)
        self._group(term.language).insertWidget(self._group(term.language).count() - 1, row)
        self.rows.append(row)
        return row

    def _group(self, language: str) -> QVBoxLayout:
        """The place of a language's terms: its name, the rows, and the button for one more."""
        if language not in self._groups:
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(S4)
            column.addWidget(label(own_name(language) if language else _("Language"), "strong"))
            button = QuietButton(_("Add a term"), lambda: self.add_term(language), icon_name="plus")
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._terms.addWidget(box)
            self._groups[language] = column
        return self._groups[language]

    def add_term(self, language: str) -> TermRow:
        """One more term of a language; the first is preferred, others are admitted."""
        has_one = any(row.language.value == language and row.words.text().strip() for row in self.rows)
        status = TermStatus.ADMITTED if has_one else TermStatus.PREFERRED
        row = self._put_row(Term("", language, "", status))
        row.words.setFocus()
        return row

    def _remove(self, row: TermRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self.save()

    def _offer_languages(self) -> None:
        rest = [(tag, name) for tag, name in all_languages() if tag not in self._groups]
        self.more.set_choices([("", _("Add a language")), *rest])
        self.more.choose("")

    def _add_language(self) -> None:
        tag = self.more.value
        if tag and tag not in self._groups:
            self.add_term(tag)
        self._offer_languages()

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    # -- keeping --------------------------------------------------------------------------------------------

    def as_written(self) -> Concept | None:
        """The concept as the card shows it now."""
        if self.stored is None:
            return None
        written = [term for row in self.rows if (term := row.term()).text]
        order = list(dict.fromkeys(term.language for term in written))
        return replace(
            self.stored,
            terms=tuple(sorted(written, key=lambda term: order.index(term.language))),
            subject=" ".join(self.subject.text().split()),
            definition=self.definition.toPlainText().strip(),
            note=self.note.toPlainText().strip(),
            source=self.source.text().strip(),
        )

    def save(self) -> None:
        """Keep what was changed; nothing happens where nothing was, or where no term is written yet."""
        if self._is_saving:
            self._must_save = True
            return
        now = self.as_written()
        if now is None or self.stored is None or now == self.stored:
            return
        if not now.terms:
            if self.stored.id:
                self._say(_("A concept needs a term: the last one is kept until there is another."))
            return
        self._is_saving = True
        self._desk.deed(
            lambda uow: terms.save_concept(uow, now),
            while_alive(self, lambda kept: self._was_saved(now, kept)),
            while_alive(self, self._not_saved),
            initiator=INITIATOR,
        )

    def _was_saved(self, given: Concept, kept: Concept) -> None:
        self._is_saving = False
        if self.stored is not None and self.stored.id == given.id:
            is_as_given = self.as_written() == given
            self.stored = kept
            if is_as_given:
                self._adopt(kept)
            elif self._must_save:
                self._adopt_ids(kept)
                self._must_save = False
                self.save()
        self.saved.emit(kept)

    def _adopt(self, kept: Concept) -> None:
        """What is stored stands in the card already: only keys and the title are new."""
        self._say("")
        self.title.setText(kept.name)
        self.delete_button.setEnabled(True)
        self._adopt_ids(kept)

    def _adopt_ids(self, kept: Concept) -> None:
        stored = {(term.language, term.text): term for term in kept.terms}
        for row in self.rows:
            row.adopt(stored)

    def _not_saved(self, error: ComunicadoError) -> None:
        self._is_saving = self._must_save = False
        self._say(error.one_line())
        self.saved.emit(None)

    def _delete(self) -> None:
        if self.stored is not None and self.stored.id:
            self.deleted.emit(self.stored.id)
