"""What the tests of pair checks share: the program's own rules, and one pair to check."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from desktop.app import wiring
from desktop.domain.finding import Finding
from desktop.services.pair_checking import pair_facts
from desktop.services.tools import Tools
from desktop.translation.checks.base import PairCheck
from desktop.translation.checks.context import Pair, PairFacts
from desktop.translation.checks.engine import PairEngine
from desktop.translation.checks.registry import PAIR_CHECKS

TEXTS = Path(__file__).parent / "texts"
#: Checks of figures, addresses and structure; those of language and typography have a folder and a corpus of their own.
FIGURES: tuple[PairCheck, ...] = tuple(each for each in PAIR_CHECKS if ".wording" not in type(each).__module__)


@cache
def tools() -> Tools:
    return wiring.make_tools()


@cache
def facts(source: str = "en", target: str = "es") -> PairFacts:
    return pair_facts(tools().house.profile("plain"), tools(), source, target)


def check_pairs(pairs: Sequence[Pair], given: PairFacts | None = None) -> tuple[Finding, ...]:
    return PairEngine(FIGURES).run(pairs, given or facts())


def check(source: str, target: str, languages: tuple[str, str] = ("en", "es")) -> tuple[Finding, ...]:
    return check_pairs([Pair.of_lines(1, source, target)], facts(*languages))


def names(found: Sequence[Finding]) -> set[str]:
    return {each.check for each in found}


def fixed(source: str, target: str, check_name: str, languages: tuple[str, str] = ("en", "es")) -> str | None:
    """The target with the fix of the one finding of a check."""
    from desktop.translation.checks.engine import fixed_text

    [finding] = [each for each in check(source, target, languages) if each.check == check_name]
    return fixed_text(Pair.of_lines(1, source, target), finding)
