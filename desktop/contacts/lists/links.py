"""Lists made of lists: what one is made of, and that none is made of itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.domain.errors import BadInputError
from desktop.i18n import _


def refuse_circle(
    list_id: str, parts: Iterable[str], made_of: Mapping[str, Iterable[str]], names: Mapping[str, str]
) -> None:
    """Raise BadInputError, naming the way round, where ``list_id`` would be made of itself through its parts.

    ``made_of`` has, for the other lists, the ids of those they take in or leave out.
    """
    for part in parts:
        way = _way(part, list_id, made_of)
        if way:
            path = " → ".join(names.get(each, each) for each in (list_id, *way))
            raise BadInputError(
                _("A list cannot be made of itself: {path}.").format(path=path), kept=_("Nothing was changed.")
            )


def _way(start: str, goal: str, made_of: Mapping[str, Iterable[str]]) -> list[str]:
    """The lists from ``start`` to ``goal``; empty where there is no way."""
    came_from: dict[str, str] = {start: ""}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here == goal:
            way = [here]
            while came_from[way[-1]]:
                way.append(came_from[way[-1]])
            return way[::-1]
        for each in made_of.get(here, ()):
            if each not in came_from:
                came_from[each] = here
                waiting.append(each)
    return []
