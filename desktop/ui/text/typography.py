"""How blocks and marks look: laid over the document by kind, so that fonts and colours are never part of it.

A change of theme or text scale repaints; the document, its undo history and its ids are not touched.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from desktop.domain.document import BlockKind
from desktop.domain.richtext import SUGGESTION_MARKS, MarkKind
from desktop.domain.stamp import author_of
from desktop.ui.text import formats
from desktop.ui.text.measures import shape_of
from desktop.ui.theme import tokens


def kind_look(kind: BlockKind) -> QTextCharFormat:
    """Face, size, weight and colour of a kind, in the theme in force."""
    shape, look = shape_of(kind), tokens.current()
    made = QTextCharFormat()
    made.setFontFamilies(list(tokens.DOCUMENT_FAMILIES if shape.is_serif else tokens.UI_FAMILIES))
    made.setFontStyleHint(QFont.StyleHint.Serif if shape.is_serif else QFont.StyleHint.SansSerif)
    made.setProperty(QTextCharFormat.Property.FontPixelSize, tokens.px(tokens.TYPE_DOCUMENT * shape.size))
    if shape.weight is not None:
        made.setFontWeight(shape.weight)
    if shape.is_italic:
        made.setFontItalic(True)
    if shape.role != "text":
        made.setForeground(QColor(look.role(shape.role)))
    return made


def mark_look(base: QTextCharFormat, marks: formats.Marks, people: People | None = None) -> QTextCharFormat:
    """The look of a run with marks that need a colour of their own."""
    look = tokens.current()
    made = QTextCharFormat(base)
    for kind, value in sorted(marks):
        if kind is MarkKind.PLACEHOLDER:
            made.setForeground(QColor(look.stale))
            made.setBackground(QColor(look.soft("stale")))
        elif kind is MarkKind.PROTECTED:
            made.setForeground(QColor(look.info))
            made.setBackground(QColor(look.soft("info")))
        elif kind is MarkKind.LINK:
            made.setForeground(QColor(look.accent))
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        elif kind in SUGGESTION_MARKS:
            _lay_suggestion(made, kind, QColor(look.person(people.number_of(author_of(value)) if people else 0)))
        elif kind is MarkKind.EMPHASIS and base.fontItalic():
            made.setFontItalic(False)  # emphasis inside an italic quote stands upright
    return made


def _lay_suggestion(made: QTextCharFormat, kind: MarkKind, colour: QColor) -> None:
    made.setForeground(colour)
    if kind is MarkKind.INSERTION:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(colour)
    else:
        made.setFontStrikeOut(True)


#: Marks that the char format itself does not show.
_SHOWN = frozenset(
    {MarkKind.PLACEHOLDER, MarkKind.PROTECTED, MarkKind.LINK, MarkKind.EMPHASIS, *SUGGESTION_MARKS},
)


#: Looks kept ready; every suggestion is a mark of its own.
_MOST_LOOKS = 2_000


class People:
    """The people whose suggestions are shown, numbered as they come: each number has a colour in every theme."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number_of(self, author: str) -> int:
        """A person's number."""
        return self._numbers.setdefault(author, len(self._numbers))


class Typography(QSyntaxHighlighter):
    """Lays :func:`kind_look` and :func:`mark_look` over one document. Runs on changed blocks only."""

    def __init__(self, target: QTextDocument) -> None:
        super().__init__(target)
        self._kinds: dict[BlockKind, QTextCharFormat] = {}
        self._marked: dict[tuple[BlockKind, formats.Marks], QTextCharFormat] = {}
        self.people = People()

    def renew(self) -> None:
        """Take the theme and scale in force now."""
        self._kinds.clear()
        self._marked.clear()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        kind = formats.kind_of(block.blockFormat())
        base = self._kinds.get(kind)
        if base is None:
            base = self._kinds[kind] = kind_look(kind)
        self.setFormat(0, block.length() - 1, base)
        fragments = block.begin()
        start = block.position()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            marks = formats.marks_of(fragment.charFormat())
            if marks and any(mark in _SHOWN for mark, _ in marks):
                key = (kind, marks)
                if key not in self._marked:
                    if len(self._marked) > _MOST_LOOKS:
                        self._marked.clear()
                    self._marked[key] = mark_look(base, marks, self.people)
                self.setFormat(fragment.position() - start, fragment.length(), self._marked[key])
            fragments += 1


def document_face() -> QFont:
    """The document's default face, for the cursor of an empty block and for measuring the column."""
    font = QFont()
    font.setFamilies(list(tokens.DOCUMENT_FAMILIES))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(tokens.px(tokens.TYPE_DOCUMENT))
    return font
