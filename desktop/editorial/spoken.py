"""The quotations of a text, each with who said it: what the archive answers "who said what?" from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop.domain.archive import SpokenQuote
from desktop.domain.document import Block, BlockKind, Document
from desktop.editorial.quotes import Quotation, attribution, quoted_spans, read_quotation

#: Shorter stretches in quotation marks are terms and titles, not speech.
_SPEECH = 25
_SPEECH_WORDS = 5
_MARKS = "“”«»„‟\"'‘’ \u00a0\u202f,"
#: Kinds that carry no speech of the release's own.
_SILENT = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.DATELINE, BlockKind.CONTACT, BlockKind.END_MARK})
_OPENING = ("“", "«", "„", '"', "‟")


def spoken_quotes(document: Document) -> tuple[SpokenQuote, ...]:
    """All quotations in order. A surname alone is completed by the full name said before it."""
    found: list[SpokenQuote] = []
    known: dict[str, SpokenQuote] = {}
    going_on = False  # the quotation before was left open, or goes on in a quote block without a speaker
    for block in document:
        text = block.text.text
        if block.kind in _SILENT or not text.strip():
            going_on = going_on and not text.strip()
            continue
        words = _words_of(block)
        said = _said(text)
        is_quote = block.kind is BlockKind.QUOTE
        if is_quote or (said and _is_all(text)):
            speaker, title = _speaker(block, said)
            if going_on and found and _goes_on(found[-1], text, said, speaker):
                found[-1] = _with_more(found[-1], words)
            elif len(words) >= _SPEECH or is_quote:
                found.append(_completed(SpokenQuote(block.id, words, speaker, title), known))
            going_on = bool(is_quote or _is_open(text))
            continue
        going_on = False
        if said:
            pieces = [SpokenQuote(block.id, piece, said.speaker, said.title) for piece in _speech(text)]
            found.extend(_completed(piece, known) for piece in pieces)
    return tuple(found)


def _speaker(block: Block, said: Quotation | None) -> tuple[str, str]:
    speaker, title = block.attr("speaker"), block.attr("title")
    if speaker:
        return speaker, title
    return (said.speaker, said.title) if said else ("", "")


def _goes_on(before: SpokenQuote, text: str, said: Quotation | None, speaker: str) -> bool:
    """Whether a quoted paragraph belongs to the quotation before: it opens a mark and says no speaker of its own."""
    is_silent = said is None or not said.speaker
    is_same = not speaker or not before.speaker or _is_part(speaker, before.speaker)
    return is_silent and is_same and text.lstrip().startswith(_OPENING)


def _is_part(name: str, whole: str) -> bool:
    return set(name.casefold().split()) <= set(whole.casefold().split())


@lru_cache(maxsize=4_096)
def _said(text: str) -> Quotation | None:
    """Who says the quoted stretches of a paragraph; ``None`` where nothing in it is speech."""
    whole = read_quotation(text)
    if whole is not None:
        return whole
    spans = quoted_spans(text)
    if not any(_is_speech(text[start:end]) for start, end in spans):
        return None
    speaker, title = attribution(text, spans)
    return Quotation(speaker, title, is_open=False)


def _is_speech(stretch: str) -> bool:
    return len(stretch) >= _SPEECH and len(stretch.split()) >= _SPEECH_WORDS


def _is_all(text: str) -> bool:
    return read_quotation(text) is not None


def _is_open(text: str) -> bool:
    spans = quoted_spans(text)
    return bool(spans) and spans[-1][1] == len(text) and text.rstrip()[-1] not in '”»"“'


def _speech(text: str) -> Iterator[str]:
    for start, end in quoted_spans(text):
        if _is_speech(text[start:end]):
            yield text[start:end].strip(_MARKS)


def _words_of(block: Block) -> str:
    """What was said in a paragraph: the stretches in quotation marks, or all of a quote without marks."""
    text = block.text.text
    spans = quoted_spans(text)
    if not spans:
        return text.strip()
    pieces = [text[start:end].strip('“”«»„‟" \u00a0\u202f') for start, end in spans]
    return re.sub(r"[ \t]+", " ", " … ".join(piece for piece in pieces if piece)).replace(", … ", ", ").strip()


def _with_more(quote: SpokenQuote, words: str) -> SpokenQuote:
    return SpokenQuote(quote.block_id, f"{quote.text}\n{words}", quote.speaker, quote.title)


def _completed(quote: SpokenQuote, known: dict[str, SpokenQuote]) -> SpokenQuote:
    """The quotation with its speaker's full name and office, as far as an earlier one in the text told them."""
    if not quote.speaker:
        return quote
    surname = quote.speaker.split()[-1].casefold()
    earlier = known.get(surname)
    if earlier is not None and _is_part(quote.speaker, earlier.speaker):
        quote = SpokenQuote(quote.block_id, quote.text, earlier.speaker, earlier.title or quote.title)
    known.setdefault(surname, quote)
    return quote
