"""What in a sentence can be found again in its translation, and how much each piece of it weighs."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop.translation.alignment.knowledge import Knowledge, plain
from desktop.translation.language_forms import primary
from desktop.translation.numbers import NumberKind, find_numbers, values
from desktop.translation.words import indel

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>“”\"»]+|[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_WORD = re.compile(r"[^\W\d_]+")
_QUOTE_OPENS = re.compile(r"(?:^|[\s(¿¡:])[“«„\"]")
_QUOTE_CLOSES = re.compile(r"[^\s][”»\"]")
_LONGEST_TERM = 10
_SPELLING = (("ph", "f"), ("th", "t"), ("qu", "k"), ("ck", "k"), ("y", "i"), ("c", "k"), ("z", "s"), ("h", ""))


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of evidence: its ``key`` is equal on both sides, or links of words say which keys fit.

    ``keys``: every reading (1.350 is two numbers); ``kind``: ``number``, ``address``, ``term``, ``name``, ``word``,
    ``small``, ``sign``.
    """

    kind: str
    keys: tuple[str, ...]


#: How much a piece of each kind counts, before its rarity in the text.
WEIGHTS: Mapping[str, float] = {
    "number": 1.6,
    "address": 2.5,
    "term": 1.2,
    "name": 1.3,
    "word": 1.0,
    "small": 0.06,
    "sign": 0.35,
}


def tokens_of(text: str, language: str, knowledge: Knowledge) -> tuple[Token, ...]:
    """The evidence in a sentence."""
    found: list[Token] = []
    rest = text
    for match in _ADDRESS.finditer(text):
        found.append(Token("address", (_address_key(match.group()),)))
        rest = rest[: match.start()] + " " * len(match.group()) + rest[match.end() :]
    rest = _take_numbers(rest, language, knowledge, found)
    _take_words(rest, language, knowledge, found)
    found.extend(_signs(text))
    return tuple(found)


