"""Currencies in a text, and which amount has which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from desktop.translation.checks.figures.figure import Figure
from desktop.translation.checks.ports import Rules

_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "BZD", "HKD", "SGD"})
_PESOS = frozenset({"MXN", "COP", "CLP", "ARS", "UYU", "DOP", "CUP", "PHP"})
_FRANCS = frozenset({"CHF", "XAF", "XOF", "RWF"})
#: What a sign or a code stands for; a plain dollar sign is the dollar or peso of whoever writes.
_SIGNS: dict[str, frozenset[str]] = {
    "US$": frozenset({"USD"}),
    "U.S.$": frozenset({"USD"}),
    "U$S": frozenset({"USD"}),
    "$US": frozenset({"USD"}),
    "CA$": frozenset({"CAD"}),
    "C$": frozenset({"CAD", "NIO"}),
    "A$": frozenset({"AUD"}),
    "R$": frozenset({"BRL"}),
    "RD$": frozenset({"DOP"}),
    "MX$": frozenset({"MXN"}),
    "S/": frozenset({"PEN"}),
    "$": _DOLLARS | _PESOS | {"NIO"},
    "€": frozenset({"EUR"}),
    "£": frozenset({"GBP"}),
    "¥": frozenset({"JPY", "CNY"}),
    "₡": frozenset({"CRC"}),
}
_CODES = [
    "USD",
    "EUR",
    "GBP",
    "CHF",
    "CAD",
    "AUD",
    "NZD",
    "JPY",
    "CNY",
    "MXN",
    "COP",
    "CLP",
    "ARS",
    "UYU",
    "DOP",
    "CUP",
    "PHP",
    "NIO",
    "HNL",
    "GTQ",
    "CRC",
    "PEN",
    "BRL",
    "BOB",
    "PYG",
    "VES",
    "HTG",
    "INR",
    "XAF",
    "XOF",
    "ZAR",
    "SEK",
    "NOK",
    "DKK",
]
_NAMES: dict[str, frozenset[str]] = {
    "dollar": _DOLLARS,
    "peso": _PESOS,
    "franc": _FRANCS,
    "euro": frozenset({"EUR"}),
    "yen": frozenset({"JPY"}),
    "yuan": frozenset({"CNY"}),
    "lempira": frozenset({"HNL"}),
    "quetzal": frozenset({"GTQ"}),
    "cordoba": frozenset({"NIO"}),
    "colon": frozenset({"CRC"}),
    "bolivar": frozenset({"VES"}),
    "gourde": frozenset({"HTG"}),
    "rupee": frozenset({"INR"}),
    "pound": frozenset({"GBP"}),
    "real": frozenset({"BRL"}),
    "sol": frozenset({"PEN"}),
}
_BEFORE = re.compile(
    rf"(?:{'|'.join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))}|(?<!\w)(?:{'|'.join(_CODES)}))[\s\u00a0]?$"
)
_ANY_CODE = re.compile(rf"(?<!\w)(?:{'|'.join(_CODES)})(?!\w)")
_AFTER = re.compile(
    rf"[\s\u00a0]?(?P<sign>{'|'.join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))}|(?:{'|'.join(_CODES)})(?!\w))(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Currency:
    """What an amount is in, at ``[start, end)``."""

    codes: frozenset[str]
    start: int
    end: int
    text: str


@lru_cache(maxsize=16)
def _names(rules: Rules) -> re.Pattern[str]:
    groups = [
        rf"(?P<{name}>{'|'.join(each.replace('_', ' ') for each in words.split())})"
        for name, words in rules.table("currencies").items()
        if name in _NAMES
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)" if groups else "(?!)", re.IGNORECASE)


def currency_of(figure: Figure, text: str, rules: Rules) -> Currency | None:
    """The currency of a number: a sign or code right before or behind it, or a name up to three words behind."""
    before = _BEFORE.search(text, max(0, figure.start - 6), figure.start)
    if before:
        sign = before.group().strip("\u00a0 ")
        return Currency(_SIGNS.get(sign, frozenset({sign})), before.start(), figure.start, sign)
    after = _AFTER.match(text, figure.end)
    if after:
        sign = after["sign"]
        return Currency(_SIGNS.get(sign, frozenset({sign})), figure.end, after.end(), sign)
    gap = re.match(
        r"(?:[\s\u00a0-](?:de|d’|in|million|millones|millions|U\.S\.|US|Canadian|Swiss|canadiens))*[\s\u00a0-]",
        text[figure.end : figure.end + 40],
    )
    if gap is None:
        return None
    named = _names(rules).match(text, figure.end + gap.end())
    if named is None:
        return None
    return Currency(_NAMES[named.lastgroup or ""], figure.end, named.end(), named.group())


def mentions(text: str, rules: Rules) -> frozenset[str]:
    """Every currency that a text speaks of, also without an amount."""
    found: set[str] = set()
    for match in _names(rules).finditer(text):
        found |= _NAMES[match.lastgroup or ""]
    for sign, codes in _SIGNS.items():
        if sign in text:
            found |= codes
    return frozenset(found | set(_ANY_CODE.findall(text)))
