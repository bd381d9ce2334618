"""Our DOCX read by somebody else: LibreOffice makes a PDF of it, and the PDF says what the document says.

LibreOffice's exit code is 0 even on failure, and it renders a text file named .docx: so the input filter is
named, the PDF must exist, and its text must be ours.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from desktop.publishing.bilingual_docx import write_bilingual_docx
from desktop.publishing.docx_writer import write_docx
from desktop.publishing.page import (
    EndMark,
    Heading,
    Line,
    Listing,
    Page,
    Paragraph,
    Part,
    Picture,
    Quote,
    Section,
    Subhead,
)
from desktop.publishing.render_tree import build_page
from tests.unit.publishing.material import (
    document,
    embargoed,
    imprint,
    nasty,
    pairs,
    pictured,
    png_file,
    seed,
    spanish,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    pytest.mark.skipif(
        not (shutil.which("soffice") and shutil.which("pdftotext")), reason="needs LibreOffice, poppler"
    ),
]

#: Areas on A4 in points: x, y, width, height.
FOOT = ("-x", "0", "-y", "770", "-W", "842", "-H", "72")


def body(page: Page) -> tuple[str, ...]:
    top = 97 if page.draft_band else 80
    return ("-x", "0", "-y", str(top), "-W", "842", "-H", str(760 - top))


def head(page: Page) -> tuple[str, ...]:
    return ("-x", "0", "-y", "0", "-W", "842", "-H", "97" if page.draft_band else "80")


@pytest.fixture(scope="module")
def profile(tmp_path_factory):
    return tmp_path_factory.mktemp("libreoffice")


def pdf_of(content: bytes, folder: Path, profile: Path) -> Path:
    source = folder / "release.docx"
    source.write_bytes(content)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--infilter=MS Word 2007 XML",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    made = folder / "release.pdf"
    assert made.exists(), "LibreOffice made no PDF"
    return made


def text_of(pdf: Path, area: tuple[str, ...] = ()) -> str:
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-nopgbrk", *area, str(pdf), "-"], check=True, capture_output=True, timeout=60
    )
    return done.stdout.decode("utf-8")


def letters(text: str) -> str:
    """The text as a reader compares it: composed, without white space, joiners, list bullets."""
    folded = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufe0f\u00ad]", "", folded)


def expected(page: Page) -> str:
    return "".join([page.release_line, page.number_and_date, *(_said(part) for part in page.parts)])


def _said(part: Part) -> str:
    match part:
        case Heading(line) | Subhead(line) | Paragraph(line):
            return line.text
        case Quote(lines, attribution):
            return "".join([*(line.text for line in lines), f"— {attribution}" if attribution else ""])
        case Listing(items, is_ordered):
            return "".join((f"{n}." if is_ordered else "•") + line.text for n, line in enumerate(items, 1))
        case Picture(placeholder):
            return ("" if part.image else placeholder) + part.legend_line.text
        case Section(_, heading, parts):
            return heading + "".join(_said(inner) for inner in parts)
        case EndMark(text):
            return text


def without_right_to_left(text: str) -> str:
    """What can be compared in order: PDF readers disagree on the order of right-to-left words in a mixed line."""
    return re.sub(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]", "", text)


@pytest.mark.parametrize("make", [seed, spanish])
@pytest.mark.parametrize("an_imprint", [imprint(), embargoed(is_approved=False)])
def test_the_pdf_says_what_the_page_says(make, an_imprint, tmp_path, profile):
    page = build_page(make(), an_imprint)
    pdf = pdf_of(write_docx(page), tmp_path, profile)
    assert letters(text_of(pdf, body(page))) == letters(expected(page))
    above, below = letters(text_of(pdf, head(page))), letters(text_of(pdf, FOOT))
    assert letters(page.type_label) in above
    assert letters(page.draft_band) in above
    assert letters(page.page_of.format(page=1, pages=1)[:4]) in below


def test_a_nasty_text_arrives_whole(tmp_path, profile):
    page = build_page(nasty(), imprint())
    said = letters(text_of(pdf_of(write_docx(page), tmp_path, profile), body(page)))
    wanted = letters(expected(page))
    assert _comparable(said) == _comparable(wanted)
    for part in page.parts:
        for word in re.findall(r"[\u0590-\u08ff]+", getattr(part, "line", Line()).text):
            assert letters(word) in said


def _comparable(text: str) -> str:
    """Letters, digits and punctuation; a picture letter counts only where the machine has a font for it."""
    text = without_right_to_left(text)
    return "".join(c for c in text if unicodedata.category(c) not in ("So", "Sk", "Cn", "Co", "Mn"))


def test_the_two_columns_arrive(tmp_path, profile):
    page = build_page(document("es", *seed().blocks[:1]), imprint())
    some = pairs(40, seed())
    pdf = pdf_of(write_bilingual_docx(page, seed(), "es", some), tmp_path, profile)
    said = letters(text_of(pdf))
    for pair in some:
        assert letters(pair.segment.target.text) in said
    assert said.count("Español") >= 2  # the head row is repeated on the next page


def test_a_picture_an_about_text_and_links_arrive_with_their_words(tmp_path, profile):
    page = build_page(pictured(), imprint(), {"a1": png_file("a1")})
    pdf = pdf_of(write_docx(page), tmp_path, profile)
    assert letters(expected(page)) == letters(text_of(pdf, body(page)))
    listed = subprocess.run(["pdfimages", "-list", str(pdf)], check=True, capture_output=True, timeout=60).stdout
    assert re.search(rb"image\s+320\s+180", listed)
