"""More facts of the release: its number by the office's pattern, what it is about, where to read on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.changes import RELEASE, SETTING, ChangeSet, Outcome
from desktop.domain.document import Block, BlockKind
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Release
from desktop.i18n import _
from desktop.services import numbering, releases
from desktop.services.releases import OpenRelease
from desktop.ui.editor import writing
from desktop.ui.editor.fields.chips_field import ChipsField
from desktop.ui.editor.part import EditorPart, PartSection
from desktop.ui.people import names
from desktop.ui.text.alive import while_alive
from desktop.ui.theme.tokens import S4, S8
from desktop.ui.widgets import QuietButton, label

if TYPE_CHECKING:
    from desktop.ui.editor.screen import EditorScreen

#: A related link goes before these where they end the text.
_LAST = frozenset({BlockKind.CONTACT, BlockKind.END_MARK})


class FactsPart(EditorPart):
    """Topics and countries as chips; the number's button; a deed that begins a related link."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self._release_id = ""
        self.topics = ChipsField(_("Topics"), _("Add a topic"), lambda text: text, lambda value: value)
        self.countries = ChipsField(
            _("Countries"), _("Add a country"), lambda text: names.country_code(text) or "", names.country_name
        )
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        for name, field in ((_("Topics"), self.topics), (_("Countries"), self.countries)):
            column.addWidget(label(name))
            column.addWidget(field)
            column.addSpacing(S8)
            field.changed.connect(self._set_subjects)
        column.addWidget(QuietButton(_("Add a related link"), self.add_link, icon_name="link"))
        screen.side.facts.number_wanted.connect(self.take_number)
        add = screen.desk.actions.add
        add("editor.number", _("Take the next release number"), "", self.take_number, owner=screen, screen="editor")
        add("editor.related-link", _("Add a related link"), "", self.add_link, owner=screen, screen="editor")

    def section(self) -> PartSection:
        return PartSection(_("Topics, countries, links"), self._body, 22, is_open=False)

    def opened(self, release: OpenRelease) -> None:
        is_other = release.release.id != self._release_id
        self._release_id = release.release.id
        self.topics.show_values(release.release.topics)
        self.countries.show_values(release.release.countries)
        if is_other:
            self.countries.offer([name for _code, name in names.countries()])
            self.screen.desk.run(lambda uow: uow.releases.topics(), while_alive(self, self.topics.offer), flush=False)
        self._ask_number()

    def hear(self, changes: ChangeSet) -> None:
        if changes.touches(SETTING) or changes.touches(RELEASE, self._release_id):
            self._ask_number()

    def _ask_number(self) -> None:
        release_id = self._release_id
        self.screen.desk.run(
            lambda uow: numbering.next_number(uow, release_id),
            while_alive(self, self.screen.side.facts.offer_number),
            key="editor.number",
            flush=False,
        )

    def take_number(self) -> None:
        """Give the release the next number; undo takes it off."""
        release_id = self._release_id
        if release_id:
            self.screen.desk.deed(lambda uow: numbering.take_number(uow, release_id))

    def _set_subjects(self, _values: tuple[str, ...]) -> None:
        work = partial(_set, release_id=self._release_id, topics=self.topics.values, countries=self.countries.values)
        if self._release_id:
            self.screen.desk.deed(work)

    def add_link(self) -> None:
        """Begin a related link below the last one, else at the end of the text; its title is typed next."""
        page = self.screen.page
        if self.screen.opened is None:
            return
        blocks = page.current().blocks
        number = len(blocks)
        links = [n for n, block in enumerate(blocks) if block.kind is BlockKind.RELATED_LINK]
        if links:
            number = links[-1] + 1
        else:
            while number and blocks[number - 1].kind in _LAST:
                number -= 1
        block = Block(page.ledger.fresh_id(), BlockKind.RELATED_LINK)
        writing.insert_block(page.textCursor(), number, block)
        page.go_to(block.id)
        page.setFocus()


def _set(uow: UnitOfWork, *, release_id: str, topics: tuple[str, ...], countries: tuple[str, ...]) -> Outcome[Release]:
    return releases.set_subjects(uow, release_id, topics=topics, countries=countries)
