"""The program as others call it: exit codes, one JSON document, one line of error, whatever the locale."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.app import wiring
from tests.integration.cli.desk import STATION, one_line


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with an empty workspace and a release's text."""
    wiring.create_new(tmp_path / "desk.comunicado").close()
    (tmp_path / "release.txt").write_text(STATION, "utf-8")
    return tmp_path


def _run(place: Path, *arguments: str | bytes, **more: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "COMUNICADO_WORKSPACE": str(place / "desk.comunicado"), **more}
    command = [sys.executable, "-m", "desktop.app.main", *arguments]
    return subprocess.run(command, capture_output=True, check=False, env=environment, cwd=place, timeout=60)


def test_done_refused_and_misused_answer_zero_one_and_two(place: Path) -> None:
    done = _run(place, "release", "import", "release.txt", "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    found = json.loads(done.stdout)
    assert found["title"] == "Coast guard opens rescue station in Limón"
    refused = _run(place, "release", "show", "nothing", "--json")
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert "nothing" in one_line(refused.stderr.decode())
    misused = _run(place, "release", "show")
    assert (misused.returncode, misused.stdout) == (2, b"")
    assert misused.stderr.startswith(b"usage:")


@pytest.mark.parametrize(
    "locale",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    ],
)
def test_every_letter_leaves_under_a_locale_without_unicode(place: Path, locale: dict[str, str]) -> None:
    done = _run(place, "release", "import", "release.txt", "--json", **locale)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))["title"].endswith("Limón")
    listed = _run(place, "release", "list", **locale)
    assert "Limón" in listed.stdout.decode("utf-8")
    refused = _run(place, "release", "show", "ñ", **locale)
    assert refused.returncode == 1
    one_line(refused.stderr.decode("utf-8"))


@pytest.mark.skipif(sys.platform == "win32", reason="arguments are bytes on POSIX only")
def test_bytes_that_are_no_text_are_an_unknown_id(place: Path) -> None:
    refused = _run(place, "release", "show", b"\xff\xfe")
    assert (refused.returncode, refused.stdout) == (1, b"")
    one_line(refused.stderr.decode("utf-8"))


def test_another_process_finds_the_workspace_locked(place: Path) -> None:
    held = wiring.open_existing(place / "desk.comunicado", author="Ana")
    try:
        refused = _run(place, "release", "list")
    finally:
        held.close()
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert "already open: by Ana" in one_line(refused.stderr.decode())
    assert _run(place, "release", "list").returncode == 0


def test_a_reader_that_goes_away_is_no_accident(place: Path) -> None:
    text = place / "long.txt"
    text.write_text("This is a sentence. " * 4000 + "\n")
    environment = {**os.environ, "COMUNICADO_WORKSPACE": str(place / "desk.comunicado")}
    command = [sys.executable, "-m", "desktop.app.main", "text", "segment", "--language", "en", str(text)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline() == b"This is a sentence.\n"
        running.stdout.close()
        told = running.stderr.read().decode()
    assert "Traceback" not in told
    assert "Exception" not in told
