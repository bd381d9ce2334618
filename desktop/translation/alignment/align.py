"""Aligning two texts: the best run of beads, then what stands in another order on the other side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.translation.alignment.beads import Alignment, Bead, Sentence, in_order
from desktop.translation.alignment.knowledge import Knowledge
from desktop.translation.alignment.lattice import PRESS, Costs, Lattice
from desktop.translation.alignment.pieces import SHAPES, Pieces

#: A sentence found out of order must have this share of its evidence on the other side, and so much of it.
_MOVED_SHARE = 0.5
_MOVED_MATCHED = 5.0
#: Two sentences that changed places explain as much of what their four have in common, each with such a share.
_CROSSED_EXPLAINED = 0.85
_CROSSED_SHARE = 0.4
#: Sentences left alone at one place belong together from this likeness of lengths and share of evidence on.
_MET_STRAIN = 2.5
_MET_SHARE = 0.06
_MET_CONFIDENCE = 0.5


def align(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    languages: tuple[str, str],
    knowledge: Knowledge,
    *,
    has_structure: bool = False,
    costs: Costs = PRESS,
    checkpoint: Callable[[], None] = lambda: None,
) -> Alignment:
    """Pair the sentences of two texts; every sentence is in exactly one bead.

    ``has_structure``: the paragraphs mean something on both sides. ``checkpoint`` is called often and may raise.
    """
    pieces = Pieces(source, target, languages, knowledge, has_structure=has_structure)
    links = Lattice(pieces, costs, checkpoint=checkpoint).best_run()
    beads = [each for link in links for each in _crossed(_bead(link.i, link.j, link.shape, link.probability), pieces)]
    beads = _met(_with_moved(beads, pieces), pieces)
    return Alignment(tuple(source), tuple(target), in_order(beads), has_structure)


def _bead(i: int, j: int, shape: tuple[int, int], confidence: float) -> Bead:
    return Bead(tuple(range(i, i + shape[0])), tuple(range(j, j + shape[1])), confidence)


def _crossed(bead: Bead, pieces: Pieces) -> tuple[Bead, ...]:
    """A bead of two and two as two beads, where the two sentences only changed places."""
    if (len(bead.source), len(bead.target)) != (2, 2):
        return (bead,)
    (i, k), (j, m) = bead.source, bead.target
    whole = pieces.piece(i, j, 2, 2).matched
    across = (pieces.piece(i, m, 1, 1), pieces.piece(k, j, 1, 1))
    along = (pieces.piece(i, j, 1, 1), pieces.piece(k, m, 1, 1))
    explained = sum(piece.matched for piece in across)
    if explained < _CROSSED_EXPLAINED * whole or explained <= sum(piece.matched for piece in along):
        return (bead,)
    if min(piece.share for piece in across) < _CROSSED_SHARE:
        return (bead,)
    return (Bead((i,), (m,), bead.confidence * 0.97), Bead((k,), (j,), bead.confidence * 0.97))


def _with_moved(beads: Sequence[Bead], pieces: Pieces) -> list[Bead]:
    """Sentences that the run left alone, paired where they clearly belong together in another order."""
    lone_source = [bead.source[0] for bead in beads if not bead.target]
    lone_target = [bead.target[0] for bead in beads if not bead.source]
    wanted: list[tuple[float, Bead]] = []
    for i in lone_source:
        for j in lone_target:
            piece = pieces.piece(i, j, 1, 1)
            if piece.share >= _MOVED_SHARE and piece.matched >= _MOVED_MATCHED and piece.strain < 16:
                wanted.append((piece.share, Bead((i,), (j,), min(0.95, piece.share + 0.25))))
    taken_source: set[int] = set()
    taken_target: set[int] = set()
    moved: list[Bead] = []
    for _share, bead in sorted(wanted, key=lambda each: -each[0]):
        if bead.source[0] not in taken_source and bead.target[0] not in taken_target:
            taken_source.add(bead.source[0])
            taken_target.add(bead.target[0])
            moved.append(bead)
    rest = [
        bead
        for bead in beads
        if bead.is_pair
        or (bead.source and bead.source[0] not in taken_source)
        or (bead.target and bead.target[0] not in taken_target)
    ]
    return [*rest, *moved]


def _met(beads: Sequence[Bead], pieces: Pieces) -> list[Bead]:
    """Sentences left alone on both sides at one place, as a doubtful bead where their lengths agree.

    That somebody dropped a sentence and put another of the same length in its place is rarer than a free translation.
    """
    found: list[Bead] = []
    run: list[Bead] = []
    for bead in (*in_order(beads), None):
        if bead is not None and not bead.is_pair:
            run.append(bead)
            continue
        found += _as_one(run, pieces)
        run = []
        found += [bead] if bead else []
    return found


def _as_one(run: Sequence[Bead], pieces: Pieces) -> Sequence[Bead]:
    source = tuple(at for bead in run for at in bead.source)
    target = tuple(sorted(at for bead in run for at in bead.target))
    if (len(source), len(target)) not in SHAPES or source[-1] - source[0] >= len(source):
        return run
    if target[-1] - target[0] >= len(target):
        return run
    piece = pieces.piece(source[0], target[0], len(source), len(target))
    fits = piece.strain < _MET_STRAIN and piece.share >= _MET_SHARE
    return [Bead(source, target, _MET_CONFIDENCE)] if fits else run
