"""The pages of a template: its text in one language, its gaps, and the form that they make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.document import BlockKind
from desktop.editorial import template_edits as edits
from desktop.editorial.templates import GapType, Template, TemplateBlock
from desktop.i18n import _
from desktop.ui.templates.block_row import BlockRow
from desktop.ui.templates.gap_row import GapRow
from desktop.ui.theme.tokens import S8, S16, S24
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.gap_fields import make_field
from desktop.ui.widgets.language_words import language_in_sentence
from desktop.ui.widgets.section_header import label


class _Rows(QScrollArea):
    """A column of rows that is made anew where one comes, goes or moves."""

    #: The template after an edit, and the deed's name where it is one (empty for typing).
    edited = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._template: Template | None = None
        self._language = "en"

    def _fill(self, widgets: list[QWidget]) -> None:
        place = self.verticalScrollBar().value()
        body = QWidget()
        body.setProperty("role", "page")
        column = QVBoxLayout(body)
        column.setContentsMargins(S24, S16, S24, S24)
        column.setSpacing(S8)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(body)
        self.verticalScrollBar().setValue(place)

    def _edit(self, change: Callable[[Template], Template], label_: str = "") -> None:
        if self._template is not None:
            self._template = change(self._template)
            self.edited.emit(self._template, label_)


class TextPage(_Rows):
    """The blocks in one language."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[BlockRow] = []
        self._current = 0

    def show_template(self, template: Template, language: str) -> None:
        """Show the text; its rows are made anew."""
        self._template, self._language = template, language
        blocks = template.blocks.get(language, ())
        self.rows = [self._row(block, place) for place, block in enumerate(blocks)]
        add = PlainButton(_("Add a block"), self._add, icon_name="plus")
        hint = label(
            _("A gap stands in braces, as {gap}. Select words and press Ctrl+G to make one of them."),
            "small",
            wraps=True,
        )
        others = [lang for lang, each in template.blocks.items() if lang != language and each]
        begin: list[QWidget] = []
        if not blocks and others:
            words = _("Begin with the text in {language}").format(language=language_in_sentence(others[0]))
            begin.append(PlainButton(words, lambda: self._copy(others[0]), icon_name="copy"))
        self._fill([hint, *self.rows, *begin, add])

    def take(self, template: Template) -> None:
        """Another page changed the template; the rows stay."""
        self._template = template

    def selected(self) -> tuple[int, int, int]:
        """``(block, start, end)`` of the words selected in the block that was last typed in."""
        if not self.rows:
            return (-1, 0, 0)
        place = min(self._current, len(self.rows) - 1)
        return (place, *self.rows[place].selection())

    def _row(self, block: TemplateBlock, place: int) -> BlockRow:
        row, language = BlockRow(block, place + 1), self._language
        row.changed.connect(lambda changed: self._edit(lambda each: edits.with_block(each, language, place, changed)))
        row.moved.connect(
            lambda by: self._edit(lambda each: edits.moved_block(each, language, place, by), _("Move block"))
        )
        row.removed.connect(
            lambda: self._edit(lambda each: edits.without_block(each, language, place), _("Delete block"))
        )
        row.entered.connect(lambda: self._enter(place))
        return row

    def _copy(self, other: str) -> None:
        language = self._language
        self._edit(lambda each: edits.with_blocks(each, language, each.blocks[other]), _("Copy text"))

    def _enter(self, place: int) -> None:
        self._current = place

    def _add(self) -> None:
        language = self._language
        kind = BlockKind.PARAGRAPH if self.rows else BlockKind.HEADLINE
        self._edit(lambda each: edits.with_new_block(each, language, len(self.rows), kind), _("Add block"))


class GapsPage(_Rows):
    """The gaps in the order of the form."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[GapRow] = []

    def show_template(self, template: Template, language: str) -> None:
        """Show the gaps with their words in a language; the rows are made anew."""
        self._template, self._language = template, language
        self.rows = []
        for place, gap in enumerate(template.gaps):
            row = GapRow(gap, language)
            row.changed.connect(lambda gap, place=place: self._edit(lambda each: edits.with_gap(each, place, gap)))
            row.renamed.connect(lambda name, place=place: self._rename(place, name))
            row.moved.connect(
                lambda by, place=place: self._edit(lambda each: edits.moved_gap(each, place, by), _("Move gap"))
            )
            row.removed.connect(
                lambda place=place: self._edit(lambda each: edits.without_gap(each, place), _("Delete gap"))
            )
            self.rows.append(row)
        self._fill([*self.rows, PlainButton(_("Add a gap"), self._add, icon_name="plus")])

    def take(self, template: Template) -> None:
        """Another page changed the template; the rows stay."""
        self._template = template

    def _rename(self, place: int, name: str) -> None:
        self._edit(lambda each: edits.with_gap(each, place, replace(each.gaps[place], name=name)), _("Rename gap"))

    def _add(self) -> None:
        labels = {self._language: _("New gap")}
        self._edit(lambda each: edits.with_new_gap(each, GapType.TEXT, labels)[0], _("Add gap"))


class FormPage(QScrollArea):
    """The form as a press officer will see it."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "panel")

    def show_template(self, template: Template, language: str) -> None:
        """Show the fields of the gaps."""
        body = QWidget()
        body.setProperty("role", "panel")
        column = QVBoxLayout(body)
        column.setContentsMargins(S24, S16, S24, S24)
        column.setSpacing(S8)
        for gap in template.gaps:
            field = make_field(gap, language, tuple, tuple)
            field.widget.setAccessibleName(gap.label(language))
            column.addWidget(label(gap.label(language), "strong"))
            if hint := gap.help.get(language) or gap.help.get("en", ""):
                column.addWidget(label(hint, "small", wraps=True))
            column.addWidget(field.widget)
        if not template.gaps:
            column.addWidget(label(_("The template has no gaps: its form is empty."), "muted", wraps=True))
        column.addStretch(1)
        self.setWidget(body)
