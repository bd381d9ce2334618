"""What the page gives to the clipboard and takes from it. Nothing foreign reaches the document but blocks and marks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby

from PySide6.QtCore import QByteArray, QMimeData

from desktop.domain.document import Block, BlockKind, make_attrs
from desktop.domain.richtext import MarkKind, RichText, Run
from desktop.editorial.import_values import RawBlock

#: Our own form: blocks with marks, attributes and, for whole blocks, their ids.
BLOCKS_TYPE = "application/x-comunicado-blocks+json"
_SAFE_SCHEMES = ("http:", "https:", "mailto:", "tel:")

ReadClipboard = Callable[[str | None, str | None], Sequence[RawBlock]]


def is_safe_address(url: str) -> bool:
    """Whether a link may be kept: web, mail and telephone addresses only."""
    return url.strip().lower().startswith(_SAFE_SCHEMES)


def to_mime(blocks: Sequence[Block], whole_ids: frozenset[str]) -> QMimeData:
    """Blocks for the clipboard; those not wholly selected go without their id."""
    carried = [block if block.id in whole_ids else Block("", block.kind, block.text, block.attrs) for block in blocks]
    mime = QMimeData()
    content = json.dumps([block.to_json() for block in carried], ensure_ascii=False)
    mime.setData(BLOCKS_TYPE, QByteArray(content.encode("utf-8", "surrogatepass")))
    mime.setText("\n".join(_plain_lines(blocks)))
    mime.setHtml(to_html(blocks))
    return mime


def to_html(blocks: Sequence[Block]) -> str:
    """Blocks as the HTML that word processors and mail programs paste: headings, quotes, lists, no looks."""
    parts: list[str] = []
    for tag, run in groupby(blocks, _list_tag):
        items = "".join(_html_block(block) for block in run)
        parts.append(f"<{tag}>{items}</{tag}>" if tag else items)
    return "".join(parts)


def _list_tag(block: Block) -> str:
    if block.kind is not BlockKind.LIST_ITEM:
        return ""
    return "ol" if block.attr("ordered") else "ul"


def _plain_lines(blocks: Sequence[Block]) -> Iterator[str]:
    number = 0
    for block in blocks:
        tag = _list_tag(block)
        number = number + 1 if tag == "ol" else 0
        is_alone = len(blocks) == 1
        before = "" if is_alone or not tag else f"{number}. " if tag == "ol" else "• "
        yield f"{before}{block.text.text}"


def only_text(mime: QMimeData) -> QMimeData:
    """What is on the clipboard without any looks, for "Paste as plain text"."""
    bare = QMimeData()
    if mime.hasText():
        bare.setText(mime.text())
    return bare


def from_mime(mime: QMimeData, read: ReadClipboard, *, has_headline: bool = False) -> tuple[Block, ...]:
    """Blocks from the clipboard, clean: ids only from ourselves, links only to safe addresses.

    ``has_headline``: the text has one already, so a foreign first heading comes as a subhead.
    """
    if mime.hasFormat(BLOCKS_TYPE):
        try:
            found = json.loads(bytes(mime.data(BLOCKS_TYPE).data()).decode("utf-8", "surrogatepass"))
            return tuple(_clean(Block.from_json(each)) for each in found)
        except (ValueError, KeyError, TypeError):
            pass  # not ours after all: read it as anything else
    html = mime.html() if mime.hasHtml() else None
    text = mime.text() if mime.hasText() else None
    if html is None and text is None:
        return ()
    raw = read(html, text)
    return tuple(_clean(_taken(each, has_headline=has_headline)) for each in raw)


def _taken(raw: RawBlock, *, has_headline: bool) -> Block:
    kind = raw.kind or BlockKind.PARAGRAPH
    if kind is BlockKind.HEADLINE and has_headline:
        kind = BlockKind.SUBHEAD
    return Block("", kind, raw.text, make_attrs({"ordered": "1" if raw.is_ordered else ""}))


def can_read(mime: QMimeData) -> bool:
    """Whether there is any text in it."""
    return mime.hasFormat(BLOCKS_TYPE) or mime.hasHtml() or mime.hasText()


def _clean(block: Block) -> Block:
    links = block.text.marks_of(MarkKind.LINK)
    if all(is_safe_address(mark.value) for mark in links):
        return block
    kept = (m for m in block.text.marks if m.kind is not MarkKind.LINK or is_safe_address(m.value))
    return Block(block.id, block.kind, RichText.of(block.text.text, kept), block.attrs)


_TAGS = {BlockKind.HEADLINE: "h1", BlockKind.SUBHEAD: "h2", BlockKind.QUOTE: "blockquote", BlockKind.LIST_ITEM: "li"}


def _html_block(block: Block) -> str:
    tag = _TAGS.get(block.kind, "p")
    return f"<{tag}>{''.join(_html_run(run) for run in block.text.runs())}</{tag}>"


def _html_run(run: Run) -> str:
    made = escape(run.text).replace("\n", "<br>")
    if run.has(MarkKind.EMPHASIS):
        made = f"<em>{made}</em>"
    if run.has(MarkKind.STRONG):
        made = f"<strong>{made}</strong>"
    url = run.value(MarkKind.LINK)
    return f'<a href="{escape(url)}">{made}</a>' if url else made
