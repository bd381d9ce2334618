"""A press officer puts a text into house style by keyboard, dismisses one finding, and comes back the next day."""

from __future__ import annotations

from pathlib import Path

from desktop.services.importing import import_release, read_release
from desktop.ui.desk import Route
from desktop.ui.editor.findings_part import FindingsPart
from desktop.ui.editor.screen import EditorScreen
from tests.journeys.conftest import Launch
from tests.journeys.hands import Hands

SEED = Path(__file__).resolve().parents[1] / "fixtures" / "seed_release.txt"


def _open(hands: Hands, release_id: str) -> tuple[EditorScreen, FindingsPart]:
    hands.desk.navigate(Route("editor", release_id))
    screen = hands.arrive("editor")
    part = next(each for each in screen.parts if isinstance(each, FindingsPart))
    hands.until(lambda: part.list.findings)
    return screen, part


def _texts(part: FindingsPart) -> set[str]:
    return {each.found for each in part.list.findings}


def test_into_house_style_by_keyboard_and_it_stays_so(launch: Launch) -> None:
    hands = launch()
    hands.arrive("home")
    found = read_release(SEED, hands.desk.tools, language="en")
    done = hands.deed(lambda uow: import_release(uow, found, type_="press-release", contacts=found.contacts))
    release_id = done.opened.release.id
    screen, part = _open(hands, release_id)
    assert {"80%", "North American", "Pro- Tempore", "506-2212-5327", "IOM"} <= _texts(part)
    for _ in range(14):
        hands.press("F9")
        chosen = part.list.current()
        if chosen is not None and chosen.fix is not None:
            before = _texts(part)
            hands.press("Ctrl+.")
            hands.until(lambda before=before: _texts(part) != before)
    text = screen.page.current().plain_text
    for right in ("80 per cent", "North America and the Caribbean", "Presidency Pro Tempore", "+506-2212-5327"):
        assert right in text
    while (chosen := part.list.current()) is None or chosen.found != "IOM":
        hands.press("F9")
    hands.press("Ctrl+Shift+.")
    hands.until(lambda: "IOM" not in _texts(part))
    left = _texts(part)
    hands.close()

    later = launch(path=hands.path)
    later.arrive("home")
    screen, part = _open(later, release_id)
    hands_texts = _texts(part)
    assert hands_texts == left
    assert "80 per cent" in screen.page.current().plain_text
    part.list.show_dismissed.click()
    later.click("Show again", part.list)
    later.until(lambda: "IOM" in _texts(part))
