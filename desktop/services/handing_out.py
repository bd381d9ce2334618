"""Handing a translation out for work elsewhere: gather on the database worker, write on the pool."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from desktop.domain.comment import Thread
from desktop.domain.document import Document
from desktop.domain.handing import Handed, HandedSegment, Match, Note, base_of
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Version
from desktop.domain.richtext import RichText
from desktop.domain.segment import CONFIRMED_STATES, PairedSegment
from desktop.domain.suggestions import settled_text
from desktop.domain.unit import TranslationUnit
from desktop.i18n import N_
from desktop.publishing.file_names import export_name
from desktop.publishing.page import Imprint
from desktop.services.commenting import threads
from desktop.services.exporting import Export, gather_export, imprint_of, translation_of, write_whole
from desktop.services.history import keep_state
from desktop.services.memory import matches_of_version
from desktop.services.releases import version_of
from desktop.services.signing import signature_state
from desktop.services.translating import Grid, open_grid
from desktop.translation.words import folded, word_likeness

#: Matches of the memory that go along: from this per cent on, and this many a sentence.
_LEAST, _MOST = 70, 3


@dataclass(frozen=True, slots=True)
class HandoutFormat:
    """A format that a translation leaves in to come back. ``label`` is for :func:`desktop.i18n._`."""

    name: str
    suffix: str
    label: str
    write: Callable[[Handed, Document, Imprint], bytes]
    variant: str = ""
    has_matches: bool = False


@dataclass(frozen=True, slots=True)
class Handout:
    """A gathered hand-out: frozen values, ready to be written on any thread."""

    format: HandoutFormat
    handed: Handed
    document: Document
    imprint: Imprint
    suggested_name: str

    def content(self) -> bytes:
        """The finished file's bytes; the same gathered hand-out gives the same bytes."""
        return self.format.write(self.handed, self.document, self.imprint)

    def write_to(self, path: Path) -> None:
        """Write the file whole or not at all; raises a ComunicadoError that says why it could not be."""
        write_whole(path, self.content())


def gather(uow: UnitOfWork, release_id: str, language: str, format_name: str) -> Export | Handout:
    """Gather an export in any format, for readers or for work elsewhere; raises BadInputError."""
    if format_name not in HANDOUTS:
        return gather_export(uow, release_id, language, format_name)
    chosen = HANDOUTS[format_name]
    version = target_version(uow, release_id, language)
    release = uow.releases.get(version.release_id)
    grid = open_grid(uow, version.id)
    keep_state(uow, version.id, "handed-out")
    handed = handed_out(grid, threads(uow, version.id), _from_memory(uow, grid) if chosen.has_matches else {})
    imprint = imprint_of(uow, release, version)
    if not signature_state(uow, grid.source.id).is_valid:
        imprint = replace(imprint, is_approved=False)  # it shows both texts: both must be signed
    document = grid.target
    name = export_name(handed.title, version.language, chosen.suffix, imprint, variant=chosen.variant)
    return Handout(chosen, handed, document, imprint, name)


def target_version(uow: UnitOfWork, release_id: str, language: str) -> Version:
    """The translation asked for, or a source's first one; raises BadInputError where there is none."""
    return translation_of(uow, version_of(uow, release_id, language))


def _from_memory(uow: UnitOfWork, grid: Grid) -> dict[str, tuple[Match, ...]]:
    """What the memory offers for the sentences that are not done, by segment id."""
    open_ids = [pair.segment.id for pair in grid.live if not pair.segment.is_done]
    found = matches_of_version(uow, grid.version.id, open_ids, least=_LEAST, limit=_MOST)
    return {
        segment_id: tuple(
            Match(each.source.text, each.target.text, min(100, each.percent), each.unit.origin.value) for each in offers
        )
        for segment_id, offers in found.items()
    }


def handed_out(
    grid: Grid, remarks: Sequence[Thread] = (), offered: Mapping[str, tuple[Match, ...]] = MappingProxyType({})
) -> Handed:
    """A translation as values: its sentences in the text's order, with the blocks that nobody translates between."""
    notes: dict[str, list[Note]] = defaultdict(list)
    for thread in remarks:
        if not thread.is_resolved:
            for each in (thread.comment, *thread.replies):
                notes[thread.comment.segment_id].append(Note(each.author, each.body, each.created_at))
    return Handed(
        release_id=grid.release.id,
        version_id=grid.version.id,
        title=grid.source.title,
        source_language=grid.release.source_language,
        target_language=grid.version.language,
        segments=tuple(_segments(grid, notes, offered)),
    )


