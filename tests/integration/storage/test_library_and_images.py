"""The library, images, counts and references, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.asset import Asset
from desktop.domain.boilerplate import Boilerplate, BoilerplateText
from desktop.domain.document import Block, BlockKind, Document, make_attrs
from desktop.domain.edits import PutBlock, RemoveBlock
from desktop.domain.errors import ConflictError, NotFoundError
from desktop.domain.richtext import MarkKind, RichText
from desktop.storage.unit_of_work import SqlUnitOfWork
from desktop.storage.workspace import Workspace
from tests.integration.storage.desk import put_release

RICH = RichText.plain("La OIM: niñez 🧭 migrante").with_mark(3, 6, MarkKind.STRONG)


def kept(unit: SqlUnitOfWork, name: str = "Über uns", *texts: BoilerplateText) -> Boilerplate:
    return unit.boilerplates.put(Boilerplate(unit.ids.new(), name, "Press", "notes", texts))


def test_a_boilerplate_comes_back_with_its_texts_in_order(workspace: Workspace) -> None:
    later = BoilerplateText("t2", "es", RICH, "Ana", date(2026, 1, 1), date(2026, 12, 31))
    first = BoilerplateText("t1", "es", RichText.plain("antes"), valid_to=date(2025, 12, 31))
    english = BoilerplateText("t3", "en", RichText.plain("before"))
    with workspace.unit_of_work() as unit:
        stored = kept(unit, "Über uns", later, english, first)
        assert stored.texts == (english, first, later)
        assert unit.boilerplates.get(stored.id) == stored
        kept(unit, "About IOM")
    with workspace.unit_of_work() as unit:
        assert [each.name for each in unit.boilerplates.all()] == ["About IOM", "Über uns"]


def test_a_text_that_is_left_out_goes_and_may_come_back(workspace: Workspace) -> None:
    texts = (BoilerplateText("t1", "en", RICH), BoilerplateText("t2", "es", RICH))
    with workspace.unit_of_work() as unit:
        whole = kept(unit, "About", *texts)
        less = unit.boilerplates.put(replace(whole, texts=texts[:1]))
        assert less.languages == ("en",)
        again = unit.boilerplates.put(replace(whole, rev=less.rev))
        assert again.texts == whole.texts


def test_an_older_card_overwrites_nothing(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        old = kept(unit)
        new = unit.boilerplates.put(replace(old, name="Newer"))
        with pytest.raises(ConflictError):
            unit.boilerplates.put(replace(old, name="Older"))
        assert unit.boilerplates.get(old.id) == new


def test_a_deleted_boilerplate_is_gone_until_it_is_restored(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        stored = kept(unit, "About", BoilerplateText("t1", "en", RICH))
        unit.boilerplates.remove(stored.id)
        assert unit.boilerplates.all() == ()
        with pytest.raises(NotFoundError):
            unit.boilerplates.get(stored.id)
        unit.boilerplates.restore(stored.id)
        assert unit.boilerplates.get(stored.id).texts == stored.texts


def test_an_image_keeps_its_bytes_and_is_found_by_them(workspace: Workspace) -> None:
    content = bytes(range(256)) * 40
    with workspace.unit_of_work() as unit:
        asset = Asset(unit.ids.new(), "foto ñ.png", "image/png", "ab12", 640, 480, credit="Foto: OIM")
        stored = unit.assets.put(asset, content)
    with workspace.unit_of_work() as unit:
        assert unit.assets.content(stored.id) == content
        assert unit.assets.same_bytes("ab12") == stored
        assert unit.assets.same_bytes("cd34") is None
        said = unit.assets.put(replace(stored, alt="Una casa"))
        assert (said.alt, unit.assets.content(stored.id)) == ("Una casa", content)
        with pytest.raises(NotFoundError):
            unit.assets.get("nothing")
        with pytest.raises(NotFoundError):
            unit.assets.content("nothing")


def test_a_count_goes_up_by_one_and_each_name_has_its_own(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        assert [unit.settings.count_up("a"), unit.settings.count_up("a"), unit.settings.count_up("b")] == [1, 2, 1]
    with workspace.unit_of_work() as unit:
        assert unit.settings.count_up("a") == 3


def test_versions_that_refer_to_something_are_found_by_exactly_its_id(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        release, version, document = put_release(unit, "One.")
        about = Block("b1", BlockKind.BOILERPLATE, attrs=make_attrs({"boilerplate": "x_1%", "template": "about"}))
        unit.documents.apply(version.id, [PutBlock(about, document.blocks[-1].id)])
        assert unit.documents.versions_with("boilerplate", "x_1%") == (version.id,)
        assert unit.documents.versions_with("boilerplate", "xx1%") == ()
        assert unit.documents.versions_with("boilerplate", "x_1") == ()
        unit.documents.apply(version.id, [RemoveBlock("b1")])
        assert unit.documents.versions_with("boilerplate", "x_1%") == ()
        unit.documents.apply(version.id, [PutBlock(about, None)])
        unit.releases.remove(release.id)
        assert unit.documents.versions_with("boilerplate", "x_1%") == ()


def test_topics_in_use_and_numbers_ever_given(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        one, _version, _document = put_release(unit, "One.")
        two, _version, _document = put_release(unit, "Two.", title="Another")
        unit.releases.put(replace(unit.releases.get(one.id), topics=("niñez", "Border"), number="PR-1"))
        unit.releases.put(replace(unit.releases.get(two.id), topics=("Border",), countries=("NI", "CR")))
        assert unit.releases.topics() == ("Border", "niñez")
        assert unit.releases.get(two.id).countries == ("NI", "CR")
        unit.releases.remove(one.id)
        assert unit.releases.has_number("PR-1")
        assert not unit.releases.has_number("PR-2")


def test_a_related_link_is_stored_like_any_block(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        _release, version, document = put_release(unit, "One.")
        link = Block("l1", BlockKind.RELATED_LINK, RichText.plain("Site"), make_attrs({"url": "https://x.org/ñ"}))
        unit.documents.apply(version.id, [PutBlock(link, document.blocks[-1].id)])
        assert unit.documents.load(version.id) == Document(version.id, "en", (*document.blocks, link))
