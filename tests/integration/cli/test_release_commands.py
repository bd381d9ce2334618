"""``comunicado release import|list|show|edit|export``."""

from __future__ import annotations

import io
import os
import sys
import threading
import zipfile
from pathlib import Path
from typing import Any

import docx
import html5lib
import pytest

from tests.integration.cli.desk import ESTACION, SEED, STATION, Desk

RELEASE_KEYS = {"id", "title", "status", "versions"}
VERSION_KEYS = {"language", "role", "state", "blocks", "segments"}
FORMATS = ("docx", "html", "txt", "bilingual-docx")


def test_the_seed_comes_in_clean(desk: Desk) -> None:
    found = desk.json("release", "import", SEED, "--language", "en")
    assert {"id", "title", "blocks", "contacts"} <= set(found)
    assert all(set(block) == {"kind", "text"} for block in found["blocks"])
    assert found["title"].startswith("IOM Director General Attends XIX Annual Meeting")
    kinds = [block["kind"] for block in found["blocks"]]
    assert kinds[:3] == ["headline", "dateline", "lead"]
    assert kinds.count("headline") == 1
    assert kinds[-2:] == ["contact", "contact"]
    assert kinds.count("quote") >= 3
    assert not any("Who we are" in block["text"] or "Highlights" in block["text"] for block in found["blocks"])
    people = {each["name"]: each["phones"] for each in found["contacts"]}
    assert people == {"Oliver Bush": ["+50622125327"], "Salvador Gutierrez": ["+50622125337"]}


def test_text_page_and_word_document_give_the_same_blocks(desk: Desk) -> None:
    lines = [line for line in STATION.splitlines() if line]
    page = "".join(f"<h1>{line}</h1>" if place == 0 else f"<p>{line}</p>" for place, line in enumerate(lines))
    document = docx.Document()
    for place, line in enumerate(lines):
        document.add_paragraph(line, style="Title" if place == 0 else None)
    content = io.BytesIO()
    document.save(content)
    files = {
        "a.txt": STATION,
        "a.html": f"<!DOCTYPE html><html lang='en'><body>{page}</body></html>",
        "a.docx": content.getvalue(),
    }
    read = [desk.json("release", "import", desk.write(name, content)) for name, content in files.items()]
    assert read[0]["blocks"] == read[1]["blocks"] == read[2]["blocks"]
    assert [each["contacts"][0]["name"] for each in read] == ["Ana Mora"] * 3
    assert len({each["contacts"][0]["id"] for each in read}) == 1, "one person, not three"
    assert desk.is_sound()


def test_a_short_text_without_dateline_has_its_headline(desk: Desk) -> None:
    text = "New clinic opens in Limón\n\nThe clinic opened on Monday. It has ten beds.\n\nNurses work there at night.\n"
    found = desk.json("release", "import", desk.write("short.txt", text))
    assert [block["kind"] for block in found["blocks"]] == ["headline", "lead", "paragraph"]


def test_language_and_type_are_taken_as_given(desk: Desk) -> None:
    release = desk.bring(ESTACION, "--language", "ES-cr", "--type", "statement")
    shown = desk.json("release", "show", release)
    assert (shown["versions"][0]["language"], shown["type"]) == ("es-CR", "statement")
    told = desk.bring(ESTACION)
    assert desk.json("release", "show", told)["versions"][0]["language"] == "es"


@pytest.mark.parametrize("language", ["zz", "not a language", "e", "es-", "en;drop"])
def test_what_is_no_language_is_refused(desk: Desk, language: str) -> None:
    source = desk.write("release.txt", STATION)
    assert "is not a language" in desk.refused("release", "import", source, "--language", language)
    assert desk.json("release", "list") == {"releases": []}
    release = desk.bring()
    assert "is not a language" in desk.refused("release", "translate", release, "--to", language)
    assert len(desk.json("release", "show", release)["versions"]) == 1
    assert "is not a language" in desk.refused("text", "segment", "--language", language, source)


def test_list_tells_every_release_with_its_languages(desk: Desk) -> None:
    assert desk.ok("release", "list") == ""
    first = desk.bring()
    second = desk.bring(ESTACION, name="segunda.txt")
    desk.translated(first)
    rows = {each["id"]: each for each in desk.json("release", "list")["releases"]}
    assert set(rows) == {first, second}
    source, target = rows[first]["versions"]
    assert (source["language"], source["role"]) == ("en", "source")
    assert (target["language"], target["segments"], target["done"], target["stale"]) == ("es", 8, 8, 0)
    lines = desk.ok("release", "list").splitlines()
    assert len(lines) == 2
    assert any(line.startswith(first) and "8/8" in line for line in lines)


