"""Templates: choose one, change it, make one of a release, share one as a file."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout

from desktop.domain.changes import TEMPLATE, ChangeSet, Outcome
from desktop.domain.errors import ComunicadoError
from desktop.domain.ports import UnitOfWork
from desktop.editorial.template_writing import template_toml
from desktop.editorial.templates import Template
from desktop.i18n import _
from desktop.services import templates
from desktop.services.exporting import write_whole
from desktop.services.reuse_plan import ReusePlan, plan_reuse
from desktop.services.templates import OfferedTemplate
from desktop.ui.desk import Desk, Route
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.templates.choosing import ChooseGaps
from desktop.ui.templates.editor import TemplateEditor
from desktop.ui.templates.listing import TemplateList
from desktop.ui.text.alive import while_alive
from desktop.ui.widgets.gap_kinds import kind_words
from desktop.ui.widgets.section_header import line

_FILTER = "*.toml"
_INITIATOR = "templates"


class TemplatesScreen(Screen):
    """Typing is kept by itself; deeds can be undone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._is_loading = False
        self._wanted = ""
        self.listing = TemplateList()
        self.editor = TemplateEditor(lambda: desk.tools.gazetteer, date.today)
        self.choosing = ChooseGaps()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.editor)
        self._pages.addWidget(self.choosing)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.listing)
        row.addWidget(line(is_vertical=True))
        row.addWidget(self._pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        self._connect()
        self._register()
        desk.hub.announced.connect(self._hear)

    def _connect(self) -> None:
        self.listing.chosen.connect(self._show)
        for button, deed in (
            (self.listing.duplicate, self.duplicate),
            (self.listing.delete, self.delete),
            (self.listing.bring, self.bring_in),
            (self.listing.share, self.share),
        ):
            button.clicked.connect(lambda _on=False, deed=deed: deed())
        self.editor.save.connect(self._save)
        self.editor.duplicate.connect(self.duplicate)
        self.choosing.made.connect(self._make)
        self.choosing.closed.connect(lambda: self._pages.setCurrentWidget(self.editor))

    def _register(self) -> None:
        add = self.desk.actions.add
        add("templates.gap", _("Make a gap"), "Ctrl+G", self.editor.make_gap, owner=self.editor, icon="brackets-curly")
        add("templates.duplicate", _("Duplicate template"), "Ctrl+D", self.duplicate, owner=self, icon="copy")
        add(
            "templates.delete",
            _("Delete template"),
            "Del",
            self.delete,
            owner=self.listing.list,
            icon="trash",
            is_local=True,
        )
        add("templates.import", _("Import a template"), "", self.bring_in, owner=self, icon="download-simple")
        add("templates.export", _("Export the template"), "Ctrl+E", self.share, owner=self, icon="export")

    # -- showing --------------------------------------------------------------------------------------------

    def enter(self, route: Route) -> None:
        self._wanted = route.detail
        self._load()
        if not route.release_id:
            self._pages.setCurrentWidget(self.editor)
            return
        release_id, tools = route.release_id, self.desk.tools
        self._is_loading = True
        self.desk.run(
            lambda uow: plan_reuse(uow, tools, release_id), while_alive(self, self._choose), key="templates.plan"
        )

    def leave(self) -> None:
        self.editor.flush()

    def is_ready(self) -> bool:
        return not self._is_loading and self.editor.template is not None

    def title(self) -> str:
        return _("Templates")

    def _load(self) -> None:
        tools = self.desk.tools
        self.desk.run(
            lambda uow: templates.offered_templates(uow, tools),
            while_alive(self, self._list),
            key="templates.list",
            flush=False,
        )

    def _list(self, offered: tuple[OfferedTemplate, ...]) -> None:
        self.listing.show_templates(offered, self._wanted)
        self._wanted = ""

    def _show(self, offered: OfferedTemplate) -> None:
        self.editor.show_offered(offered)
        if not self._is_loading:
            self._pages.setCurrentWidget(self.editor)

    def _choose(self, plan: ReusePlan) -> None:
        self._is_loading = False
        self.choosing.show_plan(plan, kind_words())
        self._pages.setCurrentWidget(self.choosing)

    def _hear(self, changes: ChangeSet) -> None:
        if changes.touches(TEMPLATE) and changes.initiator != _INITIATOR:
            self._load()

    # -- doing ----------------------------------------------------------------------------------------------

    def _save(self, template: Template, deed: str) -> None:
        """Store the template. What was only typed goes past the undo stack: the fields undo typing themselves."""
        current = self.editor.offered
        if current is None or current.is_built_in:
            return
        tools, template_id = self.desk.tools, current.id

        def work(uow: UnitOfWork) -> Outcome[OfferedTemplate]:
            return templates.save_template(uow, tools, template, template_id=template_id, label=deed)

        if deed:
            self.desk.deed(work, while_alive(self, self._saved), initiator=_INITIATOR, flush=False)
            return

        def told(outcome: Outcome[OfferedTemplate]) -> None:
            self.desk.hub.announce(ChangeSet(outcome.changes.changes, _INITIATOR))
            self._saved(outcome.value)

        self.desk.run(work, while_alive(self, told), flush=False, is_urgent=True)

    def _saved(self, offered: OfferedTemplate) -> None:
        self.editor.take_saved(offered)
        self.listing.replace(offered)

    def duplicate(self) -> None:
        """Copy the chosen template and open the copy."""
        current, tools = self.listing.current, self.desk.tools
        if current is None:
            return
        self.editor.flush()
        template = self.editor.template if self.editor.template is not None else current.template
        self.desk.deed(lambda uow: templates.duplicate_template(uow, tools, template), while_alive(self, self._open))

    def delete(self) -> None:
        """Take the chosen template out of the list; undo brings it back."""
        current = self.listing.current
        if current is None or current.is_built_in:
            return
        words = _("The template was deleted.")
        self.desk.deed(
            lambda uow: templates.remove_template(uow, current.id),
            lambda _value: self.desk.notify(words, "ok", action_label=_("Undo"), action=self.desk.undo_stack.undo),
        )

    def bring_in(self, path: str = "") -> None:
        """Add a template from a file of another office."""
        chosen = path or QFileDialog.getOpenFileName(self, _("Import a template"), "", _FILTER)[0]
        if not chosen:
            return
        tools = self.desk.tools

        def read() -> bytes:
            try:
                return Path(chosen).read_bytes()
            except OSError as error:
                words = _("“{name}” could not be read.").format(name=Path(chosen).name)
                raise ComunicadoError(words, kept=_("Nothing was added.")) from error

        def add(content: bytes) -> None:
            self.desk.deed(lambda uow: templates.import_template(uow, tools, content), while_alive(self, self._open))

        self.desk.compute(read, while_alive(self, add))

    def share(self, path: str = "") -> None:
        """Write the chosen template as a file."""
        current = self.listing.current
        if current is None:
            return
        name = f"{current.template.name}.toml"
        chosen = path or QFileDialog.getSaveFileName(self, _("Export the template"), name, _FILTER)[0]
        if chosen:
            content = template_toml(self.editor.template or current.template).encode()
            self.desk.compute(
                partial(write_whole, Path(chosen), content),
                while_alive(
                    self, lambda _done: self.desk.notify(_("Written: {name}").format(name=Path(chosen).name), "ok")
                ),
            )

    def _make(self, release_id: str, groups: tuple[str, ...]) -> None:
        tools = self.desk.tools
        self.desk.deed(
            lambda uow: templates.add_from_release(uow, tools, release_id, groups), while_alive(self, self._open)
        )

    def _open(self, offered: OfferedTemplate) -> None:
        self._wanted = offered.id
        self._pages.setCurrentWidget(self.editor)
        self._load()


ENTRY = ScreenEntry(
    "templates", lambda: _("Templates"), "files", TemplatesScreen, in_rail=False, rail_parent="releases"
)
