"""Replacing in all releases: look through them page by page, change the chosen texts, take it all back as one deed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from desktop.domain.changes import ChangeSet, Deed, Outcome
from desktop.domain.edits import PutBlock
from desktop.domain.errors import ConflictError, NotFoundError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Release, ReleaseStatus, Version, VersionRole
from desktop.domain.richtext import RichText
from desktop.domain.segment import SegmentState
from desktop.editorial.finding import Finder, Place, is_fixed, replaced
from desktop.i18n import _, ngettext
from desktop.services.cancelling import checkpoint
from desktop.services.drafting import save_edits
from desktop.services.tools import Tools
from desktop.services.translating import put_targets, target_document

#: Texts looked through in one unit of work: saving waits no longer than that takes.
PAGE = 400
#: And texts read whole in one: where every text holds the words, a page ends sooner.
_HELD = 12
_OPEN = frozenset({ReleaseStatus.DRAFT, ReleaseStatus.IN_REVIEW})


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place that would change: in a block of a source version, or in a sentence of a translation.

    ``unit_id`` is the block's or the segment's id, ``text`` what it reads now; ``order`` sorts within a text.
    """

    release_id: str
    version_id: str
    language: str
    title: str
    unit_id: str
    text: RichText
    place: Place
    is_source: bool


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Places that stay as they are, and why: ``approved`` texts, ``locked`` sentences, ``fixed`` gaps and names."""

    release_id: str
    language: str
    title: str
    count: int
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """A page of the search. ``after`` goes on; it is empty at the end. ``seen`` counts the texts looked at."""

    occurrences: tuple[Occurrence, ...]
    left_out: tuple[LeftOut, ...]
    seen: int
    after: str


@dataclass(frozen=True, slots=True)
class TextChange:
    """A block or a sentence as it was and as it is now.

    ``state`` is a sentence's state before: the one to write when this is taken back.
    """

    version_id: str
    unit_id: str
    before: RichText
    after: RichText
    is_source: bool
    state: SegmentState | None = None


@dataclass(frozen=True, slots=True)
class Replaced:
    """What was changed, in how many places, and the titles of texts that were edited since they were looked at."""

    done: tuple[TextChange, ...]
    count: int
    edited_since: tuple[str, ...]


def find_in_releases(
    uow: UnitOfWork, finder: Finder, replacement: str, *, language: str = "", after: str = "", limit: int = PAGE
) -> Found:
    """The next page of texts in every release and language (or in one language), with the places found in them."""
    texts = uow.search.texts(after=after, limit=limit)
    found: list[Occurrence] = []
    left_out: list[LeftOut] = []
    held = 0
    for seen, text in enumerate(texts, 1):
        checkpoint()
        if (language and text.language != language) or not _may_hold(finder, text.body):
            continue
        here, without = find_in_version(uow, text.version_id, finder, replacement)
        found += here
        left_out += without
        held += 1
        if held == _HELD:
            return Found(tuple(found), tuple(left_out), seen, text.version_id)
    return Found(tuple(found), tuple(left_out), len(texts), texts[-1].version_id if len(texts) == limit else "")


def _may_hold(finder: Finder, body: str) -> bool:
    """A pattern may speak of a line's beginning and end."""
    return finder.is_in(body) or (finder.query.is_pattern and any(finder.is_in(line) for line in body.split("\n")))


def find_in_version(
    uow: UnitOfWork, version_id: str, finder: Finder, replacement: str
) -> tuple[list[Occurrence], list[LeftOut]]:
    """The places in one version; an approved or released text has none that may change."""
    version = uow.releases.version(version_id)
    release = uow.releases.get(version.release_id)
    is_source = version.role is VersionRole.SOURCE
    found: list[Occurrence] = []
    counts = {"locked": 0, "fixed": 0}
    for unit_id, text, is_locked in _units(uow, version):
        for place in finder.places(text.text, replacement):
            if is_locked or is_fixed(text, place):
                counts["locked" if is_locked else "fixed"] += 1
            elif text.text[place.start : place.end] != place.new:
                title = release.title
                found.append(
                    Occurrence(release.id, version_id, version.language, title, unit_id, text, place, is_source)
                )
    if found and is_settled(uow, release, version):
        counts, found = {"approved": len(found) + sum(counts.values())}, []
    left = [LeftOut(release.id, version.language, release.title, n, why) for why, n in counts.items() if n]
    return found, left


def is_settled(uow: UnitOfWork, release: Release, version: Version) -> bool:
    """Whether a text was signed as it is, or is on its way out or gone: it changes only by a correction."""
    if version.status not in _OPEN or release.status not in _OPEN:
        return True
    signed = {approval.content_hash for approval in uow.releases.approvals(version.id)}
    return bool(signed) and target_document(uow, version.id).content_hash() in signed