def _address_key(address: str) -> str:
    """An address without its protocol and without a part that only names a language."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.casefold()).rstrip("./,;:)")
    return "@" + re.sub(r"/(?:[a-z]{2})(?=/|$)", "", bare)


def _take_numbers(text: str, language: str, knowledge: Knowledge, found: list[Token]) -> str:
    scales = knowledge.scales.get(primary(language), {})
    rest = text
    for number in find_numbers(text, language):
        if number.kind is NumberKind.ROMAN and len(number.text) == 1:
            continue
        readings = [value for value in values(number, language) if value]
        keys = [f"{kind}:{_figure(value)}" for kind, value in readings]
        end = number.end
        scale, length = _scale(text[end : end + 30], scales)
        if scale:
            keys = [f"number:{_figure(v * scale)}" for _kind, v in readings if isinstance(v, Decimal)]
            end += length
        if not keys:
            continue
        kind = "number" if number.kind in (NumberKind.FIGURES, NumberKind.ROMAN) or scale else "word"
        found.append(Token(kind, tuple(dict.fromkeys(keys))))
        rest = rest[: number.start] + " " * (end - number.start) + rest[end:]
    return rest


def _figure(value: Decimal | str) -> str:
    return value if isinstance(value, str) else f"{value.normalize():f}"


def _scale(after: str, scales: Mapping[str, Decimal]) -> tuple[Decimal, int]:
    """What multiplies the figure before this text (0: nothing), and how many characters say so."""
    match = re.match(r"[\s\u00a0]+(?:(?:de|of)\s+)?([^\W\d_]+)(?:\s+([^\W\d_]+))?", after)
    if not match:
        return Decimal(0), 0
    if match[2] and (both := scales.get(f"{plain(match[1])} {plain(match[2])}")):
        return both, match.end(2)
    one = scales.get(plain(match[1]))
    return (one, match.end(1)) if one else (Decimal(0), 0)


def _take_words(text: str, language: str, knowledge: Knowledge, found: list[Token]) -> None:
    small = knowledge.small.get(primary(language), frozenset())
    terms = knowledge.terms(language)
    matches = list(_WORD.finditer(text))
    words = [plain(match.group()) for match in matches]
    at = 0
    while at < len(words):
        length, numbers = _term_at(words, at, terms)
        # A short form is a term only in capitals: "who" is not WHO.
        if length == 1 and len(words[at]) <= 5 and not matches[at].group().isupper():
            length = 0
        if length:
            found.append(Token("term", tuple(f"term:{number}" for number in sorted(numbers))))
        if length != 1:
            word = matches[at].group()
            is_small = words[at] in small or (len(word) < 3 and not word.isupper())
            is_name = word[:1].isupper() and at > 0 and not is_small
            kind = "small" if is_small else "name" if is_name else "word"
            found.append(Token(kind, (f"{words[at]}",)))
        at += 1


def _term_at(
    words: Sequence[str], at: int, terms: Mapping[tuple[str, ...], frozenset[int]]
) -> tuple[int, frozenset[int]]:
    for length in range(min(_LONGEST_TERM, len(words) - at), 0, -1):
        numbers = terms.get(tuple(words[at : at + length]))
        if numbers:
            return length, numbers
    return 0, frozenset()


def _signs(text: str) -> Iterable[Token]:
    if "?" in text:
        yield Token("sign", ("sign:?",))
    if _QUOTE_OPENS.search(text):
        yield Token("sign", ("sign:open",))
    if _QUOTE_CLOSES.search(text):
        yield Token("sign", ("sign:close",))
    if text.rstrip().endswith(":"):
        yield Token("sign", ("sign::",))
    if "%" in text:
        yield Token("sign", ("sign:%",))


def _sound(word: str) -> str:
    """A word as it might be spelled in a sister language: without double letters, ph as f, y as i."""
    for old, new in _SPELLING:
        word = word.replace(old, new)
    return re.sub(r"(.)\1", r"\1", word)


def likeness_of_words(one: str, other: str) -> float:
    """How sure two words of two languages are one by their letters: 0.0 or 0.6…1.0."""
    if one == other:
        return 1.0 if len(one) > 2 else 0.0
    if min(len(one), len(other)) < 5 and one[:3] != other[:3]:
        return 0.0
    a, b = _sound(one), _sound(other)
    if min(len(a), len(b)) < 4:
        return 0.0
    common = 0
    for left, right in zip(a, b, strict=False):
        if left != right:
            break
        common += 1
    share = common / max(len(a), len(b))
    if common >= 5 and share >= 0.5:
        return min(1.0, 0.6 + share / 2)
    alike = float(indel().normalized_similarity(a, b))
    return alike if alike >= 0.76 and (common >= 1 or alike >= 0.85) else 0.0


class Links:
    """Which words of two texts translate each other, and how surely; asked once for each pair of words."""

    def __init__(self, knowledge: Knowledge, source_language: str, target_language: str) -> None:
        self._source = knowledge.table(source_language)
        self._target = knowledge.table(target_language)

    def between(self, source: Iterable[str], target: Iterable[str]) -> dict[str, dict[str, float]]:
        """Source word → target words with how sure the link is."""
        targets = list(dict.fromkeys(target))
        by_row: dict[int, list[str]] = {}
        by_start: dict[str, list[str]] = {}
        for word in targets:
            for row in self._target.rows(word):
                by_row.setdefault(row, []).append(word)
            if len(word) > 2:
                by_start.setdefault(_sound(word)[:2], []).append(word)
        found: dict[str, dict[str, float]] = {}
        for word in dict.fromkeys(source):
            linked = {other: 0.95 for row in self._source.rows(word) for other in by_row.get(row, ())}
            for other in self._alike(word, by_start):
                alike = likeness_of_words(word, other)
                if alike:
                    linked[other] = max(linked.get(other, 0.0), alike)
            if linked:
                found[word] = linked
        return found

    @staticmethod
    def _alike(word: str, by_start: Mapping[str, list[str]]) -> Iterable[str]:
        """Words that begin alike; also behind an e that a language puts before s and a consonant (school, escuela)."""
        if len(word) < 3:
            return
        sound = _sound(word)
        yield from by_start.get(sound[:2], ())
        if sound[0] == "e" and sound[1:2] == "s":
            yield from by_start.get(sound[1:3], ())
        if sound[0] == "s":
            yield from by_start.get("es", ())


def rarity(sentences: Sequence[Sequence[Token]]) -> dict[str, float]:
    """Key → how much it tells apart the sentences of a text: about 0.4 for one in every sentence, 1.0 for one in one."""
    count = Counter(key for sentence in sentences for key in {key for token in sentence for key in token.keys})
    total = math.log(2 + len(sentences))
    return {key: max(0.3, 1.0 - 0.65 * math.log(number) / total) for key, number in count.items()}
