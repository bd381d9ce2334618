"""Datelines, contact sentences and corrections put where they belong on the page; one undo step each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor

from desktop.domain.contact import Contact
from desktop.domain.document import Block, BlockKind, make_attrs
from desktop.domain.richtext import RichText
from desktop.editorial.contact_block import contact_sentence
from desktop.editorial.spelling.words import plain_word
from desktop.ui.editor import writing
from desktop.ui.editor.page import PageEdit
from desktop.ui.text.projection import select_points


def set_dateline(page: PageEdit, text: str, place: str, date: str) -> None:
    """Write the dateline where it stands, or put one below the headlines."""
    attrs = make_attrs({"place": place, "date": date})
    blocks = page.current().blocks
    number = next((n for n, b in enumerate(blocks) if b.kind is BlockKind.DATELINE), -1)
    if number >= 0:
        made = Block(blocks[number].id, BlockKind.DATELINE, RichText.plain(text), attrs)
        writing.replace_block(page.textCursor(), number, made)
    else:
        heads = [n for n, b in enumerate(blocks) if b.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD)]
        made = Block(page.ledger.fresh_id(), BlockKind.DATELINE, RichText.plain(text), attrs)
        writing.insert_block(page.textCursor(), heads[-1] + 1 if heads else 0, made)
    page.go_to(made.id, len(text))


def insert_contact(page: PageEdit, person: Contact, language: str) -> None:
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
        writing.replace_block(page.textCursor(), number, made)
    else:
        made = Block(page.ledger.fresh_id(), BlockKind.CONTACT, text, attrs)
        writing.insert_block(page.textCursor(), number + 1, made)
    page.go_to(made.id)
    page.setFocus()


def _waiting_number(page: PageEdit) -> int:
    for number, block in enumerate(page.current().blocks):
        gaps = block.text.placeholders()
        if block.kind is BlockKind.CONTACT and gaps and not block.attr("contact"):
            return number
    return -1


def replace_points(page: PageEdit, places: Sequence[tuple[str, int, int]], text: str, word: str = "") -> int:
    """Put a text in place of code points ``(block id, start, end)``; its marks are those of what stood there.

    With ``word``, places where meanwhile something else stands are left alone. Answers how many were replaced.
    """
    done = 0
    with writing.one_step(QTextCursor(page.textCursor())):
        for block_id, start, end in sorted(places, key=lambda each: each[1], reverse=True):
            block = page.ledger.find(block_id)
            if not block.isValid():
                continue
            there = select_points(block, start, end)
            if word and plain_word(there.selectedText()) != word:
                continue
            there.insertText(text, there.charFormat())
            done += 1
    return done
