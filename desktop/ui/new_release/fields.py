"""See :mod:`desktop.ui.widgets.gap_fields`."""

from __future__ import annotations

from desktop.ui.widgets.gap_fields import GapField, make_field

__all__ = ["GapField", "make_field"]
