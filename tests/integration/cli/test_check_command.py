"""``comunicado release check``."""

from __future__ import annotations

from tests.integration.cli.desk import SEED, STATION, Desk


def test_the_seed_is_checked_with_places_and_fixes(desk: Desk) -> None:
    release_id = desk.json("release", "import", SEED, "--language", "en")["id"]
    blocks = {each["id"]: each["text"] for each in desk.version(release_id, "en")["blocks"]}
    found = desk.json("release", "check", release_id)["findings"]
    for each in found:
        assert {"check", "severity", "block", "span", "message", "fix"} <= set(each)
        start, end = each["span"]
        assert blocks[each["block"]][start:end] == each["text"]
        assert each["severity"] in ("problem", "warning", "suggestion")
        assert each["message"]
    by_text = {each["text"]: each for each in found}
    assert by_text["80%"]["fix"]["replacement"] == "80 per cent"
    assert by_text["North American"]["fix"]["replacement"] == "North America"
    assert by_text["IOM"]["fix"] is None
    assert {"Pro- Tempore", "this week", "today", "last year", "506-2212-5327"} <= set(by_text)
    assert len(found) <= 14


def test_the_target_is_checked_in_its_own_language(desk: Desk) -> None:
    release_id = desk.bring(STATION)
    desk.translated(release_id)
    found = desk.json("release", "check", release_id, "--language", "es")
    assert found["language"] == "es"
    assert "quote-style" in {each["check"] for each in found["findings"]}


def test_lines_for_people_and_nothing_found(desk: Desk) -> None:
    release_id = desk.bring(STATION)
    lines = desk.ok("release", "check", release_id).splitlines()
    assert any("phone-country-code" in line and "506-2212-5327" in line for line in lines)
    desk.ok("release", "edit", release_id, "--language", "en", "--find", "506-2212-5327", "--replace", "+506 2212 5327")
    left = desk.json("release", "check", release_id)["findings"]
    assert "phone-country-code" not in {each["check"] for each in left}


def test_an_unknown_release_or_language_is_refused(desk: Desk) -> None:
    release_id = desk.bring(STATION)
    desk.refused("release", "check", "nothing")
    desk.refused("release", "check", release_id, "--language", "fr")
    desk.misused("release", "check")


def test_misspellings_are_findings_of_the_texts_own_language(desk: Desk) -> None:
    release_id = desk.bring(STATION)
    sound = desk.json("release", "check", release_id)["findings"]
    assert "spelling" not in {each["check"] for each in sound}
    desk.ok("release", "edit", release_id, "--language", "en", "--find", "506-2212-5327", "--replace", "by fone")
    slips = [each for each in desk.json("release", "check", release_id)["findings"] if each["check"] == "spelling"]
    assert [each["text"] for each in slips] == ["fone"]
    assert "phone" in slips[0]["message"]
