"""A text as the checks see it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import MarkKind
from desktop.editorial.checks.facts import CheckFacts
from desktop.editorial.quotes import quoted_spans

#: Stands where something is that no check of language may read; it is no letter, digit or space.
MASK = "\ufffc"
ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>“”«»\"]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:int|org|com|net|gob|gov)(?:/\S*)?(?!\w)",
    re.IGNORECASE,
)
_PROSE = frozenset(BlockKind) - {BlockKind.END_MARK, BlockKind.IMAGE}
_BODY = frozenset({BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.NOTES})
_SENTENCE_END = re.compile(r"[.!?…][”»\")’]*\s+(?=[“«\"(¿¡]*[A-ZÀ-ÞÑ\d])|[\n\u2028]")


@dataclass(frozen=True, eq=False)
class BlockView:
    """A block's texts, all of one length: ``text`` as it is, ``words`` with what is not prose of this language masked.

    Masked are addresses, open gaps and stretches marked as another language.
    """

    block: Block
    text: str
    words: str

    @property
    def id(self) -> str:
        """The block's id."""
        return self.block.id

    @property
    def kind(self) -> BlockKind:
        """The block's kind."""
        return self.block.kind

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """Stretches inside quotation marks; a continued paragraph of a quotation from its opening mark on."""
        return quoted_spans(self.text)

    def is_quoted(self, at: int) -> bool:
        """Whether a place is inside quotation marks."""
        return any(start < at < end for start, end in self.quoted)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in _SENTENCE_END.finditer(self.text)))

    def sentence_start(self, at: int) -> int:
        """Where the sentence around a place begins."""
        return self._starts[bisect_right(self._starts, max(0, at)) - 1]

    def sentence(self, at: int) -> str:
        """The sentence around a place."""
        start = self.sentence_start(at)
        end = next((each for each in self._starts if each > start), len(self.text))
        return self.text[start:end]

    def begins_sentence(self, at: int) -> bool:
        """Whether nothing but opening signs stands between a place and its sentence's begin."""
        return not self.text[self.sentence_start(at) : at].strip(' “«"(¿¡‘—–-')


@lru_cache(maxsize=4096)
def view_of(block: Block, language: str) -> BlockView:
    """A block's view; kept, because a block never changes."""
    text = block.text.text
    hidden = [match.span() for match in ADDRESS.finditer(text)]
    for mark in block.text.marks:
        is_foreign = mark.kind is MarkKind.LANGUAGE and mark.value.split("-", 1)[0] != language.split("-", 1)[0]
        if mark.kind is MarkKind.PLACEHOLDER or is_foreign:
            hidden.append((mark.start, mark.end))
    words = text
    for start, end in hidden:
        words = words[:start] + MASK * (end - start) + words[end:]
    return BlockView(block, text, words)


class CheckContext:
    """A document with the facts about it; ``views`` are its blocks of prose."""

    def __init__(self, document: Document, facts: CheckFacts) -> None:
        self.document = document
        self.facts = facts

    @cached_property
    def views(self) -> tuple[BlockView, ...]:
        """Every block that has prose, in order."""
        return tuple(
            view_of(block, self.document.language)
            for block in self.document
            if block.kind in _PROSE and block.text.text.strip()
        )

    @cached_property
    def body(self) -> tuple[BlockView, ...]:
        """The running text without headline, dateline, about text and contacts."""
        return tuple(view for view in self.views if view.kind in _BODY)

    def of_kind(self, *kinds: BlockKind) -> Iterator[BlockView]:
        """Views of some kinds."""
        return (view for view in self.views if view.kind in kinds)
