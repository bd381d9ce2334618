"""Commenting: remarks on a text or a translated sentence, answers, and saying that one is settled.

A comment is never part of the text: no deed here changes a content hash or makes a translation stale.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.changes import COMMENT, Change, ChangeSet, Deed, Outcome
from desktop.domain.comment import Anchor, Comment, Thread, in_threads
from desktop.domain.document import Document
from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import VersionRole
from desktop.i18n import _


def threads(uow: UnitOfWork, version_id: str) -> tuple[Thread, ...]:
    """All threads of a version, oldest first."""
    return in_threads(uow.comments.of_version(version_id))


@dataclass(frozen=True, slots=True)
class Commented:
    """The threads of a version by place (those whose place is gone last), with the text that their places are in.

    ``document`` is ``None`` for a translation; ``orphaned`` names the comments whose words are gone; ``author`` is
    who asks.
    """

    threads: tuple[Thread, ...]
    document: Document | None
    orphaned: frozenset[str]
    author: str


def commented(uow: UnitOfWork, version_id: str) -> Commented:
    """All that a list of comments shows."""
    from desktop.editorial.anchors import is_orphaned  # noqa: PLC0415 - lazy: most texts have no comments

    found = threads(uow, version_id)
    is_source = uow.releases.version(version_id).role is VersionRole.SOURCE
    if not is_source:
        order = {segment.id: place for place, segment in enumerate(uow.segments.of_version(version_id))}
        lost = frozenset(t.comment.id for t in found if t.comment.segment_id not in order)
        by_place = sorted(found, key=lambda t: order.get(t.comment.segment_id, len(order)))
        return Commented(tuple(by_place), None, lost, uow.author)
    document = uow.documents.load(version_id)
    numbers = {block.id: number for number, block in enumerate(document)}
    lost = frozenset(thread.comment.id for thread in found if is_orphaned(thread.comment.anchor, document))

    def place(thread: Thread) -> tuple[bool, int, int]:
        comment = thread.comment
        return comment.id in lost, numbers.get(comment.block_id, len(numbers)), comment.start

    return Commented(tuple(sorted(found, key=place)), document, lost, uow.author)


def open_comments(uow: UnitOfWork, version_id: str) -> int:
    """How many threads of a version are not resolved: what a preflight asks."""
    return uow.comments.open_count(version_id)


def comment_on_text(uow: UnitOfWork, version_id: str, anchor: Anchor, body: str) -> Outcome[Comment]:
    """Comment on a stretch of a source version; raises BadInputError for an empty comment."""
    version = uow.releases.version(version_id)
    made = Comment(
        id=uow.ids.new(),
        release_id=version.release_id,
        version_id=version_id,
        body=_body(body),
        author=uow.author,
        block_id=anchor.block_id,
        start=anchor.start,
        end=anchor.end,
        quoted=anchor.quoted,
    )
    return _added(uow, made)


def comment_on_segment(uow: UnitOfWork, segment_id: str, body: str) -> Outcome[Comment]:
    """Comment on a sentence of a translation; what it read then is quoted."""
    segment = uow.segments.get(segment_id)
    version = uow.releases.version(segment.version_id)
    made = Comment(
        id=uow.ids.new(),
        release_id=version.release_id,
        version_id=version.id,
        body=_body(body),
        author=uow.author,
        segment_id=segment.id,
        quoted=(segment.target or segment.source).text,
    )
    return _added(uow, made)


def reply(uow: UnitOfWork, comment_id: str, body: str) -> Outcome[Comment]:
    """Answer a comment (or another answer of its thread); a resolved thread stays resolved."""
    first = _root(uow, comment_id)
    made = Comment(
        id=uow.ids.new(),
        release_id=first.release_id,
        version_id=first.version_id,
        body=_body(body),
        author=uow.author,
        block_id=first.block_id,
        segment_id=first.segment_id,
        parent_id=first.id,
    )
    return _added(uow, made)


def edit_comment(uow: UnitOfWork, comment_id: str, body: str) -> Outcome[Comment]:
    """Write one's own comment anew."""
    before = _own(uow, comment_id)
    return _put(uow, replace(before, body=_body(body)), before, _("Edit comment"))


def resolve(uow: UnitOfWork, comment_id: str) -> Outcome[Comment]:
    """Say that nothing is left to do; a thread that is resolved already stays as it is."""
    before = _root(uow, comment_id)
    if before.is_resolved:
        return Outcome(before)
    after = replace(before, resolved_at=uow.clock.now(), resolved_by=uow.author)
    return _put(uow, after, before, _("Resolve comment"))


