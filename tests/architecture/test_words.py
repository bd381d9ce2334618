"""Texts for people can be translated: whole sentences, literal, with named fields."""

from __future__ import annotations

import ast
import string

import pytest

from tests.architecture.source_tree import Source, name_of, program

#: Which arguments of a call are texts. ``_`` may also get a name (a text marked elsewhere with ``N_``).
TEXTS = {"_": (0,), "N_": (0,), "ngettext": (0, 1), "pgettext": (0, 1), "in_document": (1,)}
LITERAL_ONLY = {"N_", "ngettext", "pgettext", "in_document"}


def complaints(source: Source) -> list[str]:
    found = []
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and name_of(node) in TEXTS:
            name = name_of(node)
            for place in TEXTS[name]:
                if place < len(node.args):
                    wrong = _wrong(node.args[place], literal_only=name in LITERAL_ONLY)
                    if wrong:
                        found.append(source.at(node, f"{name}() got {wrong}"))
                else:
                    found.append(source.at(node, f"{name}() wants its texts as plain arguments"))
    return found


def _wrong(text: ast.expr, *, literal_only: bool) -> str:
    """What is wrong with a text, or the empty string."""
    if isinstance(text, ast.Constant) and isinstance(text.value, str):
        return _wrong_fields(text.value)
    if isinstance(text, ast.JoinedStr):
        return "an f-string; use a field and .format(name=...)"
    if isinstance(text, ast.BinOp):
        return "a sum or a % of texts; use one text with fields"
    if isinstance(text, ast.Name | ast.Attribute | ast.Subscript) and not literal_only:
        return ""
    return "something else than a literal text"


def _wrong_fields(text: str) -> str:
    """Fields have names: a translator may have to change their order."""
    try:
        fields = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    except ValueError:
        return "braces that do not match"
    return "" if all(field.isidentifier() for field in fields) else "a field without a name"


def test_every_text_can_be_extracted() -> None:
    outside = [source for source in program() if source.room != "i18n"]
    assert [complaint for source in outside for complaint in complaints(source)] == []


@pytest.mark.parametrize(
    "text",
    [
        '_(f"Hello {name}")',
        '_("Hello " + name)',
        '_("Hello %s" % name)',
        '_("Hello {}".format(name))',
        '_("Hello {}")',
        '_("Hello {")',
        'ngettext("one", f"{n}", n)',
        "in_document(language, label)",
        'i18n.pgettext("menu", "a" + "b")',
        "in_document(language=x, message=y)",
    ],
)
def test_the_rule_sees_a_breach(text: str) -> None:
    assert complaints(Source("x.py", text, ast.parse(text)))


@pytest.mark.parametrize(
    "text",
    ['_("Hello {name}").format(name=name)', "_(command.label)", '_("a " "b")', 'in_document(version.language, "###")'],
)
def test_the_rule_leaves_good_texts_alone(text: str) -> None:
    assert not complaints(Source("x.py", text, ast.parse(text)))
