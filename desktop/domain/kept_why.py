"""Why a state of a text was kept, as a code with fields: readable in whatever language the interface has later.

The code is stored in a revision's ``label``: ``::restored number=3``. Older rows hold words; they stay as they are.
"""

from __future__ import annotations

_MARK = "::"


def kept_why(code: str, **fields: object) -> str:
    """The label for a reason; field values hold no blank."""
    return " ".join([f"{_MARK}{code}", *(f"{name}={value}" for name, value in fields.items())])


def read_why(label: str) -> tuple[str, dict[str, str]]:
    """``(code, fields)`` of a label; an empty code where it holds words."""
    if not label.startswith(_MARK):
        return "", {}
    code, *pairs = label.removeprefix(_MARK).split(" ")
    return code, dict(pair.split("=", 1) for pair in pairs if "=" in pair)
