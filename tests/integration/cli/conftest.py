"""The command line on a workspace of the test's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.cli.desk import Desk


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A person in an own folder with an empty workspace."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    made = Desk(folder, capsys)
    monkeypatch.setenv("COMUNICADO_WORKSPACE", str(made.workspace))
    made.ok("workspace", "new", made.workspace)
    return made
