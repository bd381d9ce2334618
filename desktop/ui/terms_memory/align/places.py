"""Where the texts are: two folders or files, or one folder with both languages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QLineEdit, QWidget

from desktop.i18n import _
from desktop.ui.desk import Desk
from desktop.ui.theme.tokens import S8, S12
from desktop.ui.widgets.buttons import IconButton, PrimaryButton
from desktop.ui.widgets.language_words import OFFERED, language_name
from desktop.ui.widgets.section_header import label

_FOLDER = "align.folder"


class PlacesForm(QWidget):
    """A row for each side; ``wanted`` asks to look. Files can be dropped anywhere on it."""

    wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setAcceptDrops(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(S8)
        grid.setVerticalSpacing(S8)
        self.fields: list[QLineEdit] = []
        self.languages: list[QComboBox] = []
        hints = (_("Folder or file of the texts"), _("Leave empty where one folder holds both languages"))
        for row, (name, hint) in enumerate(zip((_("Source"), _("Translation")), hints, strict=True)):
            self._add_row(grid, row, name, hint)
        self.languages[1].setCurrentIndex(1)
        self.button = PrimaryButton(_("Find pairs"), self.wanted.emit, icon_name="magnifying-glass")
        grid.addWidget(self.button, 0, 5, 2, 1)
        grid.setColumnMinimumWidth(4, S12)
        grid.setColumnStretch(1, 1)
        self.setFocusProxy(self.fields[0])

    def _add_row(self, grid: QGridLayout, row: int, name: str, hint: str) -> None:
        field = QLineEdit()
        field.setPlaceholderText(hint)
        field.setAccessibleName(name)
        field.setClearButtonEnabled(True)
        field.returnPressed.connect(self.wanted.emit)
        language = QComboBox()
        language.setAccessibleName(_("Language: {side}").format(side=name))
        for tag in OFFERED:
            language.addItem(language_name(tag), tag)
        words = label(name, "muted")
        words.setBuddy(field)
        grid.addWidget(words, row, 0)
        grid.addWidget(field, row, 1)
        grid.addWidget(language, row, 2)
        buttons = QWidget()
        inner = QGridLayout(buttons)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        choose = _("Choose a folder: {side}").format(side=name)
        inner.addWidget(IconButton("folder-open", choose, lambda: self._choose(field, is_folder=True)), 0, 0)
        choose = _("Choose a file: {side}").format(side=name)
        inner.addWidget(IconButton("file-text", choose, lambda: self._choose(field, is_folder=False)), 0, 1)
        grid.addWidget(buttons, row, 3)
        self.fields.append(field)
        self.languages.append(language)

    @property
    def places(self) -> list[Path]:
        """What stands in the fields, without the empty ones."""
        return [Path(field.text().strip()).expanduser() for field in self.fields if field.text().strip()]

    @property
    def tags(self) -> tuple[str, str]:
        """The languages of the two sides."""
        return str(self.languages[0].currentData()), str(self.languages[1].currentData())

    def _choose(self, field: QLineEdit, *, is_folder: bool) -> None:
        start = self._desk.preferences.get(_FOLDER)
        if is_folder:
            chosen = QFileDialog.getExistingDirectory(self, _("Choose a folder of releases"), start)
        else:
            kinds = _("Texts") + " (*.txt *.html *.htm *.docx)"
            chosen = QFileDialog.getOpenFileName(self, _("Choose a release"), start, kinds)[0]
        if chosen:
            field.setText(chosen)
            self._desk.preferences.set(_FOLDER, chosen if is_folder else str(Path(chosen).parent))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()][:2]
        free = [field for field in self.fields if not field.text().strip()]
        rows = self.fields if len(paths) == 2 or not free else free
        for field, path in zip(rows, paths, strict=False):
            field.setText(path)
        event.acceptProposedAction()
