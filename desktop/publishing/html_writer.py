"""A page as one self-contained HTML file: semantic, printable, without script and without anything to fetch."""

from __future__ import annotations

from functools import cache

from desktop import places
from desktop.publishing.html_runs import image_markup, line_markup, tag, text
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
    SectionKind,
    Subhead,
)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def write_html(page: Page) -> bytes:
    """The whole file in UTF-8. Pure; raises ``FileNotFoundError`` where the program is not whole."""
    body = "\n".join(_body(page))
    return f"<!DOCTYPE html>\n{tag('html', _head(page) + body, lang=page.language, dir=page.direction)}\n".encode()


@cache
def _style() -> str:
    return places.resource("css", "page.css").read_text(encoding="utf-8")


def _head(page: Page) -> str:
    hidden = '<meta name="robots" content="noindex">\n' if page.draft_band or page.is_embargoed else ""
    return (
        '\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n{hidden}'
        f"{tag('title', text(page.title or page.type_label))}\n<style>\n{_style()}</style>\n</head>\n"
    )


def _body(page: Page) -> list[str]:
    spell = _Parts(page.direction)
    organisation = tag("p", text(page.organisation), class_="organisation") if page.organisation else ""
    opening, rest = _split_opening(page)
    return [
        "<body>",
        *([tag("p", text(page.draft_band), class_="draft-band")] if page.draft_band else []),
        tag("header", tag("p", text(page.type_label), class_="type") + organisation, class_="masthead"),
        "<main>\n<article>\n<header>",
        tag("p", text(page.release_line), class_="release-line embargo" if page.is_embargoed else "release-line"),
        *_reference(page),
        *(spell.part(part) for part in opening),
        "</header>",
        *(spell.part(part) for part in rest),
        "</article>\n</main>",
        *([tag("footer", tag("p", text(page.organisation)), class_="page-foot")] if page.organisation else []),
        "</body>\n",
    ]


def _split_opening(page: Page) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Headline and subheads at the top belong into the article's header."""
    at = 0
    while at < len(page.parts) and isinstance(page.parts[at], Heading | Subhead):
        at += 1
    return page.parts[:at], page.parts[at:]


def _reference(page: Page) -> list[str]:
    shown = [text(page.number)] if page.number else []
    if page.date_line:
        shown.append(tag("time", text(page.date_line), datetime=page.date))
    return [tag("p", " · ".join(shown), class_="reference")] if shown else []


class _Parts:
    """Spells parts of a page as HTML elements."""

    def __init__(self, direction: str) -> None:
        self._direction = direction

    def part(self, part: Part) -> str:  # noqa: PLR0911 - one spelling a kind
        """The markup of one part."""
        match part:
            case Heading(line, is_main):
                return self._line("h1" if is_main else "h2", line)
            case Subhead(line):
                return self._line("p", line, "subhead")
            case Paragraph(line, is_lead):
                return self._line("p", line, "lead" if is_lead else "")
            case Quote():
                return self._quote(part)
            case Listing(items, is_ordered):
                return tag(
                    "ol" if is_ordered else "ul", "".join(f"\n{self._line('li', item)}" for item in items) + "\n"
                )
            case Picture():
                return self._picture(part)
            case Section():
                return self._section(part)
            case EndMark(mark):
                return tag("p", text(mark), class_="end-mark")

    def _line(self, name: str, line: Line, class_: str = "") -> str:
        direction = "" if line.direction == self._direction else line.direction
        return tag(name, line_markup(line), class_=class_, dir=direction)

    def _quote(self, quote: Quote) -> str:
        block = tag("blockquote", "\n" + "\n".join(self._line("p", line) for line in quote.lines) + "\n")
        if not quote.attribution:
            return block
        speaker = tag("figcaption", f"— {tag('cite', text(quote.attribution))}")
        return tag("figure", f"\n{block}\n{speaker}\n", class_="quote")

    @staticmethod
    def _picture(picture: Picture) -> str:
        if picture.image is None:
            place = tag(
                "div", text(picture.placeholder), class_="placeholder", role="img", aria_label=picture.placeholder
            )
        else:
            place = image_markup(picture.image, picture.described)
        legend = tag("figcaption", line_markup(picture.legend_line)) if picture.legend else ""
        return tag("figure", place + legend, class_="picture")

    def _section(self, section: Section) -> str:
        inner = "\n".join(self.part(part) for part in section.parts)
        if section.kind is SectionKind.CONTACTS:
            inner = tag("address", f"\n{inner}\n")
        heading = f"\n{tag('h2', text(section.heading))}" if section.heading else ""
        return tag("section" if heading else "div", f"{heading}\n{inner}\n", class_=section.kind.value)
