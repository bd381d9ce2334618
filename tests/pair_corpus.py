"""The corpus of translated pairs: texts of clean pairs, each with planted errors under it.

A text is a file: ``from en to es``, then pairs as ``> source``, ``< target`` and any number of
``! kind | what stands in the target | what is planted instead``. ``#`` is a comment.
``python -m tests.pair_corpus [texts|held_out|fresh] [-v]`` prints what the checks make of it, per kind.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "fixtures" / "pairs"


@dataclass(frozen=True)
class Planted:
    """One error: ``find`` of the clean target becomes ``instead``."""

    kind: str
    find: str
    instead: str


@dataclass
class CleanPair:
    source: str
    target: str
    planted: list[Planted] = field(default_factory=list)

    def broken(self, error: Planted) -> str:
        """The target with an error in it."""
        if error.find == "*":
            return error.instead
        assert error.find in self.target, f"“{error.find}” is not in “{self.target}”"
        return self.target.replace(error.find, error.instead, 1)


@dataclass
class PairText:
    name: str
    source: str
    target: str
    pairs: list[CleanPair]


def read_text(path: Path) -> PairText:
    """One file of the corpus."""
    source, target, pairs = "", "", []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("from "):
            _from, source, _to, target = line.split()
        elif line.startswith("> "):
            pairs.append(CleanPair(line[2:], ""))
        elif line.startswith("< "):
            pairs[-1].target = line[2:]
        elif line.startswith("! "):
            kind, find, instead = (line[2:] + " ").split(" | ", 2)
            pairs[-1].planted.append(Planted(kind.strip(), find, instead.removesuffix(" ")))
    return PairText(path.stem, source, target, pairs)


def texts(*folders: str) -> Iterator[PairText]:
    """Every text of some folders (``texts``, ``held_out``, ``fresh``)."""
    for folder in folders or ("texts", "held_out", "fresh"):
        for path in sorted((FOLDER / folder).glob("*.txt")):
            yield read_text(path)


def kinds() -> dict[str, tuple[str, ...]]:
    """Kind of planted error → names of the checks that may tell it."""
    table = tomllib.loads((FOLDER / "kinds.toml").read_text("utf-8"))
    return {kind: tuple(names) for kind, names in table.items()}


@dataclass
class Measured:
    """False alarms on clean pairs; planted errors found by a check of their kind, or missed."""

    segments: int = 0
    false_alarms: list[tuple[str, str, str, str]] = field(default_factory=list)
    found: Counter[str] = field(default_factory=Counter)
    missed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    told_by: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def table(self) -> str:
        """The confusion table, a line per kind of error, and the false alarms per check."""
        lines = [f"{'kind':<20}{'planted':>8}{'found':>7}{'missed':>8}   told by"]
        for kind in sorted({*self.found, *self.missed}):
            missed = len(self.missed.get(kind, ()))
            by = ", ".join(f"{name} {count}" for name, count in self.told_by[kind].most_common(3))
            lines.append(f"{kind:<20}{self.found[kind] + missed:>8}{self.found[kind]:>7}{missed:>8}   {by}")
        found, missed = sum(self.found.values()), sum(map(len, self.missed.values()))
        lines.append(
            f"{'all':<20}{found + missed:>8}{found:>7}{missed:>8}   {100 * found / max(1, found + missed):.1f} %"
        )
        alarms = Counter(check for _where, check, _message, _target in self.false_alarms)
        lines.append(f"{len(self.false_alarms)} false alarms on {self.segments} clean segments: {dict(alarms)}")
        return "\n".join(lines)


def measure(*folders: str, only: frozenset[str] = frozenset()) -> Measured:
    """Run every check over the clean texts, then over each text with one error at a time. ``only``: kinds."""
    from desktop.app import wiring
    from desktop.services.pair_checking import check_lines, pair_facts
    from desktop.services.pair_terms import starter_terms

    tools, result, wanted = wiring.make_tools(), Measured(), kinds()
    terms = starter_terms()
    made = {}
    for text in texts(*folders):
        direction = (text.source, text.target)
        if direction not in made:
            made[direction] = pair_facts(tools.house.profile("plain"), tools, *direction, terms=terms)
        facts = made[direction]
        sources, targets = [pair.source for pair in text.pairs], [pair.target for pair in text.pairs]
        result.segments += len(sources)
        _pairs, clean = check_lines(sources, targets, facts)
        usual = {(each.block_id, each.check) for each in clean}
        for each in clean:
            target = targets[int(each.block_id) - 1]
            result.false_alarms.append((f"{text.name}:{each.block_id}", each.check, each.message, target))
        for number, pair in enumerate(text.pairs):
            for error in pair.planted:
                if only and error.kind not in only:
                    continue
                broken = [*targets[:number], pair.broken(error), *targets[number + 1 :]]
                _pairs, found = check_lines(sources, broken, facts)
                names = {each.check for each in found if int(each.block_id) == number + 1}
                names |= {each.check for each in found if (each.block_id, each.check) not in usual}
                by = [name for name in sorted(names) if name in wanted[error.kind]]
                if by:
                    result.found[error.kind] += 1
                    result.told_by[error.kind].update(by)
                else:
                    told = ", ".join(sorted(names)) or "nothing"
                    result.missed[error.kind].append(
                        f"{text.name}:{number + 1} {error.find!r} → {error.instead!r} ({told})"
                    )
    return result


def main(*given: str) -> None:
    """Print the table; with ``-v`` every miss and every false alarm."""
    folders = [each for each in given if each in ("texts", "held_out", "fresh")]
    only = frozenset(each for each in given if each in kinds())
    result = measure(*folders, only=only)
    print(result.table())
    if "-v" in given:
        for kind, missed in sorted(result.missed.items()):
            for each in missed:
                print(f"MISSED {kind}: {each}")
        for where, check, message, target in result.false_alarms:
            print(f"FALSE {where} {check}: {message}\n      {target}")


if __name__ == "__main__":
    main(*sys.argv[1:])
