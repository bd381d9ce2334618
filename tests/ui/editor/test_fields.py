"""References, images, quotes, links and facts through the editor's widgets, on a real workspace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.domain.boilerplate import Boilerplate, BoilerplateText
from desktop.domain.contact import Contact, Phone, Role
from desktop.domain.document import Block, BlockKind
from desktop.domain.richtext import RichText
from desktop.services import boilerplate as shelf
from desktop.services import directory
from desktop.ui.desk import Desk, Notice
from desktop.ui.editor.fields.block_part import BlockPart
from desktop.ui.editor.fields.facts_part import FactsPart
from desktop.ui.editor.fields.images_part import ImagesPart
from desktop.ui.editor.fields.references_part import ReferencesPart
from desktop.ui.editor.part import EditorPart
from desktop.ui.editor.screen import EditorScreen

Ask = Callable[[Any], Any]
P = TypeVar("P", bound=EditorPart)


def part(screen: EditorScreen, kind: type[P]) -> P:
    return next(each for each in screen.parts if isinstance(each, kind))


def block(screen: EditorScreen, kind: BlockKind) -> Block:
    return screen.page.current().of_kind(kind)[0]


def stored(ask: Ask, screen: EditorScreen) -> Any:
    opened = screen.opened
    assert opened is not None
    return ask(lambda uow: uow.documents.load(opened.source.id))


@pytest.fixture
def about(ask: Ask) -> Boilerplate:
    texts = (
        BoilerplateText("", "en", RichText.plain("IOM has 175 member states."), valid_to=date(2999, 12, 31)),
        BoilerplateText("", "es", RichText.plain("La OIM tiene 175 Estados Miembros.")),
    )
    return ask(lambda uow: shelf.save_boilerplate(uow, Boilerplate("", "About IOM", texts=texts))).value


@pytest.fixture
def inserted(screen: EditorScreen, about: Boilerplate, qtbot: QtBot, settle: Callable[[], None]) -> EditorScreen:
    screen.page.go_to("p2", 3)
    part(screen, ReferencesPart).insert(about)
    qtbot.waitUntil(lambda: bool(screen.page.current().of_kind(BlockKind.BOILERPLATE)))
    screen.autosave.save()
    settle()
    part(screen, ReferencesPart).follow(screen.page.current())
    qtbot.waitUntil(lambda: block(screen, BlockKind.BOILERPLATE).id in screen.page.notes)
    return screen


# -- references -------------------------------------------------------------------------------------------------


def test_a_text_of_the_library_is_inserted_locked_and_named(inserted: EditorScreen, about: Boilerplate) -> None:
    found = block(inserted, BlockKind.BOILERPLATE)
    assert (found.text.text, found.attr("boilerplate")) == ("IOM has 175 member states.", about.id)
    assert inserted.page.notes[found.id].text == "About IOM · valid until 31 December 2999"


def test_an_open_draft_is_redrawn_when_the_library_changes_and_when_that_is_undone(
    inserted: EditorScreen, about: Boilerplate, desk: Desk, qtbot: QtBot
) -> None:
    texts = tuple(replace(text, text=RichText.plain("IOM has 180 member states.")) for text in about.texts)
    desk.deed(lambda uow: shelf.save_boilerplate(uow, replace(about, texts=texts)))
    qtbot.waitUntil(lambda: "180" in block(inserted, BlockKind.BOILERPLATE).text.text)
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: "175" in block(inserted, BlockKind.BOILERPLATE).text.text)


def test_a_deleted_text_shows_a_gap_and_says_so(
    inserted: EditorScreen, about: Boilerplate, desk: Desk, qtbot: QtBot
) -> None:
    desk.deed(lambda uow: shelf.remove_boilerplate(uow, about.id))
    qtbot.waitUntil(lambda: bool(block(inserted, BlockKind.BOILERPLATE).text.placeholders()))
    key = block(inserted, BlockKind.BOILERPLATE).id
    qtbot.waitUntil(lambda: inserted.page.notes[key].text == "Deleted from the library")


def test_unlinking_makes_it_ordinary_text_and_the_pages_undo_links_it_again(
    inserted: EditorScreen, qtbot: QtBot, notices: list[Notice]
) -> None:
    key = block(inserted, BlockKind.BOILERPLATE).id
    inserted.page.go_to(key, 2)
    qtbot.keyClicks(inserted.page, "x")
    assert notices[-1].action is not None
    notices[-1].action()
    assert block(inserted, BlockKind.BOILERPLATE).attr("boilerplate") == ""
    assert key not in inserted.page.notes
    qtbot.keyClicks(inserted.page, "!")
    assert block(inserted, BlockKind.BOILERPLATE).text.text.endswith("!")
    inserted.page.undo()
    inserted.page.undo()
    assert block(inserted, BlockKind.BOILERPLATE).attr("boilerplate")


def test_the_context_menu_offers_to_unlink_and_to_go_to_the_source(inserted: EditorScreen) -> None:
    menu = QMenu()
    part(inserted, ReferencesPart).add_to_menu(menu, block(inserted, BlockKind.BOILERPLATE).id, 0)
    assert [entry.text() for entry in menu.actions()] == ["Unlink and edit here", "Show in the library"]
    other = QMenu()
    part(inserted, ReferencesPart).add_to_menu(other, "p1", 0)
    assert not other.actions()


def test_a_contact_block_follows_its_card(
    screen: EditorScreen, ask: Ask, desk: Desk, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    card = Contact("", "Ana", "Mora", phones=(Phone("+50622125327", is_public=True),))
    person = ask(lambda uow: directory.save_contact(uow, card)).value
    screen.page.go_to("p2", 3)
    screen.side.people.chosen.emit(person)
    screen.autosave.save()
    settle()
    moved = replace(person, phones=(Phone("+50622125337", is_public=True),))
    desk.deed(lambda uow: directory.save_contact(uow, moved))
    qtbot.waitUntil(lambda: "2212 5337" in block(screen, BlockKind.CONTACT).text.text)
    desk.deed(lambda uow: directory.remove_contacts(uow, [person.id]))
    qtbot.waitUntil(lambda: bool(block(screen, BlockKind.CONTACT).text.placeholders()))
    assert "2212" not in stored(ask, screen).plain_text


def test_a_language_that_the_library_lacks_cannot_be_inserted(screen: EditorScreen, ask: Ask, qtbot: QtBot) -> None:
    only = Boilerplate("", "Solo", texts=(BoilerplateText("", "es", RichText.plain("Hola.")),))
    ask(lambda uow: shelf.save_boilerplate(uow, only))
    section = part(screen, ReferencesPart).list
    section.show_library(ask(shelf.library))
    chosen: list[object] = []
    section.chosen.connect(chosen.append)
    section._insert()
    assert not chosen


# -- images -----------------------------------------------------------------------------------------------------


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor("#1f5fbf"))
    path = tmp_path / "station ñ.png"
    picture.save(str(path))
    return path


def test_a_dropped_image_stands_in_the_text_with_its_picture(
    screen: EditorScreen, photo: Path, ask: Ask, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    screen.page.go_to("p1", 2)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo))])
    assert screen.page.canInsertFromMimeData(mime)
    screen.page.insertFromMimeData(mime)
    qtbot.waitUntil(lambda: bool(screen.page.current().of_kind(BlockKind.IMAGE)))
    found = block(screen, BlockKind.IMAGE)
    assert screen.page.current().index(found.id) == 2
    assert found.attr("size") == "400x300"
    assert ask(lambda uow: uow.assets.get(found.attr("asset"))).media_type == "image/png"
    screen.page.grab()
    blue = QColor("#1f5fbf").rgb()

    def is_shown() -> bool:
        shot = screen.page.viewport().grab().toImage()
        return any(shot.pixel(x, y) == blue for x in range(0, shot.width(), 20) for y in range(0, shot.height(), 20))

    qtbot.waitUntil(is_shown)
    qtbot.keyClicks(screen.page, "The station.")
    assert block(screen, BlockKind.IMAGE).text.text == "The station."
    screen.page.undo()
    screen.page.undo()
    assert not screen.page.current().of_kind(BlockKind.IMAGE)


def test_a_pasted_picture_is_taken_and_the_same_twice_is_kept_once(
    screen: EditorScreen, photo: Path, ask: Ask, qtbot: QtBot
) -> None:
    for count in (1, 2):
        mime = QMimeData()
        mime.setImageData(QImage(str(photo)))
        screen.page.insertFromMimeData(mime)
        qtbot.waitUntil(lambda count=count: len(screen.page.current().of_kind(BlockKind.IMAGE)) == count)
    assert len({each.attr("asset") for each in screen.page.current().of_kind(BlockKind.IMAGE)}) == 1


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("page.svg.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "is not a PNG"),
        ("cut.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is damaged"),
        ("huge.jpg", b"\xff\xd8\xff" + b"\0" * (26 * 1024 * 1024), "is larger than 25 MB"),
    ],
)
def test_what_is_no_good_image_is_refused_with_a_sentence(
    screen: EditorScreen, tmp_path: Path, qtbot: QtBot, notices: list[Notice], name: str, content: bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    part(screen, ImagesPart).insert_files([str(path)])
    qtbot.waitUntil(lambda: bool(notices))
    assert sentence in notices[-1].text
    assert not screen.page.current().of_kind(BlockKind.IMAGE)


def test_the_form_of_an_image_warns_until_it_is_described(
    screen: EditorScreen, photo: Path, ask: Ask, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    part(screen, ImagesPart).insert_files([str(photo)])
    qtbot.waitUntil(lambda: bool(screen.page.current().of_kind(BlockKind.IMAGE)))
    found = block(screen, BlockKind.IMAGE)
    form = part(screen, BlockPart).image
    assert not form.isHidden()
    assert "English" in form._warning_words.text()
    form.field("alt").setText("A white house")
    form.field("alt").editingFinished.emit()
    form.field("credit").setText("Photo: IOM")
    form.field("credit").editingFinished.emit()
    part(screen, BlockPart).follow(screen.page.current())
    assert form._warning_words.isHidden()
    now = block(screen, BlockKind.IMAGE)
    assert (now.attr("alt"), now.attr("credit"), now.text) == ("A white house", "Photo: IOM", found.text)
    settle()
    assert ask(lambda uow: uow.assets.get(now.attr("asset"))).credit == "Photo: IOM"
    screen.page.undo()
    assert block(screen, BlockKind.IMAGE).attr("credit") == ""


# -- quotes, links, facts ---------------------------------------------------------------------------------------


def test_the_speaker_of_a_quote_is_completed_from_the_directory_and_shown(
    screen: EditorScreen, ask: Ask, qtbot: QtBot
) -> None:
    ask(lambda uow: directory.save_contact(uow, Contact("", "Lucía", "Ñáñez", roles=(Role("", "OIM", "relatora"),))))
    form = part(screen, BlockPart).quote
    screen.page.go_to("q", 2)
    assert not form.isHidden()
    qtbot.keyClicks(form.speaker, "Luc")
    qtbot.waitUntil(lambda: "Lucía Ñáñez" in form._names.stringList())
    form._choose("Lucía Ñáñez")
    found = block(screen, BlockKind.QUOTE)
    assert (found.attr("speaker"), found.attr("title")) == ("Lucía Ñáñez", "relatora")
    part(screen, BlockPart).follow(screen.page.current())
    assert screen.page.notes["q"].text == "— Lucía Ñáñez, relatora"


def test_a_speaker_goes_to_the_whole_quotation(screen: EditorScreen, qtbot: QtBot) -> None:
    screen.page.go_to("q", len("“We are here,” she said."))
    qtbot.keyClick(screen.page, Qt.Key.Key_Return)
    qtbot.keyClicks(screen.page, "More words.")
    form = part(screen, BlockPart).quote
    form.speaker.setText("Ana Mora")
    form.speaker.editingFinished.emit()
    assert [each.attr("speaker") for each in screen.page.current().of_kind(BlockKind.QUOTE)] == ["Ana Mora"] * 2
    part(screen, BlockPart).follow(screen.page.current())
    assert list(screen.page.notes) == [screen.page.current().of_kind(BlockKind.QUOTE)[1].id]


def test_the_form_offers_whom_the_text_itself_names(screen: EditorScreen, qtbot: QtBot) -> None:
    words = "“We have come a long way and we stay,” said the mayor of León, Ana Mora."
    screen.page.put_blocks((Block("", BlockKind.QUOTE, RichText.plain(words)), Block("", BlockKind.PARAGRAPH)))
    found = next(each for each in screen.page.current() if each.text.text == words)
    screen.page.go_to("p2")
    screen.page.go_to(found.id, 3)
    form = part(screen, BlockPart).quote
    assert form._take.text() == "The text says: Ana Mora, mayor of León"
    form._take.click()
    assert screen.page.current().block(found.id).attr("title") == "mayor of León"  # type: ignore[union-attr]


def test_a_related_link_is_begun_at_the_end_and_warns_of_a_wrong_address(screen: EditorScreen, qtbot: QtBot) -> None:
    part(screen, FactsPart).add_link()
    qtbot.keyClicks(screen.page, "Data portal")
    form = part(screen, BlockPart).link
    assert not form.isHidden()
    form.field("url").setText("javascript:alert(1)")
    form.field("url").editingFinished.emit()
    part(screen, BlockPart).follow(screen.page.current())
    assert "no web address" in form._warning_words.text()
    form.field("url").setText("https://www.migrationdataportal.org")
    form.field("url").editingFinished.emit()
    part(screen, BlockPart).follow(screen.page.current())
    assert form._warning_words.isHidden()
    last = screen.page.current().blocks[-1]
    assert (last.kind, last.text.text) == (BlockKind.RELATED_LINK, "Data portal")
    part(screen, FactsPart).add_link()
    assert screen.page.current().blocks[-1].attr("url") == ""


def test_topics_and_countries_are_chips_that_come_and_go(
    screen: EditorScreen, ask: Ask, desk: Desk, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    facts = part(screen, FactsPart)
    opened = screen.opened
    assert opened is not None
    qtbot.keyClicks(facts.topics.line, "Border,")
    qtbot.keyClicks(facts.countries.line, "nicaragua")
    qtbot.keyClick(facts.countries.line, Qt.Key.Key_Return)
    qtbot.keyClicks(facts.countries.line, "Atlantis")
    qtbot.keyClick(facts.countries.line, Qt.Key.Key_Return)
    settle()
    release = ask(lambda uow: uow.releases.get(opened.release.id))
    assert (release.topics, release.countries) == (("Border",), ("NI",))
    assert facts.countries.line.text() == "Atlantis"
    facts.topics.line.clear()
    qtbot.keyClick(facts.topics.line, Qt.Key.Key_Backspace)
    settle()
    assert ask(lambda uow: uow.releases.get(opened.release.id)).topics == ()
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: facts.topics.values == ("Border",))


def test_the_next_number_is_taken_once_and_undo_takes_it_off(screen: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    facts = screen.side.facts
    year = datetime.now(UTC).astimezone().year
    qtbot.waitUntil(lambda: facts._take.text() == f"Take PR-{year}-001")
    facts._take.click()
    qtbot.waitUntil(lambda: facts._number.text() == f"PR-{year}-001")
    assert facts._take.isHidden()
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: facts._take.text() == f"Take PR-{year}-002")
