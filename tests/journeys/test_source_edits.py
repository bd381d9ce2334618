"""Journey (b): the source is edited while the translator types; what went stale is marked, and nobody is disturbed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QTextCursor

from desktop import places
from desktop.app.sample import SEED_SPANISH
from desktop.domain.richtext import RichText
from desktop.domain.segment import ChangeClass, PairedSegment, SegmentState
from desktop.services import drafting, importing, translating
from desktop.ui.desk import Route
from tests.journeys.hands import Hands

SEED = Path(__file__).parents[1] / "fixtures" / "seed_release.txt"
FIGURES = "11 países"


class Translator:
    """The seed with its whole Spanish translation, open in the grid."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        tools = hands.desk.tools
        found = importing.read_release(SEED, tools)
        done = hands.deed(lambda uow: importing.import_release(uow, found, type_="press-release", contacts=()))
        self.release_id, self.source_id = done.opened.release.id, done.opened.source.id
        self.version_id = hands.deed(lambda uow: translating.add_version(uow, tools, self.release_id, "es")).id
        lines = places.resource("sample", SEED_SPANISH).read_text("utf-8").splitlines()
        hands.deed(lambda uow: translating.fill_targets(uow, self.version_id, lines))
        for pair in self.pairs():  # whatever the sample leaves open is closed
            target = pair.segment.target if pair.segment.target.text else RichText.plain("Listo.")
            hands.ask(lambda uow, p=pair, t=target: translating.confirm_segment(uow, p.segment.id, t))
        hands.desk.navigate(Route("translate", self.release_id, "es"))
        self.page = hands.arrive("translate").page
        hands.until(self.page.view.cell.edit.hasFocus)

    @property
    def edit(self) -> Any:
        return self.page.view.cell.edit

    def pairs(self) -> tuple[PairedSegment, ...]:
        return self.hands.ask(lambda uow: translating.open_grid(uow, self.version_id)).live

    def stale(self) -> list[str]:
        """The sources of what is stale in the file; the grid on the screen shows the same."""
        self.hands.settle()
        found = [pair.segment.source.text for pair in self.pairs() if pair.is_stale]
        shown = [pair.segment.source.text for pair in self.page.model.pairs if pair.is_stale]
        assert shown == found
        return found

    def about(self, words: str) -> PairedSegment:
        """The one pair whose source says this."""
        (found,) = [pair for pair in self.pairs() if words in pair.segment.source.text]
        return found

    def edit_source(self, find: str, new: str, *, waits: bool = True) -> None:
        """As the editor's autosave does it, from another part of the window."""
        desk = self.hands.desk
        work: Any = lambda uow: drafting.replace_text(uow, desk.tools, self.source_id, find, new)  # noqa: E731
        desk.deed(work, initiator="editor")
        if waits:
            self.hands.settle()


@pytest.fixture
def translator(hands: Hands) -> Translator:
    return Translator(hands)


def test_another_sentence_goes_stale_while_one_types(translator: Translator) -> None:
    hands, edit = translator.hands, translator.edit
    typed_in = translator.about("bilateral meetings")
    before = translator.about("11 countries").segment.target
    translator.page.view.activate(typed_in.segment.id, edit=True)
    hands.press("Ctrl+Home")
    hands.write("Ahora sí: reunión ")
    place = edit.textCursor().position()
    translator.edit_source("issues of common concern", "questions that concern all of them", waits=False)
    hands.write("aún más ")  # the answer comes between these keys or behind them
    assert len(translator.stale()) == 1
    assert "questions that concern all" in translator.stale()[0]
    assert edit.hasFocus()
    assert translator.page.view.active_id == typed_in.segment.id
    assert edit.textCursor().position() == place + len("aún más ")
    assert edit.toPlainText() == f"Ahora sí: reunión aún más {typed_in.segment.target.text}"
    stale = translator.about("questions that concern")
    assert stale.change is ChangeClass.REWORDED
    assert stale.segment.target == before
    assert "1 stale" in translator.page.header.progress.text()
    hands.write("y ")
    translator.edit_source("questions that concern all of them", "issues of common concern")
    assert translator.stale() == []
    assert translator.about("issues of common concern").segment.state is SegmentState.TRANSLATED
    assert edit.hasFocus()
    hands.write("más ")
    hands.settle()
    assert translator.about("bilateral meetings").segment.target.text.startswith("Ahora sí: reunión aún más y más ")


