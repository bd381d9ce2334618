"""Answers that come after their widget went (a new window in another language) are dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

T = TypeVar("T")


def while_alive(owner: QObject, then: Callable[[T], object]) -> Callable[[T], None]:
    """``then``, called only while Qt still has ``owner``."""

    def call(value: T) -> None:
        if isValid(owner):
            then(value)

    return call
