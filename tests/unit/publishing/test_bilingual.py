from __future__ import annotations

import io
import time
from dataclasses import replace

import docx

from desktop.publishing.bilingual_docx import write_bilingual_docx
from desktop.publishing.render_tree import build_page
from tests.unit.publishing.material import document, imprint, pairs, seed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def table(some, target="es"):
    page = build_page(document("es"), imprint())
    return docx.Document(io.BytesIO(write_bilingual_docx(page, seed(), target, some))).tables[0]


def test_a_row_per_segment_under_a_repeated_head():
    made = table(pairs(12, seed()))
    rows = [[cell.text for cell in row.cells] for row in made.rows]
    assert rows[0] == ["Inglés", "Español"]
    assert len(rows) == 13
    assert rows[4] == [
        "4 · Párrafo\nSome 3 children crossed the border.",
        "Traducido\nUnos 3 niños cruzaron la frontera: http://example.org/3",
    ]
    assert made.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None


def test_stale_rows_say_why():
    row = table(pairs(6, seed())).rows[6]
    assert row.cells[1].text.startswith("Traducido · Desactualizado: cambiaron cifras en el original")


def test_each_column_speaks_its_language():
    row = table(pairs(2, seed())).rows[2]
    spoken = [{lang.get(f"{W}val") for lang in cell.paragraphs[1]._p.iter(f"{W}lang")} for cell in row.cells]
    assert spoken == [{"en-GB"}, {"es-ES"}]


def test_what_left_the_source_stays_with_the_translator():
    some = pairs(3, seed())
    gone = replace(some[1], segment=replace(some[1].segment, index=-1))
    assert len(table((some[0], gone, some[2])).rows) == 3


def test_five_hundred_rows_take_no_coffee_break():
    some = pairs(500, seed())
    start = time.perf_counter()
    made = table(some)
    assert len(made.rows) == 501
    assert time.perf_counter() - start < 10  # a quadratic writer takes minutes; the figure itself is in the benchmarks
