"""What is written comes back: TBX in every style, CSV, XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.concept import Concept, Term, TermStatus
from desktop.domain.errors import BadInputError
from desktop.exchange.read_file import clean_text
from desktop.exchange.terms.files import FORMATS, read_terms
from desktop.exchange.terms.tbx_writer import TbxStyle, to_tbx

WRITERS: dict[str, Callable[[Iterable[Concept]], bytes]] = {
    **FORMATS,
    "v3-dca.tbx": lambda concepts: to_tbx(concepts, TbxStyle.V3_DCA),
    "v3-dct.tbx": lambda concepts: to_tbx(concepts, TbxStyle.V3_DCT),
}

SIGNS = st.characters(categories=("L", "N", "P", "S", "M", "Zs", "Co"), include_characters="\n\t=+-@'\"<>&;")
WORDS = st.text(SIGNS, max_size=40)
NOTES = WORDS.map(lambda text: clean_text(text).strip())
LINES = WORDS.map(lambda text: " ".join(clean_text(text).split()))
IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9-]{0,20}", fullmatch=True)
TERMS = st.builds(
    Term,
    st.just(""),
    st.sampled_from(["en", "es", "es-CR", "fr", "ar"]),
    LINES.filter(bool),
    st.sampled_from(TermStatus),
    NOTES,
    LINES,
    LINES,
)


def by_language(terms: list[Term]) -> tuple[Term, ...]:
    return tuple(sorted(terms, key=lambda term: [each.language for each in terms].index(term.language)))


CONCEPTS = st.lists(
    st.builds(
        Concept, IDS, st.lists(TERMS, min_size=1, max_size=5).map(by_language),
        subject=LINES, definition=NOTES, note=NOTES, source=NOTES,
    ),
    max_size=5, min_size=1, unique_by=lambda concept: concept.id,
)  # fmt: skip


def back(content: bytes, name: str) -> tuple[Concept, ...]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        read = read_terms(path)
    assert [row.reason for row in read.rows if row.concept is None] == []
    return read.concepts


@pytest.mark.parametrize("name", WRITERS)
def test_export_then_import_is_the_identity(name: str) -> None:
    @settings(deadline=None, max_examples=40)
    @given(CONCEPTS)
    def run(concepts: list[Concept]) -> None:
        assert back(WRITERS[name](concepts), f"terms.{name.rsplit('.', 1)[-1]}") == tuple(concepts)

    run()


DANGEROUS = Concept(
    "x",
    (Term("", "en", '=HYPERLINK("http://evil","x")'), Term("", "es", "@SUM(A1)"), Term("", "es", "'=1+1"), Term("", "es", "-5 %")),
    note="+1\n=cmd|' /C calc'!A0",
)  # fmt: skip


def test_no_cell_of_a_csv_runs_as_a_formula() -> None:
    cells = [cell for row in csv.reader(io.StringIO(FORMATS["csv"]([DANGEROUS]).decode("utf-8-sig"))) for cell in row]
    assert [cell for cell in cells if cell[:1] in set("=+-@\t\r")] == []
    assert back(FORMATS["csv"]([DANGEROUS]), "x.csv") == (DANGEROUS,)


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"]([DANGEROUS])))
    assert {cell.data_type for row in book.active.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert back(FORMATS["xlsx"]([DANGEROUS]), "x.xlsx") == (DANGEROUS,)


def test_a_text_too_long_for_a_cell_is_refused_and_not_cut() -> None:
    with pytest.raises(BadInputError):
        FORMATS["xlsx"]([replace(DANGEROUS, note="x" * 40_000)])
    assert back(FORMATS["csv"]([replace(DANGEROUS, note="x" * 40_000)]), "x.csv")[0].note == "x" * 40_000
