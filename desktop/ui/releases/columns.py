"""The columns of the release list, and how the languages column is drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.release import ReleaseSummary
from desktop.i18n import _
from desktop.ui.theme.tokens import S8, px
from desktop.ui.widgets.paged_model import ROW_ROLE, Column
from desktop.ui.widgets.release_words import title_of, type_word
from desktop.ui.widgets.state_pill import paint_pill, pill_height, pill_width, version_state
from desktop.ui.widgets.when import day_and_time, exact

TITLE, LANGUAGES, TYPE, EMBARGO, CHANGED = range(5)


def release_columns() -> tuple[Column[ReleaseSummary], ...]:
    """Title, languages, type, embargo, changed; in the interface's language of now."""
    return (
        Column(_("Title"), lambda row: title_of(row.release), "title"),
        Column(_("Languages"), _languages, "", _languages),
        Column(_("Type"), lambda row: type_word(row.release.type), "type"),
        Column(_("Embargo"), _embargo, "embargo", _exact_embargo),
        Column(_("Changed"), _changed, "updated", _exact_changed),
    )


def _languages(row: ReleaseSummary) -> str:
    return "\n".join(version_state(version).words for version in row.versions)


def _embargo(row: ReleaseSummary) -> str:
    at = row.release.embargo_at
    return day_and_time(at, row.release.embargo_zone) if at else ""


def _exact_embargo(row: ReleaseSummary) -> str:
    at = row.release.embargo_at
    return exact(at, row.release.embargo_zone) if at else ""


def _changed(row: ReleaseSummary) -> str:
    at = row.release.updated_at
    return day_and_time(at) if at else ""


def _exact_changed(row: ReleaseSummary) -> str:
    at = row.release.updated_at
    return exact(at) if at else ""


class PillsDelegate(QStyledItemDelegate):
    """Draws a pill per language; those that do not fit are counted."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, QModelIndex())
        row = index.data(ROW_ROLE)
        if row is None:
            return
        rect = QRectF(option.rect)
        left, height = rect.left() + px(S8), pill_height()
        top = rect.center().y() - height / 2
        painter.save()
        painter.setClipRect(rect)
        for version in row.versions:
            state = version_state(version)
            width = pill_width(state)
            paint_pill(painter, QRectF(left, top, width, height), state)
            left += width + px(4)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(ROW_ROLE)
        widths = [pill_width(version_state(version)) + px(4) for version in row.versions] if row else []
        return QSize(px(S8) * 2 + sum(widths), pill_height() + px(12))
