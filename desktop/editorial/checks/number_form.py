"""Thousands and decimals: one form in a text, and the house's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.finding import Finding
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import CheckContext
from desktop.i18n import N_, _

_SPACES = "\u00a0\u202f\u2009 "
_NUMBER = re.compile(
    r"(?<![\w.,/:+#\-–@])(?:(?P<whole>\d{1,3}(?:(?P<sep>[.,\u00a0\u202f\u2009 ])\d{3})(?:(?P=sep)\d{3})*)(?:(?P<mark>[.,])(?P<part>\d+))?"
    r"|(?P<plain>\d+)(?P<point>[.,])(?P<rest>\d+)|(?P<long>\d{5,9}))(?![\d/:@]|[.,\-–]\d)"
)


@dataclass(frozen=True, slots=True)
class _Form:
    """How a number is written: the sign of its thousands and of its decimals, empty where it has none."""

    thousands: str
    decimal: str
    digits: str
    part: str


class NumberForm(Check):
    """Reads every grouped or broken number; the house's signs count, else those the text began with."""

    name = "number-form"
    title = N_("Thousands and decimals")

    def find(self, context: CheckContext) -> Iterable[Finding]:
        style = context.facts.style
        found = [
            (view, match, _read(match))
            for view in context.body
            for match in _NUMBER.finditer(view.words)
            if not _is_numbered(view.words, match.start(), context)
        ]
        thousands = style.thousands or next((f.thousands for _v, _m, f in found if f.thousands), "")
        decimal = style.decimal or next((f.decimal for _v, _m, f in found if f.decimal), "")
        for view, match, form in found:
            wanted = _written(form, thousands, decimal)
            if (thousands or decimal) and not _same(wanted, match.group()):
                message = _("“{found}” is not how numbers are written here: “{wanted}”.")
                yield self.at(view, match.span(), message.format(found=match.group(), wanted=wanted), wanted)


def _is_numbered(text: str, at: int, context: CheckContext) -> bool:
    """Articles and sections (``Article 3.2``) are no numbers."""
    before = re.search(r"([^\W\d_][\w.]*)\s*$", text[:at])
    return bool(before and before[1].casefold() in context.facts.rules.set_of("number_after_section"))


def _read(match: re.Match[str]) -> _Form:
    if match["whole"]:
        separator = " " if match["sep"] in _SPACES else match["sep"]
        digits = re.sub(r"\D", "", match["whole"])
        is_decimal = digits.startswith("0")
        if is_decimal:
            return _Form("", separator, digits[:1], digits[1:])
        return _Form(separator, match["mark"] or "", digits, match["part"] or "")
    if match["long"]:
        return _Form("", "", match["long"], "")
    return _Form("", match["point"], match["plain"], match["rest"])


def _written(form: _Form, thousands: str, decimal: str) -> str:
    digits = form.digits
    if thousands and (form.thousands or len(digits) > 4):
        sign = "\u00a0" if thousands == " " else thousands
        digits = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", sign, digits)
    return digits + ((decimal or form.decimal) + form.part if form.part else "")


def _same(one: str, other: str) -> bool:
    return re.sub(f"[{_SPACES}]", " ", one) == re.sub(f"[{_SPACES}]", " ", other)
