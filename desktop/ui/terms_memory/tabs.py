"""The tabs of "Terms and memory", a line each, in their order; a tab's module is imported on its first visit."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from desktop.i18n import _
from desktop.ui.desk import Desk
from desktop.ui.terms_memory.tab import Tab, TabEntry


def _from(module: str, name: str) -> Callable[[Desk], Tab]:
    def make(desk: Desk) -> Tab:
        tab: Tab = getattr(import_module(f"desktop.ui.terms_memory.{module}"), name)(desk)
        return tab

    return make


TABS: tuple[TabEntry, ...] = (
    TabEntry("memory", lambda: _("Translation memory"), _from("memory.tab", "MemoryTab")),
    TabEntry("terms", lambda: _("Terms"), _from("terms.tab", "TermsTab")),
    TabEntry("align", lambda: _("Align earlier releases"), _from("align.tab", "AlignTab")),
)
