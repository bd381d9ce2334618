"""The panel at the right of a screen, made of sections that fold."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme.icons import icon, icon_size
from desktop.ui.theme.tokens import S4, S8, S12, S16
from desktop.ui.widgets.section_header import line


class InspectorSection(QWidget):
    """A title that folds and unfolds a widget; a quiet count may stand in the title.

    One that ``follows_count`` is folded while it counts nothing, until somebody folds or unfolds it by hand.
    """

    toggled = Signal(bool)

    def __init__(
        self,
        title: str,
        widget: QWidget,
        *,
        is_open: bool = True,
        follows_count: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._follows_count = follows_count
        self._widget = widget
        self._button = QPushButton(title)
        self._button.setProperty("role", "section")
        self._button.setCheckable(True)
        self._button.setIcon(icon("caret-right", "muted", checked="caret-down"))
        self._button.setIconSize(icon_size())
        self._button.setAccessibleName(title)
        self._button.toggled.connect(self._show)
        self._button.clicked.connect(self._keep_as_it_is)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S8, 0, S8)
        column.setSpacing(S4)
        column.addWidget(self._button)
        column.addWidget(widget, 1)
        self._button.setChecked(is_open)
        widget.setVisible(is_open)

    @property
    def widget(self) -> QWidget:
        """What the section holds."""
        return self._widget

    @property
    def is_open(self) -> bool:
        """Whether it is unfolded."""
        return self._button.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Fold or unfold."""
        self._button.setChecked(is_open)

    def set_count(self, count: str) -> None:
        """Show a count after the title; empty for none."""
        self._button.setText(f"{self._title}  {count}" if count else self._title)
        self._button.setAccessibleName(self._button.text())
        if self._follows_count and (count or not self._has_focus()):
            self._button.setChecked(bool(count))

    def _keep_as_it_is(self) -> None:
        self._follows_count = False

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self._widget or self._widget.isAncestorOf(focused))

    def _show(self, is_open: bool) -> None:
        self._widget.setVisible(is_open)
        self.toggled.emit(is_open)


class Inspector(QScrollArea):
    """A scrolling column of sections."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("role", "panel")
        body = QWidget()
        body.setProperty("role", "panel")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(S12, S8, S16, S16)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._filling: list[InspectorSection] = []
        self.setWidget(body)

    def add(self, section: QWidget) -> None:
        """Put a section (or any widget) below the others."""
        if self._column.count() > 1:
            self._column.insertWidget(self._column.count() - 1, line())
        self._column.insertWidget(self._column.count() - 1, section)

    def reveal(self, widget: QWidget) -> None:
        """Scroll up or down until a widget shows."""
        self.ensureWidgetVisible(widget)
        self.horizontalScrollBar().setValue(0)

    def add_section(
        self, title: str, widget: QWidget, *, is_open: bool = True, fills: bool = False, follows_count: bool = False
    ) -> InspectorSection:
        """Make a section and put it below the others; one that ``fills`` takes all the height that is left."""
        section = InspectorSection(title, widget, is_open=is_open, follows_count=follows_count)
        self.add(section)
        if fills:
            self._filling.append(section)
            section.toggled.connect(lambda _open: self._share_height())
            self._share_height()
        return section

    def _share_height(self) -> None:
        """Open filling sections get what the others leave; without one the empty space at the foot does."""
        for section in self._filling:
            self._column.setStretchFactor(section, 1 if section.is_open else 0)
        self._column.setStretch(self._column.count() - 1, 0 if any(s.is_open for s in self._filling) else 1)
