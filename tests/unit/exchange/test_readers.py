"""Text and web pages into paragraphs, and every way a file can be no release."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from desktop.contacts.phones import to_e164
from desktop.domain.document import BlockKind
from desktop.domain.errors import BadInputError
from desktop.domain.richtext import MarkKind
from desktop.editorial.import_values import RawBlock
from desktop.editorial.recognition import recognise
from desktop.exchange.readers import READERS, ReadFile, read_release_file

FIXTURES = Path(__file__).parents[2] / "fixtures"
SEED = FIXTURES / "seed_release.txt"


def put(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def texts(read: ReadFile) -> list[str]:
    return [block.text.text for block in read.blocks]


def refusal(path: Path) -> BadInputError:
    with pytest.raises(BadInputError) as caught:
        read_release_file(path)
    assert caught.value.message.endswith(".")
    assert caught.value.kept
    return caught.value


def page(tmp_path: Path, body: str, head: str = "") -> ReadFile:
    return read_release_file(put(tmp_path / "page.html", f"<html><head>{head}</head><body>{body}</body></html>"))


def recognised(path: Path) -> tuple[list[tuple[BlockKind, str]], list[tuple[str, str, str]]]:
    found = recognise(read_release_file(path).blocks, parse_phone=to_e164)
    blocks = [(block.kind, block.text.text) for block in found.blocks if block.is_kept]
    return blocks, [(person.name, person.email, person.phone) for person in found.contacts]


@pytest.mark.parametrize("name", ["seed_page.html", "seed_libreoffice.docx", "seed_whole.docx", "seed_pandoc.docx"])
def test_the_seed_is_the_same_release_in_every_format(name: str) -> None:
    blocks, people = recognised(FIXTURES / "exchange" / name)
    assert (blocks, people) == recognised(SEED)
    assert blocks[0][1].startswith("IOM Director General Attends")
    assert [person[2] for person in people] == ["+50622125327", "+50622125337"]


@pytest.mark.parametrize(
    "encode",
    [
        lambda t: t.encode("utf-8"),
        lambda t: t.encode("utf-8-sig"),
        lambda t: t.encode("utf-16"),
        lambda t: t.encode("utf-16-le"),
        lambda t: t.encode("utf-16-be"),
        lambda t: t.encode("cp1252"),
    ],
)
def test_accents_survive_every_encoding(tmp_path: Path, encode: object) -> None:
    text = "Ñúñez viajó a Málaga – «según fuentes» “hoy”\r\nSegunda línea sin más\r\n"
    assert callable(encode)
    assert texts(read_release_file(put(tmp_path / "a.txt", encode(text)))) == text.strip().split("\r\n")


def test_one_broken_byte_does_not_turn_a_utf8_text_into_another(tmp_path: Path) -> None:
    read = read_release_file(put(tmp_path / "a.txt", "ñandú, Íñigo, Ávila, à bientôt, más".encode() + b"\xff"))
    assert texts(read) == ["ñandú, Íñigo, Ávila, à bientôt, más�"]
    assert "1 characters" in read.warnings[0]


def test_wrapped_lines_are_joined_and_bullets_are_list_items(tmp_path: Path) -> None:
    line = "These words were wrapped by hand at about sixty characters on"
    text = f"A short headline\n\n{line}\n{line}\n{line}\nand end here.\n\n{line}\n{line}\nso.\n\n• First\n• Second\n"
    read = read_release_file(put(tmp_path / "a.txt", text))
    assert texts(read) == [
        "A short headline",
        f"{line} {line} {line} and end here.",
        f"{line} {line} so.",
        "First",
        "Second",
    ]
    assert [b.kind for b in read.blocks][-2:] == [BlockKind.LIST_ITEM] * 2


def test_control_and_invisible_characters_are_gone(tmp_path: Path) -> None:
    read = read_release_file(put(tmp_path / "a.txt", "mi\u00adgra\u200bción \u202edel\u202c\x07 día\u2028otra 👩‍👧"))
    assert texts(read) == ["migración del día", "otra 👩‍👧"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"  \n \r\n", "no text"),
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        ("a.txt", b"PK\x03\x04rest", "office document"),
        ("a.txt", b"{\\rtf1\\ansi hello}", "RTF"),
        ("a.txt", bytes(range(256)) * 10, "not a text"),
        ("a.txt", b"\x00" * 1000, "not a text"),
        ("a.txt", b"x" * 10_000_000, "paragraph of 10000000"),
        ("a.html", b"<p>" + b"x" * 10_000_000, "paragraph of"),
        ("a.html", b"<html><script>only()</script></html>", "no text"),
        ("a.html", b"<div>" * 100_000, "nested too deeply"),
        ("a.html", b"<b>" * 100_000 + b"x", "nested too deeply"),
        ("a.docx", b"plain text", "not a Word document"),
        ("a.docx", b"", "empty"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Word"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "old Word"),
        ("a.odt", b"PK\x03\x04", "cannot be read"),
        ("a", b"text", "cannot be read"),
    ],
)
def test_what_is_no_release_is_said_in_a_sentence(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    error = refusal(put(tmp_path / name, content))
    assert words in error.one_line()
    if "cannot be read" in words:
        assert all(ending in error.advice for ending in READERS)


def test_missing_folder_and_unreadable(tmp_path: Path) -> None:
    assert "no file" in refusal(tmp_path / "gone.txt").message
    (tmp_path / "folder.docx").mkdir()
    assert "folder" in refusal(tmp_path / "folder.docx").message
    os.mkfifo(tmp_path / "pipe.txt")
    assert "ordinary" in refusal(tmp_path / "pipe.txt").message
    locked = put(tmp_path / "locked.txt", "text")
    locked.chmod(0)
    if os.geteuid():
        assert "may not be read" in refusal(locked).message


def test_a_large_file_is_refused_quickly(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(3 * 1024**3)
    started = time.monotonic()
    assert "larger than 50 MB" in refusal(path).message
    assert time.monotonic() - started < 30
    assert "too long" in refusal(put(tmp_path / "b.txt", "line\n" * 30_000)).message


def test_marks_links_and_kinds_of_a_page(tmp_path: Path) -> None:
    read = page(
        tmp_path,
        """<h1><b>The   headline</b></h1><h2>Sub</h2>
        <p>One <strong>strong</strong>, <em>slanted</em> and <a href="https://x.org/a?b=1&amp;c">a link</a>.</p>
        <ul><li>Outer<ul><li>Inner</li></ul></li></ul><ol><li><p>Numbered</p></li></ol>
        <blockquote><p>Quoted</p></blockquote><figure><img src="a.png" alt="x"><figcaption>Caption</figcaption></figure>
        <p>First line<br>Second line</p><p>15&nbsp;% of 20 km<sup>2</sup></p>""",
    )
    assert [(b.kind, b.level, b.text.text) for b in read.blocks] == [
        (BlockKind.HEADLINE, 1, "The headline"),
        (BlockKind.SUBHEAD, 2, "Sub"),
        (None, 0, "One strong, slanted and a link."),
        (BlockKind.LIST_ITEM, 1, "Outer"),
        (BlockKind.LIST_ITEM, 2, "Inner"),
        (BlockKind.LIST_ITEM, 1, "Numbered"),
        (BlockKind.QUOTE, 0, "Quoted"),
        (None, 0, "Caption"),
        (None, 0, "First line"),
        (None, 0, "Second line"),
        (None, 0, "15\u00a0% of 20 km²"),
    ]
    assert read.blocks[0].text.marks == ()
    rich = read.blocks[2].text
    assert [(rich.text[m.start : m.end], m.kind, m.value) for m in rich.marks] == [
        ("strong", MarkKind.STRONG, ""),
        ("slanted", MarkKind.EMPHASIS, ""),
        ("a link", MarkKind.LINK, "https://x.org/a?b=1&c"),
    ]
    assert read.warnings == ("1 image was left out.",)


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVa\tScript:alert(1)",
        "&#106;avascript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
    ],
)
def test_unsafe_links_lose_their_address_and_keep_their_text(tmp_path: Path, href: str) -> None:
    read = page(tmp_path, f'<p>See <a href="{href}" onclick="x()">here</a>.</p>')
    assert read.blocks == (RawBlock(read.blocks[0].text),)
    assert (read.blocks[0].text.text, read.blocks[0].text.marks) == ("See here.", ())


def test_a_mail_link_carries_one_address_and_nothing_else(tmp_path: Path) -> None:
    read = page(tmp_path, '<p>Write to <a href="mailto:a@b.org?bcc=c@d.org&subject=x">us</a></p>')
    assert [m.value for m in read.blocks[0].text.marks] == ["mailto:a@b.org"]


def test_navigation_scripts_and_hidden_text_stay_out(tmp_path: Path) -> None:
    read = page(
        tmp_path,
        """<header>Site</header><nav>Menu</nav><div role="navigation">More</div><form><p>Search</p></form>
        <main><header><h1>Headline of the text</h1></header><p>Body.<script>x()</script></p>
        <p style="display:none">Hidden</p><aside>Related</aside></main><footer>Foot</footer>""",
    )
    assert texts(read) == ["Headline of the text", "Body."]
    assert "Hidden text was left out." in read.warnings


def test_a_page_wrapped_in_one_form_is_read(tmp_path: Path) -> None:
    assert texts(page(tmp_path, "<form><h1>Headline</h1><p>All of it.</p></form>")) == ["Headline", "All of it."]


def test_the_title_is_the_headline_where_no_heading_is(tmp_path: Path) -> None:
    title = "<title>A long enough headline | The Office</title>"
    assert page(tmp_path, "<p>Body</p>", title).blocks[0].kind is BlockKind.HEADLINE
    assert texts(page(tmp_path, "<p>Body</p>", title)) == ["A long enough headline", "Body"]
    read = page(tmp_path, "<p><b>A long enough headline</b></p><p>Body</p>", title)
    assert [(b.kind, b.text.text) for b in read.blocks] == [
        (BlockKind.HEADLINE, "A long enough headline"),
        (None, "Body"),
    ]


def test_charset_and_language_of_a_page(tmp_path: Path) -> None:
    spanish = "<p>La migración de las personas en la región y el derecho a la protección que los une con su país de origen</p>"
    content = f'<html lang="es-CR"><meta charset="iso-8859-1"><body>{spanish}</body></html>'
    read = read_release_file(put(tmp_path / "a.html", content.encode("cp1252")))
    assert read.language == "es"
    assert "migración" in texts(read)[0]
    lying = read_release_file(put(tmp_path / "b.html", f'<html lang="en"><body>{spanish}</body></html>'))
    assert lying.language == ""


def test_a_page_saved_by_libreoffice(tmp_path: Path) -> None:
    read = read_release_file(FIXTURES / "exchange" / "libreoffice_export.html")
    assert read.blocks[0].kind is BlockKind.HEADLINE
    assert texts(read).count("Regional ministers meet on safe routes") == 1
    assert ("A point under it", 2) in [(b.text.text, b.level) for b in read.blocks]
    assert any(b.kind is BlockKind.QUOTE for b in read.blocks)
