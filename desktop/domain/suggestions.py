"""Pending suggestions in a text: what it was, what it would be, who asks for what, and settling them.

Suggestions live in the text itself, so that storing, splitting, undo and history carry them:

* an INSERTION mark is on text that would come, a DELETION mark on text that would go; both on one stretch is
  somebody's wish to drop what another wishes to add;
* ``suggested-insert`` is on a block whose beginning would be new: refused, its text joins the block above;
* ``suggested-remove`` is on a block whose beginning would go: accepted, its text joins the block above;
* ``suggested-kind`` is on a block whose kind or attributes would change; it holds the old ones.

A block that goes and has none above it gives its text to the one below. Every value holds a
:class:`~desktop.domain.stamp.Stamp`. The order in which suggestions are settled does not matter.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from desktop.domain.document import Attrs, Block, BlockKind, Document, make_attrs
from desktop.domain.richtext import EMPTY, SUGGESTION_MARKS, Mark, MarkKind, RichText, Run
from desktop.domain.stamp import Stamp, id_of

#: The attributes of block-level suggestions, and what all their names begin with.
PREFIX = "suggested-"
INSERT, REMOVE, KIND = "suggested-insert", "suggested-remove", "suggested-kind"
_NAMES = frozenset({INSERT, REMOVE, KIND})

#: Where a headline is looked for first.
_HEAD_BLOCKS = 8

#: What to do with a suggestion by its value: True accepts it, False rejects it, None leaves it pending.
Verdict = Callable[[str], bool | None]


class SuggestionKind(StrEnum):
    """What a suggestion asks for."""

    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    SPLIT = "split"
    MERGE = "merge"
    MOVE = "move"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One wish, to be settled as a whole.

    It begins in block ``block_id`` at code points ``[start, end)`` of the text with all suggestions in it (both
    the struck and the new text; empty for a mere break). ``text`` is what would come, ``old`` what would go; blocks
    are parted by line ends. ``blocks`` names every block that it touches. For a change of kind ``kinds`` is
    ``(old, new)``.
    """

    id: str
    author: str
    at: datetime
    kind: SuggestionKind
    block_id: str
    start: int
    end: int
    text: str
    old: str = ""
    blocks: tuple[str, ...] = ()
    kinds: tuple[BlockKind, BlockKind] | None = None


# -- reading ----------------------------------------------------------------------------------------------------


def block_has_suggestions(block: Block) -> bool:
    """Whether anything is pending in a block."""
    return any(m.kind in SUGGESTION_MARKS for m in block.text.marks) or any(n in _NAMES for n, _ in block.attrs)


def has_suggestions(document: Document) -> bool:
    """Whether anything is pending."""
    return any(block_has_suggestions(block) for block in document.blocks)


def plain_attrs(attrs: Attrs) -> Attrs:
    """A block's attributes without those of suggestions."""
    return tuple(each for each in attrs if each[0] not in _NAMES)


def kind_value(stamp_value: str, kind: BlockKind, attrs: Attrs) -> str:
    """What ``suggested-kind`` holds: the stamp, and the kind and attributes until now."""
    content = [stamp_value, kind.value, dict(plain_attrs(attrs))]
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def old_kind(value: str) -> tuple[str, BlockKind, Attrs] | None:
    """The inverse of :func:`kind_value`; ``None`` for a foreign string."""
    try:
        stamp_value, kind, attrs = json.loads(value)
        return str(stamp_value), BlockKind(kind), make_attrs({str(n): str(v) for n, v in attrs.items()})
    except (ValueError, TypeError, AttributeError):
        return None


def block_values(block: Block) -> tuple[tuple[str, str], ...]:
    """``(attribute, stamp value)`` of a block's own suggestions."""
    found = []
    for name, value in block.attrs:
        if name in (INSERT, REMOVE):
            found.append((name, value))
        elif name == KIND:
            old = old_kind(value)
            found.append((name, old[0] if old else value))
    return tuple(found)


# -- settling ---------------------------------------------------------------------------------------------------


def official(document: Document) -> Document:
    """The text as it stands: what is segmented, indexed, exported, titled and signed. Nothing pending is in it."""
    return with_all_rejected(document)


