"""The office's own templates beside the built-in ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.app.sample import fill_sample
from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.release import ReleaseQuery
from desktop.editorial import template_edits as edits
from desktop.editorial.template_writing import template_toml
from desktop.editorial.templates import Template, fill
from desktop.publishing.formats import FORMATS
from desktop.services import exporting, releases, templates
from desktop.services.templates import OfferedTemplate
from tests.integration.services.office import Office


def built_in(office: Office, name: str = "statement") -> Template:
    return next(each for each in office.tools.templates if each.name == name)


def names(office: Office) -> list[str]:
    return [each.template.name for each in office.do(templates.offered_templates, office.tools)]


def copied(office: Office) -> OfferedTemplate:
    return office.do(templates.duplicate_template, office.tools, built_in(office)).value


def test_a_built_in_one_is_copied_to_be_changed(office: Office) -> None:
    outcome = office.do(templates.duplicate_template, office.tools, built_in(office))
    own = outcome.value
    assert not own.is_built_in
    assert own.template.title("en") == "Statement (copy)"
    assert names(office) == ["press-release", "media-advisory", "statement", own.template.name]
    assert office.do(templates.template_named, office.tools, own.template.name) == own.template
    again = office.undo(outcome)
    assert own.template.name not in names(office)
    office.undo(again)
    assert own.template.name in names(office)


def test_saving_keeps_the_name_that_releases_carry(office: Office) -> None:
    own = copied(office)
    changed = edits.with_title(own.template, "en", "Reaction")
    outcome = office.do(templates.save_template, office.tools, changed, template_id=own.id)
    assert outcome.value.template.title("en") == "Reaction"
    assert outcome.value.template.name == own.template.name
    office.undo(outcome)
    assert office.do(templates.template_named, office.tools, own.template.name) == own.template


def test_undo_does_not_take_back_what_came_later(office: Office) -> None:
    own = copied(office)
    first = office.do(
        templates.save_template, office.tools, edits.with_title(own.template, "en", "One"), template_id=own.id
    )
    office.do(templates.save_template, office.tools, edits.with_title(own.template, "en", "Two"), template_id=own.id)
    with pytest.raises(ConflictError):
        office.undo(first)


def test_what_is_wrong_is_not_stored(office: Office) -> None:
    own = copied(office)
    wrong = replace(own.template, gaps=own.template.gaps[1:])
    with pytest.raises(BadInputError, match="not described"):
        office.do(templates.save_template, office.tools, wrong, template_id=own.id)
    assert office.do(templates.template_named, office.tools, own.template.name) == own.template


def test_a_template_goes_to_another_office_as_a_file(office: Office) -> None:
    content = template_toml(built_in(office)).encode()
    own = office.do(templates.import_template, office.tools, b"\xef\xbb\xbf" + content).value
    assert own.template.name == "statement-2"
    assert own.template.gaps == built_in(office).gaps
    assert own.template.blocks == built_in(office).blocks


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"no template", b'name = "x"', b"x" * 1_000_001])
def test_a_bad_file_adds_nothing(office: Office, content: bytes) -> None:
    with pytest.raises(BadInputError):
        office.do(templates.import_template, office.tools, content)
    assert len(names(office)) == 3


def test_deleting_a_template_leaves_its_releases(office: Office) -> None:
    own = copied(office)

    def make(unit: object) -> str:
        blocks = fill(own.template, "en", {"subject": "Peace"}, new_id=unit.ids.new)  # type: ignore[attr-defined]
        made = releases.create_release(unit, type_=own.template.name, language="en", blocks=blocks)  # type: ignore[arg-type]
        return made.value.release.id

    release_id = office.do(make)
    export = office.do(exporting.gather_export, release_id, "en", "txt")
    assert export.content().decode().startswith("DRAFT") or "STATEMENT (COPY)" in export.content().decode()
    assert "STATEMENT (COPY)" in export.content().decode()
    assert "txt" in FORMATS
    outcome = office.do(templates.remove_template, own.id)
    assert own.template.name not in names(office)
    assert office.do(lambda unit: unit.releases.get(release_id)).type == own.template.name
    office.undo(outcome)
    assert own.template.name in names(office)


def test_a_release_becomes_a_template_that_makes_the_release_again(office: Office) -> None:
    fill_sample(office.workspace, office.tools)
    seed = office.do(lambda unit: unit.releases.page(ReleaseQuery(text="XIX")))[0].release
    own = office.do(templates.add_from_release, office.tools, seed.id, None).value
    assert edits.problems(own.template) == ()
    assert own.template.titles["en"].startswith("IOM Director General")
    assert "{edition_1}" in own.template.blocks["en"][0].text
    blocks = fill(own.template, "en", {"edition_1": "XX"}, new_id=iter("abcdefghijklmnopqrstuvwxyz").__next__)
    assert "Attends XX Annual Meeting" in blocks[0].text.text
    few = office.do(templates.add_from_release, office.tools, seed.id, ["edition-1"]).value
    assert [gap.name for gap in few.template.gaps if not gap.name.startswith("contact")] == ["edition_1"]
    assert few.template.name != own.template.name
