"""A termbase from nothing: the starter, a sentence translated with its terms by keys, a new term, out as a file."""

from __future__ import annotations

from pathlib import Path

from desktop.domain.document import Block, BlockKind
from desktop.domain.richtext import RichText
from desktop.services import releases, term_files, terms, translating
from desktop.ui.desk import Route
from tests.journeys.hands import Hands

SENTENCE = "IOM implements projects related to migrant smuggling and human trafficking with host families."


def test_from_an_empty_termbase_to_a_translated_sentence_and_a_file(hands: Hands, tmp_path: Path) -> None:
    hands.press("Ctrl+0")
    screen = hands.arrive("terms-memory")
    while screen.title() != "Terms":
        hands.press("Ctrl+PgDown")
        hands.settle()
    hands.click("Use the starter termbase")
    hands.until(lambda: any("118 new concepts" in each.text for each in hands.told))
    release_id = _release(hands)
    hands.desk.navigate(Route("translate", release_id, "es"))
    grid = hands.arrive("translate").page
    (part,) = [each for each in hands.window.screen_shown.parts.parts if type(each).__name__ == "TermsPart"]
    hands.until(
        lambda: [entry.found for entry in part.list.entries] == ["IOM", "migrant smuggling", "human trafficking"]
    )
    hands.press("Ctrl+Shift+1")
    hands.write(" ejecuta proyectos sobre ")
    hands.press("Ctrl+Shift+2")
    hands.write(" y tra")
    hands.press("Ctrl+Shift+4")
    hands.write(" con familias de acogida.")
    assert grid.view.cell.edit.text_now().text == (
        "OIM ejecuta proyectos sobre tráfico ilícito de migrantes y trata de personas con familias de acogida."
    )
    hands.press("Ctrl+Shift+G")
    hands.write("host families")
    hands.press("Tab")
    hands.write("familias de acogida")
    hands.press("Return")
    hands.until(lambda: any("“host families” is in the termbase." in each.text for each in hands.told))
    hands.until(lambda: [entry.found for entry in part.list.entries][-1] == "host families")
    assert grid.view.cell.edit.hasFocus()
    hands.until(lambda: all(row.done.isVisible() for row in part.list._rows))
    hands.press("Ctrl+Return")
    hands.settle()
    out = tmp_path / "office.tbx"
    assert hands.ask(lambda uow: term_files.export_terms(uow, out, "tbx")) == 119
    assert term_files.read_term_file(out).concepts[-1].name == "host families"
    for _deed in range(2):  # the confirmation, then the term
        hands.desk.undo_stack.undo()
        hands.settle()
    assert len(hands.ask(terms.termbase)) == 118


def _release(hands: Hands) -> str:
    tools = hands.desk.tools
    blocks = (Block("b1", BlockKind.PARAGRAPH, RichText.plain(SENTENCE)),)
    made = hands.deed(lambda uow: releases.create_release(uow, type_="press-release", language="en", blocks=blocks))
    hands.deed(lambda uow: translating.add_version(uow, tools, made.release.id, "es"))
    return made.release.id
