"""The target side: the assembled document, chips, deeds, lines."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.errors import BadInputError
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.segment import ChangeClass, Segment, SegmentOrigin, SegmentState
from desktop.places import resource
from desktop.translation import deeds
from desktop.translation.assembly import assemble, missing_sentence, segment_positions
from desktop.translation.chips import carry_chips, chips, extra_chips, insert_chip, missing_chips
from desktop.translation.lines import fill_from_lines
from desktop.translation.pairing import reconcile
from desktop.translation.segmentation import Segmenter, sentences
from tests.unit.translation.pairing_tools import NOW

SEGMENTER = Segmenter(resource("segmentation", "overlay.srx").read_text(encoding="utf-8"))
SOURCE = Document(
    "src",
    "en",
    (
        Block("h", BlockKind.HEADLINE, RichText("States agree on a plan")),
        Block("p", BlockKind.PARAGRAPH, RichText("They met.  They spoke.\nThey left.")),
        Block("e", BlockKind.PARAGRAPH),
        Block("d", BlockKind.DATELINE, RichText("Managua –"), (("place", "Managua"),)),
    ),
)


def segments_of(document: Document = SOURCE) -> tuple[Segment, ...]:
    numbers = count(1)
    found = reconcile((), sentences(document, SEGMENTER), version_id="v", new_id=lambda: f"s{next(numbers)}")
    return found.segments


def put(segments: tuple[Segment, ...], number: int, text: RichText | str) -> tuple[Segment, ...]:
    target = RichText(text) if isinstance(text, str) else text
    return tuple(
        deeds.confirm(s, target, rank=s.rank, author="Ana", now=NOW) if n == number else s
        for n, s in enumerate(segments)
    )


def test_the_target_has_the_source_s_shape_and_says_what_is_missing() -> None:
    segments = put(segments_of(), 1, RichText.of("Se reunieron.", [Mark(0, 2, MarkKind.STRONG)]))
    segments = put(segments, 3, " Se fueron. ")
    target = assemble(SOURCE, segments, version_id="v", language="xx")
    missing = missing_sentence("xx").text
    assert (target.id, target.language) == ("v", "xx")
    assert [(b.id, b.kind, b.attrs) for b in target] == [(b.id, b.kind, b.attrs) for b in SOURCE]
    assert [b.text.text for b in target] == [missing, f"Se reunieron.  {missing}\nSe fueron.", "", missing]
    assert target.blocks[1].text.marks_of(MarkKind.STRONG) == (Mark(0, 2, MarkKind.STRONG),)
    assert [m.value for b in target for m in b.text.marks_of(MarkKind.PROTECTED)] == ["untranslated"] * 3


def test_positions_point_at_the_segments_in_the_target() -> None:
    segments = put(segments_of(), 1, "Se reunieron.")
    target = assemble(SOURCE, segments, version_id="v", language="es")
    where = segment_positions(SOURCE, segments, "es")
    assert set(where) == {s.id for s in segments}
    for segment in segments:
        at = where[segment.id]
        block = target.block(at.block_id)
        assert block
        assert block.text.text[at.start : at.end] == (segment.target.text or missing_sentence("es").text)


def test_stale_targets_are_used_and_the_tray_is_not() -> None:
    segments = tuple(replace(s, target=RichText(f"<{s.id}>"), made_from=RichText("x")) for s in segments_of())
    gone = replace(segments[2], index=-1)
    target = assemble(SOURCE, (*segments[:2], *segments[3:], gone), version_id="v", language="es")
    assert target.blocks[1].text.text == "<s2> <s4>"
    assert assemble(SOURCE, (), version_id="v", language="es").blocks[0].text == missing_sentence("es")


@given(st.lists(st.text(alphabet="ab. \n“”", max_size=20), max_size=4))
def test_a_copied_source_is_the_source(texts: list[str]) -> None:
    source = Document("s", "en", tuple(Block(str(n), BlockKind.PARAGRAPH, RichText(t)) for n, t in enumerate(texts)))
    copied = tuple(deeds.copy_source(s, author="Ana", now=NOW) for s in segments_of(source))
    target = assemble(source, copied, version_id="v", language="es")
    assert [b.text.text for b in target] == [text.strip() for text in texts]


RICH = RichText.of(
    "Call [Name] of UNHCR or see the site.",
    [
        Mark(5, 11, MarkKind.PLACEHOLDER, "name"),
        Mark(15, 20, MarkKind.PROTECTED, "name"),
        Mark(32, 36, MarkKind.LINK, "https://a.example"),
    ],
)


def test_chips_are_found_missed_and_put_in() -> None:
    assert [(c.kind.value, c.value, c.text) for c in chips(RICH)] == [
        ("placeholder", "name", "[Name]"),
        ("protected", "name", "UNHCR"),
        ("link", "https://a.example", "site"),
    ]
    target = RichText("Llame a ")
    lacking = missing_chips(RICH, target)
    assert lacking == chips(RICH)
    target, at = insert_chip(target, 99, lacking[0])
    assert (target.text, at) == ("Llame a [Name]", 14)
    target, at = insert_chip(target, 10, lacking[1])
    assert target.text == "Llame a [Name]UNHCR", "never into another chip"
    assert missing_chips(RICH, target) == lacking[2:]
    assert extra_chips(RICH, target) == ()
    assert extra_chips(RichText("x"), target) == chips(target)
    assert chips(missing_sentence("es")) == ()


def test_a_translated_link_is_the_same_link_and_another_name_is_not() -> None:
    target = RichText.of(
        "el sitio, ACNUR", [Mark(3, 8, MarkKind.LINK, "https://a.example"), Mark(10, 15, MarkKind.PROTECTED, "name")]
    )
    assert [c.text for c in missing_chips(RICH, target)] == ["[Name]", "UNHCR"]
    assert [c.text for c in extra_chips(RICH, target)] == ["ACNUR"]


def test_plain_text_gets_its_chips_back_where_that_is_certain() -> None:
    carried = carry_chips(RICH, "Llame a [Name] de UNHCR, UNHCR o vea el site.")
    assert [c.text for c in chips(carried)] == ["[Name]", "site"]


def segment() -> Segment:
    return segments_of()[1]


def typed(before: Segment, text: str) -> Segment:
    return deeds.type_target(before, RichText(text), author="Ana", now=NOW)


def test_typing_begins_a_draft_and_emptying_it_ends_it() -> None:
    draft = typed(segment(), "Se")
    assert (draft.state, draft.made_from, draft.author, draft.updated_at) == (
        SegmentState.DRAFT,
        draft.source,
        "Ana",
        NOW,
    )
    assert typed(draft, "Se") is draft
    emptied = typed(draft, "")
    assert (emptied.state, emptied.made_from, emptied.has_translation) == (SegmentState.UNTRANSLATED, None, False)


def test_typing_on_does_not_answer_a_change_of_the_source_but_confirming_does() -> None:
    stale = replace(typed(segment(), "Se"), source=RichText("They talked."))
    more = typed(stale, "Se reunieron.")
    assert more.is_stale
    done = deeds.confirm(more, more.target, rank="Z", author="Eva", now=NOW)
    assert (done.is_stale, done.is_done, done.rank, done.author) == (False, True, "Z", "Eva")


def test_a_confirmed_translation_emptied_by_a_slip_remembers_what_it_was_made_from() -> None:
    done = put(segments_of(), 1, "Se reunieron.")[1]
    slip = typed(replace(done, source=RichText("They talked.")), "")
    assert (slip.state, slip.made_from, slip.is_stale) == (SegmentState.DRAFT, done.source, True)
    assert typed(slip, "Se reunieron.").is_stale


def test_what_cannot_be_confirmed_or_reviewed_is_refused_in_words() -> None:
    with pytest.raises(BadInputError):
        deeds.confirm(segment(), RichText(" "), rank="", author="", now=NOW)
    with pytest.raises(BadInputError):
        deeds.confirm(replace(segment(), index=-1), RichText("x"), rank="", author="", now=NOW)
    with pytest.raises(ValueError, match="draft"):
        deeds.confirm(segment(), RichText("x"), state=SegmentState.DRAFT, rank="", author="", now=NOW)
    with pytest.raises(BadInputError):
        deeds.mark_reviewed(typed(segment(), "x"), author="Eva", now=NOW)
    done = put(segments_of(), 1, "Se reunieron.")[1]
    assert deeds.mark_reviewed(done, author="Eva", now=NOW).state is SegmentState.REVIEWED


def accepted(before: Segment, kind: ChangeClass) -> Segment | None:
    return deeds.accept_change(
        before, kind, source_language="en", target_language="es", rank="M", author="Ana", now=NOW
    )


def test_accepting_answers_what_needs_no_translator() -> None:
    done = put(segments_of(), 1, "Se reunieron 11.")[1]
    cosmetic = accepted(replace(done, source=RichText("They met")), ChangeClass.COSMETIC)
    assert cosmetic
    assert (cosmetic.target, cosmetic.state, cosmetic.is_stale, cosmetic.rank) == (done.target, done.state, False, "M")
    numbers = replace(done, made_from=RichText("11 met."), source=RichText("12 met."))
    changed = accepted(numbers, ChangeClass.NUMBERS_ONLY)
    assert changed
    assert (changed.target.text, changed.is_stale) == ("Se reunieron 12.", False)
    assert accepted(replace(numbers, target=RichText("Se reunieron.")), ChangeClass.NUMBERS_ONLY) is None
    moved = accepted(done, ChangeClass.MOVED)
    assert moved
    assert moved.rank == "M"
    for kind in (ChangeClass.REWORDED, ChangeClass.SPLIT, ChangeClass.MERGED, ChangeClass.NEW, ChangeClass.GONE):
        assert accepted(numbers, kind) is None
    assert accepted(segment(), ChangeClass.COSMETIC) is None


def test_copying_the_source_is_a_draft_with_its_chips() -> None:
    source = RICH.with_mark(0, 4, MarkKind.LANGUAGE, "en")
    copied = deeds.copy_source(replace(segment(), source=source), author="Ana", now=NOW)
    assert (copied.target, copied.state, copied.origin) == (RICH, SegmentState.DRAFT, SegmentOrigin.COPIED)
    assert not copied.is_stale


def test_lines_fill_targets_in_order_and_empty_ones_leave_them_alone() -> None:
    segments = put(segments_of(), 0, "Titular")
    filled = fill_from_lines(
        segments, ["", "Se reunieron.", " ", "Se fueron. ", "Managua –", "", ""], author="", now=NOW
    )
    assert [s.target.text for s in filled] == ["Titular", "Se reunieron.", "", "Se fueron.", "Managua –"]
    assert [s.state.value for s in filled] == ["translated", "translated", "untranslated", "translated", "translated"]
    assert filled[1].origin is SegmentOrigin.FILE
    assert not any(s.is_stale for s in filled)
    assert filled[0] is segments[0]


@pytest.mark.parametrize(("lines", "given"), [(["a"] * 6, 6), (["a"] * 4, 4), ([], 0)])
def test_a_wrong_number_of_lines_is_refused_with_the_counts(lines: list[str], given: int) -> None:
    with pytest.raises(BadInputError, match=f"{given} .* 5 ") as caught:
        fill_from_lines(segments_of(), lines, author="", now=NOW)
    assert caught.value.kept
