"""What importing passes around: lines as read, blocks as recognised, people found in a text."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.document import Attrs, BlockKind
from desktop.domain.richtext import RichText


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A line or paragraph as a file or the clipboard gave it.

    ``kind`` is a hint from markup (``h1`` → headline, ``li`` → list item); ``None`` where nothing is known.
    ``level`` is the heading's or the list's depth, 0 for body text; ``is_ordered`` tells a numbered list's item.
    """

    text: RichText
    kind: BlockKind | None = None
    level: int = 0
    is_ordered: bool = False


@dataclass(frozen=True, slots=True)
class RecognisedBlock:
    """A piece of the text with what it seems to be; ``is_kept`` says whether it becomes a block.

    ``raw`` is the index of the raw block it came from (one raw block can give a dateline and a lead);
    ``is_chosen`` is true once a person set the kind.
    """

    text: RichText
    kind: BlockKind
    is_kept: bool
    attrs: Attrs = ()
    raw: int = -1
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class ContactCandidate:
    """A person named in a contact sentence, to be offered to the directory.

    ``phone`` is E.164, or empty where no valid number could be made of ``phone_as_written``. ``block`` is an
    index into :attr:`Recognised.blocks`.
    """

    name: str
    email: str
    phone: str
    phone_as_written: str
    organisation: str
    language: str
    block: int


@dataclass(frozen=True, slots=True)
class Recognised:
    """A text taken apart: every line is in ``blocks``, the release is what is kept of ``[start, end)``.

    ``language`` is ``en``, ``es`` or ``fr``. ``warnings`` are sentences in the interface's language. ``raw``
    is what was read, kept so that a moved start can be worked out anew.
    """

    language: str
    start: int
    end: int
    blocks: tuple[RecognisedBlock, ...]
    contacts: tuple[ContactCandidate, ...] = ()
    warnings: tuple[str, ...] = ()
    raw: tuple[RawBlock, ...] = ()
