"""Cutting a text into sentences by SRX rules: LanguageTool's, with the house's overlay before them."""

from __future__ import annotations

import importlib
import sys
from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import ATOMIC_MARKS, RichText

if TYPE_CHECKING:
    from collections.abc import Hashable

Span = tuple[int, int]
V = TypeVar("V")

#: Blocks that a translator takes as one piece, whatever stops stand in them.
WHOLE_KINDS = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.DATELINE, BlockKind.END_MARK})

#: Texts longer than this are cut window by window, so that no rule ever looks at more than one window.
_WINDOW = 4_000
#: A stretch without any white space longer than this is no language, and is cut by length.
_UNBROKEN = 400
_KEPT_TEXTS = 8_192
_OTHER_LANGUAGE = "x-other"
#: LanguageTool's rules for brackets repeat this up to four times to look further back: 20 ms for each full stop
#: in a run of them. One such rule is kept; the overlay's own looks as far back in one go.
_NESTED = r"[^\)]*?"


@dataclass(frozen=True, slots=True)
class SourceSentence:
    """One sentence of a source document: the ``index``-th of its block."""

    block_id: str
    index: int
    text: RichText


class _Recent(Generic[V]):
    """The answers for the keys asked last. Two threads may compute one twice; neither can break it."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._kept: OrderedDict[Hashable, V] = OrderedDict()

    def get(self, key: Hashable) -> V | None:
        return self._kept.get(key)

    def put(self, key: Hashable, value: V) -> V:
        self._kept[key] = value
        while len(self._kept) > self._size:
            try:
                self._kept.popitem(last=False)
            except KeyError:
                break
        return value


class Segmenter:
    """Knows where sentences end, per language.

    ``overlay`` is the text of an SRX 2.0 file whose rules go before LanguageTool's (the first rule that fits a
    place decides). The rules are read and compiled on first use (0.15 s once, see :meth:`warm`); answers are
    kept by text, so asking again for an unchanged block costs nothing.
    """

    def __init__(self, overlay: str) -> None:
        self._overlay = overlay
        self._spans: _Recent[tuple[Span, ...]] = _Recent(_KEPT_TEXTS)
        self._pieces: _Recent[tuple[RichText, ...]] = _Recent(_KEPT_TEXTS)
        self._codes: dict[str, str] = {}

    @cached_property
    def _rules(self) -> Any:
        from importlib import resources  # noqa: PLC0415 - lazy: needed only along with choppa
        from xml import sax  # noqa: PLC0415 - lazy: needed only along with choppa

        srx_parser = _srx_parser()
        rules, SRXHandler = srx_parser.SrxDocument(), srx_parser.SRXHandler  # noqa: N806 - a class
        sax.parseString(self._overlay.encode(), SRXHandler(rules))  # noqa: S317 - our own file
        with resources.as_file(resources.files("choppa") / "data" / "srx" / "languagetool_segment.srx") as path:
            sax.parse(str(path), SRXHandler(rules))  # noqa: S317 - the library's own file
        for language_map in rules.language_map_list:
            rule_list = language_map.language_rule
            rule_list.rules = [rule for rule in rule_list.rules if rule.before_pattern.count(_NESTED) < 2]
        return rules

    def warm(self, language: str) -> None:
        """Read and compile the rules of a language now, so that the first edit does not wait for them."""
        self.cut("A. B.", language)

    def cut(self, text: str, language: str) -> tuple[Span, ...]:
        """Spans of the sentences, in order, disjoint, without white space at their ends.

        Together they cover every character that is not white space. ``language`` is a BCP 47 tag; one that no
        rule knows is cut at full stops. Never raises, whatever the text; the time grows with its length only.
        """
        key = (language, text)
        known = self._spans.get(key)
        if known is not None:
            return known
        spans = tuple(self._cut(text, self._code(language)))
        return self._spans.put(key, spans) if len(text) <= _WINDOW * 8 else spans

    def pieces(self, block: Block, language: str) -> tuple[RichText, ...]:
        """A block's sentences with their marks. A gap or a protected stretch is never cut in two."""
        key = (language, block.kind in WHOLE_KINDS, block.text)
        known = self._pieces.get(key)
        if known is not None:
            return known
        text = block.text
        if block.kind in WHOLE_KINDS:
            spans: tuple[Span, ...] = _trimmed(text.text, 0, len(text))
        else:
            spans = _uncut_atoms(text, self.cut(text.text, language))
        return self._pieces.put(key, tuple(text.slice(start, end) for start, end in spans))

    def _code(self, language: str) -> str:
        """The code by which the rules know a language: its primary subtag (``est`` is not ``es``)."""
        if language not in self._codes:
            primary = language.split("-", 1)[0].lower()
            patterns = [str(rule.language_pattern.pattern) for rule in self._rules.language_map_list]
            known = primary and any(f"|{primary})" in pattern for pattern in patterns)
            self._codes[language] = primary if known else _OTHER_LANGUAGE
        return self._codes[language]

    def _cut(self, text: str, code: str) -> list[Span]:
        from choppa.iterators import SrxTextIterator  # noqa: PLC0415 - lazy: see _rules

        spans: list[Span] = []
        start = 0
        while start < len(text):
            if text[start].isspace():
                start += 1
                continue
            window = text[start : start + _WINDOW]
            is_last = start + _WINDOW >= len(text)
            longest = _first_unbroken(window)
            if longest is not None:
                window, is_last = window[:longest], False
            ends: list[int] = []
            at = 0
            for piece in SrxTextIterator(self._rules, code, window):
                at += len(piece)
                ends.append(at)
            if not is_last and longest is None:
                # The last sentence may go on behind the window: it is looked at again from its beginning.
                ends = ends[:-1] or [_last_blank(window)]
            at = 0
            for end in ends:
                spans.extend(_trimmed(text, start + at, start + end))
                at = end
            start += at
        return spans


