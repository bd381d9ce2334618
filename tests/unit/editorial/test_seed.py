"""The real release that everything must work on comes in clean."""

from itertools import count
from pathlib import Path

import pytest

from desktop.domain.document import BlockKind
from desktop.editorial.recognition import Recognised, to_blocks
from tests.unit.editorial.reading import kept, kept_kinds, read

SEED = Path(__file__).parents[2] / "fixtures" / "seed_release.txt"
HEADLINE = "IOM Director General Attends XIX Annual Meeting of the Regional Conference on Migration in Nicaragua"


@pytest.fixture(scope="module")
def seed() -> Recognised:
    return read(SEED.read_text(encoding="utf-8"))


def test_navigation_is_cut_off(seed):
    assert seed.start == 22
    assert not any(block.is_kept for block in seed.blocks[:22])
    assert all(block.is_kept for block in seed.blocks[22:])
    assert seed.end == len(seed.blocks)
    assert seed.language == "en"
    assert seed.warnings == ()


def test_every_part_has_its_kind(seed):
    assert kept(seed, BlockKind.HEADLINE) == [HEADLINE]
    assert kept(seed, BlockKind.DATELINE) == ["Nicaragua –"]
    assert dict(seed.blocks[23].attrs) == {"place": "Nicaragua"}
    (lead,) = kept(seed, BlockKind.LEAD)
    assert lead.startswith("Officials from the 11 countries that make up")
    expected = ["headline", "dateline", "lead", "paragraph", *["quote"] * 3, *["paragraph"] * 6, "contact", "contact"]
    assert kept_kinds(seed) == expected


def test_quotes_know_who_speaks(seed):
    quotes = [block for block in seed.blocks if block.kind is BlockKind.QUOTE]
    speakers = [dict(block.attrs)["speaker"] for block in quotes]
    assert speakers == ["William Lacy Swing", "Swing", "Swing"]
    assert dict(quotes[1].attrs)["title"] == "Director General"


def test_both_contacts_are_offered_with_valid_numbers(seed):
    found = [(c.name, c.email, c.phone, c.phone_as_written) for c in seed.contacts]
    assert found == [
        ("Oliver Bush", "obush@iom.int", "+50622125327", "506-2212-5327"),
        ("Salvador Gutierrez", "sgutierrez@iom.int", "+50622125337", "+506-2212-5337"),
    ]
    assert [seed.blocks[c.block].kind for c in seed.contacts] == [BlockKind.CONTACT] * 2
    assert seed.blocks[seed.contacts[0].block].text.text.startswith("For information on the Regional")


def test_the_authors_slips_stay(seed):
    text = " ".join(block.text.text for block in seed.blocks)
    assert "Pro- Tempore" in text
    assert "North American and the Caribbean" in text
    assert "80%" in text


def test_blocks_of_the_document(seed):
    ids = count()
    blocks = to_blocks(seed, lambda: f"b{next(ids)}")
    assert len(blocks) == 15
    assert len({block.id for block in blocks}) == 15
    assert blocks[0].text.text == HEADLINE
    assert blocks[1].attr("place") == "Nicaragua"
