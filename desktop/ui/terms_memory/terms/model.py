"""The concepts as a table: a column for each of the main languages, the others in one, subject and note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.domain.concept import Concept, languages_of
from desktop.i18n import _
from desktop.translation.terms.tokens import fold
from desktop.ui.widgets.language_words import own_name

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TEXTS = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole})
#: Languages with a column of their own.
_MAIN = 2


class Shown(StrEnum):
    """Which concepts are shown."""

    ALL = "all"
    FORBIDDEN = "forbidden"
    UNTRANSLATED = "untranslated"


@dataclass(frozen=True, slots=True)
class _Column:
    title: str
    text: Callable[[Concept], str]


def terms_in(concept: Concept, language: str) -> str:
    """The usable terms of a language in one line, the preferred first."""
    return " · ".join(term.text for term in concept.usable(language))


def searched(concept: Concept) -> str:
    """All words by which a concept is found, folded."""
    parts = [concept.subject, concept.definition, concept.note, concept.source]
    return fold(" ".join([*(f"{term.text} {term.note} {term.means}" for term in concept.terms), *parts]))


class ConceptsModel(QAbstractTableModel):
    """All concepts are here: a termbase of an office has thousands, not millions. Sorted and filtered in memory."""

    def __init__(self) -> None:
        super().__init__()
        self.concepts: tuple[Concept, ...] = ()
        self.rows: list[Concept] = []
        self.languages: tuple[str, ...] = ()
        self._columns: list[_Column] = []
        self._words: dict[str, str] = {}
        self._text, self._shown = "", Shown.ALL
        self._sorted = (-1, False)

    # -- filling --------------------------------------------------------------------------------------------

    def show_concepts(self, concepts: tuple[Concept, ...]) -> None:
        """Show a termbase."""
        self.beginResetModel()
        self.concepts = concepts
        primaries = languages_of(concepts)
        self.languages = tuple(dict.fromkeys(language.split("-", 1)[0] for language in primaries))
        self._columns = self._make_columns()
        self._words = {}
        self._fill()
        self.endResetModel()

    def filter(self, text: str, shown: Shown) -> None:
        """Show those with every word of a text somewhere, case and accents folded."""
        self.beginResetModel()
        self._text, self._shown = text, shown
        self._fill()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self._sorted = (column, order == Qt.SortOrder.DescendingOrder)
        self._fill()
        self.endResetModel()

    def _make_columns(self) -> list[_Column]:
        main, rest = self.languages[:_MAIN], self.languages[_MAIN:]
        made = [_Column(own_name(tag), lambda concept, tag=tag: terms_in(concept, tag)) for tag in main]  # type: ignore[misc]
        if rest:
            made.append(_Column(_("Other languages"), lambda concept: _others(concept, rest)))
        made.append(_Column(_("Never"), lambda c: " · ".join(term.text for term in c.terms if term.is_forbidden)))
        if any(concept.subject for concept in self.concepts):
            made.append(_Column(_("Subject"), lambda concept: concept.subject))
        made.append(_Column(_("Note"), lambda concept: " ".join((concept.note or concept.definition).split())))
        return made

    def _fill(self) -> None:
        words = fold(self._text).split()
        rows = [each for each in self.concepts if self._passes(each) and self._has(each, words)]
        column, is_descending = self._sorted
        if 0 <= column < len(self._columns):
            text = self._columns[column].text
            rows.sort(key=lambda concept: (not text(concept), fold(text(concept))), reverse=is_descending)
        self.rows = rows

    def _passes(self, concept: Concept) -> bool:
        if self._shown is Shown.FORBIDDEN:
            return any(term.is_forbidden for term in concept.terms)
        if self._shown is Shown.UNTRANSLATED:
            return any(not concept.usable(language) for language in self.languages[:_MAIN])
        return True

    def _has(self, concept: Concept, words: Sequence[str]) -> bool:
        if not words:
            return True
        if concept.id not in self._words:
            self._words[concept.id] = searched(concept)
        return all(word in self._words[concept.id] for word in words)

    # -- asking ---------------------------------------------------------------------------------------------

    def concept_at(self, row: int) -> Concept | None:
        """The concept in a row."""
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def row_of(self, concept_id: str) -> int:
        """The row of a concept, -1 where it is not shown."""
        return next((row for row, concept in enumerate(self.rows) if concept.id == concept_id), -1)

    # -- Qt -------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        concept = self.concept_at(index.row()) if index.isValid() else None
        return self._columns[index.column()].text(concept) if concept is not None and role in _TEXTS else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._columns[section].title if role == Qt.ItemDataRole.DisplayRole else None


def _others(concept: Concept, languages: Sequence[str]) -> str:
    shown = ((language, terms_in(concept, language)) for language in languages)
    return "   ".join(f"{language.upper()} {text}" for language, text in shown if text)
