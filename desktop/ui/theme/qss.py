"""The one style sheet, made from tokens. Roles are set by ``widget.setProperty("role", …)``."""

from __future__ import annotations

from string import Template

from desktop import places
from desktop.ui.theme import tokens
from desktop.ui.theme.tokens import Tokens

_SHEET = Template("""
QToolTip { background: $text; color: $surface; border: 0; padding: ${p4}px ${p8}px; }
QMainWindow, QWidget[role="page"], QStackedWidget { background: $surface; }
QWidget[role="rail"] { background: $sunken; border-right: 1px solid $line; }
QWidget[role="panel"] { background: $raised; }
QWidget[role="bar"] { background: $raised; border-bottom: 1px solid $line; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[role="card"][place="foot"] { margin: ${p4}px ${p16}px ${p8}px ${p16}px; }
QFrame[role="line"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[role="vline"] { background: $line; border: 0; max-width: 1px; min-width: 1px; }

QLabel[role="display"] { font-size: ${t28}px; font-weight: 600; }
QLabel[role="title"] { font-size: ${t22}px; font-weight: 600; }
QLabel[role="heading"] { font-size: ${t15}px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${t12}px; }
QLabel[role="problem"] { color: $problem; }
QLabel[role="ok"] { color: $ok; }
QLabel[role="stale"] { color: $stale; }

QPushButton, QToolButton[role="button"] {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: ${radius}px;
  padding: ${p6}px ${p12}px; min-height: ${p16}px;
}
QPushButton:hover, QToolButton[role="button"]:hover { background: $hover; }
QPushButton:pressed, QToolButton[role="button"]:pressed { background: $pressed; }
QPushButton:focus, QToolButton[role="button"]:focus { border: 2px solid $accent; padding: ${p5}px ${p11}px; }
QPushButton:disabled, QToolButton[role="button"]:disabled { color: $faint; border-color: $line; }
QPushButton:checked { background: $accent_soft; border-color: $accent; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_strong; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $line; color: $muted; border-color: $line; }
QPushButton[role="quiet"] { background: transparent; border: 1px solid transparent; color: $accent; }
QPushButton[role="quiet"]:hover { background: $hover; }
QPushButton[role="quiet"]:focus { border: 2px solid $accent; }
QPushButton[role="quiet"]:disabled { color: $faint; }
QPushButton[role="quiet"]:checked { background: $accent_soft; }
QPushButton[role="danger"] { color: $problem; border-color: $problem; }
QPushButton[role="danger"]:focus { border: 2px solid $problem; }
QPushButton[role="chip"] { background: transparent; border-radius: ${p12}px; border: 1px solid $edge; color: $text; padding: ${p3}px ${p12}px; }
QPushButton[role="chip"]:hover { background: $hover; }
QPushButton[role="chip"]:checked { background: $accent_soft; border-color: $accent; color: $accent_text; font-weight: 600; }
QPushButton[role="chip"]:focus { border: 2px solid $accent; padding: ${p2}px ${p11}px; }
QPushButton[role="section"] {
  background: transparent; border: 2px solid transparent; text-align: left; font-weight: 600;
  padding: ${p4}px ${p4}px;
}
QPushButton[role="section"]:hover { background: $hover; }
QPushButton[role="section"]:checked { background: transparent; }
QPushButton[role="section"]:focus { border-color: $accent; }
QPushButton[role="row"] {
  background: transparent; border: 2px solid transparent; border-radius: ${radius}px; text-align: left;
  padding: ${p6}px ${p8}px;
}
QPushButton[role="row"]:hover { background: $hover; }
QFrame[role="reason"] { border: 2px solid transparent; border-radius: ${radius}px; }
QFrame[role="reason"]:hover { background: $hover; }
QFrame[role="reason"]:focus { border-color: $accent; }
QPushButton[role="row"]:focus { border-color: $accent; }

QToolButton { background: transparent; border: 2px solid transparent; border-radius: ${radius}px; padding: ${p4}px; color: $text; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $pressed; }
QToolButton:checked { background: $accent_soft; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $faint; }
QToolButton::menu-indicator { image: none; }
QToolButton[role="rail"] { background: transparent; border: 2px solid transparent; color: $muted; padding: ${p6}px ${p10}px; text-align: left; font-weight: 500; }
QToolButton[role="rail"]:hover { background: $hover; }
QToolButton[role="rail"]:focus { border-color: $accent; }
QToolButton[role="rail"]:checked { background: $accent_soft; color: $accent_text; font-weight: 600; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QDateEdit, QDateTimeEdit {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: ${radius}px;
  padding: ${p5}px ${p8}px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid $accent; padding: ${p4}px ${p7}px;
}
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: $faint; border-color: $line; }
QLineEdit[state="problem"] { border: 2px solid $problem; padding: ${p4}px ${p7}px; }
QTextEdit[role="page"], QTextBrowser[role="page"], QTextEdit[role="page"]:focus {
  border: 0; padding: 0; background: $surface;
}
QTextBrowser[role="panel"], QTextBrowser[role="panel"]:focus { border: 0; padding: 0; background: $raised; }

QComboBox { padding-right: ${p24}px; }
QComboBox:focus { padding-right: ${p23}px; }
QComboBox::drop-down { subcontrol-origin: padding; subcontrol-position: center right; width: ${p24}px; border: 0; }
QComboBox::down-arrow { image: url($caret_down); width: ${p14}px; height: ${p14}px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $edge; padding: ${p4}px; outline: 0; }
QAbstractSpinBox { padding-right: ${p24}px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: ${p20}px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url($caret_up); width: ${p12}px; height: ${p12}px; }
QAbstractSpinBox::down-arrow { image: url($caret_down); width: ${p12}px; height: ${p12}px; }
QDateEdit::drop-down, QDateTimeEdit::drop-down {
  subcontrol-origin: padding; subcontrol-position: center right; width: ${p24}px; border: 0;
}
QDateEdit::down-arrow, QDateTimeEdit::down-arrow { image: url($caret_down); width: ${p14}px; height: ${p14}px; }

QCheckBox, QRadioButton { spacing: ${p8}px; padding: ${p3}px; border: 2px solid transparent; border-radius: ${radius}px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QCheckBox::indicator, QRadioButton::indicator, QTableView::indicator { width: ${p14}px; height: ${p14}px; border: 1px solid $edge; background: $surface; }
QCheckBox::indicator, QTableView::indicator { border-radius: ${p4}px; }
QRadioButton::indicator { border-radius: ${p8}px; }
QCheckBox::indicator:checked, QTableView::indicator:checked { background: $accent; border-color: $accent; image: url($check); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: url($dot); }

QAbstractItemView {
  background: $surface; color: $text; border: 0; outline: 0; alternate-background-color: $raised;
  selection-background-color: $accent_soft; selection-color: $text; gridline-color: $line;
}
QAbstractItemView::item:hover { background: $hover; }
QAbstractItemView::item:selected { background: $accent_soft; color: $text; }
QTableView, QListView, QTreeView { border: 2px solid transparent; border-radius: ${radius}px; }
QTableView:focus, QListView:focus, QTreeView:focus { border-color: $accent; }
QListView[role="boxed"] { border: 2px solid $line; }
QListView[role="boxed"]:focus { border-color: $accent; }
QListView::item { padding: ${p6}px ${p8}px; border-radius: ${p4}px; }
QTableView::item { padding: ${p4}px ${p8}px; border-bottom: 1px solid $line; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section {
  background: $surface; color: $muted; border: 0; border-bottom: 1px solid $line; padding: ${p6}px ${p11}px;
  font-size: ${t12}px; font-weight: 600; text-align: left;
}
QHeaderView::section:hover { color: $text; }
QHeaderView::down-arrow { image: url($caret_down); width: ${p10}px; height: ${p10}px; }
QHeaderView::up-arrow { image: url($caret_up); width: ${p10}px; height: ${p10}px; }
QTableCornerButton::section { background: $surface; border: 0; }

QMenu { background: $surface; border: 1px solid $edge; border-radius: ${radius}px; padding: ${p4}px; }
QMenu::item { padding: ${p6}px ${p24}px ${p6}px ${p12}px; border-radius: ${p4}px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px; }
QTabBar::tab { padding: ${p6}px ${p12}px; border: 0; border-bottom: 2px solid transparent; color: $muted; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabWidget::pane { border: 0; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
QScrollArea { border: 0; background: transparent; }
QScrollArea > QWidget > QWidget[role="clear"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: ${p10}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${p10}px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: ${p2}px; min-height: ${p32}px; min-width: ${p32}px; }
QScrollBar::handle:vertical { margin: 2px ${p3}px; }
QScrollBar::handle:horizontal { margin: ${p3}px 2px; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $line; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QGroupBox { border: 0; margin-top: ${p16}px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
QStatusBar { background: $raised; border-top: 1px solid $line; color: $muted; }
""")


def style_sheet(look: Tokens, scale: float) -> str:
    """The application's style sheet for a theme at a text scale."""
    values = {name: look.role(name) for name in tokens.COLOURS}
    for name in ("accent_soft", "accent_strong", "hover", "pressed"):
        values[name] = getattr(look, name)
    values["accent_text"] = tokens.mix(look.accent, look.text, 0.75)
    values["radius"] = str(round(tokens.RADIUS * scale))
    values |= {f"p{size}": str(round(size * scale)) for size in range(2, 33)}
    values |= {f"t{size}": str(round(size * scale)) for size in (12, 13, 15, 17, 22, 28)}
    for name in ("caret-down", "caret-up", "check", "dot"):
        path = places.resource("icons", f"{name}-{look.name}.svg")
        values[name.replace("-", "_")] = f'"{path.as_posix()}"'
    return _SHEET.substitute(values)
