"""Replace in all releases: look, see every place before and after, tick, replace; one undo for everything."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QListView, QStackedWidget, QVBoxLayout

from desktop.domain.errors import ComunicadoError
from desktop.editorial.finding import Finder
from desktop.i18n import _, ngettext
from desktop.services.replacing import Found, LeftOut, Occurrence, Replaced
from desktop.ui.desk import Desk, Route
from desktop.ui.finding.bar import FindBar
from desktop.ui.replace.delegate import PlaceDelegate
from desktop.ui.replace.model import PLACE_ROLE, PlacesModel
from desktop.ui.replace.work import MOST, ReplaceWork
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.theme.tokens import S8, S12, S16, S24
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.language_words import OFFERED, language_name
from desktop.ui.widgets.section_header import label
from desktop.ui.widgets.ticks import turn

_NAMED = 3


class PlacesView(QListView):
    """Space ticks, Enter opens the text."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            turn(self.model(), self.currentIndex())
        else:
            super().keyPressEvent(event)


class ReplaceScreen(Screen):
    """Nothing is looked for until it is asked: texts are many. Nothing is changed that is not ticked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.form = FindBar()
        self.model = PlacesModel(self)
        self.work = ReplaceWork(desk, self)
        self._left: list[LeftOut] = []
        self._finder: Finder | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.languages = QComboBox()
        self.languages.setAccessibleName(_("Language of the texts"))
        self.languages.addItem(_("All languages"), "")
        for tag in OFFERED:
            self.languages.addItem(language_name(tag), tag)
        self.look_button = PlainButton(_("Show places"), self.look, icon_name="magnifying-glass")
        self.stop_button = QuietButton(_("Stop"), self._stop)
        self._told = label("", "muted", wraps=True)
        self._stays = label("", "muted", wraps=True)
        self.all_button = QuietButton(_("Tick all"), lambda: self.model.tick_all(is_on=True))
        self.none_button = QuietButton(_("Tick none"), lambda: self.model.tick_all(is_on=False))
        self.replace_button = PrimaryButton(_("Replace"), self.replace_chosen, icon_name="swap")
        self.view = PlacesView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(PlaceDelegate(self.view))
        self.view.setAccessibleName(_("Places found"))
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self._start = EmptyState(
            "swap",
            _("Every place is shown before and after the change, in all languages. Approved and released texts stay."),
        )
        self._nothing = EmptyState("magnifying-glass", _("No text that may change holds these words."))
        self._stack = QStackedWidget()
        for page in (self._start, self._nothing, self.view):
            self._stack.addWidget(page)
        row, foot = FlowRow(), FlowRow()
        for line, widgets in (
            (row, (self.languages, self.look_button, self.stop_button)),
            (foot, (self.all_button, self.none_button)),
        ):
            line.setSpacing(S8)
            for widget in widgets:
                line.add(widget)
        foot.add(label(""), 1)
        foot.add(self.replace_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(S24, S16, S24, S12)
        column.setSpacing(S12)
        column.addWidget(label(_("Replace in all releases"), "title"))
        column.addWidget(self.form)
        column.addLayout(row)
        column.addWidget(self._told)
        column.addWidget(self._stays)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        self.form.become_form()
        self.setFocusProxy(self.form.words)
        self._refresh()

    def _connect(self) -> None:
        self.form.changed.connect(self._forget)
        self.form.new_words.textChanged.connect(lambda _text: self._forget())
        self.form.stepped.connect(lambda _by: self.look())
        self.form.replace_wanted.connect(self.look)
        self.form.closed.connect(self._stay)
        self.languages.currentIndexChanged.connect(lambda _row: self._forget())
        self.model.ticked.connect(self._refresh)
        self.view.activated.connect(lambda index: self._open(index.data(PLACE_ROLE)))
        self.work.found.connect(self._add)
        self.work.looked.connect(self._looked)
        self.work.replaced.connect(self._replaced)
        self.work.failed.connect(self._failed)
        add = self.desk.actions.add
        add("replace.look", _("Show places"), "Ctrl+Return", self.look, owner=self, screen="replace")
        add("replace.apply", _("Replace ticked places"), "Ctrl+Shift+Return", self.replace_chosen, owner=self)
        add("replace.words", _("Change the words"), "Ctrl+F", self.form.words.setFocus, owner=self)

    def enter(self, route: Route) -> None:
        if route.detail and route.detail != self.form.words.text():
            self.form.words.setText(route.detail)
        self.form.words.selectAll()

    def leave(self) -> None:
        if not self.work.is_changing:
            self._stop()

    def title(self) -> str:
        return _("Replace in all releases")

    def is_ready(self) -> bool:
        return not self.work.is_running

    # -- looking --------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Look through all texts for what stands in the fields."""
        self._forget()
        try:
            self._finder = Finder(self.form.query)
        except ComunicadoError as error:
            self._told.setText(error.one_line())
            return
        self.work.look(self._finder, self.form.replacement, str(self.languages.currentData()))
        self._refresh()

    def _forget(self) -> None:
        """Other words: what was found no longer says what would happen."""
        self.work.stop()
        self._left.clear()
        self._finder = None
        self._told.clear()
        self.model.clear()

    def _stay(self) -> None:
        """Esc in the fields ends what is going on; the fields stay."""
        self.form.show()
        self._stop()

    def _stop(self) -> None:
        self.work.stop()
        self._refresh()

    def _add(self, page: Found) -> None:
        self.model.add(page.occurrences[: MOST - self.model.rowCount()])
        self._left += page.left_out
        self._refresh()

    def _looked(self, _seen: int) -> None:
        self._refresh()
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        count, is_running = self.model.rowCount(), self.work.is_running
        self.stop_button.setVisible(is_running)
        for button in (self.all_button, self.none_button):
            button.setVisible(bool(count))
        chosen = self.model.chosen_count
        words = ngettext("Replace in {count} place", "Replace in {count} places", chosen)
        self.replace_button.setText(words.format(count=chosen) if count else _("Replace"))
        self.replace_button.setEnabled(bool(chosen) and not is_running)
        if self._finder is not None:
            self._told.setText(self._found_words(count, is_running=is_running))
        self._stays.setText(stays_words(self._left))
        self._stays.setVisible(bool(self._left))
        self._told.setVisible(bool(self._told.text()))
        is_empty = self._finder is not None and not is_running
        self._stack.setCurrentWidget(self.view if count else self._nothing if is_empty else self._start)

    def _found_words(self, count: int, *, is_running: bool) -> str:
        if is_running:
            words = ngettext("{count} place so far, in {seen} texts", "{count} places so far, in {seen} texts", count)
            return words.format(count=count, seen=self.work.seen)
        if count >= MOST:
            return _("The first {count} places. Replace them, then look again.").format(count=count)
        words = ngettext("{count} place in {seen} texts looked at", "{count} places in {seen} texts looked at", count)
        return words.format(count=count, seen=self.work.seen) if count else ""

    # -- replacing ------------------------------------------------------------------------------------------

    def replace_chosen(self) -> None:
        """Change what is ticked."""
        chosen = self.model.chosen
        if chosen and not self.work.is_running:
            self.work.change(chosen)
            self._refresh()

    def _replaced(self, value: Replaced) -> None:
        self._forget()
        self._refresh()
        words = ngettext("{count} place replaced.", "{count} places replaced.", value.count).format(count=value.count)
        if value.edited_since:
            stayed = ngettext(
                "A text that was edited since stays as it is: {titles}.",
                "{count} texts that were edited since stay as they are: {titles}.",
                len(value.edited_since),
            )
            words = f"{words} {stayed.format(count=len(value.edited_since), titles=titles_of(value.edited_since))}"
        if value.done:
            self.desk.notify(words, "ok", action_label=_("Undo"), action=self.desk.undo_stack.undo)
        else:
            self.desk.notify(words)
        self.form.words.setFocus()

    def _failed(self, error: ComunicadoError) -> None:
        self._refresh()
        self._told.setText(error.one_line())
        self._told.setVisible(True)

    def _open(self, place: Occurrence) -> None:
        screen = "editor" if place.is_source else "translate"
        self.desk.navigate(Route(screen, place.release_id, place.language, place.unit_id))


