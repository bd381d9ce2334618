"""A grid of which only some sentences are read again is the grid read as a whole."""

from __future__ import annotations

import random

from desktop.domain.changes import SEGMENT
from desktop.domain.document import BlockKind
from desktop.domain.richtext import RichText
from desktop.services import cutting, propagating, translating
from desktop.services.rereading import read_again
from desktop.services.typed_together import type_target
from tests.integration.services.office import Office

_TEXT = (
    (BlockKind.HEADLINE, "Coast guard opens rescue station"),
    (BlockKind.LEAD, "The station opened on Monday. It serves 40 villages. Nurses work there at night."),
    (BlockKind.PARAGRAPH, "Nurses work there at night. The boat is new and yellow. It serves 40 villages."),
)


def test_it_is_what_the_whole_would_be_after_every_deed(office: Office) -> None:
    chance = random.Random(5)
    opened = office.release(text=_TEXT)
    version_id = office.spanish(opened, is_filled=False)
    grid = office.do(translating.open_grid, version_id)
    for step in range(30):
        segment = chance.choice([pair.segment for pair in grid.live])
        if step % 3:
            target = RichText.plain(f"Palabras {step}")
            done = office.do(type_target, segment.id, target, segment.target)
            named = done.changes.under(SEGMENT, version_id)
        elif segment.target.text:
            named = office.do(propagating.confirm_and_propagate, segment.id).changes.under(SEGMENT, version_id)
        else:
            named = office.do(propagating.set_apart, segment.id, is_apart=True).changes.under(SEGMENT, version_id)
        grid = office.do(read_again, grid, named)
        assert grid == office.do(translating.open_grid, version_id)
    assert any(pair.segment.is_done for pair in grid.live)


def test_a_source_that_changed_or_a_sentence_that_came_is_read_the_long_way(office: Office) -> None:
    opened = office.release(text=_TEXT)
    version_id = office.spanish(opened)
    grid = office.do(translating.open_grid, version_id)
    office.edit(opened, "Monday", "Tuesday")
    named = {grid.live[1].segment.id}
    grid = office.do(read_again, grid, named)
    assert grid == office.do(translating.open_grid, version_id)
    assert "Tuesday" in grid.source.plain_text

    first = grid.live[1].segment
    done = office.do(cutting.split_segment, first.id, 12, 3)
    grid = office.do(read_again, grid, done.changes.under(SEGMENT, version_id))
    assert grid == office.do(translating.open_grid, version_id)
    assert len(grid.live) == 8


def test_only_what_is_named_is_read(office: Office) -> None:
    opened = office.release(text=_TEXT)
    version_id = office.spanish(opened, is_filled=False)
    grid = office.do(translating.open_grid, version_id)
    first, second = grid.live[0].segment, grid.live[1].segment
    for segment in (first, second):
        office.do(type_target, segment.id, RichText.plain("Palabras"), segment.target)

    now = office.do(read_again, grid, {first.id})

    assert now.live[0].segment.target.text == "Palabras"
    assert now.live[1].segment is second
