"""A person as JSON: for taking an import back, and for telling whether anything changed since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any

from desktop.domain.contact import (
    BounceState,
    Consent,
    Contact,
    EmailAddress,
    EmbargoAgreement,
    Gender,
    Phone,
    Role,
    Usage,
)

_PARTS = {
    "emails": EmailAddress,
    "phones": Phone,
    "roles": Role,
    "consents": Consent,
    "embargo_agreements": EmbargoAgreement,
}
_ENUMS = {"usage": Usage, "bounce": BounceState, "gender": Gender}
#: What is no fact about a person: when and how often the card was saved.
_STAMPS = ("created_at", "updated_at", "rev")


def contact_to_json(contact: Contact) -> dict[str, Any]:
    """A person as JSON values; what has its default is left out, so that a field added later changes nothing."""
    return _plain(contact)


def contact_from_json(value: Mapping[str, Any]) -> Contact:
    """The inverse of :func:`contact_to_json`; raises ``ValueError``, ``KeyError`` or ``TypeError`` on a damaged value."""
    read: dict[str, Any] = {}
    for name, found in value.items():
        if name in _PARTS:
            read[name] = tuple(_PARTS[name](**_read(each)) for each in found)
        elif isinstance(found, list):
            read[name] = tuple(found)
        else:
            read |= _read({name: found})
    return Contact(**read)


def contact_fingerprint(contact: Contact) -> str:
    """A hash of all facts about a person. The outlet's name is no fact about the person: its id is."""
    plain = {name: value for name, value in _plain(contact).items() if name not in _STAMPS}
    for role in plain.get("roles", ()):
        role.pop("outlet_name", None)
    return hashlib.sha256(json.dumps(plain, ensure_ascii=True, sort_keys=True).encode()).hexdigest()


def _plain(thing: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    kind: Any = type(thing)
    for name, default in _defaults(kind):
        value = getattr(thing, name)
        if value != default:
            found[name] = value if type(value) in (str, bool, int) else _value(name, value)
    return found


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a kind of thing with their defaults; what has none never equals it."""
    return tuple((field.name, field.default) for field in fields(kind))


def _value(name: str, value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):  # a datetime is one
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value] if name in _PARTS else list(value)
    return value


def _read(part: Mapping[str, Any]) -> dict[str, Any]:
    read = dict(part)
    for name, value in part.items():
        if name in _ENUMS:
            read[name] = _ENUMS[name](value)
        elif name.endswith("_on") and value is not None:
            read[name] = date.fromisoformat(value)
        elif name.endswith("_at") and value is not None:
            read[name] = datetime.fromisoformat(value)
    return read
