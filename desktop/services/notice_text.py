"""The text of a correction or withdrawal notice, in a document's own language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.release import NoticeKind
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.i18n import in_document
from desktop.publishing.dates import long_date
from desktop.translation.changes import word_diff

#: Blocks that a notice of withdrawal takes over: whom to call.
_STAYS = frozenset({BlockKind.CONTACT})


@dataclass(frozen=True, slots=True)
class Corrected:
    """One version of the release that a notice is about: the text that left, the text of now, and the day."""

    signed: Document
    now: Document
    released_on: date

    @property
    def language(self) -> str:
        """The language of both texts."""
        return self.now.language


def changed_blocks(texts: tuple[Corrected, ...]) -> tuple[str, ...]:
    """Ids of the blocks that differ in any language, in the order of the text of now; then those that are gone."""
    first = texts[0]
    ids = [block.id for block in first.now] + [b.id for b in first.signed if first.now.block(b.id) is None]
    return tuple(block_id for block_id in ids if any(_texts(each, block_id) for each in texts))


def _texts(text: Corrected, block_id: str) -> tuple[RichText, RichText] | None:
    """What a block said and says now; ``None`` where that is the same."""
    before, after = text.signed.block(block_id), text.now.block(block_id)
    was, now = (block.text if block else RichText("") for block in (before, after))
    return (was, now) if was != now else None


def notice_blocks(
    kind: NoticeKind, text: Corrected, changed: tuple[str, ...], new_id: Callable[[], str]
) -> list[Block]:
    """All blocks of a notice. Called with the same ``changed`` for each language it gives the same run of blocks."""
    if kind is NoticeKind.WITHDRAWAL:
        return list(_withdrawal(text, new_id))
    return list(_correction(text, changed, new_id))


def _withdrawal(text: Corrected, new_id: Callable[[], str]) -> Iterator[Block]:
    language = text.language
    says = {"headline": text.signed.title, "date": long_date(text.released_on, language)}
    yield _plain(new_id(), BlockKind.HEADLINE, in_document(language, "Withdrawal: {headline}").format(**says))
    lead = in_document(language, "“{headline}”, released on {date}, is withdrawn: please do not use it.")
    yield _plain(new_id(), BlockKind.LEAD, lead.format(**says))
    yield _gap(new_id(), "reason", in_document(language, "[Say why the release is withdrawn]"))
    for block in text.now:
        if block.kind in _STAYS:
            yield replace(block, id=new_id())


def _correction(text: Corrected, changed: tuple[str, ...], new_id: Callable[[], str]) -> Iterator[Block]:
    language = text.language
    says = {"headline": text.signed.title, "date": long_date(text.released_on, language)}
    headline = in_document(language, "Correction: {headline}").format(headline=text.now.title)
    yield _plain(new_id(), BlockKind.HEADLINE, headline)
    lead = in_document(language, "This corrects “{headline}”, released on {date}.").format(**says)
    yield _plain(new_id(), BlockKind.LEAD, lead)
    yield _plain(new_id(), BlockKind.SUBHEAD, in_document(language, "What is corrected"))
    if not changed:
        yield _gap(new_id(), "correction", in_document(language, "[Say what was wrong and what is right]"))
    for block_id in changed:
        before, after = text.signed.block(block_id), text.now.block(block_id)
        was, now = marked_change(before.text if before else RichText(""), after.text if after else RichText(""))
        if was.text.strip():
            yield Block(new_id(), BlockKind.LIST_ITEM, _labelled(in_document(language, "Was: {text}"), was))
        if now.text.strip():
            yield Block(new_id(), BlockKind.LIST_ITEM, _labelled(in_document(language, "Now: {text}"), now))
    yield _plain(new_id(), BlockKind.SUBHEAD, in_document(language, "The corrected text"))
    for block in text.now:
        kind = BlockKind.SUBHEAD if block.kind is BlockKind.HEADLINE else block.kind
        yield replace(block, id=new_id(), kind=kind)


def marked_change(was: RichText, now: RichText) -> tuple[RichText, RichText]:
    """Both texts with the words in which they differ made strong; links and other marks are left out."""
    old, new = RichText.plain(was.text), RichText.plain(now.text)
    if not old.text or not new.text:
        return old, new
    at_old = at_new = 0
    for part in word_diff(old.text, new.text):
        size = len(part.text)
        if part.kind == "delete":
            old = old.with_mark(at_old, at_old + size, MarkKind.STRONG)
        if part.kind == "insert":
            new = new.with_mark(at_new, at_new + size, MarkKind.STRONG)
        at_old += size if part.kind != "insert" else 0
        at_new += size if part.kind != "delete" else 0
    return old, new


def _labelled(words: str, text: RichText) -> RichText:
    before, _field, behind = words.partition("{text}")
    return RichText.plain(before) + text + RichText.plain(behind)


def _plain(block_id: str, kind: BlockKind, words: str) -> Block:
    return Block(block_id, kind, RichText.plain(words))


def _gap(block_id: str, name: str, words: str) -> Block:
    marks = [Mark(0, len(words), MarkKind.PLACEHOLDER, name)]
    return Block(block_id, BlockKind.PARAGRAPH, RichText.of(words, marks))
