"""Datelines and contact sentences put where they belong on the page; one undo step each."""

from __future__ import annotations

from desktop.domain.contact import Contact
from desktop.domain.document import Block, BlockKind, make_attrs
from desktop.domain.richtext import RichText
from desktop.editorial.contact_block import contact_sentence
from desktop.ui.editor.tracked_page import TrackedPage


def set_dateline(page: TrackedPage, text: str, place: str, date: str) -> None:
    """Write the dateline where it stands, or put one below the headlines."""
    attrs = make_attrs({"place": place, "date": date})
    blocks = page.current().blocks
    number = next((n for n, b in enumerate(blocks) if b.kind is BlockKind.DATELINE), -1)
    if number >= 0:
        made = Block(blocks[number].id, BlockKind.DATELINE, RichText.plain(text), attrs)
        page.rewrite_block(number, made)
    else:
        heads = [n for n, b in enumerate(blocks) if b.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD)]
        made = Block(page.ledger.fresh_id(), BlockKind.DATELINE, RichText.plain(text), attrs)
        page.add_block(heads[-1] + 1 if heads else 0, made)
    page.go_to(made.id, len(text))


def insert_contact(page: TrackedPage, person: Contact, language: str) -> None:
    """Put a person's contact sentence into the empty block at the cursor, or below the block that it is in.

    A contact block that only waits for somebody (all of it is open gap) is filled instead.
    """
    text = contact_sentence(person, language)
    attrs = make_attrs({"contact": person.id})
    number, waiting = page.textCursor().blockNumber(), _waiting_number(page)
    if waiting >= 0:
        number = waiting
    current = page.ledger.block_of(number)
    if waiting >= 0 or not current.text.text.strip():
        made = Block(current.id, BlockKind.CONTACT, text, attrs)
        page.rewrite_block(number, made)
    else:
        made = Block(page.ledger.fresh_id(), BlockKind.CONTACT, text, attrs)
        page.add_block(number + 1, made)
    page.go_to(made.id)
    page.setFocus()


def _waiting_number(page: TrackedPage) -> int:
    for number, block in enumerate(page.current().blocks):
        gaps = block.text.placeholders()
        if block.kind is BlockKind.CONTACT and gaps and not block.attr("contact"):
            return number
    return -1
