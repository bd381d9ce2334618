"""Where the program's own files are: in a checkout, in a wheel, in a frozen build."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def _root(name: str) -> Path:
    package = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", package))
    for candidate in (package / f"_{name}", frozen / name, package.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"the program's folder '{name}' is missing; please install Comunicado again")


def resource(*parts: str) -> Path:
    """A file or folder below ``resources/``. Raises ``FileNotFoundError`` where the program is not whole."""
    return _root("resources").joinpath(*parts)


def translations() -> Path:
    """The folder with the gettext catalogues."""
    return _root("translations")
