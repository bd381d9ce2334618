"""Aligning releases that exist in two languages: reading files, finding which belong together, pairing sentences.

Pure but slow (0.1 s a release): for the pool, with checkpoints.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.changes import Outcome
from desktop.domain.concept import Concept
from desktop.domain.document import Block
from desktop.domain.errors import BadInputError, ComunicadoError
from desktop.domain.ports import UnitOfWork
from desktop.domain.richtext import RichText
from desktop.domain.unit import TranslationUnit, UnitOrigin
from desktop.editorial.language import detect_language
from desktop.exchange.plain_lines import read_lines
from desktop.exchange.readers import READERS, read_release_file
from desktop.i18n import _
from desktop.services.cancelling import checkpoint
from desktop.services.languages import believed_tag, same_language
from desktop.services.memory import Added, add_units
from desktop.services.tools import Tools
from desktop.translation.alignment.align import align
from desktop.translation.alignment.beads import Alignment, Sentence
from desktop.translation.alignment.documents import Candidate, DocumentPair, Reason, pair_documents
from desktop.translation.alignment.knowledge import Knowledge
from desktop.translation.language_forms import primary

#: Paragraphs mean something where they hold so many sentences on average, on both sides.
_SENTENCES_A_PARAGRAPH = 1.15
#: Beads below this confidence are for a person to look at.
SURE = 0.9


@dataclass(frozen=True, slots=True)
class ReadText:
    """A file as sentences; ``language`` as the file says or the words tell."""

    path: Path
    language: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class FoundPairs:
    """What two folders hold: pairs, texts without a partner, and files that could not be read with the reason."""

    sources: tuple[ReadText, ...]
    targets: tuple[ReadText, ...]
    pairs: tuple[DocumentPair, ...]
    unread: tuple[tuple[Path, str], ...] = ()

    @property
    def alone(self) -> tuple[ReadText, ...]:
        """Texts that no other belongs to."""
        taken = ({pair.source for pair in self.pairs}, {pair.target for pair in self.pairs})
        return tuple(
            text
            for side, numbers in ((self.sources, taken[0]), (self.targets, taken[1]))
            for at, text in enumerate(side)
            if at not in numbers
        )


def read_text(path: Path, tools: Tools, *, language: str = "") -> ReadText:
    """A release's file cut into sentences; ``language`` empty: told. Raises BadInputError."""
    read = read_release_file(path)
    spoken = language or believed_tag(read.language) or detect_language(block.text.text for block in read.blocks)
    sentences: list[Sentence] = []
    for number, raw in enumerate(read.blocks):
        if raw.kind is not None:
            pieces = [piece.text for piece in tools.segmenter.pieces(Block("", raw.kind, raw.text), spoken)]
        else:
            text = raw.text.text
            pieces = [text[start:end] for start, end in tools.segmenter.cut(text, spoken)]
        sentences += [Sentence(" ".join(piece.split()), number) for piece in pieces]
    return ReadText(path, spoken, tuple(sentences))


def read_sentences(path: Path, *, language: str) -> ReadText:
    """A file of one sentence a line; empty lines part nothing and are left out. Raises BadInputError."""
    lines = (line.strip() for line in read_lines(path))
    return ReadText(path, language, tuple(Sentence(line) for line in lines if line))


def align_texts(source: ReadText, target: ReadText, tools: Tools, known: Knowledge | None = None) -> Alignment:
    """Pair the sentences of two texts; ``known`` has the office's terms in it. Raises CancelledError."""
    has_structure = _is_structured(source.sentences) and _is_structured(target.sentences)
    return align(
        source.sentences,
        target.sentences,
        (source.language, target.language),
        known or tools.alignment_knowledge,
        has_structure=has_structure,
        checkpoint=checkpoint,
    )


def _is_structured(sentences: Sequence[Sentence]) -> bool:
    paragraphs = len({sentence.paragraph for sentence in sentences})
    return paragraphs > 1 and len(sentences) >= _SENTENCES_A_PARAGRAPH * paragraphs


