"""``comunicado release approve`` and ``release status``."""

from __future__ import annotations

from pathlib import Path

from tests.integration.cli.desk import SEED, Desk


def test_the_seed_is_approved_exported_clean_and_voided_by_a_comma(desk: Desk, tmp_path: Path) -> None:
    release_id = desk.json("release", "import", SEED, "--language", "en")["id"]
    said = desk.json("release", "approve", release_id, "--language", "en", "--by", "Rosa Díaz", "--note", "Fine")
    assert (said["state"], said["status"], said["approver"], said["note"]) == (
        "approved",
        "approved",
        "Rosa Díaz",
        "Fine",
    )
    shown = desk.json("release", "show", release_id)
    assert (shown["status"], shown["versions"][0]["state"]) == ("approved", "approved")
    out = tmp_path / "out.txt"
    desk.json("release", "export", release_id, "--language", "en", "--format", "txt", "--output", out)
    assert "DRAFT" not in out.read_text("utf-8")
    desk.json("release", "edit", release_id, "--language", "en", "--find", "home.”", "--replace", "home.,”")
    desk.json("release", "export", release_id, "--language", "en", "--format", "txt", "--output", out)
    assert "DRAFT" in out.read_text("utf-8")
    status = desk.json("release", "status", release_id)
    assert status["versions"][0]["approval"] == "void"
    assert status["versions"][0]["state"] == "in-review"
    assert any(each["rule"] == "approval" and each["severity"] == "blocks" for each in status["versions"][0]["reasons"])
    assert desk.is_sound()


def test_a_translation_that_is_not_ready_is_refused_in_one_line(desk: Desk) -> None:
    release_id = desk.json("release", "import", SEED, "--language", "en")["id"]
    desk.json("release", "translate", release_id, "--to", "es")
    said = desk.run("release", "approve", release_id, "--language", "es", "--by", "Rosa")
    assert said.code == 1
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "Spanish cannot be approved yet" in said.err
    assert "Not translated yet" in said.err
    assert desk.json("release", "show", release_id)["versions"][1]["state"] == "draft"


def test_twice_and_without_a_name_are_refused(desk: Desk) -> None:
    release_id = desk.json("release", "import", SEED, "--language", "en")["id"]
    assert desk.run("release", "approve", release_id, "--language", "en", "--by", " ").code == 1
    assert desk.run("release", "approve", release_id, "--language", "en", "--by", "Rosa").code == 0
    again = desk.run("release", "approve", release_id, "--language", "en", "--by", "Rosa")
    assert (again.code, "approved already" in again.err) == (1, True)
    said = desk.run("release", "status", release_id)
    assert (said.code, "valid Rosa" in said.out) == (0, True)