def reopen(uow: UnitOfWork, comment_id: str) -> Outcome[Comment]:
    """Take up a resolved thread again."""
    before = _root(uow, comment_id)
    if not before.is_resolved:
        return Outcome(before)
    return _put(uow, replace(before, resolved_at=None, resolved_by=""), before, _("Reopen comment"))


def delete_comment(uow: UnitOfWork, comment_id: str) -> Outcome[None]:
    """Take back one's own comment, with one's own answers; refused where others have answered."""
    comment = _own(uow, comment_id)
    replies = [each for each in uow.comments.of_version(comment.version_id) if each.parent_id == comment.id]
    if any(each.author != uow.author for each in replies):
        raise BadInputError(
            _("Others have answered this comment."), kept=_("Nothing was deleted."), advice=_("Resolve it instead.")
        )
    return _remove(uow, (comment, *replies))


def carry_along(uow: UnitOfWork, version_id: str, before: Document, after: Document) -> ChangeSet:
    """Move the comments of a text along with an edit of it."""
    from desktop.editorial.anchors import follow  # noqa: PLC0415 - lazy: most texts have no comments

    comments = [each for each in uow.comments.of_version(version_id) if each.block_id and not each.parent_id]
    anchors = follow([each.anchor for each in comments], before, after)
    moved = [
        replace(comment, block_id=anchor.block_id, start=anchor.start, end=anchor.end)
        for comment, anchor in zip(comments, anchors, strict=True)
        if anchor != comment.anchor
    ]
    uow.comments.move(moved)
    return ChangeSet(frozenset(Change(COMMENT, each.id, version_id) for each in moved))


def _body(body: str) -> str:
    if not body.strip():
        raise BadInputError(_("There is nothing written in the comment."), kept=_("Nothing was changed."))
    return body.strip()


def _root(uow: UnitOfWork, comment_id: str) -> Comment:
    comment = uow.comments.get(comment_id)
    return uow.comments.get(comment.parent_id) if comment.parent_id else comment


def _own(uow: UnitOfWork, comment_id: str) -> Comment:
    comment = uow.comments.get(comment_id)
    if comment.author != uow.author:
        raise BadInputError(_("This comment is somebody else’s."), kept=_("Nothing was changed."))
    return comment


def _told(comments: Sequence[Comment]) -> ChangeSet:
    return ChangeSet(frozenset(Change(COMMENT, each.id, each.version_id) for each in comments))


def _added(uow: UnitOfWork, comment: Comment) -> Outcome[Comment]:
    made = uow.comments.put(comment)
    return Outcome(made, _told([made]), _removal((made,)))


def _removal(comments: tuple[Comment, ...]) -> Deed:
    def back(unit: UnitOfWork) -> Outcome[None]:
        for each in comments:
            _check_same(unit.comments.get(each.id), each)
        answers = [c for c in unit.comments.of_version(comments[0].version_id) if c.parent_id == comments[0].id]
        if {each.id for each in answers} - {each.id for each in comments}:
            raise ConflictError(_("Others have answered this comment."), kept=_("Nothing was undone."))
        return _remove(unit, comments)

    return Deed(_("Add comment"), back)


def _remove(uow: UnitOfWork, comments: tuple[Comment, ...]) -> Outcome[None]:
    for each in reversed(comments):
        uow.comments.remove(each.id)

    def back(unit: UnitOfWork) -> Outcome[None]:
        for each in comments:
            unit.comments.restore(each.id)
        restored = tuple(unit.comments.get(each.id) for each in comments)
        return Outcome(None, _told(restored), _removal(restored))

    return Outcome(None, _told(comments), Deed(_("Delete comment"), back))


def _put(uow: UnitOfWork, after: Comment, before: Comment, label: str) -> Outcome[Comment]:
    saved = uow.comments.put(after)

    def back(unit: UnitOfWork) -> Outcome[Comment]:
        now = unit.comments.get(saved.id)
        _check_same(now, saved)
        words = replace(now, body=before.body, resolved_at=before.resolved_at, resolved_by=before.resolved_by)
        return _put(unit, words, now, label)

    return Outcome(saved, _told([saved]), Deed(label, back))


def _check_same(now: Comment, saved: Comment) -> None:
    """Raise where somebody wrote or settled it since; that its words moved in the text does not matter."""
    if (now.body, now.resolved_at, now.resolved_by) != (saved.body, saved.resolved_at, saved.resolved_by):
        raise ConflictError(_("The comment was changed since; nothing was undone."))
