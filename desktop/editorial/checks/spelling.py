"""Spelling as one more check, for whoever has a speller at hand; it is handed in beside the registry's checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from desktop.domain.document import Document
from desktop.domain.finding import Finding
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import CheckContext
from desktop.i18n import N_, _


class WrongWord(Protocol):
    """A word that no dictionary has, at code points ``[start, end)`` of a block."""

    @property
    def block_id(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def word(self) -> str: ...


class Spelling(Check):
    """Asks ``look`` for the wrong words of a document. Suggestions cost too much to come along as fixes."""

    name = "spelling"
    title = N_("Spelling")

    def __init__(self, look: Callable[[Document], Iterable[WrongWord]]) -> None:
        self._look = look

    def find(self, context: CheckContext) -> Iterable[Finding]:
        views = {view.id: view for view in context.views}
        for wrong in self._look(context.document):
            if wrong.block_id in views:
                message = _("“{word}” is in no dictionary.").format(word=wrong.word)
                yield self.at(views[wrong.block_id], (wrong.start, wrong.end), message)
