"""Errors that a person can act on: what happened, what was kept, what to do next."""

from __future__ import annotations


class ComunicadoError(Exception):
    """A failure told in one clear sentence, already translated for the reader.

    ``str(error)`` is that sentence. ``kept`` and ``advice`` are optional further sentences: what is safe,
    and what to do next. Raised by any room; shown by the window inline and by the command line on stderr
    as one line (see :meth:`one_line`).
    """

    def __init__(self, message: str, *, kept: str = "", advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.kept = kept
        self.advice = advice

    def one_line(self) -> str:
        """All sentences joined by single spaces, without line breaks."""
        return " ".join(" ".join(part.split()) for part in (self.message, self.kept, self.advice) if part)


class BadInputError(ComunicadoError):
    """A file or a text from outside that cannot be used; nothing was changed."""


class NotFoundError(ComunicadoError):
    """The thing asked for does not exist (any more)."""


class ConflictError(ComunicadoError):
    """Somebody or something else changed the thing meanwhile; nothing was overwritten."""


class WorkspaceError(ComunicadoError):
    """The workspace file cannot be opened, locked, upgraded or trusted."""
