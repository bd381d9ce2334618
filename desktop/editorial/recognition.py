"""Taking an imported text apart: what is the release in it, and what each of its paragraphs is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from desktop.domain.document import Attrs, Block, BlockKind, make_attrs
from desktop.domain.richtext import RichText
from desktop.editorial import lines
from desktop.editorial.body_kinds import recognise_body
from desktop.editorial.clean import clean_rich
from desktop.editorial.contact_reading import LONGEST, FoundPerson, ParsePhone, find_people, parse_phones
from desktop.editorial.dateline_reading import ReadDateline, read_dateline, read_dateline_line
from desktop.editorial.import_values import ContactCandidate, RawBlock, Recognised, RecognisedBlock
from desktop.editorial.language import detect_language
from desktop.editorial.outline import Outline, find_outline
from desktop.i18n import _

__all__ = [
    "ContactCandidate",
    "RawBlock",
    "Recognised",
    "RecognisedBlock",
    "recognise",
    "to_blocks",
    "with_kept",
    "with_kind",
    "with_start",
]

#: Contact blocks shorter than this are lines of an entry, longer ones are sentences.
_ENTRY_LINE = 100


def recognise(
    raw: Sequence[RawBlock], *, parse_phone: ParsePhone, language: str = "", phone_region: str = ""
) -> Recognised:
    """Take a text apart.

    ``parse_phone`` makes E.164 of a number and a region (``""``: the number is international), or answers
    the empty string. ``language`` empty: told from the text. ``phone_region``: where numbers without ``+`` belong
    (ISO 3166-1 alpha-2); empty: told from the other numbers. Never raises on any text.
    """
    cleaned = tuple(_split_lines(raw))
    outline = find_outline(cleaned) if cleaned else Outline(0, 0, -1, -1, -1, -1)
    kept = (block.text.text for block in cleaned[outline.start : outline.end])
    spoken = language or detect_language(kept)
    blocks = _blocks(cleaned, outline)
    contacts = _contacts(blocks, spoken, phone_region, parse_phone)
    return Recognised(
        language=spoken,
        start=_first(blocks),
        end=_after_last(blocks),
        blocks=blocks,
        contacts=contacts,
        warnings=_warnings(blocks, contacts),
        raw=cleaned,
    )


def with_start(recognised: Recognised, index: int) -> Recognised:
    """The text with its release beginning at ``blocks[index]``; what follows is worked out anew.

    Kinds that a person chose stay, contacts already found stay where their block is still kept.
    """
    start = recognised.blocks[index].raw
    blocks = list(_blocks(recognised.raw, find_outline(recognised.raw, start)))
    chosen = {(block.raw, block.text): block for block in recognised.blocks if block.is_chosen and block.raw >= start}
    for place, block in enumerate(blocks):
        blocks[place] = chosen.get((block.raw, block.text), block)
    places = {(block.raw, block.text): place for place, block in enumerate(blocks) if block.is_kept}
    contacts = []
    for contact in recognised.contacts:
        block = recognised.blocks[contact.block]
        place_now = places.get((block.raw, block.text))
        if place_now is not None:
            contacts.append(replace(contact, block=place_now))
    return replace(
        recognised,
        start=_first(blocks),
        end=_after_last(blocks),
        blocks=tuple(blocks),
        contacts=tuple(contacts),
        warnings=_warnings(blocks, contacts),
    )


def with_kind(recognised: Recognised, index: int, kind: BlockKind) -> Recognised:
    """The text with one block's kind chosen by a person; the block is kept then."""
    block = recognised.blocks[index]
    attrs = block.attrs if kind is block.kind else ()
    return _with_block(recognised, index, replace(block, kind=kind, attrs=attrs, is_kept=True, is_chosen=True))


def with_kept(recognised: Recognised, index: int, *, is_kept: bool) -> Recognised:
    """The text with one block kept or left out by a person."""
    return _with_block(recognised, index, replace(recognised.blocks[index], is_kept=is_kept, is_chosen=True))


def to_blocks(recognised: Recognised, new_id: Callable[[], str]) -> tuple[Block, ...]:
    """What is kept, as blocks of a document."""
    return tuple(
        Block(new_id(), block.kind, block.text, block.attrs)
        for block in recognised.blocks
        if block.is_kept and (block.text.text or block.kind is BlockKind.IMAGE)
    )


def _with_block(recognised: Recognised, index: int, block: RecognisedBlock) -> Recognised:
    blocks = (*recognised.blocks[:index], block, *recognised.blocks[index + 1 :])
    return replace(recognised, start=_first(blocks), end=_after_last(blocks), blocks=blocks)


def _split_lines(raw: Iterable[RawBlock]) -> Iterator[RawBlock]:
    """Cleaned blocks, one a line: a line break inside a paragraph separates entries of an address."""
    for block in raw:
        text = clean_rich(block.text)
        start = 0
        for part in text.text.split("\n"):
            piece = text.slice(start, start + len(part)).strip()
            start += len(part) + 1
            if piece or part is text.text:
                yield replace(block, text=piece)


