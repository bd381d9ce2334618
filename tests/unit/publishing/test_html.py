from __future__ import annotations

import re

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.document import Block, make_attrs
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.publishing.html_writer import write_html
from desktop.publishing.page import Imprint
from desktop.publishing.preview import preview_html
from desktop.publishing.render_tree import build_page
from tests.unit.publishing.material import K, document, embargoed, imprint, nasty, seed, spanish

X = "{http://www.w3.org/1999/xhtml}"


def parsed(markup):
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=True).parse(markup)


def page_of(doc, an_imprint=None):
    return write_html(build_page(doc, an_imprint or imprint()))


@pytest.mark.parametrize("make", [seed, spanish, nasty, lambda: document("ar")])
@pytest.mark.parametrize("an_imprint", [imprint(), embargoed(is_approved=False)])
def test_a_strict_parser_has_nothing_to_say(make, an_imprint):
    content = page_of(make(), an_imprint)
    tree = parsed(content)
    assert tree.get("lang") == make().language
    assert tree.get("dir") == ("rtl" if make().language == "ar" else "ltr")


def test_the_page_is_whole_and_fetches_nothing():
    content = page_of(spanish()).decode()
    assert content.startswith("<!DOCTYPE html>")
    assert content.index('<meta charset="utf-8">') < content.index("<meta http-equiv") < content.index("<title>")
    assert "default-src 'none'" in content
    assert not re.search(r"<script|<link|@import|url\(|<iframe|<object|\ssrc=", content)


def test_the_parts_have_their_elements():
    tree = parsed(page_of(spanish()))
    assert len(list(tree.iter(f"{X}h1"))) == 1
    for name in (
        "main",
        "article",
        "blockquote",
        "cite",
        "figcaption",
        "ol",
        "ul",
        "address",
        "time",
        "section",
        "mark",
    ):
        assert tree.find(f".//{X}{name}") is not None, name
    assert tree.find(f".//{X}time").get("datetime") == "2026-06-26"
    assert tree.find(f".//{X}span[@lang]").get("lang") == "en"
    assert tree.find(f".//{X}p[@class='lead']/{X}strong").text == "Managua, Nicaragua – "


def test_bands_and_embargo_are_seen_and_not_indexed():
    content = page_of(spanish(), embargoed(is_approved=False)).decode()
    assert '<p class="draft-band">BORRADOR – sin aprobar</p>' in content
    assert "release-line embargo" in content
    assert "noindex" in content
    assert "noindex" not in page_of(spanish()).decode()


def test_the_text_of_the_page_is_the_text():
    body = parsed(page_of(seed())).find(f"{X}body")
    shown = " ".join("".join(body.itertext()).split())
    for block in seed().blocks:
        assert block.text.text in shown


evil = st.lists(
    st.sampled_from(
        ["<script>", "</style>", "</title>", "javascript:alert(1)", '"', "'", ">", "<", "&", "onload=x ", "<img src=x onerror=y>",
         "<!--", "]]>", "&lt;", "data:text/html,", "https://", "\x00", "\u2028", "ñ", " ", "<svg/onload=a>", "`"]
    ),
    max_size=8,
).map("".join)  # fmt: skip
rich = st.builds(
    RichText.of,
    evil,
    st.lists(st.builds(Mark, st.integers(0, 30), st.integers(0, 30), st.sampled_from(MarkKind), evil), max_size=5),
)
attributes = st.dictionaries(
    st.sampled_from(["alt", "caption", "credit", "speaker", "title", "ordered"]), evil, max_size=4
).map(make_attrs)
evil_blocks = st.lists(st.builds(Block, evil, st.sampled_from(K), rich, attributes), max_size=5)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(evil_blocks, evil, st.builds(Imprint, type=evil, number=evil, organisation=evil))
def test_no_text_becomes_markup(some, language, an_imprint):
    page = build_page(document(f"es{language}", *some), an_imprint)
    for markup in (write_html(page), f"<!DOCTYPE html>{preview_html(page)}"):
        tree = html5lib.parse(markup)
        names = {each.tag.removeprefix(X) for each in tree.iter() if isinstance(each.tag, str)}
        assert not names & {"script", "img", "svg", "iframe", "object", "embed", "form", "link", "base"}
        for each in tree.iter():
            for name, value in each.attrib.items():
                assert not name.startswith("on")
                assert name != "href" or re.match(r"(https?://|mailto:|tel:)", value)


def test_the_preview_uses_tags_that_qt_knows_and_anchors_every_block():
    doc = spanish()
    markup = preview_html(build_page(doc, imprint()))
    names = set(re.findall(r"<([a-z0-9]+)", markup))
    assert names <= {"html", "body", "p", "h1", "h2", "blockquote", "ul", "ol", "li", "a", "strong", "em", "span", "br"}
    for block in doc.blocks:
        assert f'name="{block.id}"' in markup
