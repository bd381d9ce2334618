"""What stands above the page: the title, the languages with their state, type and embargo, saved when."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.domain.release import Release, Version, VersionRole
from desktop.i18n import _
from desktop.ui.editor.moments import embargo_words
from desktop.ui.theme.tokens import S4, S8, S12, S16
from desktop.ui.widgets import QuietButton, StatePill, label, version_state
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.language_words import OFFERED, language_name


class Header(QFrame):
    """``language_chosen`` opens a version, ``language_added`` makes one; ``embargo_asked`` opens the embargo bar."""

    language_chosen = Signal(str)
    language_added = Signal(str)
    embargo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel("title")
        self._facts = label("", "muted")
        self._embargo = QuietButton("", self.embargo_asked.emit, icon_name="clock")
        self.saved = label("", "muted")
        self._pills: list[StatePill] = []
        self._versions: tuple[Version, ...] = ()
        self._void: frozenset[str] = frozenset()
        self._shown: object = None
        self._add = QuietButton(_("Add language"), self._offer, icon_name="plus")
        pills = QWidget()
        self._languages = QHBoxLayout(pills)
        self._languages.setContentsMargins(0, 0, 0, 0)
        self._languages.setSpacing(S8)
        self._languages.addWidget(self._add)
        top = FlowRow()
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(S8)
        top.add(self.title, 1)
        top.add(pills)
        below = FlowRow()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(S8)
        for each in (self._facts, self._embargo):
            below.addWidget(each)
        self.saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        below.add(self.saved, 1)
        self._below = below
        column = QVBoxLayout(self)
        column.setContentsMargins(S16, S12, S16, S8)
        column.setSpacing(S4)
        column.addLayout(top)
        column.addLayout(below)

    def show_release(self, release: Release, versions: Sequence[Version], type_words: str) -> None:
        """Show a release and its versions."""
        self.title.set_whole(release.title or _("Untitled release"))
        self._facts.setText(" · ".join(part for part in (type_words, release.number) if part))
        self._embargo.setText(embargo_words(release))
        self.show_versions(versions)

    def add_deeds(self, widget: QWidget) -> None:
        """Put the next steps' buttons at the right end of the second line."""
        self._below.addWidget(widget)

    def show_versions(self, versions: Sequence[Version], void: Collection[str] | None = None) -> None:
        """Show the languages; ``void`` are the ids of those that were signed and changed afterwards."""
        if void is not None:
            self._void = frozenset(void)
        if self._shown == (tuple(versions), self._void):
            return
        self._shown = (tuple(versions), self._void)
        self._versions = tuple(versions)
        for pill in self._pills:
            self._languages.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self._pills = [self._pill(version) for version in versions]
        for place, pill in enumerate(self._pills):
            self._languages.insertWidget(place, pill)
        self._add.setVisible(bool(self._free()))

    @property
    def pills(self) -> Sequence[StatePill]:
        """The languages shown."""
        return self._pills

    def show_title(self, title: str) -> None:
        """Show the headline as it is typed."""
        self.title.set_whole(title or _("Untitled release"))

    def _pill(self, version: Version) -> StatePill:
        pill = StatePill(
            version_state(version, is_void=version.id in self._void), is_button=version.role is VersionRole.TARGET
        )
        pill.clicked.connect(lambda: self.language_chosen.emit(version.language))
        return pill

    def _free(self) -> list[str]:
        taken = {version.language.split("-", 1)[0] for version in self._versions}
        return [language for language in OFFERED if language not in taken]

    def _offer(self) -> None:
        menu = QMenu(self)
        for language in self._free():
            action = menu.addAction(language_name(language))
            action.triggered.connect(lambda _checked=False, chosen=language: self.language_added.emit(chosen))
        menu.popup(self._add.mapToGlobal(QPoint(0, self._add.height())))
