"""What a block says in each language besides its text: an image's alternative text, a related link's address.

The attribute ``alt`` belongs to the language the release is written in; ``alt.es`` is the Spanish one, whichever
version asks. A reader's document has only its own language's.
"""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.document import Block, BlockKind, Document, make_attrs

#: Attributes that have a value per language; those whose own-language value is better than none.
PER_LANGUAGE = {BlockKind.IMAGE: ("alt",), BlockKind.RELATED_LINK: ("url",)}
_LENT = frozenset({"url"})


def language_attr(name: str, language: str) -> str:
    """The attribute's name in another language: ``alt.es`` (regions share their language's)."""
    return f"{name}.{language.split('-', 1)[0].lower()}"


def for_reader(block: Block, language: str, *, is_source: bool) -> Block:
    """The block as a reader of one language gets it.

    A translation without an alternative text of its own has none (never the source's words); a link without an
    address of its own leads to the source's.
    """
    names = PER_LANGUAGE.get(block.kind, ())
    if not names:
        return block
    values = dict(block.attrs)
    for name in names:
        own = values.get(language_attr(name, language), "")
        if not is_source:
            values[name] = own or (values.get(name, "") if name in _LENT else "")
        for other in [each for each in values if each.startswith(f"{name}.")]:
            del values[other]
    attrs = make_attrs(values)
    return block if attrs == block.attrs else replace(block, attrs=attrs)


def document_for_reader(document: Document, *, is_source: bool) -> Document:
    """Every block as a reader of the document's language gets it."""
    blocks = tuple(for_reader(block, document.language, is_source=is_source) for block in document.blocks)
    return document if blocks == document.blocks else document.with_blocks(blocks)
