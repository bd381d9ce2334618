"""What a release reads once its references are looked up, and when it stops following them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from desktop.domain.boilerplate import Boilerplate, BoilerplateText
from desktop.domain.contact import Contact, Phone
from desktop.domain.document import Block, BlockKind, Document, make_attrs
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Approval
from desktop.domain.richtext import RichText
from desktop.editorial.preflight.reason import Severity
from desktop.services import (
    approving,
    directory,
    exporting,
    preflight,
    references,
    releases,
    resolving,
    translating,
    workflow,
)
from desktop.services import boilerplate as shelf
from desktop.services.releases import OpenRelease
from tests.integration.services.office import Office

ABOUT_2025 = "IOM has 174 member states."
ABOUT_2026 = "IOM has 175 member states."
SOBRE = "La OIM tiene 175 Estados Miembros."


def about(*languages: str) -> Boilerplate:
    texts = [
        BoilerplateText("", "en", RichText.plain(ABOUT_2025), valid_to=date(2025, 12, 31)),
        BoilerplateText("", "en", RichText.plain(ABOUT_2026), valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31)),
        BoilerplateText("", "es", RichText.plain(SOBRE)),
    ]
    return Boilerplate("", "About IOM", texts=tuple(text for text in texts if text.language in languages))


def with_references(office: Office, shelf_id: str, person_id: str = "") -> OpenRelease:
    def work(unit: UnitOfWork) -> OpenRelease:
        blocks = [
            Block(unit.ids.new(), BlockKind.HEADLINE, RichText.plain("Station opens")),
            Block(unit.ids.new(), BlockKind.LEAD, RichText.plain("It opened on Monday.")),
            Block(unit.ids.new(), BlockKind.BOILERPLATE, attrs=make_attrs({"boilerplate": shelf_id})),
        ]
        if person_id:
            contact = make_attrs({"contact": person_id})
            blocks.append(Block(unit.ids.new(), BlockKind.CONTACT, RichText.plain("Old line"), contact))
        return releases.create_release(unit, type_="press-release", language="en", blocks=blocks).value

    return office.do(work)


def read(office: Office, opened: OpenRelease, language: str = "en") -> Document:
    def work(unit: UnitOfWork) -> Document:
        return translating.target_document(unit, releases.version_of(unit, opened.release.id, language).id)

    return office.do(work)


def kept(office: Office, *languages: str) -> Boilerplate:
    return office.do(shelf.save_boilerplate, about(*(languages or ("en", "es")))).value


def sign(office: Office, document: Document) -> None:
    def work(unit: UnitOfWork) -> None:
        unit.revisions.add(document.id, document, label="approved", author="Ana")
        now = unit.clock.now()
        unit.releases.put_approval(Approval(str(uuid4()), document.id, document.content_hash(), "Ana", now))

    office.do(work)


def test_a_reference_reads_the_text_of_the_releases_day(office: Office) -> None:
    opened = with_references(office, kept(office).id)
    assert read(office, opened).blocks[2].text.text == ABOUT_2026
    before = datetime(2026, 1, 1, 3, tzinfo=UTC)  # still 31 December in Managua
    office.do(releases.set_embargo, opened.release.id, before, "America/Managua")
    assert read(office, opened).blocks[2].text.text == ABOUT_2025


def test_what_ended_is_an_open_gap_and_never_an_old_text(office: Office) -> None:
    opened = with_references(office, kept(office).id)
    office.do(releases.set_embargo, opened.release.id, datetime(2027, 3, 1, 12, tzinfo=UTC), "UTC")
    block = read(office, opened).blocks[2]
    assert block.text.text == "[About IOM: the library has no text for 1 March 2027]"
    assert read(office, opened).open_gaps() == ((block.id, "About IOM"),)
    (problem,) = office.do(resolving.boilerplate_problems, opened.source.id, read(office, opened))
    assert (problem.fault, problem.on, problem.is_blocking) == (
        resolving.ReferenceFault.ENDED,
        date(2026, 12, 31),
        True,
    )


def test_a_translation_takes_the_librarys_own_text_and_offers_no_sentence_for_it(office: Office) -> None:
    opened = with_references(office, kept(office).id)
    spanish = office.spanish(opened)
    assert [segment.source.text for segment in office.segments(spanish)] == ["Station opens", "It opened on Monday."]
    assert [block.text.text for block in read(office, opened, "es")][2] == SOBRE
    assert office.do(translating.open_grid, spanish).progress.total == 2


def test_without_a_text_in_the_language_it_is_translated_like_any_other(office: Office) -> None:
    opened = with_references(office, kept(office, "en").id)
    spanish = office.spanish(opened)
    assert office.segments(spanish)[2].source.text == ABOUT_2026
    assert read(office, opened, "es").blocks[2].text.text == f"«{ABOUT_2026}»"
    (problem,) = office.do(resolving.boilerplate_problems, spanish, read(office, opened, "es"))
    assert problem.fault is resolving.ReferenceFault.NO_TEXT
    assert not problem.is_blocking


def test_a_contact_line_follows_the_card_in_every_language(office: Office) -> None:
    card = Contact("", "Ana", "Mora", phones=(Phone("+50622125327", is_public=True),))
    person = office.do(directory.save_contact, card).value
    opened = with_references(office, kept(office).id, person.id)
    office.spanish(opened)
    assert read(office, opened).blocks[3].text.text.startswith("For more information, please contact Ana Mora")
    office.do(directory.save_contact, replace(person, phones=(Phone("+50622125337", is_public=True),)))
    assert "2212 5337" in read(office, opened).blocks[3].text.text
    assert read(office, opened, "es").blocks[3].text.text.startswith("Para más información")
    office.do(directory.remove_contacts, [person.id])
    assert read(office, opened).open_gaps()
    assert "2212" not in read(office, opened).plain_text + read(office, opened, "es").plain_text


def test_what_ended_stands_in_the_way_and_what_ends_soon_is_told(office: Office) -> None:
    opened = with_references(office, kept(office).id)

    def told() -> list[tuple[str, Severity]]:
        reasons = office.do(preflight.readiness, opened.source.id).reasons
        return [(each.sentence, each.severity) for each in reasons if each.rule == "boilerplate"]

    assert told() == []
    for day, words, severity in (
        (datetime(2026, 12, 20, 12, tzinfo=UTC), "ends soon", Severity.WARNS),
        (datetime(2027, 3, 1, 12, tzinfo=UTC), "has ended", Severity.BLOCKS),
    ):
        office.do(releases.set_embargo, opened.release.id, day, "UTC")
        assert told() == [(f"The text “About IOM” of the library {words}.", severity)]


def test_a_person_who_must_not_be_contacted_leaves_a_gap(office: Office) -> None:
    person = office.do(directory.save_contact, Contact("", "Ana", "Mora", is_do_not_contact=True)).value
    opened = with_references(office, kept(office).id, person.id)
    assert read(office, opened).blocks[3].text.text == "[Ana Mora must not be contacted: choose another contact]"


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_signed_text_stays_as_it_was_signed_until_somebody_edits_it(office: Office, language: str) -> None:
    library = kept(office)
    opened = with_references(office, library.id)
    office.spanish(opened)
    signed = read(office, opened, language)
    sign(office, signed)
    texts = tuple(replace(text, text=RichText.plain("Changed.")) for text in library.texts)
    changed = office.do(shelf.save_boilerplate, replace(library, texts=texts))
    assert read(office, opened, language).content_hash() == signed.content_hash()
    assert office.do(exporting.gather_export, opened.release.id, language, "txt").material.imprint.is_approved
    office.edit(opened, "on Monday", "on Tuesday")
    if language == "en":
        assert read(office, opened).blocks[2].text.text == "Changed."
        office.undo(changed)
        office.edit(opened, "on Tuesday", "on Monday")
        assert read(office, opened).content_hash() == signed.content_hash()


def test_a_deleted_text_leaves_a_gap_and_undo_fills_it(office: Office) -> None:
    library = kept(office)
    opened = with_references(office, library.id)
    deleted = office.do(shelf.remove_boilerplate, library.id)
    assert read(office, opened).blocks[2].text.placeholders()
    office.undo(deleted)
    assert read(office, opened).blocks[2].text.text == ABOUT_2026


def test_an_approval_holds_whatever_the_library_says_later_and_a_comma_voids_it(office: Office) -> None:
    library = kept(office)
    person = office.do(directory.save_contact, Contact("", "Ana", "Mora", phones=(Phone("+50622125327"),))).value
    opened = with_references(office, library.id, person.id)
    office.do(workflow.submit_for_review, opened.source.id)
    approval = office.do(approving.approve, opened.source.id, approver="Luis").value
    texts = tuple(replace(text, text=RichText.plain("Changed.")) for text in library.texts)
    office.do(shelf.save_boilerplate, replace(library, texts=texts))
    office.do(directory.remove_contacts, [person.id])
    now = read(office, opened)
    assert now.content_hash() == approval.content_hash
    assert now.blocks[2].text.text == ABOUT_2026
    assert "2212 5327" in now.blocks[3].text.text
    assert not office.do(references.redraw, office.tools, opened.source.id).changes
    assert office.do(resolving.boilerplate_problems, opened.source.id, now) == ()
    assert office.do(exporting.gather_export, opened.release.id, "en", "txt").material.imprint.is_approved
    office.edit(opened, "on Monday", "on Tuesday")
    assert not office.do(exporting.gather_export, opened.release.id, "en", "txt").material.imprint.is_approved
    assert read(office, opened).blocks[2].text.text == "Changed."
    assert read(office, opened).blocks[3].text.placeholders()
