"""Two windows, two people: a change made on an older view of a thing does not overwrite a newer one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from desktop.domain.errors import ConflictError
from desktop.domain.release import Release, Version
from desktop.i18n import _

T = TypeVar("T", Release, Version)


def refuse_unseen(current: T, seen: T | None, names: Iterable[str]) -> None:
    """Raise ConflictError where one of the named fields is not what the person had before the eyes.

    The row's ``rev`` is no measure: it rises with every saved word. ``None``: the person saw nothing (command line).
    """
    if seen is None or all(getattr(current, name) == getattr(seen, name) for name in names):
        return
    raise ConflictError(
        _("Somebody changed this meanwhile; what is there now is shown."),
        kept=_("Nothing was overwritten."),
        advice=_("Repeat your change if it is the right one."),
    )
