"""The bars of the editor: one open at a time, each opened on what the text or the release has."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.document import BlockKind
from desktop.editorial.dateline import build_dateline
from desktop.i18n import _
from desktop.services.releases import OpenRelease
from desktop.services.tools import Tools
from desktop.ui.editor import page_deeds, writing
from desktop.ui.editor.bars import DatelineBar, LinkBar
from desktop.ui.editor.toolbar import link_under
from desktop.ui.editor.tracked_page import TrackedPage
from desktop.ui.widgets.moment_bar import MomentBar


class EditorBars(QWidget):
    """Links and datelines are put on the page here; the embargo is told through ``embargo.chosen``."""

    def __init__(self, page: TrackedPage, tools: Tools, opened: Callable[[], OpenRelease | None]) -> None:
        super().__init__()
        self._page, self._tools, self._opened = page, tools, opened
        self.link = LinkBar()
        self.dateline = DatelineBar(self._written, lambda: tools.gazetteer.names(self._language()))
        self.embargo = MomentBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in (self.link, self.dateline, self.embargo):
            column.addWidget(bar)
            bar.closed.connect(page.setFocus)
        self.link.linked.connect(lambda url: writing.set_link(page.textCursor(), page.ledger, url))
        self.dateline.built.connect(lambda text, place, date: page_deeds.set_dateline(page, text, place, date))

    def open_bar(self, name: str) -> None:
        """Open ``link``, ``dateline`` or ``embargo``."""
        opened = self._opened()
        if opened is None:
            return
        for bar in (self.link, self.dateline, self.embargo):
            bar.hide()
        if name == "link":
            url = link_under(self._page)
            if url is not None:
                self.link.open_with(url)
        elif name == "dateline":
            block = self._page.current().first(BlockKind.DATELINE)
            self.dateline.open_with(block.attr("place") if block else "", block.attr("date") if block else "")
        elif name == "embargo":
            at, zone = opened.release.embargo_at, opened.release.embargo_zone
            words = (_("Embargo until"), _("Set embargo"), _("For immediate release"))
            self.embargo.open_for(name, *words, at, zone)

    def _language(self) -> str:
        opened = self._opened()
        return opened.source.language if opened else "en"

    def _written(self, place: str, on: datetime | None) -> str:
        day = on.date() if on else None
        return build_dateline(place, day, self._language(), self._tools.gazetteer, with_date=day is not None)