def _segments(
    grid: Grid, notes: Mapping[str, Sequence[Note]], offered: Mapping[str, tuple[Match, ...]]
) -> Iterator[HandedSegment]:
    by_block: dict[str, list[PairedSegment]] = defaultdict(list)
    for pair in grid.live:
        by_block[pair.segment.block_id].append(pair)
    for block in grid.source.blocks:
        if block.id in grid.drawn:
            if block.text.text.strip():
                drawn = grid.drawn[block.id]
                yield HandedSegment(f"fixed-{block.id}", block.id, block.kind, 0, block.text, drawn, is_fixed=True)
            continue
        for pair in by_block[block.id]:
            segment, target = pair.segment, as_written(pair.segment.target)
            yield HandedSegment(
                id=segment.id,
                block_id=block.id,
                kind=block.kind,
                number=pair.number,
                source=segment.source,
                target=target,
                state=segment.state,
                base=base_of(target, segment.state),
                is_stale=segment.is_stale,
                was=segment.made_from.text if segment.is_stale and segment.made_from else "",
                notes=tuple(notes.get(segment.id, ())),
                matches=(*_matches(pair), *offered.get(segment.id, ())),
            )


def as_written(text: RichText) -> RichText:
    """A translation without what is only suggested in it."""
    return settled_text(text, lambda _value: False)


def _matches(pair: PairedSegment) -> tuple[Match, ...]:
    """What a stale sentence read before: its translation is a match of that text."""
    segment = pair.segment
    if not segment.is_stale or segment.made_from is None or not segment.target.text.strip():
        return ()
    before = segment.made_from.text
    quality = round(100 * word_likeness(folded(before), folded(segment.source.text)))
    return (Match(before, as_written(segment.target).text, quality, "previous-version"),)


def _xliff12(handed: Handed, _document: Document, _imprint: Imprint) -> bytes:
    from desktop.exchange.xliff12_writer import write_xliff12  # noqa: PLC0415 - lazy: lxml

    return write_xliff12(handed)


def _xliff21(handed: Handed, _document: Document, _imprint: Imprint) -> bytes:
    from desktop.exchange.xliff21_writer import write_xliff21  # noqa: PLC0415 - lazy: lxml

    return write_xliff21(handed)


def _tmx(handed: Handed, _document: Document, _imprint: Imprint) -> bytes:
    from desktop.exchange.tmx_writer import write_tmx  # noqa: PLC0415 - lazy: only where a memory leaves

    stream = io.BytesIO()
    units = [
        TranslationUnit(
            each.id,
            handed.source_language,
            handed.target_language,
            each.source,
            each.target,
            release_id=handed.release_id,
            segment_id=each.id,
        )
        for each in handed.segments
        if each.state in CONFIRMED_STATES and not each.is_stale and not each.is_fixed and each.target.text.strip()
    ]
    write_tmx(stream, units, source_language=handed.source_language)
    return stream.getvalue()


def _bilingual_docx(handed: Handed, document: Document, imprint: Imprint) -> bytes:
    from desktop.publishing.handout_docx import write_handout_docx  # noqa: PLC0415 - lazy: python-docx
    from desktop.publishing.render_tree import build_page  # noqa: PLC0415 - lazy: with it

    return write_handout_docx(build_page(document, imprint), handed)


#: In the order in which they are offered.
HANDOUTS: Mapping[str, HandoutFormat] = MappingProxyType(
    {
        each.name: each
        for each in (
            HandoutFormat(
                "bilingual-docx", ".docx", N_("Word table to work in and take back"), _bilingual_docx, "bilingual"
            ),
            HandoutFormat("xliff12", ".xlf", N_("XLIFF 1.2, for OmegaT, Trados, memoQ"), _xliff12, has_matches=True),
            HandoutFormat("xliff21", ".xlf", N_("XLIFF 2.1"), _xliff21, has_matches=True),
            HandoutFormat("tmx", ".tmx", N_("TMX, the translated sentences as a memory"), _tmx),
        )
    }
)
