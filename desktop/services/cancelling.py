"""Stopping long work: a token the window holds, and checkpoints in the services that may last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

from desktop.domain.errors import ComunicadoError
from desktop.i18n import _

P = ParamSpec("P")
T = TypeVar("T")


class CancelledError(ComunicadoError):
    """The person stopped the work. Raised inside a unit of work it rolls everything back."""

    def __init__(self) -> None:
        super().__init__(_("Cancelled."), kept=_("Nothing was changed."))


class CancelToken:
    """Set once, from any thread; asked by :func:`checkpoint` on the thread that works."""

    def __init__(self) -> None:
        self.is_cancelled = False

    def cancel(self) -> None:
        """Ask the work to stop at its next checkpoint."""
        self.is_cancelled = True

    def guard(self, function: Callable[P, T]) -> Callable[P, T]:
        """The function, run under this token; raises CancelledError at once where it is cancelled already."""

        @wraps(function)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> T:
            with _under(self):
                checkpoint()
                return function(*args, **kwargs)

        return guarded


_current: ContextVar[CancelToken | None] = ContextVar("cancel token", default=None)


@contextmanager
def _under(token: CancelToken) -> Iterator[None]:
    before = _current.set(token)
    try:
        yield
    finally:
        _current.reset(before)


def checkpoint() -> None:
    """Raise CancelledError where the work going on here was cancelled. Cheap: call it once per row."""
    token = _current.get()
    if token is not None and token.is_cancelled:
        raise CancelledError
