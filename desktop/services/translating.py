"""Translating: add a language, fill and confirm segments, answer what the source did meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop.domain.changes import RELEASE, SEGMENT, VERSION, Change, ChangeSet, Deed, Outcome
from desktop.domain.document import Document
from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Progress, Release, Version, VersionRole
from desktop.domain.richtext import RichText
from desktop.domain.segment import PairedSegment, Segment, SegmentOrigin, SegmentState
from desktop.i18n import _
from desktop.services.drafting import official_text, rematch
from desktop.services.languages import language_tag
from desktop.services.recounting import index, recount, recount_changed
from desktop.services.remembering import Remembered, put_back, remember
from desktop.services.resolving import frozen_texts, leaving_document, live_texts, resolve_references
from desktop.services.tools import Tools
from desktop.translation import deeds
from desktop.translation.assembly import assemble
from desktop.translation.lines import fill_from_lines
from desktop.translation.pairing import pair, progress
from desktop.translation.ranks import rank_between_neighbours


@dataclass(frozen=True, slots=True)
class Grid:
    """All that the translation grid shows: pairs in text order, then the tray."""

    release: Release
    version: Version
    source: Document
    pairs: tuple[PairedSegment, ...]
    #: Block id → text of the blocks that nobody translates: boilerplate and contacts in the target's language.
    drawn: Mapping[str, RichText] = field(default_factory=dict)

    @property
    def live(self) -> tuple[PairedSegment, ...]:
        """Pairs whose sentence is in the source."""
        return tuple(each for each in self.pairs if not each.segment.is_gone)

    @property
    def tray(self) -> tuple[PairedSegment, ...]:
        """Translations whose sentence is gone."""
        return tuple(each for each in self.pairs if each.segment.is_gone)

    @property
    def progress(self) -> Progress:
        """The counts of this version."""
        return progress(tuple(each.segment for each in self.pairs))

    @property
    def target(self) -> Document:
        """The translated document as it would read now; missing sentences are marked."""
        segments = tuple(each.segment for each in self.pairs)
        return assemble(
            self.source,
            segments,
            version_id=self.version.id,
            language=self.version.language,
            drawn=self.drawn,
        )


def add_version(uow: UnitOfWork, tools: Tools, release_id: str, language: str) -> Outcome[Version]:
    """Add a target version in a language; raises BadInputError for no language, and where the release has one in it."""
    language = language_tag(language)
    release = uow.releases.get(release_id)
    versions = uow.releases.versions(release.id)
    if any(version.language == language for version in versions):
        raise BadInputError(
            _("This release has a version in “{language}” already.").format(language=language),
            kept=_("Nothing was changed."),
        )
    version = uow.releases.put_version(Version(uow.ids.new(), release.id, language, VersionRole.TARGET))
    source = official_text(uow, versions[0].id)
    changes = rematch(uow, tools, version, source)
    index(uow, version)
    changes |= ChangeSet.of(Change(VERSION, version.id, release.id), Change(RELEASE, release.id))
    return Outcome(uow.releases.version(version.id), changes)


def open_grid(uow: UnitOfWork, version_id: str) -> Grid:
    """The grid of a target version; raises NotFoundError, or BadInputError for the source version."""
    version = uow.releases.version(version_id)
    if version.role is not VersionRole.TARGET:
        raise BadInputError(_("The source version is written in the editor."))
    release = uow.releases.get(version.release_id)
    source_id = uow.releases.versions(release.id)[0].id
    source = resolve_references(uow, source_id, official_text(uow, source_id))
    grid = Grid(release, version, source, pair(uow.segments.of_version(version_id)), live_texts(uow, version, source))
    if not grid.drawn:
        return grid
    return replace(grid, drawn={**grid.drawn, **frozen_texts(uow, version.id, grid.target)})


def target_document(uow: UnitOfWork, version_id: str) -> Document:
    """A version's document as a reader gets it: as written for the source, as translated so far for a target."""
    return leaving_document(uow, uow.releases.version(version_id))


def type_target(
    uow: UnitOfWork, segment_id: str, target: RichText, *, origin: SegmentOrigin = SegmentOrigin.TYPED
) -> Outcome[Segment]:
    """Keep what the translator typed so far; the segment becomes a draft. Not a deed: the editor undoes typing."""
    segment = uow.segments.get(segment_id)
    typed = deeds.type_target(segment, target, origin=origin, author=uow.author, now=uow.clock.now())
    return Outcome(*_put(uow, segment, typed))


def put_targets(
    uow: UnitOfWork, version_id: str, wanted: Sequence[tuple[Segment, RichText, SegmentState]]
) -> ChangeSet:
    """Give translations of one version other words without asking the translator again; what they were made from stays."""
    now, author = uow.clock.now(), uow.author
    changed = [
        replace(segment, target=target, state=state, author=author, updated_at=now) for segment, target, state in wanted
    ]
    return put_segments(uow, version_id, changed)


def put_segments(uow: UnitOfWork, version_id: str, changed: Sequence[Segment]) -> ChangeSet:
    """Store segments of one version as they are given, with everything that follows from it."""
    if not changed:
        return ChangeSet()
    saved = uow.segments.put(changed)
    version = uow.releases.version(version_id)
    changes = recount(uow, version)
    changes |= _segment_changes(version, [segment.id for segment in saved])
    return changes | remember(uow, version, saved).changes


