"""All that the program brings along for the checks, read once and shared."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.editorial.checks.facts import OfficeHolder
from desktop.editorial.checks.profile import HouseProfile
from desktop.editorial.checks.rules import LanguageRules, parse_rules


class HouseBook:
    """Rules per language, made on first use, the house profiles, and who holds which office.

    ``read_rules`` answers a language's file, or the empty string where there is none.
    """

    def __init__(
        self,
        read_rules: Callable[[str], str],
        profiles: tuple[HouseProfile, ...],
        holders: tuple[OfficeHolder, ...] = (),
    ) -> None:
        self._read_rules = read_rules
        self.profiles = profiles
        self.holders = holders
        self._rules: dict[str, LanguageRules] = {}

    def rules(self, language: str) -> LanguageRules:
        """A language's rules (``es-CR`` has those of ``es``); empty ones for a language nobody wrote any for."""
        short = language.split("-", 1)[0]
        if short not in self._rules:
            self._rules[short] = parse_rules(short, self._read_rules(short))
        return self._rules[short]

    def profile(self, name: str, switches: Mapping[str, bool] | None = None) -> HouseProfile:
        """The profile of this name, or the first; with the office's own switches (check → off)."""
        found = next((each for each in self.profiles if each.name == name), self.profiles[0])
        return found.switched(switches) if switches else found
