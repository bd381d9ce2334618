"""vCard 2.1, 3.0 and 4.0 into contacts, one card at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from desktop.contacts.emails import email_key
from desktop.contacts.names import fold
from desktop.domain.contact import Gender, Usage
from desktop.exchange.contact_cells import read_agreement, read_bounce, read_consent
from desktop.exchange.contact_decoding import accented_words
from desktop.exchange.contact_draft import ContactDraft, WrittenRole, clean_line, judge
from desktop.exchange.contact_members import Members
from desktop.exchange.contact_written import NO_BOUNCE, USAGE_WORDS, Bounce, Written, usage_of, written_date
from desktop.exchange.decoding import Decoded, replaced_warning
from desktop.exchange.read_contacts import ReadContact, ReadContacts, groups_of
from desktop.exchange.read_file import clean_text, read_bytes, refuse
from desktop.exchange.table_cells import GENDERS, SYSTEM_GROUPS
from desktop.exchange.vcard_lines import Card, Property, cards, decode_cards, split_value, unescape
from desktop.i18n import _, ngettext

MAX_MEGABYTES = 100
MAX_CARDS = 200_000
_GENDERS = {"F": Gender.FEMININE, "M": Gender.MASCULINE, "O": Gender.NEUTRAL, "N": Gender.NEUTRAL}
#: What says in our own cards what vCard has no word for.
PRODUCT = "-//Comunicado//Contacts//EN"
BEATS, BLOCKED = "X-COMUNICADO-BEATS", "X-COMUNICADO-DO-NOT-CONTACT"
ROLE_FROM, ROLE_TO = "X-COMUNICADO-ROLE-FROM", "X-COMUNICADO-ROLE-TO"
CONSENT, EMBARGO, BOUNCE = "X-COMUNICADO-CONSENT", "X-COMUNICADO-EMBARGO", "X-COMUNICADO-BOUNCE"
LANGUAGES, GENDER = "X-COMUNICADO-LANGUAGES", "X-GENDER"
PUBLIC_PARAMETER, BLOCKED_PARAMETER, BOUNCE_PARAMETER = "X-PUBLIC", "X-DO-NOT-CONTACT", "X-BOUNCE"


def read_vcard(path: Path, *, region: str = "", encoding: str = "") -> ReadContacts:
    """The cards of a file, numbered from 1; raises BadInputError where there is none.

    A card that cannot be used costs only itself: it comes back with a reason. Categories are tags and lists, groups
    are lists; a group itself is no contact. Members who are not in the file are told in ``outside``.
    """
    decoded = decode_cards(read_bytes(path, max_megabytes=MAX_MEGABYTES), path.name, encoding)
    found = list(cards(clean_text(decoded.text)))
    if not found:
        raise refuse(_("“{name}” holds no vCard.").format(name=path.name), _("Check that it is the right file."))
    if len(found) > MAX_CARDS:
        raise refuse(
            _("“{name}” has more than {count} cards.").format(name=path.name, count=MAX_CARDS),
            _("Split it into several files."),
        )
    members = _members(found)
    rows = [_read_card(card, number, members, region) for number, card in enumerate(found, 1) if not _is_group(card)]
    return _whole(found, rows, members, decoded)


def _whole(found: list[Card], rows: list[ReadContact], members: Members, decoded: Decoded) -> ReadContacts:
    groups = [clean_line(card.text("FN") or card.text("N")) for card in found if _is_group(card)]
    names = (prop.value for card in found[:2000] for name in ("FN", "N", "ORG") for prop in card.all(name))
    return ReadContacts(
        tuple(rows),
        groups_of(rows, groups),
        decoded.encoding,
        warnings=replaced_warning(decoded),
        samples=accented_words(names),
        outside=members.outside(),
    )


def _read_card(card: Card, number: int, members: Members, region: str) -> ReadContact:
    if not card.is_closed:
        return ReadContact(number, None, reason=_("The card is not complete: its end is missing."))
    draft = ContactDraft(source_id=bare_uid(card.text("UID")), roles=_roles(card))
    _take_name(card, draft)
    _take_reach(card, draft)
    draft.languages = [_plain(prop) for prop in _by_preference(card.all("LANG"))] or _lists(card.all(LANGUAGES))
    _take_groups(card, draft, members)
    draft.beats = _lists(card.all(BEATS))
    draft.notes += [unescape(prop.value) for prop in card.all("NOTE")]
    draft.gender = _GENDERS.get(card.text("GENDER")[:1].upper(), GENDERS.get(fold(card.text(GENDER)), Gender.UNKNOWN))
    draft.time_zone = next((zone for prop in card.all("TZ") if "/" in (zone := _plain(prop))), "")
    draft.is_do_not_contact = card.text(BLOCKED) == "1"
    draft.consents = [c for prop in card.all(CONSENT) if (c := read_consent([*_parts(prop), ""]))]
    draft.embargo_agreements = [a for prop in card.all(EMBARGO) if (a := read_agreement(_parts(prop)))]
    for prop in _by_preference(card.all("ADR")):
        parts = [clean_line(_joined(part)) for part in split_value(prop.value, ";")] + [""] * 7
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
    is_company = card.text("KIND").lower() in ("org", "location") or card.text("X-ABSHOWAS").upper() == "COMPANY"
    for prop in card.all("N")[:1]:
        parts = [clean_line(_joined(part)) for part in split_value(prop.value, ";")] + [""] * 5
        draft.family_name = clean_line(f"{parts[0]} {parts[4]}")
        draft.given_name = clean_line(f"{parts[1]} {parts[2]}")
        draft.form_of_address = parts[3]
    if draft.given_name or draft.family_name:
        return
    # Where there is no name, FN repeats the address, the phone or the organisation: RFC 6350 wants it filled.
    others = {clean_line(_plain(prop)) for name in ("EMAIL", "TEL", "ORG") for prop in card.all(name)}
    others |= {clean_line(_phone(prop)) for prop in card.all("TEL")} | {role.organisation for role in draft.roles}
    if is_company:
        draft.roles = draft.roles or [WrittenRole(full)]
    elif full not in others:
        draft.full_name = full or clean_line(card.text("NICKNAME"))


def _take_reach(card: Card, draft: ContactDraft) -> None:
    """Addresses and phones with their labels (Apple writes them as properties of the same group)."""
    labels = {prop.group: _plain(prop) for prop in card.all("X-ABLABEL") if prop.group}
    for prop in _by_preference(card.all("EMAIL")):
        draft.emails.append(_written(prop, _plain(prop), labels))
    for prop in _by_preference(card.all("TEL")):
        kinds = prop.types()
        if kinds & {"fax", "pager", "modem", "bbs", "isdn", "telex"} and not kinds & {"voice", "cell"}:
            draft.notes.append(_("{field}: {value}").format(field=_("Fax"), value=_phone(prop)))
        else:
            draft.phones.append(_written(prop, _phone(prop), labels))
    groups = {prop.group: prop for prop in card.all(BOUNCE) if prop.group}
    for prop in card.all("EMAIL"):
        if prop.group in groups:
            draft.bounces[email_key(_plain(prop))] = read_bounce(_parts(groups[prop.group]))


def _take_groups(card: Card, draft: ContactDraft, members: Members) -> None:
    """Categories are lists too, but for our own cards, whose lists are groups."""
    categories = [name for name in _lists(card.all("CATEGORIES")) if fold(name) not in SYSTEM_GROUPS]
    draft.tags = categories
    keys = [draft.source_id, *(email_key(item.text) for item in draft.emails)]
    draft.lists = members.lists_of(*(key for key in keys if key))
    if card.text("PRODID") != PRODUCT:
        draft.lists += categories


def _roles(card: Card) -> list[WrittenRole]:
    """Organisations with the title of the same group; a lone ORG and a lone TITLE belong together."""
    organisations = [(prop.group, _organisation(prop)) for prop in card.all("ORG")]
    titles = [(prop.group, _plain(prop)) for prop in (card.all("TITLE") or card.all("ROLE"))]
    since = {prop.group: written_date(_plain(prop)) for prop in card.all(ROLE_FROM)}
    until = {prop.group: written_date(_plain(prop)) for prop in card.all(ROLE_TO)}
    if len(organisations) <= 1 and len(titles) <= 1:
        group = organisations[0][0] if organisations else ""
        pair = (organisations[0][1] if organisations else "", titles[0][1] if titles else "")
        return [WrittenRole(*pair, since.get(group), until.get(group))] if any(pair) else []
    by_group = {group: title for group, title in titles if group}
    loose = [title for group, title in titles if not group or group not in {g for g, _org in organisations}]
    roles: list[WrittenRole] = []
    for group, organisation in organisations:
        title = by_group.get(group, "") if group else ""
        title = title if group in by_group else loose.pop(0) if loose and not group else ""
        roles.append(WrittenRole(organisation, title, since.get(group), until.get(group)))
    return [*roles, *(WrittenRole("", title) for title in loose)]


def _organisation(prop: Property) -> str:
    return ", ".join(part for part in (clean_line(unescape(p)) for p in split_value(prop.value, ";")) if part)


def _written(prop: Property, text: str, labels: dict[str, str]) -> Written:
    kinds = prop.types()
    known = next(
        (USAGE_WORDS[kind] for kind in ("cell", "mobile", "iphone", "home", "other", "work") if kind in kinds), None
    )
    bounce = prop.parameters.get(BOUNCE_PARAMETER, [""])[0]
    return Written(
        text,
        known or usage_of(labels.get(prop.group, ""), Usage.WORK),
        prop.has(PUBLIC_PARAMETER),
        prop.has(BLOCKED_PARAMETER),
        Bounce(read_bounce([bounce]).state) if bounce else NO_BOUNCE,
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


def _parts(prop: Property) -> list[str]:
    return [unescape(part).strip() for part in split_value(prop.value, ";")]


def _joined(part: str) -> str:
    return " ".join(unescape(piece) for piece in split_value(part, ","))


def _lists(properties: Iterable[Property]) -> list[str]:
    return [unescape(piece).strip() for prop in properties for piece in split_value(prop.value, ",") if piece.strip()]


def _by_preference(properties: Iterable[Property]) -> list[Property]:
    return sorted(properties, key=Property.preference)


def _is_group(card: Card) -> bool:
    kind = card.text("KIND") or card.text("X-ADDRESSBOOKSERVER-KIND")
    return fold(kind) == "group"


def _members(found: Iterable[Card]) -> Members:
    """The lists of a file, their members by bare UID or by address."""
    members = Members()
    for card in found:
        if _is_group(card):
            name = clean_line(card.text("FN") or card.text("N").strip(";"))
            for prop in (*card.all("MEMBER"), *card.all("X-ADDRESSBOOKSERVER-MEMBER")):
                reference = bare_uid(_plain(prop))
                is_address = reference.lower().startswith("mailto:")
                members.add(name, email_key(reference[7:]) if is_address else reference)
    return members
