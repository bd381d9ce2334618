"""The inspector of the editor: all that stands beside the page."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from desktop.domain.document import Block, BlockKind, Document
from desktop.editorial.gaps import list_open_gaps
from desktop.i18n import _, ngettext
from desktop.ui.desk import Desk
from desktop.ui.editor.part import PartSection
from desktop.ui.editor.sections.facts import FactsSection
from desktop.ui.editor.sections.leaving import ExportSection
from desktop.ui.editor.sections.lists import JumpList
from desktop.ui.editor.sections.people import PeopleSection
from desktop.ui.widgets import Inspector, InspectorSection

_ICONS = {
    BlockKind.HEADLINE: "text-h-one",
    BlockKind.SUBHEAD: "text-h-two",
    BlockKind.DATELINE: "map-pin",
    BlockKind.QUOTE: "quotes",
    BlockKind.CONTACT: "identification-card",
    BlockKind.NOTES: "note",
    BlockKind.BOILERPLATE: "buildings",
    BlockKind.IMAGE: "image",
    BlockKind.RELATED_LINK: "link",
}


class EditorInspector(Inspector):
    """Sections by name: ``gaps``, ``outline``, ``people``, ``facts``, ``leaving``."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.gaps = JumpList(_("Open gaps"), _("No gaps are open: the text is complete."))
        self.outline = JumpList(_("Outline"), _("Headlines, quotes and contacts appear here."))
        self.people = PeopleSection(desk)
        self.facts = FactsSection()
        self.leaving = ExportSection()
        self._own = (
            PartSection(_("Open gaps"), self.gaps, 0, is_open=False, follows_count=True),
            PartSection(_("Export"), self.leaving, 10),
            PartSection(_("Facts"), self.facts, 20),
            PartSection(_("Contacts"), self.people, 30),
            PartSection(_("Outline"), self.outline, 40, is_open=False),
        )
        self._sections: dict[QWidget, InspectorSection] = {}

    def set_sections(self, more: Iterable[PartSection]) -> None:
        """Stack the editor's own sections and those of its parts, by their places. Once."""
        for each in sorted((*self._own, *more), key=lambda section: section.place):
            self._sections[each.widget] = self.add_section(
                each.title, each.widget, is_open=each.is_open, follows_count=each.follows_count
            )

    def section_of(self, widget: QWidget) -> InspectorSection:
        """The section that holds a widget, to fold it or to count in its title."""
        return self._sections[widget]

    def show_document(self, document: Document, labels: dict[str, str]) -> int:
        """Show gaps, outline and people of a text; answers how many gaps are open."""
        gaps = list_open_gaps(document, labels)
        rows = [((g.block_id, g.start, g.end - g.start), g.label, "circle-dashed") for g in gaps]
        self.gaps.show_rows(rows)
        self.section_of(self.gaps).set_count(str(len(gaps)) if gaps else "")
        self.outline.show_rows(
            [((b.id, 0, 0), b.text.text.strip(), _ICONS[b.kind]) for b in document.blocks if _stands_out(b)]
        )
        self.people.show_named(document)
        return len(gaps)


def _stands_out(block: Block) -> bool:
    return block.kind in _ICONS and bool(block.text.text.strip())


def gaps_in_words(count: int) -> str:
    """``3 open gaps``."""
    return ngettext("{count} open gap", "{count} open gaps", count).format(count=count)
