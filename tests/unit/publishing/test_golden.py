"""Golden files under ``tests/golden/publishing``: run with ``COMUNICADO_GOLDEN=write`` to renew, then read the diff."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from desktop.publishing.docx_writer import write_docx
from desktop.publishing.html_writer import write_html
from desktop.publishing.render_tree import build_page
from desktop.publishing.text_writer import write_text
from tests.unit.publishing.material import embargoed, imprint, seed, spanish

GOLDEN = Path(__file__).parents[2] / "golden" / "publishing"
RELEASES = {"seed-en": (seed, imprint()), "full-es-draft": (spanish, embargoed(is_approved=False))}


def normalised_xml(docx_bytes: bytes) -> str:
    """The document part, indented, one element a line."""
    with zipfile.ZipFile(io.BytesIO(docx_bytes)) as archive:
        tree = etree.fromstring(archive.read("word/document.xml"), etree.XMLParser(remove_blank_text=True))
    etree.indent(tree)
    return etree.tostring(tree, encoding="unicode") + "\n"


def normalised_html(content: bytes) -> str:
    """The page without its style sheet, which has its own history."""
    page = content.decode()
    return page[: page.index("<style>")] + page[page.index("</style>") :]


WRITERS = {
    "xml": lambda page: normalised_xml(write_docx(page)),
    "html": lambda page: normalised_html(write_html(page)),
    "txt": lambda page: write_text(page).decode(),
}


@pytest.mark.parametrize("release", RELEASES)
@pytest.mark.parametrize("suffix", WRITERS)
def test_output_is_as_it_was_agreed(release, suffix):
    make, an_imprint = RELEASES[release]
    written = WRITERS[suffix](build_page(make(), an_imprint))
    golden = GOLDEN / f"{release}.{suffix}"
    if os.environ.get("COMUNICADO_GOLDEN") == "write":
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")
