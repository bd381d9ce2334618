"""Suggestions while typing in the grid."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer

from desktop.domain.richtext import RichText
from desktop.domain.segment import PairedSegment, Segment
from desktop.i18n import _
from desktop.services.completing import SentenceOffers, TextOffers, gathered
from desktop.services.translating import Grid
from desktop.translation.completing import CompletionSource, Offer, begun_word, completed
from desktop.ui.text.alive import while_alive
from desktop.ui.text.projection import point_in_block
from desktop.ui.translate.completing.popup import CompletionPopup
from desktop.ui.translate.page import GridPage
from desktop.ui.translate.part import GridPart

#: Whether suggestions are shown, in the preferences.
COMPLETES = "translate.completes"
_AFTER_MS = 90


class CompletionPart(GridPart):
    """A key starts a timer; the timer looks the begun word up among the offers made for the sentence.

    ``sources`` may be added to by other parts (terms, memory); they are asked in the pool when a sentence becomes
    active, and again on :meth:`gather`.
    """

    def __init__(self, page: GridPage) -> None:
        super().__init__(page)
        self.sources: list[CompletionSource] = [SentenceOffers(page.desk.tools)]
        self._offers: tuple[Offer, ...] = ()
        self._lent: tuple[str, list[Segment]] = ("", [])
        self._refused = ""
        self._edit = page.view.cell.edit
        self.popup = CompletionPopup(self._edit, page)
        self.popup.taken.connect(self._take)
        self.popup.refused.connect(self._refuse)
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self.look)
        self._edit.cursorPositionChanged.connect(self._moved)
        page.view.verticalScrollBar().valueChanged.connect(lambda _value: self.popup.close_quietly())
        page.desk.actions.add(
            "translate.completes",
            _("Suggestions while typing: on or off"),
            "",
            self.toggle,
            owner=page,
            screen="translate",
            icon="text-aa",
        )

    @property
    def is_on(self) -> bool:
        """Whether suggestions are wanted."""
        return self.page.desk.preferences.get(COMPLETES, "on") != "off"

    def toggle(self) -> None:
        """Turn suggestions on or off, from now on."""
        self.page.desk.preferences.set(COMPLETES, "off" if self.is_on else "on")
        self.popup.close_quietly()
        self.page.desk.notify(_("Suggestions are shown.") if self.is_on else _("Suggestions are not shown."))
        self.gather()

    def row_changed(self, pair: PairedSegment | None) -> None:
        """Another sentence has other offers."""
        self._timer.stop()
        self._offers, self._refused = (), ""
        self.popup.close_quietly()
        if pair is not None:
            self.gather()

    def shown(self, grid: Grid) -> None:
        """What was confirmed meanwhile lends its words."""
        active = self.page.view.active_id
        done = [each.segment for each in grid.live if each.segment.is_done and each.segment.id != active]
        if (active, done) != self._lent:  # while somebody types, the others stay as they are
            self.gather()
        self._lent = (active, done)

    def gather(self) -> None:
        """Ask everybody for offers for the active sentence."""
        pair, grid = self.page.view.cell.pair, self.page.grid
        if pair is None or grid is None or not self.is_on:
            return
        sources = (*self.sources, TextOffers(self.page.model.pairs))
        languages = (grid.release.source_language, grid.version.language)

        def take(offers: tuple[Offer, ...]) -> None:
            if pair.segment.id == self.page.view.active_id:
                self._offers = offers

        self.page.desk.compute(
            lambda: gathered(sources, pair, *languages), while_alive(self, take), key="translate.offers"
        )

    def typed(self, text: RichText) -> None:
        """Look after a moment."""
        if self._edit.hasFocus():
            self._timer.start()

    def _moved(self) -> None:
        if self.popup.isVisible() and not self._timer.isActive():
            self._timer.start()

    def leave(self) -> None:
        """Nothing hangs over another screen."""
        self._timer.stop()
        self.popup.close_quietly()

    def _word(self) -> tuple[str, str]:
        """What is begun at the cursor, and the text before it."""
        cursor = self._edit.textCursor()
        if cursor.hasSelection():
            return "", ""
        text, at = self._edit.text_now().text, point_in_block(cursor)
        word = begun_word(text, at)
        return word, text[: at - len(word)]

    def look(self) -> None:
        """Show what the begun word may become."""
        word, before = self._word()
        if not word or not self.is_on or (self._refused and word.startswith(self._refused)):
            self.popup.close_quietly()
            return
        self._refused = ""
        found = completed(word, self._offers, before)
        rect = self._edit.cursorRect()
        corner = self._edit.viewport().mapTo(self.page, rect.bottomLeft())
        self.popup.show_offers(found, QPoint(corner.x(), corner.y()))

    def _refuse(self) -> None:
        self._refused = self._word()[0]

    def _take(self, offer: Offer) -> None:
        word, _before = self._word()
        if word:
            end = point_in_block(self._edit.textCursor())
            self._edit.select_text(end - len(word), end)
        self._edit.insert(RichText.plain(offer.text))
        self._timer.stop()
