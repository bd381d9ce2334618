"""One gap of a template: what it is called, what it takes, what stands in it by default, what helps to fill it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout

from desktop.editorial.template_edits import slug
from desktop.editorial.templates import Gap, GapType
from desktop.i18n import _
from desktop.ui.templates.words import gap_type_word
from desktop.ui.theme.tokens import S4, S8, S12
from desktop.ui.widgets.buttons import IconButton


class GapRow(QFrame):
    """``changed`` carries the gap as it is now; ``renamed`` its new name, once it is typed to the end."""

    changed = Signal(object)
    renamed = Signal(str)
    moved = Signal(int)
    removed = Signal()

    def __init__(self, gap: Gap, language: str) -> None:
        super().__init__()
        self._gap, self._language = gap, language
        self.setProperty("role", "card")
        self.name = QLineEdit(gap.name)
        self.type = QComboBox()
        for each in GapType:
            self.type.addItem(gap_type_word(each), each)
        self.type.setCurrentIndex(list(GapType).index(gap.type))
        self.label = QLineEdit(gap.labels.get(language, ""))
        self.default = QLineEdit(gap.defaults.get(language, ""))
        self.help = QLineEdit(gap.help.get(language, ""))
        self.choices = QPlainTextEdit("\n".join(gap.choices.get(language, {}).values()))
        self.choices.setPlaceholderText(_("One choice a line"))
        self.choices.setTabChangesFocus(True)
        self.choices.setFixedHeight(self.choices.fontMetrics().lineSpacing() * 4 + 2 * S8)
        self._lay_out()
        self.name.editingFinished.connect(self._rename)
        for field in (self.label, self.default, self.help):
            field.textEdited.connect(lambda _text: self._tell())
        self.choices.textChanged.connect(self._tell)
        self.type.activated.connect(lambda _index: self._tell())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(S4)
        head.addWidget(self.type)
        head.addStretch(1)
        for icon_name, words, deed in (
            ("arrow-up", _("Move up"), lambda: self.moved.emit(-1)),
            ("arrow-down", _("Move down"), lambda: self.moved.emit(1)),
            ("trash", _("Delete gap"), self.removed.emit),
        ):
            head.addWidget(IconButton(icon_name, words, deed))
        self._form = QFormLayout()
        self._form.setVerticalSpacing(S8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for words, field in (
            (_("Label"), self.label),
            (_("Help"), self.help),
            (_("Default"), self.default),
            (_("Name in the text"), self.name),
            (_("Choices"), self.choices),
        ):
            self._form.addRow(words, field)
            field.setAccessibleName(_("{field} of {gap}").format(field=words, gap=self._gap.label(self._language)))
        self.type.setAccessibleName(_("{field} of {gap}").format(field=_("Type"), gap=self._gap.label(self._language)))
        self._fit(self._gap.type)
        column = QVBoxLayout(self)
        column.setContentsMargins(S12, S8, S12, S12)
        column.setSpacing(S8)
        column.addLayout(head)
        column.addLayout(self._form)

    def _fit(self, type_: GapType) -> None:
        """Choices only for a choice; a contact's default is a person's key, nothing to type."""
        self._form.setRowVisible(self.choices, type_ is GapType.CHOICE)
        self._form.setRowVisible(self.default, type_ is not GapType.CONTACT)

    def _rename(self) -> None:
        name = self.name.text().strip()
        if name != self._gap.name:
            self.renamed.emit(name)

    def _tell(self) -> None:
        language, type_ = self._language, GapType(self.type.currentData())
        self._fit(type_)
        self._gap = replace(
            self._gap,
            type=type_,
            labels=_with(self._gap.labels, language, self.label.text()),
            help=_with(self._gap.help, language, self.help.text()),
            defaults=_with(self._gap.defaults, language, self.default.text()),
            choices=self._choices(),
        )
        self.changed.emit(self._gap)

    def _choices(self) -> Mapping[str, Mapping[str, str]]:
        """The choices; a line keeps its key in every language by its place."""
        words = [line.strip() for line in self.choices.toPlainText().split("\n") if line.strip()]
        keys = list(dict.fromkeys(key for each in self._gap.choices.values() for key in each))
        keys += [slug(word, "_") or f"choice_{place}" for place, word in enumerate(words)][len(keys) :]
        own = dict(zip(keys, words, strict=False))
        others = {lang: each for lang, each in self._gap.choices.items() if lang != self._language}
        return {**others, self._language: own} if own else others


def _with(words: Mapping[str, str], language: str, new: str) -> dict[str, str]:
    kept = {lang: each for lang, each in words.items() if lang != language}
    return {**kept, language: new} if new.strip() else kept
