"""Nothing grows past what one can hold in one's head."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT, Source, everything, program

FILE, CLASS, FUNCTION, MAIN_WINDOW = 600, 300, 50, 300


def _length(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from ``def`` or ``class`` to the end, docstring included, decorators not."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def too_long(source: Source) -> list[str]:
    found = []
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef) and _length(node) > CLASS:
            found.append(source.at(node, f"class {node.name} has {_length(node)} lines, at most {CLASS}"))
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _length(node) > FUNCTION:
            found.append(source.at(node, f"{node.name}() has {_length(node)} lines, at most {FUNCTION}"))
    return found


def test_files() -> None:
    assert [f"{each.path}: {len(each.lines)} lines" for each in everything() if len(each.lines) > FILE] == []


def test_classes_and_functions() -> None:
    assert [complaint for source in program() for complaint in too_long(source)] == []


@pytest.mark.parametrize("path", sorted((ROOT / "desktop").rglob("main_window.py")), ids=lambda path: path.name)
def test_the_main_window(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAIN_WINDOW


def test_the_rule_sees_a_long_function() -> None:
    text = "def f():\n" + "    x = 1\n" * 50
    assert too_long(Source("x.py", text, ast.parse(text))) == ["x.py:1: f() has 51 lines, at most 50"]
    text = "class C:\n" + "    x = 1\n" * 299
    assert too_long(Source("x.py", text, ast.parse(text))) == []
