"""Taking back a file that was handed out: look first, then merge it as one deed that can be undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from desktop.domain.changes import COMMENT, REVISION, Change, ChangeSet, Deed, Outcome
from desktop.domain.comment import Comment
from desktop.domain.errors import BadInputError, ConflictError, NotFoundError
from desktop.domain.handing import Note, Returned
from desktop.domain.kept_why import kept_why
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Release, Version, VersionRole
from desktop.domain.segment import Segment, SegmentOrigin, SegmentState
from desktop.exchange.returned_files import read_returned
from desktop.i18n import INTERFACE_LANGUAGES, _, ngettext
from desktop.places import translations
from desktop.publishing.bilingual_words import state_label
from desktop.services.history import keep_state
from desktop.services.translating import Grid, open_grid, put_segments
from desktop.translation.assembly import assemble
from desktop.translation.returning import MergeOutcome, MergeRow, plan_return


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What a file would do to one translation; nothing is written. ``remarks``: new comments by row key."""

    name: str
    release: Release
    version: Version
    rows: tuple[MergeRow, ...]
    remarks: Mapping[str, tuple[Note, ...]]

    @property
    def counts(self) -> dict[str, int]:
        """How many sentences there are of each outcome."""
        found = Counter(row.outcome for row in self.rows)
        return {outcome.value: found[outcome] for outcome in MergeOutcome}

    @property
    def taken(self) -> frozenset[str]:
        """The rows that are taken where nobody decides otherwise."""
        return frozenset(row.key for row in self.rows if row.is_taken)


def read_file(path: Path) -> Returned:
    """What a returned file says; raises BadInputError. For the pool."""
    return read_returned(path, _state_words())


@cache
def _state_words() -> dict[str, SegmentState]:
    """The words of a Word table's status column in every language that releases have words in."""
    languages = {*INTERFACE_LANGUAGES, *(each.name for each in translations().iterdir() if each.is_dir())}
    return {state_label(language, state).casefold(): state for language in sorted(languages) for state in SegmentState}


def plan_merge(uow: UnitOfWork, release_id: str, returned: Returned) -> MergePlan:
    """What a file would do: a look, nothing is written. Raises BadInputError where it does not belong to the release."""
    release = uow.releases.get(release_id)
    version = _version(uow, release, returned)
    rows = plan_return(open_grid(uow, version.id).pairs, returned.segments)
    if not any(row.segment for row in rows):
        raise _foreign(returned, _("Nothing in “{name}” belongs to this release.").format(name=returned.name))
    return MergePlan(returned.name, release, version, rows, _remarks(uow, version.id, rows))


def merge(uow: UnitOfWork, plan: MergePlan, taken: Collection[str] | None = None) -> Outcome[MergePlan]:
    """Write the chosen rows (by default those without doubt) and the comments, as one deed.

    The translation until now is kept in the history first; what came back in conflict and is not taken, too. Raises
    ConflictError where the translation changed since the plan was made; then nothing is written.
    """
    wanted = plan.taken if taken is None else frozenset(taken)
    grid = open_grid(uow, plan.version.id)
    _refuse_moved(grid, plan)
    kept = keep_state(uow, plan.version.id, "before-merging").changes | _keep_unmerged(uow, grid, plan, wanted)
    rows = [row for row in plan.rows if row.key in wanted and row.segment is not None]
    rows = [row for row in rows if row.may_be_taken]
    before = [row.segment for row in rows if row.segment is not None]
    after = [_written(uow, row) for row in rows]
    changes = put_segments(uow, plan.version.id, after)
    comments = tuple(uow.comments.put(each) for each in _comments(uow, plan))
    saved = [uow.segments.get(segment.id) for segment in before]
    told = ChangeSet(frozenset(Change(COMMENT, each.id, plan.version.id) for each in comments))
    if not saved and not comments:
        return Outcome(plan, kept)
    pairs = tuple(zip(before, saved, strict=True))
    return Outcome(plan, kept | changes | told, _turning_back(plan.version.id, pairs, comments))


# -- whose file it is -------------------------------------------------------------------------------------------


def _version(uow: UnitOfWork, release: Release, returned: Returned) -> Version:
    """The translation that a file is of."""
    if not returned.segments:
        raise _foreign(returned, _("There is no sentence in “{name}”.").format(name=returned.name))
    if returned.release_id and returned.release_id != release.id:
        raise _foreign(returned, _of_another(uow, returned))
    if returned.source_language and _tongue(returned.source_language) != _tongue(release.source_language):
        words = _("“{name}” translates from “{language}”, but this release is written in “{own}”.")
        raise _foreign(
            returned,
            words.format(name=returned.name, language=returned.source_language, own=release.source_language),
        )
    targets = [each for each in uow.releases.versions(release.id) if each.role is VersionRole.TARGET]
    wanted = returned.target_language
    if not wanted:
        ids = {segment.id for segment in returned.segments}
        for each in targets:
            if len(targets) == 1 or ids & {segment.id for segment in uow.segments.of_version(each.id)}:
                return each
        raise _foreign(returned, _("“{name}” does not say which language it is in.").format(name=returned.name))
    exact = [each for each in targets if each.language.casefold() == wanted.replace("_", "-").casefold()]
    near = [each for each in targets if _tongue(each.language) == _tongue(wanted)]
    chosen = [each for each in near if each.id == returned.version_id] or exact or near
    if not chosen:
        words = _("“{name}” translates into “{language}”; this release has: {languages}.")
        languages = ", ".join(each.language for each in targets) or "–"
        raise _foreign(returned, words.format(name=returned.name, language=wanted, languages=languages))
    return chosen[0]


def _tongue(tag: str) -> str:
    return tag.replace("_", "-").split("-", 1)[0].casefold()


