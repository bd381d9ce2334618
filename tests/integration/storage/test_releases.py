from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import insert, select

from desktop.domain.errors import ConflictError, NotFoundError
from desktop.domain.release import Approval, Progress, Release, ReleaseQuery, ReleaseStatus, Version, VersionRole
from desktop.storage.schema import texts
from desktop.storage.workspace import Workspace
from tests.integration.storage.desk import put_release, put_target


def test_a_release_comes_back_as_it_was_put(workspace: Workspace) -> None:
    there = timezone(timedelta(hours=-6))
    with workspace.unit_of_work() as unit:
        put = unit.releases.put(
            Release(
                unit.ids.new(),
                "Día del migrante \U0001f30d",
                "statement",
                "es",
                ReleaseStatus.EMBARGOED,
                number="2026/14",
                owner="Íñigo",
                embargo_at=datetime(2026, 6, 1, 6, 30, tzinfo=there),
                embargo_zone="America/Costa_Rica",
                topics=("migración", "niñez"),
                countries=("CR", "NI"),
            )
        )
    with workspace.unit_of_work() as unit:
        got = unit.releases.get(put.id)
    assert got == put
    assert got.rev == 1
    assert got.embargo_at == datetime(2026, 6, 1, 12, 30, tzinfo=UTC)
    assert got.created_at is not None
    assert got.created_at.utcoffset() == timedelta(0)


def test_a_time_without_a_zone_is_refused(workspace: Workspace) -> None:
    naive = datetime(2026, 1, 1)  # noqa: DTZ001 - what the test is about
    with pytest.raises(Exception, match="zone"), workspace.unit_of_work() as unit:
        unit.releases.put(Release(unit.ids.new(), "x", "statement", "en", embargo_at=naive))


