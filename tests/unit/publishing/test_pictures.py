"""Pictures and related links in every format: the real image, its words, no address that is not safe."""

from __future__ import annotations

import base64
import io
import re
import zipfile

from lxml import etree

from desktop.domain.segment import ChangeClass, PairedSegment, Segment
from desktop.publishing.bilingual_docx import write_bilingual_docx
from desktop.publishing.docx_writer import write_docx
from desktop.publishing.html_writer import write_html
from desktop.publishing.render_tree import build_page
from desktop.publishing.text_writer import write_text
from desktop.publishing.word_pictures import fitted
from tests.unit.publishing.material import imprint, pictured, png, png_file

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def page():
    return build_page(pictured(), imprint(), {"a1": png_file("a1")})


def body(content: bytes):
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))


def test_word_gets_the_image_its_description_and_a_caption_with_its_marks():
    content = write_docx(page())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.read("word/media/image1.png") == png()
        relations = archive.read("word/_rels/document.xml.rels").decode()
    document = body(content)
    (about,) = document.iter(f"{WP}docPr")
    assert about.get("descr") == 'A white house, "new"'
    (blip,) = document.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip")
    assert f'Id="{blip.get(R + "embed")}"' in relations
    said = "".join(document.itertext())
    assert "The station & its nurses. Photo: IOM/Ana Mora" in said
    assert "[Image" not in said
    assert write_docx(page()) == content


def test_the_same_image_twice_is_one_file():
    twice = pictured().with_blocks([*pictured().blocks, *pictured().blocks])
    content = write_docx(build_page(twice, imprint(), {"a1": png_file("a1")}))
    names = [name for name in zipfile.ZipFile(io.BytesIO(content)).namelist() if "media" in name]
    assert names == ["word/media/image1.png"]
    ids = [each.get("id") for each in body(content).iter(f"{WP}docPr")]
    assert ids == ["1", "2"]


def test_a_picture_fits_the_page_and_is_never_blown_up():
    assert fitted(96, 48, 10**7, 10**7) == (914_400, 457_200)
    wide, high = fitted(4000, 1000, 914_400, 10**7)
    assert (wide, high) == (914_400, 228_600)
    assert fitted(1000, 4000, 10**7, 914_400) == (228_600, 914_400)


def test_a_web_page_carries_the_image_inside_itself():
    markup = write_html(page()).decode()
    found = re.search(r'<img src="data:image/png;base64,([^"]+)" alt="([^"]*)" width="320" height="180">', markup)
    assert found
    assert base64.b64decode(found[1]) == png()
    assert found[2] == "A white house, &quot;new&quot;"
    assert "<figcaption>The <em>station</em> &amp; its nurses. Photo: IOM/Ana Mora</figcaption>" in markup


def test_without_an_alternative_text_readers_get_the_caption():
    bare = pictured().with_blocks(b.with_attr("alt", "") for b in pictured())
    markup = write_html(build_page(bare, imprint(), {"a1": png_file("a1")})).decode()
    assert 'alt="The station &amp; its nurses."' in markup


def test_plain_text_says_where_a_picture_belongs():
    said = write_text(page()).decode()
    assert '[Image: A white house, "new"]\nThe station & its nurses. Photo: IOM/Ana Mora' in said


def test_related_links_stand_at_the_end_and_lead_to_safe_places_only():
    said = write_text(page()).decode()
    end = said[said.index("###") :]
    assert "Related links\n\n- Migration data portal <https://www.migrationdataportal.org/>\n- Not a link\n" in end
    markup = write_html(page()).decode()
    assert "javascript" not in markup
    assert '<a href="https://www.migrationdataportal.org/">Migration data portal</a>' in markup


def test_two_columns_hold_the_picture_and_what_nobody_translates():
    source, spanish = pictured(), pictured()
    pairs = tuple(
        PairedSegment(Segment(f"s{n}", "v", block.id, 0, block.text, target=block.text), ChangeClass.UNCHANGED, n)
        for n, block in enumerate(source.blocks)
        if block.attr("boilerplate") == ""
    )
    content = write_bilingual_docx(page(), source, "es", pairs, spanish)
    document = body(content)
    assert len(list(document.iter(f"{WP}docPr"))) == 1
    assert "".join(document.itertext()).count("IOM is part of the United Nations System.") == 2
