"""Puts a look in force: picks the theme, then sets style, palette, font and style sheet of the application."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop.ui.desk import Preferences
from desktop.ui.theme import tokens
from desktop.ui.theme.fonts import ui_font
from desktop.ui.theme.qss import style_sheet
from desktop.ui.theme.tokens import DARK, LIGHT, Tokens

#: Names in the preferences: ``system``, ``light`` or ``dark``; per cent from 100 to 200.
SCHEME, SCALE = "look.scheme", "look.scale"


def apply_look(preferences: Preferences) -> None:
    """Put in force what the person chose. Cheap to call again; widgets hear of it by ``PaletteChange``."""
    choice = preferences.get(SCHEME, "system")
    scale = preferences.get(SCALE, "100")
    put_look(_chosen(choice), int(scale) / 100 if scale.isdigit() else 1.0)


def put_look(look: Tokens, scale: float = 1.0) -> None:
    """Put a theme in force at a text scale. Main thread, with a QApplication."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    tokens.put_in_force(look, scale)
    sheet = style_sheet(look, tokens.scale())
    if app.styleSheet() == sheet:
        return
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(ui_font())
    app.setPalette(palette_of(look))
    app.setStyleSheet(sheet)


def _chosen(choice: str) -> Tokens:
    hints = QGuiApplication.styleHints()
    if choice == "light":
        hints.setColorScheme(Qt.ColorScheme.Light)
        return LIGHT
    if choice == "dark":
        hints.setColorScheme(Qt.ColorScheme.Dark)
        return DARK
    hints.unsetColorScheme()
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def palette_of(look: Tokens) -> QPalette:
    """The palette for what the style sheet does not reach."""
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in {
        role.Window: look.surface,
        role.WindowText: look.text,
        role.Base: look.surface,
        role.AlternateBase: look.raised,
        role.ToolTipBase: look.text,
        role.ToolTipText: look.surface,
        role.PlaceholderText: look.muted,
        role.Text: look.text,
        role.Button: look.raised,
        role.ButtonText: look.text,
        role.BrightText: look.problem,
        role.Link: look.accent,
        role.LinkVisited: look.accent,
        role.Highlight: look.accent,
        role.HighlightedText: look.on_accent,
        role.Accent: look.accent,
        role.Light: look.raised,
        role.Midlight: look.line,
        role.Mid: look.edge,
        role.Dark: look.edge,
        role.Shadow: look.sunken,
    }.items():
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(look.faint))
    return palette