def test_show_has_the_keys_of_the_contract(desk: Desk) -> None:
    release = desk.bring()
    desk.translated(release)
    shown = desk.json("release", "show", release)
    assert set(shown) >= RELEASE_KEYS
    assert (shown["id"], shown["title"], shown["status"]) == (
        release,
        "Coast guard opens rescue station in Limón",
        "draft",
    )
    source, target = shown["versions"]
    for version in (source, target):
        assert set(version) >= VERSION_KEYS
        assert all(set(block) == {"id", "kind", "text"} for block in version["blocks"])
    assert (source["role"], target["role"]) == ("source", "target")
    assert source["segments"] == []
    assert [block["id"] for block in target["blocks"]] == [block["id"] for block in source["blocks"]]
    keys = {"id", "block", "source", "target", "state", "stale", "change"}
    assert all(set(segment) == keys for segment in target["segments"])
    assert all(segment["stale"] is False for segment in target["segments"])
    assert {segment["block"] for segment in target["segments"]} <= {block["id"] for block in source["blocks"]}
    assert "[es] target" in desk.ok("release", "show", release)


def test_an_id_may_be_shortened_while_it_is_clear(desk: Desk) -> None:
    first, second = desk.bring(), desk.bring(name="again.txt")
    common = next(place for place, (a, b) in enumerate(zip(first, second, strict=True)) if a != b)
    for release in (first, second):
        assert desk.json("release", "show", release[: common + 1])["id"] == release
    assert "Several" in desk.refused("release", "show", first[:common])
    desk.ok("release", "translate", first[: common + 1], "--to", "es")
    desk.ok("release", "edit", first[: common + 1], "--language", "en", "--find", "Monday", "--replace", "Friday")
    output = desk.folder / "out.txt"
    desk.ok("release", "export", first[: common + 1], "--language", "en", "--format", "txt", "--output", output)
    assert "Friday" in output.read_text("utf-8")


@pytest.mark.parametrize("unknown", ["nothing", "", "%", "_", "0' OR 1=1", "\udcff", "0" * 5000])
def test_an_unknown_id_is_told(desk: Desk, unknown: str) -> None:
    desk.bring()
    for command in (
        ("show", unknown),
        ("translate", unknown, "--to", "es"),
        ("edit", unknown, "--language", "en", "--find", "a", "--replace", "b"),
        ("export", unknown, "--language", "en", "--format", "txt", "--output", "out.txt"),
    ):
        assert "There is no release" in desk.refused("release", *command)
    assert not (desk.folder / "out.txt").exists()


def test_edit_replaces_every_occurrence_and_the_title_follows(desk: Desk) -> None:
    release = desk.bring()
    found = desk.json("release", "edit", release, "--language", "EN", "--find", "station", "--replace", "base")
    assert found == {"id": release, "language": "en", "replaced": 3}
    shown = desk.json("release", "show", release)
    assert shown["title"] == "Coast guard opens rescue base in Limón"
    texts = " ".join(block["text"] for block in shown["versions"][0]["blocks"])
    assert texts.count("base") == 3
    assert "station" not in texts


def test_edit_refuses_what_it_cannot_do(desk: Desk) -> None:
    release = desk.bring()
    desk.translated(release)
    before = desk.json("release", "show", release)
    edit = ("release", "edit", release)
    assert "does not occur" in desk.refused(*edit, "--language", "en", "--find", "zebra", "--replace", "x")
    assert "nothing to look for" in desk.refused(*edit, "--language", "en", "--find", "", "--replace", "x")
    assert "grid" in desk.refused(*edit, "--language", "es", "--find", "a", "--replace", "b")
    line = desk.refused(*edit, "--language", "fr", "--find", "a", "--replace", "b")
    assert "en, es" in line
    assert desk.json("release", "show", release) == before


