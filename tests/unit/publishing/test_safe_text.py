from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from desktop.publishing.safe_text import clean, directed, safe_url


@given(st.text(st.characters()))
def test_clean_text_is_welcome_in_xml(text):
    node = etree.Element("a")
    node.text = clean(text)
    assert etree.fromstring(etree.tostring(node, encoding="utf-8")).text in (clean(text), None)


@given(st.text(st.characters()))
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


def test_line_breaks_and_tabs_survive_as_such():
    assert clean("a\r\nb\rc\u2028d\te\x00\x1b\x85") == "a\nb\nc\nd e\n"
    assert clean("\ud800") == "\ufffd"


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a b", "https://example.org/ab"),
        ("HTTP://Example.org", "http://Example.org"),
        ("www.rcmvs.org", "https://www.rcmvs.org"),
        (
            "https://es.wikipedia.org/wiki/Migración?q=ñ#año",
            "https://es.wikipedia.org/wiki/Migraci%C3%B3n?q=%C3%B1#a%C3%B1o",
        ),
        ("https://año.example/%20x", "https://xn--ao-zja.example/%20x"),
        ("mailto:ana@example.org?subject=Hola", "mailto:ana@example.org?subject=Hola"),
        ("tel:+50622125327", "tel:+50622125327"),
        ("javascript:alert(1)", ""),
        (" java\nscript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("vbscript:x", ""),
        ("//example.org", ""),
        ("/relative", ""),
        ("http://", ""),
        ("http://[", ""),
        ("http:example.org", ""),
        ('https://a"onclick=b', ""),
        ("mailto:", ""),
        ("", ""),
        ("https://example.org/" + "a" * 3000, ""),
    ],
)
def test_only_followable_links_remain(url, safe):
    assert safe_url(url) == safe


@given(st.text(st.characters()))
def test_any_link_is_ascii_or_nothing(url):
    for made in (safe_url(url), safe_url(f"https://example.org/{url}"), safe_url(f"https://{url}")):
        assert made.isascii()
        assert not set(made) & set(' "<>\\^`{}|\n')


@given(st.text())
def test_pieces_by_direction_join_to_the_text(text):
    assert "".join(piece for piece, _ in directed(text)) == text
