"""When Python looks for garbage: not while starting, where nothing made is garbage (a tenth of the start)."""

from __future__ import annotations

import gc


def rest_collector() -> None:
    """Look for none until :func:`wake_collector`; called before anything large is imported."""
    gc.disable()


def wake_collector() -> None:
    """Look for garbage from now on; what the start made stays out of every later round."""
    gc.freeze()
    gc.enable()
