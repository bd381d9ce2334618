"""A house profile: how one organisation writes, and which checks it wants."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from desktop.domain.errors import BadInputError
from desktop.i18n import _


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """One house's way with one language. An empty value leaves the choice to the writer, but one way a text.

    ``per_cent``: ``per cent``, ``percent``, ``%``, `` %`` (spaced) or a language's words. ``words_up_to``: whole
    numbers up to this are written in words. ``thousands`` and ``decimal``: the signs. ``quotes``: opening and
    closing sign; ``comma``: ``outside`` or ``inside`` of them. ``headline_case``: ``title`` or ``sentence``.
    ``headline_max``: characters. ``ize``: ``ize`` or ``ise``. ``currency``: how US dollars begin (``USD ``).
    ``titles``: titles with the hyphen that the house gives them. ``known``: acronyms that need no explanation.
    """

    per_cent: str = ""
    words_up_to: int = 0
    thousands: str = ""
    decimal: str = ""
    quotes: str = ""
    comma: str = ""
    apostrophe: str = ""
    dash: str = ""
    headline_case: str = ""
    headline_max: int = 0
    ize: str = ""
    currency: str = ""
    titles: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HouseProfile:
    """``off`` names checks that this house does without; ``parts`` the block kinds a template must have, by its name."""

    name: str
    titles: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)
    off: frozenset[str] = frozenset()
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    styles: Mapping[str, HouseStyle] = field(default_factory=dict)

    def style(self, language: str) -> HouseStyle:
        """The way with a language (``es-CR`` falls back to ``es``); where the house says nothing, everything is open."""
        return self.styles.get(language) or self.styles.get(language.split("-", 1)[0]) or HouseStyle()

    def title(self, language: str) -> str:
        """What the profile is called in a language of the interface."""
        return self.titles.get(language) or self.titles.get("en") or self.name

    def says(self, language: str) -> str:
        """One sentence about the profile."""
        return self.about.get(language) or self.about.get("en", "")

    def is_on(self, check: str) -> bool:
        """Whether the house wants a check."""
        return check not in self.off

    def switched(self, off: Mapping[str, bool]) -> HouseProfile:
        """The profile with the office's own switches: check name → whether it is off."""
        names = (self.off | {name for name, is_off in off.items() if is_off}) - {
            n for n, is_off in off.items() if not is_off
        }
        return replace(self, off=frozenset(names))


def parse_profile(toml_text: str) -> HouseProfile:
    """A profile from its file: ``name``, ``[titles]``, ``[about]``, ``off``, ``[parts]`` and ``[style.<language>]``.

    Raises :class:`BadInputError` that says what is wrong in it.
    """
    try:
        table = tomllib.loads(toml_text)
        return HouseProfile(
            str(table["name"]),
            _texts(table.get("titles", {})),
            _texts(table.get("about", {})),
            frozenset(str(name) for name in table.get("off", ())),
            {str(name): tuple(str(kind) for kind in kinds) for name, kinds in table.get("parts", {}).items()},
            {str(language): _style(given) for language, given in table.get("style", {}).items()},
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadInputError(_("The house profile cannot be read: {reason}.").format(reason=str(error))) from error


def _style(given: Mapping[str, Any]) -> HouseStyle:
    known = {each.name for each in fields(HouseStyle)}
    unknown = next((name for name in given if name not in known), "")
    if unknown:
        raise ValueError(unknown)
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
    return HouseStyle(**values)


def _texts(table: Mapping[str, Any]) -> dict[str, str]:
    return {str(key): str(value) for key, value in table.items()}
