"""Checks that need segments: chips, gaps, states, the memory, and the rest of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.segment import SegmentOrigin, SegmentState
from desktop.translation.checks.context import Pair
from tests.unit.translation.checks.bench import check_pairs, facts, names


class Memory:
    """A memory of one sentence."""

    def translations(self, source: str) -> Sequence[str]:
        return ("Nota a los editores",) if source == "Notes to editors" else ()


def _pair(source: RichText | str, target: RichText | str, **more: object) -> Pair:
    texts = [RichText.plain(each) if isinstance(each, str) else each for each in (source, target)]
    return replace(Pair("s1", *texts), **more)  # type: ignore[arg-type]


def _marked(text: str, kind: MarkKind, value: str, words: str) -> RichText:
    at = text.index(words)
    return RichText.of(text, [Mark(at, at + len(words), kind, value)])


def test_chips_are_missing_or_extra() -> None:
    source = _marked("Ask Ana Mora today.", MarkKind.PROTECTED, "name", "Ana Mora")
    assert "marks" in names(check_pairs([_pair(source, "Pregunte hoy a Ana Mora.")]))
    whole = _marked("Pregunte hoy a Ana Mora.", MarkKind.PROTECTED, "name", "Ana Mora")
    assert "marks" not in names(check_pairs([_pair(source, whole)]))
    assert "marks" in names(check_pairs([_pair("Ask Ana Mora today.", whole)]))


def test_lost_bold_and_open_gaps() -> None:
    bold = _marked("It is free for all.", MarkKind.STRONG, "", "free")
    assert "marks" in names(check_pairs([_pair(bold, "Es gratis para todos.")]))
    gap = _marked("Abre el [fecha] aquí.", MarkKind.PLACEHOLDER, "date", "[fecha]")
    found = check_pairs([_pair("It opens here.", gap)])
    assert {"gaps", "marks"} <= names(found)


def test_stale_is_said_until_the_source_is_as_it_was() -> None:
    stale = _pair("It is free.", "Es gratis.", is_stale=True)
    assert names(check_pairs([stale])) == {"stale"}
    assert not check_pairs([replace(stale, is_stale=False)])


def test_a_fuzzy_match_confirmed_as_it_came() -> None:
    given = replace(facts(), memory=Memory())
    confirmed = {"origin": SegmentOrigin.MEMORY, "state": SegmentState.TRANSLATED}
    fuzzy = _pair("Note to our editors", "Nota a los editores", **confirmed)
    assert names(check_pairs([fuzzy], given)) == {"unedited-fuzzy"}
    assert not check_pairs([replace(fuzzy, origin=SegmentOrigin.TYPED)], given)
    assert not check_pairs([_pair("Notes to editors", "Nota a los editores", **confirmed)], given)
    assert not check_pairs([fuzzy]), "without a memory nobody knows whether the match was exact"


def test_the_memory_says_otherwise() -> None:
    given = replace(facts(), memory=Memory())
    [finding] = check_pairs([_pair("Notes to editors", "Apuntes para redactores")], given)
    assert finding.check == "memory-consistency"
    assert finding.fix is not None
    assert finding.fix.text == "Nota a los editores"
    assert not check_pairs([_pair("Notes to editors", "Nota a los editores")], given)


def test_one_sentence_in_two_ways_and_two_in_one() -> None:
    one = Pair.of_lines(1, "The road to the coast is open.", "La carretera a la costa está abierta.")
    again = Pair.of_lines(2, "The road to the coast is open.", "El camino a la costa está abierto.")
    other = Pair.of_lines(3, "The way to the sea is open.", "La carretera a la costa está abierta.")
    assert [(e.check, e.block_id) for e in check_pairs([one, again])] == [("consistency", "2")]
    assert [(e.check, e.block_id) for e in check_pairs([one, other])] == [("same-translation", "3")]
    assert not check_pairs([one, replace(one, id="9")])