def with_all_rejected(document: Document) -> Document:
    """The text as it was before the pending suggestions."""
    return _joined(document, (_before(block) for block in document)) if has_suggestions(document) else document


def official_title(document: Document) -> str:
    """The title of the official text, without making all of that text."""
    many = len(document.blocks)
    end = next((n for n in range(_HEAD_BLOCKS, many) if not document.blocks[n].attr(INSERT)), many)
    head = official(document.with_blocks(document.blocks[:end]))
    has_headline = any(block.kind is BlockKind.HEADLINE and block.text.text.strip() for block in head)
    return head.title if has_headline else official(document).title


def with_all_accepted(document: Document) -> Document:
    """The text as it would be with every pending suggestion taken."""
    return _joined(document, (_after(block) for block in document)) if has_suggestions(document) else document


def accept(document: Document, suggestion_id: str) -> Document:
    """The text with one suggestion taken."""
    return settle(document, {suggestion_id}, is_accepted=True)


def reject(document: Document, suggestion_id: str) -> Document:
    """The text with one suggestion refused."""
    return settle(document, {suggestion_id}, is_accepted=False)


def settle(document: Document, suggestion_ids: Iterable[str], *, is_accepted: bool) -> Document:
    """The text with some suggestions taken or refused; unknown ids change nothing."""
    wanted = frozenset(suggestion_ids)
    return settled(document, lambda value: is_accepted if id_of(value) in wanted else None)


def settled(document: Document, verdict: Verdict) -> Document:
    """The text after a verdict on every suggestion; what the verdict leaves stays pending."""
    return _joined(document, (_settled_block(block, verdict) for block in document))


@lru_cache(maxsize=4096)
def _before(block: Block) -> tuple[bool, Block]:
    """Most blocks are asked for again and again while one of them is being written."""
    return _settled_block(block, lambda _: False)


@lru_cache(maxsize=4096)
def _after(block: Block) -> tuple[bool, Block]:
    return _settled_block(block, lambda _: True)


def _joined(document: Document, settled_blocks: Iterable[tuple[bool, Block]]) -> Document:
    """The blocks that stay; those that go give their text to the one above."""
    done: list[Block] = []
    carried = EMPTY
    for stays, after in settled_blocks:
        if stays:
            done.append(replace(after, text=carried + after.text) if carried else after)
            carried = EMPTY
        elif done:
            done[-1] = replace(done[-1], text=done[-1].text + after.text)
        else:
            carried += after.text
    if not done and document.blocks:
        first = document.blocks[0]
        done.append(Block(first.id, first.kind, carried, plain_attrs(first.attrs)))
    return document.with_blocks(done)


def _settled_block(block: Block, verdict: Verdict) -> tuple[bool, Block]:
    """Whether the block itself stays, and the block with its text and attributes settled."""
    if not block_has_suggestions(block):
        return True, block
    attrs, kind, stays = dict(block.attrs), block.kind, True
    inserted, removed = attrs.get(INSERT), attrs.get(REMOVE)
    if inserted is not None and (taken := verdict(inserted)) is not None:
        stays = stays and taken
        del attrs[INSERT]
    if removed is not None and (taken := verdict(removed)) is not None:
        stays = stays and not taken
        del attrs[REMOVE]
    if KIND in attrs:
        old = old_kind(attrs[KIND])
        taken = verdict(old[0] if old else attrs[KIND])
        if taken is not None:
            del attrs[KIND]
        if taken is False and old is not None:
            kind = old[1]
            attrs = {**dict(old[2]), **{n: v for n, v in attrs.items() if n in _NAMES}}
    return stays, Block(block.id, kind, settled_text(block.text, verdict), make_attrs(attrs))


def settled_text(text: RichText, verdict: Verdict) -> RichText:
    """A text after a verdict on every suggestion in it."""
    if not any(mark.kind in SUGGESTION_MARKS for mark in text.marks):
        return text
    parts: list[str] = []
    marks: list[Mark] = []
    at = 0
    for run in text.runs():
        kept = _settled_run(run, verdict)
        if kept is None or not run.text:
            continue
        end = at + len(run.text)
        marks.extend(Mark(at, end, kind, value) for kind, value in kept)
        parts.append(run.text)
        at = end
    return RichText.of("".join(parts), marks)


