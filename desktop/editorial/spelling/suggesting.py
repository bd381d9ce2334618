"""What a wrong word was meant to be.

Hunspell's own suggestions compare with the whole dictionary and took 130–400 ms a word; these try the slips of the
language first, a few hundred candidates each looked up in the dictionary, and compare with base forms only where that
finds little.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from desktop.editorial.spelling import slips
from desktop.editorial.spelling.dictionary import Dictionary

#: How many candidates of likely slips are tried, and how much they may cost together.
_MOST, _DEAREST = 150, 1.7
#: How many candidates with another letter are tried; few words have more, and French ones are dear to look up.
_MOST_NEAR = 340
_LONGEST = 30
#: What one likely slip costs: where that explains the word, other letters in it are not tried.
_ONE_SLIP = 0.5
#: Letters at the end of a word among which a suffix may begin.
_ENDING = 5


def suggest(
    word: str, dictionary: Dictionary, language: str, names: Iterable[str] = (), limit: int = 5
) -> tuple[str, ...]:
    """Up to ``limit`` known words, the likeliest first; ``names`` are known words that are no dictionary's."""
    if not word or len(word) > _LONGEST:
        return ()
    shape, lower = _shape_of(word), word.lower()
    found: dict[str, float] = {}

    def try_out(candidates: Iterable[tuple[str, float]], most: int) -> None:
        for candidate, cost in islice(candidates, most):
            shaped = shape(candidate)
            if shaped != word and found.get(shaped, 9.0) > cost and dictionary.knows(shaped):
                found[shaped] = cost

    if word == lower and dictionary.knows(word.capitalize()):
        found[word.capitalize()] = 0.1
    try_out(_likely(lower, language), _MOST)
    letters = slips.LETTERS.get(language, slips.LETTERS["en"])
    is_sure = min(found.values(), default=9.0) <= _ONE_SLIP
    try_out(_near(lower, "" if is_sure else letters, dictionary.pieces()), _MOST_NEAR)
    for pair, cost in _split(lower, language, dictionary):
        found.setdefault(shape(pair) if word[:1].isupper() else pair, cost)
    for name, cost in _alike(word, tuple(names), 2):
        found.setdefault(name, cost)
    if not found:
        stems = _alike(lower, dictionary.stems(), 2 if len(word) < 8 else 3)
        try_out(((stem.lower(), cost + 0.5) for stem, cost in stems), _MOST)
    first = word[:1].lower()
    return tuple(sorted(found, key=lambda each: (found[each], each[:1].lower() != first, each)))[:limit]


def _shape_of(word: str) -> Callable[[str], str]:
    """Puts a lower-case word into the capitals of the one it replaces."""
    if len(word) > 1 and word.isupper():
        return str.upper
    if word[:1].isupper():
        return lambda text: text[:1].upper() + text[1:]
    return str


def _likely(word: str, language: str) -> Iterator[tuple[str, float]]:
    """The word with one to three likely slips put right, the cheapest first."""
    waiting, seen, number = [(0.0, word)], {word: 0.0}, 0
    pairs = [(p, 0.3) for p in slips.ACCENTS.get(language, ())] + [(p, 0.5) for p in slips.SOUNDS.get(language, ())]
    while waiting and number < _MOST:
        cost, text = heapq.heappop(waiting)
        if cost > seen[text]:
            continue
        number += 1
        yield text, cost
        for other, dearer in _one_slip(text, pairs, slips.SILENT.get(language, "")):
            total = cost + dearer
            if total <= _DEAREST and seen.get(other, 9.0) > total:
                seen[other] = total
                heapq.heappush(waiting, (total, other))


def _one_slip(text: str, pairs: list[tuple[tuple[str, str], float]], silent: str) -> Iterator[tuple[str, float]]:
    for (written, meant), cost in pairs:
        at = text.find(written)
        while at >= 0:
            # an ending that is a slip as a whole is worth more than its letters one by one
            yield text[:at] + meant + text[at + len(written) :], cost - 0.05 * (len(written) > 2)
            at = text.find(written, at + 1)
    for at, sign in enumerate(text):
        if sign not in slips.VOWELS and sign.isalpha():
            if at and text[at - 1] == sign:
                yield text[:at] + text[at + 1 :], 0.4
            elif at > 0:
                yield text[:at] + sign + text[at:], 0.45
    yield from _swapped(text)
    for letter in silent:
        for at in range(len(text)):
            yield text[:at] + letter + text[at:], 0.6


def _swapped(text: str) -> Iterator[tuple[str, float]]:
    for at in range(len(text) - 1):
        if text[at] != text[at + 1]:
            yield text[:at] + text[at + 1] + text[at] + text[at + 2 :], 0.45


def _near(word: str, letters: str, pieces: frozenset[str]) -> Iterator[tuple[str, float]]:
    """Every text one letter away whose new neighbours occur in the language; another first letter costs more."""
    for candidate, cost in _one_letter(word, letters, pieces):
        yield candidate, cost + 0.4 * (candidate[:1] != word[:1])


def _one_letter(word: str, letters: str, pieces: frozenset[str]) -> Iterator[tuple[str, float]]:
    """One letter too many, one too few, another one, in this order.

    New neighbours must occur in the language: two by two, and before the ending (where affixes meet) three by three.
    """
    size = len(word)
    for at in range(size):
        yield word[:at] + word[at + 1 :], 0.85
    for with_sign in (True, False):
        for at in range(size + with_sign):
            head, sign, tail = word[:at], word[at : at + 1], word[at + 1 :]
            before, after, is_inside = head[-1:], sign if with_sign else tail[:1], 0 < at < size - _ENDING
            for letter in letters:
                if before and before + letter not in pieces:
                    continue
                if not _fits(before, letter, after, pieces, is_inside=is_inside):
                    continue
                if with_sign:
                    yield head + letter + sign + tail, 0.9
                    continue
                cost = 0.85 if (sign, letter) in slips.NEIGHBOURS else 1.0
                yield head + letter + tail, cost - 0.1 * (sign in slips.VOWELS and letter in slips.VOWELS)


def _fits(before: str, letter: str, after: str, pieces: frozenset[str], *, is_inside: bool) -> bool:
    return not after or (before + letter + after if is_inside else letter + after) in pieces


def _split(word: str, language: str, dictionary: Dictionary) -> Iterator[tuple[str, float]]:
    """Two words that ran together."""
    short = slips.SHORT_WORDS.get(language, frozenset())
    for at in range(1, len(word)):
        first, second = word[:at], word[at:]
        if all(len(part) > 2 or part in short for part in (first, second)) and all(
            dictionary.knows(part) for part in (first, second)
        ):
            yield f"{first} {second}", 1.4 if min(len(first), len(second)) in (2, 3) else 1.1


def _alike(word: str, among: Iterable[str], distance: int) -> Iterator[tuple[str, float]]:
    from rapidfuzz import process  # noqa: PLC0415 - lazy: 17 ms that opening a text does not need
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - lazy: as above

    room = distance if len(word) > 4 else 1
    found = process.extract(word, among, scorer=OSA.distance, score_cutoff=room, limit=8)  # type: ignore[arg-type]
    for name, far, _place in found:
        if far:
            yield str(name), 0.7 + 0.4 * far
