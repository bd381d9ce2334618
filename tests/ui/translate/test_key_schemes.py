"""The keys of other programs, taken from their data files."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.ui.key_schemes import SCHEME_PREFERENCE, SCHEMES, scheme_keys, scheme_title, use_chosen_scheme
from desktop.ui.settings.translating_card import TranslatingCard


def keys_of(office: Any, name: str) -> list[str]:
    return [each.toString() for each in office.desk.actions.get(name).shortcuts()]


def test_a_scheme_is_taken_at_once_and_given_back(office: Any, qtbot: Any) -> None:
    own = keys_of(office, "translate.confirm")
    card = TranslatingCard(office.desk)
    qtbot.addWidget(card)
    card.scheme.setCurrentIndex(card.scheme.findData("omegat"))
    card.scheme.activated.emit(card.scheme.currentIndex())
    assert office.desk.preferences.get(SCHEME_PREFERENCE) == "omegat"
    assert keys_of(office, "translate.confirm")[0] == "Ctrl+U"
    assert keys_of(office, "translate.copy-source") == ["Ctrl+Shift+R"]
    office.desk.preferences.set(SCHEME_PREFERENCE, "")
    use_chosen_scheme(office.desk)
    assert keys_of(office, "translate.confirm") == own


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_key_of_the_grid_means_two_things(office: Any, scheme: str) -> None:
    office.desk.preferences.set(SCHEME_PREFERENCE, scheme)
    use_chosen_scheme(office.desk)
    meanings: dict[str, list[str]] = {}
    for each in office.desk.actions:
        for keys in each.action.shortcuts():
            meanings.setdefault(keys.toString(), []).append(each.name)
    assert {keys: names for keys, names in meanings.items() if len(names) > 1} == {}
    assert scheme_title(scheme)


def test_another_action_yields_the_key_that_a_scheme_takes(office: Any) -> None:
    office.desk.preferences.set(SCHEME_PREFERENCE, "trados")
    use_chosen_scheme(office.desk)
    assert keys_of(office, "translate.concordance") == ["F3"]
    assert keys_of(office, "translate.find-next") == ["Ctrl+F3"]
    assert keys_of(office, "translate.match-1") == ["Ctrl+T", "Alt+1"]
    office.desk.actions.add("translate.new-here", "Something", ("F3", "F9"), owner=office.page)
    assert keys_of(office, "translate.new-here") == ["F9"]


def test_an_unknown_scheme_changes_nothing() -> None:
    assert scheme_keys("../../etc/passwd") == {}