def confirm_segment(
    uow: UnitOfWork,
    segment_id: str,
    target: RichText | None = None,
    *,
    state: SegmentState = SegmentState.TRANSLATED,
) -> Outcome[Segment]:
    """Say that a translation is right for the source as it is now. ``None`` confirms the stored target."""

    def change(segment: Segment, rank: str) -> Segment:
        text = segment.target if target is None else target
        return deeds.confirm(segment, text, state=state, rank=rank, author=uow.author, now=uow.clock.now())

    return _deed(uow, segment_id, change, _("Confirm sentence"))


def accept_change(uow: UnitOfWork, segment_id: str) -> Outcome[Segment]:
    """Accept a cosmetic or moved change, or apply a numbers-only one to the target.

    Raises BadInputError where the source changed in words: that needs the translator.
    """
    version = uow.releases.version(uow.segments.get(segment_id).version_id)
    release = uow.releases.get(version.release_id)
    pairs = pair(uow.segments.of_version(version.id))
    kind = next(each.change for each in pairs if each.segment.id == segment_id)

    def change(segment: Segment, rank: str) -> Segment:
        accepted = deeds.accept_change(
            segment,
            kind,
            source_language=release.source_language,
            target_language=version.language,
            rank=rank,
            author=uow.author,
            now=uow.clock.now(),
        )
        if accepted is None:
            raise BadInputError(
                _("This change cannot be applied by itself."),
                kept=_("The translation was left as it is."),
                advice=_("Edit it and confirm."),
            )
        return accepted

    return _deed(uow, segment_id, change, _("Accept source change"))


def fill_targets(uow: UnitOfWork, version_id: str, lines: Sequence[str]) -> Outcome[Grid]:
    """Fill targets from plain lines, one per live segment in order; empty lines leave a segment alone.

    Raises BadInputError where the number of lines does not fit; then nothing is changed.
    """
    grid = open_grid(uow, version_id)
    before = {each.segment.id: each.segment for each in grid.pairs}
    filled = fill_from_lines(tuple(each.segment for each in grid.live), lines, now=uow.clock.now(), author=uow.author)
    changed = [segment for segment in filled if segment != before[segment.id]]
    saved = uow.segments.put(changed)
    changes = _segment_changes(grid.version, (s.id for s in changed))
    changes |= recount_changed(uow, grid.version, [before[segment.id] for segment in saved], saved)
    changes |= remember(uow, grid.version, saved).changes
    return Outcome(open_grid(uow, version_id), changes)


def discard_from_tray(uow: UnitOfWork, segment_id: str) -> Outcome[None]:
    """Throw away a translation whose sentence is gone; undo brings it back."""
    segment = uow.segments.get(segment_id)
    if not segment.is_gone:
        raise BadInputError(_("This sentence is still in the source."), kept=_("Nothing was changed."))
    uow.segments.remove([segment_id])
    version = uow.releases.version(segment.version_id)
    changes = _segment_changes(version, [segment_id])
    label = _("Discard kept translation")

    def back(unit: UnitOfWork) -> Outcome[None]:
        unit.segments.put([replace(segment, rev=0)])
        return Outcome(None, changes, Deed(label, lambda again: discard_from_tray(again, segment_id)))

    return Outcome(None, changes, Deed(label, back))


def _deed(uow: UnitOfWork, segment_id: str, change: Callable[[Segment, str], Segment], label: str) -> Outcome[Segment]:
    before = uow.segments.get(segment_id)
    places = uow.segments.places(before.version_id)
    rank = before.rank if before.is_gone else rank_between_neighbours(places, segment_id)
    saved, changes = _put(uow, before, change(before, rank))
    kept = remember(uow, uow.releases.version(saved.version_id), [saved])
    back = Deed(label, lambda unit: _take_back(unit, saved, before, label, kept))
    return Outcome(saved, changes | kept.changes, back)


def _take_back(uow: UnitOfWork, saved: Segment, before: Segment, label: str, kept: Remembered) -> Outcome[Segment]:
    """Give a segment its earlier translation back, unless somebody touched the translation since.

    Only the translator's side goes back; the source stays as it is now. What the memory kept of it goes back too.
    """
    current = uow.segments.get(saved.id)
    if (current.target, current.state) != (saved.target, saved.state):
        raise ConflictError(
            _("The sentence was edited since; nothing was undone."), kept=_("The newer translation was kept.")
        )
    earlier = replace(
        current,
        target=before.target,
        state=before.state,
        made_from=before.made_from,
        origin=before.origin,
        rank=before.rank,
        author=before.author,
        updated_at=before.updated_at,
    )
    restored, changes = _put(uow, current, earlier)
    again = put_back(uow, kept.before)
    back = Deed(label, lambda unit: _take_back(unit, restored, current, label, again))
    return Outcome(restored, changes | again.changes, back)


def _put(uow: UnitOfWork, before: Segment, after: Segment) -> tuple[Segment, ChangeSet]:
    if after == before:
        return before, ChangeSet()
    (saved,) = uow.segments.put([after])
    version = uow.releases.version(saved.version_id)
    return saved, _segment_changes(version, [saved.id]) | recount_changed(uow, version, [before], [saved])


def _segment_changes(version: Version, segment_ids: Iterable[str]) -> ChangeSet:
    changes = {Change(SEGMENT, segment_id, version.id) for segment_id in segment_ids}
    return ChangeSet(frozenset({*changes, Change(RELEASE, version.release_id)}))
