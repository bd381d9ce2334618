"""What other programs write, to their documented forms; and files that mean harm."""

from __future__ import annotations

import io
import zipfile

import pytest

from desktop.domain.document import Document
from desktop.domain.errors import BadInputError
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.segment import SegmentState
from desktop.exchange.returned_docx import read_bilingual_docx
from desktop.exchange.returned_files import read_returned
from desktop.exchange.xliff_reader import read_xliff
from desktop.publishing.handout_docx import write_handout_docx
from desktop.publishing.render_tree import build_page
from tests.unit.exchange.handouts import imprint, one

S = SegmentState
HEAD = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" %s><file original="a" datatype="x"'
FILE = HEAD + ' source-language="en-US" target-language="es-ES"><body>%s</body></file></xliff>'
TWO = '<xliff version="2.%s" xmlns="urn:oasis:names:tc:xliff:document:2.0" %s srcLang="en" trgLang="es">%s</xliff>'


def read(body: str, spaces: str = "") -> tuple:
    return read_xliff((FILE % (spaces, body)).encode(), "x.xlf").segments


def test_trados_studio() -> None:
    body = """<header/><group id="g"><trans-unit id="9f0e-guid"><source>One. <g id="3">Two</g>.</source>
    <seg-source><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2"><g id="3">Two</g>.</mrk></seg-source>
    <target><mrk mtype="seg" mid="1">Uno.</mrk> <mrk mtype="seg" mid="2"><g id="3">Dos</g>.</mrk></target>
    <sdl:seg-defs><sdl:seg id="1" conf="ApprovedTranslation"/><sdl:seg id="2" conf="Draft" origin="mt"/></sdl:seg-defs>
    </trans-unit></group>"""
    (unit,) = read(body, 'xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"')
    assert unit.target == RichText.plain("Uno. Dos.")
    assert unit.state is S.DRAFT, "a unit is what its least finished piece is"
    assert [(p.source.text, p.target.text, p.state) for p in unit.parts] == [
        ("One.", "Uno.", S.REVIEWED),
        ("Two.", "Dos.", S.DRAFT),
    ]


@pytest.mark.parametrize(
    ("conf", "state"),
    [
        ("Draft", S.DRAFT),
        ("Translated", S.TRANSLATED),
        ("RejectedTranslation", S.DRAFT),
        ("ApprovedTranslation", S.REVIEWED),
        ("ApprovedSignOff", S.FINAL),
    ],
)
def test_trados_states(conf: str, state: S) -> None:
    body = f"""<trans-unit id="u"><source>One.</source><seg-source><mrk mtype="seg" mid="1">One.</mrk></seg-source>
    <target><mrk mtype="seg" mid="1">Uno.</mrk></target><sdl:seg-defs><sdl:seg id="1" conf="{conf}"/></sdl:seg-defs>
    </trans-unit>"""
    (unit,) = read(body, 'xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"')
    assert (unit.target, unit.state, unit.parts) == (RichText.plain("Uno."), state, ())


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("NotStarted", S.DRAFT),
        ("Edited", S.DRAFT),
        ("PreTranslated", S.DRAFT),
        ("ManuallyConfirmed", S.TRANSLATED),
        ("Reviewer1Confirmed", S.REVIEWED),
        ("Proofread", S.FINAL),
        ("Rejected", S.DRAFT),
    ],
)
def test_memoq(status: str, state: S) -> None:
    body = f"""<trans-unit id="1" mq:status="{status}" mq:segmentguid="x"><source xml:space="preserve">A <bpt id="1"
    ctype="bold">{{}}</bpt>b<ept id="1">{{}}</ept></source><target xml:space="preserve">Un <bpt id="1" ctype="bold"
    >{{}}</bpt>be<ept id="1">{{}}</ept></target><mq:minorversions/></trans-unit>"""
    (unit,) = read(body, 'xmlns:mq="MQXliff"')
    assert unit.state is state
    assert unit.target == RichText.of("Un be", [Mark(3, 5, MarkKind.STRONG)])


def test_okapi() -> None:
    body = """<trans-unit id="tu1" okp:confidence="1"><source xml:lang="en">Hi <bx id="1" rid="1" ctype="italic"/>you<ex
    id="2" rid="1"/></source><seg-source><mrk mid="0" mtype="seg">Hi <bx id="1" rid="1" ctype="italic"/>you<ex id="2"
    rid="1"/></mrk></seg-source><target xml:lang="es" state="translated"><mrk mid="0" mtype="seg">Hola <bx id="1"
    rid="1" ctype="italic"/>tú<ex id="2" rid="1"/></mrk></target><alt-trans match-quality="85.00" origin="tm.pln"
    okp:matchType="FUZZY"><source>Hi him</source><target>Hola él</target></alt-trans></trans-unit>"""
    (unit,) = read(body, 'xmlns:okp="okapi-framework:xliff-extensions"')
    assert unit.target == RichText.of("Hola tú", [Mark(5, 7, MarkKind.EMPHASIS)])
    assert unit.state is S.TRANSLATED
    assert [(m.source, m.target, m.quality, m.origin) for m in unit.matches] == [("Hi him", "Hola él", 85, "tm.pln")]


def test_weblate() -> None:
    body = """<trans-unit id="a" approved="yes"><source>Yes</source><target state="translated">Sí</target></trans-unit>
    <trans-unit id="b"><source>No</source><target state="needs-translation">Nó</target>
    <note from="translator">¿No?</note></trans-unit><trans-unit id="c"><source>X</source><target/></trans-unit>
    <trans-unit id="d"><source>Y</source></trans-unit>"""
    a, b, c, d = read(body)
    assert (a.state, b.state) == (S.REVIEWED, S.DRAFT)
    assert [(n.author, n.text) for n in b.notes] == [("translator", "¿No?")]
    assert (c.target, d.target) == (RichText(), None)


