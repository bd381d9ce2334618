"""The way of a text: every step from every status, and where a release stands by its versions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.release import Release, ReleaseStatus
from desktop.editorial.workflow import LEFT, SIGNED, Step, after, allowed, is_allowed, release_status, why_not

NOW = datetime(2026, 5, 26, 8, tzinfo=UTC)
S = ReleaseStatus

WAY = {
    S.DRAFT: {Step.SUBMIT, Step.APPROVE},
    S.IN_REVIEW: {Step.SEND_BACK, Step.APPROVE},
    **{signed: {Step.SEND_BACK, Step.WITHDRAW_APPROVAL, Step.VOID, Step.PLAN, Step.RELEASE} for signed in SIGNED},
    S.RELEASED: {Step.CORRECT, Step.WITHDRAW},
    S.CORRECTED: {Step.CORRECT, Step.WITHDRAW},
    S.WITHDRAWN: set(),
}


def test_every_step_from_every_status_is_as_drawn() -> None:
    assert {status: set(allowed(status)) for status in S} == WAY


def test_what_is_not_possible_says_why_and_what_is_possible_says_nothing() -> None:
    for status in S:
        for step in Step:
            if step is not Step.UNDO:
                assert bool(why_not(step, status)) is not is_allowed(step, status), (step, status)


def test_a_signed_text_waits_for_its_embargo_then_for_its_hour() -> None:
    later = NOW + timedelta(hours=2)
    plain = Release("r", "T", "press-release", "en")
    embargoed = Release("r", "T", "press-release", "en", embargo_at=later, scheduled_at=later)
    planned = Release("r", "T", "press-release", "en", scheduled_at=later, embargo_at=NOW - timedelta(hours=1))
    assert [after(Step.APPROVE, each, NOW) for each in (plain, embargoed, planned)] == [
        S.APPROVED,
        S.EMBARGOED,
        S.SCHEDULED,
    ]
    assert after(Step.PLAN, planned, later + timedelta(seconds=1)) is S.APPROVED


@given(st.lists(st.sampled_from(list(S)), min_size=1, max_size=4))
def test_a_release_is_never_further_than_its_languages(statuses: list[ReleaseStatus]) -> None:
    found = release_status(statuses)
    assert (found in LEFT) is any(status in LEFT for status in statuses)
    if found in SIGNED:
        assert all(status in SIGNED for status in statuses)
    if found is S.DRAFT:
        assert set(statuses) == {S.DRAFT}
    if found is S.WITHDRAWN:
        assert {status for status in statuses if status in LEFT} == {S.WITHDRAWN}
    assert found == release_status(list(reversed(statuses))), "the order of the languages does not matter"


def test_one_signed_language_of_two_is_in_review() -> None:
    assert release_status([S.APPROVED, S.DRAFT]) is S.IN_REVIEW
    assert release_status([S.APPROVED, S.EMBARGOED]) is S.EMBARGOED
    assert release_status([S.RELEASED, S.DRAFT]) is S.RELEASED
    assert release_status([S.CORRECTED, S.WITHDRAWN]) is S.CORRECTED
