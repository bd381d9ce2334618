"""Years, and quantities: figures, words, percentages, money, 2.3 million."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from functools import cache

from desktop.domain.document import Block
from desktop.editorial.reuse.found import Candidate, GapKind, Reading
from desktop.editorial.reuse.words.table import Words, any_of, words_of

_YEAR = r"(?:19|20)\d{2}"
_YEARS = re.compile(
    rf"(?<![\w/.,#$€£-])(?P<from>{_YEAR})(?:\s?[-–/]\s?(?P<to>(?:{_YEAR}|\d{{2}})))?(?![\w%/]|[.,]\d|-\d)"
)
_FIGURES = r"\d{1,3}(?:[.,\u00a0\u202f\u2009]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_SIGNS = r"(?:US\$|C\$|CA\$|A\$|R\$|B/\.|USD|EUR|CHF|GBP|CAD|MXN|NIO|HNL|GTQ|CRC|\$|€|£|¥|Q|L\.)"


@cache
def _quantities(language: str) -> re.Pattern[str]:
    words = words_of(language)
    many = any_of(words.magnitudes)
    spoken = any_of(words.number_words)
    tens = any_of([word for word, value in words.number_words.items() if value % 10 == 0 and value > 10])
    said = rf"(?:{tens}(?:{words.number_joints}){spoken}|{spoken})" if words.number_words else "(?!)"
    after = rf"(?:\s?(?:{words.per_cent})(?!\w)|\s(?:{words.currencies_after or '(?!)'})(?!\w))?"
    fraction = rf"(?!{words.fractions})" if words.fractions else ""
    return re.compile(
        rf"(?<![\w.,/#:-])(?:(?P<sign>{_SIGNS})\s?)?(?P<figures>{_FIGURES})(?P<many>(?:\s{many})+(?!\w))?{after}(?![\w/:]|[.,]\d)"
        rf"|(?<![\w-])(?P<said>{said})(?P<many_said>(?:\s{many})*)(?!\w){fraction}{after}",
        re.IGNORECASE,
    )


def find_years(block: Block, reading: Reading) -> Iterator[Candidate]:
    """Years and spans of years. The text's own year is proposed as the year it is now."""
    text = block.text.text
    counted = any_of(reading.words.counted.split())
    many = any_of(reading.words.magnitudes)
    per_cent = reading.words.per_cent
    quantity = re.compile(rf"\s?(?:{per_cent})|\s(?:{counted}|{many})(?!\w)", re.IGNORECASE)
    for match in _YEARS.finditer(text):
        if quantity.match(text, match.end()):
            continue
        value = re.sub(r"\s?[-–/]\s?", "-", match.group())
        is_own = value == str(reading.base_year) and reading.base_year < reading.today.year
        yield Candidate(*match.span(), GapKind.YEAR, value, value, str(reading.today.year) if is_own else "")


def find_numbers(block: Block, reading: Reading) -> Iterator[Candidate]:
    """Quantities. The same figure of the same things is one thing (11 countries, the 11 countries)."""
    text = block.text.text
    for match in _quantities(reading.language).finditer(text):
        if match["figures"] and match["figures"].isdigit() and len(match["figures"]) > 1 and match["figures"][0] == "0":
            continue
        if match["said"] and not match["many_said"].strip() and _is_part_of_a_name(text, match):
            continue
        value = _value(match, reading.words)
        yield Candidate(*match.span(), GapKind.NUMBER, value, f"{value} {_counted(text, match.end())}".strip())


def own_year(texts: Iterable[str], today_year: int) -> int:
    """The year that a text speaks of most, the earliest of several; 0 where it names none up to now."""
    years = Counter(int(m["from"]) for text in texts for m in _YEARS.finditer(text) if int(m["from"]) <= today_year)
    most = max(years.values(), default=0)
    recent = [year for year, count in years.items() if count == most and year >= today_year - 25]
    return min(recent, default=0)


def _value(match: re.Match[str], words: Words) -> str:
    """A plain decimal with what it is measured in: ``2300000``, ``80%``, ``1400000$``."""
    many = match["many"] or match["many_said"] or ""
    number = (
        _decimal(match["figures"], words) if match["figures"] else Decimal(_spoken(match["said"].casefold(), words))
    )
    rest = " ".join(many.casefold().split())
    for word in sorted(words.magnitudes, key=len, reverse=True):
        while word in rest:
            number *= words.magnitudes[word]
            rest = rest.replace(word, "", 1)
    tail = match.group()[len(match["sign"] or "") :]
    is_share = re.search(rf"(?:{words.per_cent})$", tail, re.IGNORECASE) is not None
    is_money = bool(match["sign"]) or bool(words.currencies_after and re.search(words.currencies_after, tail))
    return f"{number.normalize():f}" + ("%" if is_share else "$" if is_money else "")


def _decimal(figures: str, words: Words) -> Decimal:
    """The number, its signs read as the language has them; three figures after a lone sign are thousands."""
    plain = re.sub(r"[\u00a0\u202f\u2009]", "", figures)
    signs = [sign for sign in plain if sign in ".,"]
    if len(signs) == 1 and len(plain.rpartition(signs[0])[2]) != 3:
        plain = plain.replace(signs[0], "@")
    elif len(set(signs)) == 2:
        plain = plain[::-1].replace(signs[-1], "@", 1)[::-1]
    elif len(signs) == 1 and signs[0] == words.decimal_sign and plain.startswith("0"):
        plain = plain.replace(signs[0], "@")
    try:
        return Decimal(re.sub(r"[.,]", "", plain).replace("@", "."))
    except InvalidOperation:
        return Decimal(0)


def _spoken(said: str, words: Words) -> int:
    if said in words.number_words:
        return words.number_words[said]
    parts = re.split(words.number_joints, said)
    return sum(words.number_words.get(part, 0) for part in parts)


def _is_part_of_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether a number in words is a capital word inside a line (Seven Summits), so no quantity."""
    word = match["said"]
    before = text[: match.start()].rstrip()
    return word[:1].isupper() and bool(before) and before[-1] not in '.!?:“«"—–-…¿¡'


def _counted(text: str, at: int) -> str:
    """The word after a number: what is counted."""
    found = re.match(r"[\s-]+(?:of\s|de\s|the\s)?([^\W\d_]+)", text[at : at + 40])
    return found[1].casefold() if found else ""
