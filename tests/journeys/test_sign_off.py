"""Journey: reviewed → approved → one comma → void, DRAFT again → approved again → released → corrected."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QLineEdit

from desktop.domain.document import Block, BlockKind
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import ReleaseStatus, Version
from desktop.domain.richtext import RichText
from desktop.services import releases
from desktop.services.approving import signing_of
from desktop.ui.desk import Route
from tests.journeys.hands import Hands
from tests.journeys.test_import_to_export import export

TEXT = (
    (BlockKind.HEADLINE, "Coast guard opens rescue station"),
    (BlockKind.DATELINE, "Limón –"),
    (BlockKind.LEAD, "The station opened on Monday. It serves 40 villages."),
    (BlockKind.CONTACT, "Ana Mora, amora@guardia.example"),
)


def test_one_text_signed_is_the_text_that_leaves(hands: Hands, save_as: list[Path]) -> None:
    release_id = begin(hands)
    send_for_review(hands)
    approve(hands, "Rosa Díaz")
    assert "DRAFT" not in exported(hands, save_as)

    put_cursor(hands, len("The station opened on Monday"))
    hands.write(",")
    hands.until(lambda: pill(hands) == "EN: approval void")
    assert "DRAFT" in exported(hands, save_as)
    assert save_as[-1].name.startswith("DRAFT-")
    at_home(hands, "changed since Rosa Díaz approved it", "Look")

    put_cursor(hands, len("The station opened on Monday,"))
    hands.press("Backspace")
    hands.settle()
    assert pill(hands) == "EN: approval void", "the comma is gone, the signature does not come back"
    approve(hands, "Rosa Díaz")
    assert "DRAFT" not in exported(hands, save_as)

    click_step(hands, "Mark as released")
    hands.seen(QLineEdit, "Note, for example how it was sent").setFocus()
    hands.write("By mail")
    hands.press("Return")
    hands.until(lambda: pill(hands) == "EN: released")
    correct(hands, release_id)


def begin(hands: Hands) -> str:
    def work(uow: UnitOfWork) -> Any:
        blocks = [Block(uow.ids.new(), kind, RichText.plain(words)) for kind, words in TEXT]
        return releases.create_release(uow, type_="press-release", language="en", blocks=blocks)

    release_id = str(hands.deed(work).release.id)
    hands.desk.navigate(Route("editor", release_id))
    hands.arrive("editor")
    hands.until(lambda: pill(hands) == "EN: draft")
    return release_id


def pill(hands: Hands) -> str:
    shown: Any = hands.window.screen_shown
    return str(shown.header.pills[0].state.words) if shown.header.pills else ""


def source(hands: Hands, release_id: str) -> Version:
    return hands.ask(lambda uow: releases.open_release(uow, release_id)).source


def put_cursor(hands: Hands, point: int, length: int = 0) -> None:
    """Into the lead."""
    shown: Any = hands.window.screen_shown
    shown.page.setFocus()
    shown.page.go_to(shown.page.current().first(BlockKind.LEAD).id, point, length)


def click_step(hands: Hands, name: str) -> None:
    """The header's button; the short form it opens has another of the same name."""
    shown: Any = hands.window.screen_shown
    hands.until(lambda: [b for b in shown.header.findChildren(QAbstractButton) if b.text() == name and b.isVisible()])
    hands.click(name, shown.header)


def send_for_review(hands: Hands) -> None:
    click_step(hands, "Send for review")
    hands.until(lambda: hands.focus.accessibleName() == "Reviewer")
    hands.write("Rosa D")
    hands.seen(QLineEdit, "Reviewer").setText("Rosa Díaz")
    hands.tab_to("Note")
    hands.write("Before noon")
    hands.press("Return")
    hands.until(lambda: pill(hands) == "EN: in review")
    assert "In review by Rosa Díaz." in hands.words()
    assert "Note: Before noon" in hands.words()


def approve(hands: Hands, name: str) -> None:
    """The reviewer is suggested; one's own name brings a warning."""
    hands.settle()
    click_step(hands, "Approve English")
    field = hands.seen(QLineEdit, "Approver")
    version_id = hands.window.screen_shown.opened.source.id
    last = hands.ask(lambda uow: signing_of(uow, version_id)).last_author
    hands.until(lambda: field.completer() is not None)
    field.setText(last)
    assert "somebody else should read it" in hands.words()
    field.setText(name)
    hands.press("Return")
    hands.until(lambda: pill(hands) == "EN: approved")
    hands.until(lambda: not field.isVisible())
    hands.until(hands.window.screen_shown.page.hasFocus)
    hands.settle()


def exported(hands: Hands, save_as: list[Path]) -> str:
    shown: Any = hands.window.screen_shown
    hands.choose(shown.side.leaving.formats, "txt")
    export(hands, save_as, lambda: hands.click("Export…", shown.side.leaving))
    return save_as[-1].read_text("utf-8") + save_as[-1].name


def at_home(hands: Hands, words: str, button: str) -> None:
    """Home says it, and its button leads back."""
    hands.press("Ctrl+1")
    home = hands.arrive("home")
    hands.until(lambda: words in hands.words())
    row = next(row for row in home.needs.rows if words in row.accessibleName())
    assert row.button.text() == button
    hands.click_at(row.button)
    hands.arrive("editor")


def correct(hands: Hands, release_id: str) -> None:
    """The figure was wrong: change it, make the notice, approve it, let it leave."""
    put_cursor(hands, len("The station opened on Monday. It serves "), 2)
    hands.write("41")
    hands.until(lambda: pill(hands) == "EN: changed since")
    click_step(hands, "Make a correction")
    hands.until(lambda: hands.window.route.release_id not in ("", release_id))
    editor = hands.arrive("editor")
    hands.until(lambda: "Correction: Coast guard opens rescue station" in editor.page.toPlainText())
    said = editor.page.toPlainText()
    assert "Was: The station opened on Monday. It serves 40 villages." in said
    assert "Now: The station opened on Monday. It serves 41 villages." in said
    approve(hands, "Rosa Díaz")
    assert source(hands, release_id).status is ReleaseStatus.RELEASED
    click_step(hands, "Mark as released")
    hands.press("Return")
    hands.until(lambda: pill(hands) == "EN: released")
    hands.until(lambda: source(hands, release_id).status is ReleaseStatus.CORRECTED)
    hands.press("Ctrl+Z")
    hands.until(lambda: source(hands, release_id).status is ReleaseStatus.RELEASED)
