"""Names of people and places: spelled as in the source, and the same ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.ports import FoundPlace
from desktop.translation.checks.wording.text import Token, bare, prose, tokens

_LEAST, _LONG = 3, 7
#: Small words inside the names of people, in any of the languages.
_PARTICLES = frozenset(
    [
        "de",
        "del",
        "la",
        "las",
        "los",
        "y",
        "e",
        "da",
        "do",
        "dos",
        "das",
        "di",
        "du",
        "van",
        "von",
        "der",
        "den",
        "el",
        "al",
        "bin",
        "ben",
    ]
)


class _Sides:
    """The capitalised words of a pair, and those that only one side has."""

    def __init__(self, pair: Pair, context: PairContext) -> None:
        self.facts = context.facts
        self.words = prose(pair.source), prose(pair.target)
        self.source, self.target = tokens(self.words[0]), tokens(self.words[1])
        self.target_words = {form for each in self.target for form in (each.text, each.stem)}
        self.source_words = {form for each in self.source for form in (each.text, each.stem)}
        self.only_source = [
            (number, each)
            for number, each in enumerate(self.source)
            if each.is_capital and len(each.stem) >= _LEAST and each.stem not in self.target_words
        ]
        self.only_target = [
            (number, each)
            for number, each in enumerate(self.target)
            if each.is_capital and len(each.stem) >= _LEAST and each.stem not in self.source_words
        ]
        self.place_words = _place_words(self.target, context)
        self.source_places = _place_words(self.source, context)
        self.drops_accents = bool(self.facts.target.text("drops_accents"))

    def is_common(self, token: Token, *, in_source: bool) -> bool:
        """Whether a word stands in the dictionary with a small letter."""
        language = self.facts.source_language if in_source else self.facts.target_language
        return self.facts.spelling.knows(token.stem.lower(), language)

    def is_place(self, token: Token) -> bool:
        """Whether a word alone is the name of a place."""
        return self.facts.places.find(token.stem) is not None

    def share_neighbour(self, source: int, target: int, *, in_lists: bool) -> bool:
        """Whether the same capitalised word stands right before, or right after, on both sides."""
        for step in (-1, 1):
            theirs = _neighbour(self.words[0], self.source, source, step, in_lists=in_lists)
            ours = _neighbour(self.words[1], self.target, target, step, in_lists=in_lists)
            if theirs and ours and theirs.text[0].isupper() and theirs.stem == ours.stem and len(ours.text) > 1:
                return True
        return False


def _neighbour(text: str, words: Sequence[Token], number: int, step: int, *, in_lists: bool) -> Token | None:
    """The next word of a name: particles between its parts are passed over, a comma ends it, except in a list."""
    at = number + step
    while 0 <= at < len(words) and words[at].text in _PARTICLES:
        at += step
    if not 0 <= at < len(words):
        return None
    first, last = sorted((words[at], words[number]), key=lambda each: each.start)
    return None if not in_lists and re.search(r"[,;:.()]\s", text[first.end : last.start]) else words[at]


def _places_in(words: Sequence[Token], context: PairContext) -> Iterator[tuple[int, int, FoundPlace]]:
    """``(first, last, place)`` of the places named in running words, the longest name first."""
    number = 0
    while number < len(words):
        for length in (4, 3, 2, 1):
            run = words[number : number + length]
            if len(run) < length or not (run[0].text[0].isupper() and run[-1].text[0].isupper()):
                continue
            place = context.facts.places.find(" ".join(each.stem for each in run))
            if place is not None:
                yield number, number + length, place
                number += length - 1
                break
        number += 1


def _place_words(words: Sequence[Token], context: PairContext) -> dict[int, frozenset[str]]:
    """Number of each word of a place's name → the words of that name in the target's language."""
    found: dict[int, frozenset[str]] = {}
    for first, last, place in _places_in(words, context):
        name = frozenset(place.name(context.facts.target_language).replace(",", " ").split())
        found.update(dict.fromkeys(range(first, last), name))
    return found


class Names(SegmentCheck):
    """A name that differs in its accents or a letter from the source's, by its neighbours and the dictionaries.

    Words that are common on both sides are cognates, and places have a name of their own in each language.
    """

    name = "pair-names"
    title = N_("Names spelled as in the source")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        sides = _Sides(pair, context)
        told: set[int] = set()
        near: set[int] = set()
        for number, theirs in sides.only_source:
            for other, ours in sides.only_target:
                likeness = _likeness(theirs.stem, ours.stem)
                if not likeness:
                    continue
                near.update((number,))
                if self._is_wrong(sides, likeness, (number, theirs), (other, ours)) and other not in told:
                    told.add(other)
                    end = ours.start + len(ours.stem)
                    message = _("The source writes “{name}”.").format(name=theirs.stem)
                    span = (theirs.start, theirs.start + len(theirs.stem))
                    yield self.at(pair, (ours.start, end), message, theirs.stem, source=span)
        if not told:
            yield from self._swapped(pair, sides, near)

    def _is_wrong(self, sides: _Sides, likeness: str, theirs: tuple[int, Token], ours: tuple[int, Token]) -> bool:
        number, source = theirs
        other, target = ours
        drops = likeness == "lost" and sides.drops_accents
        if other in sides.place_words and not drops:
            return likeness == "lost" and target.stem not in sides.place_words[other]
        named = sides.source_places.get(number)
        if named is not None and not drops:
            return target.stem not in named and any(_likeness(word, target.stem) for word in named)
        has_neighbour = sides.share_neighbour(number, other, in_lists=likeness == "letter")
        common = sides.is_common(target, in_source=False)
        both = common and sides.is_common(source, in_source=True)
        if likeness == "gained":
            return sides.drops_accents and not both
        if likeness == "lost":
            return has_neighbour or not (drops or both)
        return not both and (has_neighbour or self._is_odd(sides, source, target))

    def _is_odd(self, sides: _Sides, source: Token, target: Token) -> bool:
        """Whether a word inside a sentence, so near to a name of the source, is in no dictionary of its own language."""
        spelling, language = sides.facts.spelling, sides.facts.target_language
        if source.begins or target.begins or not spelling.has_dictionary(language):
            return False
        return not (spelling.knows(target.stem.lower(), language) or spelling.knows(target.stem, language))

    def _swapped(self, pair: Pair, sides: _Sides, near: set[int]) -> Iterable[Finding]:
        """One name of the source is missing, and one name stands here that the source lacks."""
        if not sides.facts.spelling.has_dictionary(sides.facts.source_language):
            return
        lower = {bare(each.stem) for each in sides.target}
        rules = sides.facts.source
        calendar = rules.set_of("months") | rules.set_of("written_capital") | rules.set_of("written_small")
        missing = [
            each
            for number, each in sides.only_source
            if number not in near
            and not each.begins
            and not sides.is_common(each, in_source=True)
            and not sides.is_place(each)
            and each.stem.casefold() not in calendar
            and bare(each.stem) not in lower
            and not _has_cognate(each, sides.target)
        ]
        extra = [
            each
            for number, each in sides.only_target
            if not each.begins and number not in sides.place_words and not _has_cognate(each, sides.source)
        ]
        if len(missing) == 1 and len(extra) == 1:
            span = (missing[0].start, missing[0].start + len(missing[0].stem))
            message = _("The source names “{name}”.").format(name=missing[0].stem)
            yield self.at(pair, (extra[0].start, extra[0].end), message, missing[0].stem, source=span)


def _likeness(theirs: str, ours: str) -> str:
    """``lost`` or ``gained`` accents, a ``letter`` that differs, or nothing."""
    if theirs.casefold() == ours.casefold():
        return ""
    if bare(theirs) == bare(ours):
        return "lost" if bare(theirs) != theirs.casefold() else "gained"
    if min(len(theirs), len(ours)) <= _LEAST:
        return ""
    most = 2 if max(len(theirs), len(ours)) >= _LONG else 1
    return "letter" if DamerauLevenshtein.distance(bare(theirs), bare(ours), score_cutoff=most) <= most else ""


def _has_cognate(token: Token, others: Sequence[Token]) -> bool:
    """Whether a word of the other side begins alike: a name in another language's form."""
    begin = bare(token.stem)[:4]
    return any(bare(each.stem)[:4] == begin for each in others)