def find_pairs(places: Sequence[Path], languages: tuple[str, str], tools: Tools) -> FoundPairs:
    """Read the texts under one or two places (folders or files) and find which belong together.

    Two places are taken as source and target; one folder's texts are told apart by their language. Raises
    BadInputError where nothing can be read, and CancelledError.
    """
    if same_language(*languages):
        raise BadInputError(_("The two languages are the same."), advice=_("Choose two different ones."))
    sides = _files_by_side(places, languages, tools)
    unread: list[tuple[Path, str]] = []
    read: list[list[ReadText]] = []
    for files, language in zip(sides, languages, strict=True):
        read.append([])
        for path in files:
            checkpoint()
            try:
                read[-1].append(read_text(path, tools, language=language))
            except ComunicadoError as error:
                unread.append((path, error.one_line()))
    if len(places) == 2 and all(place.is_file() for place in places) and all(read):
        pairs: tuple[DocumentPair, ...] = (DocumentPair(0, 0, 1.0, ()),)
    else:
        candidates = [[_candidate(text, places) for text in side] for side in read]
        pairs = pair_documents(candidates[0], candidates[1], tools.alignment_knowledge, checkpoint=checkpoint)
    return FoundPairs(tuple(read[0]), tuple(read[1]), pairs, tuple(unread))


def _candidate(text: ReadText, places: Sequence[Path]) -> Candidate:
    within = next((text.path.relative_to(place) for place in places if text.path.is_relative_to(place)), text.path)
    name = str(within.with_suffix("")) if within.name else text.path.stem
    return Candidate(name, text.language, tuple(sentence.text for sentence in text.sentences))


def _files_by_side(
    places: Sequence[Path], languages: tuple[str, str], tools: Tools
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    if len(places) == 2:
        return _files(places[0]), _files(places[1])
    sides: tuple[list[Path], list[Path]] = ([], [])
    for path in _files(places[0]):
        checkpoint()
        try:
            spoken = primary(read_text(path, tools).language)
        except ComunicadoError:
            sides[0].append(path)  # read again there, where its error is told
            continue
        if spoken in (primary(languages[0]), primary(languages[1])):
            sides[spoken == primary(languages[1])].append(path)
    return tuple(sides[0]), tuple(sides[1])


def _files(place: Path) -> tuple[Path, ...]:
    if not place.is_dir():
        return (place,)
    found: Iterable[Path] = (path for path in place.rglob("*") if path.suffix.lower() in READERS and path.is_file())
    return tuple(sorted(path for path in found if not path.name.startswith((".", "~$"))))


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Two texts of one release with their beads; ``confidence`` and ``reasons`` tell why they are a pair."""

    source: ReadText
    target: ReadText
    confidence: float
    reasons: tuple[Reason, ...]
    alignment: Alignment

    @property
    def doubtful(self) -> int:
        """How many beads with both sides nobody should take unseen."""
        return sum(bead.is_pair and bead.confidence < SURE for bead in self.alignment.beads)


def align_places(
    places: Sequence[Path], languages: tuple[str, str], tools: Tools, concepts: Sequence[Concept] = ()
) -> tuple[FoundPairs, list[AlignedPair]]:
    """Find the pairs under one or two places and align each, with the office's terms as evidence.

    Raises as :func:`find_pairs` does.
    """
    found = find_pairs(places, languages, tools)
    rows = ({tag: usable[0].text for tag in languages if (usable := each.usable(tag))} for each in concepts)
    known = tools.alignment_knowledge.with_terms(row for row in rows if len(row) == len(languages))
    aligned = []
    for pair in found.pairs:
        checkpoint()
        source, target = found.sources[pair.source], found.targets[pair.target]
        aligned.append(
            AlignedPair(source, target, pair.confidence, pair.reasons, align_texts(source, target, tools, known))
        )
    return found, aligned


def units_of(pair: AlignedPair, left_out: Container[int] = ()) -> Iterator[TranslationUnit]:
    """The beads with both sides as units for the memory, with their neighbours; ``left_out`` by places of beads."""
    alignment = pair.alignment
    texts = [alignment.texts(bead) for bead in alignment.beads]
    for at, bead in enumerate(alignment.beads):
        if not bead.is_pair or at in left_out:
            continue
        source, target = texts[at]
        yield TranslationUnit(
            id="",
            source_language=pair.source.language,
            target_language=pair.target.language,
            source=RichText.plain(source),
            target=RichText.plain(target),
            previous=texts[at - 1][0] if at else "",
            next=texts[at + 1][0] if at + 1 < len(texts) else "",
            note=pair.source.path.name,
            origin=UnitOrigin.ALIGNED,
        )


def keep_pairs(uow: UnitOfWork, pairs: Sequence[tuple[AlignedPair, Container[int]]]) -> Outcome[Added]:
    """Put aligned texts into the translation memory, each without the beads left out; one undo for all."""
    units = (unit for pair, left_out in pairs for unit in units_of(pair, left_out))
    return add_units(uow, units, origin=UnitOrigin.ALIGNED)
