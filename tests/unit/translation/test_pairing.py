"""What happens to translations when the source changes under them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.release import Progress
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.segment import Segment, SegmentState
from desktop.translation.pairing import pair, progress, rank_for, reconcile
from desktop.translation.segmentation import SourceSentence
from tests.unit.translation.pairing_tools import (
    after,
    classes,
    confirm,
    live_targets,
    new_id,
    to_sentences,
    translated,
)

A = "Officials from the 11 countries of the region are meeting in Managua this week."
B = "They are discussing migration issues of common concern."
C = "The meeting ends today with a joint statement."
D = "Every day, migrants suffer abuses and discrimination."
TEXT = [("p1", [A, B]), ("p2", [C, D])]


def edited(blocks: list[tuple[str, list[str]]]) -> tuple[Segment, ...]:
    return after(translated(TEXT), blocks).segments


def test_a_new_version_has_a_segment_per_sentence_in_rank_order() -> None:
    found = after((), TEXT)
    assert [s.source.text for s in found.segments] == [A, B, C, D]
    assert found.changed == found.segments
    assert [s.rank for s in found.segments] == sorted({s.rank for s in found.segments})
    assert classes(found.segments) == ["new"] * 4
    assert progress(found.segments) == Progress(4, 0, 0)


def test_nothing_changed_means_nothing_to_write() -> None:
    segments = translated(TEXT)
    found = after(segments, TEXT)
    assert (found.changed, found.removed_ids) == ((), ())
    assert classes(found.segments) == ["unchanged"] * 4
    assert [each.number for each in pair(found.segments)] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("new", "change"),
    [
        (B.replace("common", "shared"), "reworded"),
        (B.replace(".", "…"), "cosmetic"),
        (B.replace("They", "they"), "cosmetic"),
        (B.replace("They are", "They are not"), "reworded"),
    ],
)
def test_an_edited_sentence_goes_stale_and_only_that(new: str, change: str) -> None:
    found = after(translated(TEXT), [("p1", [A, new]), ("p2", [C, D])])
    assert [s.source.text for s in found.changed] == [new]
    assert classes(found.segments) == ["unchanged", change, "unchanged", "unchanged"]
    assert found.segments[1].target.text == f"<{B}#1>"
    assert found.segments[1].is_stale
    assert progress(found.segments) == Progress(4, 3, 1)


def test_a_changed_number_is_numbers_only() -> None:
    assert classes(edited([("p1", [A.replace("11", "12"), B]), ("p2", [C, D])]))[0] == "numbers-only"


def test_marks_alone_are_cosmetic() -> None:
    sentences = list(to_sentences(TEXT))
    sentences[1] = replace(sentences[1], text=RichText(B).with_mark(0, 4, MarkKind.STRONG))
    found = reconcile(translated(TEXT), sentences, version_id="v", new_id=new_id)
    assert classes(found.segments)[1] == "cosmetic"


def test_a_word_put_back_makes_the_sentence_fresh() -> None:
    stale = edited([("p1", [A, B.replace("common", "shared")]), ("p2", [C, D])])
    found = after(stale, TEXT)
    assert classes(found.segments) == ["unchanged"] * 4


def test_a_sentence_typed_in_between_is_new_and_disturbs_nobody() -> None:
    before = translated(TEXT)
    found = after(before, [("p1", [A, "A new thought stands here.", B]), ("p2", [C, D])])
    assert classes(found.segments) == ["unchanged", "new", "unchanged", "unchanged", "unchanged"]
    assert [s.id for s in found.segments if s.has_translation] == [s.id for s in before]
    assert len(found.changed) == 2, "the new one, and the one whose index moved on"


def test_a_deleted_sentence_waits_in_the_tray_and_comes_back() -> None:
    gone = edited([("p1", [A]), ("p2", [C, D])])
    assert classes(gone) == ["unchanged", "unchanged", "unchanged", "gone"]
    assert (gone[3].block_id, gone[3].index, gone[3].target.text) == ("p1", -1, f"<{B}#1>")
    assert pair(gone)[3].number == 0
    assert progress(gone) == Progress(3, 3, 0)
    assert live_targets(after(gone, TEXT).segments) == live_targets(translated(TEXT))


def test_an_untranslated_sentence_that_goes_leaves_nothing() -> None:
    first = after((), TEXT).segments
    found = after(first, [("p1", [A]), ("p2", [C, D])])
    assert found.removed_ids == (first[1].id,)
    assert first[1].id not in {s.id for s in found.segments}


def test_a_moved_block_moves_its_translations() -> None:
    blocks = [("p1", [A, B]), ("p2", [C]), ("p3", [D])]
    segments = after(translated(blocks), [("p3", [D]), ("p1", [A, B]), ("p2", [C])]).segments
    assert classes(segments) == ["moved", "unchanged", "unchanged", "unchanged"]
    assert not any(s.is_stale for s in segments)
    settled_now = confirm(segments, segments[0].id, "<d>")
    assert classes(settled_now) == ["unchanged"] * 4
    assert rank_for(settled_now, settled_now[0].id) == settled_now[0].rank


def test_a_sentence_cut_in_two_keeps_its_translation_on_the_first_part() -> None:
    whole = "The states agreed on a plan for the region, and they will meet again in Panama in May."
    before = translated([("p", [A, whole, B])])
    parts = ["The states agreed on a plan for the region.", "They will meet again in Panama in May."]
    segments = after(before, [("p", [A, *parts, B])]).segments
    assert classes(segments) == ["unchanged", "split", "new", "unchanged"]
    assert segments[1].id == before[1].id
    assert classes(after(segments, [("p", [A, whole, B])]).segments) == ["unchanged"] * 3


def test_a_long_second_part_is_still_a_split() -> None:
    whole = "They agreed, and the ministers of all eleven countries will meet again in Panama in the month of May."
    before = translated([("p", [A, whole, B])])
    parts = ["They agreed.", "The ministers of all eleven countries will meet again in Panama in the month of May."]
    assert classes(after(before, [("p", [A, *parts, B])]).segments) == ["unchanged", "split", "new", "unchanged"]


def test_two_sentences_run_together() -> None:
    first, second = "The states agreed on a plan for the region.", "They will meet again in Panama in May."
    before = translated([("p", [A, first, second, B])])
    one = "The states agreed on a plan for the region and they will meet again in Panama in May."
    segments = after(before, [("p", [A, one, B])]).segments
    assert classes(segments) == ["unchanged", "merged", "unchanged", "gone"]
    assert segments[1].id == before[1].id
    back = after(segments, [("p", [A, first, second, B])]).segments
    assert live_targets(back) == live_targets(before)
    assert classes(back) == ["unchanged"] * 4


def test_two_paragraphs_joined_change_nothing_for_the_translator() -> None:
    assert classes(edited([("p1", [A, B, C, D])])) == ["unchanged"] * 4


def test_equal_sentences_keep_their_own_translations() -> None:
    blocks = [("p1", ["Thank you.", A]), ("p2", ["Thank you.", B])]
    before = translated(blocks)
    swapped = after(before, [("p2", ["Thank you.", B]), ("p1", ["Thank you.", A])]).segments
    by_id = {s.id: s for s in swapped}
    assert [by_id[s.id].block_id for s in before] == ["p1", "p1", "p2", "p2"]
    without_first = after(before, [("p1", [A]), ("p2", ["Thank you.", B])]).segments
    assert live_targets(without_first) == [before[1].target.text, before[2].target.text, before[3].target.text]
    assert live_targets(after(without_first, blocks).segments) == live_targets(before)


def test_an_equal_sentence_typed_elsewhere_steals_nothing() -> None:
    before = translated(TEXT)
    segments = after(before, [("p0", [D]), *TEXT]).segments
    assert classes(segments) == ["new", "unchanged", "unchanged", "unchanged", "unchanged"]


def test_of_two_equal_sentences_the_edited_one_goes_stale() -> None:
    before = translated([("p", ["Thank you.", "Thank you."])])
    first = after(before, [("p", ["Thank you all.", "Thank you."])]).segments
    assert live_targets(first) == live_targets(before)
    assert classes(first) == ["reworded", "unchanged"]
    both = after(first, [("p", ["Thank you all.", "Thank you all."])]).segments
    assert live_targets(both) == live_targets(before)


def test_a_stale_sentence_stays_where_it_is_while_others_change() -> None:
    stale = edited([("p1", [A, B.replace("common", "shared and old")]), ("p2", [C, D])])
    again = after(stale, [("p1", [B.replace("common", "shared and old")]), ("p2", [C, D])]).segments
    assert again[0].target.text == f"<{B}#1>"
    assert classes(again) == ["reworded", "unchanged", "unchanged", "gone"]


def test_a_sentence_written_anew_is_new_and_the_old_one_is_kept() -> None:
    segments = edited([("p1", [A, "Rain fell on empty streets all night long."]), ("p2", [C, D])])
    assert classes(segments) == ["unchanged", "new", "unchanged", "unchanged", "gone"]


def test_typing_key_by_key_never_loses_the_segment() -> None:
    before = translated(TEXT)
    segments: tuple[Segment, ...] = before
    new = "They are speaking about questions of shared interest to all."
    steps = [B[:-1] + new[:n] + "." for n in range(0, len(new), 3)]
    steps += [B[:n] + new for n in range(len(B) - 1, 0, -5)]
    for step in steps:
        segments = after(segments, [("p1", [A, step]), ("p2", [C, D])]).segments
        assert segments[1].id == before[1].id
        assert len(segments) == 4


def test_a_gap_filled_is_a_rewording() -> None:
    gap = RichText.of("The meeting is in [City].", [Mark(18, 24, MarkKind.PLACEHOLDER, "city")])
    first = reconcile((), [SourceSentence("p", 0, gap)], version_id="v", new_id=new_id).segments
    done = [replace(s, target=s.source, made_from=s.source, state=SegmentState.TRANSLATED) for s in first]
    filled = reconcile(
        done, [SourceSentence("p", 0, RichText("The meeting is in [City]."))], version_id="v", new_id=new_id
    )
    assert classes(filled.segments) == ["reworded"]


def test_a_confirmed_segment_whose_neighbours_are_untranslated_has_not_moved() -> None:
    segments = after((), TEXT).segments
    segments = confirm(segments, segments[2].id, "<c>")
    grown = after(segments, [("p0", ["Before it all."]), *TEXT, ("p3", ["After it all."])]).segments
    assert classes(grown) == ["new", "new", "new", "unchanged", "new", "new"]
    assert [s.rank for s in grown] == sorted(s.rank for s in grown)


# --- properties ---------------------------------------------------------------------------------------

_WORDS = ["the", "states", "met", "and", "agreed", "on", "12", "plans", "for", "people", "who", "move", "in", "2014"]
_SENTENCES = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map(lambda words: " ".join(words) + ".")
_STOCK = st.one_of(st.sampled_from(["Thank you.", "It is so.", "We agree."]), _SENTENCES)
_TEXTS = st.lists(st.lists(_STOCK, min_size=1, max_size=4), min_size=1, max_size=4)
_EDITS = st.lists(
    st.tuples(
        st.sampled_from(["reword", "drop", "add", "split", "join", "drop-block", "swap", "move-block", "merge-blocks"]),
        st.integers(0, 20),
        st.integers(0, 20),
        _STOCK,
    ),
    max_size=8,
)


def apply_edit(blocks: list[tuple[str, list[str]]], edit: tuple[str, int, int, str]) -> list[tuple[str, list[str]]]:
    kind, a, b, text = edit
    blocks = [(block_id, list(texts)) for block_id, texts in blocks]
    if not blocks:
        return [("n", [text])]
    at = a % len(blocks)
    texts = blocks[at][1]
    here = b % len(texts) if texts else 0
    if kind == "add" or not texts:
        texts.insert(here, text)
    elif kind == "reword":
        texts[here] = texts[here].replace(" ", " " + text.rstrip(".") + " ", 1)
    elif kind == "drop":
        del texts[here]
    elif kind == "split" and " " in texts[here]:
        left, right = texts[here].split(" ", 1)
        texts[here : here + 1] = [left + ".", right]
    elif kind == "join" and here + 1 < len(texts):
        texts[here : here + 2] = [texts[here][:-1] + " and " + texts[here + 1]]
    elif kind == "drop-block":
        del blocks[at]
    elif kind == "swap":
        other = (here + 1) % len(texts)
        texts[here], texts[other] = texts[other], texts[here]
    elif kind == "move-block":
        blocks.insert(b % len(blocks), blocks.pop(at))
    elif kind == "merge-blocks" and at + 1 < len(blocks):
        texts.extend(blocks.pop(at + 1)[1])
    return blocks


def kept(segments: tuple[Segment, ...]) -> Counter[tuple[object, ...]]:
    return Counter((s.id, s.made_from, s.target, s.state, s.rank) for s in segments if s.has_translation)


@settings(max_examples=300, deadline=None)
@given(_TEXTS, _EDITS, st.booleans())
def test_whatever_happens_nothing_is_lost_and_undoing_it_heals_everything(
    texts: list[list[str]], edits: list[tuple[str, int, int, str]], is_by_id: bool
) -> None:
    original = [(f"b{n}", each) for n, each in enumerate(texts)]
    before = translated(original)
    segments, blocks = before, original
    for edit in edits:
        blocks = apply_edit(blocks, edit)
        given_order = tuple(sorted(segments, key=lambda s: s.id)) if is_by_id else segments
        segments = after(given_order, blocks).segments
        assert kept(segments) == kept(before)
        live = [s for s in segments if not s.is_gone]
        assert [(s.block_id, s.index, s.source) for s in live] == [
            (each.block_id, each.index, each.text) for each in to_sentences(blocks)
        ]
        assert len({s.id for s in segments}) == len(segments)
        assert len(pair(segments)) == len(segments)
        assert after(segments, blocks).segments == segments, "asking twice changes nothing"
    healed = after(segments, original).segments
    assert set(classes(healed)) <= {"unchanged"}
    assert live_targets(healed) == live_targets(before)


@settings(max_examples=150, deadline=None)
@given(_TEXTS, _EDITS, st.lists(st.integers(0, 30), max_size=4))
def test_translating_in_between_loses_nothing_either(
    texts: list[list[str]], edits: list[tuple[str, int, int, str]], confirmed: list[int]
) -> None:
    blocks = [(f"b{n}", each) for n, each in enumerate(texts)]
    segments = after((), blocks).segments
    wanted: set[str] = set()
    for step, edit in enumerate(edits):
        if step < len(confirmed) and segments:
            segment = segments[confirmed[step] % len(segments)]
            if not segment.is_gone:
                wanted.discard(segment.target.text)
                segments = confirm(segments, segment.id, f"<{step}>")
                wanted.add(f"<{step}>")
                assert next(c.change for c in pair(segments) if c.segment.id == segment.id).value == "unchanged"
        blocks = apply_edit(blocks, edit)
        segments = after(segments, blocks).segments
        assert wanted <= {s.target.text for s in segments}
        free = [s.rank for s in segments if not s.is_gone and not s.has_translation]
        assert all(free)
