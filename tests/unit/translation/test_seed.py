"""The real input: the seed release cut into sentences, exactly."""

from __future__ import annotations

from pathlib import Path

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import RichText
from desktop.places import resource
from desktop.translation.segmentation import Segmenter, sentences

SEED = Path(__file__).parents[2] / "fixtures" / "seed_release.txt"
HEADLINE = "IOM Director General Attends"

#: Each paragraph's sentences, as "first words … last words".
GOLDEN = """
Nicaragua - Officials from … of the RCM.

During the four-day meeting, … migration issues.

In his remarks, … by migration.
Unfortunately, migration continues … to development.
Every day, migrants … rights violations.”

Director General Swing … are unaccompanied.
IOM is deeply … at home.”

“The dramatic increase … regional response.
In the long … the region.
But even in … better protected.”

Another major issue … economic opportunities.
It is estimated … every month.
Some 80% of … Central America.

IOM, through its … these challenges.
Through information campaigns, … with smugglers.
IOM also works … return home.

Action is also … job training.
This assistance should … the region.

The meeting was … Caribbean 2014-2016.
During his official … Foreign Affairs.

In the past … national security.

IOM provides technical … annual meetings.
IOM also implements … member countries.

For information on … Tel: 506-2212-5327.

For information on … Tel +506-2212-5337.
"""


def seed_document() -> Document:
    lines = SEED.read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(HEADLINE))
    blocks = [Block("b00", BlockKind.HEADLINE, RichText(lines[start]))]
    blocks += [
        Block(f"b{n:02}", BlockKind.PARAGRAPH, RichText(line))
        for n, line in enumerate(lines[start + 1 :], 1)
        if line.strip()
    ]
    return Document("seed", "en", tuple(blocks))


def shape(text: str) -> str:
    words = text.split()
    return f"{' '.join(words[:3])} … {' '.join(words[-2:])}"


def test_the_seed_is_cut_as_an_editor_would() -> None:
    document = seed_document()
    segmenter = Segmenter(resource("segmentation", "overlay.srx").read_text(encoding="utf-8"))
    found = sentences(document, segmenter)
    assert (found[0].block_id, found[0].text.text) == ("b00", document.title)
    by_block: dict[str, list[str]] = {}
    for each in found[1:]:
        by_block.setdefault(each.block_id, []).append(each.text.text)
    wanted = [part.splitlines() for part in GOLDEN.strip().split("\n\n")]
    assert [[shape(text) for text in texts] for texts in by_block.values()] == [
        [_shape_of(line) for line in lines] for lines in wanted
    ]
    joined = {each.block_id: " ".join(s.text.text for s in found if s.block_id == each.block_id) for each in found}
    assert joined == {block.id: block.text.text for block in document}
    whole = " | ".join(each.text.text for each in found)
    for kept in (
        "Presidency Pro- Tempore to follow",
        "the U.S. in 2014 will",
        "Swing said: “The world",
        "http://www.rcmvs.org/ or",
    ):
        assert kept in whole


def _shape_of(line: str) -> str:
    head, tail = line.split(" … ")
    return f"{' '.join(head.split()[:3])} … {' '.join(tail.split()[-2:])}"
