"""The line a release belongs to: what it corrects, and what it was made from."""

from __future__ import annotations

from desktop.domain.errors import NotFoundError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Release

_SETTING = "lineage.{release_id}"


def lineage_of(uow: UnitOfWork, release: Release) -> str:
    """The id of the first release of the line; a release that came from nowhere begins its own."""
    kept = uow.settings.get(_SETTING.format(release_id=release.id))
    if kept:
        return kept
    seen = {release.id}
    while release.corrects_id and release.corrects_id not in seen:
        seen.add(release.corrects_id)
        try:
            release = uow.releases.get(release.corrects_id)
        except NotFoundError:
            break
        if kept := uow.settings.get(_SETTING.format(release_id=release.id)):
            return kept
    return release.id


def continue_line(uow: UnitOfWork, release: Release, earlier: Release) -> None:
    """Remember that a release was made from an earlier one."""
    uow.settings.set(_SETTING.format(release_id=release.id), lineage_of(uow, earlier))
