"""``comunicado text check-pair``."""

from __future__ import annotations

from pathlib import Path

from tests.integration.cli.desk import Desk

KEYS = ["line", "check", "severity", "message", "fix"]


def _files(desk: Desk, source: str, target: str) -> tuple[Path, Path]:
    files = desk.folder / "source.txt", desk.folder / "target.txt"
    for file, text in zip(files, (source, target), strict=True):
        file.write_text(text, "utf-8")
    return files


def test_findings_by_line_with_the_whole_corrected_line(desk: Desk) -> None:
    files = _files(
        desk,
        "It is free.\nIt rose by 44.1 per cent.\nIt opens on 26 May 2020.\n",
        "Es gratis.\nSubió un 44.1 %.\nAbre el 26 de marzo de 2020.\n",
    )
    said = desk.json("text", "check-pair", *files, "--from", "en", "--to", "es")
    assert list(said) == ["findings"]
    assert all(list(each) == KEYS for each in said["findings"])
    by_check = {each["check"]: each for each in said["findings"]}
    assert by_check["number-signs"]["line"] == 2
    assert by_check["number-signs"]["fix"] == "Subió un 44,1 %."
    assert by_check["dates"]["line"] == 3
    assert by_check["dates"]["fix"] is None
    assert by_check["dates"]["severity"] == "problem"


def test_nothing_found_and_lines_for_people(desk: Desk) -> None:
    files = _files(desk, "It is free.\n", "Es gratis.\n")
    assert desk.json("text", "check-pair", *files, "--from", "en", "--to", "es") == {"findings": []}
    assert desk.ok("text", "check-pair", *files, "--from", "en", "--to", "es") == "Nothing was found.\n"
    files = _files(desk, "It has 11 rooms.\n", "Tiene 12 habitaciones.\n")
    assert desk.ok("text", "check-pair", *files, "--from", "en", "--to", "es").startswith("1:6-8  problem  numbers")


def test_different_numbers_of_lines_are_said_once(desk: Desk) -> None:
    files = _files(desk, "One.\nTwo.\nThree.\n", "Uno.\nDos.\n")
    [finding] = desk.json("text", "check-pair", *files, "--from", "en", "--to", "es")["findings"]
    assert (finding["line"], finding["check"], finding["fix"]) == (3, "line-count", None)


def test_a_missing_file_and_a_missing_language_are_refused(desk: Desk) -> None:
    files = _files(desk, "One.\n", "Uno.\n")
    desk.refused("text", "check-pair", files[0], desk.folder / "nowhere.txt", "--from", "en", "--to", "es")
    desk.misused("text", "check-pair", *files, "--from", "en")


def test_the_termbase_is_asked_the_programs_or_the_offices(desk: Desk) -> None:
    files = _files(desk, "It ended forced labour.\n", "Acabó con el trabajo forzado.\n")
    said = desk.json("text", "check-pair", *files, "--from", "en", "--to", "es")["findings"]
    assert "pair-term-forbidden" in {each["check"] for each in said}
    empty = desk.folder / "empty.comunicado"
    desk.ok("workspace", "new", empty)
    said = desk.json("text", "check-pair", *files, "--from", "en", "--to", "es", "--workspace", empty)["findings"]
    assert "pair-term-forbidden" not in {each["check"] for each in said}
