"""Tables and TBX of others, and files that are not what they say."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from desktop.domain.concept import Concept, TermStatus
from desktop.domain.errors import BadInputError
from desktop.exchange.terms.files import read_terms
from desktop.exchange.terms.read_terms import ReadTerms

SAMPLE = Path(__file__).parents[4] / "resources" / "sample" / "glossary.csv"


def read(folder: Path, name: str, content: bytes | str, languages: tuple[str, str] | None = None) -> ReadTerms:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_terms(path, languages)


def shown(concept: Concept) -> list[tuple[str, str, str]]:
    return [(term.language, term.text, term.status.value) for term in concept.terms]


def test_the_starter_glossary() -> None:
    found = read_terms(SAMPLE)
    assert len(found.concepts) == 118
    trafficking = next(each for each in found.concepts if each.terms[0].text == "human trafficking")
    assert shown(trafficking)[:3] == [
        ("en", "human trafficking", "preferred"),
        ("en", "trafficking in persons", "admitted"),
        ("es", "trata de personas", "preferred"),
    ]
    assert trafficking.note.startswith("NEVER")
    assert trafficking.source


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "English;Español;Notas\nmigration;migración;x\n"),
        ("a.csv", "sep=|\nEN|ES-ES|Comentarios\nmigration|migración|x\n".replace("ES-ES", "es")),
        ("a.tsv", "en\tes\tnote\nmigration\tmigración\tx\n"),
        ("a.csv", "\ufeffinglés,español,nota\r\nmigration,migración,x\r\n"),
        ("a.csv", "Inglés;Español;Nota\nmigration;migración;x\n".encode("cp1252")),
        ("a.csv", "en,es,note\nmigration,migración,x\n".encode("utf-16")),
        ("a.csv", "English term,Spanish term,Remarks\nmigration,migración,x\n"),
    ],
)
def test_tables_of_any_make(tmp_path: Path, name: str, content: str | bytes) -> None:
    (concept,) = read(tmp_path, name, content).concepts
    assert shown(concept) == [("en", "migration", "preferred"), ("es", "migración", "preferred")]
    assert concept.note == "x"


def test_forbidden_columns_and_several_terms_in_a_cell(tmp_path: Path) -> None:
    found = read(tmp_path, "a.csv", "en,en forbidden,es,es prohibido\na; b,c,d,e; f\n").concepts[0]
    assert shown(found) == [
        ("en", "a", "preferred"), ("en", "b", "admitted"), ("en", "c", "forbidden"),
        ("es", "d", "preferred"), ("es", "e", "forbidden"), ("es", "f", "forbidden"),
    ]  # fmt: skip


OMEGAT = (
    "# Glossary in tab-separated format\nthe right of children\tel derecho de la niñez\t“note\nthe office\tla oficina\n"
)


def test_an_omegat_glossary_says_no_languages_but_its_words_do(tmp_path: Path) -> None:
    found = read(tmp_path, "glossary.txt", OMEGAT).concepts
    assert [shown(each)[0][:2] for each in found] == [("en", "the right of children"), ("en", "the office")]
    assert shown(found[1])[1] == ("es", "la oficina", "preferred")
    assert found[0].note == "“note"
    other = read(tmp_path, "g.utf8", OMEGAT, ("fr", "de")).concepts
    assert other[0].languages == ("fr", "de")


def test_a_table_whose_languages_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError):
        read(tmp_path, "a.tab", "alpha\tbeta\n")


def test_a_bad_row_costs_that_row(tmp_path: Path) -> None:
    table = "Concept,Language,Term,Status\n1,en,one,preferred\n1,xx-yy,dos,preferred\n2,en,two,splendid\n,es,tres,\n"
    found = read(tmp_path, "a.csv", table)
    assert [(row.row, row.concept is None) for row in found.rows] == [(2, False), (3, True), (4, True), (5, False)]
    assert "splendid" in found.rows[2].reason
    long = read(tmp_path, "b.csv", f"en,es\n{'x' * 600},y\na,b\n")
    assert [row.concept is None for row in long.rows] == [True, False]


V2 = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
<text><body>
<termEntry id="c1"><descrip type="subjectField">Migration</descrip>
 <descripGrp><descrip type="definition">What it is</descrip><admin type="source">UN</admin></descripGrp>
 <transacGrp><transac type="transactionType">origination</transac><date>2020-01-01</date></transacGrp>
 <langSet xml:lang="en-GB"><ntig><termGrp><term>human <hi>trafficking</hi></term>
   <termNote type="partOfSpeech">noun</termNote></termGrp><note>see below</note></ntig></langSet>
 <langSet xml:lang="es"><tig><term>trata</term></tig>
   <tig><term>tráfico</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
</termEntry>
<termEntry id="c2"><langSet xml:lang="en"><tig><term/></tig></langSet></termEntry>
</body></text></martif>"""


