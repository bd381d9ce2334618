"""People, the outlets they work for, and the lists that get a release."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Usage(StrEnum):
    """What an address or a phone is for."""

    WORK = "work"
    MOBILE = "mobile"
    HOME = "home"
    OTHER = "other"


class Gender(StrEnum):
    """The grammatical gender a person wants to be addressed in."""

    UNKNOWN = ""
    FEMININE = "f"
    MASCULINE = "m"
    NEUTRAL = "n"


class BounceState(StrEnum):
    """What mail servers said of an address."""

    NONE = ""
    SOFT = "soft"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class EmailAddress:
    """One e-mail address of a person or an outlet; its own marks survive the person's.

    ``bounced_at`` and ``bounce_reason`` say when and why a mail server refused it last.
    """

    address: str
    usage: Usage = Usage.WORK
    is_public: bool = False
    is_do_not_contact: bool = False
    bounce: BounceState = BounceState.NONE
    bounced_at: datetime | None = None
    bounce_reason: str = ""


@dataclass(frozen=True, slots=True)
class Phone:
    """One phone number: E.164 (``+50622125327``), or as written where it is not a valid number."""

    number: str
    usage: Usage = Usage.WORK
    extension: str = ""
    is_public: bool = False
    is_do_not_contact: bool = False


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, a broadcaster, an agency, an office."""

    id: str
    name: str
    kind: str = ""
    country: str = ""
    city: str = ""
    language: str = ""
    website: str = ""
    emails: tuple[EmailAddress, ...] = ()
    phones: tuple[Phone, ...] = ()
    notes: str = ""
    rev: int = 0


@dataclass(frozen=True, slots=True)
class Role:
    """What a person does, or did, at an outlet. ``outlet_name`` is read along with it and not stored twice."""

    outlet_id: str
    outlet_name: str = ""
    title: str = ""
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """On what ground a person is kept and written to: the basis, where it comes from, since when, until when."""

    basis: str
    source: str = ""
    given_on: date | None = None
    withdrawn_on: date | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class EmbargoAgreement:
    """That a person agreed to hold texts back until the hour: since when, for how long, and where it says so."""

    agreed_on: date
    until_on: date | None = None
    source: str = ""
    notes: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the agreement is in force on a day; its last day counts."""
        return self.agreed_on <= day and (self.until_on is None or day <= self.until_on)


@dataclass(frozen=True, slots=True)
class Contact:
    """A person of the directory.

    ``languages`` are BCP 47 tags in the person's order of preference; ``country`` is ISO 3166-1 alpha-2;
    ``form_of_address`` what stands before the name (``Dr.``, ``Sra.``); ``source_id`` the id the person had in
    the file it was imported from.
    """

    id: str
    given_name: str = ""
    family_name: str = ""
    form_of_address: str = ""
    gender: Gender = Gender.UNKNOWN
    languages: tuple[str, ...] = ()
    emails: tuple[EmailAddress, ...] = ()
    phones: tuple[Phone, ...] = ()
    roles: tuple[Role, ...] = ()
    tags: tuple[str, ...] = ()
    beats: tuple[str, ...] = ()
    country: str = ""
    city: str = ""
    time_zone: str = ""
    notes: str = ""
    is_do_not_contact: bool = False
    consents: tuple[Consent, ...] = ()
    embargo_agreements: tuple[EmbargoAgreement, ...] = ()
    source_id: str = ""
    created_at: datetime | None = None
    updated_at: datetime | None = None
    rev: int = 0

    @property
    def name(self) -> str:
        """Given name and family name; the first address where there is no name."""
        full = " ".join(part for part in (self.given_name, self.family_name) if part)
        return full or (self.emails[0].address if self.emails else "")

    @property
    def email(self) -> str:
        """The first address that may be used, or the empty string."""
        return next((e.address for e in self.emails if not e.is_do_not_contact), "")

    @property
    def phone(self) -> str:
        """The first phone number, or the empty string."""
        return self.phones[0].number if self.phones else ""

    @property
    def organisation(self) -> str:
        """The outlet of the first role, or the empty string."""
        return self.roles[0].outlet_name if self.roles else ""


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A row of the contact list: enough to show, without loading the card."""

    id: str
    name: str
    organisation: str
    email: str
    phone: str
    languages: str
    country: str
    tags: str


@dataclass(frozen=True, slots=True)
class ContactQuery:
    """What a contact list asks for: words (every one must begin a word of a field), a tag, a media list.

    ``order`` is one of ``name``, ``organisation``, ``country``, ``email``, ``updated``.
    """

    text: str = ""
    tag: str = ""
    list_id: str = ""
    order: str = "name"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ContactClues:
    """What many rows of a file know people by, to ask the directory for all of them at once."""

    addresses: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    source_ids: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MediaList:
    """A list of people, in no particular order.

    On it are those put on it by hand, those for whom the conditions ``where`` hold (the text form of
    ``desktop.contacts.lists``; empty for none) and those of the lists ``includes``, without those kept off it by hand
    and those of the lists ``excludes`` (ids). ``size`` is read along with a list that has none of these, and is -1
    for any other: counting it means asking the whole directory.
    """

    id: str
    name: str
    notes: str = ""
    size: int = 0
    rev: int = 0
    where: str = ""
    includes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()

    @property
    def is_fixed(self) -> bool:
        """Whether only people put on it by hand are on it."""
        return not (self.where or self.includes or self.excludes)
