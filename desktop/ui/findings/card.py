"""One finding in full: what is said about it, its fix, dismissing it, and why it is looked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout

from desktop.domain.finding import Finding
from desktop.i18n import _, ngettext
from desktop.ui.findings.words import fix_in_words
from desktop.ui.help.pages import check_explanation
from desktop.ui.theme.icons import icon, icon_size
from desktop.ui.theme.tokens import S4, S8, S12
from desktop.ui.widgets import QuietButton, label
from desktop.ui.widgets.buttons import PlainButton


class FindingCard(QFrame):
    """``fixed`` and ``all_fixed`` carry the finding, ``dismissed`` it and whether everywhere, ``explained`` its check.

    ``switched_off`` carries the check's name.
    """

    fixed = Signal(object)
    all_fixed = Signal(object)
    dismissed = Signal(object, bool)
    explained = Signal(str)
    switched_off = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._finding: Finding | None = None
        self._message = label("", wraps=True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fix = PlainButton("", lambda: self.fixed.emit(self._finding), icon_name="check")
        self.fix_all = QuietButton("", lambda: self.all_fixed.emit(self._finding), icon_name="checks")
        self.dismiss = QToolButton()
        self.menu = QMenu(self.dismiss)
        self._make_menu()
        self.why = QuietButton(_("Why?"), self._explain, icon_name="question")
        self.why.setCheckable(True)
        self._explanation = label("", "small", wraps=True)
        self._explanation.setTextFormat(Qt.TextFormat.PlainText)
        self.page = QuietButton(_("Open the help page"), self._open_page)
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addWidget(self.dismiss)
        row.addWidget(self.why)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(S12, S8, S12, S8)
        column.setSpacing(S8)
        column.addWidget(self._message)
        column.addWidget(self.fix, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.fix_all, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)
        column.addWidget(self._explanation)
        column.addWidget(self.page, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(S4 // 2)

    def _make_menu(self) -> None:
        self.dismiss.setProperty("role", "button")
        self.dismiss.setText(_("Dismiss"))
        self.dismiss.setAccessibleName(_("Dismiss"))
        self.dismiss.setIcon(icon("eye-slash", "text"))
        self.dismiss.setIconSize(icon_size())
        self.dismiss.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.dismiss.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu.addAction(_("Here"), lambda: self.dismissed.emit(self._finding, False))
        self.menu.addAction(_("In all texts"), lambda: self.dismissed.emit(self._finding, True))
        self.menu.addSeparator()
        self.menu.addAction(_("Switch this check off"), self._switch_off)
        self.dismiss.setMenu(self.menu)

    def show_finding(self, finding: Finding | None, fixable: int) -> None:
        """Show a finding; ``fixable`` is how many of its kind have a fix. ``None`` hides the card."""
        self._finding = finding
        self.setVisible(finding is not None)
        if finding is None:
            return
        self._message.setText(finding.message)
        self.fix.setVisible(finding.fix is not None)
        if finding.fix is not None:
            self.fix.setText(fix_in_words(finding.fix))
        self.fix_all.setVisible(fixable > 1)
        words = ngettext("Fix {count} of this kind", "Fix all {count} of this kind", fixable)
        self.fix_all.setText(words.format(count=fixable))
        self._explain()

    def _explain(self) -> None:
        is_open = self.why.isChecked() and self._finding is not None
        if is_open and self._finding is not None:
            self._explanation.setText(check_explanation(self._finding.check))
        self._explanation.setVisible(is_open)
        self.page.setVisible(is_open)

    def _open_page(self) -> None:
        if self._finding is not None:
            self.explained.emit(self._finding.check)

    def _switch_off(self) -> None:
        if self._finding is not None:
            self.switched_off.emit(self._finding.check)
