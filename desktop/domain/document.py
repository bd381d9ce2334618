"""A document: the one source of truth of a version's text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self

from desktop.domain.richtext import EMPTY, MarkKind, RichText


class BlockKind(StrEnum):
    """What a block is in a release. The values are stored and printed by the command line."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    DATELINE = "dateline"
    LEAD = "lead"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list-item"
    IMAGE = "image"
    BOILERPLATE = "boilerplate"
    CONTACT = "contact"
    NOTES = "notes-to-editors"
    RELATED_LINK = "related-link"
    END_MARK = "end-mark"


Attrs = tuple[tuple[str, str], ...]


def make_attrs(values: Mapping[str, str] | Iterable[tuple[str, str]]) -> Attrs:
    """Attributes in their canonical form: sorted by name, without empty values."""
    pairs = values.items() if isinstance(values, Mapping) else values
    return tuple(sorted((name, value) for name, value in pairs if value))


@dataclass(frozen=True, slots=True)
class Block:
    """One block: a paragraph-like piece with an id that survives every edit.

    ``attrs`` by kind: quote → ``speaker``, ``title``; dateline → ``place``, ``date`` (ISO); image →
    ``asset``, ``size`` (``1600x900``), ``alt``, ``credit``, ``rights`` (the block's text is the caption, translated like
    any other); related link → ``url`` (the text is its title); boilerplate → ``boilerplate`` (its id); contact →
    ``contact`` (a person's id; the text is drawn from the directory), or ``person`` (whom a text of its own names); list item → ``ordered`` (``"1"``);
    any → ``template`` (the name of the field it came from) and the ``suggested-…`` attributes of pending
    suggestions (:mod:`desktop.domain.suggestions`). ``alt.es``, ``url.es``: see :mod:`desktop.domain.localised`.
    """

    id: str
    kind: BlockKind
    text: RichText = EMPTY
    attrs: Attrs = ()

    def attr(self, name: str) -> str:
        """An attribute's value, or the empty string."""
        return dict(self.attrs).get(name, "")

    def with_attr(self, name: str, value: str) -> Block:
        """The block with one attribute set (or removed by an empty value)."""
        return replace(self, attrs=make_attrs({**dict(self.attrs), name: value}))

    def to_json(self) -> dict[str, Any]:
        """``{"id", "kind", "text": RichText.to_json(), "attrs": {…}}``."""
        return {"id": self.id, "kind": self.kind.value, "text": self.text.to_json(), "attrs": dict(self.attrs)}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        """The inverse of :meth:`to_json`."""
        kind = BlockKind(value["kind"])
        return cls(str(value["id"]), kind, RichText.from_json(value["text"]), make_attrs(value.get("attrs", {})))


@dataclass(frozen=True, slots=True)
class Document:
    """An ordered run of blocks in one language (a BCP 47 tag such as ``en`` or ``es-CR``)."""

    id: str
    language: str
    blocks: tuple[Block, ...] = ()

    def __iter__(self) -> Iterator[Block]:
        return iter(self.blocks)

    def block(self, block_id: str) -> Block | None:
        """The block with this id, if it is here."""
        return next((block for block in self.blocks if block.id == block_id), None)

    def index(self, block_id: str) -> int:
        """The place of a block; raises ``KeyError`` for an unknown id."""
        for place, block in enumerate(self.blocks):
            if block.id == block_id:
                return place
        raise KeyError(block_id)

    def first(self, kind: BlockKind) -> Block | None:
        """The first block of a kind."""
        return next((block for block in self.blocks if block.kind is kind), None)

    def of_kind(self, kind: BlockKind) -> tuple[Block, ...]:
        """All blocks of a kind, in order."""
        return tuple(block for block in self.blocks if block.kind is kind)

    def with_blocks(self, blocks: Iterable[Block]) -> Document:
        """The same document with other blocks."""
        return replace(self, blocks=tuple(blocks))

    @property
    def title(self) -> str:
        """The headline's plain text, or the first text there is, or the empty string."""
        headline = self.first(BlockKind.HEADLINE)
        if headline and headline.text.text.strip():
            return headline.text.text.strip()
        return next((b.text.text.strip() for b in self.blocks if b.text.text.strip()), "")

    @property
    def plain_text(self) -> str:
        """All blocks' texts, one a line."""
        return "\n".join(block.text.text for block in self.blocks)

    def open_gaps(self) -> tuple[tuple[str, str], ...]:
        """``(block id, gap name)`` of every open gap, in order."""
        return tuple(
            (block.id, mark.value) for block in self.blocks for mark in block.text.marks_of(MarkKind.PLACEHOLDER)
        )

    def content_hash(self) -> str:
        """SHA-256 (hex) of exactly what a reader gets: language, kinds, texts, marks, attributes, order.

        Block ids are left out: the same text is the same text wherever it was typed.
        """
        content = [self.language, *({**b.to_json(), "id": ""} for b in self.blocks)]
        canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
