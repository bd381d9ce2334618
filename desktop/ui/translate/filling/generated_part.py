"""Dates, names, numbers and contacts fill themselves when a version is shown."""

from __future__ import annotations

from desktop.i18n import _, ngettext
from desktop.services.generating import fill_generated
from desktop.services.translating import Grid
from desktop.ui.text.alive import while_alive
from desktop.ui.translate.page import GridPage
from desktop.ui.translate.part import GridPart

#: Whether sentences fill themselves, in the preferences.
FILLS = "translate.fills"


class GeneratedPart(GridPart):
    """Asks once for each sentence that came onto the page without a translation; one undo takes a filling back."""

    def __init__(self, page: GridPage) -> None:
        super().__init__(page)
        self._tried: set[str] = set()

    def shown(self, grid: Grid) -> None:
        """Fill what is new and open."""
        open_ids = {pair.segment.id for pair in grid.live if not pair.segment.has_translation}
        fresh = open_ids - self._tried
        if not fresh or self.page.desk.preferences.get(FILLS, "on") == "off":
            return
        self._tried |= fresh
        version_id, tools = grid.version.id, self.page.desk.tools
        self.page.desk.deed(
            lambda uow: fill_generated(uow, tools, version_id),
            while_alive(self, self._tell),
            initiator="generated",
            flush=False,
        )

    def _tell(self, count: int) -> None:
        if count:
            words = ngettext(
                "{count} sentence of dates, names or numbers was filled in.",
                "{count} sentences of dates, names or numbers were filled in.",
                count,
            )
            undo = self.page.desk.undo_stack.undo
            self.page.desk.notify(words.format(count=count), "ok", action_label=_("Undo"), action=undo)
