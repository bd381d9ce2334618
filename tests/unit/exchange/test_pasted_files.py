"""Whole clipboards: LibreOffice Writer's and Chromium's as those programs put them there, Word's and Google Docs' in
the form that they document. Each holds the same kinds of things; the same must come out."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.domain.document import BlockKind
from desktop.domain.richtext import MarkKind
from desktop.exchange.readers import ReadFile, read_clipboard

FOLDER = Path(__file__).parents[2] / "fixtures" / "clipboard"
ITEM, HEADLINE, SUBHEAD = BlockKind.LIST_ITEM, BlockKind.HEADLINE, BlockKind.SUBHEAD


def pasted(name: str) -> ReadFile:
    return read_clipboard((FOLDER / f"{name}.html").read_text("utf-8"), "not this")


def shape(read: ReadFile) -> list[tuple[BlockKind | None, bool, str]]:
    return [(block.kind, block.is_ordered, block.text.text) for block in read.blocks]


def marks(read: ReadFile) -> list[tuple[str, MarkKind, str]]:
    return [(b.text.text[m.start : m.end], m.kind, m.value) for b in read.blocks for m in b.text.marks]


def test_libreoffice() -> None:
    read = pasted("libreoffice")
    assert shape(read) == [
        (HEADLINE, False, "Ministers meet in Managua"),
        (
            None,
            False,
            "Managua – Officials from eleven countries met, see the conference’s page or write to press@example.org.",
        ),
        (SUBHEAD, False, "What was agreed"),
        (ITEM, False, "Shelters stay open"),
        (ITEM, False, "also at night"),
        (ITEM, False, "Schools take every child"),
        (ITEM, True, "Register"),
        (ITEM, True, "Inform"),
        (None, False, "Country · Children"),
        (None, False, "Honduras · 2,450"),
        (None, False, "El Salvador · 1,120"),
        (None, False, "Some\u00a080\u00a0% of children, “minors”, travelled north 😀."),
    ]
    assert marks(read) == [
        ("Managua", MarkKind.STRONG, ""),
        ("eleven", MarkKind.EMPHASIS, ""),
        ("the conference’s page", MarkKind.LINK, "https://www.example.org/rcm"),
        ("press@example.org", MarkKind.LINK, "mailto:press@example.org"),
    ]


def test_chromium() -> None:
    read = pasted("chromium")
    assert shape(read) == [
        (None, False, "Inicio"),
        (SUBHEAD, False, "La OIM abre una oficina en Peñas Blancas"),
        (None, False, "Peñas Blancas – La oficina atenderá a 2.300 personas. Más o aquí."),
        (ITEM, True, "Primero"),
        (ITEM, True, "Segundo"),
        (ITEM, False, "Dentro"),
        (None, False, "Una palabra con guion opcional y 80\u00a0% fijo."),
        (None, False, "País · Niñas y niños"),
        (None, False, "Honduras · 2.450"),
    ]
    assert marks(read) == [
        ("Peñas Blancas", MarkKind.STRONG, ""),
        ("atenderá", MarkKind.EMPHASIS, ""),
        ("aquí", MarkKind.LINK, "https://www.example.org/x?a=1&b=2"),
    ]


def test_word_with_comments_and_tracked_changes() -> None:
    read = pasted("word")
    assert shape(read) == [
        (HEADLINE, False, "Agency opens an office in Peñas Blancas"),
        (SUBHEAD, False, "Families will register near home"),
        (
            None,
            False,
            (
                "MANAGUA – Managua will host the third meeting of the regional conference, the minister said. "
                "Write to press@example.org or click."
            ),
        ),
        (None, False, "The budget is USD 1.4\u00a0million."),
        (ITEM, False, "Shelters stay open"),
        (ITEM, False, "also at night"),
        (ITEM, True, "Register"),
        (ITEM, True, "Inform"),
        (None, False, "Country · Children"),
        (None, False, "Honduras · 2,450"),
        (None, False, "Figures of May 2026."),
    ]
    links = [(words, value) for words, kind, value in marks(read) if kind is MarkKind.LINK]
    assert links == [
        ("regional conference", "https://www.example.org/rcm?a=1&b=2"),
        ("press@example.org", "mailto:press@example.org"),
    ]
    assert "1 comment was left out." in read.warnings
    assert "1 unsafe link was left out; its text stays." in read.warnings


def test_google_docs() -> None:
    read = pasted("google-docs")
    assert shape(read) == [
        (HEADLINE, False, "Agency opens an office in Peñas Blancas"),
        (None, False, "MANAGUA – The third meeting, see its page, ends today."),
        (ITEM, False, "Shelters stay open"),
        (ITEM, False, "also at night"),
        (ITEM, True, "Register"),
        (None, False, "Country · Children"),
        (None, False, "Honduras · 2,450"),
    ]
    assert marks(read) == [
        ("MANAGUA", MarkKind.STRONG, ""),
        ("third", MarkKind.EMPHASIS, ""),
        ("its page", MarkKind.LINK, "https://www.example.org/rcm"),
    ]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("a&nbsp;&nbsp;b", "a b"),
        ("a &nbsp;b", "a b"),
        ("a<span>&nbsp; </span> <b>b</b>", "a b"),
        ("80&nbsp;%", "80\u00a0%"),
        ("mi&shy;gra&#8203;ci&oacute;n", "migración"),
        ("&#x202e;evil", "evil"),
        ("H<sub>2</sub>O y m<sup>2</sup>, 1<sup>er</sup>", "H₂O y m², 1er"),
    ],
)
def test_blanks_and_what_cannot_be_seen(written: str, text: str) -> None:
    (block,) = read_clipboard(f"<p>{written}</p>", None).blocks
    assert block.text.text == text


def test_a_table_that_lays_a_page_out_is_no_table() -> None:
    layout = "<table><tr><td>Menu</td><td><p>One.</p><p>Two.</p></td></tr><tr><td>a</td><td>b</td></tr></table>"
    assert [block.text.text for block in read_clipboard(layout, None).blocks] == ["Menu", "One.", "Two.", "a", "b"]
    inner = f"<table><tr><td>x</td><td>{layout}</td></tr><tr><td>c</td><td>d</td></tr></table>"
    assert len(read_clipboard(inner, None).blocks) == 8
