"""Every check of a pair, a line each, in the order in which Settings lists them."""

from __future__ import annotations

from desktop.translation.checks.addresses import Addresses
from desktop.translation.checks.base import PairCheck
from desktop.translation.checks.brackets import Brackets
from desktop.translation.checks.consistency import Consistency, MemoryConsistency, SameTarget
from desktop.translation.checks.dateline_city import DatelineCity
from desktop.translation.checks.dates import DateValues
from desktop.translation.checks.gaps import GapsLeft
from desktop.translation.checks.large_numbers import Billion
from desktop.translation.checks.marks import MarksAndChips
from desktop.translation.checks.missing_text import LengthRatio, MissingText
from desktop.translation.checks.money import Money
from desktop.translation.checks.number_signs import NumberSigns
from desktop.translation.checks.numbers import Numbers
from desktop.translation.checks.per_cent_form import PerCentForm
from desktop.translation.checks.percentages import Percentages
from desktop.translation.checks.same_as_source import SameAsSource
from desktop.translation.checks.short_dates import ShortDates
from desktop.translation.checks.speaker import SameSpeaker
from desktop.translation.checks.stale import Stale
from desktop.translation.checks.times import Times
from desktop.translation.checks.unedited_fuzzy import UneditedFuzzy
from desktop.translation.checks.untranslated import Untranslated
from desktop.translation.checks.web_addresses import WebAddresses
from desktop.translation.checks.wording.registry import WORDING_CHECKS

PAIR_CHECKS: tuple[PairCheck, ...] = (
    # What is there at all
    Untranslated(),
    SameAsSource(),
    MissingText(),
    LengthRatio(),
    GapsLeft(),
    MarksAndChips(),
    Brackets(),
    Stale(),
    UneditedFuzzy(),
    Consistency(),
    SameTarget(),
    MemoryConsistency(),
    # Figures and names
    Numbers(),
    Billion(),
    NumberSigns(),
    Percentages(),
    PerCentForm(),
    Money(),
    DateValues(),
    ShortDates(),
    Times(),
    Addresses(),
    WebAddresses(),
    DatelineCity(),
    SameSpeaker(),
    # Language and typography
    *WORDING_CHECKS,
)


def pair_check_named(name: str) -> PairCheck | None:
    """The check of this name."""
    return next((check for check in PAIR_CHECKS if check.name == name), None)
