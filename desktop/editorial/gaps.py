"""The open gaps of a document, as a list for a person to work through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.document import Document
from desktop.domain.richtext import MarkKind


@dataclass(frozen=True, slots=True)
class OpenGap:
    """A gap still open at ``[start, end)`` of a block's text. ``label`` is in the document's language."""

    block_id: str
    name: str
    label: str
    start: int
    end: int


def list_open_gaps(document: Document, labels: Mapping[str, str] | None = None) -> tuple[OpenGap, ...]:
    """Every open gap in the order of the text; its label from ``labels`` by name, or what stands in the text."""
    known = labels or {}
    return tuple(
        OpenGap(
            block.id,
            mark.value,
            known.get(mark.value) or block.text.text[mark.start : mark.end].strip("[] ") or mark.value,
            mark.start,
            mark.end,
        )
        for block in document.blocks
        for mark in block.text.marks_of(MarkKind.PLACEHOLDER)
    )