def _settled_run(run: Run, verdict: Verdict) -> frozenset[tuple[MarkKind, str]] | None:
    """The marks that stay on a run, or ``None`` where it goes."""
    kept = set(run.marks)
    for kind, value in run.marks:
        if kind not in SUGGESTION_MARKS:
            continue
        taken = verdict(value)
        if taken is None:
            continue
        if taken is (kind is MarkKind.DELETION):
            return None
        kept.discard((kind, value))
    return frozenset(kept)


# -- listing ----------------------------------------------------------------------------------------------------


class _Gathering:
    """The pieces of one suggestion, in the order of the text."""

    def __init__(self, value: str) -> None:
        self.stamp = Stamp.parse(value)
        self.new: list[str] = []
        self.old: list[str] = []
        self.blocks: list[str] = []
        self.start = self.end = 0
        self.is_placed = False
        self.kinds: tuple[BlockKind, BlockKind] | None = None

    def touch(self, block_id: str) -> None:
        if block_id not in self.blocks:
            self.blocks.append(block_id)

    def stretch(self, block_id: str, start: int, end: int) -> None:
        self.touch(block_id)
        if block_id != self.blocks[0]:
            return
        self.start, self.end = (min(self.start, start), max(self.end, end)) if self.is_placed else (start, end)
        self.is_placed = True

    def made(self) -> Suggestion:
        old, new = "".join(self.old), "".join(self.new)
        stamp = self.stamp
        return Suggestion(
            id=stamp.id,
            author=stamp.author,
            at=stamp.at,
            kind=self._kind(old, new),
            block_id=self.blocks[0],
            start=self.start,
            end=self.end,
            text=new,
            old=old,
            blocks=tuple(self.blocks),
            kinds=self.kinds,
        )

    def _kind(self, old: str, new: str) -> SuggestionKind:
        has_old, has_new = bool(old.strip("\n")), bool(new.strip("\n"))
        if old and new and (has_old or has_new):
            is_moved = len(self.blocks) > 1 and old.strip("\n") == new.strip("\n")
            return SuggestionKind.MOVE if is_moved else SuggestionKind.REPLACE
        if has_new:
            return SuggestionKind.INSERT
        if has_old:
            return SuggestionKind.DELETE
        if self.kinds is not None and not old and not new:
            return SuggestionKind.KIND
        return SuggestionKind.SPLIT if new else SuggestionKind.MERGE


@lru_cache(maxsize=4096)
def _pieces(text: RichText) -> tuple[tuple[MarkKind, str, int, str], ...]:
    """``(kind, value, start, text)`` of every suggested run."""
    found: list[tuple[MarkKind, str, int, str]] = []
    at = 0
    for run in text.runs():
        marks = sorted(mark for mark in run.marks if mark[0] in SUGGESTION_MARKS)
        found.extend((kind, value, at, run.text) for kind, value in marks if run.text)
        at += len(run.text)
    return tuple(found)


def suggestions(document: Document) -> tuple[Suggestion, ...]:
    """Everything that is pending, by place."""
    found: dict[str, _Gathering] = {}

    def of(value: str) -> _Gathering:
        return found.setdefault(id_of(value), _Gathering(value))

    for block in document.blocks:
        if not block_has_suggestions(block):
            continue
        for name, value in block_values(block):
            gathering = of(value)
            gathering.touch(block.id)
            if name == INSERT:
                gathering.new.append("\n")
            elif name == REMOVE:
                gathering.old.append("\n")
            else:
                old = old_kind(block.attr(KIND))
                gathering.kinds = gathering.kinds or (old[1] if old else block.kind, block.kind)
        for kind, value, at, text in _pieces(block.text):
            gathering = of(value)
            gathering.stretch(block.id, at, at + len(text))
            (gathering.new if kind is MarkKind.INSERTION else gathering.old).append(text)
    return tuple(each.made() for each in found.values())


def authors(document: Document) -> tuple[str, ...]:
    """Everybody with something pending, in the order in which they first come."""
    return tuple(dict.fromkeys(each.author for each in suggestions(document)))
