"""The card of one boilerplate: its name, its languages side by side, where it is used."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.boilerplate import Boilerplate
from desktop.domain.errors import ComunicadoError
from desktop.i18n import _, ngettext
from desktop.services import boilerplate as shelf
from desktop.ui.desk import Desk, Route
from desktop.ui.library.language_column import LanguageColumn
from desktop.ui.people.choice import Choice
from desktop.ui.people.names import languages
from desktop.ui.text.alive import while_alive
from desktop.ui.theme.icons import icon, icon_size
from desktop.ui.theme.tokens import S8, S12, S16, S24, px
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.section_header import label
from desktop.ui.widgets.state_pill import status_word

#: The languages every card shows, with or without a text.
_ALWAYS = ("en", "es")
_COLUMNS = 2
#: How wide the card must be for two languages side by side, in pixels at 100 %.
_ROOM_FOR_TWO = 620


class LibraryCard(QWidget):
    """Everything is kept when it is left; Ctrl+Z takes a change back. ``saved`` carries the stored boilerplate."""

    saved = Signal(object)
    duplicated = Signal(str)
    deleted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.stored: Boilerplate | None = None
        self._is_saving = self._must_save = False
        self.columns: dict[str, LanguageColumn] = {}
        self.name = QLineEdit()
        self.name.setAccessibleName(_("Name of the text"))
        self.name.setPlaceholderText(_("Name, for example About IOM"))
        self.owner = QLineEdit()
        self.owner.setAccessibleName(_("Who keeps it up to date"))
        self.owner.setPlaceholderText(_("Person or unit"))
        self.more = Choice(_("Add a language"))
        self.more.setMinimumContentsLength(18)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(S24)
        self._grid.setVerticalSpacing(S24)
        self._uses_title = label(_("Used in"), "heading")
        self._uses = QListWidget()
        self._uses.setAccessibleName(_("Releases that use it"))
        self._uses.setIconSize(icon_size())
        self._uses.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._unused = label(
            _("No release uses it yet. Insert it from the editor’s Library section."), "muted", wraps=True
        )
        self._lay_out()
        self.name.editingFinished.connect(self.save)
        self.owner.editingFinished.connect(self.save)
        self.more.activated.connect(lambda _place: self._add_language())
        self._uses.itemActivated.connect(
            lambda item: desk.navigate(Route("editor", str(item.data(Qt.ItemDataRole.UserRole))))
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(S8)
        head.addWidget(self.name, 1)
        self.duplicate_button = IconButton("copy", _("Duplicate"), lambda: self.duplicated.emit(self._id()))
        self.delete_button = IconButton("trash", _("Delete this text"), lambda: self.deleted.emit(self._id()))
        head.addWidget(self.duplicate_button)
        head.addWidget(self.delete_button)
        owner = QHBoxLayout()
        owner.setSpacing(S8)
        owner.addWidget(label(_("Kept up to date by"), "muted"))
        owner.addWidget(self.owner, 2)
        owner.addWidget(self.more, 1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(S24, S16, S24, S24)
        column.setSpacing(S12)
        column.addLayout(head)
        column.addLayout(owner)
        column.addSpacing(S8)
        column.addLayout(self._grid)
        column.addSpacing(S8)
        column.addWidget(self._uses_title)
        column.addWidget(self._uses)
        column.addWidget(self._unused)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    # -- showing --------------------------------------------------------------------------------------------

    def show_card(self, card: shelf.LibraryCard, *, chosen: str = "") -> None:
        """Show a boilerplate; ``chosen`` is the id of a text to open."""
        boilerplate = card.boilerplate
        is_other = self.stored is None or self.stored.id != boilerplate.id
        self.stored = boilerplate
        wanted = tuple(dict.fromkeys((*_ALWAYS, *boilerplate.languages)))
        if is_other or any(language not in self.columns for language in wanted):
            self._make_columns(wanted)
        if not self.name.hasFocus():
            self.name.setText(boilerplate.name)
        if not self.owner.hasFocus():
            self.owner.setText(boilerplate.owner)
        for language, column in self.columns.items():
            column.show_texts([text for text in boilerplate.texts if text.language == language], chosen=chosen)
        self._show_uses(card.uses)

    def _make_columns(self, wanted: tuple[str, ...]) -> None:
        for column in self.columns.values():
            self._grid.removeWidget(column)
            column.hide()
            column.deleteLater()
        self.columns = {}
        for language in wanted:
            self._put_column(language)
        self._offer_languages()

    def _put_column(self, language: str) -> LanguageColumn:
        column = LanguageColumn(language)
        column.committed.connect(self.save)
        column.begun.connect(self._begin_new)
        column.removed.connect(self._remove_text)
        self.columns[language] = column
        self._place_columns()
        return column

    def _place_columns(self) -> None:
        """Side by side where there is room for two, else one below the other."""
        beside = _COLUMNS if self.width() >= px(_ROOM_FOR_TWO) else 1
        for place, column in enumerate(self.columns.values()):
            self._grid.addWidget(column, place // beside, place % beside)
        for each in range(_COLUMNS):
            self._grid.setColumnStretch(each, int(each < beside))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_columns()

    def _offer_languages(self) -> None:
        rest = [(tag, name) for tag, name in languages() if tag not in self.columns]
        self.more.set_choices([("", _("Add a language")), *rest])
        self.more.choose("")

    def _add_language(self) -> None:
        tag = self.more.value
        if tag and tag not in self.columns:
            column = self._put_column(tag)
            column.show_texts(())
            column.text.setFocus()
        self._offer_languages()

    def _show_uses(self, uses: tuple[shelf.Use, ...]) -> None:
        self._uses.clear()
        for use in uses:
            words = f"{use.title or _('Untitled')} · {status_word(use.status)}"
            item = QListWidgetItem(icon("files", "muted"), words)
            item.setData(Qt.ItemDataRole.UserRole, use.release_id)
            self._uses.addItem(item)
        rows = max(1, min(6, self._uses.count()))
        self._uses.setFixedHeight(rows * max(24, self._uses.sizeHintForRow(0)) + 8)
        self._uses.setVisible(bool(uses))
        self._unused.setVisible(not uses)
        words = ngettext("Used in {count} release", "Used in {count} releases", len(uses))
        self._uses_title.setText(words.format(count=len(uses)) if uses else _("Used in"))

    # -- keeping --------------------------------------------------------------------------------------------

    def _id(self) -> str:
        return self.stored.id if self.stored else ""

    def as_written(self) -> Boilerplate | None:
        """The boilerplate as the card shows it now."""
        if self.stored is None:
            return None
        texts = tuple(text for column in self.columns.values() for text in column.texts())
        name = " ".join(self.name.text().split()) or self.stored.name
        return replace(self.stored, name=name, owner=self.owner.text().strip(), texts=texts)

    def save(self) -> None:
        """Keep what was changed; nothing happens where nothing was."""
        if self._is_saving:
            self._must_save = True
            return
        now = self.as_written()
        if now is None or self.stored is None or _sorted(now) == _sorted(self.stored):
            return
        self._is_saving = True
        self._desk.deed(
            lambda uow: shelf.save_boilerplate(uow, now),
            while_alive(self, self._was_saved),
            while_alive(self, self._not_saved),
            initiator="library",
        )

    def _was_saved(self, boilerplate: Boilerplate) -> None:
        self._is_saving = False
        if self.stored is None or boilerplate.id != self.stored.id:
            return
        self.stored = boilerplate
        for language, column in self.columns.items():
            column.show_texts([text for text in boilerplate.texts if text.language == language])
        if self._must_save:  # something was typed while this was on its way
            self._must_save = False
            self.save()
        self.saved.emit(boilerplate)

    def _not_saved(self, error: ComunicadoError) -> None:
        self._is_saving = self._must_save = False
        self._desk.notify_error(error)
        self.saved.emit(None)

    def _begin_new(self, language: str) -> None:
        self.save()
        boilerplate_id, today = self._id(), datetime.now(UTC).astimezone().date()
        self._desk.deed(
            lambda uow: shelf.begin_new_text(uow, boilerplate_id, language, today),
            while_alive(self, lambda text: self._reopen(text.id)),
            initiator="library",
        )

    def _reopen(self, text_id: str) -> None:
        boilerplate_id = self._id()
        self._desk.run(
            lambda uow: shelf.library_card(uow, boilerplate_id),
            while_alive(self, lambda card: self.show_card(card, chosen=text_id)),
            key="library.card",
        )
        self.saved.emit(self.stored)

    def _remove_text(self, text_id: str) -> None:
        if self.stored is None:
            return
        rest = replace(self.stored, texts=tuple(text for text in self.stored.texts if text.id != text_id))
        self._desk.deed(
            lambda uow: shelf.save_boilerplate(uow, rest),
            while_alive(self, lambda _kept: self._reopen("")),
            initiator="library",
        )
        self._desk.notify(_("The text was deleted."), "ok", action_label=_("Undo"), action=self._desk.undo_stack.undo)


def _sorted(boilerplate: Boilerplate) -> Boilerplate:
    texts = sorted(boilerplate.texts, key=lambda text: (text.language, text.id))
    return replace(boilerplate, texts=tuple(texts))
