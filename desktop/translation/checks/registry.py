"""Every check of a pair, a line each, in the order in which Settings lists them."""

from __future__ import annotations

from desktop.translation.checks.base import PairCheck
from desktop.translation.checks.same_as_source import SameAsSource
from desktop.translation.checks.untranslated import Untranslated
from desktop.translation.checks.wording.registry import WORDING_CHECKS

PAIR_CHECKS: tuple[PairCheck, ...] = (
    # What is there at all
    Untranslated(),
    SameAsSource(),
    # Figures
    # Language and typography
    *WORDING_CHECKS,
)


def pair_check_named(name: str) -> PairCheck | None:
    """The check of this name."""
    return next((check for check in PAIR_CHECKS if check.name == name), None)
