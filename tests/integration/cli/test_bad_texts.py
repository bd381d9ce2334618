"""Texts that are broken, hostile or huge: a clear sentence or a clean import, and a sound workspace after it."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterator

import pytest

from tests.integration.cli.desk import Desk

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CONTENT_TYPES = """<?xml version="1.0"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>"""


def _docx(body: str, *, before: str = "", more: dict[str, bytes] | None = None) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", CONTENT_TYPES)
        package.writestr("_rels/.rels", RELATIONS)
        document = f'<?xml version="1.0"?>{before}<w:document {W}><w:body>{body}</w:body></w:document>'
        package.writestr("word/document.xml", document)
        for name, part in (more or {}).items():
            package.writestr(name, part)
    return content.getvalue()


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


ENTITY = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
LAUGHS = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>'

REFUSED = {
    "text.docx": lambda: b"Only a text, whatever its name says.\n",
    "bomb.docx": lambda: _docx(_paragraph("x" * 60_000_000)),
    "picture-bomb.docx": lambda: _docx(_paragraph("A headline"), more={"word/media/a.png": bytes(210_000_000)}),
    "xxe.docx": lambda: _docx(_paragraph("A &x; headline"), before=ENTITY),
    "laughs.docx": lambda: _docx(_paragraph("A &c; headline"), before=LAUGHS),
    "cut.docx": lambda: _docx(_paragraph("A headline"))[:-200],
    "unclosed.docx": lambda: _docx("<w:p>"),
    "other.docx": lambda: b"PK\x03\x04" + bytes(100),
    "old.docx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "old.doc": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "empty.txt": lambda: b"",
    "empty.html": lambda: b"",
    "empty.docx": lambda: b"",
    "blank.txt": lambda: b"\n\n  \t\n",
    "blank.html": lambda: b"<html><body><p> </p></body></html>",
    "blank.docx": lambda: _docx(_paragraph(" ")),
    "nul.txt": lambda: b"\0" * 5000,
    "picture.txt": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "paper.txt": lambda: b"%PDF-1.7 and so on",
    "words.txt": lambda: b"palabra " * 1_300_000,
    "letters.txt": lambda: b"x" * 10_400_000,
    "page.html": lambda: b"<p>" + b"palabra " * 1_300_000,
    "deep.html": lambda: b"<div>" * 20_000 + b"<p>Text</p>",
    "release.pdf": lambda: b"%PDF-1.7",
    "release": lambda: b"A text without an ending in its name.\n",
}


@pytest.fixture(autouse=True)
def _stays_sound(desk: Desk) -> Iterator[None]:
    """Whatever came in: the workspace verifies and no temporary file is left."""
    desk.bring("A release that was here before\n\nIt has one sentence of its own.\n")
    yield
    assert desk.is_sound()


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_text_is_refused_in_a_sentence(desk: Desk, name: str) -> None:
    path = desk.write(name, REFUSED[name]())
    begun = time.perf_counter()
    line = desk.refused("release", "import", path)
    assert time.perf_counter() - begun < 5
    assert f"“{name}”" in line
    assert len(line) < 400
    assert "Nothing was changed." in line
    assert len(desk.json("release", "list")["releases"]) == 1


@pytest.mark.parametrize("name", ["words.txt", "letters.txt"])
def test_a_line_of_ten_megabytes_is_no_sentence(desk: Desk, name: str) -> None:
    path = desk.write(name, REFUSED[name]())
    begun = time.perf_counter()
    assert "is no sentence" in desk.refused("text", "segment", "--language", "es", path)
    release = desk.json("release", "list")["releases"][0]["id"]
    desk.refused("release", "translate", release, "--to", "es", "--from-file", path)
    assert time.perf_counter() - begun < 5


def test_a_missing_file_and_a_folder_are_told(desk: Desk) -> None:
    assert "There is no file" in desk.refused("release", "import", "missing.txt")
    assert "is a folder" in desk.refused("release", "import", ".")
    folder = desk.folder / "folder.txt"
    folder.mkdir()
    assert "is a folder" in desk.refused("release", "import", folder)


def test_entities_of_a_page_are_not_opened(desk: Desk) -> None:
    secret = desk.write("secret.txt", "the-secret-of-this-machine")
    page = f"""<?xml version='1.0'?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>
    <html><body><h1>Title &x;</h1><p>A text &x; of a page.</p></body></html>"""
    found = desk.ok("release", "import", desk.write("page.html", page), "--json")
    assert "the-secret" not in found


def test_scripts_and_their_links_stay_outside(desk: Desk) -> None:
    page = """<html><head><title>T</title><script>alert('one')</script><style>p{color:red}</style></head>
    <body onload="evil()"><h1>A headline of a page<script>alert('two')</script></h1>
    <p onclick="evil()">A paragraph with <a href="javascript:alert('three')">one link</a> and
    <a href="https://example.org/">another link</a>, long enough to be kept as text.</p>
    <iframe src="https://example.org/evil"></iframe><noscript>enable scripts</noscript>
    <img src=x onerror="alert('four')"><svg onload="alert('five')"></svg></body></html>"""
    release = desk.json("release", "import", desk.write("page.html", page))["id"]
    assert "alert" not in desk.ok("release", "show", release, "--json")
    desk.ok("release", "export", release, "--language", "en", "--format", "html", "--output", "out.html")
    written = (desk.folder / "out.html").read_text("utf-8").casefold()
    for trace in ("alert", "javascript", "<script", "onclick", "onload", "onerror", "<iframe", "evil"):
        assert trace not in written
    assert 'href="https://example.org/"' in written


def test_markup_in_a_text_is_text(desk: Desk) -> None:
    text = "A <script>alert(1)</script> headline & more\n\nA “quoted” text with <b>angles</b>, ]]> and &amp;.\n"
    release = desk.bring(text)
    for name in ("html", "docx", "txt"):
        desk.ok("release", "export", release, "--language", "en", "--format", name, "--output", f"out.{name}")
    assert "<script" not in (desk.folder / "out.html").read_text("utf-8")
    assert "<script>alert(1)</script>" in (desk.folder / "out.txt").read_text("utf-8")


TEXTS = {
    "emoji.txt": "Festival de la luna 🎉👩‍👩‍👧‍👦\n\nLa fiesta 🌕 empieza hoy. Habrá música 🎶 y baile.\n".encode(),
    "arabic.txt": "إعلان صحفي عن الاجتماع\n\nالقدس – هذا نص قصير. \u202eabc\u202c وهذا نص آخر.\n".encode(),
    "hebrew-utf16.txt": "הודעה לעיתונות\n\nזה טקסט קצר. וזה עוד אחד.\n".encode("utf-16"),
    "broken-utf8.txt": "El título está aquí, señoras y señores\n\nUna frase más.\n".encode()
    + b"Rota \xff aqu\xc3\xad.\n",
    "windows.txt": "El título está aquí\n\nUna frase más con “comillas”.\n".encode("cp1252"),
    "some-nul.txt": b"A headline of a text\n\n" + b"A sentence of the text stands here. " * 60 + b"\0 And one more.\n",
    "controls.txt": b"A headline\x07 of a text\n\nA sentence\x1b[31m in red.\x0c Another page.\n",
    "long-lines.txt": b"".join(b"This is sentence number %d of it. " % place * 290 + b"\n" for place in range(2)),
    "long-words.txt": b"".join(b"word" * 2500 + b"\n" for _ in range(3)),
    "stops.txt": b"A headline\n\n" + b". " * 5000 + b"\n" + b"?!" * 5000 + b"\n" + b"(" * 9000 + b"\n",
    "many-lines.txt": b"".join(b"Line number %d.\n" % place for place in range(300)),
    "returns.txt": b"A headline of a text\r\rA sentence.\rAnother one.\r",
}


@pytest.mark.parametrize("name", TEXTS)
def test_odd_texts_come_in_clean_and_go_all_the_way(desk: Desk, name: str) -> None:
    begun = time.perf_counter()
    desk.ok("release", "import", desk.write(name, TEXTS[name]))
    shown = desk.json("release", "list")["releases"][0]
    release = shown["id"]
    target = "es" if shown["language"] == "en" else "en"
    blocks = desk.version(release, shown["language"])["blocks"]
    assert not any(sign in block["text"] for block in blocks for sign in "\0\x07\x1b\u202e")
    desk.translated(release, target)
    for form in ("html", "bilingual-docx"):
        desk.ok("release", "export", release, "--language", target, "--format", form, "--output", f"out-{form}")
    assert time.perf_counter() - begun < 10
