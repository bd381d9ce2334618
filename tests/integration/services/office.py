"""What the service tests do again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from desktop.domain.changes import Outcome
from desktop.domain.document import Block, BlockKind
from desktop.domain.ports import UnitOfWork
from desktop.domain.richtext import RichText
from desktop.domain.segment import Segment
from desktop.services import drafting, translating
from desktop.services.releases import OpenRelease, create_release
from desktop.services.tools import Tools
from desktop.storage.workspace import Workspace

T = TypeVar("T")

TEXT = (
    (BlockKind.HEADLINE, "Coast guard opens rescue station"),
    (BlockKind.LEAD, "The station opened on Monday. It serves 40 villages."),
    (BlockKind.PARAGRAPH, "Nurses work there at night."),
)


class Office:
    """Runs services, a unit of work each."""

    def __init__(self, workspace: Workspace, tools: Tools) -> None:
        self.workspace = workspace
        self.tools = tools

    def do(self, work: Callable[..., T], *arguments: Any, **named: Any) -> T:
        with self.workspace.unit_of_work() as unit:
            return work(unit, *arguments, **named)

    def undo(self, outcome: Outcome[Any]) -> Outcome[Any]:
        """Take a deed back; answers the outcome, whose inverse does it again."""
        assert outcome.inverse is not None
        assert outcome.inverse.label
        return self.do(outcome.inverse.run)

    def release(self, language: str = "en", text: tuple[tuple[BlockKind, str], ...] = TEXT) -> OpenRelease:
        def work(unit: UnitOfWork) -> Outcome[OpenRelease]:
            blocks = [Block(unit.ids.new(), kind, RichText.plain(words)) for kind, words in text]
            return create_release(unit, type_="press-release", language=language, blocks=blocks)

        return self.do(work).value

    def spanish(self, opened: OpenRelease, *, is_filled: bool = True) -> str:
        """Add a Spanish version (every sentence translated); answers its id."""
        version = self.do(translating.add_version, self.tools, opened.release.id, "es").value
        if is_filled:
            lines = [f"«{each.source.text}»" for each in self.segments(version.id)]
            self.do(translating.fill_targets, version.id, lines)
        return version.id

    def segments(self, version_id: str) -> list[Segment]:
        return [each.segment for each in self.do(translating.open_grid, version_id).pairs]

    def edit(self, opened: OpenRelease, find: str, replacement: str) -> None:
        self.do(drafting.replace_text, self.tools, opened.source.id, find, replacement)
