"""A card's name read for comparing: mended, folded, cut into words, without titles and particles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.contacts.duplicates.tokens import LOST
from desktop.contacts.duplicates.words import GENERATIONS, PARTICLES, TITLES
from desktop.contacts.names import fold

_GARBLED = re.compile("[ÃÂÅâ€]")
#: A garbled letter of which the second half is lost.
_HALF_GARBLED = re.compile("[ÃÂ][\ufffd?\x80-\xbf]")
#: Letters of the old DOS code page read as Latin-1.
_DOS = str.maketrans({"¡": "i", "¢": "o", "£": "u", "¤": "n", "¥": "n", "\x82": "e", "\x81": "u"})
_DOS_IN_WORD = re.compile(r"(?<=[^\W\d_])[¡¢£¤¥\x81\x82]|[¤¥](?=[^\W\d_])")
_BRACKETS = re.compile(r"[(\[\"“”«»]([^()\[\]\"“”«»]*)[)\]\"“”«»]")
_GAP = re.compile(r"(?<=[^\W\d_])[^\w\s.,;:/'’`´()\-–—&+|_]+(?=[^\W\d_])|\ufffd+|(?<=[^\W\d_])\?|\?(?=[^\W\d_])")
_WORD = re.compile(r"[^\W_]+(?:\?[^\W_]*)*|\?[^\W_]+")


@dataclass(frozen=True, slots=True)
class ReadName:
    """``words`` are folded; the first ``givens`` of them stood in the given name. ``aliases`` stood in brackets.

    ``generation`` tells two of one name apart (``jr``, ``sr``, ``ii``); ``is_mended`` where accents were damaged.
    """

    words: tuple[str, ...] = ()
    givens: int = 0
    generation: str = ""
    aliases: tuple[str, ...] = ()
    joined: frozenset[str] = frozenset()
    is_mended: bool = False


def read_name(given: str, family: str, form: str = "") -> ReadName:
    """The name for comparing. Never raises."""
    form = fold(form).strip(". ")
    mended = [mend(part[:400]) for part in (given, family)]
    aliases: list[str] = []
    generation = ""
    parts: list[list[str]] = []
    joined: set[str] = set()
    for part in mended:
        bare, inside = _without_brackets(part)
        for each in inside:
            generation = generation or GENERATIONS.get(each, "jr" if each == "h" else "")
        aliases += [each for each in inside if each not in GENERATIONS and len(each) > 1]
        words, told = _words(bare, joined)
        generation = generation or told
        parts.append(words)
    givens, families = parts
    if form == "m" and not givens:
        givens = ["m"]  # "M. Rojas": read as Monsieur, and an initial as likely
    if not generation and len(givens) + len(families) > 2 and (families or givens)[-1] in GENERATIONS:
        generation = GENERATIONS[(families or givens).pop()]
    while len(givens) + len(families) > 1 and givens and givens[0] in TITLES and (len(givens) > 1 or families):
        givens.pop(0)
    while len(families) > 1 and families[-1] in TITLES:
        families.pop()
    givens = _spread(givens)
    is_mended = any(now != before[:400] for now, before in zip(mended, (given, family), strict=True))
    is_mended = is_mended or any(LOST in word for word in (*givens, *families))
    return ReadName((*givens, *families), len(givens), generation, tuple(aliases), frozenset(joined), is_mended)


def mend(text: str) -> str:
    """The text with UTF-8 that was read as Windows-1252 (twice, at worst) or DOS letters put right."""
    if text.isascii():
        return text
    for _again in range(2):
        if not _GARBLED.search(text):
            break
        try:
            text = b"".join(_byte(character) for character in text).decode("utf-8")
        except UnicodeError:
            break
    text = _HALF_GARBLED.sub(LOST, text)
    return _DOS_IN_WORD.sub(lambda found: found[0].translate(_DOS), text)


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeError:
        return character.encode("latin-1")


def _without_brackets(text: str) -> tuple[str, list[str]]:
    inside = [word for found in _BRACKETS.findall(text) for word in _WORD.findall(fold(found))]
    return (_BRACKETS.sub(" ", text), inside) if inside else (text, [])


def _words(text: str, joined: set[str]) -> tuple[list[str], str]:
    """The words that count, and the generation. Particles go; what they make together with their name is kept apart."""
    clean = re.sub(r"(?<=\w)\.(?=[ªº°])", "", text)
    clean = _GAP.sub(LOST, clean) if not clean.isascii() or LOST in clean else clean
    clean = re.sub(r"(?<=\w)['’`´](?=\w)", "", clean)
    raw = [word for word in re.split(r"[\s,;:/()\-–—&+|_]+|(?<=\.)(?=\w)", clean) if word]
    kept: list[str] = []
    held = ""
    for place, written in enumerate(raw):
        word = "".join(_WORD.findall(fold(written)))
        if not word:
            continue
        is_particle = word in PARTICLES and (len(word) > 1 or (written.islower() and "." not in written))
        if is_particle and place < len(raw) - 1 and (place > 0 or len(raw) > 1) and not _is_first_name(word, place):
            held += word
            continue
        if word in ("o", "d", "mc", "mac", "st") and place < len(raw) - 1 and "." not in written and kept == []:
            held += word
            if word != "st" and len(fold(raw[place + 1])) > 3:
                raw[place + 1] = word + raw[place + 1]
                held = ""
                continue
        if held:
            joined.add(held + word)
            held = ""
        kept.append("mc" + word[3:] if word.startswith("mac") and len(word) > 6 else word)
    generation = ""
    if len(kept) > 1 and kept[-1] in GENERATIONS:
        generation = GENERATIONS[kept.pop()]
    return kept, generation


def _is_first_name(word: str, place: int) -> bool:
    """``Al`` and ``Ben`` before a family name are names."""
    return place == 0 and word in ("al", "e", "i", "y")


def _spread(givens: list[str]) -> list[str]:
    """``MJ`` as the given name is two initials."""
    if len(givens) == 1 and len(givens[0]) == 2 and not set(givens[0]) & set("aeiou?") and givens[0] != "jn":
        return list(givens[0])
    return givens
