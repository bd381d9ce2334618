"""Which segment belongs to which sentence, after the source was edited.

Three passes, each on what the one before left over:

1. the same text as the translation was made from. Where every such sentence is there, the outcome depends on
   texts and ranks alone, not on the way the source took: so undoing edits, in whatever order, brings every
   translation back to its sentence;
2. the same text as last seen, for translations that were stale already, and for untranslated sentences;
3. likeness: a sentence cut in two, two run together, a sentence reworded.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from desktop.domain.richtext import RichText
from desktop.domain.segment import Segment
from desktop.translation.segmentation import SourceSentence
from desktop.translation.words import folded, likeness, word_likeness

#: Likeness from which a sentence in the same place is the old one reworded; elsewhere it takes more.
REWORDED_HERE, _REWORDED_ELSEWHERE = 0.5, 0.75
#: Share of common words from which sentences together are another one cut in two, or run together.
SAME_WORDS = 0.85
#: A sentence is cut in at most this many, or as many are run together.
MOST_PARTS = 4
#: Above this many pairs only near ones are compared, so that a whole text replaced at once stays quick.
_MOST_PAIRS = 600
_NEAR = 4


@dataclass
class Match:
    """The state of one matching: ``found`` maps a sentence's place to the segment that belongs to it."""

    segments: Sequence[Segment]
    sentences: Sequence[SourceSentence]
    found: dict[int, Segment] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def give(self, place: int, segment: Segment) -> None:
        """Put a segment to a sentence."""
        self.found[place] = segment
        self.used.add(segment.id)

    def open_places(self) -> list[int]:
        """Places of sentences without a segment."""
        return [place for place in range(len(self.sentences)) if place not in self.found]

    def free_segments(self) -> list[Segment]:
        """Segments without a sentence."""
        return [segment for segment in self.segments if segment.id not in self.used]


def match(segments: Sequence[Segment], sentences: Sequence[SourceSentence]) -> dict[int, Segment]:
    """The segment of each sentence, by the sentence's place; places without one are new sentences."""
    state = Match(segments, sentences)
    _match_same(state, [segment for segment in segments if segment.has_translation], _known_by, is_by_rank=True)
    stale = [segment for segment in state.free_segments() if segment.made_from is not None]
    _match_same(state, stale, lambda segment: segment.source)
    _match_same(state, [segment for segment in segments if not segment.has_translation], _known_by)
    if state.open_places():
        gaps = _Gaps(state)
        _match_parts(state, gaps)
        _match_like(state, gaps)
    return state.found


def _known_by(segment: Segment) -> RichText:
    return segment.source if segment.made_from is None else segment.made_from


class _Gaps:
    """Where each sentence lies among those whose segments are known already."""

    def __init__(self, state: Match) -> None:
        places = frozenset(state.found)
        count = len(state.sentences)
        self._known = {place: segment.id for place, segment in state.found.items()}
        in_order = [segment.id for segment in sorted(state.segments, key=lambda each: (each.rank, each.id))]
        self._neighbours = dict(zip(in_order, zip(["", *in_order], [*in_order[1:], ""], strict=False), strict=False))
        self._low: list[str] = [""] * count
        self._high: list[str | None] = [None] * count
        low, high = "", None
        for place in range(count):
            self._low[place] = low
            if place in places:
                low = state.found[place].rank or low
        for place in range(count - 1, -1, -1):
            self._high[place] = high
            if place in places:
                high = state.found[place].rank or high

    def fit(self, place: int, segment: Segment) -> int:
        """2 where the segment's rank lies between the sentence's neighbours, 1 where one side holds, else 0."""
        high = self._high[place]
        return int(segment.rank > self._low[place]) + int(high is None or segment.rank < high)

    def bounds(self, place: int) -> tuple[str, str | None]:
        """The ranks of the known neighbours before and after; empty and ``None`` where there is none."""
        return self._low[place], self._high[place]

    def context(self, place: int, segment: Segment) -> int:
        """How many of the two sentences beside this one are those beside which the segment was translated."""
        before, after = self._neighbours[segment.id]
        return int(self._known.get(place - 1, "-") == before) + int(self._known.get(place + 1, "-") == after)


