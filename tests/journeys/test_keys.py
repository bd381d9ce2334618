"""Every key of the wired program does one thing: where two actions share one, Qt does neither."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import Qt

from desktop.domain.release import ReleaseQuery
from desktop.services.releases import release_page
from desktop.ui.desk import Route
from desktop.ui.registry import SCREENS
from tests.journeys.conftest import Launch


def test_no_key_means_two_things(launch: Launch) -> None:
    hands = launch(sample=True)
    hands.arrive("home")
    rows, _count = hands.ask(lambda uow: release_page(uow, ReleaseQuery(text="Director General")))
    release_id = rows[0].release.id
    clashes: list[str] = []
    for entry in SCREENS:
        opened = {"editor": ("en",), "translate": ("es",)}.get(entry.name)
        hands.desk.navigate(Route(entry.name, release_id, *opened) if opened else Route(entry.name))
        hands.arrive(entry.name)
        meanings: dict[str, set[str]] = defaultdict(set)
        for each in hands.desk.actions.available():
            is_local = each.action.shortcutContext() == Qt.ShortcutContext.WidgetWithChildrenShortcut
            for keys in each.action.shortcuts():
                meanings[keys.toString()].add("(local)" if is_local else each.name)
        clashes += [f"{entry.name}: {keys} is {sorted(names)}" for keys, names in meanings.items() if len(names) > 1]
    assert not clashes
