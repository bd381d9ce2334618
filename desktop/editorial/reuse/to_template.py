"""A template made from a release: what was found becomes gaps, the rest stays as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from desktop.domain.document import Block, BlockKind, Document, make_attrs
from desktop.domain.richtext import MarkKind, RichText
from desktop.editorial.gazetteer import Gazetteer
from desktop.editorial.reuse.answers import main_mentions
from desktop.editorial.reuse.finding import find_gaps
from desktop.editorial.reuse.found import FoundGap, GapKind
from desktop.editorial.template_values import FIELD, Gap, GapType, Template, TemplateBlock
from desktop.i18n import in_document

_PLAIN_TYPES = {GapKind.TIME: GapType.TIME, GapKind.PERSON: GapType.PERSON}
_WHOLE_DATE = re.compile(r"(?:\d{4}-)?\d\d-\d\d")
#: Longer words become a gap for several lines.
_LONG = 120
_FIGURES = re.compile(r"\d{1,9}")
_DRAWN = {BlockKind.CONTACT: "contact", BlockKind.BOILERPLATE: "boilerplate"}


def template_from(
    name: str, titles: Mapping[str, str], documents: Sequence[Document], found: Mapping[str, Sequence[FoundGap]]
) -> Template:
    """The first document is the source, the others its translations (same block ids).

    ``found`` are the gaps by language. In a translation only what says the same as a gap of the source in the same
    block becomes one; the rest stays words. Contacts become gaps with today's person as their default.
    """
    source = documents[0]
    names = {gap.group: gap.group.replace("-", "_") for gap in found.get(source.language, ())}
    gaps = [_gap(gap, names[gap.group], documents, found) for gap in main_mentions(found.get(source.language, ()))]
    contacts = [block for block in source.blocks if _is_drawn(block) and block.kind is BlockKind.CONTACT]
    persons = {block.id: f"contact_{number}" for number, block in enumerate(contacts, 1)}
    gaps += [_contact_gap(block, persons[block.id], documents) for block in contacts]
    blocks = {}
    for document in documents:
        here = found.get(document.language, ())
        if document is not source:
            here = _matching(here, found.get(source.language, ()))
        blocks[document.language] = tuple(_blocks(document, here, names, persons))
    return Template(name, dict(titles), tuple(gaps), blocks, 100)


def type_of_words(words: str, language: str, gazetteer: Gazetteer, today: date) -> GapType:
    """What a gap for some words would take, by what the finders see in them."""
    block = Block("words", BlockKind.PARAGRAPH, RichText.plain(words))
    found = find_gaps(Document("words", language, (block,)), gazetteer=gazetteer, today=today)
    whole = [gap for gap in found if (gap.start, gap.end) == (0, len(words))]
    if whole:
        return _type(whole[0])
    return GapType.LONG_TEXT if len(words) > _LONG else GapType.TEXT


def _matching(here: Iterable[FoundGap], source: Iterable[FoundGap]) -> tuple[FoundGap, ...]:
    """Finds of a translation under the groups of the source that say the same in the same block."""
    groups = {(gap.block_id, gap.kind, gap.value): gap.group for gap in source}
    anywhere: dict[tuple[GapKind, str], str] = {
        (gap.kind, gap.value): gap.group for gap in source if gap.kind in (GapKind.PERSON, GapKind.PLACE)
    }
    result = []
    for gap in here:
        group = groups.get((gap.block_id, gap.kind, gap.value)) or anywhere.get((gap.kind, gap.value))
        if group:
            result.append(replace(gap, group=group))
    return tuple(result)


def _gap(gap: FoundGap, name: str, documents: Sequence[Document], found: Mapping[str, Sequence[FoundGap]]) -> Gap:
    labels, help_ = {}, {}
    number = gap.group.rpartition("-")[2]
    for document in documents:
        language = document.language
        labels[language] = f"{_word(gap.kind, language)} {number}"
        said = next(
            (each.old for each in found.get(language, ()) if (each.kind, each.value) == (gap.kind, gap.value)), gap.old
        )
        help_[language] = in_document(language, "Last time: {value}").format(value=said)
    return Gap(name, _type(gap), labels, help_)


def _type(gap: FoundGap) -> GapType:
    if gap.kind in _PLAIN_TYPES:
        return _PLAIN_TYPES[gap.kind]
    if gap.kind is GapKind.DATE and _WHOLE_DATE.fullmatch(gap.value):
        return GapType.DATE
    if gap.kind is GapKind.PLACE and "+" not in gap.value and not gap.value.startswith("of "):
        return GapType.PLACE
    if gap.kind is GapKind.NUMBER and _FIGURES.fullmatch(gap.value) and gap.old[:1].isdigit():
        return GapType.NUMBER
    return GapType.TEXT


def _word(kind: GapKind, language: str) -> str:
    said = {
        GapKind.DATE: in_document(language, "Date"),
        GapKind.RELATIVE: in_document(language, "Date in words"),
        GapKind.TIME: in_document(language, "Time"),
        GapKind.YEAR: in_document(language, "Year"),
        GapKind.EDITION: in_document(language, "Edition"),
        GapKind.PERSON: in_document(language, "Person"),
        GapKind.TITLE: in_document(language, "Title of office"),
        GapKind.ORGANISATION: in_document(language, "Organization"),
        GapKind.PLACE: in_document(language, "Place"),
        GapKind.NUMBER: in_document(language, "Figure"),
    }
    return said[kind]


def _contact_gap(block: Block, name: str, documents: Sequence[Document]) -> Gap:
    number = name.rpartition("_")[2]
    labels = {d.language: f"{in_document(d.language, 'Press contact')} {number}" for d in documents}
    return Gap(name, GapType.CONTACT, labels, {}, {d.language: block.attr("contact") for d in documents})


def _is_drawn(block: Block) -> bool:
    return block.kind in _DRAWN and block.attr(_DRAWN[block.kind]) != ""


def _blocks(
    document: Document, gaps: Sequence[FoundGap], names: Mapping[str, str], persons: Mapping[str, str]
) -> Iterable[TemplateBlock]:
    for block in document.blocks:
        if block.id in persons:
            yield TemplateBlock(BlockKind.CONTACT, f"{{{persons[block.id]}}}")
            continue
        if block.kind is BlockKind.IMAGE:
            continue
        here = sorted((gap for gap in gaps if gap.block_id == block.id), key=lambda gap: gap.start, reverse=True)
        text = _escaped(block.text)
        for gap in here:
            text = text.replace(gap.start, gap.end, f"\ue000{names[gap.group]}\ue001")
        said = {gap.old: f"{{{names[gap.group]}}}" for gap in gaps}
        attrs = {
            key: said.get(value, value) for key, value in block.attrs if key in ("speaker", "title", "boilerplate")
        }
        yield TemplateBlock(block.kind, _written(text).strip(), make_attrs(attrs))


def _escaped(text: RichText) -> RichText:
    """The text without braces that would read as a gap, same length."""
    result = text
    for match in FIELD.finditer(text.text):
        result = result.replace(match.start(), match.start() + 1, "(").replace(match.end() - 1, match.end(), ")")
    return result


def _written(text: RichText) -> str:
    """The text in the template's own writing: gaps in braces, strong words, links."""
    parts = []
    for run in text.runs():
        words = run.text
        if run.has(MarkKind.STRONG) and words.strip():
            words = f"**{words}**"
        link = run.value(MarkKind.LINK)
        if link and words.strip():
            words = f"[{words}]({link})"
        parts.append(words)
    return "".join(parts).replace("\ue000", "{").replace("\ue001", "}")
