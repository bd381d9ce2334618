"""What must stand nowhere: a field for hidden recipients, a path of somebody's machine, a registry's address."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.source_tree import ROOT, Source, program, text_files

_COPY_HEADER = re.compile(r"^(resent-)?b?cc:?$|^(resent-)?b?cc:\s", re.IGNORECASE | re.MULTILINE)
_COPY_NAMES = {"bcc", "set_bcc", "add_bcc", "cc_addresses", "bcc_addresses"}

# Put together here, so that this file passes its own test.
_PLACES = re.compile(r"(?<![\w.\-/:)])/(?:" + "work|home|root|Users" + r")/[\w.]")
_HOSTS = re.compile(r"\b(?:" + r"pypi\.org|pythonhosted\.org|deb\.debian\.org" + r")\b")


def copies(source: Source) -> list[str]:
    """Where a carbon copy could come in: one message has one recipient, so there is no such field."""
    found = []
    # Comparing writes nothing; "Cc" is also Unicode's category of control characters.
    compared = {id(each) for node in ast.walk(source.tree) if isinstance(node, ast.Compare) for each in ast.walk(node)}
    for node in ast.walk(source.tree):
        if id(node) in compared:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _COPY_HEADER.search(node.value):
            found.append(source.at(node, repr(node.value[:40])))
        name = getattr(node, "id", None) or getattr(node, "attr", None) or getattr(node, "arg", None)
        if isinstance(name, str) and name.lower() in _COPY_NAMES:
            found.append(source.at(node, name))
    return found


def test_no_message_can_have_a_copy_field() -> None:
    assert [complaint for source in program() for complaint in copies(source)] == []


@pytest.mark.parametrize("text", ['m["Bcc"] = x', 'm.add_header("cc", x)', 'raw = "Bcc: a@b"', "send(bcc=x)"])
def test_the_rule_sees_a_copy_field(text: str) -> None:
    assert copies(Source("x.py", text, ast.parse(text)))


def test_no_file_names_a_place_of_one_machine_or_a_registry() -> None:
    found = []
    for path, text in text_files():
        for number, line in enumerate(text.splitlines(), 1):
            hit = _PLACES.search(line) or _HOSTS.search(line)
            if hit and len(line) < 5000:
                found.append(f"{path.relative_to(ROOT)}:{number}: {hit.group()}")
    assert found == []


def test_no_test_replaces_our_own_code_by_a_mock() -> None:
    pattern = re.compile(r"unittest\.mock|MagicMock|mocker\b.*desktop|patch\([\"']desktop\.")
    found = []
    for path, text in text_files():
        if path.suffix == ".py" and "tests" in path.parts and path.name != "test_hygiene.py":
            found += [f"{path.relative_to(ROOT)}: {hit.group()}" for hit in pattern.finditer(text)]
    assert found == []


def test_no_compiled_or_generated_file_is_kept() -> None:
    suffixes = {".mo", ".pyc", ".qm", ".db", ".sqlite", ".so", ".whl"}
    assert [str(path.relative_to(ROOT)) for path, _ in text_files() if path.suffix in suffixes] == []
    assert not (ROOT / "packaging" / "__init__.py").exists(), "it would shadow PyPI's packaging"
