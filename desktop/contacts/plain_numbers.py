"""Plainly written numbers, read by the numbering plans alone: a list of 20,000 has to come in within seconds.

``phonenumbers`` reads anything, at a fifth of a millisecond a number. Most numbers of a list are digits with blanks
between them; for these its own patterns say the same at once. What is not plain is left to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumberDesc

_PLAIN = re.compile(r"\+?[0-9][0-9 .-]{4,24}")
_KINDS = (
    "fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost", "personal_number", "voip", "pager", "uan",
    "voicemail",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Plan:
    """A region's numbering plan: what its numbers look like, and what may stand before them inside the country."""

    code: str
    numbers: tuple[tuple[frozenset[int], re.Pattern[str]], ...]
    prefix: re.Pattern[str] | None

    def has(self, digits: str) -> bool:
        """Whether the digits are a number of the plan with nothing before it."""
        if self.prefix is not None and self.prefix.match(digits):
            return False
        general, *kinds = self.numbers
        return _fits(general, digits) and any(_fits(kind, digits) for kind in kinds)


def quick_e164(written: str, region: str) -> str:
    """A plainly written number as ``+50622125327``; empty where it takes more than a look."""
    if not _PLAIN.fullmatch(written):
        return ""
    digits = re.sub(r"\D", "", written)
    if written.startswith("+"):
        code = next((digits[:size] for size in (1, 2, 3) if is_calling_code(digits[:size])), "")
        plan = _plan(_only_region(code)) if code else None
        return f"+{digits}" if plan is not None and plan.has(digits[len(code) :]) else ""
    first = re.split(r"\D", written, maxsplit=1)[0]
    if not region or is_calling_code(first):
        return ""
    plan = _plan(region)
    return f"+{plan.code}{digits}" if plan is not None and plan.has(digits) else ""


@lru_cache(maxsize=2048)
def is_calling_code(digits: str) -> bool:
    """Whether these digits are a country's calling code."""
    import phonenumbers  # noqa: PLC0415 - lazy: its metadata costs start time

    return len(digits) <= 3 and digits.isdecimal() and int(digits) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE


@lru_cache(maxsize=512)
def _only_region(code: str) -> str:
    """The region of a calling code that no other region shares."""
    import phonenumbers  # noqa: PLC0415 - lazy: its metadata costs start time

    regions = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(int(code), ())
    return regions[0] if len(regions) == 1 else ""


@lru_cache(maxsize=512)
def _plan(region: str) -> _Plan | None:
    import phonenumbers  # noqa: PLC0415 - lazy: its metadata costs start time

    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region, None) if region else None
    if metadata is None or not metadata.country_code or _only_region(str(metadata.country_code)) != region:
        return None
    descriptions = [metadata.general_desc, *(getattr(metadata, kind) for kind in _KINDS)]
    numbers = tuple(found for found in map(_numbers, descriptions) if found is not None)
    prefix = metadata.national_prefix_for_parsing
    if len(numbers) < 2:
        return None
    return _Plan(str(metadata.country_code), numbers, re.compile(prefix) if prefix else None)


def _numbers(description: PhoneNumberDesc | None) -> tuple[frozenset[int], re.Pattern[str]] | None:
    if description is None or not description.national_number_pattern:
        return None
    return frozenset(description.possible_length), re.compile(description.national_number_pattern)


def _fits(numbers: tuple[frozenset[int], re.Pattern[str]], digits: str) -> bool:
    lengths, pattern = numbers
    return (not lengths or len(digits) in lengths) and pattern.fullmatch(digits) is not None
