"""Word documents: what is kept, what is left out, what is never opened."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from desktop.domain.document import BlockKind
from desktop.domain.errors import BadInputError
from desktop.domain.richtext import MarkKind
from desktop.exchange.readers import ReadFile, read_release_file

FIXTURES = Path(__file__).parents[2] / "fixtures" / "exchange"
W = nsdecls("w")
DATE = 'w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z"'


def saved(tmp_path: Path, fill: Callable[[DocxDocument], object]) -> Path:
    document = docx.Document()
    fill(document)
    path = tmp_path / "a.docx"
    document.save(str(path))
    return path


def rezipped(path: Path, change: Callable[[dict[str, bytes]], object], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", compression) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def texts(read: ReadFile) -> list[str]:
    return [block.text.text for block in read.blocks]


def refusal(path: Path) -> str:
    with pytest.raises(BadInputError) as caught:
        read_release_file(path)
    return caught.value.one_line()


def test_styles_marks_lists_and_notes_of_pandoc() -> None:
    read = read_release_file(FIXTURES / "pandoc_styles.docx")
    assert [(b.kind, b.level) for b in read.blocks] == [
        (BlockKind.HEADLINE, 1), (BlockKind.SUBHEAD, 2), (None, 0), (BlockKind.SUBHEAD, 2), (BlockKind.LIST_ITEM, 1),
        (BlockKind.LIST_ITEM, 1), (BlockKind.LIST_ITEM, 2), (BlockKind.LIST_ITEM, 1), (BlockKind.LIST_ITEM, 1),
        (BlockKind.QUOTE, 0), (None, 0), (BlockKind.LIST_ITEM, 1),
    ]  # fmt: skip
    lead = read.blocks[2].text
    assert [(lead.text[m.start : m.end], m.kind, m.value) for m in lead.marks] == [
        ("Managua, Nicaragua", MarkKind.STRONG, ""),
        ("this week", MarkKind.EMPHASIS, ""),
        ("safe routes", MarkKind.LINK, "https://example.org/routes"),
    ]
    assert texts(read)[-2:] == ["A note follows.", "The text of the note."]


def test_tracked_insertions_stay_and_deletions_go(tmp_path: Path) -> None:
    def fill(document: DocxDocument) -> None:
        document.add_paragraph("Kept ")._p.append(
            parse_xml(f"<w:ins {W} {DATE}><w:r><w:t>inserted</w:t></w:r></w:ins>")
        )
        paragraph = document.paragraphs[-1]._p
        paragraph.append(parse_xml(f"<w:del {W} {DATE}><w:r><w:delText>deleted</w:delText></w:r></w:del>"))
        paragraph.append(parse_xml(f"<w:moveTo {W} {DATE}><w:r><w:t> moved</w:t></w:r></w:moveTo>"))

    read = read_release_file(saved(tmp_path, fill))
    assert texts(read) == ["Kept inserted moved"]
    assert any("tracked changes" in warning for warning in read.warnings)


def test_hidden_text_goes_directly_and_by_style(tmp_path: Path) -> None:
    def fill(document: DocxDocument) -> None:
        paragraph = document.add_paragraph("Seen ")
        paragraph.add_run("secret").font.hidden = True
        style = document.styles.add_style("Ghost", 2)
        style.font.hidden = True
        paragraph.add_run("ghost", style="Ghost")
        paragraph.add_run("again")

    read = read_release_file(saved(tmp_path, fill))
    assert texts(read) == ["Seen again"]
    assert "Hidden text was left out." in read.warnings


def test_second_title_is_a_subhead_and_tables_are_read(tmp_path: Path) -> None:
    def fill(document: DocxDocument) -> None:
        document.add_paragraph("The title", style="Title")
        document.add_heading("A first heading", 1)
        table = document.add_table(1, 2)
        table.rows[0].cells[0].text, table.rows[0].cells[1].text = "left", "right"
        document.add_paragraph("Quoted", style="Intense Quote")

    read = read_release_file(saved(tmp_path, fill))
    assert [(b.kind, b.text.text) for b in read.blocks] == [
        (BlockKind.HEADLINE, "The title"), (BlockKind.SUBHEAD, "A first heading"), (None, "left"), (None, "right"),
        (BlockKind.QUOTE, "Quoted"),
    ]  # fmt: skip


def test_pictures_are_left_out_with_a_warning(tmp_path: Path) -> None:
    pixel = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db0"
        "0000000049454e44ae426082"
    )

    def fill(document: DocxDocument) -> None:
        document.add_picture(io.BytesIO(pixel))
        document.add_paragraph("Text")

    read = read_release_file(saved(tmp_path, fill))
    assert texts(read) == ["Text"]
    assert "1 image was left out." in read.warnings


def test_external_template_and_unsafe_links_are_not_followed(tmp_path: Path) -> None:
    def change(parts: dict[str, bytes]) -> None:
        relation = b'<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s" TargetMode="External"/></Relationships>'
        rels = parts["word/_rels/document.xml.rels"]
        for key, kind, target in (
            (b"rIdT", b"attachedTemplate", b"http://127.0.0.1:9/x.dotm"),
            (b"rIdI", b"image", b"file:///etc/passwd"),
            (b"rIdL", b"hyperlink", b"javascript:alert(1)"),
        ):
            rels = rels.replace(b"</Relationships>", relation % (key, kind, target))
        parts["word/_rels/document.xml.rels"] = rels
        link = b'<w:p><w:hyperlink r:id="rIdL" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:r><w:t>click</w:t></w:r></w:hyperlink></w:p>'
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + link)

    read = read_release_file(rezipped(saved(tmp_path, lambda d: d.add_paragraph("Text")), change))
    assert texts(read) == ["click", "Text"]
    assert all(not b.text.marks for b in read.blocks)
    assert "1 unsafe link was left out; its text stays." in read.warnings


def test_zip_bombs_are_not_opened(tmp_path: Path) -> None:
    path = saved(tmp_path, lambda d: d.add_paragraph("x"))
    rezipped(path, lambda parts: parts.update({"word/media/bomb.bin": b"\0" * 30_000_000}))
    assert "zip bomb" in refusal(path)
    many = saved(tmp_path, lambda d: d.add_paragraph("x"))
    rezipped(many, lambda parts: parts.update({f"word/p{n}.xml": b"" for n in range(6000)}))
    assert "zip bomb" in refusal(many)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
def test_entities_are_refused_in_any_part(tmp_path: Path, part: str, encoding: str) -> None:
    def change(parts: dict[str, bytes]) -> None:
        text = parts[part].decode("utf-8").split("?>", 1)[-1]
        dtd = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        parts[part] = (f'<?xml version="1.0" encoding="{encoding}"?>{dtd}{text}').encode(encoding)

    assert "entity declarations" in refusal(rezipped(saved(tmp_path, lambda d: d.add_paragraph("x")), change))


def test_other_packages_damage_and_depth(tmp_path: Path) -> None:
    other = tmp_path / "b.docx"
    with zipfile.ZipFile(other, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", "<x/>")
    assert "not a Word document" in refusal(other)
    path = saved(tmp_path, lambda d: d.add_paragraph("x"))
    path.write_bytes(path.read_bytes()[:-400])
    assert "damaged" in refusal(path)
    deep = saved(tmp_path, lambda d: d.add_paragraph("x"))
    nest = b"<w:sdt><w:sdtContent>" * 5000 + b"</w:sdtContent></w:sdt>" * 5000
    rezipped(
        deep, lambda p: p.update({"word/document.xml": p["word/document.xml"].replace(b"<w:body>", b"<w:body>" + nest)})
    )
    assert "damaged" in refusal(deep)
    assert "no text" in refusal(saved(tmp_path, lambda _d: None))
