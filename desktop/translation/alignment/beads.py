"""What an alignment is: beads that hold every sentence of both sides once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.errors import BadInputError
from desktop.i18n import _


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the number of the paragraph it stands in."""

    text: str
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that translate each other, by their places; one side may be empty.

    ``confidence`` is the share of beads like this one that are right, from 0.0 to 1.0; 1.0 once a person looked.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float = 1.0

    @property
    def is_pair(self) -> bool:
        """Whether there is something on both sides."""
        return bool(self.source and self.target)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts and their beads in the source's order; every sentence is in exactly one bead.

    ``has_structure`` tells that the paragraphs of the sentences mean something on both sides.
    """

    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]
    beads: tuple[Bead, ...]
    has_structure: bool = False

    def texts(self, bead: Bead) -> tuple[str, str]:
        """The words of a bead, each side's sentences joined by a blank."""
        return (
            " ".join(self.source[at].text for at in bead.source),
            " ".join(self.target[at].text for at in bead.target),
        )


def in_order(beads: Sequence[Bead]) -> tuple[Bead, ...]:
    """The beads in the order of reading: by source, those without a source after the bead before them in the target."""
    placed = sorted((bead for bead in beads if bead.source), key=lambda bead: bead.source)
    for lone in sorted((bead for bead in beads if not bead.source), key=lambda bead: bead.target):
        before = [at for at, bead in enumerate(placed) if bead.target and bead.target[-1] < lone.target[0]]
        nearest = max(before, key=lambda at: placed[at].target[-1], default=-1)
        placed.insert(nearest + 1, lone)
    return tuple(placed)


def joined(alignment: Alignment, at: int) -> Alignment:
    """The bead at a place and the one after it made one; raises BadInputError where there is none after it."""
    beads = alignment.beads
    if not 0 <= at < len(beads) - 1:
        raise BadInputError(_("There is no row below to join."), kept=_("Nothing was changed."))
    one, other = beads[at], beads[at + 1]
    both = Bead(tuple(sorted((*one.source, *other.source))), tuple(sorted((*one.target, *other.target))))
    return replace(alignment, beads=(*beads[:at], both, *beads[at + 2 :]))


def split(alignment: Alignment, at: int) -> Alignment:
    """A bead made two: its first sentences pair, the others follow in a bead of their own.

    Where one side has a single sentence, it stays with the first of the other side. Raises BadInputError where there
    is nothing to split.
    """
    bead = alignment.beads[at]
    if len(bead.source) <= 1 and len(bead.target) <= 1:
        if not bead.is_pair:
            raise BadInputError(_("There is nothing to split in this row."), kept=_("Nothing was changed."))
        parts = (Bead(bead.source, ()), Bead((), bead.target))
    else:
        parts = (Bead(bead.source[:1], bead.target[:1]), Bead(bead.source[1:], bead.target[1:]))
    return replace(alignment, beads=(*alignment.beads[:at], *parts, *alignment.beads[at + 1 :]))


def shifted(alignment: Alignment, at: int, *, side: str, down: bool) -> Alignment:
    """The last (``down``) or first sentence of a bead's ``side`` moved to the row below or above.

    ``side`` is ``source`` or ``target``. A row left empty goes away; at the text's ends a row is made.
    Raises BadInputError where the side is empty.
    """
    beads = list(alignment.beads)
    moving = getattr(beads[at], side)
    if not moving:
        raise BadInputError(_("There is no sentence here to move."), kept=_("Nothing was changed."))
    taken, left = (moving[-1:], moving[:-1]) if down else (moving[:1], moving[1:])
    beads[at] = replace(beads[at], **{side: left}, confidence=1.0)
    other = at + 1 if down else at - 1
    if 0 <= other < len(beads):
        beads[other] = replace(
            beads[other], **{side: tuple(sorted((*taken, *getattr(beads[other], side))))}, confidence=1.0
        )
    else:
        beads.insert(len(beads) if down else 0, Bead(**{"source": (), "target": ()} | {side: taken}))
    return replace(alignment, beads=tuple(bead for bead in beads if bead.source or bead.target))
