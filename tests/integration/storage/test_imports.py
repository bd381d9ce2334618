"""What imports did is kept, on both databases."""

from __future__ import annotations

import pytest

from desktop.domain.contact import MediaList
from desktop.domain.errors import NotFoundError
from desktop.domain.import_batch import ImportBatch, ImportedRow
from desktop.storage.workspace import Workspace
from tests.integration.storage.desk import person


def test_an_import_is_kept_with_its_rows_in_order(workspace: Workspace) -> None:
    rows = [ImportedRow(n, "new", "", "contact", f"c{n}", '{"a":1}') for n in range(2, 2503)]
    rows.append(ImportedRow(0, "refused", "no name; \ud800", "contact", ""))
    with workspace.unit_of_work() as unit:
        first = unit.imports.add(ImportBatch(unit.ids.new(), "contacts", "a.csv", "f00d", "Excel", report="{}"), rows)
        second = unit.imports.add(ImportBatch(unit.ids.new(), "contacts", "b.vcf"), [])
        unit.imports.add(ImportBatch(unit.ids.new(), "terms", "c.tbx"), [])
    with workspace.unit_of_work() as unit:
        assert unit.imports.all("contacts") == (second, first)
        kept = unit.imports.rows(first.id)
        assert kept[:-1] == tuple(rows[:-1])
        assert (kept[-1].outcome, kept[-1].before) == ("refused", None)
        assert first.created_at is not None
        unit.imports.mark_undone(first.id, first.created_at)
        assert unit.imports.get(first.id).undone_at == first.created_at
        unit.imports.mark_undone(first.id, None)
        assert unit.imports.get(first.id).undone_at is None
        with pytest.raises(NotFoundError):
            unit.imports.get("nothing")


def test_the_people_of_a_list_are_told_oldest_first(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        people = [person(unit, name) for name in ("Ana", "Luz", "Eva")]
        made = unit.media_lists.put(MediaList(unit.ids.new(), "Coast"))
        unit.media_lists.add_members(made.id, [each.id for each in people])
        unit.media_lists.remove_members(made.id, [people[1].id])
        assert set(unit.media_lists.members(made.id)) == {people[0].id, people[2].id}
