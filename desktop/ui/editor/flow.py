"""The wrapping row of the editor's bars, which every screen uses now."""

from __future__ import annotations

from desktop.ui.widgets.flow import FlowRow

__all__ = ["FlowRow"]