def _match_same(
    state: Match,
    segments: Sequence[Segment],
    known_by: Callable[[Segment], RichText],
    *,
    is_by_rank: bool = False,
) -> None:
    """Match by equal rich text. Of several of the same text, each goes to where it was.

    With ``is_by_rank``, where as many sentences as segments have the text, that is where their ranks say they
    were, wherever they are now; otherwise who stands at a place keeps it.
    """
    several: list[tuple[list[int], list[Segment]]] = []
    for here, group in _of_same_text(state, segments, known_by):
        if len(here) == len(group) == 1:
            state.give(here[0], group[0])
        else:
            several.append((here, group))
    gaps = _Gaps(state) if several else None
    for here, group in several:
        if len(here) * len(group) > _MOST_PAIRS:
            for place, segment in zip(here, group, strict=False):
                state.give(place, segment)
        elif is_by_rank and gaps:
            _match_by_rank(state, here, group, gaps)
        else:
            _match_in_place(state, here, group)


def _of_same_text(
    state: Match, segments: Sequence[Segment], known_by: Callable[[Segment], RichText]
) -> list[tuple[list[int], list[Segment]]]:
    """Open places and segments with the same text; segments by rank."""
    places: dict[RichText, list[int]] = defaultdict(list)
    for place in state.open_places():
        places[state.sentences[place].text].append(place)
    groups: dict[RichText, list[Segment]] = defaultdict(list)
    for segment in segments:
        groups[known_by(segment)].append(segment)
    return [
        (here, sorted(groups[text], key=lambda segment: (segment.rank, segment.id)))
        for text, here in places.items()
        if text in groups
    ]


def _match_by_rank(state: Match, places: list[int], group: list[Segment], gaps: _Gaps) -> None:
    """Sentences and segments of one text, by the neighbours and ranks of old."""
    is_whole = len(group) == len(places)

    def worth(pair: tuple[int, int]) -> tuple[int, int, int, int]:
        place, number = pair
        here = gaps.fit(place, group[number]) + 2 * gaps.context(place, group[number])
        return -here, 0 if is_whole else _distance(state, place, group[number]), number, place

    _match_best_first(state, places, group, worth)


def _match_in_place(state: Match, places: list[int], group: list[Segment]) -> None:
    """Sentences and segments of one text, by where the segments are now."""

    def worth(pair: tuple[int, int]) -> tuple[int, int, int]:
        place, number = pair
        return _distance(state, place, group[number]), number, place

    _match_best_first(state, places, group, worth)


def _match_best_first(
    state: Match, places: list[int], group: list[Segment], worth: Callable[[tuple[int, int]], tuple[int, ...]]
) -> None:
    for place, number in sorted(((place, number) for place in places for number in range(len(group))), key=worth):
        if place not in state.found and group[number].id not in state.used:
            state.give(place, group[number])


def _distance(state: Match, place: int, segment: Segment) -> int:
    """How far a sentence is from where a segment stands now; everything outside the block is very far."""
    sentence = state.sentences[place]
    if segment.is_gone or segment.block_id != sentence.block_id:
        return 1_000_000 - int(segment.block_id == sentence.block_id)
    return abs(segment.index - sentence.index)


class _Nearby:
    """The free segments that may belong to an open place, few of them however many there are."""

    def __init__(self, state: Match, gaps: _Gaps) -> None:
        self._state, self._gaps = state, gaps
        self._free = sorted(state.free_segments(), key=lambda segment: (segment.rank, segment.id))
        self._ranks = [segment.rank for segment in self._free]
        self._in_block: dict[str, list[Segment]] = defaultdict(list)
        for segment in self._free:
            self._in_block[segment.block_id].append(segment)
        self._of_gap: dict[tuple[str, str | None], list[int]] = defaultdict(list)
        for place in state.open_places():
            self._of_gap[gaps.bounds(place)].append(place)

    def of(self, place: int) -> list[Segment]:
        """Segments of the place's block, and of its gap those about as far down as the place is, by rank."""
        low, high = self._gaps.bounds(place)
        begin = bisect_right(self._ranks, low)
        end = len(self._ranks) if high is None else bisect_left(self._ranks, high)
        places = self._of_gap[low, high]
        centre = begin + bisect_left(places, place) * max(0, end - begin) // len(places)
        near = {s.id: s for s in self._free[max(begin, centre - _NEAR) : min(end, centre + _NEAR + 1)]}
        near |= {s.id: s for s in self._in_block[self._state.sentences[place].block_id][: 4 * _NEAR]}
        free = [segment for segment in near.values() if segment.id not in self._state.used]
        return sorted(free, key=lambda segment: (segment.rank, segment.id))


