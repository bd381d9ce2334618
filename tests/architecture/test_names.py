"""Names say what a thing is; a docstring says what a room is for; a TODO says where it is discussed."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from pathlib import Path

import pytest

from tests.architecture.source_tree import PACKAGE, ROOT, everything, program

#: Words that name nothing. ``metadata`` or ``database`` are other words; ``QMimeData`` is Qt's.
EMPTY_WORDS = frozenset({"manager", "helper", "util", "data", "info", "obj"})


def words(name: str) -> list[str]:
    """The words of a snake_case or CamelCase name, in lower case and singular."""
    parts = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name)
    return [part.lower().removesuffix("s") for part in parts]


def says_nothing(name: str) -> bool:
    return not EMPTY_WORDS.isdisjoint(words(name))


def test_modules_and_packages() -> None:
    named = {part for source in program() for part in Path(source.path).with_suffix("").parts}
    assert sorted(filter(says_nothing, named)) == []


def test_classes() -> None:
    found = [
        source.at(node, node.name)
        for source in program()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef) and says_nothing(node.name)
    ]
    assert found == []


@pytest.mark.parametrize("name", ["ContactManager", "date_utils", "ReleaseInfo", "XMLData", "helpers", "obj"])
def test_the_rule_sees_an_empty_name(name: str) -> None:
    assert says_nothing(name)


@pytest.mark.parametrize("name", ["Metadata", "database", "information_line", "ObjectReplaced", "Dateline", "Utility"])
def test_the_rule_leaves_other_words_alone(name: str) -> None:
    assert not says_nothing(name)


def test_every_package_says_what_it_is_for() -> None:
    folders = {path.parent for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts}
    without = [str(folder.relative_to(ROOT)) for folder in folders if not (folder / "__init__.py").is_file()]
    assert without == [], "folders with modules and no __init__.py"
    silent = [
        source.path
        for source in program()
        if source.path.endswith("/__init__.py") and not ast.get_docstring(source.tree)
    ]
    assert silent == [], "packages without a docstring"


def test_every_module_says_what_it_is_for() -> None:
    assert [source.path for source in program() if source.text.strip() and not ast.get_docstring(source.tree)] == []


def test_every_todo_has_an_issue_number() -> None:
    found = []
    for source in everything():
        for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
            is_open = token.type == tokenize.COMMENT and re.search(r"\b(TODO|FIXME)\b", token.string)
            if is_open and not re.search(r"#\d+", token.string[1:]):
                found.append(f"{source.path}:{token.start[0]}: {token.string}")
    assert found == []
