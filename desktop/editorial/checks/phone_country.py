"""Phone numbers that cannot be dialled from abroad."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.finding import Finding
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import CheckContext
from desktop.editorial.checks.phones import phones
from desktop.i18n import N_, _


class PhoneCountry(Check):
    """No ``+`` and no ``00``. Where other numbers of the text have one, ``phone-style`` says it."""

    name = "phone-country-code"
    title = N_("Phone without a country code")

    def find(self, context: CheckContext) -> Iterable[Finding]:
        found = list(phones(context))
        if any(each.is_international for each in found):
            return
        for each in found:
            message = _("“{number}” has no “+” and country code: nobody abroad can dial it.")
            yield self.at(each.view, (each.start, each.end), message.format(number=each.text))
