"""A page with a few blocks on it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.editorial.import_values import RawBlock
from desktop.services import releases
from desktop.ui.desk import Desk, Route
from desktop.ui.editor.page import PageEdit
from desktop.ui.editor.screen import EditorScreen


def read_lines(html: str | None, text: str | None) -> tuple[RawBlock, ...]:
    """The clipboard as plain lines."""
    return tuple(RawBlock(RichText.plain(line)) for line in (text or "").splitlines() if line.strip())


GAP = RichText.of("The office in [City] opens.", [Mark(14, 20, MarkKind.PLACEHOLDER, "city")])

SAMPLE = Document(
    "v1",
    "en",
    (
        Block("h", BlockKind.HEADLINE, RichText.plain("Two offices open")),
        Block("p1", BlockKind.PARAGRAPH, GAP),
        Block("q", BlockKind.QUOTE, RichText.plain("“We are here,” she said.")),
        Block(
            "p2",
            BlockKind.PARAGRAPH,
            RichText.of("Read more on the site.", [Mark(17, 21, MarkKind.LINK, "https://x.org")]),
        ),
    ),
)


@pytest.fixture
def page(qtbot: QtBot) -> PageEdit:
    numbers = count(1)
    made = PageEdit(lambda: f"new-{next(numbers)}", read_lines)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show_document(SAMPLE)
    made.show()
    return made


@pytest.fixture
def put(page: PageEdit) -> Callable[[str, int], None]:
    """Place the cursor."""
    return lambda block_id, point=0: page.go_to(block_id, point)  # type: ignore[misc]


@pytest.fixture
def screen(desk: Desk, ask: Callable[[Any], Any], qtbot: QtBot) -> EditorScreen:
    """The editor with the sample open, on a real workspace."""
    made = ask(lambda uow: releases.create_release(uow, type_="press-release", language="en", blocks=SAMPLE.blocks))
    shown = EditorScreen(desk)
    qtbot.addWidget(shown)
    qtbot.addWidget(shown.side)
    shown.resize(1000, 760)
    shown.show()
    shown.enter(Route("editor", made.value.release.id))
    qtbot.waitUntil(shown.is_ready)
    return shown
