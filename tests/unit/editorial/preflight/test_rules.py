"""Each rule of the preflight: what it finds, what it leaves alone, where it sends the reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.domain.document import BlockKind
from desktop.domain.release import NoticeKind, Release, ReleaseStatus, Version, VersionRole
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.segment import Segment, SegmentState
from desktop.editorial.preflight.reason import Flaw, Gate, Severity, Signature, SignatureKind
from desktop.editorial.preflight.rules import RULES, blocking, look_over
from tests.unit.editorial.preflight.material import GOOD, NOW, SIGNED, block, found, material


def test_nothing_stops_a_good_text() -> None:
    assert look_over(material()) == ()


def test_every_rule_is_in_the_list_once() -> None:
    modules = [rule.__module__ for rule in RULES]
    assert len(set(modules)) == len(modules) == 14


def test_what_blocks_comes_before_what_warns() -> None:
    reasons = look_over(material(block(BlockKind.LEAD, "XYZ says so.")))
    severities = [reason.severity for reason in reasons]
    assert severities == sorted(severities, key=lambda each: each is Severity.WARNS)
    assert Severity.BLOCKS in severities
    assert Severity.WARNS in severities


def test_no_signature_stops_the_leaving_but_not_the_signing() -> None:
    (reason,) = found("approval", signature=Signature(SignatureKind.NONE))
    assert reason.gate is Gate.LEAVING
    assert blocking((reason,), Gate.APPROVAL) == ()
    assert blocking((reason,), Gate.LEAVING) == (reason,)


def test_a_void_signature_names_the_approver_and_the_cause() -> None:
    signature = Signature(SignatureKind.VOID, SIGNED, "the text was changed afterwards.")
    (reason,) = found("approval", signature=signature)
    assert "Rosa" in reason.sentence
    assert "changed afterwards" in reason.sentence
    released = replace(material().version, status=ReleaseStatus.RELEASED)
    (reason,) = found("approval", signature=signature, version=released)
    assert "after it left" in reason.sentence


def _segment(number: int, source: str, target: str, state: SegmentState, made_from: str | None) -> Segment:
    return Segment(
        f"s{number}",
        "w",
        GOOD[0].id,
        number,
        RichText(source),
        RichText(made_from) if made_from is not None else None,
        RichText(target),
        state,
    )


def test_stale_and_unconfirmed_sentences_are_named_once_each() -> None:
    segments = (
        _segment(0, "12 countries met.", "11 países.", SegmentState.TRANSLATED, "11 countries met."),
        _segment(1, "They agreed.", "Acordaron.", SegmentState.DRAFT, "They agreed."),
        _segment(2, "It rained.", "", SegmentState.UNTRANSLATED, None),
        _segment(3, "It stopped.", "Paró.", SegmentState.TRANSLATED, "It stopped."),
    )
    (stale,) = found("stale", segments=segments)
    assert (stale.segment_id, stale.severity) == ("s0", Severity.BLOCKS)
    assert "12 countries met." in stale.sentence
    unconfirmed = found("unconfirmed", segments=segments)
    assert [reason.segment_id for reason in unconfirmed] == ["s1", "s2"]
    assert unconfirmed[0].sentence != unconfirmed[1].sentence.replace("It rained", "They agreed")


def test_many_sentences_are_named_to_five_and_counted_beyond() -> None:
    segments = tuple(_segment(n, f"Sentence {n}.", "", SegmentState.UNTRANSLATED, None) for n in range(8))
    reasons = found("unconfirmed", segments=segments)
    assert len(reasons) == 6
    assert "3" in reasons[-1].sentence
    assert reasons[-1].segment_id == "s5"


def test_open_gaps_are_named_with_their_place() -> None:
    text = RichText.of("In [place] today.", [Mark(3, 10, MarkKind.PLACEHOLDER, "place")])
    gap = replace(GOOD[2], text=text)
    (reason,) = found("gaps", GOOD[0], gap)
    assert (reason.block_id, reason.start, reason.end) == (gap.id, 3, 10)
    assert found("placeholders", GOOD[0], gap) == [], "a gap is told once"


@pytest.mark.parametrize(
    "text",
    ["XYZ said so.", "Date: TBC", "TBD.", "Lorem ipsum dolor", "Call [ ] now", "Call [...] now", "????", "XX people"],
)
def test_stopgaps_are_found(text: str) -> None:
    reasons = found("placeholders", *GOOD, block(BlockKind.PARAGRAPH, text))
    assert (len(reasons) == 1) is (text != "XX people"), "XX may be the Roman twenty"


@pytest.mark.parametrize(
    "text", ["XX Cumbre Iberoamericana", "siglo XXI", "the XIX Meeting", "[sic]", "What? Really?", "TBCs"]
)
def test_ordinary_words_are_no_stopgaps(text: str) -> None:
    assert found("placeholders", *GOOD, block(BlockKind.PARAGRAPH, text)) == []


def test_an_embargo_needs_a_zone_and_time_ahead() -> None:
    def release(**more: object) -> Release:
        return Release("r", "T", "press-release", "en", **more)  # type: ignore[arg-type]

    ahead = NOW + timedelta(hours=3)
    assert found("embargo", release=release(embargo_at=ahead, embargo_zone="America/Managua")) == []
    (no_zone,) = found("embargo", release=release(embargo_at=ahead))
    assert no_zone.severity is Severity.BLOCKS
    (odd,) = found("embargo", release=release(embargo_at=ahead, embargo_zone="Mars/Olympus"))
    assert odd.severity is Severity.BLOCKS
    (over,) = found("embargo", release=release(embargo_at=NOW, embargo_zone="America/Managua"))
    assert over.severity is Severity.WARNS
    early = release(embargo_at=ahead, embargo_zone="UTC", scheduled_at=NOW + timedelta(hours=1))
    assert [reason.severity for reason in found("embargo", release=early)] == [Severity.WARNS]


def test_headline_text_dateline_and_contact_are_missed() -> None:
    assert [r.severity for r in found("headline", GOOD[2])] == [Severity.BLOCKS]
    assert [r.severity for r in found("headline", GOOD[0])] == [Severity.BLOCKS], "a headline alone is no release"
    assert [r.severity for r in found("dateline", GOOD[0], GOOD[2])] == [Severity.WARNS]
    assert [r.severity for r in found("contact", *GOOD[:3])] == [Severity.WARNS]
    notice = Release("r", "T", "press-release", "en", notice=NoticeKind.CORRECTION)
    assert found("dateline", GOOD[0], GOOD[2], release=notice) == []


def test_images_without_words_deserve_a_look() -> None:
    silent, told = block(BlockKind.IMAGE, "", caption="The boat"), block(BlockKind.IMAGE, "x", alt="A boat at sea")
    (reason,) = found("images", *GOOD, silent, told)
    assert (reason.block_id, reason.severity) == (silent.id, Severity.WARNS)
    assert "The boat" in reason.sentence


def test_other_languages_are_named() -> None:
    (alone,) = found("languages", versions=(material().version,))
    assert alone.severity is Severity.WARNS
    waiting = Version("w", "r", "es", VersionRole.TARGET, ReleaseStatus.IN_REVIEW)
    (behind,) = found("languages", versions=(material().version, waiting))
    assert behind.sentence == "es is not approved yet."
    (named,) = found(
        "languages", versions=(material().version, waiting), language_names=(("es", "Spanish"), ("en", "English"))
    )
    assert named.sentence == "Spanish is not approved yet."
    assert behind.gate is Gate.LEAVING


def test_what_other_rooms_found_blocks_with_its_place() -> None:
    flaw = Flaw("Somebody asks: really?", GOOD[2].id, 4, 11)
    for rule, name in (("comments", "comments"), ("suggestions", "suggestions"), ("boilerplate", "outdated")):
        (reason,) = found(rule, **{name: (flaw,)})
        assert (reason.sentence, reason.block_id, reason.start, reason.end) == (flaw.sentence, GOOD[2].id, 4, 11)
        assert reason.severity is Severity.BLOCKS