def test_an_old_rev_is_a_conflict_and_changes_nothing(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        release, version, _ = put_release(unit)
        newer = unit.releases.put(replace(release, title="Newer"))
        assert newer.rev == 2
        with pytest.raises(ConflictError):
            unit.releases.put(replace(release, title="Older"))
        with pytest.raises(ConflictError):
            unit.releases.put(replace(release, rev=0))
        assert unit.releases.get(release.id).title == "Newer"
        saved = unit.releases.put_version(replace(version, status=ReleaseStatus.IN_REVIEW))
        with pytest.raises(ConflictError):
            unit.releases.put_version(version)
        assert unit.releases.version(version.id) == saved


def test_a_second_version_in_one_language_is_refused(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        release, _, _ = put_release(unit)
        with pytest.raises(ConflictError):
            unit.releases.put_version(Version(unit.ids.new(), release.id, "en", VersionRole.TARGET))


def test_an_unambiguous_prefix_names_a_release(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        unit.releases.put(Release("aa11-x", "One", "statement", "en"))
        unit.releases.put(Release("aa12-y", "Two", "statement", "en"))
        unit.releases.put(Release("aa1", "Exact", "statement", "en"))
        assert unit.releases.get("aa11").title == "One"
        assert unit.releases.get("aa1").title == "Exact"
        for wrong in ("aa", "", "zz", "%", "a_1"):
            with pytest.raises(NotFoundError):
                unit.releases.get(wrong)


def test_a_removed_release_is_nowhere_until_it_is_restored(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        release, _, _ = put_release(unit, "Seasonal workers")
        unit.releases.remove(release.id)
        with pytest.raises(NotFoundError):
            unit.releases.get(release.id)
        with pytest.raises(NotFoundError):
            unit.releases.remove(release.id)
        assert unit.releases.page(ReleaseQuery()) == ()
        assert unit.releases.count(ReleaseQuery()) == 0
        assert unit.search.find("seasonal") == ()
        unit.releases.restore(release.id)
        assert unit.releases.get(release.id).title == release.title
        assert len(unit.search.find("seasonal")) == 1
        with pytest.raises(NotFoundError):
            unit.releases.restore("nothing")


def test_pages_filter_sort_and_never_overlap(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        for title in ("Ñandú", "acuerdo", "Niñez y año", "Élite", "zeta 100%"):
            release, _, document = put_release(unit, title=title)
            target, _ = put_target(unit, release, document)
            unit.releases.set_progress(target.id, Progress(1, 1, 0))
        first = unit.releases.page(ReleaseQuery(order="title", descending=False))
        assert [s.release.title for s in first] == ["acuerdo", "Élite", "Ñandú", "Niñez y año", "zeta 100%"]
        assert [v.language for v in first[0].versions] == ["en", "es"]
        paged = [
            unit.releases.page(ReleaseQuery(order="title", descending=False, offset=n, limit=2)) for n in (0, 2, 4)
        ]
        assert tuple(s for page in paged for s in page) == first
        newest = unit.releases.page(ReleaseQuery())
        assert newest[0].release.title == "zeta 100%"
        found = unit.releases.page(ReleaseQuery(text="ano nin"))
        assert [s.release.title for s in found] == ["Niñez y año"]
        assert unit.releases.count(ReleaseQuery(text="ez")) == 0
        assert unit.releases.count(ReleaseQuery(text="100")) == 1
        stale = found[0]
        assert unit.releases.count(ReleaseQuery(has_stale=True)) == 0
        unit.releases.set_progress(stale.versions[1].id, Progress(3, 1, 1))
        for query in (ReleaseQuery(has_stale=True), ReleaseQuery(has_waiting=True)):
            assert [s.release.id for s in unit.releases.page(query)] == [stale.release.id]
            assert unit.releases.count(query) == 1
        assert unit.releases.page(ReleaseQuery(has_stale=True))[0].stale == 1
        assert unit.releases.version(stale.versions[1].id).rev == stale.versions[1].rev


def test_status_and_embargo_filter_and_sort(workspace: Workspace) -> None:
    noon = datetime(2026, 6, 1, 12, tzinfo=UTC)
    with workspace.unit_of_work() as unit:
        for place, status in enumerate((ReleaseStatus.RELEASED, ReleaseStatus.DRAFT, ReleaseStatus.EMBARGOED)):
            at = noon + timedelta(days=place) if place else None
            unit.releases.put(Release(unit.ids.new(), f"R{place}", "statement", "en", status, embargo_at=at))

        def titles(**query: object) -> list[str]:
            return [s.release.title for s in unit.releases.page(ReleaseQuery(**query))]  # type: ignore[arg-type]

        assert titles(order="embargo", descending=False) == ["R1", "R2", "R0"]
        assert titles(order="embargo") == ["R2", "R1", "R0"]
        assert titles(order="status", descending=False) == ["R1", "R2", "R0"]
        assert titles(has_embargo=True, order="title", descending=False) == ["R1", "R2"]
        assert titles(status=ReleaseStatus.DRAFT) == ["R1"]
        assert titles(order="nonsense") == titles()


def test_approvals_are_kept_newest_first(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        _, version, document = put_release(unit)
        unit.revisions.add(version.id, document, label="signed", author="Ana")
        for who in ("Ana", "Luis"):
            unit.releases.put_approval(
                Approval(unit.ids.new(), version.id, document.content_hash(), who, unit.clock.now(), "sí")
            )
        assert [a.approver for a in unit.releases.approvals(version.id)] == ["Luis", "Ana"]
        assert unit.releases.approvals(version.id)[0].content_hash == document.content_hash()


def test_a_failed_unit_of_work_leaves_nothing(workspace: Workspace) -> None:
    with pytest.raises(RuntimeError), workspace.unit_of_work() as unit:  # noqa: PT012 - the whole unit of work fails
        put_release(unit, "half")
        raise RuntimeError
    with workspace.unit_of_work() as unit:
        assert unit.releases.count(ReleaseQuery()) == 0
        assert unit.search.find("half") == ()


def test_settings(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        assert unit.settings.get("window.size", "none") == "none"
        unit.settings.set("window.size", "1")
        unit.settings.set("window.size", "{“á”}")
        assert unit.settings.get("window.size") == "{“á”}"


def test_the_next_embargoes_come_first_also_among_twenty_thousand(workspace: Workspace) -> None:
    now = datetime(2026, 6, 1, 12, tzinfo=UTC)
    with workspace.unit_of_work() as unit:
        blank = unit.releases.put(Release("r", "x", "statement", "en", embargo_at=now))
        (row,) = unit.connection.execute(select(texts.release)).mappings().all()
        far = [
            {**row, "id": f"{n:05}", "embargo_at": now + timedelta(minutes=60 + (n * 7919) % 20_000)}
            for n in range(20_000)
        ]
        unit.connection.execute(insert(texts.release), far)
        for hours in (-5, 0, 1):
            unit.releases.put(replace(blank, id=f"near{hours}", rev=0, embargo_at=now + timedelta(minutes=hours * 30)))
        next_one = min(far[1:], key=lambda each: each["embargo_at"])
        query = ReleaseQuery(embargo_after=now, order="embargo", descending=False, limit=3)
        found = [row.release for row in unit.releases.page(query)]
        assert [each.id for each in found] == ["near1", far[0]["id"], next_one["id"]]
        assert unit.releases.count(query) == 20_001
        gone = replace(query, embargo_after=now + timedelta(days=400))
        assert unit.releases.page(gone) == ()
