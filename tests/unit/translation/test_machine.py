"""What is masked for a machine, and what comes back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.translation.machine import MASK, mask, restore


def test_figures_names_terms_addresses_and_chips_are_masked_and_written_for_the_target() -> None:
    text = "On Monday IOM sent 1,350.5 tonnes to Salvador Gutierrez (sgutierrez@iom.int, +506-2212-5337) [DATE]."
    at = text.index("[DATE]")
    source = RichText.of(text, [Mark(at, at + 6, MarkKind.PLACEHOLDER, "date")])
    masked = mask(source, "en", "es", [(text.index("IOM"), text.index("IOM") + 3, "OIM")])
    for word in ("IOM", "1,350", "Gutierrez", "sgutierrez", "2212", "[DATE]"):
        assert word not in masked.text
    assert "Monday" in masked.text
    back = restore(masked, masked.text)
    assert back is not None
    assert back.text == text.replace("IOM", "OIM").replace("1,350.5", "1.350,5").replace(
        "Salvador Gutierrez", "Salvador Gutierrez"
    )
    assert [(mark.kind, mark.value) for mark in back.marks] == [(MarkKind.PLACEHOLDER, "date")]


def test_a_lost_a_doubled_a_made_up_and_a_broken_mask_give_nothing() -> None:
    masked = mask(RichText.plain("IOM has 12 offices."), "en", "es")
    assert len(masked.kept) == 2
    for answer in ("⟦0⟧ tiene oficinas.", "⟦0⟧ ⟦1⟧ ⟦1⟧", "⟦0⟧ ⟦1⟧ ⟦2⟧", "⟦0⟧ ⟦1", "", "  "):
        assert restore(masked, answer) is None
    back = restore(masked, " ⟦1⟧ oficinas tiene ⟦ 0 ⟧ ")
    assert back is not None
    assert back.text == "12 oficinas tiene IOM"


@given(st.text(max_size=80), st.permutations(range(3)))
def test_an_answer_that_keeps_every_mask_keeps_every_piece(words: str, order: list[int]) -> None:
    source = RichText.plain("Ana Solano paid 1,200 to UNHCR and then Ana Solano left.")
    masked = mask(source, "en", "es")
    found = MASK.findall(masked.text)
    assert found == [str(n) for n in range(len(masked.kept))]
    clean = words.replace("⟦", "").replace("⟧", "")
    answer = clean.join(f"⟦{n}⟧" for n in (order + list(range(3, len(masked.kept)))) if n < len(masked.kept))
    back = restore(masked, answer)
    assert back is not None
    assert all(kept.text in back.text for kept in masked.kept)