def _of_another(uow: UnitOfWork, returned: Returned) -> str:
    try:
        title = uow.releases.get(returned.release_id).title
    except NotFoundError:
        return _("“{name}” belongs to another release.").format(name=returned.name)
    return _("“{name}” belongs to another release: “{title}”.").format(name=returned.name, title=title)


def _foreign(_returned: Returned, message: str) -> BadInputError:
    return BadInputError(message, kept=_("Nothing was changed."))


# -- writing ----------------------------------------------------------------------------------------------------


def _refuse_moved(grid: Grid, plan: MergePlan) -> None:
    now = {pair.segment.id: pair.segment for pair in grid.pairs}
    for row in plan.rows:
        seen = row.segment
        if seen is None:
            continue
        current = now.get(seen.id)
        if current is None or (current.target, current.state, current.source) != (seen.target, seen.state, seen.source):
            raise ConflictError(
                _("The translation was changed since the file was looked through."),
                kept=_("Nothing was changed."),
                advice=_("Take the file back once more."),
            )


def _written(uow: UnitOfWork, row: MergeRow) -> Segment:
    assert row.segment is not None
    return replace(
        row.segment,
        target=row.theirs,
        state=row.state,
        made_from=row.made_from,
        origin=row.segment.origin if row.theirs == row.ours else SegmentOrigin.FILE,
        author=uow.author,
        updated_at=uow.clock.now(),
    )


def _keep_unmerged(uow: UnitOfWork, grid: Grid, plan: MergePlan, wanted: Collection[str]) -> ChangeSet:
    """Keep a version with the returned words that are not taken, so that they can be looked up."""
    left = {
        row.segment.id: row
        for row in plan.rows
        if row.segment is not None
        and row.key not in wanted
        and row.outcome in (MergeOutcome.CONFLICT, MergeOutcome.REFUSED, MergeOutcome.UPDATED, MergeOutcome.STALE)
    }
    if not left:
        return ChangeSet()
    segments = [
        replace(pair.segment, target=left[pair.segment.id].theirs) if pair.segment.id in left else pair.segment
        for pair in grid.live
    ]
    document = assemble(
        grid.source, segments, version_id=plan.version.id, language=plan.version.language, drawn=grid.drawn
    )
    header = uow.revisions.add(plan.version.id, document, label=kept_why("not-taken"), author=uow.author)
    return ChangeSet.of(Change(REVISION, header.id, plan.version.id)) if header else ChangeSet()


def _turning_back(version_id: str, pairs: tuple[tuple[Segment, Segment], ...], comments: tuple[Comment, ...]) -> Deed:
    """The deed that takes a whole merge back; all of it or, where something was edited since, none."""
    label = _("Take back a file")

    def back(uow: UnitOfWork) -> Outcome[None]:
        current = [uow.segments.get(after.id) for _before, after in pairs]
        edited = sum(
            (now.target, now.state) != (after.target, after.state)
            for now, (_before, after) in zip(current, pairs, strict=True)
        )
        if edited:
            words = ngettext(
                "{count} of the sentences was edited since; nothing was undone.",
                "{count} of the sentences were edited since; nothing was undone.",
                edited,
            )
            raise ConflictError(words.format(count=edited), kept=_("The newer texts were kept."))
        earlier = [_as_before(now, before) for now, (before, _after) in zip(current, pairs, strict=True)]
        changes = put_segments(uow, version_id, earlier)
        told = _toggle(uow, comments, version_id)
        restored = tuple(uow.segments.get(after.id) for _before, after in pairs)
        turned = tuple(zip(current, restored, strict=True))
        return Outcome(None, changes | told, _turning_back(version_id, turned, comments))

    return Deed(label, back)


def _as_before(now: Segment, before: Segment) -> Segment:
    """Only the translator's side goes back; the source stays as it is now."""
    return replace(
        now,
        target=before.target,
        state=before.state,
        made_from=before.made_from,
        origin=before.origin,
        author=before.author,
        updated_at=before.updated_at,
    )


def _toggle(uow: UnitOfWork, comments: Sequence[Comment], version_id: str) -> ChangeSet:
    """Take comments away, or bring back those that were taken away."""
    there = {each.id for each in uow.comments.of_version(version_id)}
    for each in comments:
        if each.id in there:
            uow.comments.remove(each.id)
        else:
            uow.comments.restore(each.id)
    return ChangeSet(frozenset(Change(COMMENT, each.id, version_id) for each in comments))


# -- comments ---------------------------------------------------------------------------------------------------


def _remarks(uow: UnitOfWork, version_id: str, rows: Sequence[MergeRow]) -> dict[str, tuple[Note, ...]]:
    """The remarks of a file that are not here already."""
    known: dict[str, set[str]] = {}
    for each in uow.comments.of_version(version_id):
        forms = known.setdefault(each.segment_id, set())
        forms.update((_one_line(each.body), _one_line(f"{each.author}: {each.body}")))
    found: dict[str, tuple[Note, ...]] = {}
    for row in rows:
        new = [
            note
            for note in dict.fromkeys(row.notes)
            if row.segment is not None and _one_line(note.text) not in known.get(row.segment.id, ())
        ]
        if new:
            found[row.key] = tuple(new)
    return found


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _comments(uow: UnitOfWork, plan: MergePlan) -> list[Comment]:
    segments = {row.key: row.segment for row in plan.rows}
    return [
        Comment(
            id=uow.ids.new(),
            release_id=plan.release.id,
            version_id=plan.version.id,
            body=note.text.strip(),
            author=note.author or plan.name,
            segment_id=segment.id,
            quoted=(segment.target or segment.source).text,
            created_at=note.at,
        )
        for key, notes in plan.remarks.items()
        if (segment := segments[key]) is not None
        for note in notes
    ]
