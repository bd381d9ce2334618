"""``comunicado release new``."""

from __future__ import annotations

from tests.integration.cli.desk import SEED, Desk

KEYS = {"id", "title", "language", "languages", "blocks", "contacts", "gaps"}


def test_from_an_earlier_release_everything_found_is_a_gap(desk: Desk) -> None:
    old = desk.json("release", "import", SEED, "--language", "en")
    desk.json("release", "translate", old["id"], "--to", "es")
    new = desk.json("release", "new", "--from", old["id"][:20])
    assert set(new) == KEYS
    assert new["id"] != old["id"]
    assert new["languages"] == ["en", "es"]
    assert [each["name"] for each in new["contacts"]] == ["Oliver Bush", "Salvador Gutierrez"]
    assert all(set(gap) == {"name", "kind", "old", "suggestion", "block", "open"} for gap in new["gaps"])
    edition = next(gap for gap in new["gaps"] if gap["kind"] == "edition")
    assert (edition["old"], edition["suggestion"], edition["block"]) == ("XIX", "XX", 0)
    assert all(f"[{gap['old']}]" in new["blocks"][gap["block"]]["text"] for gap in new["gaps"])
    assert "Attends [XIX] Annual" in new["title"]


def test_gaps_are_set_and_kept(desk: Desk) -> None:
    old = desk.json("release", "import", SEED, "--language", "en")
    new = desk.json("release", "new", "--from", old["id"], "--set", "edition-1=XX", "--keep", "all")
    assert new["title"] == old["title"].replace("XIX", "XX")
    assert not any(gap["open"] for gap in new["gaps"])
    shown = desk.json("release", "show", new["id"])
    assert shown["status"] == "draft"


def test_from_a_template(desk: Desk) -> None:
    new = desk.json(
        "release", "new", "--template", "press-release", "--language", "es", "--set", "headline=Abre la estación"
    )
    assert (new["title"], new["language"]) == ("Abre la estación", "es")
    gaps = {gap["name"]: gap["kind"] for gap in new["gaps"]}
    assert "headline" not in gaps
    assert gaps["release_date"] == "date"


def test_wrong_wishes_are_refused_in_one_line(desk: Desk) -> None:
    old = desk.json("release", "import", SEED, "--language", "en")
    for wish in (
        ("--template", "nope"),
        ("--template", "press-release", "--set", "nobody=x"),
        ("--template", "press-release", "--set", "headline"),
        ("--template", "press-release", "--language", "xx-nope"),
        ("--from", old["id"], "--set", "edition-9=XX"),
        ("--from", "nowhere"),
    ):
        said = desk.run("release", "new", *wish)
        assert (said.code, said.out) == (1, ""), wish
        assert len(said.err.strip().splitlines()) == 1
    assert desk.run("release", "new").code == 2
    assert len(desk.json("release", "list")["releases"]) == 1
