from __future__ import annotations

import pytest

from desktop.domain.document import Block, BlockKind
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.editorial.checks.registry import CHECKS
from tests.unit.editorial.checks.desk import document, fixed, found
from tests.unit.editorial.checks.planted import PLANTED, Planted


@pytest.mark.parametrize("case", PLANTED, ids=lambda case: f"{case.check}-{case.language}-{case.lines[-1][:30]}")
def test_a_planted_error_is_found_and_its_like_is_not(case: Planted) -> None:
    findings = found(case.check, case.language, *case.lines, profile=case.profile)
    assert tuple(each.found for each in findings) == case.found
    if case.fixed is None:
        assert findings[0].fix is None
    elif case.fixed is not ...:
        text = document(case.language, *case.lines)
        assert fixed(text, findings[0]) == case.fixed
        again = document(case.language, *(case.lines[:-1] if len(case.lines) > 1 else ()), str(case.fixed))
        assert again.blocks


@pytest.mark.parametrize(
    "case", [case for case in PLANTED if case.found], ids=lambda case: f"{case.check}-{case.lines[-1][:30]}"
)
def test_every_finding_says_where_and_why(case: Planted) -> None:
    text = document(case.language, *case.lines)
    for finding in found(case.check, case.language, *case.lines, profile=case.profile):
        block = text.block(finding.block_id)
        assert block is not None
        assert 0 <= finding.start <= finding.end <= len(block.text.text)
        assert finding.message
        assert "{" not in finding.message
        assert len(finding.here) == len(finding.everywhere) == 32


def test_fixing_removes_the_finding() -> None:
    for case in PLANTED:
        if case.found and isinstance(case.fixed, str) and case.profile == "un-iom" and len(case.lines) == 1:
            kind, bar, _text = case.lines[0].partition("| ")
            line = f"{kind}{bar}{case.fixed}" if bar else case.fixed
            left = [each.found for each in found(case.check, case.language, line)]
            assert len(left) < len(case.found), (case.check, line, left)


def test_each_check_is_planted_and_spared_in_both_languages() -> None:
    one_language = {"ize-ise", "title-hyphen", "opening-marks", "gendered-titles", "open-gap", "accented-capitals"}
    for check in CHECKS:
        for language in ("en", "es"):
            cases = [case for case in PLANTED if case.check == check.name and case.language == language]
            if check.name not in one_language:
                assert any(case.found for case in cases), (check.name, language)
            if check.name != "open-gap":
                assert any(not case.found for case in cases), (check.name, language)


def test_an_open_gap_is_found_and_its_words_are_not_read() -> None:
    text = RichText.of("The meeting is on date of the event.", [Mark(18, 22, MarkKind.PLACEHOLDER, "date")])
    block = Block("b0", BlockKind.PARAGRAPH, text)
    assert [each.found for each in found("open-gap", "en", block)] == ["date"]
    filled = Block("b0", BlockKind.PARAGRAPH, RichText("The meeting is on 3 May."))
    assert found("open-gap", "es", filled) == ()


def test_words_marked_as_another_language_are_not_read() -> None:
    text = RichText.of("The “de de” is Spanish.", [Mark(5, 10, MarkKind.LANGUAGE, "es")])
    assert found("doubled-words", "en", Block("b0", BlockKind.PARAGRAPH, text)) == ()
    assert found("doubled-words", "en", Block("b0", BlockKind.PARAGRAPH, RichText(text.text)))
