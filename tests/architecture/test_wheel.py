"""The installed program is whole: a wheel, built without fetching anything, finds its own files."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT, all_files

pytestmark = pytest.mark.slow

_LOOK = """
import gettext, json, desktop
from desktop import i18n, places
i18n.use_language("es")
print(json.dumps({
    "package": desktop.__file__,
    "resource": str(places.resource("sample", "seed_release.txt")),
    "is_there": places.resource("sample", "seed_release.txt").is_file(),
    "translations": str(places.translations()),
    "interface": type(i18n._interface).__name__,
    "release": type(gettext.translation("release", places.translations(), ["fr"])).__name__,
}))
"""


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _pip("wheel", ".", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder))
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_all_resources_and_compiled_catalogues(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in all_files():
        inside = path.relative_to(ROOT)
        if inside.parts[0] == "resources":
            assert f"desktop/_{inside.as_posix()}" in names
        if inside.parts[0] == "translations" and path.suffix == ".po":
            assert f"desktop/_{inside.with_suffix('.mo').as_posix()}" in names
        if inside.parts[0] == "desktop" and path.suffix == ".py":
            assert inside.as_posix() in names
    assert not [name for name in names if name.startswith(("tests/", "packaging/")) or name.endswith((".po", ".pot"))]
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_an_installed_wheel_finds_its_files(wheel: Path, tmp_path: Path) -> None:
    _pip("install", "--no-deps", "--no-index", "--no-compile", "--target", str(tmp_path / "site"), str(wheel))
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    command = [sys.executable, "-c", _LOOK]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    import json

    seen = json.loads(done.stdout)
    for name in ("package", "resource", "translations"):
        assert Path(seen[name]).is_relative_to(tmp_path), seen
    assert seen["is_there"]
    assert seen["interface"] == seen["release"] == "GNUTranslations"
