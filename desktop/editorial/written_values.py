"""Dates, times and numbers as a document's language writes them (through Babel), never the interface's."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

#: Day before month, as the United Nations write it, where a language alone does not say whose English it is.
_LOCALES = {"en": "en_GB"}


def _locale(language: str) -> Locale:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - lazy: Babel is slow to import

    try:
        return Locale.parse(_LOCALES.get(language, language.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


def write_date(on: date, language: str) -> str:
    """A whole date in words: ``26 May 2020``, ``26 de mayo de 2020``, ``1er juin 2020``; en-US month first."""
    from babel.dates import format_date  # noqa: PLC0415 - lazy: Babel is slow to import

    locale = _locale(language)
    written = format_date(on, format="long", locale=locale)
    return re.sub(r"^1 ", "1er ", written) if locale.language == "fr" else written


def write_number(value: str, language: str) -> str:
    """A number typed plainly (``12500`` or ``2.4``) with the language's signs; other texts come back as they are."""
    from babel.numbers import format_decimal  # noqa: PLC0415 - lazy: Babel is slow to import

    try:
        number = Decimal(value.replace(" ", "").replace("\u00a0", ""))
    except InvalidOperation:
        return value
    if not number.is_finite() or abs(number) >= Decimal(10) ** 30:
        return value
    digits = max(0, -int(number.as_tuple().exponent))
    pattern = "#,##0" + (f".{'0' * digits}" if digits else "")
    return format_decimal(number, format=pattern, locale=_locale(language), decimal_quantization=False)


def write_time(value: time) -> str:
    """A time of day on the 24-hour clock, which all the house's languages read the same way."""
    return value.strftime("%H:%M")
