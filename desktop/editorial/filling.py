"""Documents made from templates: gaps filled, open gaps kept visible."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time

from desktop.domain.contact import Contact
from desktop.domain.document import Block, BlockKind, Document, make_attrs
from desktop.domain.richtext import MarkKind, RichText
from desktop.editorial.clean import clean
from desktop.editorial.contact_block import contact_sentence
from desktop.editorial.dateline import write_place
from desktop.editorial.gazetteer import Gazetteer
from desktop.editorial.template_values import FIELD, Gap, GapType, Template, TemplateBlock
from desktop.editorial.written_values import write_date, write_number, write_time

_MARKED = re.compile(r"\*\*(?P<strong>.+?)\*\*|\[(?P<words>[^\[\]\n]+)\]\((?P<link>(?:https?://|mailto:)[^\s()]+)\)")
#: Kinds whose further paragraphs are of the same kind; after any other an ordinary paragraph follows.
_REPEATED = frozenset({BlockKind.LIST_ITEM, BlockKind.NOTES, BlockKind.BOILERPLATE, BlockKind.QUOTE, BlockKind.CONTACT})


@dataclass(frozen=True, slots=True)
class _Filling:
    """What is filled in, and into which language."""

    template: Template
    language: str
    values: Mapping[str, str]
    gazetteer: Gazetteer
    contacts: Mapping[str, Contact] = field(default_factory=dict)

    def written(self, name: str, kind: BlockKind) -> RichText | None:
        """A gap's value as the text has it; ``None`` while the gap is open."""
        value = self.values.get(name, "").strip()
        if not value:
            return None
        gap = self.template.gap(name)
        person = self.contacts.get(value)
        if person is not None and gap is not None and gap.type is GapType.CONTACT:
            return contact_sentence(person, self.language)
        return RichText.plain(clean(self._plain(gap, value, kind)))

    def _plain(self, gap: Gap | None, value: str, kind: BlockKind) -> str:
        written = value
        try:
            match gap.type if gap else GapType.TEXT:
                case GapType.DATE:
                    written = write_date(date.fromisoformat(value), self.language)
                case GapType.TIME:
                    written = write_time(time.fromisoformat(value))
                case GapType.NUMBER:
                    written = write_number(value, self.language)
                case GapType.CHOICE if gap:
                    written = gap.choice(value, self.language)
                case GapType.PLACE if kind is BlockKind.DATELINE:
                    written = write_place(value, self.language, self.gazetteer)
        except ValueError:
            # Typed otherwise than asked ("mid-June"): the person's words stand.
            return value
        return written

    def attrs_of(self, block: TemplateBlock) -> dict[str, str]:
        """The template's attributes with their gaps filled, and what a dateline's gaps say."""
        found = {}
        for name, value in block.attrs:
            filled = FIELD.sub(lambda match: self.values.get(match[1], "").strip(), value)
            found[name] = clean(filled).replace("\n", " ")
        if block.kind is BlockKind.DATELINE:
            found.update(self.dateline_attrs(block.gap_names))
        return found

    def dateline_attrs(self, names: tuple[str, ...]) -> dict[str, str]:
        """``place`` as typed and ``date`` in ISO form, from the gaps of a dateline."""
        found = {}
        for name in names:
            gap, value = self.template.gap(name), self.values.get(name, "").strip()
            if gap is not None and gap.type is GapType.PLACE:
                found["place"] = value
            elif gap is not None and gap.type is GapType.DATE and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
                found["date"] = value
        return found


def fill(
    template: Template,
    language: str,
    values: Mapping[str, str],
    *,
    new_id: Callable[[], str],
    gazetteer: Gazetteer | None = None,
    contacts: Mapping[str, Contact] | None = None,
) -> tuple[Block, ...]:
    """The template's text in a language.

    ``values`` are by gap name (their forms: :class:`GapType`). A gap that is not in ``values`` takes its default;
    one with an empty value or without a default stays open: ``[Label]`` under a placeholder mark with the gap's
    name. ``contacts`` are people by id for contact gaps. Several paragraphs in a value that fills a block alone
    become several blocks. Raises BadInputError for a language that the template does not have.
    """
    defaults = {gap.name: gap.default(language) for gap in template.gaps}
    filling = _Filling(template, language, {**defaults, **values}, gazetteer or Gazetteer(()), contacts or {})
    return tuple(made for block in template.text(language) for made in _made(block, filling, new_id))


def refill(
    document: Document,
    template: Template,
    values: Mapping[str, str],
    *,
    new_id: Callable[[], str] | None = None,
    gazetteer: Gazetteer | None = None,
    contacts: Mapping[str, Contact] | None = None,
) -> Document:
    """The document with open gaps filled that now have a value; nothing else is touched.

    Without ``new_id`` a value of several paragraphs stays in its block, its lines joined by spaces.
    """
    filling = _Filling(template, document.language, values, gazetteer or Gazetteer(()), contacts or {})
    return document.with_blocks(new for block in document.blocks for new in _refilled(block, filling, new_id))


