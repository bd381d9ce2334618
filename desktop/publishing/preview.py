"""A page in the few tags that Qt's rich text knows, for the window's live preview."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from desktop.publishing.html_runs import line_markup, tag, text
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


def preview_html(page: Page) -> str:
    """Markup for ``QTextBrowser.setHtml``. Pure and without colours: the window draws the classes.

    Classes: ``draft-band``, ``type``, ``release-line``, ``embargo``, ``reference``, ``subhead``, ``lead``,
    ``dateline``, ``attribution``, ``picture``, ``caption``, ``end-mark``, ``notes``, ``about``, ``contacts``, and
    on spans ``gap`` and ``untranslated``. Every block has an anchor named after its id, for ``scrollToAnchor``.
    """
    head = [("draft-band", page.draft_band), ("type", page.type_label)]
    head += [("embargo" if page.is_embargoed else "release-line", page.release_line)]
    head += [("reference", page.number_and_date)]
    rows = [tag("p", text(words), class_=class_) for class_, words in head if words]
    for part in page.parts:
        rows.extend(_part(part, ""))
    return tag("html", tag("body", "\n".join(rows)), dir=page.direction)


def _part(part: Part, class_: str) -> Iterable[str]:
    match part:
        case Heading(line, is_main):
            yield _line("h1" if is_main else "h2", line, "")
        case Subhead(line):
            yield _line("p", line, "subhead")
        case Paragraph(line, is_lead):
            yield _line("p", line, class_ or ("lead" if is_lead else ""))
        case Quote(lines, attribution):
            speaker = [tag("p", text(f"— {attribution}"), class_="attribution")] if attribution else []
            yield tag("blockquote", "".join([*(_line("p", line, "") for line in lines), *speaker]))
        case Listing(items, is_ordered):
            yield tag("ol" if is_ordered else "ul", "".join(_line("li", item, class_) for item in items))
        case Picture(placeholder):
            yield tag("p", _anchors(part.block_ids) + text(placeholder), class_="picture")
            yield from ([_line("p", part.legend_line, "caption")] if part.legend else [])
        case Section(kind, heading, parts):
            yield from ([tag("h2", text(heading))] if heading else [])
            for inner in parts:
                yield from _part(inner, kind.value)
        case EndMark(mark):
            yield tag("p", _anchors(part.block_ids) + text(mark), class_="end-mark", align="center")


def _line(name: str, line: Line, class_: str) -> str:
    return tag(name, _anchors(line.block_ids) + line_markup(line, mark_tag="span"), class_=class_, dir=line.direction)


def _anchors(block_ids: tuple[str, ...]) -> str:
    return "".join(f'<a name="{escape(block_id)}"></a>' for block_id in block_ids)
