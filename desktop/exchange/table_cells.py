"""What each cell of a contact table puts into the draft of a person, by the column's field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from desktop.contacts.emails import split_addresses
from desktop.contacts.names import fold
from desktop.domain.contact import Consent, Gender, Usage
from desktop.exchange.contact_cells import CONSENT, YES, read_agreement, read_bounces, read_consent, unpack
from desktop.exchange.contact_draft import ContactDraft
from desktop.exchange.contact_written import Written, is_fax, take_words, usage_of, written_date
from desktop.i18n import _

GENDERS = {
    "f": Gender.FEMININE, "female": Gender.FEMININE, "feminine": Gender.FEMININE, "femenino": Gender.FEMININE,
    "mujer": Gender.FEMININE, "feminin": Gender.FEMININE, "femme": Gender.FEMININE, "m": Gender.MASCULINE,
    "male": Gender.MASCULINE, "masculine": Gender.MASCULINE, "masculino": Gender.MASCULINE, "hombre": Gender.MASCULINE,
    "masculin": Gender.MASCULINE, "homme": Gender.MASCULINE, "h": Gender.MASCULINE, "n": Gender.NEUTRAL,
    "neutral": Gender.NEUTRAL, "neutro": Gender.NEUTRAL, "neutre": Gender.NEUTRAL, "o": Gender.NEUTRAL,
}  # fmt: skip
#: Groups that Google makes for itself.
SYSTEM_GROUPS = frozenset({"mycontacts", "my contacts", "starred", "starred in android", "other contacts"})


def split_cell(cell: str) -> list[str]:
    r"""The values of a cell: cut at ``;`` or line breaks, at commas where there is neither; ``\`` protects a mark."""
    if not re.search(r"[\\;,\n]", cell):
        stripped = cell.strip()
        return [stripped] if stripped else []
    separators = ";\n" if re.search(r"[;\n]", re.sub(r"\\.", "", cell)) else ","
    values = [""]
    characters = iter(cell)
    for character in characters:
        if character == "\\":
            following = next(characters, "")
            values[-1] += following if following in ";,:*\\" else f"\\{following}"
        elif character in separators:
            values.append("")
        else:
            values[-1] += character
    return [value.strip() for value in values if value.strip()]


def take_address(draft: ContactDraft, cell: str, usage: Usage, label: str) -> None:
    """E-mail addresses; ``label`` is the cell that says what for, empty where there is none."""
    usage = usage_of(label, usage) if label else usage
    for piece in _pieces(cell, r"[;|\n]|,(?![^()]*\))"):
        item = take_words(Written(piece))
        if item.usage is Usage.WORK:
            item = replace(item, usage=usage)
        draft.emails.extend(replace(item, text=text) for text in split_addresses(item.text))


def take_phone(draft: ContactDraft, cell: str, usage: Usage, label: str) -> None:
    """Phone numbers; one that a label calls a fax goes into the notes."""
    if label and is_fax(label):
        draft.notes.append(_("{field}: {value}").format(field=" ".join(label.split()), value=cell))
        return
    usage = usage_of(label, usage) if label else usage
    for piece in _phone_pieces(cell):
        draft.phones.append(take_words(Written(piece, usage)))


def _pieces(cell: str, separators: str) -> list[str]:
    parts = cell.split(":::") if ":::" in cell else [cell]
    return [piece.strip() for part in parts for piece in re.split(separators, part) if piece.strip()]


def _phone_pieces(cell: str) -> list[str]:
    found: list[str] = []
    for piece in _pieces(cell, r"[;|\n]"):
        if "/" not in piece and "," not in piece:
            found.append(piece)
            continue
        parts = re.split(r"\s*[/,]\s*(?![^()]*\))", piece)
        whole = all(len(re.sub(r"\D", "", part)) >= 7 for part in parts)
        found.extend(parts if whole else [piece])
    return found


Taker = Callable[[ContactDraft, str], None]


def _joined(name: str) -> Taker:
    """A text field; several columns of one field (two surnames) are joined."""

    def take(draft: ContactDraft, cell: str) -> None:
        setattr(draft, name, f"{getattr(draft, name)} {cell}".strip())

    return take


def _first(name: str) -> Taker:
    """A text field; of several columns the first that says anything."""

    def take(draft: ContactDraft, cell: str) -> None:
        if not getattr(draft, name):
            setattr(draft, name, cell.strip())

    return take


def _several(name: str) -> Taker:
    def take(draft: ContactDraft, cell: str) -> None:
        getattr(draft, name).extend(split_cell(cell))

    return take


def _groups(cell: str) -> list[str]:
    # Google writes "* myContacts ::: Prensa"; the starred ones are its own.
    cells = [part.strip() for part in cell.split(":::")] if ":::" in cell or cell.startswith("* ") else [cell]
    found = [value for part in cells if not part.startswith("* ") for value in split_cell(part)]
    return [value for value in found if fold(value) not in SYSTEM_GROUPS]


def _take_tags(draft: ContactDraft, cell: str) -> None:
    draft.tags.extend(_groups(cell))


def _take_groups(draft: ContactDraft, cell: str) -> None:
    groups = _groups(cell)
    draft.tags.extend(groups)
    draft.lists.extend(groups)


def _take_languages(draft: ContactDraft, cell: str) -> None:
    for value in split_cell(cell):
        draft.languages.extend(part for part in re.split(r"\s*[/|]\s*|\s+(?:y|e|and|et|&)\s+", value) if part)


def _take_notes(draft: ContactDraft, cell: str) -> None:
    draft.notes.append(cell)


def _take_gender(draft: ContactDraft, cell: str) -> None:
    draft.gender = GENDERS.get(fold(cell).strip("."), draft.gender)


def _take_blocked(draft: ContactDraft, cell: str) -> None:
    draft.is_do_not_contact = draft.is_do_not_contact or fold(cell) in YES


def _take_consents(draft: ContactDraft, cell: str) -> None:
    draft.consents.extend(consent for consent in map(read_consent, unpack(cell)) if consent)


def _take_consent_source(draft: ContactDraft, cell: str) -> None:
    first = draft.consents[0] if draft.consents else Consent(CONSENT)
    draft.consents[:1] = [replace(first, source=" ".join(cell.split()))]


def _take_consent_day(draft: ContactDraft, cell: str) -> None:
    day = written_date(cell)
    if day is None:
        _not_a_day(draft, _("Consent"), cell)
        return
    first = draft.consents[0] if draft.consents else Consent(CONSENT)
    draft.consents[:1] = [replace(first, given_on=day)]


def _take_agreements(draft: ContactDraft, cell: str) -> None:
    for parts in unpack(cell):
        agreement = read_agreement(parts)
        if agreement:
            draft.embargo_agreements.append(agreement)
        else:
            _not_a_day(draft, _("Embargo agreement"), " | ".join(parts))


def _take_bounces(draft: ContactDraft, cell: str) -> None:
    draft.bounces |= read_bounces(cell)


def _not_a_day(draft: ContactDraft, label: str, cell: str) -> None:
    text = " ".join(cell.split())
    draft.notes.append(_("{field}: {value}").format(field=label, value=text))
    draft.warnings.append(
        _("{field} “{value}” is not a day; it was put into the notes.").format(field=label, value=text)
    )


#: Field → what a cell of it does. Addresses, phones and roles are taken by the table itself.
TAKERS: Mapping[str, Taker] = {
    "name": _joined("full_name"),
    "given_name": _joined("given_name"),
    "family_name": _joined("family_name"),
    "form_of_address": _first("form_of_address"),
    "country": _first("country"),
    "city": _first("city"),
    "languages": _take_languages,
    "tags": _take_tags,
    "groups": _take_groups,
    "lists": _several("lists"),
    "beats": _several("beats"),
    "notes": _take_notes,
    "source_id": _first("source_id"),
    "time_zone": _first("time_zone"),
    "gender": _take_gender,
    "do_not_contact": _take_blocked,
    "consents": _take_consents,
    "consent_source": _take_consent_source,
    "consent_on": _take_consent_day,
    "embargo_agreements": _take_agreements,
    "bounces": _take_bounces,
}
ADDRESSES = {"email": Usage.WORK, "home_email": Usage.HOME}
PHONES = {"phone": Usage.WORK, "mobile": Usage.MOBILE, "home_phone": Usage.HOME, "other_phone": Usage.OTHER}
ROLE_FIELDS = ("organisation", "title", "role_from", "role_to")
