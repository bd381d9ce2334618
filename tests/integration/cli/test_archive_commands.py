"""``comunicado search`` and ``comunicado release history`` on the seed."""

from __future__ import annotations

from desktop.app import wiring
from desktop.app.sample import fill_sample
from tests.integration.cli.desk import SEED, Desk


def test_the_seed_is_found_by_its_words_and_by_what_was_said(desk: Desk) -> None:
    release_id = desk.json("release", "import", SEED)["id"]
    (found,) = desk.json("search", "migrants")["results"]
    assert (found["release"], found["language"], found["status"]) == (release_id, "en", "draft")
    assert "migrants" in found["snippet"]
    quotes = desk.json("search", "migrant", "--quotes")["results"]
    assert {each["speaker"] for each in quotes} == {"William Lacy Swing"}
    assert len(quotes) == 2
    assert any(each["quote"].count("\n") == 1 for each in quotes)
    assert desk.json("search", "migrant", "--quotes", "--speaker", "Swing")["count"] == 2
    assert desk.json("search", "migrant", "--quotes", "--speaker", "Gutierrez")["results"] == []
    assert desk.json("search", "migrants", "--to", "2001-01-01")["results"] == []
    assert desk.json("search", "migrants", "--status", "released")["results"] == []
    assert len(desk.json("search", "migrant", "--quotes", "--limit", "1")["results"]) == 1
    assert "William Lacy Swing" in desk.ok("search", "abuses", "--quotes")


def test_the_sample_is_found_in_both_languages(desk: Desk) -> None:
    desk.workspace.unlink()
    with wiring.create_new(desk.workspace) as workspace:
        fill_sample(workspace)
    found = desk.json("search", "migrant")["results"]
    assert {each["language"] for each in found} == {"en", "es"}
    (quote,) = desk.json("search", "abusos", "--quotes", "--language", "es")["results"]
    assert quote["speaker"] == "William Lacy Swing"


def test_hostile_and_wrong_questions(desk: Desk) -> None:
    desk.bring()
    for text in ("", '"', "a AND (b OR", "NEAR(x y)", "*", "title:x", "'; DROP TABLE release; --"):
        assert isinstance(desk.json("search", text)["results"], list)
    assert "2026-13-01" in desk.refused("search", "x", "--from", "2026-13-01")
    desk.misused("search", "x", "--status", "gone")
    desk.misused("search")


def test_the_history_tells_every_kept_version(desk: Desk) -> None:
    release_id = desk.bring()
    desk.ok("release", "edit", release_id, "--language", "en", "--find", "12 boats", "--replace", "14 boats")
    desk.ok("release", "export", release_id, "--language", "en", "--format", "txt", "--output", "out.txt")
    versions = desk.json("release", "history", release_id)["versions"]
    assert [(each["number"], each["label"], each["name"]) for each in versions] == [
        (2, "exported", ""),
        (1, "imported", ""),
    ]
    assert set(versions[0]) == {"id", "number", "at", "author", "label", "name", "hash"}
    desk.translated(release_id)
    desk.ok("release", "export", release_id, "--language", "es", "--format", "txt", "--output", "es.txt")
    assert [each["label"] for each in desk.json("release", "history", release_id, "--language", "es")["versions"]] == [
        "exported"
    ]
    desk.refused("release", "history", release_id, "--language", "fr")
    assert desk.is_sound()
