"""Colours that can be read, icons that exist, a style sheet without holes."""

from __future__ import annotations

import re
from typing import Any

import pytest

from desktop.app.preferences import FilePreferences
from desktop.domain.release import Progress, ReleaseStatus, Version, VersionRole
from desktop.i18n import use_language
from desktop.ui.registry import SCREENS
from desktop.ui.theme import tokens
from desktop.ui.theme.apply import SCALE, SCHEME, apply_look, put_look
from desktop.ui.theme.icons import has_icon, icon
from desktop.ui.theme.qss import style_sheet
from desktop.ui.theme.tokens import DARK, LIGHT, Tokens, contrast
from desktop.ui.widgets.state_pill import StatePill, version_state

THEMES = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])


@THEMES
@pytest.mark.parametrize("role", ["text", "muted", "accent", "ok", "stale", "problem", "info"])
@pytest.mark.parametrize("ground", ["surface", "raised", "sunken"])
def test_what_must_be_read_has_contrast(look: Tokens, role: str, ground: str) -> None:
    assert contrast(look.role(role), look.role(ground)) >= 4.5


@THEMES
@pytest.mark.parametrize("ground", ["surface", "raised"])
def test_everybodys_suggestions_can_be_read(look: Tokens, ground: str) -> None:
    assert len(set(look.people)) == len(look.people) >= 4
    assert all(contrast(each, look.role(ground)) >= 4.5 for each in look.people)


@THEMES
def test_states_are_read_on_their_own_ground(look: Tokens) -> None:
    for role in ("ok", "stale", "problem", "info", "neutral"):
        assert contrast(look.role(role), look.soft(role)) >= 4.5, role
    assert contrast(look.on_accent, look.accent) >= 4.5
    assert contrast(look.on_accent, look.accent_strong) >= 4.5
    assert contrast(look.text, look.accent_soft) >= 4.5
    assert contrast(tokens.mix(look.accent, look.text, 0.75), look.accent_soft) >= 4.5


@THEMES
def test_what_can_be_operated_has_an_edge(look: Tokens) -> None:
    for ground in (look.surface, look.raised):
        assert contrast(look.edge, ground) >= 3
        assert contrast(look.accent, ground) >= 3


@THEMES
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_style_sheet_is_whole(look: Tokens, scale: float) -> None:
    sheet = style_sheet(look, scale)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    assert set(re.findall(r"#\w+", sheet)) <= {
        *(look.role(name) for name in tokens.COLOURS),
        look.accent_soft,
        look.accent_strong,
        look.hover,
        look.pressed,
        tokens.mix(look.accent, look.text, 0.75),
    }


def test_style_sheet_is_understood(qapp: Any, recwarn: pytest.WarningsRecorder) -> None:
    for look in (DARK, LIGHT):
        put_look(look)
        assert qapp.styleSheet()


def test_chosen_theme_and_scale_win(qapp: Any) -> None:
    preferences = FilePreferences(None)
    preferences.set(SCHEME, "dark")
    preferences.set(SCALE, "150")
    apply_look(preferences)
    assert tokens.current() is DARK
    assert qapp.font().pixelSize() == round(13 * 1.5)
    preferences.set(SCALE, "a lot")
    preferences.set(SCHEME, "light")
    apply_look(preferences)
    assert tokens.current() is LIGHT
    assert tokens.scale() == 1


def test_every_rail_icon_exists(qapp: Any) -> None:
    for entry in SCREENS:
        assert has_icon(entry.icon), entry.name
        assert has_icon(f"{entry.icon}-fill"), entry.name
    with pytest.raises(KeyError):
        icon("no-such-icon")


def test_an_icon_follows_the_theme(qapp: Any) -> None:
    def darkest(name: str) -> int:
        image = icon(name).pixmap(24, 24).toImage()
        return min(
            image.pixelColor(x, y).lightness()
            for x in range(24)
            for y in range(24)
            if image.pixelColor(x, y).alpha() > 200
        )

    put_look(LIGHT)
    on_light = darkest("house-fill")
    put_look(DARK)
    on_dark = darkest("house-fill")
    put_look(LIGHT)
    assert on_light < 80 < on_dark


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_pill_says_its_state_in_words(qapp: Any, language: str) -> None:
    use_language(language)
    for progress, status in (
        (Progress(34, 28, 3), ReleaseStatus.DRAFT),
        (Progress(34, 31, 0), ReleaseStatus.DRAFT),
        (Progress(34, 34, 0), ReleaseStatus.DRAFT),
        (Progress(), ReleaseStatus.APPROVED),
    ):
        state = version_state(Version("v", "r", "es", VersionRole.TARGET, status, progress))
        pill = StatePill(state)
        assert has_icon(state.icon)
        assert pill.accessibleName().startswith("ES: ")
        assert pill.sizeHint().width() > 40
