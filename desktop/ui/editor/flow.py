"""See :mod:`desktop.ui.widgets.flow`."""

from __future__ import annotations

from desktop.ui.widgets.flow import FlowRow

__all__ = ["FlowRow"]