def stays_words(left: Sequence[LeftOut]) -> str:
    """What is left out and why, with the titles of texts that were signed."""
    parts: list[str] = []
    signed = [each for each in left if each.reason == "approved"]
    if signed:
        count = sum(each.count for each in signed)
        words = ngettext(
            "{count} place stays in approved or released texts: {titles}.",
            "{count} places stay in approved or released texts: {titles}.",
            count,
        )
        parts.append(words.format(count=count, titles=titles_of([each.title for each in signed])))
    for reason, words in (
        ("locked", _("{count} in final sentences stay.")),
        ("fixed", _("{count} in open gaps and protected words stay.")),
    ):
        count = sum(each.count for each in left if each.reason == reason)
        if count:
            parts.append(words.format(count=count))
    return " ".join(parts)


def titles_of(titles: Sequence[str]) -> str:
    """A few titles, each once, and how many more there are."""
    once = list(dict.fromkeys(title or _("Untitled release") for title in titles))
    named = ", ".join(f"“{title}”" for title in once[:_NAMED])
    more = len(once) - _NAMED
    return _("{titles} and {count} more").format(titles=named, count=more) if more > 0 else named


ENTRY = ScreenEntry(
    "replace", lambda: _("Replace in all releases"), "swap", ReplaceScreen, in_rail=False, rail_parent="search"
)