def test_version_2_as_trados_and_others_write_it(tmp_path: Path) -> None:
    found = read(tmp_path, "a.tbx", V2)
    assert [row.concept is None for row in found.rows] == [False, True]
    (concept,) = found.concepts
    assert (concept.id, concept.subject, concept.definition, concept.source) == ("c1", "Migration", "What it is", "UN")
    assert shown(concept) == [
        ("en-GB", "human trafficking", "preferred"), ("es", "trata", "preferred"), ("es", "tráfico", "forbidden"),
    ]  # fmt: skip
    assert (concept.terms[0].part_of_speech, concept.terms[0].note) == ("noun", "see below")


V3 = """<?xml version="1.0"?><tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="a"><min:subjectField>Health</min:subjectField><langSec xml:lang="en">
 <basic:definition>A thing</basic:definition><termSec><term>one</term>
 <min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry>
</body></text></tbx>"""


def test_version_3_with_elements_for_categories(tmp_path: Path) -> None:
    (concept,) = read(tmp_path, "a.tbx", V3).concepts
    assert (concept.subject, concept.definition) == ("Health", "A thing")
    assert concept.terms[0].status is TermStatus.ADMITTED


LAUGHS = (
    """<?xml version="1.0"?><!DOCTYPE martif [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><martif><text>&b;</text></martif>"""
)
OUTSIDE = """<?xml version="1.0"?><!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/passwd">]><martif>&x;</martif>"""


def _package(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(f"{name}.xml", content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.tbx", LAUGHS),
        ("a.tbx", LAUGHS.encode("utf-16")),
        ("a.tbx", OUTSIDE),
        ("a.tbx", "<martif><text>"),
        ("a.tbx", "<html/>"),
        ("a.tbx", V2.replace("termEntry", "entry")),
        ("a.csv", ""),
        ("a.csv", "\n\n"),
        ("a.csv", 'en,es\n"never closed,x\n'),
        ("a.csv", b"\x00\x01\x02\x03" * 50),
        ("a.csv", "only one column\nx\n"),
        ("a.xlsx", b"PK\x03\x04 not a package"),
        ("a.xlsx", _package(x=LAUGHS.encode())),
        ("a.xlsx", _package(x=b"<x/>")),
        ("a.xls", b"\xd0\xcf\x11\xe0"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_with_a_sentence(tmp_path: Path, name: str, content: str | bytes) -> None:
    with pytest.raises(BadInputError) as refused:
        read(tmp_path, name, content)
    assert str(refused.value)
    assert "Traceback" not in str(refused.value)


def test_a_workbook_of_others(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["about this file"])
    sheet = book.create_sheet("Glossary")
    for row in (["English", "Español", "Comments"], ["year 2030", 2030, None], [None, None, None], ["x", "=1+1", "y"]):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    found = read_terms(tmp_path / "a.xlsx")
    assert [shown(each) for each in found.concepts] == [
        [("en", "year 2030", "preferred"), ("es", "2030", "preferred")],
        [("en", "x", "preferred")],
    ]
