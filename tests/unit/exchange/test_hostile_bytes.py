"""Three hundred damaged files for each reader: a sentence, or a reading; never anything else."""

from __future__ import annotations

import contextlib
import random
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from desktop.domain.errors import BadInputError
from desktop.exchange.contact_files import read_contact_file
from desktop.exchange.readers import read_clipboard, read_release_file
from tests.unit.exchange.test_clipboard import DOCS, WORD
from tests.unit.exchange.test_contacts_in import CARDS, SPANISH

FIXTURES = Path(__file__).parents[2] / "fixtures"
ROUNDS = 300
TOKENS = (
    b"<",
    b">",
    b'"',
    b"&#0;",
    b"\x00",
    b"\xff\xfe",
    b"=",
    b";",
    b":",
    b"\n",
    b"<table>",
    b"</p>",
    b"BEGIN:VCARD\n",
    b"\xed\xa0\x80",
)


def damaged(content: bytes, chance: random.Random) -> bytes:
    found = bytearray(content)
    for _round in range(chance.randint(1, 8)):
        place = chance.randrange(len(found) + 1)
        deed = chance.randrange(5)
        if deed == 0:
            del found[place : place + chance.randint(1, 200)]
        elif deed == 1:
            found[place:place] = chance.choice(TOKENS) * chance.randint(1, 4)
        elif deed == 2 and place < len(found):
            found[place] = chance.randrange(256)
        elif deed == 3:
            found[place:place] = chance.randbytes(chance.randint(1, 20))
        else:
            found[place:] = found[place : place + chance.randint(0, 4000)]
    return bytes(found)


def read_anything(path: Path, content: bytes, reader: object) -> None:
    path.write_bytes(content)
    assert callable(reader)
    with contextlib.suppress(BadInputError):
        reader(path)


@pytest.mark.parametrize(
    ("name", "content", "reader"),
    [
        ("a.txt", (FIXTURES / "seed_release.txt").read_bytes()[:6000], read_release_file),
        ("a.html", (FIXTURES / "exchange" / "seed_page.html").read_bytes()[:6000], read_release_file),
        ("b.html", (FIXTURES / "exchange" / "libreoffice_export.html").read_bytes(), read_release_file),
        ("a.docx", (FIXTURES / "exchange" / "seed_libreoffice.docx").read_bytes(), read_release_file),
        ("a.csv", SPANISH.encode(), read_contact_file),
        ("b.csv", SPANISH.encode("utf-16"), read_contact_file),
        ("a.vcf", CARDS, read_contact_file),
    ],
)
def test_damaged_files(tmp_path: Path, name: str, content: bytes, reader: object) -> None:
    chance = random.Random(name)
    for _round in range(ROUNDS):
        read_anything(tmp_path / name, damaged(content, chance), reader)


def test_word_documents_damaged_inside_a_whole_package(tmp_path: Path) -> None:
    chance = random.Random("inside")
    with zipfile.ZipFile(FIXTURES / "exchange" / "pandoc_styles.docx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    kinds = sorted(name for name in parts if name.endswith((".xml", ".rels")))
    for _round in range(ROUNDS):
        name = chance.choice([*kinds, "word/document.xml", "word/document.xml"])
        content = parts[name]
        tags = [content.find(b"<", chance.randrange(len(content))) for _cut in range(2)]
        cut = content[: min(tags)] + content[max(tags) :] if min(tags) > 0 else damaged(content, chance)
        target = BytesIO()
        with zipfile.ZipFile(target, "w") as package:
            for part, whole in parts.items():
                package.writestr(part, cut if part == name else whole)
        read_anything(tmp_path / "a.docx", target.getvalue(), read_release_file)


@pytest.mark.parametrize("html", [WORD, DOCS])
def test_damaged_clipboards(html: str) -> None:
    chance = random.Random(html[:9])
    for _round in range(ROUNDS):
        content = damaged(html.encode(), chance)
        read_clipboard(content.decode("utf-8", "surrogateescape"), content.decode("latin-1"))
