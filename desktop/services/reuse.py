"""A new release from an earlier one, and its translations along with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.domain.changes import RELEASE, SEGMENT, VERSION, Change, ChangeSet, Deed, Outcome
from desktop.domain.document import BlockKind, Document
from desktop.domain.errors import ConflictError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Release, Version, VersionRole
from desktop.domain.richtext import RichText
from desktop.domain.segment import Segment, SegmentOrigin, SegmentState
from desktop.editorial.reuse.answers import Answer, Decision, answered
from desktop.editorial.reuse.datelines import DatelineParts, renewed_dateline, with_datelines
from desktop.editorial.reuse.found import FoundGap
from desktop.i18n import _, has_release_words
from desktop.services.drafting import rematch
from desktop.services.lineage import continue_line
from desktop.services.releases import OpenRelease, create_release, open_release
from desktop.services.remembering import Remembered, put_back, remember
from desktop.services.reuse_plan import ReusePlan, plan_reuse
from desktop.services.tools import Tools
from desktop.services.translating import target_document
from desktop.translation import deeds
from desktop.translation.carrying import carried, context_matches
from desktop.translation.pairing import progress, rank_for
from desktop.translation.segmentation import sentences


def new_from(
    uow: UnitOfWork, tools: Tools, release_id: str, answers: Mapping[str, Answer], *, text_hash: str = ""
) -> Outcome[OpenRelease]:
    """Make a release from an earlier one.

    ``answers`` are by group of the plan; a group without an answer becomes an open gap that shows the old value. The
    new release is a draft without embargo, number and approvals; its contacts and boilerplate are today's, and every
    translation comes along as drafts (see :func:`desktop.translation.carrying.carried`). ``text_hash``: of the plan that was
    answered; raises ConflictError where the earlier release reads otherwise by now.
    """
    plan = plan_reuse(uow, tools, release_id)
    if text_hash and text_hash != plan.text_hash:
        raise ConflictError(
            _("The earlier release was changed meanwhile."),
            kept=_("Nothing was made."),
            advice=_("Look through it again."),
        )
    today = uow.clock.now().astimezone().date()
    document = answered(plan.document, plan.gaps, answers, tools.gazetteer)
    parts = {
        block.id: made
        for block in plan.document.of_kind(BlockKind.DATELINE)
        if (made := renewed_dateline(block, plan.gaps, answers, today))
    }
    document = with_datelines(_with_speakers(document, plan, answers), parts, tools.gazetteer)
    ids = {block.id: uow.ids.new() for block in document.blocks}
    blocks = [replace(block, id=ids[block.id]) for block in document.blocks]
    label = _("from “{title}”").format(title=plan.release.title)
    created = create_release(uow, type_=plan.release.type, language=document.language, blocks=blocks, label=label)
    release = uow.releases.put(
        replace(created.value.release, topics=plan.release.topics, countries=plan.release.countries)
    )
    continue_line(uow, release, plan.release)
    changes = created.changes
    renewed = {ids[block_id]: made for block_id, made in parts.items()}
    for old in uow.releases.versions(plan.release.id):
        if old.role is VersionRole.TARGET:
            changes |= _carry(uow, tools, release, old, created.value.document, ids, renewed)
    return Outcome(open_release(uow, release.id), changes, created.inverse)


def _with_speakers(document: Document, plan: ReusePlan, answers: Mapping[str, Answer]) -> Document:
    """Who is quoted, and in what office, follows what the text says now; nobody where that is still open."""
    blocks = []
    for block in document.blocks:
        for name in ("speaker", "title"):
            told = block.attr(name)
            gap = _gap_saying(plan, told) if told and block.kind is BlockKind.QUOTE else None
            answer = answers.get(gap.group) if gap else None
            if gap is None or (answer and answer.decision is Decision.KEEP):
                continue
            block = block.with_attr(name, answer.value.strip() if answer and answer.decision is Decision.FILL else "")  # noqa: PLW2901 - one block, told twice
        blocks.append(block)
    return document.with_blocks(blocks)


def _gap_saying(plan: ReusePlan, words: str) -> FoundGap | None:
    return next((gap for gap in plan.gaps if gap.old == words), None)


def _carry(
    uow: UnitOfWork,
    tools: Tools,
    release: Release,
    old: Version,
    source: Document,
    blocks: Mapping[str, str],
    datelines: Mapping[str, DatelineParts],
) -> ChangeSet:
    """Give the new release the earlier one's translation in a language."""
    version = uow.releases.put_version(Version(uow.ids.new(), release.id, old.language, VersionRole.TARGET))
    segments = carried(
        uow.segments.of_version(old.id),
        sentences(source, tools.segmenter),
        blocks,
        version_id=version.id,
        new_id=uow.ids.new,
    )
    uow.segments.put(segments)
    rematch(uow, tools, version, source)
    _write_datelines(uow, tools, version, datelines)
    uow.releases.set_progress(version.id, progress(uow.segments.of_version(version.id)))
    uow.search.index(release.id, version.id, target_document(uow, version.id))
    return ChangeSet.of(Change(VERSION, version.id, release.id), Change(RELEASE, release.id))