def _match_parts(state: Match, gaps: _Gaps) -> None:
    """Find sentences that were cut in two or more, and sentences that were run together."""
    nearby = _Nearby(state, gaps)
    for run in _runs(state):
        _match_split(state, run, nearby)
    for place in state.open_places():
        near = [segment for segment in nearby.of(place) if segment.has_translation]
        if len(near) > 1:
            _match_merged(state, place, near)


def _runs(state: Match) -> list[list[int]]:
    """Open places that follow each other within one block."""
    runs: list[list[int]] = []
    for place in state.open_places():
        follows = runs and runs[-1][-1] == place - 1
        if follows and state.sentences[place - 1].block_id == state.sentences[place].block_id:
            runs[-1].append(place)
        else:
            runs.append([place])
    return [run for run in runs if len(run) > 1]


def _match_split(state: Match, run: list[int], nearby: _Nearby) -> None:
    words_of = {place: folded(state.sentences[place].text.text) for place in run}
    for number, place in enumerate(run[:-1]):
        near = nearby.of(place)
        for count in range(2, MOST_PARTS + 1):
            parts = run[number : number + count]
            if len(parts) < count or any(part in state.found for part in parts):
                break
            words = tuple(word for part in parts for word in words_of[part])
            fitting = [segment for segment in near if _is_about_as_long(_longest(segment), words)]
            best = max(fitting, key=lambda segment: _closest(segment, words), default=None)
            if best and is_made_of(_closest(best, words), (_closest(best, words_of[part]) for part in parts)):
                state.give(place, best)
                break


def _match_merged(state: Match, place: int, near: Sequence[Segment]) -> None:
    words = folded(state.sentences[place].text.text)
    for count in range(2, MOST_PARTS + 1):
        for at in range(len(near) - count + 1):
            parts = near[at : at + count]
            together = tuple(word for part in parts for word in folded(part.source.text))
            if not _is_about_as_long(together, words):
                continue
            alone = (word_likeness(folded(part.source.text), words) for part in parts)
            if is_made_of(word_likeness(together, words), alone):
                state.give(place, parts[0])
                return


def _is_about_as_long(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether two runs of words can be alike enough at all, by their lengths."""
    return 2 * min(len(some), len(others)) >= SAME_WORDS * (len(some) + len(others))


def _longest(segment: Segment) -> tuple[str, ...]:
    now = folded(segment.source.text)
    return now if segment.made_from is None else max(now, folded(segment.made_from.text), key=len)


def is_made_of(together: float, alone: Iterable[float]) -> bool:
    """Whether a text is several others put together, judged by its likeness to them all and to each alone."""
    return together >= SAME_WORDS and all(together > each + 0.02 for each in alone)


def _closest(segment: Segment, words: tuple[str, ...]) -> float:
    """Likeness of words to what the segment's sentence was last, or to what it was translated from."""
    now = word_likeness(folded(segment.source.text), words)
    if segment.made_from is None or segment.made_from == segment.source:
        return now
    return max(now, word_likeness(folded(segment.made_from.text), words))


def _is_near(state: Match, place: int, segment: Segment, gaps: _Gaps) -> bool:
    return segment.block_id == state.sentences[place].block_id or gaps.fit(place, segment) == 2


def _match_like(state: Match, gaps: _Gaps) -> None:
    """Match reworded sentences, the most alike first."""
    places, free = state.open_places(), state.free_segments()
    nearby = _Nearby(state, gaps) if len(places) * len(free) > _MOST_PAIRS else None
    pairs: list[tuple[float, int, Segment]] = []
    for place in places:
        for segment in free if nearby is None else nearby.of(place):
            worth = _worth(state, place, segment, gaps)
            if worth:
                pairs.append((worth, place, segment))
    pairs.sort(key=lambda each: (-each[0], each[2].rank, each[1]))
    for _, place, segment in pairs:
        if place not in state.found and segment.id not in state.used:
            state.give(place, segment)


def _worth(state: Match, place: int, segment: Segment, gaps: _Gaps) -> float:
    """How well a segment suits a changed sentence; 0.0 where it does not."""
    sentence = state.sentences[place]
    alike = likeness(segment.source.text, sentence.text.text)
    if segment.made_from is not None and segment.made_from != segment.source:
        alike = max(alike, likeness(segment.made_from.text, sentence.text.text))
    is_here = _is_near(state, place, segment, gaps)
    if alike < (REWORDED_HERE if is_here else _REWORDED_ELSEWHERE):
        return 0.0
    is_same_block = segment.block_id == sentence.block_id
    return alike + 0.15 * is_same_block + 0.05 * gaps.fit(place, segment) + 0.05 * (segment.index == sentence.index)
