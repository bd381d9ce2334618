"""``comunicado workspace …``, and which workspace a command works on."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from desktop.app import wiring
from tests.integration.cli.desk import Desk


def test_new_makes_a_workspace_and_says_where(desk: Desk) -> None:
    made = desk.folder / "another.comunicado"
    assert desk.json("workspace", "new", made) == {"file": str(made)}
    assert desk.ok("workspace", "new", desk.folder / "third.comunicado").strip() == str(
        desk.folder / "third.comunicado"
    )
    assert made.is_file()


def test_new_leaves_what_is_there(desk: Desk) -> None:
    before = desk.workspace.read_bytes()
    assert "exists already" in desk.refused("workspace", "new", desk.workspace)
    assert desk.workspace.read_bytes() == before


def test_info_counts_what_is_in_it(desk: Desk) -> None:
    desk.translated(desk.bring())
    found = desk.json("workspace", "info", desk.workspace)
    assert {name: found[name] for name in ("releases", "versions", "contacts")} == {
        "releases": 1,
        "versions": 2,
        "contacts": 1,
    }
    assert found["location"] == str(desk.workspace)
    assert "releases: 1" in desk.ok("workspace", "info", desk.workspace)


def test_verify_says_that_all_is_well(desk: Desk) -> None:
    desk.bring()
    found = desk.json("workspace", "verify", desk.workspace)
    assert found == {"file": str(desk.workspace), "ok": True, "problems": []}
    assert desk.ok("workspace", "verify", desk.workspace).count("\n") == 1


def test_verify_names_problems_and_fails(desk: Desk) -> None:
    desk.translated(desk.bring())
    connection = sqlite3.connect(desk.workspace)
    with connection:
        connection.execute("UPDATE version SET done = 1000 WHERE role = 'target'")
    connection.close()
    said = desk.run("workspace", "verify", desk.workspace)
    assert said.code == 1
    assert said.out.strip()
    assert "problems" in said.err
    assert said.err.count("\n") == 1


def test_backup_is_a_whole_workspace(desk: Desk) -> None:
    release = desk.bring()
    beside = Path(desk.json("workspace", "backup", desk.workspace)["file"])
    named = desk.folder / "copy.comunicado"
    assert desk.json("workspace", "backup", desk.workspace, "--output", named) == {"file": str(named)}
    for copy in (beside, named):
        assert copy.parent == desk.folder
        shown = desk.json("release", "show", release, "--workspace", copy)
        assert shown["id"] == release
    assert "exists already" in desk.refused("workspace", "backup", desk.workspace, "--output", named)


@pytest.mark.parametrize("verb", ["info", "verify", "backup"])
def test_a_workspace_that_is_none_is_refused_and_left(desk: Desk, verb: str) -> None:
    text = desk.write("notes.txt", "Only a text.\n")
    assert "not a Comunicado workspace" in desk.refused("workspace", verb, text)
    assert text.read_text() == "Only a text.\n"
    assert "no workspace" in desk.refused("workspace", verb, desk.folder / "missing.comunicado")
    desk.refused("workspace", verb, desk.folder)
    other = desk.folder / "other.sqlite"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE of_others (name TEXT)")
    connection.close()
    assert "not a Comunicado workspace" in desk.refused("workspace", verb, other)
    assert sorted(p.name for p in desk.folder.iterdir() if p.name.startswith(".")) == []


def test_a_damaged_workspace_is_told_in_a_sentence(desk: Desk) -> None:
    desk.bring()
    content = bytearray(desk.workspace.read_bytes())
    content[100 : len(content) // 2] = bytes(len(content) // 2 - 100)
    broken = desk.write("broken.comunicado", bytes(content))
    assert desk.run("workspace", "verify", broken).code == 1
    desk.refused("release", "list", "--workspace", broken)


def test_a_second_opening_is_refused_while_the_first_lasts(desk: Desk) -> None:
    release = desk.bring()
    held = wiring.open_existing(desk.workspace, author="Ana")
    try:
        for command in (("release", "show", release), ("workspace", "verify", desk.workspace)):
            line = desk.refused(*command)
            assert "already open" in line
            assert "Ana" in line
    finally:
        held.close()
    assert desk.json("release", "show", release)["id"] == release
    assert desk.is_sound()


def test_the_workspace_is_named_before_or_behind_the_verb(desk: Desk) -> None:
    release = desk.bring()
    other = desk.folder / "other.comunicado"
    desk.ok("workspace", "new", other)
    assert desk.json("--workspace", other, "release", "list") == {"releases": []}
    assert desk.json("release", "list", "--workspace", other) == {"releases": []}
    assert [each["id"] for each in desk.json("release", "list")["releases"]] == [release]


def test_json_may_be_asked_before_the_verb_too(desk: Desk) -> None:
    assert desk.ok("--json", "release", "list") == desk.ok("release", "list", "--json")


def test_the_first_command_on_a_new_path_makes_the_workspace(desk: Desk) -> None:
    fresh = desk.folder / "fresh.comunicado"
    source = desk.write("release.txt", "A headline\n\nA text of one sentence.\n")
    desk.ok("--workspace", fresh, "release", "import", source)
    assert len(desk.json("release", "list", "--workspace", fresh)["releases"]) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("release",),
        ("nonsense",),
        ("workspace", "new"),
        ("release", "show"),
        ("release", "translate", "x"),
        ("release", "edit", "x", "--language", "en"),
        ("release", "export", "x", "--language", "en", "--format", "pdf", "--output", "x"),
        ("contacts", "export", "--format", "xls", "--output", "x"),
        ("text", "segment", "file.txt"),
        ("release", "list", "--unknown"),
    ],
)
def test_wrong_usage_answers_two(desk: Desk, arguments: tuple[str, ...]) -> None:
    desk.misused(*arguments)


def test_errors_and_words_speak_spanish_where_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMUNICADO_LANGUAGE", "es")
    desk.refused("release", "show", "nothing")
    monkeypatch.setenv("COMUNICADO_LANGUAGE", "xx")
    desk.refused("release", "show", "nothing")


READING = (
    ("release", "list"),
    ("release", "show", "x"),
    ("release", "translate", "x", "--to", "es"),
    ("release", "edit", "x", "--language", "en", "--find", "a", "--replace", "b"),
    ("release", "export", "x", "--language", "en", "--format", "txt", "--output", "out.txt"),
    ("contacts", "export", "--format", "csv", "--output", "out.csv"),
    ("contacts", "find", "ana"),
)


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_a_command_on_what_exists_never_makes_a_workspace(desk: Desk, command: tuple[str, ...]) -> None:
    before = sorted(desk.folder.iterdir())
    missing = desk.folder / "missing.comunicado"
    assert "There is no workspace “missing.comunicado”" in desk.refused(*command, "--workspace", missing)
    assert sorted(desk.folder.iterdir()) == before


@pytest.mark.parametrize("verb", ["info", "verify", "backup"])
def test_looking_at_a_missing_workspace_or_a_folder_makes_nothing(desk: Desk, verb: str) -> None:
    before = sorted(desk.folder.iterdir())
    assert "There is no workspace" in desk.refused("workspace", verb, desk.folder / "missing.comunicado")
    assert "is a folder" in desk.refused("workspace", verb, desk.folder)
    assert sorted(desk.folder.iterdir()) == before


def test_an_import_makes_the_workspace_only_for_a_file_that_can_be_used(desk: Desk) -> None:
    fresh = desk.folder / "fresh.comunicado"
    bad, people = desk.write("bad.docx", b"no"), desk.write("people.csv", "name,email\nAna,ana@x.example\n")
    desk.refused("release", "import", bad, "--workspace", fresh)
    desk.refused("release", "import", desk.folder / "nowhere.txt", "--workspace", fresh)
    desk.refused("contacts", "import", bad, "--workspace", fresh)
    assert desk.json("contacts", "import", people, "--dry-run", "--workspace", fresh)["rows"][0]["outcome"] == "new"
    assert not fresh.exists()
    desk.json("contacts", "import", people, "--workspace", fresh)
    assert len(desk.json("contacts", "find", "ana", "--workspace", fresh)["contacts"]) == 1


def test_an_export_never_writes_over_a_workspace(desk: Desk) -> None:
    release_id = desk.bring()
    beside = desk.folder / "desk.comunicado-wal"
    beside.write_bytes(b"")
    for target in (desk.workspace, beside, desk.folder / ".desk.comunicado.lock"):
        export = ("release", "export", release_id, "--language", "en", "--format", "txt", "--output", target)
        assert "holds a workspace" in desk.refused(*export)
        assert "holds a workspace" in desk.refused("contacts", "export", "--format", "csv", "--output", target)
    assert desk.json("release", "list")["releases"][0]["id"] == release_id


def test_a_dash_is_not_a_file(desk: Desk) -> None:
    release_id = desk.bring()
    for command in (
        ("release", "export", release_id, "--language", "en", "--format", "txt", "--output", "-"),
        ("contacts", "export", "--format", "csv", "--output", "-"),
    ):
        assert "not the name of one" in desk.refused(*command)
    for command in (
        ("release", "import", "-"),
        ("contacts", "import", "-"),
        ("text", "segment", "--language", "es", "-"),
    ):
        assert "There is no file “-”" in desk.refused(*command)
    assert not (desk.folder / "-").exists()
