"""Journey: one writes, another suggests and comments, the first accepts, rejects, resolves; only then it goes stale."""

from __future__ import annotations

from typing import Any

from desktop.app.preferences import FilePreferences
from desktop.domain.document import Block, BlockKind
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import VersionRole
from desktop.domain.richtext import RichText
from desktop.services import commenting, drafting, exporting, releases, translating
from desktop.ui.desk import Route
from desktop.ui.editor.comments_part import CommentsPart
from desktop.ui.editor.suggestions_part import SuggestionsPart
from tests.journeys.conftest import Launch
from tests.journeys.hands import Hands

LEAD = "The 11 countries met in Managua. They agreed on a plan."
MET = "The 11 countries met"


def part(editor: Any, kind: type) -> Any:
    return next(each for each in editor.parts if isinstance(each, kind))


def begin(hands: Hands) -> str:
    """A release with its whole Spanish translation."""
    tools = hands.desk.tools

    def work(uow: UnitOfWork) -> Any:
        blocks = [
            Block(uow.ids.new(), BlockKind.HEADLINE, RichText("Plan agreed")),
            Block(uow.ids.new(), BlockKind.LEAD, RichText(LEAD)),
        ]
        return releases.create_release(uow, type_="press-release", language="en", blocks=blocks)

    release_id = hands.deed(work).release.id
    spanish = hands.deed(lambda uow: translating.add_version(uow, tools, release_id, "es")).id
    lines = ["Se acordó un plan", "Los 11 países se reunieron en Managua.", "Acordaron un plan."]
    hands.deed(lambda uow: translating.fill_targets(uow, spanish, lines))
    for segment in hands.ask(lambda uow: uow.segments.of_version(spanish)):
        hands.ask(lambda uow, i=segment.id: translating.confirm_segment(uow, i))
    return str(release_id)


def open_editor(hands: Hands, release_id: str) -> Any:
    hands.desk.navigate(Route("editor", release_id))
    editor = hands.arrive("editor")
    hands.until(lambda: editor.release is not None and editor.release.id == release_id and editor.page.author)
    return editor


def stale(hands: Hands, release_id: str) -> list[str]:
    hands.settle()
    versions = hands.ask(lambda uow: uow.releases.versions(release_id))
    (spanish,) = (version.id for version in versions if version.role is VersionRole.TARGET)
    return [s.source.text for s in hands.ask(lambda uow: uow.segments.of_version(spanish)) if s.is_stale]


def exported(hands: Hands, release_id: str) -> str:
    made = hands.ask(lambda uow: exporting.gather_export(uow, release_id, "en", "txt"))
    return made.content().decode("utf-8")


def suggest_and_comment(hands: Hands, release_id: str) -> None:
    """The reviewer, by keyboard: a figure, a struck sentence and a split, and a question."""
    editor = open_editor(hands, release_id)
    page = editor.page
    lead = page.ledger.ids[1]
    hands.press("Ctrl+Shift+E")
    page.go_to(lead, 4, 2)
    hands.write("12")
    page.go_to(lead, len("The 1112 countries met in Managua. They agreed on a "), len("plan"))
    hands.press("Delete")
    page.go_to(lead, len("The 1112 countries met in Managua. "))
    hands.press("Return")
    hands.press("Ctrl+Shift+E")
    page.go_to(lead, len("The 1112 "), len("countries"))
    hands.press("Ctrl+Alt+M")
    hands.write("All of them on the first day?")
    hands.press("Ctrl+Return")
    hands.settle()
    assert page.toPlainText().startswith("Plan agreed\nThe 1112 countries met in Managua. \nThey")


def test_from_the_first_draft_to_the_settled_text(launch: Launch) -> None:
    first = launch(author="Ana Ruiz")
    first.arrive("home")
    release_id = begin(first)
    first.close()

    reviewer = launch(FilePreferences(None), first.path, author="Benjamín Araya")
    reviewer.arrive("home")
    suggest_and_comment(reviewer, release_id)
    assert stale(reviewer, release_id) == []
    assert MET in exported(reviewer, release_id)
    assert "1112" not in exported(reviewer, release_id)
    reviewer.close()

    author = launch(FilePreferences(None), first.path, author="Ana Ruiz")
    author.arrive("home")
    editor = open_editor(author, release_id)
    wishes, remarks = part(editor, SuggestionsPart), part(editor, CommentsPart)
    author.until(lambda: len(wishes.list.cards) == 3)
    author.until(lambda: len(remarks._found.threads) == 1)
    assert [each.author for each in wishes._found] == ["Benjamín Araya"] * 3
    author.press("F12", "Ctrl+F12")  # the figure is accepted
    author.until(lambda: len(wishes.list.cards) == 2)
    assert stale(author, release_id) == ["The 12 countries met in Managua."]
    split = next(card for card, wish in zip(wishes.list.cards, wishes._found, strict=True) if not wish.old)
    author.click_at(split.refuse)
    author.until(lambda: len(wishes.list.cards) == 1)
    author.click_at(wishes.list.cards[0].refuse)
    author.until(lambda: not wishes.list.cards)
    assert editor.page.toPlainText() == f"Plan agreed\n{LEAD.replace('11', '12')}"
    assert stale(author, release_id) == ["The 12 countries met in Managua."]
    thread = remarks._found.threads[0]
    assert thread.comment.quoted == "countries"
    author.click_at(remarks.list.card_of(thread.comment.id).resolve)
    source = editor.opened.source.id
    author.until(lambda: author.ask(lambda uow: commenting.open_comments(uow, source)) == 0)
    kept = author.ask(lambda uow: drafting.open_draft(uow, source)).document
    assert "12 countries" in kept.plain_text
    author.press("Ctrl+Z")  # a deed: the comment is open again
    author.until(lambda: author.ask(lambda uow: commenting.open_comments(uow, source)) == 1)
