"""Bringing back a text that was never saved."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.changes import REVISION, Change, ChangeSet, Outcome
from desktop.domain.errors import NotFoundError
from desktop.domain.kept_why import kept_why
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Version, VersionRole
from desktop.i18n import _
from desktop.services.drafting import put_document
from desktop.services.journal import Unsaved
from desktop.services.releases import create_release
from desktop.services.tools import Tools


def recover(uow: UnitOfWork, tools: Tools, unsaved: Unsaved) -> Outcome[str]:
    """Make a release of a text that was left behind, or put it into the version it belongs to; answers the release.

    What the version held until now is kept in its history first. Undoing takes the recovered text away again.
    """
    version = _version(uow, unsaved.document.id)
    if version is None:
        blocks = tuple(replace(block, id=uow.ids.new()) for block in unsaved.document.blocks)
        language = unsaved.document.language
        made = create_release(uow, type_=unsaved.type, language=language, blocks=blocks, label=kept_why("recovered"))
        return Outcome(made.value.release.id, made.changes, made.inverse)
    current = uow.documents.load(version.id)
    uow.revisions.add(version.id, current, label=kept_why("before-restoring"), author=uow.author)
    wanted = current.with_blocks(unsaved.document.blocks)
    done = put_document(uow, tools, current, wanted, _("Recover unsaved text"))
    header = uow.revisions.add(version.id, done.value, label=kept_why("recovered"), author=uow.author)
    kept = ChangeSet.of(Change(REVISION, header.id, version.id)) if header else ChangeSet()
    return Outcome(version.release_id, done.changes | kept, done.inverse)


def _version(uow: UnitOfWork, version_id: str) -> Version | None:
    """The source version of a living release with this id, if there is one."""
    try:
        version = uow.releases.version(version_id)
        uow.releases.get(version.release_id)
    except NotFoundError:
        return None
    return version if version.role is VersionRole.SOURCE else None
