"""Which texts of two languages are one release: by the files' names, dates, numbers, addresses and length."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.translation.alignment.evidence import tokens_of
from desktop.translation.alignment.knowledge import Knowledge, plain
from desktop.translation.language_forms import primary
from desktop.translation.words import indel


class Reason(StrEnum):
    """Why two texts seem to be one release."""

    NAME = "name"
    DATE = "date"
    NUMBERS = "numbers"
    NAMES = "names"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that wants its other half. ``name`` is the file's name without its ending, with its inner folders."""

    name: str
    language: str
    texts: tuple[str, ...]

    @property
    def length(self) -> int:
        """Its characters."""
        return sum(map(len, self.texts))


@dataclass(frozen=True, slots=True)
class DocumentPair:
    """A source and a target by their places, how sure it is (0.0 to 1.0), and what speaks for it."""

    source: int
    target: int
    confidence: float
    reasons: tuple[Reason, ...]


#: Points from which two texts are one release, and how many of them are as sure as it gets.
_ENOUGH = 2.0
_SURE = 6.0
_PART = re.compile(r"[^\W_]+")
_WORD_PART = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True)
class _Signature:
    name: str
    numbers: frozenset[str]
    dates: frozenset[str]
    names: frozenset[str]
    length: int


def pair_documents(
    sources: Sequence[Candidate],
    targets: Sequence[Candidate],
    knowledge: Knowledge,
    *,
    checkpoint: Callable[[], None] = lambda: None,
) -> tuple[DocumentPair, ...]:
    """The pairs, each text in one at most, in the sources' order; texts without a partner are left out."""
    marks = frozenset().union(*(_marks(each.language, knowledge) for each in (*sources, *targets)))
    read: list[list[_Signature]] = []
    for side in (sources, targets):
        read.append([])
        for each in side:
            checkpoint()
            read[-1].append(_signature(each, knowledge, marks))
    rare = _rarity([*read[0], *read[1]])
    points: list[tuple[float, DocumentPair]] = []
    for i, here in enumerate(read[0]):
        checkpoint()
        for j, there in enumerate(read[1]):
            score, reasons = _points(here, there, rare)
            if score >= _ENOUGH:
                points.append((score, DocumentPair(i, j, min(0.99, score / _SURE), reasons)))
    taken: tuple[set[int], set[int]] = (set(), set())
    found: list[DocumentPair] = []
    for score, pair in sorted(points, key=lambda point: -point[0]):
        if pair.source in taken[0] or pair.target in taken[1]:
            continue
        taken[0].add(pair.source)
        taken[1].add(pair.target)
        found.append(_doubted(pair, score, points))
    return tuple(sorted(found, key=lambda each: each.source))


def _doubted(pair: DocumentPair, score: float, points: Sequence[tuple[float, DocumentPair]]) -> DocumentPair:
    """The pair, less sure where another text fits nearly as well."""
    others = (p for p, e in points if (e.source == pair.source) != (e.target == pair.target))
    rival = max(others, default=0.0)
    ahead = min(1.0, (score - rival) / 1.5)
    return DocumentPair(pair.source, pair.target, pair.confidence * (0.5 + 0.5 * max(0.0, ahead)), pair.reasons)


def _marks(language: str, knowledge: Knowledge) -> frozenset[str]:
    """What a file's name may call its language."""
    return frozenset({plain(language), primary(language)}) | knowledge.called.get(primary(language), frozenset())


def _signature(candidate: Candidate, knowledge: Knowledge, marks: frozenset[str]) -> _Signature:
    parts = [part for each in _PART.findall(plain(candidate.name)) for part in _WORD_PART.findall(each)]
    numbers: set[str] = set()
    dates: set[str] = set()
    names: Counter[str] = Counter()
    for text in candidate.texts:
        tokens = tokens_of(text, candidate.language, knowledge)
        days = {key.partition(":")[2] for token in tokens if token.kind == "number" for key in token.keys}
        for token in tokens:
            if token.kind in ("number", "address"):
                numbers.update(key for key in token.keys if len(key.partition(":")[2]) > 1 or token.kind == "address")
            elif token.keys[0].startswith("month:"):
                dates.update(f"{token.keys[0]}/{day}" for day in days if day.isdigit() and int(day) <= 31)
            elif token.kind == "name":
                names[token.keys[0]] += 1
    return _Signature(
        " ".join(part for part in parts if part not in marks),
        frozenset(numbers),
        frozenset(dates),
        frozenset(names),
        candidate.length,
    )


def _rarity(signatures: Sequence[_Signature]) -> dict[str, float]:
    count = Counter(key for each in signatures for key in each.numbers | each.names | each.dates)
    # A pair has everything twice: what only the two of them have counts in full.
    return {key: 1.0 / (1.0 + math.log(max(1.0, number / 2))) for key, number in count.items()}


def _points(here: _Signature, there: _Signature, rare: dict[str, float]) -> tuple[float, tuple[Reason, ...]]:
    longer, shorter = max(here.length, there.length), max(1, min(here.length, there.length))
    if longer / shorter > 3.0 and longer - shorter > 500:
        return 0.0, ()
    score = 0.0
    reasons: list[Reason] = []
    for reason, points in (
        (Reason.NAME, _name_points(here.name, there.name)),
        (Reason.DATE, 1.2 * _shared(here.dates, there.dates, rare)),
        (Reason.NUMBERS, 5.0 * _shared(here.numbers, there.numbers, rare)),
        (Reason.NAMES, 3.5 * _shared(here.names, there.names, rare)),
        (Reason.LENGTH, 0.5 if longer / shorter < 1.4 else -0.5),
    ):
        score += points
        if points >= 0.45:
            reasons.append(reason)
    # Texts of one length and nothing else in common are no pair.
    return (score, tuple(reasons)) if set(reasons) - {Reason.LENGTH} else (0.0, ())


def _name_points(here: str, there: str) -> float:
    if not here or not there:
        return 0.0
    if here == there:
        return 2.5
    figures = [frozenset(part for part in name.split() if part.isdigit()) for name in (here, there)]
    if figures[0] and figures[0] == figures[1]:
        return 1.5
    if figures[0] != figures[1]:
        return 0.0
    alike = float(indel().normalized_similarity(here, there))
    return 1.5 if alike > 0.85 else 0.8 if alike > 0.7 else 0.0


def _shared(here: frozenset[str], there: frozenset[str], rare: dict[str, float]) -> float:
    """How much of both is in both, rare things first, from 0.0 to 1.0; one thing alone says little."""
    both = sum(rare[key] for key in here & there)
    every = sum(rare[key] for key in here | there)
    return both / (every + 1.0)
