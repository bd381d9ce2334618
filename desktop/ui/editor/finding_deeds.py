"""Putting findings right on the page, as typing would: one undo step, marks kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor

from desktop.domain.document import Document
from desktop.domain.finding import Finding, Replacement
from desktop.domain.richtext import MarkKind
from desktop.ui.editor import writing
from desktop.ui.editor.page import PageEdit
from desktop.ui.text import formats
from desktop.ui.text.projection import select_points


def apply_fixes(page: PageEdit, found_in: Document, findings: Sequence[Finding]) -> int:
    """Carry out the fixes of findings of one text; answers how many were.

    A block that was edited since is left alone, and so is a fix that overlaps one already taken.
    """
    now = page.current()
    taken: list[Replacement] = []
    done = 0
    for finding in findings:
        edits = finding.fix.edits if finding.fix else ()
        is_fresh = all(_text(now, each.block_id) == _text(found_in, each.block_id) is not None for each in edits)
        if edits and is_fresh and not any(_overlap(each, other) for each in edits for other in taken):
            taken.extend(edits)
            done += 1
    with writing.one_step(QTextCursor(page.textCursor())):
        for edit in sorted(taken, key=lambda each: each.start, reverse=True):
            _replace(page, edit)
    return done


def _replace(page: PageEdit, edit: Replacement) -> None:
    block = page.ledger.find(edit.block_id)
    first = select_points(block, edit.start, min(edit.start + 1, max(edit.end, edit.start)))
    look = first.charFormat()
    if formats.has_mark(look, MarkKind.PLACEHOLDER) is not None:
        look = formats.char_format()
    cursor = select_points(block, edit.start, edit.end)
    cursor.insertText(edit.text, look)


def _text(document: Document, block_id: str) -> str | None:
    block = document.block(block_id)
    return block.text.text if block else None


def _overlap(one: Replacement, other: Replacement) -> bool:
    if one.block_id != other.block_id:
        return False
    return one.start < max(other.end, other.start + 1) and other.start < max(one.end, one.start + 1)
