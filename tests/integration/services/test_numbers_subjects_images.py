"""Numbers that are given once, what a release is about, and the images it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.domain.document import BlockKind
from desktop.domain.edits import PutBlock
from desktop.domain.errors import BadInputError, NotFoundError
from desktop.services import drafting, exporting, images, numbering, releases, translating
from desktop.services.images import NewImage
from tests.integration.services.office import Office
from tests.unit.publishing.material import png


def test_a_number_is_never_given_twice(office: Office) -> None:
    one, two, three = office.release(), office.release(), office.release()
    first = office.do(numbering.take_number, one.release.id)
    assert first.value.number == "PR-2026-001"
    office.undo(first)
    assert office.do(lambda unit: unit.releases.get(one.release.id)).number == ""
    assert office.do(numbering.take_number, two.release.id).value.number == "PR-2026-002"
    office.do(releases.set_facts, three.release.id, type_="press-release", number="PR-2026-003")
    office.do(releases.remove_release, three.release.id)
    assert office.do(numbering.next_number, one.release.id) == "PR-2026-004"
    assert office.do(numbering.take_number, one.release.id).value.number == "PR-2026-004"


def test_a_kind_and_a_year_have_counts_of_their_own(office: Office) -> None:
    one, two = office.release(), office.release()
    office.do(numbering.take_number, one.release.id)
    office.do(releases.set_facts, two.release.id, type_="statement", number="")
    assert office.do(numbering.next_number, two.release.id) == "ST-2026-001"
    office.do(releases.set_embargo, two.release.id, datetime(2027, 1, 1, 3, tzinfo=UTC), "America/Managua")
    assert office.do(numbering.next_number, two.release.id) == "ST-2026-001"
    office.do(releases.set_embargo, two.release.id, datetime(2027, 1, 1, 9, tzinfo=UTC), "America/Managua")
    assert office.do(numbering.next_number, two.release.id) == "ST-2027-001"


def test_the_offices_pattern_is_kept_and_a_wrong_one_is_not(office: Office) -> None:
    opened = office.release()
    changed = office.do(numbering.set_number_pattern, "{year}/{number}")
    assert office.do(numbering.take_number, opened.release.id).value.number == "2026/1"
    with pytest.raises(BadInputError):
        office.do(numbering.set_number_pattern, "{year}")
    assert office.do(numbering.number_pattern) == "{year}/{number}"
    office.undo(changed)
    assert office.do(numbering.number_pattern) == "{type}-{year}-{number:03}"


def test_topics_and_countries_are_tidied_and_taken_back(office: Office) -> None:
    opened = office.release()
    said = office.do(
        releases.set_subjects, opened.release.id, topics=["  Child   rights ", "Border", "Border", ""], countries=["ni"]
    )
    assert (said.value.topics, said.value.countries) == (("Child rights", "Border"), ("NI",))
    office.undo(said)
    assert office.do(lambda unit: unit.releases.get(opened.release.id)).topics == ()


def test_an_image_is_kept_once_and_leaves_with_the_release(office: Office) -> None:
    opened = office.release()
    new = NewImage(png(), "image/png", 320, 180, "station.png")
    first, again = office.do(images.add_images, [new, replace(new, file_name="copy.png")]).value
    assert first.id == again.id
    block = images.image_block(first, "img").with_attr("alt", "A house").with_attr("alt.es", "Una casa")
    office.do(drafting.save_edits, office.tools, opened.source.id, [PutBlock(block, opened.document.blocks[-1].id)])
    spanish = office.spanish(opened)
    exported = office.do(exporting.gather_export, opened.release.id, "es", "html").content().decode()
    assert 'alt="Una casa"' in exported
    assert "data:image/png;base64," in exported
    assert "A house" not in exported
    assert office.do(translating.target_document, spanish).blocks[-1].attr("alt") == "Una casa"
    assert not office.do(exporting.gather_export, opened.release.id, "es", "txt").material.images
    with pytest.raises(NotFoundError):
        office.do(images.image_content, "nothing")


def test_a_caption_is_translated_like_any_sentence(office: Office) -> None:
    opened = office.release()
    asset = office.do(images.add_images, [NewImage(png(), "image/png", 320, 180, "s.png")]).value[0]
    asset = replace(asset, caption="The station opens.")
    put = PutBlock(images.image_block(asset, "img"), opened.document.blocks[-1].id)
    office.do(drafting.save_edits, office.tools, opened.source.id, [put])
    spanish = office.spanish(opened)
    assert office.segments(spanish)[-1].source.text == "The station opens."
    document = office.do(translating.target_document, spanish)
    assert (document.blocks[-1].kind, document.blocks[-1].text.text) == (BlockKind.IMAGE, "«The station opens.»")


def test_what_is_said_of_an_image_is_what_the_next_block_begins_with(office: Office) -> None:
    asset = office.do(images.add_images, [NewImage(png(), "image/png", 320, 180, "s.png")]).value[0]
    block = images.image_block(asset, "i").with_attr("credit", "Photo: IOM").with_attr("rights", "press use")
    office.do(images.remember_said, block)
    office.do(images.remember_said, images.image_block(asset, "i"))
    again = office.do(images.add_images, [NewImage(png(), "image/png", 320, 180, "s.png")]).value[0]
    assert (again.credit, again.rights) == ("Photo: IOM", "press use")
    assert images.image_block(again).attr("credit") == "Photo: IOM"
    assert images.image_block(again).attr("size") == "320x180"
