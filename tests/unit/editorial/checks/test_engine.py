from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.document import Document
from desktop.domain.errors import BadInputError
from desktop.domain.finding import Severity
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.stamp import Stamp
from desktop.editorial.checks.engine import CheckEngine
from desktop.editorial.checks.facts import StandingText, parse_holders
from desktop.editorial.checks.profile import HouseProfile, parse_profile
from desktop.editorial.checks.registry import CHECKS
from desktop.editorial.checks.rules import LanguageRules, parse_rules
from desktop.editorial.checks.spelling import Spelling
from tests.unit.editorial.checks.desk import all_found, document, facts, found, style

TEXT = ("headline| Posts Open", "They met in the the capital.  Some 80% came. ", "It was , they said, last year.")


def test_what_was_kept_is_what_is_found_anew() -> None:
    engine, told = CheckEngine(CHECKS), facts("en")
    text = document("en", *TEXT)
    first = engine.run(text, told)
    assert engine.run(text, told) == first
    blocks = list(text.blocks)
    blocks[1] = replace(blocks[1], text=RichText("They met in the capital."))
    edited = text.with_blocks(blocks)
    assert engine.run(edited, told) == CheckEngine(CHECKS).run(edited, told)
    assert engine.run(text, told) == first


def test_other_facts_are_heeded() -> None:
    engine, text = CheckEngine(CHECKS), document("en", "It begins today.")
    assert "24 November 2026" in engine.run(text, facts("en", type_=""))[0].message
    assert "1 May 2027" in engine.run(text, facts("en", type_="", on=date(2027, 5, 1)))[0].message


def test_findings_come_in_the_order_of_the_text() -> None:
    findings = all_found("en", *TEXT)
    places = [(each.block_id, each.start) for each in findings]
    assert places == sorted(places)
    assert Severity.PROBLEM.rank < Severity.WARNING.rank < Severity.SUGGESTION.rank


@settings(max_examples=40, deadline=None)
@given(st.text("abc ñé.“”%8 ", max_size=30), st.text("xyz 😀,", max_size=20))
def test_an_edit_in_another_sentence_keeps_the_hashes(before: str, after: str) -> None:
    sentence = "Some 80% of children came in the the night."
    alone = found("doubled-words", "en", sentence)[0]
    around = document("en", f"Once {before.strip()} there. {sentence} Then {after} it ended.", after)
    found_there = [
        each
        for each in CheckEngine(CHECKS).run(around, facts("en"))
        if each.check == "doubled-words" and each.found == alone.found
    ]
    assert any(each.everywhere == alone.everywhere for each in found_there)
    if "“" not in before and "." not in before and "”" not in before:
        assert any(each.here == alone.here for each in found_there)


def test_a_house_that_says_nothing_lets_the_text_decide() -> None:
    assert [each.found for each in found("per-cent", "en", "80% and 5 per cent.", profile=style("en"))] == [
        "5 per cent"
    ]
    assert not found("number-words", "en", "They opened 3 shelters.", profile=style("en"))


def test_a_language_without_rules_is_checked_for_what_is_the_same_in_all() -> None:
    findings = all_found("de", "Das ist ist  falsch.", "Der Minister XYZ.")
    assert {"doubled-words", "double-space", "placeholder-residue"} <= {each.check for each in findings}


def test_standing_texts_are_compared_with_the_day() -> None:
    old = StandingText("b1", "About IOM", "IOM has 165 member states and helps.", None, date(2020, 1, 1))
    new = StandingText("b1", "About IOM", "IOM has 175 member states and helps.", date(2020, 1, 2))
    line = "boilerplate| IOM has 165 member states and helps."
    (finding,) = found("outdated-boilerplate", "en", line, texts=(old, new))
    assert finding.fix is not None
    assert finding.fix.text == new.text
    assert not found(
        "outdated-boilerplate", "en", "boilerplate| IOM has 175 member states and helps.", texts=(old, new)
    )
    (none,) = found("outdated-boilerplate", "en", line, texts=(old,))
    assert none.fix is None


@pytest.mark.parametrize(
    "text", ["name = ", "[titles]\nen = 'x'", "name = 'x'\n[style.en]\nunknown = 1", "name = 'x'\nparts = 3"]
)
def test_a_bad_profile_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(BadInputError):
        parse_profile(text)


def test_bad_rules_and_holders_are_refused_with_a_sentence() -> None:
    with pytest.raises(BadInputError):
        parse_rules("en", "x = ")
    with pytest.raises(BadInputError):
        parse_holders("[[holders]]\nname = 'Ana'")


def test_rules_that_are_missing_find_nothing() -> None:
    rules = LanguageRules("xx")
    assert rules.any_of("said").search("she said") is None
    assert rules.pattern("clock").search("14:30") is None
    assert rules.date(3, 5, 2026) == "2026-5-3"


def test_office_holders_of_the_program_do_not_overlap() -> None:
    holders = facts("en").holders
    for one in holders:
        for other in holders:
            if one is not other and (one.organisation, one.office) == (other.organisation, other.office):
                assert (
                    one.to_on is None or other.from_on is None or one.to_on < other.from_on or one.from_on > other.to_on
                )  # type: ignore[operator]


def test_spelling_is_handed_in_as_one_more_check() -> None:
    @dataclass(frozen=True)
    class Wrong:
        block_id: str
        start: int
        end: int
        word: str

    def look(text: Document) -> list[Wrong]:
        return [Wrong(block.id, 5, 11, "pepole") for block in text if "pepole" in block.text.text]

    engine = CheckEngine([Spelling(look)])
    (finding,) = engine.run(document("en", "Some pepole came.", "Others left."), facts("en"))
    assert (finding.check, finding.block_id, finding.found) == ("spelling", "b0", "pepole")
    off = HouseProfile("x", off=frozenset({"spelling"}))
    assert engine.run(document("en", "Some pepole came."), facts("en", off)) == ()


def test_a_statement_is_one_persons_words() -> None:
    line = "quote| “We will act at once, and we will go on until the end.”"
    assert found("quote-speaker", "en", line)
    assert not found("quote-speaker", "en", line, type_="statement")


def test_a_text_under_revision_is_read_as_it_would_be() -> None:
    stamp = Stamp("a1", "Ana", datetime(2026, 11, 24, tzinfo=UTC)).value
    text = document("en", "They met in the the capital and the old the new town.")
    block = text.blocks[0]

    def struck(start: int, end: int) -> Document:
        marked = RichText.of(block.text.text, [Mark(start, end, MarkKind.DELETION, stamp)])
        return text.with_blocks([replace(block, text=marked)])

    def doubled(of: Document) -> list[tuple[int, int, bool]]:
        findings = CheckEngine(CHECKS).run(of, facts("en", type_=""))
        return [(each.start, each.end, each.fix is not None) for each in findings if each.check == "doubled-words"]

    assert [place[2] for place in doubled(text)] == [True]
    assert doubled(struck(12, 16)) == []
    both = doubled(struck(36, 40))
    assert [has_fix for _start, _end, has_fix in both] == [True, False]
    assert block.text.text[both[1][0] : both[1][1]].replace("old ", "") == "the the"