def _units(uow: UnitOfWork, version: Version) -> Iterable[tuple[str, RichText, bool]]:
    if version.role is VersionRole.SOURCE:
        return [(block.id, block.text, False) for block in uow.documents.load(version.id)]
    segments = uow.segments.of_version(version.id)
    return [(s.id, s.target, s.state is SegmentState.FINAL) for s in segments if not s.is_gone]


def replace_texts(uow: UnitOfWork, tools: Tools, chosen: Sequence[Occurrence]) -> Outcome[Replaced]:
    """Change the chosen places in one transaction; undo takes all of it back.

    A text that reads otherwise than when it was looked at, or was signed since, is left alone and named.
    """
    done: list[TextChange] = []
    changes = ChangeSet()
    count, edited_since = 0, []
    by_version = sorted(chosen, key=lambda each: (each.version_id, each.unit_id, each.place.start))
    for version_id, of_version in groupby(by_version, key=lambda each: each.version_id):
        checkpoint()
        units = [list(same) for _unit, same in groupby(of_version, key=lambda each: each.unit_id)]
        made, said, places = _replace_in_version(uow, tools, version_id, units)
        done += made
        changes |= said
        count += places
        if len(made) < len(units):
            edited_since.append(units[0][0].title)
    value = Replaced(tuple(done), count, tuple(edited_since))
    return Outcome(value, changes, taking_back(tools, value.done) if done else None)


def _replace_in_version(
    uow: UnitOfWork, tools: Tools, version_id: str, units: list[list[Occurrence]]
) -> tuple[list[TextChange], ChangeSet, int]:
    try:
        version = uow.releases.version(version_id)
        release = uow.releases.get(version.release_id)
    except NotFoundError:
        return [], ChangeSet(), 0
    if is_settled(uow, release, version):
        return [], ChangeSet(), 0
    now = {unit_id: (text, is_locked) for unit_id, text, is_locked in _units(uow, version)}
    wanted: list[TextChange] = []
    count = 0
    for same in units:
        first = same[0]
        if now.get(first.unit_id) != (first.text, False):
            continue
        after = replaced(first.text, [each.place for each in same])
        wanted.append(TextChange(version_id, first.unit_id, first.text, after, first.is_source))
        count += len(same)
    done, changes = _write(uow, tools, wanted)
    return done, changes, count


def _write(uow: UnitOfWork, tools: Tools, wanted: Sequence[TextChange]) -> tuple[list[TextChange], ChangeSet]:
    """Write the texts of one version; answers them with the states that their sentences had."""
    if not wanted:
        return [], ChangeSet()
    if wanted[0].is_source:
        document = uow.documents.load(wanted[0].version_id)
        after = {each.unit_id: each.after for each in wanted}
        places = {block.id: place for place, block in enumerate(document.blocks)}
        edits = [
            PutBlock(
                replace(document.blocks[places[unit_id]], text=text),
                document.blocks[places[unit_id] - 1].id if places[unit_id] else None,
            )
            for unit_id, text in after.items()
        ]
        return list(wanted), save_edits(uow, tools, document.id, edits).changes
    version_id = wanted[0].version_id
    now = {segment.id: segment for segment in uow.segments.of_version(version_id)}
    put = [(now[each.unit_id], each.after, each.state or _seen_again(now[each.unit_id].state)) for each in wanted]
    changes = put_targets(uow, version_id, put)
    return [replace(each, state=now[each.unit_id].state) for each in wanted], changes


def _seen_again(state: SegmentState) -> SegmentState:
    """A sentence that was reviewed is no longer: the reviewer did not see the new words."""
    return SegmentState.TRANSLATED if state is SegmentState.REVIEWED else state


def taking_back(tools: Tools, done: Sequence[TextChange]) -> Deed:
    """The deed that takes changes back, all or (where one of the texts was edited since) none."""
    label = ngettext("Replace in {count} text", "Replace in {count} texts", len(done)).format(count=len(done))

    def back(uow: UnitOfWork) -> Outcome[None]:
        edited = sum(not _is_as_left(uow, each) for each in done)
        if edited:
            words = ngettext(
                "{count} of the texts was edited since; nothing was undone.",
                "{count} of the texts were edited since; nothing was undone.",
                edited,
            )
            raise ConflictError(words.format(count=edited), kept=_("The newer texts were kept."))
        changes = ChangeSet()
        turned: list[TextChange] = []
        for _version, same in groupby(done, key=lambda each: each.version_id):
            checkpoint()
            swapped = [replace(each, before=each.after, after=each.before) for each in same]
            made, said = _write(uow, tools, swapped)
            turned += made
            changes |= said
        return Outcome(None, changes, taking_back(tools, turned))

    return Deed(label, back)


def _is_as_left(uow: UnitOfWork, change: TextChange) -> bool:
    try:
        if not change.is_source:
            return uow.segments.get(change.unit_id).target == change.after
        block = uow.documents.load(change.version_id).block(change.unit_id)
    except NotFoundError:
        return False
    return block is not None and block.text == change.after
