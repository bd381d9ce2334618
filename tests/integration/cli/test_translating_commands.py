"""``comunicado release translate`` and what edits of the source do to translations."""

from __future__ import annotations

import pytest

from tests.integration.cli.desk import ESTACION, SEED, Desk, join


def _edit(desk: Desk, release: str, find: str, replacement: str, language: str = "en") -> None:
    desk.ok("release", "edit", release, "--language", language, "--find", find, "--replace", replacement)


def _marks(desk: Desk, release: str) -> dict[str, tuple[bool, str]]:
    return {each["target"]: (each["stale"], each["change"]) for each in desk.segments(release)}


def test_a_new_language_has_every_sentence_untranslated(desk: Desk) -> None:
    release = desk.bring()
    found = desk.json("release", "translate", release, "--to", "ES")
    assert (found["id"], found["language"]) == (release, "es")
    assert len(found["segments"]) == 8
    for each in found["segments"]:
        assert (each["target"], each["state"], each["stale"], each["change"]) == ("", "untranslated", False, "new")
    assert found["segments"] == desk.segments(release)


def test_a_language_is_added_once(desk: Desk) -> None:
    release = desk.bring()
    desk.ok("release", "translate", release, "--to", "es")
    before = desk.json("release", "show", release)
    for language in ("es", "ES", "en", "EN"):
        assert "already" in desk.refused("release", "translate", release, "--to", language)
    lines = desk.write("lines.txt", "a line\n")
    desk.refused("release", "translate", release, "--to", "en", "--from-file", lines)
    assert desk.json("release", "show", release) == before


def test_a_file_fills_the_targets_in_order(desk: Desk) -> None:
    release = desk.bring()
    lines = desk.translated(release)
    found = desk.segments(release)
    assert [each["target"] for each in found] == lines
    assert {(each["state"], each["stale"], each["change"]) for each in found} == {("translated", False, "unchanged")}
    target = desk.version(release, "es")
    assert target["done"] == 8
    assert target["blocks"][2]["text"] == f"{lines[2]} {lines[3]}"


def test_a_language_can_be_added_and_filled_at_once(desk: Desk) -> None:
    release = desk.bring()
    lines = desk.write("lines.txt", "uno\r\ndos\r\ntres\r\n\r\ncinco\r\nseis\r\nsiete\r\nocho")
    found = desk.json("release", "translate", release, "--to", "es", "--from-file", lines)["segments"]
    assert [each["target"] for each in found] == ["uno", "dos", "tres", "", "cinco", "seis", "siete", "ocho"]
    assert [each["state"] for each in found].count("untranslated") == 1


@pytest.mark.parametrize("count", [0, 1, 7, 9, 100])
def test_a_wrong_number_of_lines_changes_nothing(desk: Desk, count: int) -> None:
    release = desk.bring()
    lines = desk.write("wrong.txt", join([f"línea {number}" for number in range(count)]) or "\n")
    line = desk.refused("release", "translate", release, "--to", "es", "--from-file", lines)
    assert "8 sentences" in line
    assert [each["language"] for each in desk.json("release", "show", release)["versions"]] == ["en"]
    desk.translated(release)
    before = desk.json("release", "show", release)
    desk.refused("release", "translate", release, "--to", "es", "--from-file", lines)
    assert desk.json("release", "show", release) == before
    assert desk.is_sound()


def test_a_missing_file_adds_no_language(desk: Desk) -> None:
    release = desk.bring()
    assert "There is no file" in desk.refused("release", "translate", release, "--to", "es", "--from-file", "no.txt")
    assert len(desk.json("release", "show", release)["versions"]) == 1


@pytest.mark.parametrize(
    ("find", "replacement", "change"),
    [
        ("on Monday.", "on  Monday!", "cosmetic"),
        ("40 fishing", "45 fishing", "numbers-only"),
        ("small clinic", "field hospital", "reworded"),
        ("on Monday. It will serve", "on Monday and it will serve", "merged"),
        ("12 boats and a small", "12 boats. And a small", "split"),
    ],
)
def test_an_edit_marks_its_sentence_and_undoing_it_makes_it_fresh(
    desk: Desk, find: str, replacement: str, change: str
) -> None:
    release = desk.bring()
    lines = desk.translated(release)
    fresh = desk.segments(release)
    _edit(desk, release, find, replacement)
    now = desk.segments(release)
    stale = [each for each in now if each["stale"]]
    assert [each["change"] for each in stale] == [change]
    assert set(lines) == {each["target"] for each in now if each["target"]}, "nothing of it is lost"
    assert sum(each["change"] == "unchanged" for each in now) >= 6
    version = desk.version(release, "es")
    assert version["stale"] == 1
    _edit(desk, release, replacement, find)
    assert desk.segments(release) == fresh
    assert desk.is_sound()


