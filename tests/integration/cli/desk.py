"""A person at the command line: runs the program in this process and looks at what it says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.app.main import main

SEED = Path(__file__).resolve().parents[2] / "fixtures" / "seed_release.txt"

#: A release in our own words: seven sentences, one contact, a telephone without "+".
STATION = """Coast guard opens rescue station in Limón

LIMÓN, 4 May 2026 – The coast guard opened a new rescue station on Monday. It will serve 40 fishing villages.

The station has 12 boats and a small clinic. Nurses work there at night.

“We waited years for this day,” said Director Ana Mora.

For information, please contact Ana Mora, Email: amora@guardia.example, Tel: 506-2212-5327.
"""

ESTACION = """Inauguran una estación de buzos en Puntarenas

PUNTARENAS, 4 de mayo de 2026 – El ministerio inauguró ayer una estación de buzos. Atenderá a 40 pueblos.

La estación tiene 12 lanchas y una clínica. Las enfermeras trabajan de noche.
"""


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


class Desk:
    """A folder with a workspace in it, and the commands that work on it (``COMUNICADO_WORKSPACE`` points there)."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.workspace = folder / "desk.comunicado"
        self._capsys = capsys

    def run(self, *arguments: str | Path) -> Said:
        self._capsys.readouterr()
        try:
            code = main([str(each) for each in arguments])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        heard = self._capsys.readouterr()
        return Said(code, heard.out, heard.err)

    def ok(self, *arguments: str | Path) -> str:
        """Stdout of a command that must do its work in silence on stderr."""
        said = self.run(*arguments)
        assert (said.code, said.err) == (0, ""), said
        return said.out

    def json(self, *arguments: str | Path) -> Any:
        """The one JSON document on stdout; ``json.loads`` refuses anything before or behind it."""
        return json.loads(self.ok(*arguments, "--json"))

    def refused(self, *arguments: str | Path) -> str:
        """The one clear line on stderr of a command that must answer 1 and print nothing."""
        said = self.run(*arguments)
        assert (said.code, said.out) == (1, ""), said
        return one_line(said.err)

    def misused(self, *arguments: str | Path) -> str:
        """Stderr of a command that must answer 2 and print nothing."""
        said = self.run(*arguments)
        assert (said.code, said.out) == (2, ""), said
        assert "usage:" in said.err
        return said.err

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def bring(self, text: str = STATION, *arguments: str, name: str = "release.txt") -> str:
        """Import a text as a release; answers its id."""
        return str(self.json("release", "import", self.write(name, text), *arguments)["id"])

    def version(self, release_id: str, language: str) -> dict[str, Any]:
        shown = self.json("release", "show", release_id)
        return next(each for each in shown["versions"] if each["language"] == language)

    def segments(self, release_id: str, language: str = "es") -> list[dict[str, Any]]:
        return list(self.version(release_id, language)["segments"])

    def translated(self, release_id: str, language: str = "es") -> list[str]:
        """Translate every sentence from a file; answers the lines."""
        found = self.json("release", "translate", release_id, "--to", language)["segments"]
        lines = [f"«{each['source']}»" for each in found]
        self.ok(
            "release", "translate", release_id, "--to", language, "--from-file", self.write("lines.txt", join(lines))
        )
        return lines

    def is_sound(self) -> bool:
        """Whether the workspace verifies and nothing hidden was left in the folder."""
        verified = self.json("workspace", "verify", self.workspace)
        hidden = [each.name for each in self.folder.iterdir() if each.name.startswith(".")]
        return verified["ok"] is True and verified["problems"] == [] and hidden == []


def one_line(err: str) -> str:
    assert err.startswith("comunicado: "), err
    assert err.endswith("\n"), err
    assert err.count("\n") == 1, err
    assert "Traceback" not in err
    return err


def join(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
