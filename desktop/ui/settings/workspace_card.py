"""Looking after the workspace: where it is, back it up, verify it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.errors import ComunicadoError
from desktop.i18n import _, ngettext
from desktop.ui.desk import Desk
from desktop.ui.theme.tokens import S8
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.section_header import label


class WorkspaceCard(QWidget):
    """The file's place, two buttons, and under them what came of pressing one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._path: Path | None = None
        self.place = label("", wraps=True)
        self.place.setAccessibleName(_("Workspace file"))
        self.backup = PlainButton(_("Back up…"), self._ask_backup, icon_name="floppy-disk")
        self.verify = PlainButton(_("Verify"), self._verify, icon_name="shield-check")
        self.answer = label("", "muted", wraps=True)
        self.answer.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(S8)
        buttons.addWidget(self.backup)
        buttons.addWidget(self.verify)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addWidget(self.place)
        explanation = _("One file holds everything: releases, translations, contacts, history.")
        column.addWidget(label(explanation, "small", wraps=True))
        column.addLayout(buttons)
        column.addWidget(self.answer)

    def load(self) -> None:
        """Ask where the workspace is."""
        self._desk.care(lambda workspace: workspace.path, self._show_place)

    def _show_place(self, path: Path | None) -> None:
        self._path = path
        self.place.setText(str(path) if path else _("An office’s database"))
        self.backup.setEnabled(path is not None)

    def _ask_backup(self) -> None:
        if self._path is None:
            return
        name = f"{self._path.stem}-backup{self._path.suffix}"
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Back up the workspace"), str(self._path.with_name(name)))
        if chosen:
            self.back_up_to(Path(chosen))

    def back_up_to(self, target: Path) -> None:
        """Write a copy of the workspace to a new file."""
        self._say(_("Backing up…"), "muted")
        self._desk.care(
            lambda workspace: workspace.backup(target),
            lambda path: self._say(_("Backed up to {path}.").format(path=path), "ok"),
            self._refused,
            label=_("Backing up…"),
        )

    def _verify(self) -> None:
        self._say(_("Verifying…"), "muted")
        self._desk.care(lambda workspace: workspace.verify(), self._verified, self._refused, label=_("Verifying…"))

    def _verified(self, problems: list[str]) -> None:
        if not problems:
            self._say(_("The workspace is sound."), "ok")
            return
        words = ngettext("{count} problem was found:", "{count} problems were found:", len(problems))
        self._say("\n".join([words.format(count=len(problems)), *problems[:20]]), "problem")

    def _refused(self, error: ComunicadoError) -> None:
        self._say(error.one_line(), "problem")

    def _say(self, text: str, role: str) -> None:
        self.answer.setText(text)
        self.answer.setProperty("role", role)
        self.answer.style().unpolish(self.answer)
        self.answer.style().polish(self.answer)
        self.answer.show()
