"""The statistics as a small painted chart and a table."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.translation.statistics import Band, Statistics
from desktop.ui.theme import tokens
from desktop.ui.theme.tokens import S4, S12, px
from desktop.ui.translate.filling.band_words import band_word, column_words
from desktop.ui.widgets.section_header import label

#: How strongly a band is painted: what is known best in the accent, what nobody knows in the line's grey.
_STRENGTH = {
    Band.LINEAGE: 1.0,
    Band.CONTEXT: 0.9,
    Band.EXACT: 0.8,
    Band.REPETITION: 0.65,
    Band.B95: 0.55,
    Band.B85: 0.45,
    Band.B75: 0.35,
    Band.B50: 0.22,
}


class BandChart(QWidget):
    """One bar, as wide as there is room: each band takes its share of the words, the best known at the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: Statistics | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_statistics(self, made: Statistics) -> None:
        """Paint these."""
        self._made = made
        whole = max(1, made.total.words)
        shares = [
            _("{band}: {percent} %").format(band=band_word(row.band), percent=round(100 * row.count.words / whole))
            for row in made.bands
            if row.count.words
        ]
        self.setAccessibleName(_("Share of the words by match: {shares}").format(shares=", ".join(shares)))
        self.setToolTip("\n".join(shares))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = tokens.current()
        whole = QRectF(0, px(4), self.width(), px(12))
        painter.fillRect(whole, QColor(look.line))
        total = self._made.total.words if self._made else 0
        if not total or self._made is None:
            return
        left = 0.0
        for row in self._made.bands:
            width = whole.width() * row.count.words / total
            colour = QColor(look.accent)
            colour.setAlphaF(_STRENGTH.get(row.band, 0.0))
            painter.fillRect(QRectF(left, whole.top(), max(0.0, width - 1), whole.height()), colour)
            left += width


class StatisticsTable(QWidget):
    """Bands down, sentences and words across; figures stand right. Characters are in the tooltip and the export."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(S12)
        self._grid.setVerticalSpacing(S4)
        self._grid.setColumnStretch(0, 1)
        names = column_words()
        for column, name in enumerate(("band", "sentences", "words", "inner")):
            self._put(0, column, label(names[name], "small", wraps=column == 3))
        self._rows: dict[str, tuple[QLabel, QLabel, QLabel, QLabel]] = {}
        for place, band in enumerate(Band, 1):
            self._add(place, band.value, band_word(band), "")
        self._add(len(Band) + 1, "total", names["total"], "strong")

    def _add(self, place: int, key: str, words: str, role: str) -> None:
        row = (label(words, role), label("", role), label("", role), label("", role or "muted"))
        for column, each in enumerate(row):
            self._put(place, column, each)
        self._rows[key] = row

    def _put(self, row: int, column: int, widget: QLabel) -> None:
        side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
        widget.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(widget, row, column)

    def show_statistics(self, made: Statistics) -> None:
        """Fill the figures in."""
        names = column_words()
        rows = [(row.band.value, row.count, row.inner.words) for row in made.bands]
        rows.append(("total", made.total, sum(row.inner.words for row in made.bands)))
        for key, count, inner in rows:
            title, sentences, words, known = self._rows[key]
            sentences.setText(str(count.sentences))
            words.setText(str(count.words))
            known.setText(str(inner) if inner else "–")
            tip = f"{names['characters']}: {count.characters}\n{names['signs']}: {count.signs}"
            for each in (title, sentences, words, known):
                each.setToolTip(tip)

    def text_of(self, key: str) -> tuple[str, ...]:
        """What a row says, by its band's value or ``total``."""
        return tuple(each.text() for each in self._rows[key])
