"""What comes after what while writing: the kind that Enter begins, and the attributes that it takes along."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.document import Attrs, Block, BlockKind, make_attrs

#: Kinds that Enter in an empty block leaves, and that go on after Enter.
RUNNING = frozenset(
    {BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.NOTES, BlockKind.BOILERPLATE, BlockKind.RELATED_LINK}
)
#: Kinds that there is one of: the part cut off by Enter becomes what comes next.
SINGLE = frozenset({BlockKind.HEADLINE, BlockKind.DATELINE, BlockKind.END_MARK})
#: Attributes that a block cut off by Enter takes along; those that name one thing stay with the id.
SHARED_ATTRS = frozenset({"speaker", "title", "ordered"})


def next_kind(blocks: Iterable[Block], kind: BlockKind) -> BlockKind:
    """What Enter at the end of a block begins, in a text of these blocks."""
    if kind in RUNNING:
        return kind
    present = {block.kind for block in blocks} if kind in SINGLE else frozenset()
    if kind is BlockKind.HEADLINE and BlockKind.DATELINE not in present:
        return BlockKind.DATELINE
    if kind in SINGLE and kind is not BlockKind.END_MARK and BlockKind.LEAD not in present:
        return BlockKind.LEAD
    return BlockKind.PARAGRAPH


def shared_attrs(attrs: Attrs) -> Attrs:
    """The attributes that the other part of a split block takes along."""
    return make_attrs((name, value) for name, value in attrs if name in SHARED_ATTRS)
