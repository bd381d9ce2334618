"""WordprocessingML in Python: paragraphs and runs of the render tree as XML elements.

Elements are built directly: python-docx's paragraph and run objects look every style up again for each run.
Order of children follows ECMA-376 part 1 (CT_PPr §17.3.1, CT_RPr §17.3.2); Word refuses any other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import nsmap
from docx.oxml.parser import oxml_parser

from desktop.publishing.page import RTL, Line, TextRun

#: An lxml element; python-docx hands out its own subclasses.
Element = Any

_W = "{" + nsmap["w"] + "}"
_R = "{" + nsmap["r"] + "}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NAMESPACES = {"w": nsmap["w"], "r": nsmap["r"]}
_FIELD = re.compile(r"(\{pages?\})")

#: The country that Word proofs a bare language by: it has no dictionary for "en" alone.
_PROOFING = {
    "ar": "ar-SA",
    "de": "de-DE",
    "en": "en-GB",
    "es": "es-ES",
    "fr": "fr-FR",
    "he": "he-IL",
    "it": "it-IT",
    "pt": "pt-BR",
    "ru": "ru-RU",
    "zh": "zh-CN",
}
_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")


def element(tag: str, *children: Element, **attributes: str) -> Element:
    """``<w:tag>`` with attributes in the ``w`` namespace and children; ``None`` children are left out."""
    made = oxml_parser.makeelement(
        _W + tag, {_W + name.rstrip("_"): value for name, value in attributes.items()}, _NAMESPACES
    )
    made.extend(child for child in children if child is not None)
    return made


def proofing_tag(language: str) -> str:
    """A language tag as Word knows it."""
    return _PROOFING.get(language.lower(), language)


@dataclass(frozen=True)
class RunStyles:
    """How runs are drawn here: the language of the surrounding text and how a link becomes a relationship id."""

    language: str
    relate: Callable[[str], str]


def paragraph(style: str, *content: Element, direction: str = "ltr", num_id: str = "") -> Element:
    """A paragraph in a style (by its id), right-to-left where asked, in a numbered list where given."""
    properties = element(
        "pPr",
        element("pStyle", val=style),
        element("numPr", element("ilvl", val="0"), element("numId", val=num_id)) if num_id else None,
        element("bidi") if direction == RTL else None,
    )
    return element("p", properties, *content)


def line_paragraph(style: str, line: Line, styles: RunStyles, *, num_id: str = "") -> Element:
    """A paragraph with a line's runs; neighbours with one link share one hyperlink."""
    return paragraph(style, *line_content(line.runs, styles), direction=line.direction, num_id=num_id)


def line_content(runs: Iterable[TextRun], styles: RunStyles) -> list[Element]:
    """The runs as children of a paragraph."""
    content: list[Element] = []
    open_link = ""
    for run in runs:
        made = _run(run, styles.language)
        if not run.link:
            content.append(made)
        elif run.link == open_link:
            content[-1].append(made)
        else:
            link = element("hyperlink", made)
            link.set(_R + "id", styles.relate(run.link))
            link.set(_W + "history", "1")
            content.append(link)
        open_link = run.link
    return content


def plain_run(text: str, language: str, *, style: str = "") -> Element:
    """A run of unmarked text."""
    return _text_run(text, element("rPr", _style(style), element("lang", val=proofing_tag(language))))


def page_fields(page_of: str, language: str) -> list[Element]:
    """``Page {page} of {pages}`` with Word's own fields; their shown values are renewed by any reader."""
    content: list[Element] = []
    for piece in _FIELD.split(page_of):
        if piece in ("{page}", "{pages}"):
            instruction = "PAGE" if piece == "{page}" else "NUMPAGES"
            content.append(element("fldSimple", plain_run("1", language), instr=instruction))
        elif piece:
            content.append(plain_run(piece, language))
    return content


def tab() -> Element:
    """A run with one tab stop."""
    return element("r", element("tab"))


def _style(style: str) -> Element | None:
    return element("rStyle", val=style) if style else None


def _run(run: TextRun, language: str) -> Element:
    style, strong, emphasis = _character_style(run)
    bold = [element("b"), element("bCs")] if strong else []
    slanted = [element("i"), element("iCs")] if emphasis else []
    right_to_left = run.direction == RTL
    properties = element(
        "rPr",
        _style(style),
        *bold,
        *slanted,
        element("rtl") if right_to_left else None,
        _language(run, language),
    )
    return _text_run(run.text, properties)


def _character_style(run: TextRun) -> tuple[str, bool, bool]:
    """The one character style that says most, and which of bold and italic must stand beside it."""
    if run.gap:
        return "OpenGap", run.strong, run.emphasis
    if run.is_untranslated:
        return "Untranslated", run.strong, run.emphasis
    if run.link:
        return "Hyperlink", run.strong or run.is_dateline, run.emphasis
    if run.is_dateline:
        return "Dateline", False, run.emphasis
    if run.strong:
        return "Strong", False, run.emphasis
    return ("Emphasis" if run.emphasis else ""), False, False


def _language(run: TextRun, language: str) -> Element:
    """``w:lang``: the Latin language always, the right-to-left one where the run needs it."""
    tag = proofing_tag(run.language or language)
    if run.direction != RTL:
        return element("lang", val=tag)
    if run.language:
        return element("lang", val=tag, bidi=tag)
    return element("lang", val=tag, bidi="he-IL" if _HEBREW.search(run.text) else "ar-SA")


def _text_run(text: str, properties: Element) -> Element:
    made = element("r", properties)
    for number, piece in enumerate(text.split("\n")):
        if number:
            made.append(element("br"))
        if piece:
            content = element("t")
            content.text = piece
            if piece[0].isspace() or piece[-1].isspace() or "  " in piece:
                content.set(_SPACE, "preserve")
            made.append(content)
    return made
