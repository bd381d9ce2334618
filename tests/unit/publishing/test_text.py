from __future__ import annotations

from desktop.domain.richtext import MarkKind, RichText
from desktop.publishing.render_tree import build_page
from desktop.publishing.text_writer import write_text
from tests.unit.publishing.material import Block, K, block, document, embargoed, imprint, seed, spanish


def lines(doc, an_imprint=None):
    return write_text(build_page(doc, an_imprint or imprint())).decode().splitlines()


def test_no_line_is_longer_than_72_unless_it_is_one_word():
    for line in [*lines(seed()), *lines(spanish())]:
        assert len(line) <= 72 or " " not in line.strip()


def test_it_reads_like_a_release():
    text = lines(spanish(), embargoed(is_approved=False))
    assert text[:6] == [
        "*** BORRADOR – sin aprobar ***",
        "",
        "COMUNICADO DE PRENSA",
        "International Organization for Migration",
        "EMBARGADO hasta el 26 de junio de 2026, 14:00 (Managua, UTC-6)",
        "N.º 2026/14 · 26 de junio de 2026",
    ]
    assert "1. albergues en cuatro países de tránsito;" in text
    assert "    — Ana Peña, relatora" in text
    assert "[Imagen: Dos delegadas firman el acta]" in text
    assert "###" in text


def test_addresses_stand_behind_the_words_that_link_to_them():
    words = RichText.plain("Read the report.").with_mark(9, 15, MarkKind.LINK, "https://example.org/r")
    phone = RichText.plain("Call +506 2212-5327").with_mark(5, 19, MarkKind.LINK, "tel:+50622125327")
    text = lines(document("en", Block("a", K.PARAGRAPH, words), Block("b", K.PARAGRAPH, phone)))
    assert "Read the report <https://example.org/r>." in text
    assert "Call +506 2212-5327" in text
    assert not any("<mailto" in line or "<http" in line for line in lines(seed()))


def test_forced_breaks_are_kept():
    assert "two" in lines(document("en", block(K.PARAGRAPH, "one\ntwo")))
