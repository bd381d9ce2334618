"""The tool itself, on a small program of its own."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from tests.i18n.catalogue_tool import catalogues

SOURCE = """
from desktop.i18n import N_, _, in_document, ngettext, pgettext

LABEL = N_("Later")
def f(n, version):
    # Translators: on a button
    _("Save {name}").format(name=_("Draft"))
    ngettext("One release", "{count} releases", n)
    pgettext("verb", "Open")
    in_document(version.document(1).language, "For immediate release")
    _("A sentence "
      "in two parts.")
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    sources = tmp_path / "program"
    sources.mkdir()
    (sources / "a.py").write_text(SOURCE, encoding="utf-8")
    monkeypatch.setattr(catalogues.extract, "__defaults__", (sources,))
    return tmp_path


def _ids(name: str) -> set[object]:
    domain = getattr(catalogues, name)
    return {message.id for message in catalogues.extract(domain) if message.id}


def _po(project: Path, language: str, name: str) -> Path:
    return project / "t" / language / "LC_MESSAGES" / f"{name}.po"


def _fill(path: Path, **texts: str) -> None:
    """Translate messages of a .po by their first word."""
    content = path.read_text(encoding="utf-8")
    for first, text in texts.items():
        start = content.index(f'msgid "{first}')
        end = content.index('msgstr ""', start)
        content = content[:end] + f'msgstr "{text}"' + content[end + len('msgstr ""') :]
    path.write_text(content, encoding="utf-8")


def test_every_kind_of_call_is_extracted_to_its_domain(project: Path) -> None:
    assert _ids("INTERFACE") == {
        "Later",
        "Save {name}",
        "Draft",
        ("One release", "{count} releases"),
        "Open",
        "A sentence in two parts.",
    }
    assert _ids("RELEASE") == {"For immediate release"}


def test_the_same_sources_give_the_same_bytes_and_no_dates(project: Path) -> None:
    catalogues.update_all(project / "t")
    first = {path: path.read_bytes() for path in (project / "t").rglob("*.po*")}
    catalogues.update_all(project / "t")
    assert first == {path: path.read_bytes() for path in (project / "t").rglob("*.po*")}
    assert len(first) == 7
    for content in first.values():
        assert b"Date" not in content
        assert b"a.py:" not in content


def test_check_names_what_is_missing_and_is_content_with_what_is_there(project: Path) -> None:
    folder = project / "t"
    assert any("stale" in problem or "missing" in problem for problem in catalogues.check(folder))
    catalogues.update_all(folder)
    problems = catalogues.check(folder)
    assert any("'Later' is not translated" in problem for problem in problems)
    assert not any(problem.startswith("en/") for problem in problems)
    _fill(_po(project, "es", "interface"), Later="Más tarde", Save="Guardar {name}", Draft="Borrador", Open="Abrir")
    _fill(_po(project, "es", "interface"), A="Una frase en dos partes.")
    path = _po(project, "es", "interface")
    content = path.read_text(encoding="utf-8").replace('msgstr[0] ""', 'msgstr[0] "Un comunicado"')
    path.write_text(content.replace('msgstr[1] ""', 'msgstr[1] "{count} comunicados"'), encoding="utf-8")
    _fill(_po(project, "es", "release"), For="Para publicación inmediata")
    _fill(_po(project, "fr", "release"), For="Pour diffusion immédiate")
    assert catalogues.check(folder) == []
    catalogues.compile_all(folder)
    spanish = gettext.translation("interface", folder, ["es"])
    assert spanish.gettext("Later") == "Más tarde"
    assert spanish.pgettext("verb", "Open") == "Abrir"
    assert spanish.ngettext("One release", "{count} releases", 3) == "{count} comunicados"


def test_a_changed_text_makes_the_catalogue_stale_and_keeps_the_old_translation(project: Path) -> None:
    folder = project / "t"
    catalogues.update_all(folder)
    _fill(_po(project, "es", "interface"), Later="Más tarde")
    source = project / "program" / "a.py"
    source.write_text(SOURCE.replace('"Later"', '"Later on"'), encoding="utf-8")
    assert any("interface.po is stale" in problem for problem in catalogues.check(folder))
    catalogues.update_all(folder)
    assert '#~ msgstr "Más tarde"' in _po(project, "es", "interface").read_text(encoding="utf-8")
    source.write_text(SOURCE, encoding="utf-8")
    catalogues.update_all(folder)
    assert 'msgid "Later"\nmsgstr "Más tarde"' in _po(project, "es", "interface").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("message", "complaint"),
    [
        (Message("Save {name}", "Guardar {nombre}"), "other fields"),
        (Message("Save {name}", "Guardar {name"), "other fields"),
        (Message("Save", "Guardar "), "white space"),
        (Message("Save\n", "Guardar"), "white space"),
        (Message("Save", "Guardar", flags=["fuzzy"]), "fuzzy"),
        (Message("Save", ""), "not translated"),
        (Message(("one {n}", "many {n}"), ("uno {n}", "")), "plural form"),
        (Message(("One", "{count}"), ("Uno", "muchos")), "other fields"),
    ],
)
def test_check_sees_a_wrong_translation(message: Message, complaint: str) -> None:
    assert complaint in " ".join(catalogues._complaints(message, must_be_there=True))


@pytest.mark.parametrize(
    "message",
    [
        Message("Save {name}", "Guardar {name}"),
        Message("{a} of {b}", "de {b}, {a}"),
        Message(("One", "{count} things"), ("Una", "{count} cosas")),
        Message(("One", "{count} things"), ("{count} cosa", "{count} cosas")),
        Message(" and ", " y "),
    ],
)
def test_check_lets_a_right_translation_pass(message: Message) -> None:
    assert list(catalogues._complaints(message, must_be_there=True)) == []
