"""Saved web pages, and HTML from the clipboard, into paragraphs. Nothing is ever fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desktop.domain.document import BlockKind
from desktop.domain.richtext import MarkKind, RichText
from desktop.editorial.import_values import RawBlock
from desktop.exchange.decoding import decode, replaced_warning
from desktop.exchange.html_blocks import HtmlWalk
from desktop.exchange.read_file import ReadFile, clean_text, read_bytes, refuse, within_limits
from desktop.i18n import _, ngettext

MAX_MEGABYTES = 50
_MAX_DEPTH = 200
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]{0,500}>(.{0,1000}?)</title", re.IGNORECASE | re.DOTALL)
_LANGUAGE = re.compile(r"<html[^>]{0,2000}?\slang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2})", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_TITLE_SEPARATOR = re.compile(r"\s+[|–—«»·:-]\s+")
#: Elements whose end tag may be left out, or that have none: they do not tell how deep a page is.
_UNCOUNTED = frozenset(
    [
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "tfoot",
        "option",
        "optgroup",
        "colgroup",
        "html",
        "body",
        "head",
        "br",
        "hr",
        "img",
        "input",
        "meta",
        "link",
        "area",
        "base",
        "col",
        "embed",
        "source",
        "track",
        "wbr",
        "param",
        "rp",
        "rt",
    ]
)
_DROPPED = frozenset(
    [
        "script",
        "style",
        "title",
        "template",
        "noscript",
        "iframe",
        "object",
        "svg",
        "math",
        "canvas",
        "video",
        "audio",
        "select",
        "button",
        "textarea",
        "datalist",
    ]
)
_KEPT = frozenset(
    [
        "html",
        "body",
        "article",
        "main",
        "section",
        "div",
        "header",
        "footer",
        "nav",
        "aside",
        "form",
        "figure",
        "figcaption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "q",
        "strong",
        "b",
        "em",
        "i",
        "cite",
        "a",
        "br",
        "hr",
        "span",
        "font",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "address",
        "pre",
        "center",
        "img",
        "del",
        "ins",
        "s",
        "strike",
        "sup",
        "sub",
        "u",
        "small",
        "big",
        "mark",
        "time",
        "abbr",
        "label",
        "fieldset",
        "details",
        "summary",
        "code",
        "tt",
        "var",
        "dfn",
    ]
)
_KEPT_ATTRIBUTES = {
    "*": {"style", "class", "id", "role", "hidden", "aria-hidden", "lang"},
    "a": {"href"},
    "img": {"alt"},
}
LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_FUNCTION_WORDS = {
    "en": frozenset(
        ["the", "of", "and", "in", "to", "that", "is", "for", "with", "on", "was", "are", "by", "from", "has"]
    ),
    "es": frozenset(["de", "la", "el", "los", "las", "que", "en", "y", "del", "para", "con", "por", "una", "se", "su"]),
    "fr": frozenset(
        ["de", "la", "le", "les", "des", "et", "en", "du", "que", "pour", "dans", "une", "sur", "au", "est"]
    ),
}


def read_html(path: Path) -> ReadFile:
    """The paragraphs of a saved page, without its navigation where its markup tells; raises BadInputError."""
    content = read_bytes(path, max_megabytes=MAX_MEGABYTES)
    declared = _META_CHARSET.search(content[:4096])
    decoded = decode(content, path.name, declared=declared.group(1).decode("ascii") if declared else "")
    read = page_blocks(decoded.text, path.name)
    return replace(read, warnings=(*replaced_warning(decoded), *read.warnings))


def page_blocks(html: str, name: str) -> ReadFile:
    """A whole page: navigation, header, footer, asides and forms left out; its title where it has no heading."""
    html = clean_text(html)
    root = parse_clean(html, name)
    walk = HtmlWalk(is_page=True)
    blocks = within_limits(_with_title(walk.blocks(root), _title(html)), name)
    found = _LANGUAGE.search(html[:20_000])
    language = _believable(found.group(1).split("-")[0].lower() if found else "", blocks)
    return ReadFile(blocks, language, left_out_warnings(walk))


def fragment_blocks(html: str, name: str) -> ReadFile:
    """A piece of HTML that a person chose: all of its text. Gives no blocks where it has no text."""
    walk = HtmlWalk(is_page=False)
    blocks = walk.blocks(parse_clean(clean_text(html), name))
    return ReadFile(within_limits(blocks, name) if blocks else (), "", left_out_warnings(walk))


def parse_clean(html: str, name: str) -> Any:
    """The inert tree (lxml) of a text in HTML: the HTML5 algorithm and an allow-list (nh3) first.

    Scripts, event handlers and foreign elements are gone before the tree is built. Raises BadInputError on
    markup nested beyond reason, which costs the parsers minutes.
    """
    import nh3  # noqa: PLC0415 - lazy: only needed when something comes in
    from lxml import etree  # noqa: PLC0415 - lazy: only needed when something comes in
    from lxml import html as lxml_html  # noqa: PLC0415 - lazy: only needed when something comes in

    too_deep = refuse(
        _("“{name}” is nested too deeply to be a text.").format(name=name),
        _("Copy the text in the browser and paste it."),
    )
    if _depth(html) > _MAX_DEPTH:
        raise too_deep
    clean = nh3.clean(
        html,
        tags=set(_KEPT),
        clean_content_tags=set(_DROPPED),
        attributes={tag: set(names) for tag, names in _KEPT_ATTRIBUTES.items()},
        # Unsafe links come through here so that the walk can count them; it lets none of them pass.
        url_schemes=set(LINK_SCHEMES) | {"javascript", "data", "file", "vbscript"},
        link_rel=None,
    )
    parser = lxml_html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(f"<html><body><div>{clean}</div></body></html>", parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise refuse(_("“{name}” is not a page that can be read.").format(name=name)) from error
    limits = [entry.message for entry in parser.error_log if entry.type_name == "ERR_RESOURCE_LIMIT"]
    if any("depth" in message for message in limits):
        raise too_deep
    if limits:
        raise refuse(
            _("“{name}” has a paragraph of millions of characters; that is no text of a release.").format(name=name),
            _("Check that it is the right file."),
        )
    return root


def left_out_warnings(walk: HtmlWalk) -> tuple[str, ...]:
    """Sentences about what a walk did not take."""
    warnings: list[str] = []
    if walk.images:
        text = ngettext("{count} image was left out.", "{count} images were left out.", walk.images)
        warnings.append(text.format(count=walk.images))
    if walk.unsafe_links:
        text = ngettext(
            "{count} unsafe link was left out; its text stays.",
            "{count} unsafe links were left out; their text stays.",
            walk.unsafe_links,
        )
        warnings.append(text.format(count=walk.unsafe_links))
    if walk.hidden:
        warnings.append(_("Hidden text was left out."))
    if walk.note_marks:
        warnings.append(_("The marks of footnotes were left out; the notes stand where the document has them."))
    if walk.comments:
        text = ngettext("{count} comment was left out.", "{count} comments were left out.", walk.comments)
        warnings.append(text.format(count=walk.comments))
    if walk.rows_of_tables:
        warnings.append(_("A table was read as one line for each row."))
    if walk.tables:
        warnings.append(_("A table was read as one paragraph for each cell."))
    return tuple(warnings)


def _depth(html: str) -> int:
    depth = deepest = 0
    for match in _TAG.finditer(html):
        if match.group(2).lower() in _UNCOUNTED:
            continue
        depth = max(0, depth - 1) if match.group(1) else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _title(html: str) -> str:
    from lxml import html as lxml_html  # noqa: PLC0415 - lazy: only needed when something comes in

    found = _TITLE.search(html[:200_000])
    if not found or not found.group(1).strip():
        return ""
    text = re.sub("<[^>]*>", "", found.group(1))
    return " ".join(str(lxml_html.fromstring(f"<p>{text}</p>").text_content()).split()) if text.strip() else ""


def _with_title(blocks: tuple[RawBlock, ...], title: str) -> tuple[RawBlock, ...]:
    """The blocks with a headline: the heading there is, the paragraph that the page's title repeats, or the title."""
    if not title or not blocks or any(block.kind is BlockKind.HEADLINE for block in blocks):
        return blocks
    parts = {title, *_TITLE_SEPARATOR.split(title)}
    for place, block in enumerate(blocks):
        if block.text.text in parts and len(block.text) > 15:
            return (
                *blocks[:place],
                replace(block, text=block.text.without_mark(MarkKind.STRONG), kind=BlockKind.HEADLINE, level=1),
                *blocks[place + 1 :],
            )
    longest = max(_TITLE_SEPARATOR.split(title), key=len)
    return (RawBlock(RichText.plain(longest), BlockKind.HEADLINE, 1), *blocks)


@dataclass(frozen=True, slots=True)
class _Vote:
    language: str
    share: float


def _believable(language: str, blocks: tuple[RawBlock, ...]) -> str:
    """What the page says of its language, unless its words plainly say otherwise (templates lie)."""
    words = " ".join(block.text.text for block in blocks).casefold().split()
    if language not in _FUNCTION_WORDS or len(words) < 20:
        return language
    votes = [_Vote(tag, sum(w in known for w in words) / len(words)) for tag, known in _FUNCTION_WORDS.items()]
    best = max(votes, key=lambda vote: vote.share)
    own = next(vote for vote in votes if vote.language == language)
    return language if own.share >= 0.8 * best.share else ""
