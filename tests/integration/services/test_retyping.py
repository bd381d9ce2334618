"""What an autosave stores of one typed sentence is what matching the whole version would store."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from desktop.domain.changes import SEGMENT
from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.edits import PutBlock, RemoveBlock
from desktop.domain.richtext import RichText
from desktop.services import drafting, translating
from desktop.translation.pairing import progress, reconcile
from desktop.translation.segmentation import sentences
from tests.integration.services.office import Office

_TEXT = (
    (BlockKind.HEADLINE, "Coast guard opens rescue station"),
    (BlockKind.LEAD, "The station opened on Monday. It serves 40 villages. Nurses work there at night."),
    (BlockKind.PARAGRAPH, "Nurses work there at night. The boat is new and yellow. It serves 40 villages."),
    (BlockKind.PARAGRAPH, "Nobody was hurt in the storm. The harbour was closed for two days."),
)
_WORDS = (
    "40",
    "50",
    "Nurses",
    "boats",
    "night",
    "The station opened on Monday.",
    "Nurses work there at night.",
    ".",
    " ",
    "a",
)


def _changed(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text) + 1)
    end = min(len(text), start + chance.choice((0, 0, 1, 1, 3, 12)))
    return text[:start] + chance.choice(("", "x", *_WORDS)) + text[end:]


def _edit(document: Document, chance: random.Random, new_id: str) -> PutBlock | RemoveBlock:
    blocks = document.blocks
    at = chance.randrange(len(blocks))
    before = blocks[at - 1].id if at else None
    if chance.random() < 0.04 and len(blocks) > 3:
        return RemoveBlock(blocks[at].id)
    if chance.random() < 0.05:
        return PutBlock(Block(new_id, BlockKind.PARAGRAPH, RichText.plain("The boat is new and yellow.")), before)
    if chance.random() < 0.05:
        return PutBlock(blocks[at], blocks[-1].id if at + 1 < len(blocks) else None)
    text = _changed(blocks[at].text.text, chance)
    return PutBlock(replace(blocks[at], text=RichText.plain(text)), before)


@pytest.mark.parametrize("seed", range(6))
def test_the_quick_way_ends_where_the_long_one_does(office: Office, seed: int) -> None:
    chance = random.Random(seed)
    opened = office.release(text=_TEXT)
    version_id, source_id = office.spanish(opened), opened.source.id
    quick = 0
    for step in range(60):
        document = office.do(drafting.open_draft, source_id).document
        edit = _edit(document, chance, f"new-{seed}-{step}")
        before = office.do(lambda unit: unit.segments.of_version(version_id))
        saved = office.do(drafting.save_edits, office.tools, source_id, [edit])
        ids = iter(f"id-{number}" for number in range(99))
        cut = sentences(saved.value, office.tools.segmenter)
        wanted = reconcile(before, cut, version_id=version_id, new_id=lambda ids=ids: next(ids))
        stored = office.do(lambda unit: unit.segments.of_version(version_id))

        def look(segments: object) -> list[object]:
            return [
                (s.block_id, s.index, s.source, s.made_from, s.target, s.state, s.rank)  # type: ignore[attr-defined]
                for s in segments  # type: ignore[attr-defined]
            ]

        assert sorted(map(str, look(stored))) == sorted(map(str, look(wanted.segments)))
        known = {segment.id: segment.source for segment in before}
        reworded = {s.id for s in stored if s.id in known and known[s.id] != s.source}
        assert reworded <= saved.changes.under(SEGMENT, version_id)
        counts = office.do(lambda unit: unit.releases.version(version_id)).progress
        assert counts == progress(stored)
        quick += len(reworded) == 1
    assert quick > 5


def test_a_typed_word_makes_its_sentence_stale_and_no_other(office: Office) -> None:
    opened = office.release(text=_TEXT)
    version_id = office.spanish(opened)
    block = office.do(drafting.open_draft, opened.source.id).document.blocks[3]
    text = RichText.plain(block.text.text.replace("storm", "big storm"))

    office.do(
        drafting.save_edits,
        office.tools,
        opened.source.id,
        [PutBlock(replace(block, text=text), office.do(drafting.open_draft, opened.source.id).document.blocks[2].id)],
    )
    stale = [pair.segment.source.text for pair in office.do(translating.open_grid, version_id).pairs if pair.is_stale]
    assert stale == ["Nobody was hurt in the big storm."]
