"""The match index of the memory: word lists in the database, lengths and the newest units in memory.

Nothing is built at the start. A unit that was just added is looked at by itself; when :data:`~.runs.TAIL` of them wait,
they become a run. A place stands for the same words for ever, so what is remembered here is never wrong; only a
rollback may give a place to another unit, and the workspace forgets all of this then.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import delete, func, insert, or_, select
from sqlalchemy.engine import Connection

from desktop.storage.rows import batches
from desktop.storage.schema import desk
from desktop.translation.memory.candidates import Few, Scratch, best, find
from desktop.translation.memory.hashing import hashed
from desktop.translation.memory.runs import FAN, TAIL, Run, joined_lengths, make_run, read_list

_UNIT, _RUN, _WORD = desk.translation_unit, desk.memory_run, desk.memory_word
#: Units of one run at most when it is made: what a build holds in memory at a time (about 200 bytes a word).
BUILT = 100_000
#: Units with figures that are looked at for a number.
_LOOKED_AT = 20_000
_NO_LETTERS = re.compile(r"[\W\d_]+")


@dataclass
class IndexMemory:
    """What the index remembers between units of work. One per open workspace."""

    runs: tuple[int, ...] = ()
    lengths: NDArray[np.uint8] = field(default_factory=lambda: np.zeros(0, dtype=np.uint8))
    covered: int = 0
    scratch: Scratch = field(default_factory=Scratch)
    #: The units that no run holds yet, up to this place.
    tail: Few = field(default_factory=Few)
    tail_end: int = 0
    is_current: bool = False


class MemoryIndex:
    """Asks and feeds the index inside one transaction. Fulfils :class:`~.candidates.WordLists`."""

    def __init__(self, connection: Connection, memory: IndexMemory) -> None:
        self._connection = connection
        self._memory = memory
        # An office's units may be added by others; a file has one program that writes.
        self._is_shared = connection.dialect.name != "sqlite"

    # -- asking ---------------------------------------------------------------------------------------------

    def find(self, text: str, language: str, *, least: float, most: int) -> list[tuple[int, int]]:
        """``(place, side)`` of texts of the language that may be ``least`` alike, the likest first."""
        self._read()
        memory, question = self._memory, hashed([text], [language])
        found = find(self, memory.scratch, question, least=least, most=most)
        found = best([found, memory.tail.alike(question, least=least)], most)
        return [(number >> 1, number & 1) for number in found.texts.tolist()]

    def having(self, words: str, languages: Sequence[str], most: int) -> list[int]:
        """Places of units, the newest first, of which one side has all the words (in any order).

        Figures and signs among words do not count; alone they are looked for as they are written.
        """
        self._read()
        letters = _NO_LETTERS.sub(" ", words).strip()
        if not letters:
            return self._having_written(words.strip(), self._newest(words, languages, _LOOKED_AT), most)
        return self._newest(letters, languages, most)

    def _newest(self, words: str, languages: Sequence[str], most: int) -> list[int]:
        """Places of units of which one side has all the words, the newest first."""
        found: list[NDArray[np.int64]] = []
        for language in languages:
            question = hashed([words], [language])
            # Both texts of a unit may be in one language.
            found += [self._with_all(question.as_listed(short=short), 2 * most) for short in (True, False)]
            found.append(self._memory.tail.having(question.as_listed(short=False)) >> 1)
        places = np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)
        newest: list[int] = places[::-1][:most].tolist()
        return newest

    def _having_written(self, signs: str, places: Sequence[int], most: int) -> list[int]:
        """Those of some places that have the very signs, the newest first; not all are looked at where they are many."""
        found: list[int] = []
        for batch in batches(places):
            has = or_(*(side.contains(signs, autoescape=True) for side in (_UNIT.c.source, _UNIT.c.target)))
            these = select(_UNIT.c.place).where(_UNIT.c.place.in_(batch), has)
            found += self._connection.execute(these.order_by(_UNIT.c.place.desc())).scalars()
            if len(found) >= most:
                break
        return found[:most]

    def _with_all(self, words: NDArray[np.uint32], most: int) -> NDArray[np.int64]:
        """Places of texts with all the words, at least the ``most`` newest where there are so many."""
        wanted = np.unique(words).tolist()
        counts = self.counts(wanted)
        if len(counts) < len(wanted):
            return np.zeros(0, dtype=np.int64)
        lists = self.texts(wanted)
        rarest, *others = (lists[word] for word in sorted(wanted, key=lambda word: counts[word]))
        found: list[NDArray[np.uint32]] = []
        count, end, step = 0, len(rarest), max(1_000, 4 * most)
        while end and count < most:
            start = max(0, end - step)
            kept = _in_all(rarest[start:end], others)
            found.append(kept)
            count, end, step = count + len(kept), start, 2 * step
        return np.concatenate(found).astype(np.int64) >> 1

    def counts(self, words: Sequence[int]) -> Mapping[int, int]:
        """See the protocol."""
        asked = f"SELECT word, sum(texts) FROM memory_word WHERE word IN ({_listed(words)}) GROUP BY word"  # noqa: S608 - numbers
        return {word: int(count) for word, count in self._connection.exec_driver_sql(asked)}

    def texts(self, words: Sequence[int]) -> Mapping[int, NDArray[np.uint32]]:
        """See the protocol."""
        asked = f"SELECT word, list FROM memory_word WHERE word IN ({_listed(words)}) ORDER BY word, run"  # noqa: S608 - numbers
        parts: dict[int, list[NDArray[np.uint32]]] = {}
        for word, stored in self._connection.exec_driver_sql(asked):
            parts.setdefault(word, []).append(read_list(stored))
        # Runs cover rising stretches, so lists one after another rise too.
        return {word: each[0] if len(each) == 1 else np.concatenate(each) for word, each in parts.items()}

    def lengths(self) -> NDArray[np.uint8]:
        """See the protocol."""
        return self._memory.lengths

    def hear(self) -> None:
        """Units were added in this transaction."""
        self._memory.is_current = False

    # -- what is remembered ---------------------------------------------------------------------------------

    def _read(self) -> None:
        """Bring what is remembered up to what is stored, where units may have been added."""
        if self._memory.is_current and not self._is_shared:
            return
        memory = self._memory
        known = self._connection.execute(select(_RUN.c.run).order_by(_RUN.c.first_place)).scalars().all()
        if tuple(known) != memory.runs:
            self._read_lengths(tuple(known))
        self._read_tail()
        memory.is_current = True

    def _read_lengths(self, runs: tuple[int, ...]) -> None:
        memory = self._memory
        stored = self._connection.execute(
            select(_RUN.c.first_place, _RUN.c.last_place, _RUN.c.lengths).order_by(_RUN.c.first_place)
        ).all()
        memory.runs = runs
        memory.covered = max((int(row.last_place) for row in stored), default=0)
        parts = [(row.first_place * 2, np.frombuffer(row.lengths, dtype=np.uint8)) for row in stored]
        memory.lengths = joined_lengths(0, memory.covered * 2 + 1, parts)
        memory.tail = memory.tail.after(memory.covered * 2 + 1)
        memory.tail_end = max(memory.tail_end, memory.covered)

    def _read_tail(self) -> None:
        memory = self._memory
        numbers, texts, languages = [], [], []
        for row in self._after(memory.tail_end):
            numbers += [row.place * 2, row.place * 2 + 1]
            texts += [row.source, row.target]
            languages += [row.source_language, row.target_language]
        if not numbers:
            return
        memory.tail = memory.tail.and_more(numbers, texts, languages)
        memory.tail_end = numbers[-1] >> 1

    def _after(self, place: int, limit: int | None = None) -> Sequence[Any]:
        # Word for word as SQL: SQLAlchemy's work on each value would take as long as the hashing.
        asked = "SELECT place, source, target, source_language, target_language FROM translation_unit WHERE place > "
        few = "" if limit is None else f" LIMIT {int(limit)}"
        return self._connection.exec_driver_sql(f"{asked}{int(place)} ORDER BY place{few}").all()

    # -- feeding --------------------------------------------------------------------------------------------

    def take_in(self, *, at_least: int = TAIL) -> int:
        """Make runs of the units that wait, where more than ``at_least`` do; answers how many units it took.

        The last ``TAIL`` texts never need it: they are looked at one by one. Call it after adding units.
        """
        covered = int(self._connection.execute(select(func.max(_RUN.c.last_place))).scalar() or 0)
        waiting = self._connection.execute(
            select(func.count()).select_from(_UNIT).where(_UNIT.c.place > covered)
        ).scalar_one()
        if waiting <= at_least:
            self._memory.is_current = False
            return 0
        taken = 0
        while rows := self._after(covered, BUILT):
            self.add_run(
                [row.place for row in rows],
                [text for row in rows for text in (row.source, row.target)],
                [tag for row in rows for tag in (row.source_language, row.target_language)],
            )
            covered = int(rows[-1].place)
            taken += len(rows)
        return taken

    def add_run(self, places: Sequence[int], texts: Sequence[str], languages: Sequence[str]) -> None:
        """Index units that follow all that are indexed: their places, and both texts and languages of each."""
        made = make_run([number for place in places for number in (place * 2, place * 2 + 1)], texts, languages)
        self._store(made, places[0], places[-1], len(places))
        self._join_runs()
        self._memory.is_current = False

    def _store(self, made: Run, first: int, last: int, units: int) -> None:
        run = int(self._connection.execute(select(func.max(_RUN.c.run))).scalar() or 0) + 1
        self._connection.execute(
            insert(_RUN),
            {"run": run, "first_place": first, "last_place": last, "units": units, "lengths": made.lengths.tobytes()},
        )
        for batch in batches(made.lists(), 20_000):
            self._put_lists(run, batch)

    def _put_lists(self, run: int, lists: Sequence[tuple[int, int, bytes]]) -> None:
        if self._is_shared:
            rows = [{"word": word, "run": run, "texts": texts, "list": stored} for word, texts, stored in lists]
            self._connection.execute(insert(_WORD), rows)
            return
        values = [(word, run, texts, stored) for word, texts, stored in lists]
        self._connection.exec_driver_sql("INSERT INTO memory_word (word, run, texts, list) VALUES (?, ?, ?, ?)", values)

    def _join_runs(self) -> None:
        """Where the last :data:`FAN` runs are of one size class, make them one of the next: a word stays in few lists."""
        while True:
            runs = self._connection.execute(
                select(_RUN.c.run, _RUN.c.units, _RUN.c.first_place, _RUN.c.last_place)
                .order_by(_RUN.c.first_place.desc())
                .limit(FAN)
            ).all()
            if len(runs) < FAN or max(row.units for row in runs) >= FAN * max(TAIL, min(row.units for row in runs)):
                return
            if runs[0].units >= BUILT // 2:
                return
            first, last = runs[-1].first_place, runs[0].last_place
            old = [row.run for row in runs]
            self._connection.execute(delete(_WORD).where(_WORD.c.run.in_(old)))
            self._connection.execute(delete(_RUN).where(_RUN.c.run.in_(old)))
            rows = [row for row in self._after(first - 1) if row.place <= last]
            made = make_run(
                [number for row in rows for number in (row.place * 2, row.place * 2 + 1)],
                [text for row in rows for text in (row.source, row.target)],
                [tag for row in rows for tag in (row.source_language, row.target_language)],
            )
            self._store(made, first, last, len(rows))


def _in_all(kept: NDArray[np.uint32], others: Sequence[NDArray[np.uint32]]) -> NDArray[np.uint32]:
    """Those of some rising numbers that every one of the other lists has."""
    for other in others:
        if not len(kept):
            break
        near = other[np.searchsorted(other, kept[0]) : np.searchsorted(other, kept[-1], side="right")]
        if not len(near):
            return kept[:0]
        at = np.minimum(np.searchsorted(near, kept), len(near) - 1)
        kept = kept[near[at] == kept]
    return kept


def _listed(numbers: Sequence[int]) -> str:
    """Numbers as SQL: building a statement for each question would take longer than asking it."""
    return ",".join(map(str, map(int, numbers))) or "NULL"
