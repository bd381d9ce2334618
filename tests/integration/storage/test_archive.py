"""The archive on both databases: questions, filters, quotations, older versions, names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.archive import ArchiveQuery
from desktop.domain.document import Block, BlockKind, Document, make_attrs
from desktop.domain.errors import NotFoundError
from desktop.domain.release import ReleaseStatus, Version, VersionRole
from desktop.domain.richtext import RichText
from desktop.storage import upgrade
from desktop.storage.engine import postgresql_engine, sqlite_engine
from desktop.storage.fulltext import full_text_of
from desktop.storage.unit_of_work import SqlUnitOfWork
from desktop.storage.workspace import Workspace
from tests.integration.storage.desk import paragraph, put_release
from tests.postgres import PrivatePostgresql

SAID = "“Every day, migrants suffer abuses and discrimination,” said Ambassador William Lacy Swing."


def _titles(unit: SqlUnitOfWork, query: ArchiveQuery) -> list[str]:
    return [hit.title for hit in unit.search.hits(query, unit.search.places(query))]


def test_phrases_exclusions_and_beginnings(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        put_release(unit, "A rescue station opened for the coast.", title="One")
        put_release(unit, "The station sent a rescue boat.", title="Two")
        put_release(unit, "Nothing of that sort.", title="Three")
        assert _titles(unit, ArchiveQuery('"rescue station"')) == ["One"]
        assert set(_titles(unit, ArchiveQuery("rescue station"))) == {"One", "Two"}
        assert _titles(unit, ArchiveQuery("station -boat")) == ["One"]
        assert _titles(unit, ArchiveQuery("-station")) == ["Three"]
        assert _titles(unit, ArchiveQuery("resc* boat")) == ["Two"]
        assert _titles(unit, ArchiveQuery('-"rescue station" boat')) == ["Two"]
        for nothing in ("", "  ", '"', "()", "-"):
            assert unit.search.places(ArchiveQuery(nothing)) == ()


def test_exact_accents_come_first(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        put_release(unit, "El ano en la anatomía.", title="Folded")
        put_release(unit, "El año que viene.", title="Exact")
        assert _titles(unit, ArchiveQuery("año")) == ["Exact", "Folded"]
        assert _titles(unit, ArchiveQuery("ano")) == ["Folded", "Exact"]


def test_filters(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        first, _version, _document = put_release(unit, "Water for the valley.", title="One")
        dated = Block("d", BlockKind.DATELINE, RichText("Managua –"), make_attrs({"date": "2014-06-26"}))
        second, version, document = put_release(unit, "Water for the coast.", SAID, title="Two")
        unit.search.index(
            second.id, version.id, document.with_blocks([document.blocks[0], dated, *document.blocks[1:]])
        )
        unit.releases.put(
            replace(
                second,
                type="statement",
                status=ReleaseStatus.RELEASED,
                topics=("Migración, salud", "100%"),
                countries=("NI",),
                embargo_at=datetime(2014, 6, 26, tzinfo=UTC),
            )
        )
        spanish = unit.releases.put_version(Version(unit.ids.new(), first.id, "es", VersionRole.TARGET))
        unit.search.index(first.id, spanish.id, Document(spanish.id, "es", (paragraph("x", "Water: agua del valle."),)))
        for query, expected in (
            (ArchiveQuery("water"), {"One", "Two", "Water: agua del valle."}),
            (ArchiveQuery("water", language="es"), {"Water: agua del valle."}),
            (ArchiveQuery("water", status="released"), {"Two"}),
            (ArchiveQuery("water", type="press-release", language="en"), {"One"}),
            (ArchiveQuery("water", topic="Migración, salud"), {"Two"}),
            (ArchiveQuery("water", topic="100%"), {"Two"}),
            (ArchiveQuery("water", topic="1%"), set()),
            (ArchiveQuery("water", country="NI"), {"Two"}),
            (ArchiveQuery("water", speaker="swing"), {"Two"}),
            (ArchiveQuery("water", speaker="mora"), set()),
            (ArchiveQuery("water", until=date(2014, 6, 26)), {"Two"}),
            (ArchiveQuery("water", since=date(2014, 6, 27)), {"One", "Water: agua del valle."}),
            (ArchiveQuery("water", has_embargo=True), {"Two"}),
            (ArchiveQuery(has_embargo=True), {"Two"}),
            (ArchiveQuery(status="withdrawn"), set()),
        ):
            assert set(_titles(unit, query)) == expected, query
        assert _titles(unit, ArchiveQuery("water", order="date"))[-1] == "Two"
        (hit,) = unit.search.hits(ArchiveQuery("coast"), unit.search.places(ArchiveQuery("coast")))
        assert (hit.on, hit.status, hit.type, hit.is_source) == ("2014-06-26", "released", "statement", True)


def test_counts_leave_their_own_filter_out(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        put_release(unit, "Water here.", SAID, title="One")
        other, _version, _document = put_release(unit, "Water there.", title="Two")
        unit.releases.put(replace(other, status=ReleaseStatus.RELEASED))
        counts = unit.search.counts(ArchiveQuery("water", status="released"))
        assert dict(counts["status"]) == {"draft": 1, "released": 1}
        assert dict(counts["type"]) == {"press-release": 1}
        assert counts["speaker"] == ()
        assert dict(unit.search.counts(ArchiveQuery("water"))["speaker"]) == {"William Lacy Swing": 1}


def test_quotations_follow_the_text(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        release, version, document = put_release(unit, "Before.", SAID, title="Swing in Managua")
        query = ArchiveQuery("migrants", in_quotes=True)
        (hit,) = unit.search.hits(query, unit.search.places(query))
        assert (hit.speaker, hit.speaker_title, hit.block_id) == (
            "William Lacy Swing",
            "Ambassador",
            document.blocks[2].id,
        )
        assert hit.snippet.replace("\ue000", "[").replace("\ue001", "]").startswith("Every day, [migrants] suffer")
        assert unit.search.places(ArchiveQuery("before", in_quotes=True)) == ()
        assert len(unit.search.places(ArchiveQuery(speaker="lacy", in_quotes=True))) == 1
        assert len(unit.search.places(ArchiveQuery("swing abuses", in_quotes=True))) == 1
        more = "“The boats are ready for the whole season,” said Ana Mora."
        longer = document.with_blocks([*document.blocks, paragraph("q2", more)])
        unit.search.index(release.id, version.id, longer)
        assert len(unit.search.places(ArchiveQuery(in_quotes=True))) == 2
        unit.search.index(release.id, version.id, document.with_blocks(longer.blocks[:2]))
        assert unit.search.places(ArchiveQuery(in_quotes=True)) == ()
        assert full_text_of(unit.connection).problems(unit.connection) == []
        unit.search.index(release.id, version.id, longer)
        unit.releases.remove(release.id)
        assert unit.search.places(ArchiveQuery(in_quotes=True)) == ()
        assert unit.search.places(ArchiveQuery("before")) == ()


def test_older_versions_are_searched_where_it_is_asked(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        release, version, document = put_release(unit, "The ferry sank.", title="Harbour")
        unit.revisions.add(version.id, document, label="", author="Ana")
        now = document.with_blocks([document.blocks[0], replace(document.blocks[1], text=RichText("The boat sank."))])
        unit.search.index(release.id, version.id, now)
        second = unit.revisions.add(version.id, now, label="", author="Ana")
        assert second is not None
        assert unit.search.places(ArchiveQuery("ferry")) == ()
        query = ArchiveQuery("ferry", in_history=True)
        (hit,) = unit.search.hits(query, unit.search.places(query))
        assert (hit.number, hit.title, hit.revision_id != "") == (1, "Harbour", True)
        assert "\ue000ferry\ue001" in hit.snippet
        assert len(unit.search.places(ArchiveQuery("boat", in_history=True))) == 1
        assert unit.search.places(replace(query, language="es")) == ()


def test_a_kept_state_is_named_and_stays_as_it_is(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        _release, version, document = put_release(unit, "one")
        kept = unit.revisions.add(version.id, document, label="::created", author="Ana")
        assert kept is not None
        assert unit.revisions.name(kept.id, "Sent to the minister").name == "Sent to the minister"
        assert [header.name for header in unit.revisions.headers(version.id)] == ["Sent to the minister"]
        unit.revisions.name(kept.id, "")
        assert unit.revisions.get(kept.id).header == kept
        with pytest.raises(NotFoundError):
            unit.revisions.name("nothing", "x")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(alphabet="añ \"“”«»-*():^'\\%_&|!<>{}[]\x00\n+NEARORT", max_size=24))
def test_no_question_is_an_error(workspace: Workspace, typed: str) -> None:
    with workspace.unit_of_work() as unit:
        for query in (ArchiveQuery(typed), ArchiveQuery(typed, speaker=typed, topic=typed, in_quotes=True)):
            unit.search.hits(query, unit.search.places(query))
            unit.search.counts(query)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_an_older_workspace_gets_its_quotations_and_older_versions(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    if kind == "sqlite":
        (tmp_path / "old.db").touch()
        engine = sqlite_engine(tmp_path / "old.db", foreign_keys=False)
    else:
        cluster: PrivatePostgresql = request.getfixturevalue("postgresql")
        engine = postgresql_engine(cluster.url(cluster.create()))
    day = "'2026-05-26 08:00:00+00:00'" if kind == "postgresql" else "'2026-05-26 08:00:00.000000'"
    blocks = '[{"id":"b","kind":"paragraph","text":{"text":"The ferry sank.","marks":[]},"attrs":{}}]'
    try:
        with engine.begin() as connection:
            upgrade.run_revisions(connection, "0001")
            for statement in (
                f"""INSERT INTO release (id, title, title_key, search_key, type, source_language, status, number, owner,
                    assignee, embargo_zone, topics, countries, created_at, updated_at, rev)
                    VALUES ('r', 'Old', 'old', ' old', 'statement', 'en', 'draft', '', '', '', '', '[]', '[]', {day}, {day}, 1)""",
                f"""INSERT INTO version (id, release_id, language, role, status, assignee, note, total, done, stale,
                    created_at, updated_at, rev)
                    VALUES ('v', 'r', 'en', 'source', 'draft', '', '', 0, 0, 0, {day}, {day}, 1)""",
                f"""INSERT INTO revision (id, version_id, number, language, content_hash, blocks, author, label, created_at)
                    VALUES ('k', 'v', 1, 'en', 'x', '{blocks}', 'Ana', 'created', {day})""",
                f"""INSERT INTO version_text (place, version_id, release_id, language, title, body)
                    VALUES (7, 'v', 'r', 'en', 'Old', 'Old\n{SAID}')""",
            ):
                connection.exec_driver_sql(statement)
            upgrade.run_revisions(connection)
        with engine.begin() as connection:
            unit = _unit(connection)
            quotes = ArchiveQuery("abuses", in_quotes=True)
            (hit,) = unit.search.hits(quotes, unit.search.places(quotes))
            assert (hit.speaker, hit.on) == ("William Lacy Swing", "2026-05-26")
            older = ArchiveQuery("ferry", in_history=True)
            assert [each.revision_id for each in unit.search.hits(older, unit.search.places(older))] == ["k"]
            assert _titles(unit, ArchiveQuery('"suffer abuses"')) == ["Old"]
            assert full_text_of(connection).problems(connection) == []
    finally:
        engine.dispose()


def _unit(connection: object) -> SqlUnitOfWork:
    from desktop.storage.contact_orders import ContactOrders
    from desktop.storage.memory_index import IndexMemory
    from desktop.storage.system import SystemClock, system_ids

    make: Callable[..., SqlUnitOfWork] = SqlUnitOfWork
    full_text = full_text_of(connection)  # type: ignore[arg-type]
    clock, ids = SystemClock(), system_ids()
    return make(
        connection, clock=clock, ids=ids, author="Ana", full_text=full_text, orders=ContactOrders, index=IndexMemory
    )
