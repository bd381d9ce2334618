"""How the texts of a cell look: laid out once per text and width, painted many times."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from desktop.domain.errors import ComunicadoError
from desktop.domain.segment import PairedSegment
from desktop.editorial.finding import Finder
from desktop.ui.text import formats
from desktop.ui.text.projection import select_points
from desktop.ui.text.typography import mark_look
from desktop.ui.text.underlining import Stroke, Underline, strokes
from desktop.ui.theme import tokens
from desktop.ui.theme.fonts import document_font
from desktop.ui.translate.rows import DiffRun, source_runs

_KEPT = 400
_LINE_HEIGHT = 135.0


def cell_look() -> QTextCharFormat:
    """Face, size and colour of the grid's texts."""
    made = QTextCharFormat()
    made.setFont(document_font(tokens.TYPE_LARGE))
    made.setForeground(QColor(tokens.current().text))
    return made


def run_look(base: QTextCharFormat, marks: formats.Marks) -> QTextCharFormat:
    """The look of a run: chips and links in their colours, strong and emphasis as they are."""
    made = mark_look(base, marks)
    made.merge(formats.char_format(marks))
    return made


def line_format() -> QTextBlockFormat:
    """Line height of a cell."""
    made = QTextBlockFormat()
    made.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return made


def lay_out(runs: Iterable[DiffRun], width: float) -> QTextDocument:
    """A document of these runs, as wide as asked; deleted words are struck, inserted ones underlined."""
    look = tokens.current()
    made = QTextDocument()
    made.setDocumentMargin(0)
    made.setUndoRedoEnabled(False)
    cursor = QTextCursor(made)
    cursor.setBlockFormat(line_format())
    base = cell_look()
    before = ""
    for run in runs:
        if (before, run.kind) in (("delete", "insert"), ("insert", "delete")):
            cursor.insertText("\u2009", base)  # struck and new words must not read as one
        before = run.kind
        for piece in run.text.runs():
            form = run_look(base, piece.marks)
            if run.kind == "delete":
                form.setForeground(QColor(look.problem))
                form.setFontStrikeOut(True)
            elif run.kind == "insert":
                form.setForeground(QColor(look.ok))
                form.setFontUnderline(True)
            cursor.insertText(piece.text.replace("\n", "\u2028"), form)
    made.setTextWidth(width)
    return made


def light_places(made: QTextDocument, finder: Finder) -> None:
    """Put a ground under every place found."""
    block = made.firstBlock()
    ground = QTextCharFormat()
    ground.setBackground(QColor(tokens.current().soft("stale")))
    try:
        places = finder.places(block.text())
    except ComunicadoError:  # a pattern that takes too long lights nothing
        return
    for place in places:
        select_points(block, place.start, place.end).mergeCharFormat(ground)


class CellTexts:
    """Laid-out cells, the most recent kept. Forget them when theme or scale change."""

    def __init__(self) -> None:
        self._documents: OrderedDict[tuple[object, ...], QTextDocument] = OrderedDict()
        self._strokes: OrderedDict[tuple[object, ...], tuple[tuple[Underline, tuple[Stroke, ...]], ...]] = OrderedDict()
        self._finder: Finder | None = None

    def light(self, finder: Finder | None) -> None:
        """Put a ground under what is looked for, from now on."""
        self._finder = finder
        self.clear()

    def source(self, pair: PairedSegment, width: int) -> QTextDocument:
        """The source cell with its word diff."""
        segment = pair.segment
        return self._get((segment.source, segment.made_from, width), lambda: source_runs(pair), width)

    def strokes(
        self, pair: PairedSegment, width: int, marks: tuple[Underline, ...]
    ) -> tuple[tuple[Underline, tuple[Stroke, ...]], ...]:
        """Where the underlines of a source cell lie in its lines, kept as long as its text and they stay."""
        key = (pair.segment.source, pair.segment.made_from, width, marks)
        found = self._strokes.get(key)
        if found is None:
            block = self.source(pair, width).firstBlock()
            found = self._strokes[key] = tuple((each, strokes(block, each)) for each in marks)
            while len(self._strokes) > _KEPT:
                self._strokes.popitem(last=False)
        return found

    def target(self, pair: PairedSegment, width: int) -> QTextDocument:
        """The target cell."""
        target = pair.segment.target
        return self._get((target, width), lambda: (DiffRun("equal", target),), width)

    def clear(self) -> None:
        """Lay out afresh from now on."""
        self._documents.clear()
        self._strokes.clear()

    def _get(self, key: tuple[object, ...], runs: Callable[[], Iterable[DiffRun]], width: int) -> QTextDocument:
        found = self._documents.get(key)
        if found is None:
            found = self._documents[key] = lay_out(runs(), width)
            if self._finder is not None:
                light_places(found, self._finder)
            while len(self._documents) > _KEPT:
                self._documents.popitem(last=False)
        else:
            self._documents.move_to_end(key)
        return found


class CellTypography(QSyntaxHighlighter):
    """The same look over the document that is being typed in."""

    def highlightBlock(self, text: str) -> None:
        base = cell_look()
        block = self.currentBlock()
        self.setFormat(0, block.length() - 1, base)
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            marks = formats.marks_of(fragment.charFormat())
            if marks:
                self.setFormat(fragment.position() - block.position(), fragment.length(), run_look(base, marks))
            fragments += 1
