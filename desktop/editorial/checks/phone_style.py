"""Phone numbers written in two styles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from desktop.domain.finding import Finding, Fix, Severity
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import CheckContext
from desktop.editorial.checks.phones import WrittenPhone, phones
from desktop.i18n import N_, _


class PhoneStyle(Check):
    """With and without ``+``, hyphens and spaces, ``Tel:`` and ``Tel``: the style used most, or first, counts."""

    name = "phone-style"
    title = N_("Phone numbers in two styles")

    def find(self, context: CheckContext) -> Iterable[Finding]:
        found = list(phones(context))
        if len(found) < 2:
            return
        example = next((each for each in found if each.is_international), None)
        codes = {each.code for each in found if each.code}
        for each in found:
            if example is not None and not each.is_international:
                yield self._without_prefix(each, example, codes)
        yield from self._odd_ones(found, "separators", _("Other numbers of this text are grouped like {other}."))
        yield from self._odd_labels(found)

    def _without_prefix(self, phone: WrittenPhone, example: WrittenPhone, codes: set[str]) -> Finding:
        message = _("This number has no “+”, others of this text have it: {other}.").format(other=example.text)
        has_code = any(code and phone.digits.startswith(code) and len(phone.digits) > 9 for code in codes)
        fix = f"+{phone.text}" if has_code else None
        return self.at(phone.view, (phone.start, phone.end), message, fix)

    def _odd_ones(self, found: list[WrittenPhone], trait: str, message: str) -> Iterable[Finding]:
        counts = Counter(getattr(each, trait) for each in found)
        usual = max(counts, key=lambda value: counts[value])
        example = next(each for each in found if getattr(each, trait) == usual)
        for each in found:
            if getattr(each, trait) != usual:
                yield self.at(
                    each.view,
                    (each.start, each.end),
                    message.format(other=example.text),
                    severity=Severity.SUGGESTION,
                )

    def _odd_labels(self, found: list[WrittenPhone]) -> Iterable[Finding]:
        """The same label with and without its colon or point."""
        labelled = [each for each in found if each.label]
        by_word: dict[str, list[WrittenPhone]] = {}
        for each in labelled:
            by_word.setdefault(each.label.rstrip(" .:").casefold(), []).append(each)
        for same in by_word.values():
            counts = Counter(each.label.strip() for each in same)
            usual = max(counts, key=lambda value: counts[value])
            for each in same:
                if each.label.strip() != usual:
                    start = each.view.words.rindex(each.label, 0, each.start)
                    span = (start, start + len(each.label.rstrip()))
                    message = _("Elsewhere in this text it is “{other}”.").format(other=usual)
                    fix = Fix.of(each.view.id, *span, usual)
                    yield self.at(each.view, span, message, fix, severity=Severity.SUGGESTION)
