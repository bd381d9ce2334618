"""E-mail addresses and telephone numbers, which must arrive as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.figures.contacts import Address, read_contacts

#: A number of fewer digits than these says nothing.
_LEAST = 7


class Addresses(SegmentCheck):
    """By digits for telephones (a country code may be added), letter by letter for e-mail."""

    name = "phones-emails"
    title = N_("Telephones and e-mail addresses")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        source, target = read_contacts(pair.source.text), read_contacts(pair.target.text)
        yield from compare_addresses(self, pair, source.emails, target.emails, _is_same_mail)
        digits = tuple(re.sub(r"\D", "", pair_text) for pair_text in (pair.source.text, pair.target.text))
        missing = tuple(each for each in source.phones if each.key not in digits[1])
        extra = tuple(
            each
            for each in target.phones
            if each.key not in digits[0] and not _is_in(digits[0], each.key) and not _is_known(each, source.phones)
        )
        yield from compare_addresses(self, pair, missing, extra, _is_same_phone)


def compare_addresses(
    check: SegmentCheck,
    pair: Pair,
    source: Sequence[Address],
    target: Sequence[Address],
    is_same: Callable[[Address, Address], bool],
) -> Iterable[Finding]:
    """Findings for addresses that the other side does not have; a changed one is put right by its fix."""
    missing = [one for one in source if not any(is_same(one, other) for other in target)]
    extra = [other for other in target if not any(is_same(one, other) for one in source)]
    shared = min(len(missing), len(extra))
    for one, other in zip(missing, extra, strict=False):
        words = _("The source says “{source}”, the translation “{target}”.").format(source=one.text, target=other.text)
        yield check.at(pair, (other.start, other.end), words, one.text, source=(one.start, one.end))
    for one in missing[shared:]:
        words = _("“{source}” of the source is missing in the translation.").format(source=one.text)
        yield check.at(pair, (0, 0), words, source=(one.start, one.end))
    for other in extra[shared:]:
        words = _("“{target}” is not in the source.").format(target=other.text)
        yield check.at(pair, (other.start, other.end), words)


def _is_in(digits: str, key: str) -> bool:
    """Whether a number stands there without its country code (two or three digits) or its trunk nought."""
    return any(len(key) - cut >= _LEAST and key[cut:] in digits for cut in (1, 2, 3))


def _is_known(phone: Address, others: Sequence[Address]) -> bool:
    return any(_is_same_phone(phone, other) for other in others)


def _is_same_mail(one: Address, other: Address) -> bool:
    return one.key == other.key


def _is_same_phone(one: Address, other: Address) -> bool:
    """Equal digits, or one has a country code, a trunk nought or the exit code 00 before the other's."""
    a, b = one.key.lstrip("0"), other.key.lstrip("0")
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer == shorter or (len(shorter) >= 7 and len(longer) - len(shorter) <= 4 and longer.endswith(shorter))