def _write_datelines(uow: UnitOfWork, tools: Tools, version: Version, datelines: Mapping[str, DatelineParts]) -> None:
    """Datelines that were built anew are built in the other language too, as drafts to confirm."""
    if not has_release_words(version.language):
        return
    for segment in uow.segments.of_version(version.id):
        parts = datelines.get(segment.block_id)
        if parts is None or segment.is_gone:
            continue
        text = RichText.plain(parts.written(version.language, tools.gazetteer))
        made = replace(
            segment,
            target=text,
            made_from=segment.source,
            state=SegmentState.DRAFT,
            origin=SegmentOrigin.GENERATED,
            author=uow.author,
            updated_at=uow.clock.now(),
        )
        uow.segments.put([made])


def carried_unchanged(uow: UnitOfWork, version_id: str) -> tuple[Segment, ...]:
    """The context matches of a version: unchanged sentences between unchanged ones that still want a confirmation."""
    return context_matches(uow.segments.of_version(version_id))


def confirm_carried(uow: UnitOfWork, version_id: str) -> Outcome[int]:
    """Confirm every context match of a version at once; answers how many there were."""
    version = uow.releases.version(version_id)
    before = carried_unchanged(uow, version_id)
    every, now = uow.segments.of_version(version_id), uow.clock.now()
    after = [
        deeds.confirm(each, each.target, rank=rank_for(every, each.id), author=uow.author, now=now) for each in before
    ]
    saved = uow.segments.put(after) if after else ()
    kept = remember(uow, version, saved)
    changes = _recounted(uow, version, saved) | kept.changes
    label = _("Confirm carried sentences")
    back = Deed(label, lambda unit: _unconfirm(unit, version, saved, before, kept))
    return Outcome(len(saved), changes, back)


def _unconfirm(
    uow: UnitOfWork, version: Version, saved: tuple[Segment, ...], before: tuple[Segment, ...], kept: Remembered
) -> Outcome[int]:
    earlier = {segment.id: segment for segment in before}
    current = [uow.segments.get(segment.id) for segment in saved]
    if [(c.target, c.state) for c in current] != [(s.target, s.state) for s in saved]:
        raise ConflictError(
            _("The sentences were edited since; nothing was undone."), kept=_("The newer translation was kept.")
        )
    put = uow.segments.put(
        replace(
            each,
            state=earlier[each.id].state,
            made_from=earlier[each.id].made_from,
            author=earlier[each.id].author,
            updated_at=earlier[each.id].updated_at,
            rank=earlier[each.id].rank,
        )
        for each in current
    )
    changes = _recounted(uow, version, put) | put_back(uow, kept.before).changes
    label = _("Confirm carried sentences")
    return Outcome(len(put), changes, Deed(label, lambda unit: confirm_carried(unit, version.id)))


def _recounted(uow: UnitOfWork, version: Version, segments: tuple[Segment, ...]) -> ChangeSet:
    uow.releases.set_progress(version.id, progress(uow.segments.of_version(version.id)))
    named = {Change(SEGMENT, segment.id, version.id) for segment in segments}
    return ChangeSet(frozenset({*named, Change(RELEASE, version.release_id)}))
