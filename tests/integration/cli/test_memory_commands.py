"""``comunicado memory import|export|lookup``."""

from __future__ import annotations

from pathlib import Path

from tests.integration.cli.desk import SEED, Desk

_TMX = """<?xml version="1.0"?><tmx version="1.4"><header srclang="en-US"/><body>
<tu><tuv xml:lang="EN-US"><seg>The plan helped 1,350 families.</seg></tuv>
<tuv xml:lang="ES"><seg>El plan ayudó a 1.350 familias.</seg></tuv></tu>
<tu><tuv xml:lang="EN-US"><seg>Alone</seg></tuv></tu>
</body></tmx>"""


def _file(folder: Path, text: str = _TMX) -> Path:
    file = folder / "old.tmx"
    file.write_text(text, "utf-8")
    return file


def test_a_memory_comes_in_is_asked_and_goes_out(desk: Desk, tmp_path: Path) -> None:
    file = _file(tmp_path)
    said = desk.json("memory", "import", file)
    assert (said["added"], said["known"], said["skipped"], said["damaged"]) == (1, 0, 1, False)
    assert desk.json("memory", "import", file)["known"] == 1
    asked = desk.json("memory", "lookup", "The plan helped 2,480 families.", "--from", "en", "--to", "es")
    (match,) = asked["matches"]
    assert (match["percent"], match["class"], match["target"]) == (97, "near", "El plan ayudó a 2.480 familias.")
    assert match["swaps"] == [{"old": "1.350", "new": "2.480"}]
    back = desk.json("memory", "lookup", "El plan ayudó a 1.350 familias.", "--from", "es", "--to", "en")
    assert (back["matches"][0]["percent"], back["matches"][0]["reversed"]) == (100, True)
    assert desk.json("memory", "lookup", "Nothing of the kind", "--from", "en", "--to", "es")["matches"] == []
    out = tmp_path / "out.tmx"
    assert desk.json("memory", "export", "--output", out)["units"] == 1
    assert "1.350 familias" in out.read_text("utf-8")
    assert desk.is_sound()


def test_confirmed_sentences_are_found(desk: Desk, tmp_path: Path) -> None:
    release_id = desk.json("release", "import", SEED, "--language", "en")["id"]
    shown = desk.json("release", "translate", release_id, "--to", "es")
    lines = tmp_path / "es.txt"
    lines.write_text("\n".join(f"Frase {n}" for n in range(len(shown["segments"]))), "utf-8")
    other = desk.json("release", "import", SEED, "--language", "en")["id"]
    desk.json("release", "translate", other, "--to", "es", "--from-file", lines)
    sentence = shown["segments"][3]["source"]
    text = sentence if isinstance(sentence, str) else sentence["text"]
    found = desk.json("memory", "lookup", text, "--from", "en", "--to", "es")["matches"]
    assert (found[0]["percent"], found[0]["target"]) == (100, "Frase 3")


def test_what_cannot_be_used_is_refused_in_one_line(desk: Desk, tmp_path: Path) -> None:
    entity = '<!DOCTYPE tmx [<!ENTITY a "ha">]>'
    for text in ("hello", _TMX.replace("<tmx", f"{entity}<tmx")):
        said = desk.run("memory", "import", _file(tmp_path, text))
        assert said.code == 1
        assert said.out == ""
        assert said.err.count("\n") == 1
    said = desk.run("memory", "export", "--output", desk.workspace)
    assert said.code == 1
    said = desk.run("memory", "lookup", "x", "--from", "xx-", "--to", "es")
    assert said.code == 1
    assert "is not a language" in said.err


def test_without_json_it_speaks_to_people(desk: Desk, tmp_path: Path) -> None:
    assert "1 unit added, 1 could not be used" in desk.run("memory", "import", _file(tmp_path)).out
    said = desk.run("memory", "lookup", "The plan helped 1,350 families.", "--from", "en", "--to", "es").out
    assert "100 %" in said
    assert "El plan ayudó" in said
