"""Lines of the render tree as HTML: the one place where text becomes markup, and is escaped."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from html import escape
from itertools import groupby

from desktop.publishing.page import ImageFile, Line, TextRun


def tag(name: str, content: str, **attributes: str) -> str:
    """An element around finished markup; attribute values are escaped here, empty ones left out.

    ``class_`` stands for ``class``, any other underscore for a hyphen.
    """
    shown = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items() if value
    )
    return f"<{name}{shown}>{content}</{name}>"


def text(plain: str) -> str:
    """Plain text as markup, forced line breaks kept."""
    return escape(plain, quote=False).replace("\n", "<br>")


def image_markup(image: ImageFile, described: str) -> str:
    """The image inside the page itself: nothing is fetched, nobody learns who looks at it."""
    content = base64.b64encode(image.content).decode("ascii")
    source = f"data:{image.media_type};base64,{content}"
    size = f'width="{image.width}" height="{image.height}"' if image.width and image.height else ""
    return f'<img src="{source}" alt="{escape(described)}" {size}>'.replace(" >", ">")


def line_markup(line: Line, *, mark_tag: str = "mark") -> str:
    """A line's runs. ``mark_tag`` draws open gaps and missing translations (classes ``gap``, ``untranslated``)."""
    pieces: list[str] = []
    for is_dateline, stretch in groupby(line.runs, key=lambda run: run.is_dateline):
        markup = _linked(stretch, mark_tag, is_strong_already=is_dateline)
        pieces.append(tag("strong", markup, class_="dateline") if is_dateline else markup)
    return "".join(pieces)


def _linked(runs: Iterable[TextRun], mark_tag: str, *, is_strong_already: bool) -> str:
    pieces: list[str] = []
    for link, stretch in groupby(runs, key=lambda run: run.link):
        markup = "".join(_run(run, mark_tag, is_strong_already=is_strong_already) for run in stretch)
        pieces.append(tag("a", markup, href=link) if link else markup)
    return "".join(pieces)


def _run(run: TextRun, mark_tag: str, *, is_strong_already: bool) -> str:
    markup = text(run.text)
    if run.language:
        markup = tag("span", markup, lang=run.language)
    if run.gap or run.is_untranslated:
        markup = tag(mark_tag, markup, class_="gap" if run.gap else "untranslated")
    if run.emphasis:
        markup = tag("em", markup)
    if run.strong and not is_strong_already:
        markup = tag("strong", markup)
    return markup
