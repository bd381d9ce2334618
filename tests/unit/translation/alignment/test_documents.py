"""Which files are one release."""

from __future__ import annotations

from desktop.translation.alignment.documents import Candidate, Reason, pair_documents
from tests.unit.translation.alignment import gold

KNOWN = gold.knowledge()
PAIRS = [pair for part in ("development", "held_out") for pair in gold.pairs(part) if "turned" not in pair.name]


def _candidate(pair: gold.GoldPair, language: str, name: str) -> Candidate:
    side = pair.source if pair.languages[0] == language else pair.target
    return Candidate(name, language, tuple(sentence.text for sentence in side))


def test_texts_are_paired_by_what_is_in_them_when_names_say_nothing() -> None:
    sources = [_candidate(pair, "en", f"a{chr(97 + at)}") for at, pair in enumerate(PAIRS)]
    targets = [_candidate(pair, "es", f"z{chr(122 - at)}q") for at, pair in enumerate(PAIRS)][::-1]
    found = pair_documents(sources, targets, KNOWN)
    assert [(each.source, len(PAIRS) - 1 - each.target) for each in found] == [(n, n) for n in range(len(PAIRS))]
    assert all({Reason.NUMBERS, Reason.NAMES} & set(each.reasons) for each in found)


def test_a_text_without_partner_stays_alone_and_names_decide_between_twins() -> None:
    text = ("The office is closed today.",), ("La oficina está cerrada hoy.",)
    sources = [Candidate("2021-04 notice en", "en", text[0]), Candidate("2021-05 notice en", "en", text[0])]
    targets = [Candidate("2021-05 notice es", "es", text[1]), Candidate("2021-04 notice es", "es", text[1])]
    found = pair_documents([*sources, _candidate(PAIRS[0], "en", "shelter")], targets, KNOWN)
    assert [(each.source, each.target) for each in found] == [(0, 1), (1, 0)]
    assert all(Reason.NAME in each.reasons for each in found)


def test_nothing_in_common_is_no_pair() -> None:
    one, other = _candidate(PAIRS[0], "en", "one"), _candidate(PAIRS[5], "es", "dos")
    assert pair_documents([one], [other], KNOWN) == ()
