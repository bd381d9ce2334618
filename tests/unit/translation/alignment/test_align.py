"""Aligning on texts whose beads are known, on disturbed ones, and on anything at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import BadInputError
from desktop.translation.alignment.align import align
from desktop.translation.alignment.beads import Alignment, Bead, Sentence, joined, shifted, split
from desktop.translation.alignment.knowledge import Knowledge, read_knowledge
from tests.unit.translation.alignment import gold

KNOWN = gold.knowledge()
WORD = st.sampled_from(
    ["Managua", "1,350", "1.350", "IOM", "OIM", "“", "”", "?", "casa", "house", "😀", "مرحبا", "https://a.example", "x"]
)
TEXTS = st.lists(st.lists(WORD, min_size=1, max_size=8).map(" ".join), max_size=7)


def aligned(pair: gold.GoldPair, *, has_structure: bool = False) -> Alignment:
    return align(pair.source, pair.target, pair.languages, KNOWN, has_structure=has_structure)


@pytest.mark.parametrize("has_structure", [False, True])
@pytest.mark.parametrize(("part", "bar"), [("development", 0.99), ("held_out", 0.98), ("final", 0.98)])
def test_the_share_of_beads_exactly_right(part: str, bar: float, *, has_structure: bool) -> None:
    right = wanted = found = 0
    for pair in gold.pairs(part):
        more = gold.scores(pair.beads, aligned(pair, has_structure=has_structure).beads)
        right, wanted, found = right + more[0], wanted + more[1], found + more[2]
    assert wanted > 130
    assert right / wanted >= bar
    assert right / found >= bar


@pytest.mark.parametrize("seed", range(3))
def test_sentences_joined_cut_and_dropped_at_random_are_found_again_and_doubts_are_where_the_faults_are(
    seed: int,
) -> None:
    right = wanted = found = sure_and_wrong = sure = 0
    for pair in gold.pairs("held_out"):
        disturbed = gold.disturbed(pair, seed)
        beads = aligned(disturbed).beads
        more = gold.scores(disturbed.beads, beads)
        right, wanted, found = right + more[0], wanted + more[1], found + more[2]
        truth = {(bead.source, bead.target) for bead in disturbed.beads}
        sure += sum(bead.confidence >= 0.97 for bead in beads)
        sure_and_wrong += sum(bead.confidence >= 0.97 and (bead.source, bead.target) not in truth for bead in beads)
    assert right / wanted >= 0.92
    assert right / found >= 0.92
    assert sure > 0.8 * found
    assert sure_and_wrong <= 0.02 * sure


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_every_sentence_is_in_exactly_one_bead(source: list[str], target: list[str]) -> None:
    found = align([Sentence(text) for text in source], [Sentence(text) for text in target], ("en", "es"), KNOWN)
    assert sorted(at for bead in found.beads for at in bead.source) == list(range(len(source)))
    assert sorted(at for bead in found.beads for at in bead.target) == list(range(len(target)))
    assert all(0.0 <= bead.confidence <= 1.0 and (bead.source or bead.target) for bead in found.beads)


def test_figures_names_and_addresses_align_languages_that_nothing_is_known_of() -> None:
    source = [Sentence(text) for text in ("Zurbi 12 Managua.", "Kala weba 4,500 https://a.example", "Ota Ferreira 77.")]
    target = [
        Sentence(text)
        for text in (
            "Mek 12 Managua.",
            "Extra nothing here at all in this line.",
            *("Pol drin 4.500 https://a.example", "Ferreira vun 77."),
        )
    ]
    found = align(source, target, ("sq", "eu"), Knowledge())
    assert [(bead.source, bead.target) for bead in found.beads if bead.is_pair] == [
        ((0,), (0,)),
        ((1,), (2,)),
        ((2,), (3,)),
    ]


def test_french_is_only_data() -> None:
    source = [
        "The floods left 18,500 families without water.",
        "Schools will open again on Monday.",
        "“We need doctors and medicine,” the mayor said.",
        "Engineers closed the old bridge on the northern road to heavy lorries until further notice.",
    ]
    target = [
        "Les inondations ont laissé 18 500 familles sans eau.",
        "Les écoles rouvriront lundi.",
        "« Nous avons besoin de médecins et de médicaments », a déclaré le maire.",
    ]
    found = align([Sentence(t) for t in source], [Sentence(t) for t in target], ("en", "fr"), KNOWN)
    assert [(bead.source, bead.target) for bead in found.beads] == [
        ((0,), (0,)),
        ((1,), (1,)),
        ((2,), (2,)),
        ((3,), ()),
    ]


def test_long_texts_are_aligned_along_a_corridor() -> None:
    pairs = [pair for pair in gold.pairs("development") if pair.languages == ("en", "es")]
    source = [s for _turn in range(3) for pair in pairs for s in pair.source]
    target = [s for _turn in range(3) for pair in pairs for s in pair.target]
    found = align(source, target, ("en", "es"), KNOWN)
    wanted = []
    here = there = 0
    for _turn in range(3):
        for pair in pairs:
            wanted += [Bead(tuple(i + here for i in b.source), tuple(j + there for j in b.target)) for b in pair.beads]
            here, there = here + len(pair.source), there + len(pair.target)
    right, every, _found = gold.scores(wanted, found.beads)
    assert len(source) > 400
    assert right / every > 0.97


def test_a_checkpoint_can_stop_it() -> None:
    def stop() -> None:
        raise BadInputError("stop")

    with pytest.raises(BadInputError):
        align([Sentence("a")], [Sentence("b")], ("en", "es"), KNOWN, checkpoint=stop)


def _alignment() -> Alignment:
    source = tuple(Sentence(text) for text in "abcd")
    target = tuple(Sentence(text) for text in "wxyz")
    return Alignment(source, target, (Bead((0,), (0,), 0.4), Bead((1, 2), (1,), 0.5), Bead((3,), (2, 3), 0.6)))


def test_rows_are_joined_split_and_moved() -> None:
    both = joined(_alignment(), 0)
    assert [(b.source, b.target) for b in both.beads] == [((0, 1, 2), (0, 1)), ((3,), (2, 3))]
    parts = split(_alignment(), 1)
    assert [(b.source, b.target) for b in parts.beads] == [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2, 3))]
    moved = shifted(_alignment(), 2, side="target", down=False)
    assert [(b.source, b.target) for b in moved.beads] == [((0,), (0,)), ((1, 2), (1, 2)), ((3,), (3,))]
    ended = shifted(_alignment(), 2, side="target", down=True)
    assert [(b.source, b.target) for b in ended.beads][2:] == [((3,), (2,)), ((), (3,))]
    for deed in (
        lambda: joined(_alignment(), 2),
        lambda: split(parts, 2),
        lambda: shifted(parts, 2, side="target", down=True),
    ):
        with pytest.raises(BadInputError):
            deed()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["join", "split", "source", "target"]), st.integers(0, 9), st.booleans()), max_size=12
    )
)
def test_no_edit_loses_a_sentence(edits: list[tuple[str, int, bool]]) -> None:
    now = _alignment()
    for name, number, down in edits:
        at = number % len(now.beads)
        try:
            if name == "join":
                now = joined(now, at)
            elif name == "split":
                now = split(now, at)
            else:
                now = shifted(now, at, side=name, down=down)
        except BadInputError:
            continue
        assert sorted(i for bead in now.beads for i in bead.source) == [0, 1, 2, 3]
        assert sorted(j for bead in now.beads for j in bead.target) == [0, 1, 2, 3]


def test_terms_of_the_office_count_as_evidence() -> None:
    rows = [{"en": "Border Desk (BDX)", "es": "Mesa Fronteriza (MFZ)"}]
    known = read_knowledge("en,es\n", "", rows)
    source = [Sentence("The Border Desk xyzzy, BDX, plugh."), Sentence("Frobnicate gleek thud.")]
    target = [Sentence("Waldo corge."), Sentence("Mesa Fronteriza quux, MFZ, fred thud.")]
    found = align(source, target, ("en", "es"), known)
    assert any(0 in bead.source and 1 in bead.target for bead in found.beads)
