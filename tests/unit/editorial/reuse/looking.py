"""Reading lines for what may change, as the tests write them down."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import RichText
from desktop.editorial.gazetteer import parse_gazetteer
from desktop.editorial.reuse.finding import find_gaps
from desktop.editorial.reuse.found import FoundGap, Known

RESOURCES = Path(__file__).parents[4] / "resources"
GAZETTEER = parse_gazetteer((RESOURCES / "gazetteer.csv").read_text(encoding="utf-8"))
TODAY = date(2027, 6, 24)


def document(language: str, *lines: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    return Document("d", language, tuple(Block(f"b{at}", kind, RichText(line)) for at, line in enumerate(lines)))


def found(language: str, *lines: str, known: Known | None = None) -> tuple[FoundGap, ...]:
    return find_gaps(document(language, *lines), gazetteer=GAZETTEER, today=TODAY, known=known)


def said(language: str, line: str, *kinds: str) -> list[str]:
    """The words found in a line, of some kinds or of all."""
    return [gap.old for gap in found(language, line) if not kinds or gap.kind.value in kinds]
