"""A page as plain text, 72 columns wide, for mail bodies and wires."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from itertools import groupby

from desktop.publishing.page import (
    EndMark,
    Heading,
    Line,
    Listing,
    Page,
    Paragraph,
    Part,
    Picture,
    Quote,
    Section,
    Subhead,
)

WIDTH = 72
_QUOTE_INDENT = "    "
_SCHEME = re.compile(r"^(?:https?://|mailto:|tel:)", re.IGNORECASE)


def write_text(page: Page) -> bytes:
    """The page in UTF-8 with line feeds. Pure."""
    head = [page.type_label, page.organisation, page.release_line, page.number_and_date]
    blocks = ["\n".join(_wrap(text) for text in head if text)]
    if page.draft_band:
        blocks.insert(0, f"*** {page.draft_band} ***")
    for part in page.parts:
        blocks.extend(_part(part))
    return ("\n\n".join(blocks) + "\n").encode("utf-8")


def _part(part: Part) -> Iterable[str]:
    match part:
        case Heading(line) | Subhead(line) | Paragraph(line):
            yield _wrap(_line(line))
        case Quote(lines, attribution):
            yield from (_wrap(_line(line), _QUOTE_INDENT) for line in lines)
            if attribution:
                yield _wrap(f"— {attribution}", _QUOTE_INDENT)
        case Listing():
            yield _listing(part)
        case Picture(placeholder):
            yield "\n".join(_wrap(text) for text in (placeholder, _line(part.legend_line)) if text)
        case Section(_, heading, parts):
            if heading:
                yield _wrap(heading)
            for inner in parts:
                yield from _part(inner)
        case EndMark(text):
            yield text


def _listing(listing: Listing) -> str:
    items = []
    for number, line in enumerate(listing.items, start=1):
        bullet = f"{number}. " if listing.is_ordered else "- "
        items.append(_wrap(_line(line), " " * len(bullet), first=bullet))
    return "\n".join(items)


def _line(line: Line) -> str:
    """The text with each address behind the words that link to it, unless the words are the address."""
    pieces: list[str] = []
    for link, runs in groupby(line.runs, key=lambda run: run.link):
        text = "".join(run.text for run in runs)
        pieces.append(text if not link or _says(text, link) else f"{text} <{link}>")
    return "".join(pieces)


def _says(text: str, link: str) -> bool:
    """Whether the words already show the address (scheme, final slash, and a phone's spacing left aside)."""
    shown = _SCHEME.sub("", "".join(text.split())).rstrip("/").casefold()
    target = _SCHEME.sub("", link).rstrip("/").casefold()
    if link.startswith("tel:"):
        return re.sub(r"\D", "", shown) == re.sub(r"\D", "", target)
    return shown == target


def _wrap(text: str, indent: str = "", *, first: str | None = None) -> str:
    """Every forced line wrapped by itself; words and addresses are never cut."""
    made: list[str] = []
    for number, piece in enumerate(text.split("\n")):
        start = first if first is not None and not number else indent
        made += textwrap.wrap(
            piece,
            WIDTH,
            initial_indent=start,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    return "\n".join(made)
