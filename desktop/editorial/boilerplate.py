"""Which text of a boilerplate holds on a day in a language, and what is wrong with its times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.domain.boilerplate import Boilerplate, BoilerplateText
from desktop.domain.document import Block, BlockKind
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.editorial.written_values import write_date
from desktop.i18n import in_document

#: How long before its end a text counts as ending soon, in days.
SOON = 30
_DAY = timedelta(days=1)


class Validity(StrEnum):
    """How a boilerplate stands in a language on a day."""

    VALID = "valid"
    ENDS_SOON = "ends-soon"
    ENDED = "ended"
    NOT_YET = "not-yet"
    NO_TEXT = "no-text"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a boilerplate stands in a language.

    ``text`` holds on the day; ``until`` is the last day that is covered without a break (``None``: no end), or, where
    nothing holds, the day the last text ended or the next begins.
    """

    validity: Validity
    text: BoilerplateText | None = None
    until: date | None = None


def texts_in(boilerplate: Boilerplate, language: str) -> tuple[BoilerplateText, ...]:
    """The texts for a document's language: those of exactly its tag, else those of its base language."""
    wanted = language.casefold()
    exact = tuple(text for text in boilerplate.texts if text.language.casefold() == wanted)
    if exact:
        return exact
    base = wanted.split("-", 1)[0]
    plain = tuple(text for text in boilerplate.texts if text.language.casefold() == base)
    return plain or tuple(text for text in boilerplate.texts if text.language.casefold().split("-", 1)[0] == base)


def text_on(boilerplate: Boilerplate, language: str, on: date) -> BoilerplateText | None:
    """The text that holds on a day; where two do, the one that began later."""
    holding = [text for text in texts_in(boilerplate, language) if text.is_valid_on(on)]
    return max(holding, key=lambda text: (text.valid_from or date.min, text.id), default=None)


def standing_on(boilerplate: Boilerplate, language: str, on: date, *, soon: int = SOON) -> Standing:
    """How it stands on a day; see :class:`Standing`."""
    texts = texts_in(boilerplate, language)
    if not texts:
        return Standing(Validity.NO_TEXT)
    holding = text_on(boilerplate, language, on)
    if holding is not None:
        until = _covered_until(texts, on)
        ends = until is not None and (until - on).days < soon
        return Standing(Validity.ENDS_SOON if ends else Validity.VALID, holding, until)
    ended = [text.valid_to for text in texts if text.valid_to is not None and text.valid_to < on]
    if ended:
        return Standing(Validity.ENDED, until=max(ended))
    begins = [text.valid_from for text in texts if text.valid_from is not None and text.valid_from > on]
    return Standing(Validity.NOT_YET, until=min(begins, default=None))


def _covered_until(texts: Sequence[BoilerplateText], on: date) -> date | None:
    """The last day from ``on`` that is covered without a break; ``None`` where there is no end."""
    last = on
    for text in sorted(texts, key=lambda text: text.valid_from or date.min):
        if (text.valid_from or date.min) > last and text.valid_from != last + _DAY:
            break
        if text.valid_to is None:
            return None
        last = max(last, text.valid_to)
    return last


def gaps_between(texts: Sequence[BoilerplateText]) -> tuple[tuple[date, date], ...]:
    """First and last day of every stretch between texts of one language that none of them covers."""
    found: list[tuple[date, date]] = []
    last: date | None = None
    for text in _by_beginning(texts):
        if last is not None and text.valid_from is not None and (text.valid_from - last).days > 1:
            found.append((last + _DAY, text.valid_from - _DAY))
        if text.valid_to is None:
            break
        last = text.valid_to if last is None else max(last, text.valid_to)
    return tuple(found)


def overlaps(texts: Sequence[BoilerplateText]) -> tuple[tuple[date | None, date | None], ...]:
    """First and last day (``None``: open) of every stretch that two texts of one language in a row both cover."""
    found: list[tuple[date | None, date | None]] = []
    ordered = _by_beginning(texts)
    for place, earlier in enumerate(ordered):
        for later in ordered[place + 1 :]:
            begins = later.valid_from
            if earlier.valid_to is not None and (begins or date.min) > earlier.valid_to:
                continue
            ends = min((d for d in (earlier.valid_to, later.valid_to) if d is not None), default=None)
            if ends is None or begins is None or begins <= ends:
                found.append((begins, ends))
    return tuple(found)


def _by_beginning(texts: Sequence[BoilerplateText]) -> list[BoilerplateText]:
    return sorted(texts, key=lambda text: (text.valid_from or date.min, text.valid_to or date.max, text.id))


def drawn_text(boilerplate: Boilerplate, language: str, on: date) -> RichText | None:
    """What a block that refers to it reads on a day; ``None`` where the library has nothing in the language.

    Where the texts have ended or not begun, an open gap says so: an old text must not go out.
    """
    standing = standing_on(boilerplate, language, on)
    if standing.validity is Validity.NO_TEXT:
        return None
    if standing.text is not None:
        return standing.text.text
    sentence = in_document(language, "[{name}: the library has no text for {date}]")
    return open_gap(sentence.format(name=boilerplate.name, date=write_date(on, language)), boilerplate.name)


def missing_text(language: str) -> RichText:
    """What stands where the boilerplate itself is gone from the library."""
    sentence = in_document(language, "[This text is no longer in the library]")
    return open_gap(sentence, sentence.strip("[]"))


def open_gap(sentence: str, name: str) -> RichText:
    """A sentence that is one open gap: it keeps a release from leaving."""
    return RichText.of(sentence, [Mark(0, len(sentence), MarkKind.PLACEHOLDER, name)])


def boilerplate_block(boilerplate: Boilerplate, language: str, on: date, block_id: str) -> Block:
    """A block that refers to a boilerplate and reads what holds on the day."""
    text = drawn_text(boilerplate, language, on) or RichText()
    return Block(block_id, BlockKind.BOILERPLATE, text, (("boilerplate", boilerplate.id),))
