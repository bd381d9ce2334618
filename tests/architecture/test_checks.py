"""Every check is tested, explained in both languages, and named."""

from __future__ import annotations

import re

import pytest

from desktop import places
from desktop.app.wiring import HOUSE_PROFILES
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.profile import parse_profile
from desktop.editorial.checks.registry import CHECKS
from desktop.editorial.spelling.check import SpellingCheck
from desktop.i18n import _, use_language
from tests.architecture.source_tree import ROOT
from tests.unit.editorial.checks.planted import PLANTED

_FILES = ROOT / "desktop" / "editorial" / "checks"


def _titles(language: str) -> dict[str, str]:
    use_language(language)
    try:
        return {check.name: _(check.title) for check in CHECKS}
    finally:
        use_language("en")


def test_names_and_titles_are_there_once() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    for language in ("en", "es"):
        titles = _titles(language)
        assert len(set(titles.values())) == len(CHECKS)
        assert all(titles.values())


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_has_planted_errors_and_a_page_under_its_title(check: Check) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.name)
    assert check.name == "open-gap" or any(case.check == check.name and case.found for case in PLANTED)
    for language in ("en", "es"):
        page = places.resource("help", language, "checks", f"{check.name}.md")
        assert page.is_file(), page
        text = page.read_text("utf-8")
        assert text.splitlines()[0] == f"# {_titles(language)[check.name]}"
        assert len(text) > 300
        listed = places.resource("help", language, "checks.md").read_text("utf-8")
        assert f"(checks/{check.name})" in listed


def test_no_page_is_left_of_a_check_that_is_gone() -> None:
    names = {check.name for check in CHECKS} | {SpellingCheck.name}
    for language in ("en", "es"):
        assert {page.stem for page in places.resource("help", language, "checks").glob("*.md")} == names


def test_every_check_class_is_registered_in_a_file_of_its_own() -> None:
    made = [
        path.stem for path in _FILES.glob("*.py") if re.search(r"^    name = \"", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert len(made) == len(CHECKS)
    assert len({type(check).__module__ for check in CHECKS}) == len(CHECKS)


def test_no_check_asks_which_language_it_is() -> None:
    for path in _FILES.glob("*.py"):
        assert not re.search(r"language\w* (?:==|in) [\"(]", path.read_text("utf-8")), path.name


def test_profiles_switch_only_checks_that_there_are() -> None:
    names = {check.name for check in CHECKS}
    files = {path.stem for path in places.resource("house_profiles").glob("*.toml")}
    assert files == set(HOUSE_PROFILES)
    for name in HOUSE_PROFILES:
        profile = parse_profile(places.resource("house_profiles", f"{name}.toml").read_text("utf-8"))
        assert profile.name == name
        assert profile.off <= names
        for language in ("en", "es"):
            assert profile.title(language)
            assert profile.says(language)
