"""Phone numbers as people write them, made into E.164 with the extension kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.contacts.plain_numbers import is_calling_code, quick_e164
from desktop.domain.contact import Phone

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_MAX_WRITTEN = 120
_LABEL = re.compile(
    r"^\s*(?:tel(?:[ée]fono|ephone)?|phone|m[óo]vil|mobile|cel(?:ular|l)?|fax|ph?|t)\s*[.:]+\s*", re.IGNORECASE
)
_FOREIGN_PREFIX = re.compile(r"^\s*\(?\s*(?:00|\+)\s*\)?\s*(?=[\d(])")
_TAIL = re.compile(r"\s*(?:ext|int|x|#|anexo|;).*$", re.IGNORECASE)
#: Below this many digits a bare number is not read as an international one unless its first group is a calling code.
_MIN_BARE_INTERNATIONAL = 10


def parse_phone(raw: str, region: str = "", *, hints: Sequence[str] = ()) -> Phone | None:
    """The number, or ``None`` where no reading gives a valid one. Never raises.

    ``region`` (ISO 3166-1 alpha-2) is where the writer dials from, ``hints`` further regions to try in order.
    A number that is grouped as an international one (``506-2212-5327``) is read as international whatever the
    region says; otherwise the regions are tried first and the international reading last.
    """
    written = _LABEL.sub("", " ".join(raw.split()))
    if not written or len(written) > _MAX_WRITTEN:
        return None
    regions = [r.strip().upper() for r in (region, *hints) if r.strip()]
    plain = quick_e164(written, regions[0] if regions else "")
    if plain:
        return Phone(plain)
    for number in _readings(written, regions):
        e164 = _e164(number)
        if e164:
            return Phone(e164, extension=number.extension or "")
    return None


def to_e164(raw: str, region: str = "") -> str:
    """The number as ``+50622125327``, without its extension; the empty string where it is not valid."""
    phone = parse_phone(raw, region)
    return phone.number if phone else ""


def is_region(code: str) -> bool:
    """Whether an ISO 3166-1 code (upper case) has telephone numbers of its own."""
    import phonenumbers  # noqa: PLC0415 - lazy: its metadata costs start time

    return code in phonenumbers.SUPPORTED_REGIONS


@lru_cache(maxsize=4096)
def format_international(number: str) -> str:
    """An E.164 number as people read it (``+506 2212 5327``); anything else comes back unchanged."""
    import phonenumbers  # noqa: PLC0415 - lazy: its metadata costs start time

    parsed = _parse(number, None) if number.startswith("+") else None
    if parsed is None:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _readings(written: str, regions: Sequence[str]) -> Iterator[PhoneNumber]:
    foreign = _FOREIGN_PREFIX.sub("+", written)
    if foreign != written or written.startswith("+"):
        yield from _present(_parse(foreign, None))
    groups = re.findall(r"\d+", _TAIL.sub("", written))
    may_be_code = bool(groups) and is_calling_code(groups[0])
    can_be_international = written[0] in "0123456789(" and (
        may_be_code or len("".join(groups)) >= _MIN_BARE_INTERNATIONAL
    )
    international = _parse("+" + written, None) if can_be_international else None
    if international is not None and may_be_code and groups == _groups(international):
        yield international
    for region in regions:
        yield from _present(_parse(written, region))
    starts_with_code = bool(groups) and international is not None and groups[0] == str(international.country_code)
    if international is not None and (starts_with_code or len("".join(groups)) >= _MIN_BARE_INTERNATIONAL):
        yield international


def _present(number: PhoneNumber | None) -> Iterator[PhoneNumber]:
    if number is not None:
        yield number


def _parse(written: str, region: str | None) -> PhoneNumber | None:
    import phonenumbers  # noqa: PLC0415 - lazy: its metadata costs start time

    try:
        return phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None


def _e164(number: PhoneNumber) -> str:
    import phonenumbers  # noqa: PLC0415 - lazy: its metadata costs start time

    if not phonenumbers.is_valid_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _groups(number: PhoneNumber) -> list[str]:
    """The groups of digits that the number's country writes, the calling code first."""
    import phonenumbers  # noqa: PLC0415 - lazy: its metadata costs start time

    bare = phonenumbers.PhoneNumber()
    bare.merge_from(number)
    bare.extension = None
    return re.findall(r"\d+", phonenumbers.format_number(bare, phonenumbers.PhoneNumberFormat.INTERNATIONAL))