class Places(SegmentCheck):
    """A country or city of the source that is missing here, while another one stands here that the source lacks."""

    name = "pair-places"
    title = N_("Countries and cities named in the source")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        source, target = tokens(prose(pair.source)), tokens(prose(pair.target))
        yield from self._differ(pair, context, (source, target), _countries)
        yield from self._differ(pair, context, (source, target), _cities)

    def _differ(
        self,
        pair: Pair,
        context: PairContext,
        sides: tuple[Sequence[Token], Sequence[Token]],
        named: Callable[[Sequence[Token], PairContext], dict[str, tuple[int, int]]],
    ) -> Iterable[Finding]:
        source, target = sides
        theirs, ours = named(source, context), named(target, context)
        missing = [code for code in theirs if code not in ours]
        extra = [code for code in ours if code not in theirs]
        if missing and extra:
            first, last = ours[extra[0]]
            begin, end = theirs[missing[0]]
            name = " ".join(each.stem for each in source[begin:end])
            place = context.facts.places.find(name)
            here = place.name(context.facts.target_language) if place else name
            message = _("The source names {place} here.").format(place=here)
            span = (target[first].start, target[last - 1].end)
            yield self.at(pair, span, message, source=(source[begin].start, source[end - 1].end))


def _countries(words: Sequence[Token], context: PairContext) -> dict[str, tuple[int, int]]:
    """Country code → the run of words that names it; capitals and cities say nothing of their countries."""
    found: dict[str, tuple[int, int]] = {}
    for first, last, place in _places_in(words, context):
        if place.kind == "country":
            found.setdefault(place.country, (first, last))
    return found


def _cities(words: Sequence[Token], context: PairContext) -> dict[str, tuple[int, int]]:
    """A city's name → the run of words that names it. Cities and countries of one name (Panama) are left to countries."""
    found: dict[str, tuple[int, int]] = {}
    for first, last, place in _places_in(words, context):
        if place.kind != "country":
            found.setdefault(f"{place.country} {place.name(context.facts.source_language)}", (first, last))
    return found
