from __future__ import annotations

import pytest

from desktop.domain.dismissal import Dismissal
from desktop.domain.errors import NotFoundError
from desktop.storage.unit_of_work import SqlUnitOfWork
from desktop.storage.workspace import Workspace
from tests.integration.storage.desk import put_release


def _put(unit: SqlUnitOfWork, text_hash: str, version_id: str = "", release_id: str = "") -> Dismissal:
    is_everywhere = not version_id
    return unit.dismissals.add(
        Dismissal(
            unit.ids.new(), "per-cent", text_hash, version_id, release_id, is_everywhere=is_everywhere, reason="“80%”"
        )
    )


def test_a_version_has_its_own_dismissals_and_those_for_every_text(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        release, version, _ = put_release(unit, "one")
        other_release, other, _ = put_release(unit, "two")
        mine = _put(unit, "a" * 32, version.id, release.id)
        theirs = _put(unit, "b" * 32, other.id, other_release.id)
        always = _put(unit, "c" * 32)
    with workspace.unit_of_work() as unit:
        assert unit.dismissals.of_version(version.id) == (always, mine)
        assert unit.dismissals.of_version(other.id) == (always, theirs)
        assert unit.dismissals.everywhere() == (always,)
        assert mine.author == unit.author
        assert mine.created_at is not None


def test_taken_back_is_gone_and_can_be_brought_again(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        always = _put(unit, "c" * 32)
        unit.dismissals.remove(always.id)
        assert unit.dismissals.everywhere() == ()
        with pytest.raises(NotFoundError):
            unit.dismissals.remove(always.id)
        unit.dismissals.restore(always.id)
        assert unit.dismissals.everywhere() == (always,)
