"""vCard 2.1, 3.0 and 4.0 into contacts, one card at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from desktop.contacts.names import fold
from desktop.domain.contact import BounceState, Gender, Usage
from desktop.exchange.contact_draft import USAGE_WORDS, ContactDraft, Written, clean_line, judge
from desktop.exchange.decoding import decode, replaced_warning
from desktop.exchange.read_contacts import ReadContact, ReadContacts
from desktop.exchange.read_file import clean_text, read_bytes, refuse
from desktop.exchange.vcard_lines import Card, Property, cards, split_value, unescape, unfold_bytes
from desktop.i18n import _, ngettext

MAX_MEGABYTES = 100
MAX_CARDS = 200_000
_GENDERS = {"F": Gender.FEMININE, "M": Gender.MASCULINE, "O": Gender.NEUTRAL, "N": Gender.NEUTRAL}
BEATS, BLOCKED = "X-COMUNICADO-BEATS", "X-COMUNICADO-DO-NOT-CONTACT"
PUBLIC_PARAMETER, BLOCKED_PARAMETER, BOUNCE_PARAMETER = "X-PUBLIC", "X-DO-NOT-CONTACT", "X-BOUNCE"


def read_vcard(path: Path, *, region: str = "") -> ReadContacts:
    """The cards of a file, numbered from 1; raises BadInputError where there is none.

    A card that cannot be used costs only itself: it comes back with a reason. Members of a group card get
    the group's name as a tag; the group itself is no contact.
    """
    decoded = decode(unfold_bytes(read_bytes(path, max_megabytes=MAX_MEGABYTES)), path.name)
    found = list(cards(clean_text(decoded.text)))
    if not found:
        raise refuse(_("“{name}” holds no vCard.").format(name=path.name), _("Check that it is the right file."))
    if len(found) > MAX_CARDS:
        raise refuse(
            _("“{name}” has more than {count} cards.").format(name=path.name, count=MAX_CARDS),
            _("Split it into several files."),
        )
    members = _members(found)
    rows: list[ReadContact] = []
    for number, card in enumerate(found, start=1):
        if not _is_group(card):
            rows.append(_read_card(card, number, members, region))
    groups = {tag for row in rows if row.contact for tag in row.contact.tags}
    groups |= {card.text("FN") for card in found if _is_group(card) and card.text("FN")}
    return ReadContacts(tuple(rows), tuple(sorted(groups)), decoded.encoding, warnings=replaced_warning(decoded))


def _read_card(card: Card, number: int, members: dict[str, list[str]], region: str) -> ReadContact:
    if not card.is_closed:
        return ReadContact(number, None, reason=_("The card is not complete: its end is missing."))
    draft = ContactDraft(source_id=bare_uid(card.text("UID")), roles=_roles(card))
    _take_name(card, draft)
    draft.emails = [_written(prop, _plain(prop)) for prop in _by_preference(card.all("EMAIL"))]
    draft.phones = [_written(prop, _phone(prop)) for prop in _by_preference(card.all("TEL"))]
    draft.languages = [_plain(prop) for prop in _by_preference(card.all("LANG"))]
    draft.tags = [*_lists(card.all("CATEGORIES")), *members.get(draft.source_id, ())]
    draft.beats = _lists(card.all(BEATS))
    draft.notes = [unescape(prop.value) for prop in card.all("NOTE")]
    draft.gender = _GENDERS.get(card.text("GENDER")[:1].upper(), Gender.UNKNOWN)
    draft.time_zone = next((zone for prop in card.all("TZ") if "/" in (zone := _plain(prop))), "")
    draft.is_do_not_contact = card.text(BLOCKED) == "1"
    for prop in _by_preference(card.all("ADR")):
        parts = [unescape(part) for part in split_value(prop.value, ";")] + [""] * 7
        draft.city, draft.country = draft.city or parts[3], draft.country or parts[6]
    if card.bad_lines:
        text = ngettext("{count} line could not be read.", "{count} lines could not be read.", card.bad_lines)
        draft.warnings.append(text.format(count=card.bad_lines))
    return judge(draft, number, region)


def bare_uid(uid: str) -> str:
    """The id itself, without the ``urn:uuid:`` of RFC 6350 §6.7.6."""
    return re.sub(r"^urn:uuid:", "", uid, flags=re.IGNORECASE)


def _take_name(card: Card, draft: ContactDraft) -> None:
    full = clean_line(card.text("FN"))
    for prop in card.all("N")[:1]:
        parts = [clean_line(_joined(part)) for part in split_value(prop.value, ";")] + [""] * 5
        draft.family_name = clean_line(f"{parts[0]} {parts[4]}")
        draft.given_name = clean_line(f"{parts[1]} {parts[2]}")
        draft.form_of_address = parts[3]
    if draft.given_name or draft.family_name:
        return
    # Where there is no name, FN repeats the address, the phone or the organisation: RFC 6350 wants it filled.
    others = {clean_line(_plain(prop)) for name in ("EMAIL", "TEL", "ORG") for prop in card.all(name)}
    others |= {clean_line(_phone(prop)) for prop in card.all("TEL")} | {org for org, _title in _roles(card)}
    if card.text("KIND").lower() in ("org", "location"):
        draft.roles = draft.roles or [(full, "")]
    elif full not in others:
        draft.full_name = full


def _roles(card: Card) -> list[tuple[str, str]]:
    """Organisations with the title of the same group; a lone ORG and a lone TITLE belong together."""
    organisations = [(prop.group, _organisation(prop)) for prop in card.all("ORG")]
    titles = [(prop.group, _plain(prop)) for prop in (card.all("TITLE") or card.all("ROLE"))]
    if len(organisations) <= 1 and len(titles) <= 1:
        pair = (organisations[0][1] if organisations else "", titles[0][1] if titles else "")
        return [pair] if any(pair) else []
    by_group = {group: title for group, title in titles if group}
    loose = [title for group, title in titles if not group or group not in {g for g, _org in organisations}]
    roles: list[tuple[str, str]] = []
    for group, organisation in organisations:
        title = by_group.get(group, "") if group else ""
        roles.append((organisation, title if group in by_group else loose.pop(0) if loose and not group else ""))
    return [*roles, *(("", title) for title in loose)]


def _organisation(prop: Property) -> str:
    return ", ".join(part for part in (clean_line(unescape(p)) for p in split_value(prop.value, ";")) if part)


def _written(prop: Property, text: str) -> Written:
    bounce = prop.parameters.get(BOUNCE_PARAMETER, [""])[0]
    return Written(
        text,
        next(
            (USAGE_WORDS[kind] for kind in ("cell", "mobile", "home", "other", "work") if kind in prop.types()),
            Usage.WORK,
        ),
        prop.has(PUBLIC_PARAMETER),
        prop.has(BLOCKED_PARAMETER),
        BounceState(bounce) if bounce in tuple(BounceState) else BounceState.NONE,
    )


def _phone(prop: Property) -> str:
    value = _plain(prop)
    if not value.lower().startswith("tel:"):
        return value
    number, *parameters = unquote(value[4:]).split(";")
    extension = next((p[4:] for p in parameters if p.lower().startswith("ext=")), "")
    return f"{number} ext. {extension}" if extension else number


def _plain(prop: Property) -> str:
    return unescape(prop.value).strip()


def _joined(part: str) -> str:
    return " ".join(unescape(piece) for piece in split_value(part, ","))


def _lists(properties: Iterable[Property]) -> list[str]:
    return [unescape(piece).strip() for prop in properties for piece in split_value(prop.value, ",") if piece.strip()]


def _by_preference(properties: Iterable[Property]) -> list[Property]:
    return sorted(properties, key=Property.preference)


def _is_group(card: Card) -> bool:
    kind = card.text("KIND") or card.text("X-ADDRESSBOOKSERVER-KIND")
    return fold(kind) == "group"


def _members(found: Iterable[Card]) -> dict[str, list[str]]:
    """Names of groups by the bare UID of their members."""
    members: dict[str, list[str]] = {}
    for card in found:
        if _is_group(card) and card.text("FN"):
            for prop in (*card.all("MEMBER"), *card.all("X-ADDRESSBOOKSERVER-MEMBER")):
                members.setdefault(bare_uid(_plain(prop)), []).append(card.text("FN"))
    return members
