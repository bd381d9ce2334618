"""The project's sources, parsed once for all rules."""

from __future__ import annotations

import ast
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "desktop"

_NOT_OURS = {".git", ".venv", "build", "dist", "__pycache__"}


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the root, its text, its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @property
    def room(self) -> str:
        """The folder below ``desktop``; the empty string for a file that lies in ``desktop`` itself."""
        parts = Path(self.path).parts
        return parts[1] if len(parts) > 2 else ""

    def at(self, node: ast.AST, complaint: str) -> str:
        return f"{self.path}:{getattr(node, 'lineno', 1)}: {complaint}"


@cache
def _read(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(path.relative_to(ROOT).as_posix(), text, ast.parse(text, str(path)))


@cache
def program() -> tuple[Source, ...]:
    """The program's own modules."""
    return tuple(_read(path) for path in sorted(PACKAGE.rglob("*.py")))


@cache
def everything() -> tuple[Source, ...]:
    """All Python files: program, tests, packaging."""
    return tuple(_read(path) for path in all_files() if path.suffix == ".py")


@cache
def all_files() -> tuple[Path, ...]:
    """All files of the project: tracked ones and new ones that git would not ignore."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
        paths = [ROOT / name for name in listed.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):  # an unpacked archive: no git
        paths = [
            Path(folder, name)
            for folder, folders, names in os.walk(ROOT)
            for name in names
            if not folders.__setitem__(slice(None), [each for each in folders if each not in _NOT_OURS])
        ]
    return tuple(sorted(path for path in paths if path.is_file()))


def text_files() -> Iterator[tuple[Path, str]]:
    """All files of the project that are text, with their text."""
    for path in all_files():
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def imports(source: Source) -> Iterator[tuple[ast.stmt, str]]:
    """``(statement, full module name)`` of every import, wherever it stands; relative ones as written."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, alias.name
        elif isinstance(node, ast.ImportFrom):
            yield node, "." * node.level + (node.module or "")


def name_of(call: ast.Call) -> str:
    """The called function's last name: ``f`` of ``f()`` and of ``x.f()``."""
    function = call.func
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""
