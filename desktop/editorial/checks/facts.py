"""What the checks are told besides the text: plain values, gathered by whoever asks."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.errors import BadInputError
from desktop.editorial.checks.profile import HouseProfile, HouseStyle
from desktop.editorial.checks.rules import LanguageRules
from desktop.editorial.gazetteer import Gazetteer
from desktop.i18n import _


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """Who held an office from when to when (both days included; ``None`` is open).

    ``titles`` are by language; ``organisation`` holds its names in all of them, with ``|`` between.
    """

    name: str
    organisation: str
    titles: Mapping[str, str]
    from_on: date | None = None
    to_on: date | None = None

    @property
    def office(self) -> str:
        """The title by which an office is known as the same."""
        return self.titles.get("en", "")

    def holds(self, on: date) -> bool:
        """Whether the person is in office on a day."""
        return (self.from_on is None or self.from_on <= on) and (self.to_on is None or on <= self.to_on)


def parse_holders(toml_text: str) -> tuple[OfficeHolder, ...]:
    """Office holders from their file. Raises :class:`BadInputError` that says what is wrong in it."""
    try:
        return tuple(
            OfficeHolder(
                str(row["name"]),
                str(row["organisation"]),
                {str(language): str(title) for language, title in row["titles"].items()},
                row.get("from"),
                row.get("to"),
            )
            for row in tomllib.loads(toml_text).get("holders", ())
        )
    except (tomllib.TOMLDecodeError, KeyError, AttributeError) as error:
        raise BadInputError(
            _("The list of office holders cannot be read: {reason}.").format(reason=str(error))
        ) from error


@dataclass(frozen=True, slots=True)
class StandingText:
    """A boilerplate's text in one language and the days it holds for."""

    boilerplate_id: str
    name: str
    text: str
    valid_from: date | None = None
    valid_to: date | None = None

    def holds(self, on: date) -> bool:
        """Whether the text may be used on a day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, eq=False)
class CheckFacts:
    """Everything that stays the same while one text is written. Compares by identity: make a new one on a change.

    ``published_on`` is the day (UTC) on which the text is to leave: the embargo's, or today.
    """

    language: str
    rules: LanguageRules
    profile: HouseProfile
    published_on: date
    gazetteer: Gazetteer
    release_type: str = ""
    holders: tuple[OfficeHolder, ...] = ()
    standing_texts: tuple[StandingText, ...] = ()
    #: Calling codes of the directory's and the office's numbers, for numbers written without one.
    calling_codes: tuple[str, ...] = field(default=())

    @property
    def style(self) -> HouseStyle:
        """The house's way with this language."""
        return self.profile.style(self.language)
