from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.domain.edits import PutBlock
from desktop.domain.errors import ConflictError, NotFoundError
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.segment import Segment, SegmentOrigin, SegmentState
from desktop.storage.workspace import Workspace
from tests.integration.storage.desk import put_release, put_target


def test_a_segment_comes_back_as_it_was_put(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        release, _, document = put_release(unit)
        target, _ = put_target(unit, release, document)
        (put,) = unit.segments.put(
            [
                Segment(
                    unit.ids.new(),
                    target.id,
                    document.blocks[0].id,
                    3,
                    RichText.of("Ten “people”", [Mark(0, 3, MarkKind.STRONG)]),
                    RichText("Ten people"),
                    RichText.of("Diez «personas»", [Mark(5, 15, MarkKind.LINK, "https://example.org")]),
                    SegmentState.REVIEWED,
                    SegmentOrigin.MEMORY,
                    "V2",
                    "Ana",
                    datetime(2026, 5, 1, tzinfo=UTC),
                )
            ]
        )
        assert put.rev == 1
        assert unit.segments.get(put.id) == put
        assert put.is_stale


def test_segments_follow_the_blocks_and_the_tray_comes_last(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        release, version, document = put_release(unit, "one", "two", "three")
        target, segments = put_target(unit, release, document)
        unit.segments.put([Segment(unit.ids.new(), target.id, document.blocks[1].id, 1, RichText("one b"))])
        unit.documents.apply(version.id, [PutBlock(document.blocks[3], document.blocks[0].id)])

        def shown() -> list[str]:
            return [s.source.text for s in unit.segments.of_version(target.id)]

        assert shown() == ["Border report", "three", "one", "one b", "two"]
        done = unit.segments.put([replace(segments[2], index=-1, target=RichText("dos"))])
        unit.segments.put([replace(segments[1], index=-1, target=RichText("uno"))])
        assert shown() == ["Border report", "three", "one b", "two", "one"]
        unit.segments.put([replace(done[0], target=RichText("dos, otra vez"))])
        assert shown()[-2:] == ["two", "one"]


def test_old_revs_conflict_and_nothing_of_the_batch_is_written(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        release, _, document = put_release(unit, "one")
        target, segments = put_target(unit, release, document)
        newer = unit.segments.put([replace(segments[1], target=RichText("uno"))])[0]
        with pytest.raises(ConflictError):
            unit.segments.put([replace(segments[0], target=RichText("x")), replace(segments[1], target=RichText("y"))])
        assert unit.segments.of_version(target.id) == (segments[0], newer)
        with pytest.raises(ConflictError):
            unit.segments.put([Segment("fresh", target.id, "b", 0, RichText("s"), rev=3)])


def test_removing_never_drops_a_translation(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        release, _, document = put_release(unit, "one", "two")
        target, segments = put_target(unit, release, document)
        kept = unit.segments.put([replace(segments[1], target=RichText("uno"))])[0]
        with pytest.raises(ConflictError):
            unit.segments.remove([segments[0].id, kept.id])
        unit.segments.remove([segments[0].id])
        assert [s.id for s in unit.segments.of_version(target.id)] == [kept.id, segments[2].id]
        with pytest.raises(NotFoundError):
            unit.segments.get(segments[0].id)
        gone = unit.segments.put([replace(kept, index=-1)])[0]
        unit.segments.remove([gone.id])
        back = unit.segments.put([replace(gone, rev=0)])[0]
        assert back.rev > gone.rev
        assert unit.segments.get(gone.id) == back


def test_a_thousand_segments_in_one_call(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        release, _, document = put_release(unit)
        target, _ = put_target(unit, release, document)
        block_id = document.blocks[0].id
        many = [Segment(unit.ids.new(), target.id, block_id, n + 1, RichText(str(n))) for n in range(1200)]
        unit.segments.put(unit.segments.put(many))
        assert len(unit.segments.of_version(target.id)) == 1201
