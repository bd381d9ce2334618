"""What is only suggested reaches no translation, no index, no title and no file; accepting it does."""

from __future__ import annotations

import pytest

from desktop.domain.comment import Anchor
from desktop.domain.document import Document
from desktop.domain.edits import diff_documents
from desktop.domain.richtext import RichText
from desktop.domain.suggesting import Pen, Place, enter, put
from desktop.domain.suggestions import accept, official_title, suggestions, with_all_rejected
from desktop.publishing.formats import FORMATS
from desktop.services import commenting, drafting, exporting, preflight, releases, translating
from desktop.services.releases import OpenRelease
from tests.integration.conftest import SteppingClock
from tests.integration.services.office import Office


def save(office: Office, before: Document, after: Document) -> Document:
    return office.do(drafting.save_edits, office.tools, before.id, diff_documents(before, after)).value


@pytest.fixture
def opened(office: Office) -> OpenRelease:
    return office.release()


@pytest.fixture
def spanish(office: Office, opened: OpenRelease) -> str:
    return office.spanish(opened)


@pytest.fixture
def pending(office: Office, opened: OpenRelease, spanish: str, clock: SteppingClock) -> Document:
    """Another headline, another figure, a sentence cut off into a paragraph of its own."""
    pen = Pen("Ben", clock.now, lambda: office.do(lambda uow: uow.ids.new()))
    blocks = opened.document.blocks
    start = blocks[1].text.text.index("40")
    blocks = put(blocks, Place(0, 0), Place(0, 5), RichText("Lake"), pen).blocks
    blocks = put(blocks, Place(1, start), Place(1, start + 2), RichText("41"), pen).blocks
    cut = blocks[1].text.text.index("It serves")
    blocks = enter(blocks, Place(1, cut), pen).blocks
    return save(office, opened.document, opened.document.with_blocks(blocks))


def test_translation_title_and_search_have_the_official_text(
    office: Office, opened: OpenRelease, spanish: str, pending: Document
) -> None:
    assert len(suggestions(pending)) == 3
    assert with_all_rejected(pending) == opened.document
    assert not any(each.is_stale or each.is_gone for each in office.segments(spanish))
    assert office.do(releases.open_release, opened.release.id).release.title == opened.document.title
    assert not office.do(lambda uow: uow.search.find("Lake"))
    assert office.do(translating.target_document, opened.source.id) == opened.document
    late = office.do(translating.add_version, office.tools, opened.release.id, "fr").value
    assert [s.source.text for s in office.segments(late.id)] == [s.source.text for s in office.segments(spanish)]


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_format_leaves_suggestions_out(
    office: Office, opened: OpenRelease, pending: Document, name: str, language: str
) -> None:
    made = office.do(exporting.gather_export, opened.release.id, language, name)
    for document in filter(None, (made.material.document, made.material.source)):
        assert "Lake" not in document.plain_text
        assert "4041" not in document.plain_text
    assert "lake" not in made.suggested_name.lower()
    assert made.content()


def test_only_what_is_accepted_goes_stale(office: Office, spanish: str, pending: Document) -> None:
    figure = next(each for each in suggestions(pending) if each.text == "41")
    now = save(office, pending, accept(pending, figure.id))
    stale = [each.source.text for each in office.segments(spanish) if each.is_stale]
    assert stale == ["It serves 41 villages."]
    save(office, now, pending)  # undone in the editor
    assert not any(each.is_stale for each in office.segments(spanish))


def test_a_kept_state_keeps_what_was_pending(office: Office, opened: OpenRelease, pending: Document) -> None:
    kept = office.do(drafting.keep_revision, opened.source.id, "reviewed").value
    assert kept is not None
    save(office, pending, with_all_rejected(pending))
    office.do(drafting.restore_revision, office.tools, opened.source.id, kept.id)
    assert office.do(drafting.open_draft, opened.source.id).document == pending


def test_the_title_of_the_official_text_needs_only_its_head(opened: OpenRelease, pending: Document) -> None:
    assert official_title(pending) == opened.document.title
    assert official_title(Document("d", "en", pending.blocks[1:])) == opened.document.blocks[1].text.text


def test_what_is_pending_stands_in_the_way_of_the_version(
    office: Office, opened: OpenRelease, pending: Document
) -> None:
    block = pending.blocks[1]
    office.do(commenting.comment_on_text, opened.source.id, Anchor(block.id, 0, 3, "The"), "Which?")
    found = [each.rule for each in office.do(preflight.readiness, opened.source.id).reasons]
    assert (found.count("suggestions"), found.count("comments")) == (3, 1)
    assert office.do(preflight.gather, opened.source.id).document == opened.document
