"""Pre-translating from the text itself and from a memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.domain.document import BlockKind
from desktop.domain.richtext import RichText
from desktop.domain.segment import ChangeClass, Segment, SegmentOrigin, SegmentState
from desktop.services import pretranslating, translating
from desktop.translation.pretranslation import Match, Thresholds
from desktop.translation.statistics import Band
from tests.integration.services.office import Office

TEXT = (
    (BlockKind.HEADLINE, "Station opens"),
    (BlockKind.PARAGRAPH, "It serves 1,350 people in the north. It serves 2,400 people in the north."),
    (BlockKind.PARAGRAPH, "It serves 1,350 people in the north. It serves many people in the south. Seven ships."),
)


class Shelf:
    """A memory that knows sentences by their text."""

    def __init__(self, **known: tuple[str, int]) -> None:
        self.known = known
        self.asked: list[str] = []

    def best_of(
        self, segments: Sequence[Segment], version_id: str, source_language: str, target_language: str, least: int
    ) -> Mapping[str, Match]:
        assert (source_language, target_language) == ("en", "es")
        self.asked = [segment.source.text for segment in segments]
        found = {}
        for segment in segments:
            for words, (target, score) in self.known.items():
                if segment.source.text.startswith(words) and score >= least:
                    found[segment.id] = Match(RichText.plain(target), score, segment.source)
        return found


def _begun(office: Office) -> str:
    version = office.spanish(office.release(text=TEXT), is_filled=False)
    second = office.segments(version)[1]
    office.do(translating.type_target, second.id, RichText.plain("Atiende a 1.350 personas en el norte."))
    office.do(translating.confirm_segment, second.id)
    return version


def test_the_text_itself_fills_repeats_numbers_and_fuzzy_ones(office: Office) -> None:
    version = _begun(office)
    outcome = office.do(pretranslating.pretranslate, version, Thresholds(60, confirm=100))
    assert dict(outcome.value.by_band) == {Band.EXACT: 1, Band.B95: 1, Band.B50: 1}
    assert outcome.value.confirmed == 1
    now = office.segments(version)
    assert now[2].target.text == "Atiende a 2.400 personas en el norte."
    assert not now[2].is_stale
    assert (now[3].state, now[3].origin) == (SegmentState.TRANSLATED, SegmentOrigin.PROPAGATED)
    assert now[4].is_stale
    grid = office.do(translating.open_grid, version)
    assert grid.pairs[4].change is ChangeClass.REWORDED
    assert not now[5].has_translation
    office.undo(outcome)
    assert [s.has_translation for s in office.segments(version)] == [False, True, False, False, False, False]


def test_the_memory_is_asked_for_open_sentences_and_the_better_offer_counts(office: Office) -> None:
    version = _begun(office)
    shelf = Shelf(Station=("Abre la estación", 101), It=("Otra cosa", 97))
    report = office.do(pretranslating.pretranslate, version, Thresholds(75), shelf).value
    assert "It serves 1,350 people in the north." in shelf.asked
    assert len(shelf.asked) == 5
    now = office.segments(version)
    assert now[0].target.text == "Abre la estación"
    assert now[0].state is SegmentState.DRAFT
    assert now[3].target.text == "Atiende a 1.350 personas en el norte."
    assert now[1].target.text == "Atiende a 1.350 personas en el norte."
    assert report.by_band[Band.CONTEXT] == 1


def test_what_somebody_typed_is_not_touched(office: Office) -> None:
    version = _begun(office)
    third = office.segments(version)[2]
    office.do(translating.type_target, third.id, RichText.plain("Mío"))
    office.do(pretranslating.pretranslate, version, Thresholds(50))
    assert office.segments(version)[2].target.text == "Mío"


def test_statistics_of_a_version(office: Office) -> None:
    version = _begun(office)
    made = office.do(pretranslating.statistics, version, Shelf(Seven=("Siete", 100)))
    assert made.total.sentences == 6
    assert made.of(Band.REPETITION).count.sentences == 1
    assert made.of(Band.EXACT).count.words == 2
    assert made.of(Band.B95).inner.sentences == 1
