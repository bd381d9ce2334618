"""The keys of other programs for the same deeds: data files that say which action has which keys."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from desktop import places
from desktop.ui.desk import Desk

#: The scheme in force, in the preferences; empty for the program's own keys.
SCHEME_PREFERENCE = "keys.scheme"
SCHEMES = ("omegat", "trados")


@cache
def scheme_keys(name: str) -> Mapping[str, tuple[str, ...]]:
    """Action → keys of a scheme; nothing for an unknown name, which leaves every key as it is."""
    if name not in SCHEMES:
        return {}
    read = tomllib.loads(places.resource("keys", f"{name}.toml").read_text("utf-8"))
    return {action: tuple(keys) for action, keys in read["keys"].items()}


def scheme_title(name: str) -> str:
    """What a scheme is called."""
    return str(tomllib.loads(places.resource("keys", f"{name}.toml").read_text("utf-8"))["name"])


def use_chosen_scheme(desk: Desk) -> None:
    """Give the actions the keys of the scheme in the preferences, those still to be registered too."""
    desk.actions.use_keys(scheme_keys(desk.preferences.get(SCHEME_PREFERENCE)))
