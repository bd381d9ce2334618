"""What rules look at and what they answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.document import Document
from desktop.domain.release import Approval, Release, Version
from desktop.domain.segment import Segment


class Severity(StrEnum):
    """Whether a reason stops the text or only deserves a look."""

    BLOCKS = "blocks"
    WARNS = "warns"


class Gate(StrEnum):
    """What a reason stands before: the signature (and so everything after it), or only the leaving."""

    APPROVAL = "approval"
    LEAVING = "leaving"


class SignatureKind(StrEnum):
    """What the newest signature on a version is worth now."""

    NONE = "none"
    VALID = "valid"
    VOID = "void"
    #: The signed translation is still the same, but its source says something else by now.
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Signature:
    """The newest signature of a version and what it is worth. ``reason`` says in words why it is void or stale."""

    kind: SignatureKind
    approval: Approval | None = None
    reason: str = ""

    @property
    def is_valid(self) -> bool:
        """Whether exactly the text of now was signed, and may leave."""
        return self.kind is SignatureKind.VALID


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that another room found, with its place: an open comment, a pending suggestion, an old boilerplate."""

    sentence: str
    block_id: str = ""
    start: int = 0
    end: int = 0
    is_warning: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing in the way. ``rule`` names the module that found it.

    The place to jump to: a block with ``[start, end)`` in its text, a segment of a translation, or a ``section`` of the
    inspector (``sign-off``, ``facts``, ``languages``).
    """

    rule: str
    sentence: str
    severity: Severity = Severity.BLOCKS
    gate: Gate = Gate.APPROVAL
    block_id: str = ""
    start: int = 0
    end: int = 0
    segment_id: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """One version as it would leave. ``segments`` are its live ones (none for a source), in the text's order.

    ``versions`` are all of the release, ``language_names`` what their tags are called. The three tuples of flaws are what
    other rooms answered.
    """

    release: Release
    version: Version
    versions: tuple[Version, ...]
    document: Document
    segments: tuple[Segment, ...]
    signature: Signature
    now: datetime
    language_names: tuple[tuple[str, str], ...] = ()
    comments: tuple[Flaw, ...] = ()
    suggestions: tuple[Flaw, ...] = ()
    outdated: tuple[Flaw, ...] = ()


Rule = Callable[[Material], Iterator[Reason]]

#: How many places of one rule are named; the rest are counted.
NAMED = 5


def excerpt(text: str, longest: int = 60) -> str:
    """The beginning of a text, cut between words."""
    words = " ".join(text.split())
    if len(words) <= longest:
        return words
    cut = words[:longest].rsplit(" ", 1)[0] if " " in words[:longest] else words[:longest]
    return f"{cut}…"
