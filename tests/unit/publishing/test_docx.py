from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from datetime import UTC, datetime

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.publishing.docx_writer import write_docx
from desktop.publishing.letterhead import letterhead
from desktop.publishing.render_tree import build_page
from tests.unit.publishing.material import ARABIC, Block, K, block, document, embargoed, imprint, nasty, seed, spanish

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(doc, an_imprint=None):
    return write_docx(build_page(doc, an_imprint or imprint()))


def opened(doc, an_imprint=None):
    return docx.Document(io.BytesIO(written(doc, an_imprint)))


def xml(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def test_every_paragraph_has_a_style_of_the_house():
    word = opened(spanish())
    assert [p.style.name for p in word.paragraphs] == [
        "Release Line",
        "Number and Date",
        "Heading 1",
        "Subtitle",
        "Lead",
        "Body Text",
        "Quote",
        "Quote Attribution",
        "Body Text",
        "List Number",
        "List Number",
        "List Number",
        "Image",
        "Caption",
        "Body Text",
        "Boilerplate",
        "End Mark",
        "Heading 2",
        "Notes",
        "Notes Bullet",
        "Heading 2",
        "Contact",
    ]


def test_the_text_is_the_text():
    paragraphs = [p.text for p in opened(seed()).paragraphs]
    for each in seed().blocks:
        assert any(each.text.text in paragraph for paragraph in paragraphs), each.text.text[:40]


def test_every_run_says_its_language():
    content = written(spanish())
    tree = xml(content, "word/document.xml")
    languages = [run.find(f"{W}rPr/{W}lang").get(f"{W}val") for run in tree.iter(f"{W}r")]
    assert set(languages) == {"es-ES", "en-GB"}
    assert languages.count("en-GB") == 1
    assert xml(content, "word/styles.xml").find(f".//{W}rPrDefault//{W}lang").get(f"{W}val") == "es-ES"
    assert xml(content, "word/settings.xml").find(f"{W}themeFontLang").get(f"{W}val") == "es-ES"


def test_word_opens_it_in_its_present_mode():
    settings_xml = xml(written(seed()), "word/settings.xml")
    modes = {s.get(f"{W}name"): s.get(f"{W}val") for s in settings_xml.iter(f"{W}compatSetting")}
    assert modes["compatibilityMode"] == "15"


def test_core_properties_are_of_the_release():
    properties = opened(spanish()).core_properties
    assert properties.title == "Once países acuerdan proteger a la niñez migrante no acompañada"
    assert (properties.language, properties.author) == ("es", "International Organization for Migration")
    assert properties.created.replace(tzinfo=UTC) == datetime(2026, 6, 20, 9, 30, tzinfo=UTC)
    assert properties.modified.replace(tzinfo=UTC) == datetime(2026, 6, 25, 16, 5, tzinfo=UTC)
    assert not properties.comments
    with zipfile.ZipFile(io.BytesIO(written(spanish()))) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"python-docx" not in everything


def test_an_endless_headline_does_not_break_the_properties():
    assert len(opened(document("en", block(K.HEADLINE, "word " * 200))).core_properties.title) <= 255


def test_head_and_foot_carry_type_band_embargo_and_page_count():
    word = opened(spanish(), embargoed(is_approved=False))
    section = word.sections[0]
    first = [p.text for p in section.first_page_header.paragraphs]
    assert first == ["BORRADOR – sin aprobar", "COMUNICADO DE PRENSA\tInternational Organization for Migration"]
    later = [p.text for p in section.header.paragraphs]
    assert later[0] == "BORRADOR – sin aprobar"
    assert later[1].startswith("COMUNICADO DE PRENSA · EMBARGADO hasta el 26 de junio de 2026, 14:00")
    foot = section.footer._element
    assert [field.get(f"{W}instr") for field in foot.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]
    assert "".join(t.text for t in foot.iter(f"{W}t")) == "International Organization for MigrationPágina 1 de 1"


def test_an_approved_text_bears_no_band():
    assert [p.style.name for p in opened(seed()).sections[0].first_page_header.paragraphs] == ["Type Label"]


def test_links_are_relationships_and_unsafe_ones_only_text():
    word = opened(nasty())
    assert "no pulse aquí" in [p.text for p in word.paragraphs]
    assert not [rel for rel in word.part.rels.values() if rel.is_external]
    targets = {rel.target_ref for rel in opened(seed()).part.rels.values() if rel.is_external}
    assert targets == {"http://www.rcmvs.org/", "mailto:obush@iom.int", "mailto:sgutierrez@iom.int"}


def test_each_numbered_list_starts_at_one():
    word = opened(
        document(
            "en", block(K.LIST_ITEM, "a", ordered="1"), block(K.PARAGRAPH, "x"), block(K.LIST_ITEM, "b", ordered="1")
        )
    )
    ids = [p._p.pPr.numPr.numId.val for p in word.paragraphs if p.style.name == "List Number"]
    assert len(set(ids)) == 2


def test_right_to_left_is_marked_on_paragraphs_and_runs():
    tree = xml(
        written(document("es", block(K.PARAGRAPH, ARABIC), block(K.PARAGRAPH, f"La {ARABIC} hoy"))), "word/document.xml"
    )
    paragraphs = [p for p in tree.iter(f"{W}p") if ARABIC in "".join(t.text for t in p.iter(f"{W}t"))]
    assert [p.find(f"{W}pPr/{W}bidi") is not None for p in paragraphs] == [True, False]
    run = next(r for r in paragraphs[1].iter(f"{W}r") if r.find(f"{W}t").text == ARABIC)
    assert run.find(f"{W}rPr/{W}rtl") is not None
    assert run.find(f"{W}rPr/{W}lang").get(f"{W}bidi") == "ar-SA"


def test_nothing_breaks_on_control_characters():
    paragraph = next(p.text for p in opened(nasty()).paragraphs if p.text.startswith("uno"))
    assert paragraph == "uno\n dos tres\ncuatro\ufffd cinco"


def test_styles_all_exist_and_properties_stand_in_word_s_order():
    content = written(spanish(), embargoed(is_approved=False))
    known = {s.get(f"{W}styleId") for s in xml(content, "word/styles.xml").iter(f"{W}style")}
    order = ["rStyle", "b", "bCs", "i", "iCs", "rtl", "lang"]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [name for name in archive.namelist() if re.match(r"word/(document|header|footer)\d?\.xml", name)]
    for part in parts:
        tree = xml(content, part)
        used = {s.get(f"{W}val") for tag in ("pStyle", "rStyle") for s in tree.iter(f"{W}{tag}")}
        assert used <= known
        for properties in tree.iter(f"{W}rPr"):
            places = [order.index(child.tag.removeprefix(W)) for child in properties]
            assert places == sorted(places)


def test_style_properties_stand_in_word_s_order():
    paragraph = [
        "keepNext",
        "keepLines",
        "widowControl",
        "numPr",
        "pBdr",
        "shd",
        "tabs",
        "spacing",
        "ind",
        "jc",
        "outlineLvl",
    ]
    run = ["rFonts", "b", "bCs", "i", "iCs", "color", "spacing", "sz", "szCs", "u", "shd", "lang"]
    for style in xml(letterhead(), "word/styles.xml").iter(f"{W}style"):
        for tag, order in (("pPr", paragraph), ("rPr", run)):
            for properties in style.findall(f"{W}{tag}"):
                places = [order.index(child.tag.removeprefix(W)) for child in properties]
                assert places == sorted(places), style.get(f"{W}styleId")


_PRINT_HASH = """
import hashlib
from desktop.publishing.docx_writer import write_docx
from desktop.publishing.render_tree import build_page
from tests.unit.publishing.material import seed, embargoed, pairs
from desktop.publishing.bilingual_docx import write_bilingual_docx
page = build_page(seed(), embargoed())
print(hashlib.sha256(write_docx(page) + write_bilingual_docx(page, seed(), "es", pairs(20, seed()))).hexdigest())
"""


def test_the_same_text_gives_the_same_bytes_in_any_process():
    answers = set()
    for seed_of_hashes, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        environment = {**os.environ, "PYTHONHASHSEED": seed_of_hashes, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", _PRINT_HASH], capture_output=True, text=True, check=True, env=environment
        )
        answers.add(done.stdout)
    assert len(answers) == 1


def test_no_clock_is_read():
    with zipfile.ZipFile(io.BytesIO(written(seed()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
    bare = imprint(created_at=None, updated_at=None)
    assert b"dcterms:created" not in etree.tostring(xml(written(seed(), bare), "docProps/core.xml"))


marks = st.builds(
    Mark,
    st.integers(0, 40),
    st.integers(0, 40),
    st.sampled_from(MarkKind),
    st.sampled_from(["", "en", "https://example.org/ñ", "javascript:x", "untranslated", "\x00"]),
)
rich = st.builds(RichText.of, st.text(st.characters(), max_size=40), st.lists(marks, max_size=5))
blocks = st.lists(st.builds(Block, st.just("b"), st.sampled_from(K), rich), max_size=6)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(blocks)
def test_any_document_can_be_written_and_read_back(some):
    doc = document("es", *some)
    word = opened(doc)
    page = build_page(doc, imprint())
    seen = re.sub(r"\s", "", "".join(p.text for p in word.paragraphs))
    for part in page.parts:
        if hasattr(part, "line"):
            assert re.sub(r"\s", "", part.line.text) in seen


@pytest.mark.parametrize("approved", [True, False])
def test_an_empty_document_is_still_a_document(approved):
    assert opened(document("en"), imprint(is_approved=approved)).paragraphs