def test_ones_own_sentence_changes_under_the_fingers(translator: Translator) -> None:
    hands, edit = translator.hands, translator.edit
    pair = translator.about("bilateral meetings")
    translator.page.view.activate(pair.segment.id, edit=True)
    hands.press("Ctrl+Home", "Ctrl+Right")
    place = edit.textCursor().position()
    translator.edit_source("will hold bilateral meetings", "will meet in private", waits=False)
    hands.write("muy ")
    assert translator.stale() == [translator.about("meet in private").segment.source.text]
    assert edit.hasFocus()
    assert edit.textCursor().position() == place + len("muy ")
    now = translator.about("meet in private")
    assert now.segment.id == pair.segment.id
    assert now.segment.target.text == edit.toPlainText()
    assert len(edit.toPlainText()) == len(pair.segment.target.text) + len("muy ")
    hands.press("Ctrl+Z")  # the typing is still the field's own to undo
    assert edit.toPlainText() == pair.segment.target.text
    translator.edit_source("will meet in private", "will hold bilateral meetings")
    assert translator.stale() == []


def test_edited_in_the_editor_and_undone_there(translator: Translator) -> None:
    hands = translator.hands
    pair = translator.about("bilateral meetings")
    translator.page.view.activate(pair.segment.id, edit=True)
    hands.press("Ctrl+Shift+E")
    page = hands.arrive("editor").page
    assert page.place()[0] == pair.segment.block_id
    found = page.document().find("bilateral")
    assert not found.isNull()
    page.setTextCursor(found)
    assert hands.focus is page
    hands.write("public")
    hands.press("Alt+Left")
    hands.arrive("translate")
    assert translator.stale() == [pair.segment.source.text.replace("bilateral", "public")]
    assert translator.about("public meetings").segment.target == pair.segment.target
    hands.press("Alt+Right")
    assert hands.arrive("editor").page is page
    assert hands.focus is page
    for _ in range(10):
        if "bilateral meetings" in page.toPlainText():
            break
        hands.press("Ctrl+Z")
    hands.press("Alt+Left")
    hands.arrive("translate")
    assert translator.stale() == []
    assert translator.about("bilateral meetings").segment.state is SegmentState.TRANSLATED


def test_a_confirmation_is_taken_back_from_the_grid(translator: Translator) -> None:
    hands, page = translator.hands, translator.page
    pair = translator.about("bilateral meetings")
    page.view.activate(pair.segment.id, edit=True)
    translator.edit.moveCursor(QTextCursor.MoveOperation.End)
    hands.write(" Añadido.")
    hands.settle()
    assert translator.about("bilateral meetings").segment.state is SegmentState.DRAFT
    text = translator.edit.toPlainText()
    hands.press("Ctrl+Return")
    hands.settle()
    assert translator.about("bilateral meetings").segment.state is SegmentState.TRANSLATED
    hands.press("F2", "Ctrl+Down")  # the next sentence: nothing typed there yet
    hands.press("Ctrl+Z")
    hands.settle()
    back = translator.about("bilateral meetings").segment
    assert (back.state, back.target.text) == (SegmentState.DRAFT, text)
    hands.press("Ctrl+Shift+Z")
    hands.settle()
    assert translator.about("bilateral meetings").segment.state is SegmentState.TRANSLATED


def test_new_figures_are_applied_with_one_key(translator: Translator) -> None:
    hands, page = translator.hands, translator.page
    before = translator.about("11 countries")
    assert FIGURES in before.segment.target.text
    translator.edit_source("11 countries", "12 countries")
    assert translator.about("12 countries").change is ChangeClass.NUMBERS_ONLY
    hands.press("Ctrl+J")
    assert page.view.active_id == before.segment.id
    assert "11→12" in hands.words()
    hands.press("Alt+Return")
    hands.settle()
    applied = translator.about("12 countries")
    assert applied.segment.target.text == before.segment.target.text.replace(FIGURES, "12 países")
    assert (applied.is_stale, applied.segment.state) == (False, SegmentState.TRANSLATED)
    assert translator.edit.toPlainText() == applied.segment.target.text
    hands.desk.undo_stack.undo()
    hands.settle()
    again = translator.about("12 countries")
    assert (again.segment.target, again.is_stale) == (before.segment.target, True)
    assert translator.edit.toPlainText() == before.segment.target.text
