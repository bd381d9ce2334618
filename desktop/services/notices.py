"""Corrections and withdrawals: a notice is a release of its own, about an earlier one.

What left cannot be called back. The notice says in every language of the release what was wrong and what is right (or
that the text must not be used), goes through the same review and signature, and marks the earlier release as corrected
or withdrawn when it leaves itself.
"""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.changes import RELEASE, Change, ChangeSet, Outcome
from desktop.domain.document import Block
from desktop.domain.errors import BadInputError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import NoticeKind, Version
from desktop.domain.richtext import RichText
from desktop.domain.segment import Segment, SegmentOrigin, SegmentState
from desktop.editorial.workflow import Step
from desktop.i18n import _
from desktop.services.notice_text import Corrected, changed_blocks, notice_blocks
from desktop.services.releases import OpenRelease, create_release, open_release
from desktop.services.signing import leaving_document
from desktop.services.steps import refuse_unless_allowed
from desktop.services.tools import Tools
from desktop.services.translating import add_version, target_document
from desktop.translation.pairing import progress


def make_notice(uow: UnitOfWork, tools: Tools, release_id: str, kind: NoticeKind) -> Outcome[OpenRelease]:
    """Make the notice in every language that left; raises BadInputError where the source version has not left."""
    about = open_release(uow, release_id)
    step = Step.CORRECT if kind is NoticeKind.CORRECTION else Step.WITHDRAW
    refuse_unless_allowed(step, about.source)
    left = [version for version in about.versions if version.released_at is not None]
    texts = tuple(_corrected(uow, version) for version in left)
    changed = changed_blocks(texts) if kind is NoticeKind.CORRECTION else ()
    blocks = notice_blocks(kind, texts[0], changed, uow.ids.new)
    label = _("correction") if kind is NoticeKind.CORRECTION else _("withdrawal")
    made = create_release(
        uow, type_=about.release.type, language=about.source.language, blocks=tuple(blocks), label=label
    )
    notice = made.value.release
    linked = replace(
        notice,
        corrects_id=about.release.id,
        notice=kind,
        topics=about.release.topics,
        countries=about.release.countries,
    )
    uow.releases.put(linked)
    changes = made.changes
    for version, text in zip(left[1:], texts[1:], strict=True):
        target = add_version(uow, tools, notice.id, version.language)
        own = notice_blocks(kind, text, changed, uow.ids.new)
        wanted = {source.id: block for source, block in zip(blocks, own, strict=True)}
        _fill(uow, tools, target.value, wanted, _known_sentences(uow, version))
        changes |= target.changes
    changes |= ChangeSet.of(Change(RELEASE, about.release.id))
    return Outcome(open_release(uow, notice.id), changes, made.inverse)


def notices_about(uow: UnitOfWork, release_id: str) -> tuple[OpenRelease, ...]:
    """The notices about a release, oldest first."""
    return tuple(open_release(uow, each) for each in uow.planning.notices_about(release_id))


def _corrected(uow: UnitOfWork, version: Version) -> Corrected:
    approvals = [each for each in uow.releases.approvals(version.id) if each.revision_id]
    if not approvals or version.released_at is None:
        raise BadInputError(_("There is no approved text of what left."), kept=_("Nothing was changed."))
    signed = uow.revisions.get(approvals[0].revision_id or "").document
    return Corrected(signed, leaving_document(uow, version), version.released_at.astimezone().date())


_Known = dict[str, tuple[RichText, bool]]


def _known_sentences(uow: UnitOfWork, version: Version) -> _Known:
    """Source sentence → its translation, and whether a person confirmed it, in the release that is corrected."""
    return {
        segment.source.text: (segment.target, segment.is_done)
        for segment in uow.segments.of_version(version.id)
        if not segment.is_gone and segment.has_translation
    }


def _fill(uow: UnitOfWork, tools: Tools, version: Version, wanted: dict[str, Block], known: _Known) -> None:
    """Fill the notice's sentences: those of the corrected text as they were translated, the others by their places.

    Where a block of the notice has another number of sentences in the other language, the translator is left to it.
    """
    by_block: dict[str, list[Segment]] = {}
    for segment in uow.segments.of_version(version.id):
        by_block.setdefault(segment.block_id, []).append(segment)
    filled: list[Segment] = []
    for block_id, segments in by_block.items():
        own = tools.segmenter.pieces(wanted[block_id], version.language)
        for place, segment in enumerate(sorted(segments, key=lambda each: each.index)):
            target, is_done = known.get(segment.source.text, (None, True))
            if target is None and len(own) == len(segments):
                target = own[place]
            if target is None or not target.text.strip():
                continue
            filled.append(
                replace(
                    segment,
                    target=target,
                    made_from=segment.source,
                    state=SegmentState.TRANSLATED if is_done else SegmentState.DRAFT,
                    origin=SegmentOrigin.GENERATED,
                    author=uow.author,
                    updated_at=uow.clock.now(),
                )
            )
    uow.segments.put(filled)
    uow.releases.set_progress(version.id, progress(uow.segments.of_version(version.id)))
    uow.search.index(version.release_id, version.id, target_document(uow, version.id))
