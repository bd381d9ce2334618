"""Offers that a sentence itself makes: its numbers and dates in the target's form, its names, and what was used before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.segment import PairedSegment
from desktop.editorial.names_in_text import find_names
from desktop.services.generating import Speech, written_dates, written_figures
from desktop.services.tools import Tools
from desktop.translation.completing import CompletionSource, Offer, OfferKind, words_offered
from desktop.translation.repeats import score_of

#: Sentences as alike as this lend their words first.
_ALIKE = 50


@dataclass(frozen=True)
class SentenceOffers:
    """Numbers, dates and names of the sentence. Fulfils :class:`CompletionSource`."""

    tools: Tools

    def offers(self, pair: PairedSegment, source_language: str, target_language: str) -> Iterator[Offer]:
        """See the protocol."""
        text = pair.segment.source.text
        speech = Speech(source_language, target_language, self.tools.gazetteer)
        for written, old in written_dates(text, speech):
            yield Offer(written, OfferKind.DATE, old)
        for written, old in written_figures(text, speech):
            yield Offer(written, OfferKind.NUMBER, "" if written == old else old)
        for found in find_names(text):
            if len(found.name.split()) > 1:
                yield Offer(found.name, OfferKind.NAME)


@dataclass(frozen=True)
class TextOffers:
    """Words of what is translated already: of the most alike sentences first. Fulfils :class:`CompletionSource`."""

    pairs: Sequence[PairedSegment]

    def offers(self, pair: PairedSegment, source_language: str, target_language: str) -> Iterable[Offer]:  # noqa: ARG002 - the protocol
        """See the protocol."""
        done = [p.segment for p in self.pairs if p.segment.is_done and p.segment.id != pair.segment.id]
        mine = pair.segment.source.text
        alike = [s.target.text for s in done[:400] if score_of(s.source.text, mine) >= _ALIKE]
        yield from words_offered(alike, OfferKind.MEMORY)
        yield from words_offered(s.target.text for s in done)


def gathered(
    sources: Iterable[CompletionSource], pair: PairedSegment, source_language: str, target_language: str
) -> tuple[Offer, ...]:
    """All offers for a sentence."""
    return tuple(offer for source in sources for offer in source.offers(pair, source_language, target_language))
