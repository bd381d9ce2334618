"""Checking a text again after an edit: only what changed is looked at."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.domain.document import Block, Document
from desktop.editorial.spelling.misspellings import Misspelling, in_block, own_names
from desktop.editorial.spelling.speller import Speller


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of a text: per block id the block as it was looked at, and its misspellings."""

    speller: Speller | None = None
    language: str = ""
    right: frozenset[str] = frozenset()
    has_dictionary: bool = True
    blocks: dict[str, tuple[Block, tuple[Misspelling, ...]]] = field(default_factory=dict)

    @property
    def found(self) -> tuple[Misspelling, ...]:
        """All misspellings in the order of the text."""
        return tuple(each for _block, found in self.blocks.values() for each in found)


def recheck(document: Document, speller: Speller, ignored: frozenset[str], before: Checked) -> Checked:
    """The misspellings of a document; blocks that are as they were keep theirs while the words in force are the same."""
    right = ignored | own_names(document)
    is_same = before.speller is speller and before.right == right and before.language == document.language
    known = before.blocks if is_same else {}
    blocks: dict[str, tuple[Block, tuple[Misspelling, ...]]] = {}
    for block in document.blocks:
        old = known.get(block.id)
        is_kept = old is not None and old[0] == block
        blocks[block.id] = old if is_kept and old else (block, in_block(block, document.language, speller, right))
    return Checked(speller, document.language, right, speller.has_dictionary(document.language), blocks)
