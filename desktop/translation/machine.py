"""Machine translation without the machine: what must come back untouched is masked, restored and checked.

A mask is a number in white square brackets, which no press text has. Its place in the answer is the machine's choice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop.domain.errors import ComunicadoError
from desktop.domain.richtext import ATOMIC_MARKS, MarkKind, RichText
from desktop.translation.language_forms import separators
from desktop.translation.numbers import Number, NumberKind, find_numbers, readings

MASK = re.compile(r"⟦\s*(\d+)\s*⟧")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>“”\"»]*[^\s<>“”\"».,;:!?)\]’']|[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.,])\+?\(?\d[\d\s().-]{6,}\d(?![\w])")
#: Two or more capitalised words in a row that begin no sentence, with the small words inside names.
_NAME = re.compile(
    r"(?<=[^\s.!?:“«\"] )[A-ZÀ-Þ][\w’'-]+(?: (?:(?:de|del|la|las|los|van|von|da|dos|du) )*[A-ZÀ-Þ][\w’'-]+)+"
)
_SHORT = re.compile(r"\b[A-Z]{2,}(?:[/-][A-Z]{2,})*\b")


class MachineError(ComunicadoError):
    """A machine that did not answer, refused, or answered nonsense; nothing was changed."""


class MachineTranslator(Protocol):
    """A plug-in. ``name`` is its key in the settings; ``leaves`` a sentence: what leaves this computer, and where to.

    ``translate`` gets plain texts with masks and answers as many; blocking, on the pool; raises :class:`MachineError`.
    """

    @property
    def name(self) -> str: ...

    @property
    def leaves(self) -> str: ...

    def translate(self, texts: Sequence[str], source_language: str, target_language: str) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Kept:
    """A stretch ``[start, end)`` of a source with what stands for it in the translation."""

    start: int
    end: int
    text: RichText


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence with masks; ``kept`` by the mask's number."""

    text: str
    kept: tuple[RichText, ...]


def mask(
    source: RichText, source_language: str, target_language: str, terms: Iterable[tuple[int, int, str]] = ()
) -> Masked:
    """Mask chips, addresses, terms (with their translation), figures (written as the target does) and names."""
    text = source.text
    taken: list[Kept] = []
    for kept in (
        *_chips(source),
        *(Kept(m.start(), m.end(), RichText.plain(m.group())) for p in (_ADDRESS, _PHONE) for m in p.finditer(text)),
        *(Kept(start, end, RichText.plain(words)) for start, end, words in terms),
        *_figures(text, source_language, target_language),
        *(Kept(m.start(), m.end(), RichText.plain(m.group())) for p in (_NAME, _SHORT) for m in p.finditer(text)),
    ):
        if kept.start < kept.end and all(kept.end <= other.start or kept.start >= other.end for other in taken):
            taken.append(kept)
    taken.sort(key=lambda kept: kept.start)
    parts: list[str] = []
    at = 0
    for number, kept in enumerate(taken):
        parts += [text[at : kept.start], f"⟦{number}⟧"]
        at = kept.end
    return Masked("".join([*parts, text[at:]]), tuple(kept.text for kept in taken))


def restore(masked: Masked, answer: str) -> RichText | None:
    """The answer with what was masked put back; ``None`` where a mask was lost, doubled or made up, or nothing came."""
    numbers = [int(match[1]) for match in MASK.finditer(answer)]
    if sorted(numbers) != list(range(len(masked.kept))) or not answer.strip():
        return None
    result = RichText.plain("")
    at = 0
    for match in MASK.finditer(answer):
        result = result + RichText.plain(answer[at : match.start()]) + masked.kept[int(match[1])]
        at = match.end()
    result = result + RichText.plain(answer[at:])
    return None if "⟦" in result.text or "⟧" in result.text else result.slice(*_trimmed(result.text))


def _trimmed(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text.rstrip())


def _chips(source: RichText) -> Iterable[Kept]:
    for mark in source.marks:
        if mark.kind in ATOMIC_MARKS or mark.kind is MarkKind.LINK:
            piece = RichText.plain(source.text[mark.start : mark.end])
            yield Kept(mark.start, mark.end, piece.with_mark(0, len(piece), mark.kind, mark.value))


def _figures(text: str, source_language: str, target_language: str) -> Iterable[Kept]:
    for number in find_numbers(text, source_language):
        if number.kind is NumberKind.FIGURES and not number.ending:
            yield Kept(number.start, number.end, RichText.plain(written(number, source_language, target_language)))


def written(number: Number, source_language: str, target_language: str) -> str:
    """A figure of the source with the separators of the target: 44.1 as 44,1."""
    read = readings(number, source_language)
    if number.text.isdigit() or not read:
        return number.sign + number.text
    (group, decimal), (new_group, new_decimal) = read[0][1], separators(target_language)[0]
    whole, point, fraction = number.text.partition(decimal)
    return number.sign + whole.replace(group, new_group) + (new_decimal if point else "") + fraction
