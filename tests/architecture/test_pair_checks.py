"""Every check of a translated pair is explained in both languages, and named once."""

from __future__ import annotations

import re

import pytest

from desktop import places
from desktop.editorial.checks.registry import CHECKS
from desktop.i18n import _, use_language
from desktop.translation.checks.base import PairCheck
from desktop.translation.checks.registry import PAIR_CHECKS
from tests.architecture.source_tree import ROOT

_FILES = ROOT / "desktop" / "translation" / "checks"


def _title(check: PairCheck, language: str) -> str:
    use_language(language)
    try:
        return _(check.title)
    finally:
        use_language("en")


def test_names_and_titles_are_there_once_also_beside_those_of_the_house_style() -> None:
    every = [*PAIR_CHECKS, *CHECKS]
    assert len({check.name for check in every}) == len(every)
    for language in ("en", "es"):
        assert len({_title(check, language) for check in PAIR_CHECKS}) == len(PAIR_CHECKS)


@pytest.mark.parametrize("check", PAIR_CHECKS, ids=lambda check: check.name)
def test_a_check_has_a_page_under_its_title(check: PairCheck) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.name)
    for language in ("en", "es"):
        page = places.resource("help", language, "pair-checks", f"{check.name}.md")
        assert page.is_file(), page
        text = page.read_text("utf-8")
        assert text.splitlines()[0] == f"# {_title(check, language)}"
        assert len(text) > 300
        listed = places.resource("help", language, "pair-checks.md").read_text("utf-8")
        assert f"(pair-checks/{check.name})" in listed


def test_no_page_is_left_of_a_check_that_is_gone() -> None:
    for language in ("en", "es"):
        pages = {page.stem for page in places.resource("help", language, "pair-checks").glob("*.md")}
        assert pages == {check.name for check in PAIR_CHECKS}


def test_no_check_asks_which_language_it_is() -> None:
    for path in _FILES.rglob("*.py"):
        assert not re.search(r"language\w* (?:==|in) [\"(]", path.read_text("utf-8")), path.name
