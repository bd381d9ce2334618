"""The office's own templates, on both databases."""

from __future__ import annotations

import pytest

from desktop.domain.errors import ConflictError, NotFoundError
from desktop.domain.template import StoredTemplate
from desktop.storage.workspace import Workspace

BODY = 'name = "briefing"\n[titles]\nes = "Rueda “única”"\n[blocks]\nen = []\n'


def test_templates_are_kept_in_the_order_they_came(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        first = unit.templates.put(StoredTemplate(unit.ids.new(), "briefing", BODY))
        unit.templates.put(StoredTemplate(unit.ids.new(), "annual", BODY))
        assert (first.rev, first.body, first.name) == (1, BODY, "briefing")
    with workspace.unit_of_work() as unit:
        assert [each.name for each in unit.templates.all()] == ["briefing", "annual"]
        assert unit.templates.get(first.id) == first


def test_an_old_rev_overwrites_nothing(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        first = unit.templates.put(StoredTemplate(unit.ids.new(), "briefing", BODY))
        newer = unit.templates.put(StoredTemplate(first.id, "briefing", BODY + "# more\n", rev=first.rev))
        assert newer.rev == 2
        with pytest.raises(ConflictError):
            unit.templates.put(StoredTemplate(first.id, "briefing", "other", rev=first.rev))
        assert unit.templates.get(first.id).body.endswith("# more\n")


def test_a_removed_template_comes_back(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        first = unit.templates.put(StoredTemplate(unit.ids.new(), "briefing", BODY))
        unit.templates.remove(first.id)
        assert unit.templates.all() == ()
        with pytest.raises(NotFoundError):
            unit.templates.get(first.id)
        unit.templates.restore(first.id)
        assert [each.id for each in unit.templates.all()] == [first.id]
