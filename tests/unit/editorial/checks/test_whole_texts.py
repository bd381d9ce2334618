"""Whole texts: professional ones, where the checks keep quiet, and the real seed, where they find its faults."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.domain.document import Document
from desktop.editorial.checks.engine import CheckEngine
from desktop.editorial.checks.registry import CHECKS
from desktop.editorial.recognition import to_blocks
from desktop.services.importing import read_release
from tests.unit.editorial.checks.desk import all_found, facts, tools

TEXTS = Path(__file__).with_name("texts")
SEED = Path(__file__).parents[4] / "resources" / "sample" / "seed_release.txt"


@pytest.mark.parametrize("file", sorted(TEXTS.glob("*.txt")), ids=lambda file: file.stem)
def test_the_checks_keep_quiet_in_professional_texts(file: Path) -> None:
    language = file.stem.rsplit(".", 1)[-1]
    lines = file.read_text("utf-8").splitlines()
    findings = all_found(language, *lines, on=date(2026, 11, 20))
    assert [(each.check, each.found, each.message) for each in findings] == []


@pytest.mark.parametrize("profile", ["who-paho", "es-latam", "plain"])
def test_other_houses_ask_only_for_their_own_forms(profile: str) -> None:
    about_forms = {"per-cent", "number-form", "currency", "headline-case", "title-hyphen", "acronym"}
    for file in TEXTS.glob("*.txt"):
        language = file.stem.rsplit(".", 1)[-1]
        findings = all_found(language, *file.read_text("utf-8").splitlines(), profile=profile, on=date(2026, 11, 20))
        assert {each.check for each in findings} <= (set() if profile == "plain" else about_forms), file.stem


def test_the_seed_shows_its_real_faults_and_nothing_else() -> None:
    read = read_release(SEED, tools(), language="en")
    numbers = iter(range(1000))
    document = Document("d", "en", to_blocks(read, lambda: f"b{next(numbers)}"))
    findings = CheckEngine(CHECKS).run(document, facts("en"))
    assert [(each.check, each.found) for each in findings] == [
        ("relative-date", "this week"),
        ("relative-date", "today"),
        ("acronym", "IOM"),
        ("office-holder", "William Lacy Swing"),
        ("acronym-form", "U.S."),
        ("relative-date", "last year"),
        ("per-cent", "80%"),
        ("region-name", "North American"),
        ("quote-style", "'"),
        ("broken-hyphen", "Pro- Tempore"),
        ("phone-style", "506-2212-5327"),
        ("phone-style", "Tel"),
    ]


def test_on_its_own_day_the_seed_names_the_right_director() -> None:
    read = read_release(SEED, tools(), language="en")
    numbers = iter(range(1000))
    document = Document("d", "en", to_blocks(read, lambda: f"b{next(numbers)}"))
    findings = CheckEngine(CHECKS).run(document, facts("en", on=date(2014, 6, 27)))
    assert "office-holder" not in {each.check for each in findings}
    last_year = next(each for each in findings if each.found == "last year")
    assert last_year.fix is not None
    assert last_year.fix.text == "2013"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\U0001f600" * 50,
        "שלום עולם! " * 20,
        "a" * 10_000,
        "“" * 3_000,
        "1" * 5_000,
        "<" * 3_000,
        "( " * 3_000,
        "A.B." * 2_500,
    ],
)
@pytest.mark.parametrize("language", ["en", "es", "fr", "de"])
def test_odd_texts_do_no_harm(text: str, language: str) -> None:
    for kind in ("headline", "paragraph", "quote", "contact"):
        for each in all_found(language, f"{kind}| {text}", "Another paragraph."):
            assert 0 <= each.start <= each.end
