"""New release: a template, a language, its gaps as a form, and the text growing beside it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.changes import Outcome
from desktop.domain.contact import Contact
from desktop.domain.document import Document
from desktop.domain.errors import ComunicadoError
from desktop.domain.ports import UnitOfWork
from desktop.editorial.templates import Template, fill
from desktop.i18n import _, interface_language, ngettext
from desktop.services import directory, releases
from desktop.services.journal import Unsaved
from desktop.ui.desk import Desk, Route
from desktop.ui.new_release.cards import TemplateCards
from desktop.ui.new_release.fields import GapField, make_field
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.text.alive import while_alive
from desktop.ui.text.preview import DocumentPreview
from desktop.ui.theme.tokens import S4, S8, S16, S24
from desktop.ui.widgets import PrimaryButton, QuietButton, label, line
from desktop.ui.widgets.language_words import language_name
from desktop.ui.widgets.new_ways import NewWays

_PEOPLE = 200


class NewReleaseScreen(Screen):
    """Open gaps are no obstacle: they stay visible in the text and in the editor's list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._template: Template | None = None
        self._people: tuple[Contact, ...] = ()
        self._fields: dict[str, GapField] = {}
        self._is_loading = False
        self._is_creating = False
        self._wanted = ""
        self._blank: dict[str, str] = {}
        self.cards = TemplateCards()
        self.languages = QComboBox()
        self.languages.setAccessibleName(_("Language of the release"))
        self.preview = DocumentPreview(_("Preview of the release"))
        self._open_gaps = label("", "muted")
        self.create_button = PrimaryButton(_("Create release"), self.create_release)
        self._timer = QTimer(self, singleShot=True, interval=120)
        self._timer.timeout.connect(self.show_preview)
        self._lay_out()
        self.cards.chosen.connect(self._choose)
        desk.templates.changed.connect(self._offer_templates)
        self.languages.currentIndexChanged.connect(lambda _index: self._build_form())
        desk.actions.add(
            "new.create", _("Create release"), "Ctrl+Return", self.create_release, owner=self, screen="new"
        )

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(S24, S16, S24, S16)
        head.setSpacing(S8)
        top = QHBoxLayout()
        top.addWidget(label(_("New release"), "title"), 1)
        top.addWidget(
            QuietButton(_("Edit templates"), lambda: self.desk.navigate(Route("templates")), icon_name="stack")
        )
        head.addLayout(top)
        head.addWidget(NewWays(self.desk, "new"))
        head.addWidget(self.cards)
        head.addLayout(self._language_row())
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setProperty("role", "panel")
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._area, 4)
        middle.addWidget(line(is_vertical=True))
        middle.addWidget(self.preview, 5)
        foot = QHBoxLayout()
        foot.setContentsMargins(S24, S8, S24, S8)
        foot.setSpacing(S16)
        foot.addWidget(self._open_gaps)
        foot.addStretch(1)
        foot.addWidget(self.create_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line())
        column.addLayout(middle, 1)
        column.addWidget(line())
        column.addLayout(foot)

    def _language_row(self) -> QHBoxLayout:
        caption = label(_("Written in"), "muted")
        caption.setBuddy(self.languages)
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addWidget(caption)
        row.addWidget(self.languages)
        row.addStretch(1)
        return row

    def enter(self, route: Route) -> None:
        """Begin with the first template, or the one named in ``detail``; what was typed on an earlier visit is still there."""
        self._is_loading = True
        self._wanted = route.detail

        def read(uow: UnitOfWork) -> tuple[Contact, ...]:
            return directory.find_contacts(uow, "", limit=_PEOPLE)

        self.desk.run(read, while_alive(self, self._show), key="new.people")

    def _show(self, people: tuple[Contact, ...]) -> None:
        self._is_loading = False
        is_first = self._template is None
        if is_first:
            self._offer_templates()
        if people != self._people or is_first:
            self._people = people
            self._build_form()
        if self._wanted:
            self.cards.choose_named(self._wanted)
            self._wanted = ""

    def _offer_templates(self) -> None:
        """Show a card for every template. What is typed stays while its template is as it was."""
        offered = self.desk.templates.all()
        chosen = self._template
        kept = next((each for each in offered if chosen is not None and each.name == chosen.name), None)
        self._template = kept or (offered[0] if offered else None)
        self.cards.show_templates(offered, self._template)
        if self._template != chosen:
            self._offer_languages()
            self._build_form()

    def title(self) -> str:
        """The page's name."""
        return _("New release")

    def is_ready(self) -> bool:
        """Whether the form stands."""
        return not self._is_loading

    @property
    def language(self) -> str:
        """The language chosen for the release."""
        return str(self.languages.currentData() or "en")

    def _choose(self, template: Template) -> None:
        self._template = template
        self._offer_languages()
        self._build_form()

    def _offer_languages(self) -> None:
        wanted = self.languages.currentData() or interface_language()
        blocked = QSignalBlocker(self.languages)
        self.languages.clear()
        for each in self._template.languages if self._template else ():
            self.languages.addItem(language_name(each), each)
        self.languages.setCurrentIndex(max(0, self.languages.findData(wanted)))
        blocked.unblock()

    # -- the form -------------------------------------------------------------------------------------------

    def _build_form(self) -> None:
        if self._template is None:
            return
        language, places = self.language, self._places()
        body = QWidget()
        body.setProperty("role", "panel")
        column = QVBoxLayout(body)
        column.setContentsMargins(S24, S16, S24, S24)
        column.setSpacing(S4)
        self._fields = {}
        for gap in self._template.gaps:
            field = make_field(gap, language, places, lambda: self._people)
            name = gap.label(interface_language())
            caption = label(name, "strong")
            caption.setBuddy(field.widget)
            field.widget.setAccessibleName(name)
            column.addWidget(caption)
            hint = gap.help.get(interface_language()) or gap.help.get("en", "")
            if hint:
                column.addWidget(label(hint, "small", wraps=True))
                field.widget.setAccessibleDescription(hint)
            column.addWidget(field.widget)
            column.addSpacing(S8)
            field.changed.connect(self._timer.start)
            self._fields[gap.name] = field
        column.addStretch(1)
        self._area.setWidget(body)
        first = next(iter(self._fields.values()), None)
        if first is not None:
            first.widget.setFocus()
        self._blank = self._values()
        self.show_preview()

    def _places(self) -> Callable[[], tuple[str, ...]]:
        names: list[tuple[str, ...]] = []

        def ask() -> tuple[str, ...]:
            if not names:
                names.append(self.desk.tools.gazetteer.names(self.language))
            return names[0]

        return ask

    def field(self, name: str) -> QWidget:
        """The field of a gap."""
        return self._fields[name].widget

    def _values(self) -> dict[str, str]:
        return {name: field.value() for name, field in self._fields.items()}

    def _contacts(self) -> dict[str, Contact]:
        return {person.id: person for person in self._people}

    def show_preview(self) -> None:
        """Fill the template with what is typed, and show it."""
        if self._template is None:
            return
        numbers = count(1)
        blocks = fill(
            self._template,
            self.language,
            self._values(),
            new_id=lambda: str(next(numbers)),
            gazetteer=self.desk.tools.gazetteer,
            contacts=self._contacts(),
        )
        document = Document("preview", self.language, blocks)
        self.preview.show_document(document)
        self._keep_unsaved(document)
        gaps = len(document.open_gaps())
        words = ngettext("{count} gap stays open", "{count} gaps stay open", gaps).format(count=gaps)
        self._open_gaps.setText(words if gaps else _("No gap is open"))

    def _keep_unsaved(self, document: Document) -> None:
        """What is filled in is in no workspace yet: a crash must not take it along."""
        if self._template is None or self._values() == self._blank:
            self.desk.journal.drop("new-release")
        else:
            self.desk.journal.keep("new-release", Unsaved(document, self._template.name))

    def create_release(self) -> None:
        """Make the release and open it in the editor."""
        if self._template is None or self._is_creating:
            return
        template, language, values, contacts = self._template, self.language, self._values(), self._contacts()
        gazetteer = self.desk.tools.gazetteer
        self._is_creating = True

        def work(uow: UnitOfWork) -> Outcome[releases.OpenRelease]:
            blocks = fill(template, language, values, new_id=uow.ids.new, gazetteer=gazetteer, contacts=contacts)
            return releases.create_release(uow, type_=template.name, language=language, blocks=blocks)

        def done(opened: releases.OpenRelease) -> None:
            self._is_creating = False
            self._build_form()  # blank again: what was kept of it is dropped
            self.desk.navigate(Route("editor", opened.release.id))

        def failed(error: ComunicadoError) -> None:
            self._is_creating = False
            self.desk.notify_error(error)

        self.desk.deed(work, while_alive(self, done), while_alive(self, failed), label=_("Creating the release"))


ENTRY = ScreenEntry("new", lambda: _("New release"), "plus", NewReleaseScreen, in_rail=False, rail_parent="releases")
