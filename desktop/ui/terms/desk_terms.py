"""The desk's termbase: read once for all screens, made anew when concepts change; and what was recognised with it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import CONCEPT, ChangeSet
from desktop.domain.concept import Concept
from desktop.services import terms
from desktop.translation.terms.index import build_index
from desktop.translation.terms.recognition import recognise
from desktop.ui.desk import Desk
from desktop.ui.text.alive import while_alive

if TYPE_CHECKING:
    from desktop.translation.terms.index import TermIndex
    from desktop.translation.terms.recognition import TermHit

_REMEMBERED = 6000
#: How many sentences are read in one go: a pool that is asked for one sentence meanwhile answers soon.
_AT_ONCE = 25


class DeskTerms(QObject):
    """``changed`` tells that another index is in force, ``recognised`` that :meth:`known` knows more texts.

    Main thread; all work is done elsewhere.

    Get it by :func:`desk_terms`.
    """

    changed = Signal()
    recognised = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.index: TermIndex | None = None
        self._found: OrderedDict[tuple[str, str], tuple[TermHit, ...]] = OrderedDict()
        self._is_asked = False
        desk.hub.announced.connect(self._hear)

    def load(self) -> None:
        """Read the termbase where that was not done yet."""
        if not self._is_asked:
            self._is_asked = True
            self._read()

    def _hear(self, changes: ChangeSet) -> None:
        if self._is_asked and changes.touches(CONCEPT):
            self._read()

    def _read(self) -> None:
        self._desk.run(terms.termbase, while_alive(self, self._build), key="terms.read", flush=False)

    def _build(self, concepts: tuple[Concept, ...]) -> None:
        self._desk.compute(lambda: build_index(concepts), while_alive(self, self._take), key="terms.index")

    def _take(self, index: TermIndex) -> None:
        self.index = index
        self._found.clear()
        self.changed.emit()

    # -- recognising ----------------------------------------------------------------------------------------

    def known(self, text: str, language: str) -> tuple[TermHit, ...] | None:
        """The terms of a text where they are known already; else ``None``."""
        return self._found.get((text, language))

    def ask(self, texts: Sequence[str], language: str, *, key: str = "") -> None:
        """Look terms up in some texts, the first of them first; a newer call with the same ``key`` takes its place."""
        index = self.index
        missing = [text for text in dict.fromkeys(texts) if (text, language) not in self._found]
        if index is None or not missing:
            return
        now, later = missing[:_AT_ONCE], missing[_AT_ONCE:]

        def take(found: dict[str, tuple[TermHit, ...]]) -> None:
            if index is not self.index:
                return
            for text, hits in found.items():
                self._found[text, language] = hits
            while len(self._found) > _REMEMBERED:
                self._found.popitem(last=False)
            self.recognised.emit()
            if later:
                self.ask(later, language, key=key)

        self._desk.compute(
            lambda: {text: recognise(text, language, index) for text in now}, while_alive(self, take), key=key
        )


def desk_terms(desk: Desk) -> DeskTerms:
    """The one termbase of a desk, made on the first call."""
    found = desk.findChild(DeskTerms)
    return found if isinstance(found, DeskTerms) else DeskTerms(desk)