def _made(block: TemplateBlock, filling: _Filling, new_id: Callable[[], str]) -> Iterator[Block]:
    attrs = filling.attrs_of(block)
    only = block.gap_names[0] if FIELD.fullmatch(block.text) else ""
    attrs["template"] = only
    if only and _is_person(filling, only):
        attrs["contact"] = filling.values[only].strip()
    made = Block(new_id(), block.kind, _with_gaps(block.text, filling, block.kind), make_attrs(attrs))
    yield from _paragraphs(made, new_id)


def _refilled(block: Block, filling: _Filling, new_id: Callable[[], str] | None) -> Iterator[Block]:
    names = block.text.placeholders()
    fillable = [name for name in names if filling.values.get(name, "").strip()]
    if not fillable:
        yield block
        return
    text = block.text
    for mark in reversed(text.marks_of(MarkKind.PLACEHOLDER)):
        written = filling.written(mark.value, block.kind)
        if written is not None:
            around = text.slice(mark.start, mark.end).without_mark(MarkKind.PLACEHOLDER).marks
            for kept in around:
                if kept.start == 0 and kept.end == mark.end - mark.start:
                    written = written.with_mark(0, len(written), kept.kind, kept.value)
            text = text.replace(mark.start, mark.end, written)
    attrs = dict(block.attrs)
    if block.kind is BlockKind.DATELINE:
        attrs.update(filling.dateline_attrs(names))
    if block.kind is BlockKind.QUOTE:
        attrs.update(_quote_attrs(block, filling, names))
    if len(names) == 1 and _is_person(filling, names[0]):
        attrs["contact"] = filling.values[names[0]].strip()
    yield from _paragraphs(replace(block, text=text, attrs=make_attrs(attrs)), new_id)


def _quote_attrs(block: Block, filling: _Filling, names: tuple[str, ...]) -> dict[str, str]:
    """Speaker and title of a quotation whose template names gaps for them, where they were open so far."""
    for made_from in filling.template.text(filling.language):
        if made_from.kind is BlockKind.QUOTE and set(names) & set(made_from.gap_names):
            return {name: value for name, value in filling.attrs_of(made_from).items() if not block.attr(name)}
    return {}


def _is_person(filling: _Filling, name: str) -> bool:
    gap = filling.template.gap(name)
    return gap is not None and gap.type is GapType.CONTACT and filling.values.get(name, "").strip() in filling.contacts


def _with_gaps(text: str, filling: _Filling, kind: BlockKind) -> RichText:
    result = RichText()
    at = 0
    for marked in _MARKED.finditer(text):
        result += _fields(text[at : marked.start()], filling, kind)
        inside = _with_gaps(marked["strong"] or marked["words"], filling, kind)
        mark, value = (MarkKind.LINK, marked["link"]) if marked["link"] else (MarkKind.STRONG, "")
        result += inside.with_mark(0, len(inside), mark, value)
        at = marked.end()
    return result + _fields(text[at:], filling, kind)


def _fields(text: str, filling: _Filling, kind: BlockKind) -> RichText:
    result = RichText()
    at = 0
    for match in FIELD.finditer(text):
        result += RichText.plain(text[at : match.start()])
        written = filling.written(match[1], kind)
        result += written if written is not None else _open_gap(match[1], filling)
        at = match.end()
    return result + RichText.plain(text[at:])


def _open_gap(name: str, filling: _Filling) -> RichText:
    gap = filling.template.gap(name)
    visible = f"[{gap.label(filling.language) if gap else name}]"
    return RichText.plain(visible).with_mark(0, len(visible), MarkKind.PLACEHOLDER, name)


def _paragraphs(block: Block, new_id: Callable[[], str] | None) -> Iterator[Block]:
    """The block, cut at the line breaks that a value of several paragraphs brought in."""
    text = block.text
    if "\n" not in text.text:
        yield block
        return
    if new_id is None:
        yield replace(block, text=text.map_text(lambda run: re.sub(r"\s*\n\s*", " ", run)))
        return
    spans = [match.span() for match in re.finditer(r"[^\n]+", text.text)]
    pieces = [piece for start, end in spans if (piece := text.slice(start, end).strip())]
    yield replace(block, text=pieces[0] if pieces else RichText())
    kind = block.kind if block.kind in _REPEATED else BlockKind.PARAGRAPH
    attrs = block.attrs if kind is block.kind else ()
    for piece in pieces[1:]:
        yield Block(new_id(), kind, piece, attrs)