def test_a_new_sentence_is_new_and_a_removed_one_is_kept_aside(desk: Desk) -> None:
    release = desk.bring()
    lines = desk.translated(release)
    _edit(desk, release, "Nurses work there at night.", "Nurses work there at night. The port paid for the pier.")
    found = desk.segments(release)
    assert [(each["source"], each["change"], each["stale"]) for each in found if not each["target"]] == [
        ("The port paid for the pier.", "new", False)
    ]
    _edit(desk, release, " The port paid for the pier.", "")
    assert len(desk.segments(release)) == 8
    _edit(desk, release, " Nurses work there at night.", "")
    gone = [each for each in desk.segments(release) if each["change"] == "gone"]
    assert [(each["target"], each["stale"]) for each in gone] == [("«Nurses work there at night.»", False)]
    _edit(desk, release, "a small clinic.", "a small clinic. Nurses work there at night.")
    assert [each["target"] for each in desk.segments(release)] == lines
    assert {each["change"] for each in desk.segments(release)} == {"unchanged"}


def test_a_file_answers_stale_sentences(desk: Desk) -> None:
    release = desk.bring()
    lines = desk.translated(release)
    _edit(desk, release, "small clinic", "field hospital")
    lines[4] = "La base tiene 12 lanchas y un hospital de campaña."
    desk.ok("release", "translate", release, "--to", "es", "--from-file", desk.write("new.txt", join(lines)))
    found = desk.segments(release)
    assert [each["target"] for each in found] == lines
    assert not any(each["stale"] for each in found)


def test_spanish_is_a_source_like_any_other(desk: Desk) -> None:
    release = desk.bring(ESTACION)
    source = desk.version(release, "es")
    assert source["role"] == "source"
    desk.translated(release, "en")
    _edit(desk, release, "de buzos.", "de rescate.", "es")
    stale = [each for each in desk.segments(release, "en") if each["stale"]]
    assert [each["change"] for each in stale] == ["reworded"]
    for language in ("es", "en"):
        output = desk.folder / f"{language}.html"
        desk.ok("release", "export", release, "--language", language, "--format", "html", "--output", output)
        assert f'lang="{language}"' in output.read_text("utf-8")


def test_one_source_feeds_several_languages(desk: Desk) -> None:
    release = desk.bring()
    for language in ("es", "fr", "pt-BR"):
        desk.translated(release, language)
    _edit(desk, release, "small clinic", "field hospital")
    for language in ("es", "fr", "pt-BR"):
        assert sum(each["stale"] for each in desk.segments(release, language)) == 1
    assert desk.is_sound()


def test_the_whole_round_on_the_seed(desk: Desk) -> None:
    release = desk.json("release", "import", SEED, "--language", "en")["id"]
    found = desk.json("release", "translate", release, "--to", "es")["segments"]
    lines = [f"Frase {number}." for number in range(1, len(found) + 1)]
    desk.ok("release", "translate", release, "--to", "es", "--from-file", desk.write("es.txt", join(lines)))
    fresh = desk.segments(release)
    assert [each["target"] for each in fresh] == lines
    assert all(each["state"] == "translated" and not each["stale"] for each in fresh)
    _edit(desk, release, "11 countries", "12 countries")
    stale = [each for each in desk.segments(release) if each["stale"]]
    assert [(each["source"][:32], each["change"]) for each in stale] == [
        ("Officials from the 12 countries ", "numbers-only")
    ]
    _edit(desk, release, "12 countries", "11 countries")
    assert desk.segments(release) == fresh
    for name in ("docx", "html", "txt", "bilingual-docx"):
        desk.ok("release", "export", release, "--language", "es", "--format", name, "--output", f"seed.{name}")
    assert desk.is_sound()
