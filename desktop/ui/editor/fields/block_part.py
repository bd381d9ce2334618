"""The block at the cursor: who says a quote, what an image is called, where a link leads, where a text comes from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.contact import Contact
from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.localised import language_attr
from desktop.editorial.names_in_text import find_names
from desktop.editorial.quotes import read_quotation
from desktop.i18n import _
from desktop.services import directory, images
from desktop.services.releases import OpenRelease
from desktop.ui.editor.clipboard import is_safe_address
from desktop.ui.editor.decoration import BlockNote
from desktop.ui.editor.fields.block_attrs import quote_run, set_attrs
from desktop.ui.editor.fields.quote_form import QuoteForm, Speaker
from desktop.ui.editor.fields.said_form import Said, SaidForm
from desktop.ui.editor.part import EditorPart, PartSection
from desktop.ui.text import formats
from desktop.ui.text.alive import while_alive
from desktop.ui.widgets import label
from desktop.ui.widgets.language_words import own_name

if TYPE_CHECKING:
    from desktop.ui.editor.screen import EditorScreen

#: How many people of the directory are offered.
_PEOPLE = 8


class BlockPart(EditorPart):
    """Shows one form at a time, for the block under the cursor; what is typed there goes into its attributes."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self.quote = QuoteForm()
        self.image = SaidForm(_("The caption is written under the picture in the text, and translated with it."))
        self.link = SaidForm(_("The title is the text of the block; the links stand at the end of the release."))
        self.none = label(
            _("In a quote, an image or a link: the speaker, the description or the address stands here."),
            "muted",
            wraps=True,
        )
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        self._forms: tuple[QWidget, ...] = (self.none, self.quote, self.image, self.link)
        for each in self._forms:
            column.addWidget(each)
        self._show_form(self.none)
        self._shown = Block("", BlockKind.PARAGRAPH)
        self._languages: tuple[str, ...] = ("en",)
        self._in_text: tuple[Speaker, ...] = ()
        self.quote.changed.connect(self._set_speaker)
        self.quote.typed.connect(self._look_up)
        self.image.changed.connect(self._set_image)
        self.link.changed.connect(lambda attr, value: set_attrs(screen.page, [self._shown.id], {attr: value}))
        screen.page.cursorPositionChanged.connect(self._moved)

    def section(self) -> PartSection:
        return PartSection(_("This block"), self._body, 16)

    def opened(self, release: OpenRelease) -> None:
        self._languages = tuple(dict.fromkeys(version.language for version in release.versions))
        self._shown = Block("", BlockKind.PARAGRAPH)
        self._look()

    def follow(self, document: Document) -> None:
        self._look()
        self._note_speakers(document)

    # -- showing --------------------------------------------------------------------------------------------

    def _moved(self) -> None:
        """The cursor is elsewhere, or at every key: only another block is looked at now, a typed word with ``follow``."""
        style = self.screen.page.textCursor().block().blockFormat()
        if (formats.id_of(style), formats.kind_of(style)) != (self._shown.id, self._shown.kind):
            self._look()

    def _look(self) -> None:
        """Show the form of the block at the cursor; nothing is done while the cursor stays in an unchanged block."""
        page = self.screen.page
        number = page.textCursor().blockNumber()
        if number >= len(page.ledger.ids):
            return
        block = page.ledger.block_of(number)
        if block == self._shown:
            return
        is_other = block.id != self._shown.id or block.kind is not self._shown.kind
        self._shown = block
        match block.kind:
            case BlockKind.QUOTE:
                self._show_quote(block, is_other=is_other)
            case BlockKind.IMAGE if block.attr("asset"):
                self._show_image(block)
            case BlockKind.RELATED_LINK:
                self._show_link(block)
            case _:
                self._show_form(self.none)

    def _show_form(self, form: QWidget) -> None:
        for each in self._forms:
            each.setVisible(each is form)

    def _show_quote(self, block: Block, *, is_other: bool) -> None:
        said = read_quotation(block.text.text)
        found = Speaker(said.speaker, said.title) if said and said.speaker else None
        self.quote.show_quote(block.attr("speaker"), block.attr("title"), found)
        self._show_form(self.quote)
        if is_other:
            document = self.screen.page.current()
            self.screen.desk.compute(
                partial(_speakers_in, document), while_alive(self, self._take_names), key="editor.names"
            )

    def _show_image(self, block: Block) -> None:
        source, *others = self._languages
        shape = [Said("alt", _("Description ({language})").format(language=own_name(source)), _("What is to be seen"))]
        shape += [
            Said(language_attr("alt", each), _("Description ({language})").format(language=own_name(each)))
            for each in others
        ]
        shape += [
            Said("credit", _("Credit"), _("Photo: name, organisation")),
            Said("rights", _("Rights"), _("What we may do with it, until when")),
        ]
        missing = [own_name(s) for s, n in self._alts() if not block.attr(n)]
        warning = (
            _("People who cannot see the picture need a description: {languages}.").format(languages=", ".join(missing))
            if missing
            else ""
        )
        self.image.show_values(shape, dict(block.attrs), warning)
        self._show_form(self.image)

    def _alts(self) -> list[tuple[str, str]]:
        source, *others = self._languages
        return [(source, "alt"), *((each, language_attr("alt", each)) for each in others)]

    def _show_link(self, block: Block) -> None:
        source, *others = self._languages
        shape = [Said("url", _("Address ({language})").format(language=own_name(source)), "https://")]
        shape += [
            Said(
                language_attr("url", each),
                _("Address ({language})").format(language=own_name(each)),
                _("the same address"),
            )
            for each in others
        ]
        values = dict(block.attrs)
        wrong = [v for name, v in values.items() if name.split(".")[0] == "url" and not is_safe_address(v)]
        warning = ""
        if wrong:
            warning = _("“{address}” is no web address: begin with https://").format(address=wrong[0])
        elif not values.get("url"):
            warning = _("Without an address this is only text.")
        self.link.show_values(shape, values, warning)
        self._show_form(self.link)

    def _note_speakers(self, document: Document) -> None:
        """Under the last paragraph of each quote: who says it."""
        page = self.screen.page
        notes = {key: note for key, note in page.notes.items() if note.is_above}
        blocks = document.blocks
        for place, block in enumerate(blocks):
            if block.kind is not BlockKind.QUOTE or not block.attr("speaker"):
                continue
            said_by = (block.attr("speaker"), block.attr("title"))
            after = blocks[place + 1] if place + 1 < len(blocks) else block.with_attr("speaker", "")
            goes_on = after.kind is BlockKind.QUOTE and (after.attr("speaker"), after.attr("title")) == said_by
            if goes_on:
                continue
            notes[block.id] = BlockNote("— " + ", ".join(part for part in said_by if part), is_above=False)
        if notes != page.notes:
            page.notes = notes
            page.viewport().update()

    # -- speakers -------------------------------------------------------------------------------------------

    def _take_names(self, people: tuple[Speaker, ...]) -> None:
        self._in_text = people
        self.quote.offer(people)

    def _look_up(self, text: str) -> None:
        if not text:
            return
        self.screen.desk.run(
            lambda uow: directory.find_contacts(uow, text, limit=_PEOPLE),
            while_alive(self, self._take_people),
            key="editor.speakers",
            flush=False,
        )

    def _take_people(self, people: tuple[Contact, ...]) -> None:
        cards = tuple(Speaker(each.name, each.roles[0].title if each.roles else "") for each in people)
        self.quote.offer((*self._in_text, *cards))

    # -- deeds ----------------------------------------------------------------------------------------------

    def _set_speaker(self, speaker: str, title: str) -> None:
        page = self.screen.page
        set_attrs(page, quote_run(page, self._shown.id), {"speaker": speaker, "title": title})

    def _set_image(self, attr: str, value: str) -> None:
        page, block_id = self.screen.page, self._shown.id
        set_attrs(page, [block_id], {attr: value})
        page.viewport().update()
        block = page.current().block(block_id)
        if block is not None:
            self.screen.desk.deed(lambda uow: images.remember_said(uow, block))


def _speakers_in(document: Document) -> tuple[Speaker, ...]:
    """Everybody the text names, those who speak in it first."""
    found: dict[str, str] = {}
    for block in document:
        if block.attr("speaker"):
            found.setdefault(block.attr("speaker"), block.attr("title"))
    for block in document:
        for name in find_names(block.text.text):
            found.setdefault(name.name, name.title)
    return tuple(Speaker(name, title) for name, title in found.items())