def test_edit_with_letters_that_no_text_may_hold_stays_sound(desk: Desk) -> None:
    release = desk.bring()
    for replacement in ("\udcff", "a\x00b", "two\nlines", "", "👩‍👩‍👧 שלום"):
        desk.ok("release", "edit", release, "--language", "en", "--find", "Monday", "--replace", f"Monday{replacement}")
        desk.json("release", "show", release)
    for name in FORMATS[:3]:
        desk.ok("release", "export", release, "--language", "en", "--format", name, "--output", f"out.{name}")
    assert desk.is_sound()


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_format_leaves_in_both_languages(desk: Desk, language: str) -> None:
    release = desk.bring()
    lines = desk.translated(release)
    told = lines[2] if language == "es" else "The coast guard opened a new rescue station on Monday."
    for name in FORMATS:
        output = desk.folder / f"out-{name}"
        found = desk.json("release", "export", release, "--language", language, "--format", name, "--output", output)
        assert found["bytes"] == output.stat().st_size
        assert (found["file"], found["format"], found["language"]) == (str(output), name, language)
        assert told in _text_of(output, name)
        first = output.read_bytes()
        desk.ok("release", "export", release, "--language", language, "--format", name, "--output", output)
        assert output.read_bytes() == first, "the same input, the same bytes"


def _text_of(path: Path, name: str) -> str:
    if name == "txt":
        return " ".join(path.read_text("utf-8").split())
    if name == "html":
        parser = html5lib.HTMLParser(strict=True)
        page = parser.parse(path.read_bytes(), transport_encoding="utf-8")
        return " ".join("".join(page.itertext()).split())
    assert zipfile.ZipFile(path).testzip() is None
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([*(each.text for each in document.paragraphs), *cells]).split())


def test_a_bilingual_export_needs_a_translation(desk: Desk) -> None:
    release = desk.bring()
    line = desk.refused(
        "release", "export", release, "--language", "en", "--format", "bilingual-docx", "--output", "out.docx"
    )
    assert "translated version" in line
    assert not (desk.folder / "out.docx").exists()


def test_missing_sentences_are_seen_and_not_in_the_source_language(desk: Desk) -> None:
    release = desk.bring()
    desk.ok("release", "translate", release, "--to", "es")
    desk.ok("release", "export", release, "--language", "es", "--format", "txt", "--output", "out.txt")
    text = (desk.folder / "out.txt").read_text("utf-8")
    assert "The coast guard" not in text
    assert "Nurses work" not in text


def _export(desk: Desk, release: str, output: str | Path, **changed: Any) -> str:
    asked = {"language": "en", "format": "docx"} | changed
    return desk.refused(
        "release", "export", release, "--language", asked["language"], "--format", asked["format"], "--output", output
    )


def test_an_export_that_cannot_be_written_leaves_nothing_half(desk: Desk) -> None:
    release = desk.bring()
    before = sorted(desk.folder.iterdir())
    assert "There is no folder" in _export(desk, release, desk.folder / "missing" / "out.docx")
    assert "is a folder" in _export(desk, release, desk.folder)
    assert "not the name of a file" in _export(desk, release, "")
    assert "has no version" in _export(desk, release, "out.docx", language="fr")
    assert sorted(desk.folder.iterdir()) == before
    kept = desk.write("kept.docx", "what was there")
    kept.chmod(0o600)
    _export(desk, release, kept / "inside.docx")
    assert kept.read_text() == "what was there"
    assert desk.is_sound()


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes stand in folders on POSIX only")
def test_a_pipe_is_written_into_and_not_replaced(desk: Desk) -> None:
    release = desk.bring()
    pipe = desk.folder / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    desk.ok("release", "export", release, "--language", "en", "--format", "txt", "--output", pipe)
    reader.join(10)
    assert b"Nurses work there at night." in read[0]
    assert pipe.is_fifo()


def test_a_type_of_release_that_does_not_exist_is_refused(desk: Desk) -> None:
    said = desk.refused("release", "import", desk.write("a.txt", STATION), "--type", "novel")
    assert "Choose one of: press-release, media-advisory, statement." in said
    assert desk.json("release", "list") == {"releases": []}


def test_french_is_only_data(desk: Desk) -> None:
    release = desk.bring()
    desk.translated(release, "fr")
    page = desk.folder / "page.html"
    desk.ok("release", "export", release, "--language", "fr", "--format", "html", "--output", page)
    text = page.read_text("utf-8")
    for words in ('lang="fr"', "Communiqué de presse", "Pour diffusion immédiate", "Projet – non approuvé"):
        assert words.casefold() in text.casefold()
    word = desk.folder / "page.docx"
    desk.ok("release", "export", release, "--language", "fr", "--format", "docx", "--output", word)
    with zipfile.ZipFile(word) as package:
        assert 'w:val="fr-FR"' in package.read("word/document.xml").decode()
        assert "<dc:language>fr" in package.read("docProps/core.xml").decode()
