"""Journey: a text is kept in the library, stands in a release with a picture, and leaves in both languages."""

from __future__ import annotations

import zipfile
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from desktop.domain.document import Block, BlockKind
from desktop.domain.ports import UnitOfWork
from desktop.domain.richtext import RichText
from desktop.services import releases, translating
from desktop.ui.desk import Route
from tests.journeys.hands import Hands

ABOUT, ACERCA = "IOM has 175 member states.", "La OIM tiene 175 Estados Miembros."
PARAGRAPH = "The station opened on Monday."


def test_from_the_library_to_word_and_web(hands: Hands, save_as: list[Path], tmp_path: Path) -> None:
    keep_about(hands)
    release_id = begin_release(hands)
    editor = hands.arrive("editor")
    insert_about(hands, editor)
    drop_photo(hands, editor, tmp_path)
    add_spanish(hands, release_id)
    export(hands, editor, save_as, "docx")
    with zipfile.ZipFile(save_as[-1]) as archive:
        words = archive.read("word/document.xml").decode()
        assert ABOUT in words
        assert 'descr="A blue door"' in words
        assert [name for name in archive.namelist() if name.startswith("word/media/")]
    spanish = hands.ask(lambda uow: target(uow, release_id))
    assert spanish.of_kind(BlockKind.BOILERPLATE)[0].text.text == ACERCA
    assert spanish.of_kind(BlockKind.IMAGE)[0].attr("alt") == "Una puerta azul"
    change_about(hands)
    hands.press("Ctrl+2")
    hands.arrive("releases")
    hands.desk.navigate(Route("editor", release_id))
    editor = hands.arrive("editor")
    hands.until(lambda: "180" in editor.page.current().of_kind(BlockKind.BOILERPLATE)[0].text.text)
    export(hands, editor, save_as, "html")
    page = save_as[-1].read_text(encoding="utf-8")
    assert "IOM has 180 member states." in page
    assert 'alt="A blue door"' in page
    assert "data:image/png;base64," in page


def keep_about(hands: Hands) -> None:
    """Ctrl+9, the one button that starts, a name, a text in each language: all by keyboard."""
    hands.press("Ctrl+9")
    screen = hands.arrive("library")
    hands.click("New text", screen.empty)
    hands.until(screen.card.name.hasFocus)
    hands.write("About IOM")
    hands.tab_to("Text in English")
    hands.write(ABOUT)
    hands.tab_to("Text in Español")
    hands.write(ACERCA)
    hands.press("Ctrl+S")
    hands.settle()
    (stored,) = hands.ask(lambda uow: uow.boilerplates.all())
    assert (stored.name, [text.text.text for text in stored.texts]) == ("About IOM", [ABOUT, ACERCA])


def begin_release(hands: Hands) -> str:
    def work(uow: UnitOfWork) -> str:
        kinds = ((BlockKind.HEADLINE, "Station opens"), (BlockKind.PARAGRAPH, PARAGRAPH))
        blocks = [Block(uow.ids.new(), kind, RichText.plain(words)) for kind, words in kinds]
        return releases.create_release(uow, type_="press-release", language="en", blocks=blocks).value.release.id

    release_id = hands.ask(work)
    hands.desk.navigate(Route("editor", release_id))
    return release_id


def insert_about(hands: Hands, editor: object) -> None:
    """Ctrl+Alt+L goes to the list, Enter inserts; its words cannot be typed over."""
    page = editor.page  # type: ignore[attr-defined]
    page.go_to(page.current().blocks[-1].id, 5)
    hands.press("Ctrl+Alt+L", "Return")
    hands.until(lambda: page.current().of_kind(BlockKind.BOILERPLATE))
    hands.until(page.hasFocus)
    hands.write("typed over")
    assert page.current().of_kind(BlockKind.BOILERPLATE)[0].text.text == ABOUT


def drop_photo(hands: Hands, editor: object, folder: Path) -> None:
    page, side = editor.page, editor.side  # type: ignore[attr-defined]
    picture = QImage(640, 360, QImage.Format.Format_RGB32)
    picture.fill(QColor("#1f5fbf"))
    picture.save(str(folder / "door.png"))
    page.go_to(page.current().blocks[1].id, 3)
    hands.drop(folder / "door.png", page.viewport())
    hands.until(lambda: page.current().of_kind(BlockKind.IMAGE))
    hands.until(page.hasFocus)
    hands.write("The door.")
    field = next(
        each for each in side.findChildren(type(side.facts._number)) if each.accessibleName() == "Description (English)"
    )
    field.setFocus()
    hands.write("A blue door")
    hands.press("Return")
    hands.settle()
    assert page.current().of_kind(BlockKind.IMAGE)[0].text.text == "The door."


def add_spanish(hands: Hands, release_id: str) -> None:
    """The translation gets its description beside the English one."""
    hands.deed(lambda uow: translating.add_version(uow, hands.desk.tools, release_id, "es"))
    editor = hands.arrive("editor")
    page, side = editor.page, editor.side
    page.go_to(page.current().blocks[0].id)
    page.go_to(page.current().of_kind(BlockKind.IMAGE)[0].id, 2)
    name = "Description (Español)"
    fields = lambda: [e for e in side.findChildren(type(side.facts._number)) if e.accessibleName() == name]  # noqa: E731
    hands.until(fields)
    fields()[0].setFocus()
    hands.write("Una puerta azul")
    hands.press("Return")
    hands.settle()


def target(uow: UnitOfWork, release_id: str) -> object:
    return translating.target_document(uow, uow.releases.versions(release_id)[1].id)


def change_about(hands: Hands) -> None:
    hands.press("Ctrl+9")
    screen = hands.arrive("library")
    hands.until(lambda: "en" in screen.card.columns)
    field = screen.card.columns["en"].text
    field.setFocus()
    field.selectAll()
    hands.write("IOM has 180 member states.")
    hands.press("Ctrl+S")
    hands.settle()


def export(hands: Hands, editor: object, save_as: list[Path], name: str) -> None:
    before = len(save_as)
    leaving = editor.side.leaving  # type: ignore[attr-defined]
    hands.choose(leaving.formats, name)
    hands.click("Export…", leaving)
    hands.until(lambda: len(save_as) > before and save_as[-1].exists())
    hands.settle()
