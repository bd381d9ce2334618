"""Filling targets from a plain text: one line per sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from desktop.domain.errors import BadInputError
from desktop.domain.segment import Segment, SegmentOrigin, SegmentState
from desktop.i18n import _
from desktop.translation.chips import carry_chips


def fill_from_lines(
    segments: Sequence[Segment],
    lines: Sequence[str],
    *,
    author: str,
    now: datetime,
    state: SegmentState = SegmentState.TRANSLATED,
) -> tuple[Segment, ...]:
    """The live segments with their targets from lines, in order; an empty line leaves its segment alone.

    Gaps, protected stretches and links of the source are put on the line where their words occur in it. Empty
    lines behind the last sentence's are ignored. Raises BadInputError where the numbers do not fit.
    """
    wanted, given = len(segments), _count(lines)
    if given > wanted or len(lines) < wanted:
        raise _misfit(wanted, max(given, min(wanted, len(lines))))
    return tuple(_filled(s, line, author, now, state) for s, line in zip(segments, lines, strict=False))


def _count(lines: Sequence[str]) -> int:
    """The number of lines without the empty ones at the end."""
    return max((at + 1 for at, line in enumerate(lines) if line.strip()), default=0)


def _misfit(wanted: int, given: int) -> BadInputError:
    return BadInputError(
        _("The text has {given} lines, but there are {wanted} sentences.").format(given=given, wanted=wanted),
        kept=_("Nothing was changed."),
        advice=_("Write one line per sentence, and an empty line for a sentence to leave out."),
    )


def _filled(segment: Segment, line: str, author: str, now: datetime, state: SegmentState) -> Segment:
    text = line.strip()
    if not text or text == segment.target.text:
        return segment
    return replace(
        segment,
        target=carry_chips(segment.source, text),
        made_from=segment.source,
        state=state,
        origin=SegmentOrigin.FILE,
        author=author,
        updated_at=now,
    )