def _first_unbroken(window: str) -> int | None:
    """Where to cut a window so that no overlong stretch without white space is inside; ``None``: nowhere.

    An overlong stretch at the very beginning is taken by itself, up to the limit.
    """
    at = 0
    while at + _UNBROKEN < len(window):
        stretch = window[at : at + _UNBROKEN + 1]
        blank = next((i for i in range(len(stretch) - 1, -1, -1) if stretch[i].isspace()), -1)
        if blank < 0:
            return at or _UNBROKEN
        at += blank + 1
    return None


def _last_blank(window: str) -> int:
    """The end of the last white space in a window, or its length where there is none."""
    for at in range(len(window) - 1, 0, -1):
        if window[at].isspace():
            return at + 1
    return len(window)


def _trimmed(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The span without white space at its ends; nothing where it is all white space."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return ((start + left, start + right),) if left < right else ()


def _uncut_atoms(text: RichText, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans joined wherever a mark that must stay whole reaches from one into the next."""
    atoms = [mark for mark in text.marks if mark.kind in ATOMIC_MARKS]
    if not atoms:
        return spans
    joined: list[Span] = []
    for start, end in spans:
        if joined and any(mark.start < joined[-1][1] and mark.end > start for mark in atoms):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def sentences(document: Document, segmenter: Segmenter) -> tuple[SourceSentence, ...]:
    """All sentences of a document in order. Headline, subhead, dateline and end mark are one piece each."""
    return tuple(
        SourceSentence(block.id, index, piece)
        for block in document.blocks
        for index, piece in enumerate(segmenter.pieces(block, document.language))
    )


def _srx_parser() -> ModuleType:
    """The parser of choppa, without the XML schema library that it imports for validating foreign rule files only.

    That library takes 0.1 to 0.2 s to import, which the first autosave would have to wait for.
    """
    name = "xmlschema"
    if name in sys.modules:
        return importlib.import_module("choppa.srx_parser")
    sys.modules[name] = ModuleType(name)
    try:
        return importlib.import_module("choppa.srx_parser")
    finally:
        del sys.modules[name]