def _blocks(raw: Sequence[RawBlock], outline: Outline) -> tuple[RecognisedBlock, ...]:
    if not raw:
        return ()
    blocks = [_left_out(raw[i], i) for i in range(outline.start)]
    blocks += [_above_lead(raw[i], i, outline) for i in range(outline.start, outline.lead)]
    blocks += _lead(raw[outline.lead], outline)
    blocks += recognise_body(raw, outline.lead + 1, outline.end)
    blocks += [_left_out(raw[i], i) for i in range(max(outline.end, outline.lead + 1), len(raw))]
    return tuple(blocks)


def _left_out(block: RawBlock, index: int) -> RecognisedBlock:
    return RecognisedBlock(block.text, block.kind or BlockKind.PARAGRAPH, is_kept=False, raw=index)


def _above_lead(block: RawBlock, index: int, outline: Outline) -> RecognisedBlock:
    if index == outline.headline:
        return RecognisedBlock(block.text, BlockKind.HEADLINE, is_kept=True, raw=index)
    if index == outline.subhead:
        return RecognisedBlock(block.text, BlockKind.SUBHEAD, is_kept=True, raw=index)
    if index == outline.dateline:
        attrs = _dateline_attrs(read_dateline_line(block.text.text))
        return RecognisedBlock(block.text, BlockKind.DATELINE, is_kept=True, attrs=attrs, raw=index)
    return _left_out(block, index)


def _lead(block: RawBlock, outline: Outline) -> list[RecognisedBlock]:
    """The first paragraph, its dateline cut off."""
    if not block.text:
        return [_left_out(block, outline.lead)]
    if outline.lead == outline.headline:
        return [RecognisedBlock(block.text, BlockKind.HEADLINE, is_kept=True, raw=outline.lead)]
    found = read_dateline(block.text.text)
    if found is None:
        return [RecognisedBlock(block.text, BlockKind.LEAD, is_kept=True, raw=outline.lead)]
    dateline = RichText.plain(found.text)
    rest = block.text.slice(found.end).strip()
    return [
        RecognisedBlock(dateline, BlockKind.DATELINE, is_kept=True, attrs=_dateline_attrs(found), raw=outline.lead),
        RecognisedBlock(rest, BlockKind.LEAD, is_kept=True, raw=outline.lead),
    ]


def _dateline_attrs(found: ReadDateline | None) -> Attrs:
    if found is None:
        return ()
    return make_attrs({"place": found.place, "date": found.on.isoformat() if found.on else ""})


def _first(blocks: Sequence[RecognisedBlock]) -> int:
    return next((index for index, block in enumerate(blocks) if block.is_kept), len(blocks))


def _after_last(blocks: Sequence[RecognisedBlock]) -> int:
    return next((index + 1 for index in range(len(blocks) - 1, -1, -1) if blocks[index].is_kept), len(blocks))


def _contacts(
    blocks: Sequence[RecognisedBlock], language: str, region: str, parse_phone: ParsePhone
) -> tuple[ContactCandidate, ...]:
    found: list[tuple[int, FoundPerson]] = []
    for group in _contact_groups(blocks):
        joined = ", ".join(blocks[index].text.text for index in group)
        for person in find_people(joined):
            point = person.email or person.phone_as_written
            found.append((next((i for i in group if point in blocks[i].text.text), group[0]), person))
    numbers = parse_phones(
        [person.phone_as_written for _i, person in found if person.phone_as_written], region, parse_phone
    )
    candidates: dict[tuple[str, str], ContactCandidate] = {}
    for index, person in found:
        written = person.phone_as_written
        candidate = ContactCandidate(
            person.name, person.email, numbers.get(written, ""), written, person.organisation, language, index
        )
        candidates.setdefault((person.name.casefold(), person.email.casefold()), candidate)
    return tuple(candidates.values())


def _contact_groups(blocks: Sequence[RecognisedBlock]) -> Iterator[list[int]]:
    """Contact blocks that belong together: a sentence is alone, the short lines of an entry are one."""
    group: list[int] = []
    for index, block in enumerate(blocks):
        is_contact = block.is_kept and block.kind is BlockKind.CONTACT
        is_short = len(block.text.text) < _ENTRY_LINE
        is_full = sum(len(blocks[i].text.text) for i in group) > LONGEST - _ENTRY_LINE * 2
        if group and (is_full or not (is_contact and is_short)):
            yield group
            group = []
        if is_contact and is_short:
            group.append(index)
        elif is_contact:
            yield [index]
    if group:
        yield group


def _warnings(blocks: Sequence[RecognisedBlock], contacts: Sequence[ContactCandidate]) -> tuple[str, ...]:
    found: list[str] = []
    if not any(block.is_kept for block in blocks):
        return (_("There is no text here."),)
    if not any(block.is_kept and block.kind is BlockKind.HEADLINE for block in blocks):
        found.append(_("No headline was found. Choose the line where the release begins."))
    for block in blocks:
        if not block.is_kept and lines.is_embargo(block.text.text):
            line = block.text.text
            found.append(_("An embargo line was left out: “{line}”. Set the embargo on the release.").format(line=line))
    for contact in contacts:
        if contact.phone_as_written and not contact.phone:
            sentence = _("The phone number {number} of {name} could not be read for sure; please complete it.")
            found.append(sentence.format(number=contact.phone_as_written, name=contact.name or contact.email))
    return tuple(found)
