"""The conditions of a smart list as values, and the fields they may name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Kind(StrEnum):
    """What a field holds, and with that, how it can be asked for."""

    TEXT = "text"
    COUNTRY = "country"
    LANGUAGE = "language"
    DAY = "day"
    FLAG = "flag"


#: Every field by the name it has in the text form.
FIELDS = {
    "beat": Kind.TEXT,
    "tag": Kind.TEXT,
    "outlet": Kind.TEXT,
    "outlet-kind": Kind.TEXT,
    "country": Kind.COUNTRY,
    "city": Kind.TEXT,
    "language": Kind.LANGUAGE,
    "first-language": Kind.LANGUAGE,
    "last-contact": Kind.DAY,
    "added": Kind.DAY,
    "embargo-agreement": Kind.FLAG,
    "consent": Kind.FLAG,
    "has-email": Kind.FLAG,
    "has-phone": Kind.FLAG,
    "bounced": Kind.FLAG,
    "do-not-contact": Kind.FLAG,
}


class Operator(StrEnum):
    """How a field is compared; each is written as its value."""

    IS = "="
    CONTAINS = "~"
    BEFORE = "before"
    SINCE = "since"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Condition:
    """One field, compared. Of several ``values`` one is enough.

    Texts are compared without case and accents. A country is its ISO 3166-1 code, a language its BCP 47 tag
    (``es`` is also any ``es-…``). A day is ISO (``2026-05-26``) or days back from today (``90d``); a day counts for
    ``SINCE`` and not for ``BEFORE``. A flag has ``IS`` and no value; ``NONE`` is a field that holds nothing.
    """

    field: str
    operator: Operator = Operator.IS
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Not:
    """Holds where its part does not."""

    part: Where


@dataclass(frozen=True, slots=True)
class AllOf:
    """Holds where every part does."""

    parts: tuple[Where, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds where one part does."""

    parts: tuple[Where, ...]


Where: TypeAlias = Condition | Not | AllOf | AnyOf


def operators(field: str) -> tuple[Operator, ...]:
    """How a field can be compared."""
    kind = FIELDS[field]
    if kind is Kind.FLAG:
        return (Operator.IS,)
    if kind is Kind.DAY:
        return (Operator.SINCE, Operator.BEFORE) if field == "added" else (*_DAYS, Operator.NONE)
    return (Operator.IS, Operator.CONTAINS, Operator.NONE) if kind is Kind.TEXT else (Operator.IS, Operator.NONE)


_DAYS = (Operator.SINCE, Operator.BEFORE)
