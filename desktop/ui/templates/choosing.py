"""Making a template of a release: which of the found things become gaps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.editorial.reuse.found import FoundGap, GapKind
from desktop.i18n import _, ngettext
from desktop.services.reuse_plan import ReusePlan
from desktop.ui.theme.tokens import S8, S12, S16, S24
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from desktop.ui.widgets.release_words import title_of
from desktop.ui.widgets.section_header import label

_GROUP = Qt.ItemDataRole.UserRole
_USUALLY_STAYS = frozenset({GapKind.ORGANISATION, GapKind.TITLE})


class ChooseGaps(QWidget):
    """``made`` carries the release's id and the chosen groups; Space ticks a line."""

    made = Signal(str, object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._release_id = ""
        self._about = label("", "muted", wraps=True)
        self.list = QListWidget()
        self.list.setAccessibleName(_("What becomes a gap"))
        self.list.setWordWrap(True)
        self.list.itemChanged.connect(lambda _item: self._count())
        self._words = label("", "muted")
        self.make = PrimaryButton(_("Make template"), self._make)
        head = QHBoxLayout()
        head.setSpacing(S16)
        head.addWidget(self._words, 1)
        head.addWidget(QuietButton(_("Tick all"), lambda: self._tick_all(Qt.CheckState.Checked)))
        head.addWidget(QuietButton(_("Tick none"), lambda: self._tick_all(Qt.CheckState.Unchecked)))
        foot = QHBoxLayout()
        foot.setSpacing(S8)
        foot.addStretch(1)
        foot.addWidget(PlainButton(_("Cancel"), self.closed.emit))
        foot.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(S24, S16, S24, S16)
        column.setSpacing(S12)
        column.addWidget(label(_("Template from a release"), "title"))
        column.addWidget(self._about)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.setFocusProxy(self.list)

    def show_plan(self, plan: ReusePlan, kind_words: dict[GapKind, str]) -> None:
        """Offer what was found in a release; what usually stays is not ticked."""
        self._release_id = plan.release.id
        words = _("What is ticked in “{title}” becomes a gap of the template; the rest stays as it is written.")
        self._about.setText(words.format(title=title_of(plan.release)))
        self.list.clear()
        for gap in plan.asked:
            item = QListWidgetItem(f"{gap.old}\n{kind_words[gap.kind]}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if _usually_changes(gap) else Qt.CheckState.Unchecked)
            item.setData(_GROUP, gap.group)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
        self._count()
        self.list.setFocus()

    def chosen(self) -> tuple[str, ...]:
        """The groups that are ticked."""
        items = (self.list.item(place) for place in range(self.list.count()))
        return tuple(str(item.data(_GROUP)) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _tick_all(self, state: Qt.CheckState) -> None:
        for place in range(self.list.count()):
            self.list.item(place).setCheckState(state)

    def _count(self) -> None:
        count = len(self.chosen())
        self._words.setText(ngettext("{count} gap", "{count} gaps", count).format(count=count))

    def _make(self) -> None:
        self.made.emit(self._release_id, self.chosen())


def _usually_changes(gap: FoundGap) -> bool:
    return gap.kind not in _USUALLY_STAYS and "+" not in gap.value
