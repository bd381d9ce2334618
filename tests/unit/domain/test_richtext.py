"""Rich text against a naive model of one entry per code point."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.richtext import Mark, MarkKind, RichText, Run, canonical_marks, join, merge_runs
from tests.unit.domain.strategies import (
    assert_canonical,
    kinds,
    loose_marks,
    model_of,
    painted,
    rich_texts,
    texts,
    values,
)

STRONG, LINK, GAP = MarkKind.STRONG, MarkKind.LINK, MarkKind.PLACEHOLDER


@given(st.data(), texts)
def test_canonical_marks_say_what_painting_would(data: st.DataObject, text: str) -> None:
    marks = data.draw(loose_marks(len(text)))
    rich = RichText.of(text, marks)
    assert model_of(rich) == painted(text, marks)
    assert_canonical(rich)


@given(st.data(), texts)
def test_canonical_is_a_fixed_point(data: st.DataObject, text: str) -> None:
    once = canonical_marks(data.draw(loose_marks(len(text))), len(text))
    assert canonical_marks(once, len(text)) == once
    assert canonical_marks(reversed(once), len(text)) == once


@given(rich_texts(), st.integers(-2, 16), st.one_of(st.none(), st.integers(0, 16)))
def test_a_slice_keeps_what_stands_over_it(rich: RichText, start: int, end: int | None) -> None:
    part = rich.slice(start, end)
    stop = len(rich) if end is None else min(end, len(rich))
    assert model_of(part) == model_of(rich)[max(0, min(start, stop)) : stop]
    assert_canonical(part)


@given(rich_texts(), st.integers(0, 12))
def test_cutting_and_adding_changes_nothing(rich: RichText, place: int) -> None:
    assert rich.slice(0, place) + rich.slice(place) == rich


@given(rich_texts(), rich_texts(), rich_texts())
def test_adding_is_associative_with_an_empty_neutral(one: RichText, two: RichText, three: RichText) -> None:
    assert (one + two) + three == one + (two + three)
    assert one + RichText() == one == RichText() + one
    assert model_of(one + two) == model_of(one) + model_of(two)


@given(rich_texts(), st.data(), rich_texts())
def test_replacing_by_rich_text(rich: RichText, data: st.DataObject, new: RichText) -> None:
    start = data.draw(st.integers(0, len(rich)))
    end = data.draw(st.integers(start, len(rich)))
    changed = rich.replace(start, end, new)
    assert model_of(changed) == model_of(rich)[:start] + model_of(new) + model_of(rich)[end:]
    assert_canonical(changed)


@given(rich_texts(), st.data(), texts)
def test_replacing_by_plain_text_takes_the_marks_that_span_the_place(
    rich: RichText, data: st.DataObject, new: str
) -> None:
    start = data.draw(st.integers(0, len(rich)))
    end = data.draw(st.integers(start, len(rich)))
    changed = rich.replace(start, end, new)
    assert changed.text == rich.text[:start] + new + rich.text[end:]
    assert_canonical(changed)
    model, written = model_of(rich), model_of(changed)
    assert written[:start] == model[:start]
    assert written[start + len(new) :] == model[end:]
    for _, over in written[start : start + len(new)]:
        spanning = {m.kind: m.value for m in rich.marks if m.start <= start and m.end >= end}
        if start < end:
            assert over == spanning
        else:
            # Typing between two characters: only a mark that holds both takes the new text in.
            assert over == {m.kind: m.value for m in rich.marks if m.start < start < m.end}


@given(rich_texts(), st.data(), kinds, values)
def test_marking_and_unmarking(rich: RichText, data: st.DataObject, kind: MarkKind, value: str) -> None:
    start = data.draw(st.integers(0, len(rich)))
    end = data.draw(st.integers(start, len(rich)))
    marked = model_of(rich.with_mark(start, end, kind, value))
    bare = model_of(rich.without_mark(kind, start, end))
    for place, (character, over) in enumerate(model_of(rich)):
        rest = {each: text for each, text in over.items() if each is not kind}
        if start <= place < end:
            assert marked[place] == (character, {**over, kind: value})
            assert bare[place] == (character, rest)
        else:
            assert marked[place] == bare[place] == (character, over)
    assert_canonical(rich.with_mark(start, end, kind, value))
    assert_canonical(rich.without_mark(kind, start, end))
    assert not rich.without_mark(kind).marks_of(kind)


@given(rich_texts())
def test_runs_join_to_the_text_and_back(rich: RichText) -> None:
    runs = list(rich.runs())
    assert "".join(run.text for run in runs) == rich.text
    assert all(run.text for run in runs)
    assert merge_runs(runs) == rich
    flat = [(character, dict(run.marks)) for run in runs for character in run.text]
    assert flat == model_of(rich)


@given(rich_texts())
def test_runs_cut_to_single_characters_still_merge(rich: RichText) -> None:
    crumbs = [Run(character, run.marks) for run in rich.runs() for character in run.text]
    assert merge_runs(crumbs) == rich


@given(rich_texts())
def test_json_round_trip(rich: RichText) -> None:
    assert RichText.from_json(json.loads(json.dumps(rich.to_json()))) == rich


@pytest.mark.parametrize("foreign", [{}, {"text": "a", "marks": [[0, 1, "blink", ""]]}, {"text": "a", "marks": [[0]]}])
def test_json_of_a_foreign_shape_is_refused(foreign: dict[str, object]) -> None:
    with pytest.raises((KeyError, ValueError)):
        RichText.from_json(foreign)


@given(rich_texts())
def test_strip_is_the_strings_own(rich: RichText) -> None:
    stripped = rich.strip()
    assert stripped.text == rich.text.strip()
    left = len(rich.text) - len(rich.text.lstrip()) if stripped.text else 0
    assert model_of(stripped) == model_of(rich)[left : left + len(stripped)]


@given(rich_texts())
def test_map_text_carries_marks_along(rich: RichText) -> None:
    assert rich.map_text(lambda text: text) == rich
    doubled = rich.map_text(lambda text: "".join(character * 2 for character in text))
    assert model_of(doubled) == [each for each in model_of(rich) for _ in range(2)]
    assert rich.map_text(lambda _: "") == RichText()


@given(st.lists(rich_texts(), max_size=4), st.sampled_from(["", " ", " – "]))
def test_join(parts: list[RichText], separator: str) -> None:
    joined = join(parts, separator)
    assert joined.text == separator.join(part.text for part in parts)
    assert_canonical(joined)


def test_two_links_side_by_side_stay_two() -> None:
    rich = RichText.of("abcd", [Mark(0, 2, LINK, "x"), Mark(2, 4, LINK, "y")])
    assert [mark.value for mark in rich.marks] == ["x", "y"]


def test_a_later_link_wins_where_two_overlap() -> None:
    rich = RichText.of("abcdef", [Mark(0, 6, LINK, "x"), Mark(2, 4, LINK, "y")])
    assert [(mark.start, mark.end, mark.value) for mark in rich.marks] == [(0, 2, "x"), (2, 4, "y"), (4, 6, "x")]


def test_typing_at_a_links_edge_stays_outside_of_it() -> None:
    rich = RichText.of("see here", [Mark(4, 8, LINK, "x")])
    assert rich.replace(4, 4, "just ").marks == (Mark(9, 13, LINK, "x"),)
    assert rich.replace(8, 8, " now").marks == (Mark(4, 8, LINK, "x"),)
    assert rich.replace(6, 6, "-").marks == (Mark(4, 9, LINK, "x"),)


def test_open_gaps_are_listed_in_order() -> None:
    rich = RichText.of(
        "[City] and [Date] and [City]", [Mark(22, 28, GAP, "city"), Mark(0, 6, GAP, "city"), Mark(11, 17, GAP, "date")]
    )
    assert rich.placeholders() == ("city", "date", "city")


def test_neighbouring_gaps_of_one_name_are_two_gaps_only_with_text_between() -> None:
    rich = RichText.plain("[City]").with_mark(0, 6, GAP, "city")
    assert len((rich + RichText.plain(" ") + rich).placeholders()) == 2
    assert len((rich + rich).placeholders()) == 1


def test_run_answers_its_marks() -> None:
    (run,) = RichText.of("ab", [Mark(0, 2, LINK, "x")]).runs()
    assert run.has(LINK)
    assert run.value(LINK) == "x"
    assert run.value(STRONG) is None
