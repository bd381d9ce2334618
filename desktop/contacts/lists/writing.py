"""Conditions in the text form, which :func:`desktop.contacts.lists.reading.read_where` reads back to the same value."""

from __future__ import annotations

import re

from desktop.contacts.lists.conditions import FIELDS, AllOf, AnyOf, Condition, Kind, Not, Operator, Where

#: What a value may hold and still stand without quotation marks: one word that means nothing else.
_BARE = re.compile(r"[^\W_][\w.+-]*")
KEYWORDS = frozenset({"and", "or", "not", "is", "before", "since", "within", "contains", "none", "any"})


def write_where(where: Where) -> str:
    """The text form; canonical, so that equal conditions are equal texts."""
    if isinstance(where, AllOf):
        return " and ".join(_inner(part) for part in where.parts)
    if isinstance(where, AnyOf):
        return " or ".join(_inner(part) for part in where.parts)
    if isinstance(where, Not):
        return f"not {_inner(where.part)}"
    return _condition(where)


def _inner(part: Where) -> str:
    written = write_where(part)
    return f"({written})" if isinstance(part, AllOf | AnyOf) else written


def _condition(condition: Condition) -> str:
    if FIELDS[condition.field] is Kind.FLAG:
        return condition.field
    if condition.operator is Operator.NONE:
        return f"{condition.field} = none"
    values = ", ".join(_value(value) for value in condition.values)
    return f"{condition.field} {condition.operator.value} {values}"


def _value(value: str) -> str:
    if _BARE.fullmatch(value) and value.lower() not in KEYWORDS:
        return value
    return '"' + re.sub(r'([\\"“”»])', r"\\\1", value) + '"'
