"""The list of templates with what can be done to one as a whole."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.i18n import _, interface_language
from desktop.services.templates import OfferedTemplate
from desktop.ui.theme.icons import icon
from desktop.ui.theme.tokens import S8, S12, S16, px
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.section_header import label

_OFFERED = Qt.ItemDataRole.UserRole


class TemplateList(QWidget):
    """``chosen`` carries the template under the cursor."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setFixedWidth(px(300))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Templates"))
        self.list.setWordWrap(True)
        self.list.currentItemChanged.connect(self._tell)
        self.duplicate = PlainButton(_("Duplicate"), icon_name="copy")
        self.delete = PlainButton(_("Delete"), icon_name="trash")
        self.bring = PlainButton(_("Import…"), icon_name="download-simple")
        self.share = PlainButton(_("Export…"), icon_name="export")
        deeds = QGridLayout()
        deeds.setSpacing(S8)
        for place, button in enumerate((self.duplicate, self.delete, self.bring, self.share)):
            deeds.addWidget(button, place // 2, place % 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(S16, S16, S16, S16)
        column.setSpacing(S12)
        column.addWidget(label(_("Templates"), "title"))
        column.addWidget(self.list, 1)
        column.addLayout(deeds)

    def show_templates(self, offered: tuple[OfferedTemplate, ...], template_id: str = "") -> None:
        """Show the templates; the one with the id is chosen, else the one that was, else the first."""
        before = self.current
        wanted = template_id or (before.id or before.template.name if before else "")
        blocked = QSignalBlocker(self.list)
        self.list.clear()
        chosen = 0
        for place, each in enumerate(offered):
            item = QListWidgetItem(_words(each))
            item.setIcon(icon("lock" if each.is_built_in else "file-text", "muted"))
            item.setData(_OFFERED, each)
            self.list.addItem(item)
            if wanted in (each.id, each.template.name) and wanted:
                chosen = place
        self.list.setCurrentRow(chosen)
        blocked.unblock()
        self._tell()

    def replace(self, offered: OfferedTemplate) -> None:
        """Show a template as it was stored just now; the cursor stays."""
        for place in range(self.list.count()):
            item = self.list.item(place)
            if item.data(_OFFERED).id == offered.id and offered.id:
                item.setData(_OFFERED, offered)
                item.setText(_words(offered))

    @property
    def current(self) -> OfferedTemplate | None:
        """The template under the cursor."""
        item = self.list.currentItem()
        offered: OfferedTemplate | None = item.data(_OFFERED) if item is not None else None
        return offered

    def _tell(self) -> None:
        current = self.current
        self.delete.setEnabled(current is not None and not current.is_built_in)
        if current is not None:
            self.chosen.emit(current)


def _words(offered: OfferedTemplate) -> str:
    kind = _("Built-in") if offered.is_built_in else _("Office’s own")
    return f"{offered.template.title(interface_language())}\n{kind}"
