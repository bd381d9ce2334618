"""A finding: something in a text that a person should look at, and what would put it right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.richtext import RichText


class Severity(StrEnum):
    """How much a finding matters. The values are stored and printed by the command line."""

    PROBLEM = "problem"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def rank(self) -> int:
        """Problems 0, warnings 1, suggestions 2: the order in lists."""
        return tuple(Severity).index(self)


@dataclass(frozen=True, slots=True, order=True)
class Replacement:
    """Put ``text`` in the place of code points ``[start, end)`` of a block."""

    block_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe way to put a finding right: replacements that do not overlap, all on the text it was found in."""

    edits: tuple[Replacement, ...]

    @classmethod
    def of(cls, block_id: str, start: int, end: int, text: str) -> Fix:
        """A fix of one stretch."""
        return cls((Replacement(block_id, start, end, text),))

    @property
    def text(self) -> str:
        """What one replacement puts there; the first one's text where there are several."""
        return self.edits[0].text if self.edits else ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something at code points ``[start, end)`` of a block; an empty ``block_id`` means the text as a whole.

    ``message`` is in the interface's language and takes no part in comparing. ``found`` is the text there.
    ``here`` and ``everywhere`` are hashes that dismissals are kept by: of the check with the sentence around the
    place, and of the check with what was found alone. Neither changes with an edit elsewhere. For a part that is missing,
    the place is empty and ``found`` names the part. In a translated pair the block is the pair, the place is in the
    target, and ``source_span`` says which code points of the source it is about.
    """

    check: str
    severity: Severity
    block_id: str
    start: int
    end: int
    message: str = field(compare=False)
    fix: Fix | None = None
    found: str = ""
    here: str = ""
    everywhere: str = ""
    source_span: tuple[int, int] = (0, 0)

    @property
    def key(self) -> str:
        """A name for this finding among those of one text."""
        return f"{self.check}:{self.block_id}:{self.start}:{self.end}"


def with_fix(text: RichText, edits: Iterable[Replacement]) -> RichText:
    """A block's text with replacements carried out that do not overlap; marks stay."""
    for edit in sorted(edits, reverse=True):
        text = text.replace(edit.start, edit.end, edit.text)
    return text
