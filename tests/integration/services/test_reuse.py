"""A new release from an earlier one: what is filled, open, renewed and dropped, and the translation that comes along."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.app.sample import fill_sample
from desktop.domain.boilerplate import Boilerplate, BoilerplateText
from desktop.domain.contact import Contact, EmailAddress, Phone
from desktop.domain.document import Block, BlockKind
from desktop.domain.errors import ConflictError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Approval, Release, ReleaseQuery, ReleaseStatus
from desktop.domain.richtext import RichText
from desktop.domain.segment import ChangeClass, PairedSegment, SegmentOrigin, SegmentState
from desktop.editorial.reuse.answers import Answer, Decision
from desktop.services import directory, drafting, releases, reuse, reuse_plan, translating
from desktop.services.releases import OpenRelease
from desktop.services.reuse_plan import Renewal, ReusePlan
from tests.integration.services.office import Office

KEEP = Answer(Decision.KEEP)


@pytest.fixture
def seeded(office: Office) -> Office:
    fill_sample(office.workspace, office.tools)
    return office


def seed_of(office: Office) -> Release:
    page = office.do(lambda unit: unit.releases.page(ReleaseQuery(text="XIX")))
    return page[0].release


def plan_of(office: Office, release_id: str) -> ReusePlan:
    return office.do(reuse_plan.plan_reuse, office.tools, release_id)


def made(office: Office, plan: ReusePlan, new: dict[str, str], *, opened: tuple[str, ...] = ()) -> OpenRelease:
    """A new release with some old words replaced, some left open, and the rest kept."""
    answers = {
        gap.group: Answer(Decision.FILL, new[gap.old]) if gap.old in new else KEEP
        for gap in plan.asked
        if gap.old not in opened
    }
    return office.do(reuse.new_from, office.tools, plan.release.id, answers, text_hash=plan.text_hash).value


def pairs_of(office: Office, opened: OpenRelease) -> tuple[PairedSegment, ...]:
    version = opened.version_in("es")
    assert version is not None
    return office.do(translating.open_grid, version.id).pairs


def pair_with(pairs: tuple[PairedSegment, ...], words: str) -> PairedSegment:
    return next(pair for pair in pairs if words in pair.segment.source.text)


def test_the_seed_becomes_next_years(seeded: Office) -> None:
    plan = plan_of(seeded, seed_of(seeded).id)
    new = {"XIX": "XX", "Nicaragua": "Honduras", "William Lacy Swing": "Amy Elena Pope", "12": "13"}
    opened = made(seeded, plan, new, opened=("this week",))
    assert opened.release.title == (
        "IOM Director General Attends XX Annual Meeting of the Regional Conference on Migration in Honduras"
    )
    texts = {block.kind: block for block in reversed(opened.document.blocks)}
    assert texts[BlockKind.DATELINE].text.text == "Honduras –"
    assert texts[BlockKind.DATELINE].attr("place") == "Honduras"
    assert "the 13 countries" in texts[BlockKind.LEAD].text.text
    assert "are [this week] holding" in texts[BlockKind.LEAD].text.text
    assert [name for _block, name in opened.document.open_gaps()] == ["relative-date-1"]
    quotes = opened.document.of_kind(BlockKind.QUOTE)
    assert quotes[0].attr("speaker") == "Amy Elena Pope"
    assert quotes[1].text.text.startswith("Director General Pope stressed")
    old = {block.id for block in plan.document.blocks}
    assert not old & {block.id for block in opened.document.blocks}


def test_nothing_decided_leaves_every_find_open(seeded: Office) -> None:
    plan = plan_of(seeded, seed_of(seeded).id)
    opened = seeded.do(reuse.new_from, seeded.tools, plan.release.id, {}).value
    assert [name for _block, name in opened.document.open_gaps()] == [gap.group for gap in plan.gaps]


def test_unchanged_sentences_come_along_as_context_matches_to_confirm(seeded: Office) -> None:
    plan = plan_of(seeded, seed_of(seeded).id)
    opened = made(seeded, plan, {"XIX": "XX", "2014": "2027"})
    pairs = pairs_of(seeded, opened)
    same = pair_with(pairs, "But even in the short term")
    assert (same.change, same.segment.state, same.segment.origin) == (
        ChangeClass.UNCHANGED,
        SegmentState.DRAFT,
        SegmentOrigin.MEMORY,
    )
    assert not same.is_stale
    assert same.segment.target.text.startswith("Pero también a corto plazo")
    year = pair_with(pairs, "entering the U.S. in 2027")
    assert year.change is ChangeClass.NUMBERS_ONLY
    assert "in 2014 will" in (year.segment.made_from or RichText()).text
    version = opened.version_in("es")
    assert version is not None
    assert version.progress.done == 0, "nothing is silently final"
    accepted = seeded.do(translating.accept_change, year.segment.id).value
    assert "en 2027 será" in accepted.target.text
    context = seeded.do(reuse.carried_unchanged, version.id)
    assert same.segment.id in {segment.id for segment in context}
    assert year.segment.id not in {segment.id for segment in context}


def test_a_new_word_leaves_the_old_translation_visibly_stale(seeded: Office) -> None:
    plan = plan_of(seeded, seed_of(seeded).id)
    opened = made(seeded, plan, {"William Lacy Swing": "Amy Pope"}, opened=("12",))
    pairs = pairs_of(seeded, opened)
    for words in ("Ambassador Amy Pope said", "the [12] countries"):
        pair = pair_with(pairs, words)
        assert pair.change is ChangeClass.REWORDED
        assert pair.is_stale
        assert pair.segment.target.text
    # a gap that is filled later with another figure is a change of numbers only, against the real old source
    lead = opened.document.of_kind(BlockKind.LEAD)[0]
    at = lead.text.text.index("[12]")
    edits = [
        drafting.PutBlock(replace(lead, text=RichText(lead.text.text[:at] + "14" + lead.text.text[at + 4 :])), None)
    ]
    before = opened.document.blocks[opened.document.index(lead.id) - 1].id
    seeded.do(drafting.save_edits, seeded.tools, opened.source.id, [replace(edits[0], after_id=before)])
    pair = pair_with(pairs_of(seeded, opened), "the 14 countries")
    assert pair.change is ChangeClass.NUMBERS_ONLY
    assert "los 14 países" in seeded.do(translating.accept_change, pair.segment.id).value.target.text


def test_datelines_are_built_in_the_other_language_too(seeded: Office) -> None:
    plan = plan_of(seeded, seed_of(seeded).id)
    pair = pair_with(pairs_of(seeded, made(seeded, plan, {"Nicaragua": "Geneva"})), "Geneva –")
    assert (pair.segment.target.text, pair.segment.origin) == ("Ginebra –", SegmentOrigin.GENERATED)
    assert pair.segment.state is SegmentState.DRAFT


def test_confirming_what_came_along_is_one_deed(seeded: Office) -> None:
    opened = made(seeded, plan_of(seeded, seed_of(seeded).id), {"XIX": "XX"})
    version = opened.version_in("es")
    assert version is not None
    before = seeded.do(translating.open_grid, version.id).progress
    outcome = seeded.do(reuse.confirm_carried, version.id)
    assert outcome.value > 5
    assert seeded.do(translating.open_grid, version.id).progress.done == outcome.value
    again = seeded.undo(outcome)
    assert seeded.do(translating.open_grid, version.id).progress == before
    seeded.undo(again)
    assert seeded.do(translating.open_grid, version.id).progress.done == outcome.value


def test_undo_takes_the_new_release_away(seeded: Office) -> None:
    seed = seed_of(seeded)
    outcome = seeded.do(reuse.new_from, seeded.tools, seed.id, {})
    count = seeded.do(lambda unit: unit.releases.count(ReleaseQuery()))
    seeded.undo(outcome)
    assert seeded.do(lambda unit: unit.releases.count(ReleaseQuery())) == count - 1
    assert seed_of(seeded).id == seed.id


def test_embargo_number_status_and_approvals_are_visibly_dropped(office: Office) -> None:
    old = office.release()

    def sign(unit: UnitOfWork) -> None:
        release = unit.releases.get(old.release.id)
        at = datetime(2026, 6, 26, 20, 0, tzinfo=UTC)
        unit.releases.put(
            replace(
                release,
                embargo_at=at,
                embargo_zone="America/Managua",
                number="2026/014",
                status=ReleaseStatus.APPROVED,
                topics=("health",),
            )
        )
        text = unit.documents.load(old.source.id).content_hash()
        unit.releases.put_approval(Approval(unit.ids.new(), old.source.id, text, "Eva", at))

    office.do(sign)
    plan = plan_of(office, old.release.id)
    told = " ".join(plan.dropped)
    for words in ("2026-06-26 20:00", "2026/014", "draft again", "approvals stay"):
        assert words in told
    opened = made(office, plan, {})
    release = opened.release
    assert (release.embargo_at, release.embargo_zone, release.number) == (None, "", "")
    assert release.status is ReleaseStatus.DRAFT
    assert release.topics == ("health",)
    assert office.do(lambda unit: unit.releases.approvals(opened.source.id)) == ()


def with_contact(office: Office) -> tuple[Contact, OpenRelease]:
    person = Contact(
        "", "Ana", "Mora", emails=(EmailAddress("am@example.org", is_public=True),), phones=(Phone("+50622125327"),)
    )
    saved = office.do(directory.save_contact, person).value

    def work(unit: UnitOfWork) -> OpenRelease:
        blocks = [
            Block(unit.ids.new(), BlockKind.HEADLINE, RichText("Station opens")),
            Block(unit.ids.new(), BlockKind.CONTACT, RichText("Ask"), (("contact", saved.id),)),
        ]
        return releases.create_release(unit, type_="press-release", language="en", blocks=blocks).value

    return saved, office.do(work)


def test_contacts_are_todays(office: Office) -> None:
    person, old = with_contact(office)
    (same,) = plan_of(office, old.release.id).renewed
    assert same.renewal is Renewal.SAME
    office.do(directory.save_contact, replace(person, phones=(Phone("+50622220000"),)))
    (renewed,) = plan_of(office, old.release.id).renewed
    assert renewed.renewal is Renewal.RENEWED
    opened = made(office, plan_of(office, old.release.id), {})
    assert "+506 2222 0000" in opened.document.blocks[-1].text.text


def test_who_left_or_must_not_be_contacted_is_an_open_gap_with_a_sentence(office: Office) -> None:
    person, old = with_contact(office)
    barred = office.do(directory.save_contact, replace(person, is_do_not_contact=True)).value
    (told,) = plan_of(office, old.release.id).renewed
    assert told.renewal is Renewal.OPEN
    assert "must not be contacted" in told.sentence
    assert made(office, plan_of(office, old.release.id), {}).document.open_gaps()
    office.do(directory.remove_contacts, [barred.id])
    (told,) = plan_of(office, old.release.id).renewed
    assert "no longer in the directory" in told.sentence
    assert "+506" not in made(office, plan_of(office, old.release.id), {}).document.plain_text


def test_boilerplate_is_todays(office: Office) -> None:
    def work(unit: UnitOfWork) -> OpenRelease:
        about = unit.boilerplates.put(
            Boilerplate(
                unit.ids.new(), "About", texts=(BoilerplateText(unit.ids.new(), "en", RichText("Since 1951.")),)
            )
        )
        blocks = [
            Block(unit.ids.new(), BlockKind.HEADLINE, RichText("Station opens")),
            Block(unit.ids.new(), BlockKind.BOILERPLATE, RichText("Founded long ago."), (("boilerplate", about.id),)),
        ]
        opened = releases.create_release(unit, type_="press-release", language="en", blocks=blocks).value
        new = replace(about, texts=(replace(about.texts[0], text=RichText("With 175 member states.")),))
        unit.boilerplates.put(new)
        return opened

    old = office.do(work)
    (renewed,) = plan_of(office, old.release.id).renewed
    assert renewed.renewal is Renewal.RENEWED
    assert plan_of(office, old.release.id).gaps == ()
    assert made(office, plan_of(office, old.release.id), {}).document.blocks[-1].text.text == "With 175 member states."


def test_a_release_that_changed_meanwhile_is_not_reused_blindly(office: Office) -> None:
    old = office.release()
    plan = plan_of(office, old.release.id)
    office.do(drafting.replace_text, office.tools, old.source.id, "40 villages", "45 villages")
    with pytest.raises(ConflictError):
        made(office, plan, {})
    assert office.do(lambda unit: unit.releases.count(ReleaseQuery())) == 1


def test_every_language_comes_along_and_only_what_was_translated(office: Office) -> None:
    old = office.release()
    office.spanish(old)
    office.do(translating.add_version, office.tools, old.release.id, "fr")
    opened = made(office, plan_of(office, old.release.id), {})
    assert [version.language for version in opened.versions] == ["en", "es", "fr"]
    french = opened.version_in("fr")
    assert french is not None
    states = {pair.segment.state for pair in office.do(translating.open_grid, french.id).pairs}
    assert states == {SegmentState.UNTRANSLATED}


def test_the_directory_is_asked_for_what_the_text_names(office: Office) -> None:
    for given, family in (("Zsófia", "Kővári"), ("Nobody", "Here")):
        office.do(directory.save_contact, Contact("", given, family))
    old = office.release(
        text=((BlockKind.HEADLINE, "Visit"), (BlockKind.LEAD, "Later Zsófia Kővári came. Kővári left."))
    )
    gaps = plan_of(office, old.release.id).gaps
    assert [(gap.kind.value, gap.old) for gap in gaps] == [("person", "Zsófia Kővári"), ("person", "Kővári")]
