"""What a translator does to one segment: plain functions, Segment in, Segment out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desktop.domain.errors import BadInputError
from desktop.domain.richtext import MarkKind, RichText
from desktop.domain.segment import CONFIRMED_STATES, ChangeClass, Segment, SegmentOrigin, SegmentState
from desktop.i18n import _
from desktop.translation.changes import apply_links, apply_numbers


def type_target(
    segment: Segment,
    target: RichText,
    *,
    origin: SegmentOrigin = SegmentOrigin.TYPED,
    author: str,
    now: datetime,
) -> Segment:
    """The segment with what was typed so far.

    It becomes a draft made from the source as it was when the translation was begun: typing does not answer a
    change of the source, confirming does. An emptied draft is untranslated again; an emptied confirmed
    translation stays an (empty) draft, so that what it was made from is not forgotten by a slip.
    """
    if target == segment.target:
        return segment
    typed = replace(segment, target=target, origin=origin, author=author, updated_at=now)
    if not target.text.strip() and segment.state not in CONFIRMED_STATES:
        return replace(typed, state=SegmentState.UNTRANSLATED, made_from=None)
    made_from = segment.source if segment.made_from is None else segment.made_from
    return replace(typed, state=SegmentState.DRAFT, made_from=made_from)


def confirm(
    segment: Segment,
    target: RichText,
    *,
    state: SegmentState = SegmentState.TRANSLATED,
    rank: str,
    author: str,
    now: datetime,
) -> Segment:
    """The segment with a translation that is right for the source as it is now, where it stands now.

    ``rank`` is that of :func:`desktop.translation.pairing.rank_for`. Raises BadInputError for an empty
    translation and for a sentence that is gone.
    """
    if state not in CONFIRMED_STATES:
        raise ValueError(f"{state} does not confirm anything")
    if segment.is_gone:
        raise BadInputError(_("This sentence is no longer in the source."), kept=_("Its translation was kept."))
    if not target.text.strip():
        raise BadInputError(
            _("An empty translation cannot be confirmed."),
            advice=_("Write the translation, or copy the source."),
        )
    origin = segment.origin if target == segment.target else SegmentOrigin.TYPED
    return replace(
        segment,
        target=target,
        made_from=segment.source,
        state=state,
        origin=origin,
        rank=rank,
        author=author,
        updated_at=now,
    )


def mark_reviewed(segment: Segment, *, author: str, now: datetime) -> Segment:
    """The segment as read by a second person. Raises BadInputError unless it is confirmed and fresh."""
    if not segment.is_done:
        raise BadInputError(
            _("Only a confirmed translation of the current source can be reviewed."),
            advice=_("Confirm the sentence first."),
        )
    return replace(segment, state=SegmentState.REVIEWED, author=author, updated_at=now)


def accept_change(
    segment: Segment,
    kind: ChangeClass,
    *,
    source_language: str,
    target_language: str,
    rank: str,
    author: str,
    now: datetime,
) -> Segment | None:
    """The segment with a change of its source answered; its state stays as it was.

    Moved and cosmetic changes are accepted as they are (changed addresses of links are carried over);
    numbers-only ones are applied to the target. ``None`` where the change needs the translator.
    """
    if segment.made_from is None or kind not in _ACCEPTABLE:
        return None
    target: RichText | None = segment.target
    if kind is ChangeClass.NUMBERS_ONLY:
        target = apply_numbers(segment, source_language, target_language)
    if target is not None:
        target = apply_links(segment.made_from, segment.source, target)
    if target is None:
        return None
    origin = segment.origin if target == segment.target else SegmentOrigin.TYPED
    return replace(
        segment, target=target, made_from=segment.source, origin=origin, rank=rank, author=author, updated_at=now
    )


_ACCEPTABLE = frozenset({ChangeClass.MOVED, ChangeClass.COSMETIC, ChangeClass.NUMBERS_ONLY})


def copy_source(segment: Segment, *, author: str, now: datetime) -> Segment:
    """The segment with its source as a draft, gaps and links included, to be written over."""
    return replace(
        segment,
        target=segment.source.without_mark(MarkKind.LANGUAGE),
        made_from=segment.source,
        state=SegmentState.DRAFT,
        origin=SegmentOrigin.COPIED,
        author=author,
        updated_at=now,
    )
