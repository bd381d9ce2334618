"""Release numbers by an office's pattern, such as ``{type}-{year}-{number:03}``."""

from __future__ import annotations

import re
from datetime import date

from desktop.domain.errors import BadInputError
from desktop.i18n import _

#: The pattern of an office that has set none.
USUAL_PATTERN = "{type}-{year}-{number:03}"
_FIELD = re.compile(r"\{([^{}]*)\}")
_NUMBER = re.compile(r"number(?::0?([1-9]))?")
_LONGEST = 80


def check_pattern(pattern: str) -> None:
    """Raises BadInputError with a sentence for a pattern that cannot number anything.

    Known fields: ``{number}`` or ``{number:03}`` (exactly one), ``{year}``, ``{month}``, ``{type}``.
    """
    fields = _FIELD.findall(pattern)
    unknown = [name for name in fields if name not in ("year", "month", "type") and not _NUMBER.fullmatch(name)]
    rest = _FIELD.sub("", pattern)
    if unknown or "{" in rest or "}" in rest:
        shown = "{" + unknown[0] + "}" if unknown else pattern
        raise BadInputError(
            _("“{field}” is no field of a release number.").format(field=shown),
            advice=_("Fields are {number:03}, {year}, {month} and {type}."),
        )
    if sum(1 for name in fields if _NUMBER.fullmatch(name)) != 1:
        raise BadInputError(_("A pattern of release numbers needs {number} once."))
    if len(pattern) > _LONGEST:
        raise BadInputError(_("This pattern is too long."))


def write_release_number(pattern: str, *, type_: str, on: date, number: int) -> str:
    """A release's number: ``PR-2026-014``. The pattern must have passed :func:`check_pattern`."""
    return _FIELD.sub(lambda found: _value(found[1], type_, on, number), pattern)


def counting_scope(pattern: str, *, type_: str, on: date) -> str:
    """What shares one count: the pattern with all but the number filled in. A new year begins at 1 where it is named."""
    return _FIELD.sub(lambda found: "#" if _NUMBER.fullmatch(found[1]) else _value(found[1], type_, on, 0), pattern)


def type_code(type_: str) -> str:
    """``press-release`` → PR, ``statement`` → ST."""
    words = [word for word in re.split(r"[^\w]+", type_) if word]
    if not words:
        return "R"
    return (words[0][:2] if len(words) == 1 else "".join(word[0] for word in words)).upper()


def _value(field: str, type_: str, on: date, number: int) -> str:
    match field:
        case "year":
            return f"{on.year:04}"
        case "month":
            return f"{on.month:02}"
        case "type":
            return type_code(type_)
    width = _NUMBER.fullmatch(field)
    return f"{number:0{int(width[1]) if width and width[1] else 1}}"
