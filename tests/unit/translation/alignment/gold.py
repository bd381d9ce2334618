"""Reading the pairs of texts whose true beads are known (``tests/golden/alignment``).

A line is a bead: source ``|||`` target; ``^`` parts sentences of one side; an empty line ends a paragraph on both
sides, a line ``¶<`` or ``¶>`` on one. ``{@+1}`` before a target: it stands one bead later in the target text.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop import places
from desktop.translation.alignment.beads import Bead, Sentence, in_order
from desktop.translation.alignment.knowledge import Knowledge, read_knowledge, term_rows

FOLDER = Path(__file__).parents[3] / "golden" / "alignment"


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two texts and the beads that are right."""

    name: str
    languages: tuple[str, str]
    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]
    beads: tuple[Bead, ...]

    @property
    def turned(self) -> GoldPair:
        """The same, translated the other way."""
        beads = in_order([Bead(bead.target, bead.source) for bead in self.beads])
        return GoldPair(self.name + " turned", self.languages[::-1], self.target, self.source, beads)


def knowledge() -> Knowledge:
    """What the program itself knows."""
    folder = places.resource("alignment")
    glossary = places.resource("sample", "glossary.csv").read_text("utf-8")
    return read_knowledge(
        (folder / "lexicon.csv").read_text("utf-8"), (folder / "words.toml").read_text("utf-8"), term_rows(glossary)
    )


def pairs(part: str) -> list[GoldPair]:
    """The pairs of ``development``, ``held_out`` or ``final``, in both directions."""
    found = [read_pair(path) for path in sorted((FOLDER / part).glob("*.txt"))]
    return [each for pair in found for each in (pair, pair.turned)]


def read_pair(path: Path) -> GoldPair:
    """One file."""
    head, *lines = path.read_text("utf-8").splitlines()
    one, other = head.removeprefix("#").split()
    rows: list[tuple[list[str], list[str], int, int, float]] = []
    left = right = 0
    for line in lines:
        if "|||" not in line:
            left += line.strip() in ("", "¶<")
            right += line.strip() in ("", "¶>")
            continue
        a, _bar, b = line.partition("|||")
        shift = re.match(r"\s*\{@([+-]\d+)\}", b)
        place = len(rows) + (float(shift[1]) + 0.5 if shift else 0.0)
        rows.append((_sentences(a), _sentences(b[shift.end() :] if shift else b), left, right, place))
    return _build(path.stem, (one, other), rows)


def _sentences(side: str) -> list[str]:
    return [part.strip() for part in side.split(" ^ ") if part.strip()]


def _build(name: str, languages: tuple[str, str], rows: list[tuple[list[str], list[str], int, int, float]]) -> GoldPair:
    source: list[Sentence] = []
    sources: list[tuple[int, ...]] = []
    for here, _there, left, _right, _place in rows:
        sources.append(tuple(range(len(source), len(source) + len(here))))
        source += [Sentence(text, left) for text in here]
    target: list[Sentence] = []
    targets: dict[int, tuple[int, ...]] = {}
    for at in sorted(range(len(rows)), key=lambda row: rows[row][4]):
        there, right = rows[at][1], rows[at][3]
        targets[at] = tuple(range(len(target), len(target) + len(there)))
        target += [Sentence(text, right) for text in there]
    beads = [
        Bead((one,) if one is not None else (), (other,) if other is not None else ())
        if one is None or other is None
        else Bead(sources[at], targets[at])
        for at in range(len(rows))
        for one, other in _lone(sources[at], targets[at])
    ]
    return GoldPair(name, languages, tuple(source), tuple(target), in_order(beads))


def _lone(source: tuple[int, ...], target: tuple[int, ...]) -> Iterator[tuple[int | None, int | None]]:
    """A bead with both sides once; sentences without a partner one by one."""
    if source and target:
        yield source[0], target[0]
    else:
        yield from ((at, None) for at in source)
        yield from ((None, at) for at in target)


def scores(wanted: Iterable[Bead], found: Iterable[Bead]) -> tuple[int, int, int]:
    """Beads exactly right, beads wanted, beads found."""
    right = {(bead.source, bead.target) for bead in wanted}
    got = {(bead.source, bead.target) for bead in found}
    return len(right & got), len(right), len(got)


def disturbed(pair: GoldPair, seed: int, *, share: float = 0.12) -> GoldPair:
    """The pair with sentences of 1-1 beads merged, split or dropped at random; its beads stay the truth."""
    chance = random.Random(seed)
    rows: list[tuple[list[str], list[str], int, int, float]] = []
    order = {bead.source or bead.target: at for at, bead in enumerate(pair.beads)}
    for bead in pair.beads:
        here = [pair.source[at].text for at in bead.source]
        there = [pair.target[at].text for at in bead.target]
        left = pair.source[bead.source[0]].paragraph if bead.source else 0
        right = pair.target[bead.target[0]].paragraph if bead.target else 0
        place = float(bead.target[0]) if bead.target else order[bead.source] - 0.5
        rolled = chance.random()
        if len(here) == len(there) == 1 and rolled < share:
            if rolled < share / 4:
                here = []
            elif rolled < share / 2:
                there = []
            elif chance.random() < 0.5:
                here = _halves(here[0]) or here
            else:
                there = _halves(there[0]) or there
        elif rolled < share * 2 and rows and len(here) == len(there) == len(rows[-1][0]) == len(rows[-1][1]) == 1:
            before = rows.pop()
            if chance.random() < 0.5:
                here, there = [*before[0], *here], [f"{before[1][0]} {there[0]}"]
            else:
                here, there = [f"{before[0][0]} {here[0]}"], [*before[1], *there]
            place = before[4]
        rows.append((here, there, left, right, place))
    return _build(f"{pair.name} disturbed {seed}", pair.languages, rows)


def _halves(text: str) -> list[str]:
    """A long sentence cut at the comma next to its middle; nothing where it has none near there."""
    commas = [m.end() for m in re.finditer(r"[,;] ", text) if 0.3 < m.end() / len(text) < 0.7]
    if len(text) < 80 or not commas:
        return []
    at = min(commas, key=lambda end: abs(end - len(text) / 2))
    return [text[:at].rstrip(" ,;") + ".", text[at:].strip()]