def test_xliff_2_of_others_cut_into_segments() -> None:
    for version in "012":
        body = """<file id="f"><group id="g"><unit id="u"><notes><note>Look</note></notes><originalData><data id="d1">&lt;b&gt;
        </data></originalData><segment id="1" state="final"><source>One.</source><target>Uno.</target></segment><ignorable>
        <source> </source></ignorable><segment id="2" state="reviewed"><source><pc id="1" subType="xlf:b">Two</pc>.</source>
        <target><sc id="1" subType="xlf:b"/>Dos<ec startRef="1"/>.</target></segment></unit></group></file>"""
        back = read_xliff((TWO % (version, "", body)).encode(), "x.xlf")
        assert (back.source_language, back.target_language) == ("en", "es")
        (unit,) = back.segments
        assert unit.source.text == "One. Two."
        assert unit.target == RichText.of("Uno. Dos.", [Mark(5, 8, MarkKind.STRONG)])
        assert unit.state is S.REVIEWED
        assert [part.target.text for part in unit.parts] == ["Uno.", "Dos."]
        assert [note.text for note in unit.notes] == ["Look"]


def test_a_translation_leans_on_the_codes_of_its_source() -> None:
    body = """<trans-unit id="u"><source>See <g id="1" c:marks="link=https%3A%2F%2Fexample.org">this</g> by <ph id="2"
    c:marks="protected=name" c:text="IOM">IOM</ph></source><target>De <ph id="2"/>: <g id="1">esto</g> <x id="9"/></target>
    </trans-unit>"""
    (unit,) = read(body, 'xmlns:c="urn:comunicado:exchange:1"')
    assert unit.target == RichText.of(
        "De IOM: esto ", [Mark(3, 6, MarkKind.PROTECTED, "name"), Mark(8, 12, MarkKind.LINK, "https://example.org")]
    )
    assert unit.unknown == ("9",)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not xml",
        b"<xliff",
        b"<html/>",
        b'<xliff version="9.9"/>',
        b'<tmx version="1.4"/>',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff version="1.2"><file>&a;</file></xliff>',
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><xliff version="1.2">&b;</xliff>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x SYSTEM "http://example.org/x"><xliff version="1.2"/>'.encode(
            "utf-16"
        ),
        b"<a>" * 5000,
        b"\x00" * 64,
        b"PK\x03\x04 no package",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old Word",
    ],
)
def test_what_is_no_translation_is_refused_with_a_sentence(tmp_path, content: bytes) -> None:
    path = tmp_path / "returned.xlf"
    path.write_bytes(content)
    with pytest.raises(BadInputError) as refused:
        read_returned(path, {})
    assert "returned.xlf" in refused.value.message
    assert "\n" not in refused.value.one_line()


def test_texts_in_several_languages_are_refused() -> None:
    two = (FILE % ("", "")).replace(
        "</xliff>", '<file target-language="fr" source-language="en-US"><body/></file></xliff>'
    )
    with pytest.raises(BadInputError, match="several languages"):
        read_xliff(two.encode(), "x.xlf")


def edited_docx(old: bytes, new: bytes, part: str = "word/document.xml") -> bytes:
    """A handed-out Word table with a piece of one part changed, as another program might."""
    content = write_handout_docx(
        build_page(Document("d", "es"), imprint()), one("Nurses work at night.", "Trabajan de noche.")
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            body = before.read(name)
            if name == part:
                assert old in body
                body = body.replace(old, new)
            after.writestr(name, body)
    return stream.getvalue()


def test_tracked_changes_are_read_both_ways() -> None:
    run = b'<w:r><w:t xml:space="preserve">%s</w:t></w:r>'
    edit = (
        run % b"Trabajan "
        + b'<w:del w:id="90" w:author="Rosa" w:date="2026-01-02T03:04:05Z"><w:r><w:delText>de noche</w:delText></w:r></w:del>'
        + b'<w:ins w:id="91" w:author="Rosa"><w:r><w:t>de d</w:t></w:r><w:del w:id="92" w:author="Luis"><w:r>'
        + b"<w:delText>xx</w:delText></w:r></w:del><w:r><w:t>\xc3\xada</w:t></w:r></w:ins>"
        + run % b"."
    )
    content = edited_docx(b"</w:body>", b"</w:body>")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = package.read("word/document.xml")
    start = root.rindex(b"<w:r>", 0, root.index(b"Trabajan de noche."))
    end = root.index(b"</w:r>", start) + len(b"</w:r>")
    (segment,) = read_bilingual_docx(edited_docx(root[start:end], edit), "x.docx", {}).segments
    assert segment.before == RichText.plain("Trabajan de noche.")
    assert segment.target == RichText.plain("Trabajan de día.")
    assert segment.editors == ("Rosa", "Luis")


def test_a_lost_bookmark_leaves_the_id_in_the_cell() -> None:
    back = read_bilingual_docx(edited_docx(b"w:bookmarkStart", b"w:proofErr"), "x.docx", {})
    assert back.segments[0].id.startswith("0197c3f2-")
    assert back.segments[0].base == ""


def test_a_word_file_without_our_table_is_refused() -> None:
    content = edited_docx(b"<w:tbl>", b"<w:tblx>")
    with pytest.raises(BadInputError):
        read_bilingual_docx(content, "x.docx", {})
