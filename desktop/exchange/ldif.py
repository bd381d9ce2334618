"""LDIF (RFC 2849) as Thunderbird and OpenLDAP write address books, one entry at a time."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop.contacts.emails import email_key
from desktop.contacts.names import fold
from desktop.domain.contact import Usage
from desktop.exchange.contact_decoding import accented_words, decode_contacts
from desktop.exchange.contact_draft import ContactDraft, WrittenRole, clean_line, judge
from desktop.exchange.contact_members import Members
from desktop.exchange.contact_written import Written
from desktop.exchange.decoding import replaced_warning
from desktop.exchange.read_contacts import ReadContact, ReadContacts, groups_of
from desktop.exchange.read_file import clean_text, read_bytes, refuse
from desktop.i18n import _, ngettext

MAX_MEGABYTES = 100
MAX_ENTRIES = 200_000
#: Object classes of what is no person and no list: the tree's branches, accounts of machines.
_BRANCHES = frozenset(
    {"organizationalunit", "dcobject", "domain", "organization", "country", "locality", "applicationprocess", "device"}
)
_GROUPS = frozenset({"groupofnames", "groupofuniquenames", "groupofurls", "posixgroup", "group", "mailgroup"})
_PEOPLE = frozenset({"person", "organizationalperson", "inetorgperson", "mozillaabpersonalpha", "contact", "user"})
_PICTURES = frozenset({"jpegphoto", "photo", "thumbnailphoto", "usercertificate"})
_ATTRIBUTE = re.compile(r"([A-Za-z0-9][A-Za-z0-9.-]*)((?:;[A-Za-z0-9-]+)*)$")
_PHONES = (
    ("telephonenumber", Usage.WORK), ("phone", Usage.WORK), ("mobile", Usage.MOBILE), ("mobiletelephonenumber", Usage.MOBILE),
    ("cellphone", Usage.MOBILE), ("homephone", Usage.HOME), ("hometelephonenumber", Usage.HOME),
)  # fmt: skip
_EMAILS = (
    ("mail", Usage.WORK), ("rfc822mailbox", Usage.WORK), ("mailalternateaddress", Usage.WORK),
    ("mozillasecondemail", Usage.OTHER), ("xmozillasecondemail", Usage.OTHER), ("email", Usage.WORK),
)  # fmt: skip


@dataclass(slots=True)
class Entry:
    """One entry: its attributes by name in small letters, and how many of its lines were unreadable."""

    dn: str = ""
    values: dict[str, list[str]] = field(default_factory=dict)
    bad_lines: int = 0

    def all(self, *names: str) -> list[str]:
        """All values of these attributes that are not empty, in order of the names."""
        return [value for name in names for value in self.values.get(name, ()) if value.strip()]

    def text(self, *names: str) -> str:
        """The first value of these attributes, or nothing."""
        return next(iter(self.all(*names)), "")

    @property
    def classes(self) -> frozenset[str]:
        """Its object classes in small letters."""
        return frozenset(value.strip().lower() for value in self.values.get("objectclass", ()))

    @property
    def is_group(self) -> bool:
        """Whether it is a list of others."""
        return bool(self.classes & _GROUPS) and not self.classes & _PEOPLE

    @property
    def is_branch(self) -> bool:
        """Whether it is neither a person nor a list."""
        return bool(self.classes & _BRANCHES) and not self.classes & _PEOPLE and not self.all("mail")


def read_ldif(path: Path, *, region: str = "", encoding: str = "") -> ReadContacts:
    """The people of a file, numbered from 1; raises BadInputError where there is none. Groups become lists."""
    decoded = decode_contacts(read_bytes(path, max_megabytes=MAX_MEGABYTES), path.name, encoding)
    found = list(entries(clean_text(decoded.text)))
    if not any(entry.dn or entry.all("cn", "mail", "sn") for entry in found):
        raise refuse(_("“{name}” holds no LDIF entry.").format(name=path.name), _("Check that it is the right file."))
    if len(found) > MAX_ENTRIES:
        raise refuse(
            _("“{name}” has more than {count} entries.").format(name=path.name, count=MAX_ENTRIES),
            _("Split it into several files."),
        )
    members = Members()
    for entry in found:
        if entry.is_group:
            name = clean_line(entry.text("cn", "displayname", "ou") or _first_of(entry.dn))
            for reference in entry.all(
                "member", "uniquemember", "memberuid", "mgrprfc822mailmember", "rfc822mailmember"
            ):
                members.add(name, _reference(reference))
    rows = [
        _read(entry, number, region, members)
        for number, entry in enumerate(found, start=1)
        if not entry.is_group and not entry.is_branch
    ]
    names = [clean_line(entry.text("cn", "displayname", "ou")) for entry in found if entry.is_group]
    return ReadContacts(
        tuple(rows),
        groups_of(rows, names),
        decoded.encoding,
        warnings=replaced_warning(decoded),
        samples=accented_words(value for entry in found[:2000] for value in entry.all("cn", "sn", "o", "description")),
        outside=members.outside(),
    )


def entries(text: str) -> Iterator[Entry]:
    """The entries of a text; a version line, comments and change records of deletion are passed over."""
    entry = Entry()
    for line in _unfolded(text):
        if not line.strip():
            if entry.values or entry.dn or entry.bad_lines:
                yield entry
            entry = Entry()
            continue
        pair = _pair(line)
        if pair is None:
            entry.bad_lines += 1
            continue
        name, value = pair
        if name == "dn" and (entry.dn or entry.values):
            yield entry  # the blank line between two entries is missing
            entry = Entry()
        if name == "dn":
            entry.dn = value
        elif not (name == "version" and not entry.dn):
            entry.values.setdefault(name, []).append(value)
    if entry.values or entry.dn or entry.bad_lines:
        yield entry


def _unfolded(text: str) -> Iterator[str]:
    held: list[str] = []
    is_comment = False
    for line in text.split("\n"):
        if line[:1] == " " and (held or is_comment):
            if not is_comment:
                held.append(line[1:])
            continue
        if held:
            yield "".join(held)
            held = []
        is_comment = line.startswith("#")
        if is_comment:
            continue
        if line.strip():
            held = [line]
        else:
            yield ""
    if held:
        yield "".join(held)


def _pair(line: str) -> tuple[str, str] | None:
    head, colon, value = line.partition(":")
    match = _ATTRIBUTE.match(head.strip())
    if not colon or match is None:
        return None
    name = match.group(1).lower()
    if value.startswith("<"):
        return name, ""  # a value in another file: we follow no address
    if not value.startswith(":"):
        return name, value.strip()
    decoded = "" if name in _PICTURES else _from_base64(value[1:])
    return None if decoded is None else (name, decoded)


def _from_base64(value: str) -> str | None:
    try:
        raw = base64.b64decode(re.sub(r"\s", "", value), validate=True)
    except (binascii.Error, ValueError):
        return None
    try:
        return clean_text(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return clean_text(raw.decode("cp1252", "replace"))


def _read(entry: Entry, number: int, region: str, members: Members) -> ReadContact:
    if entry.text("changetype").lower() not in ("", "add"):
        return ReadContact(number, None, reason=_("The entry is a change to another entry, not a person."))
    draft = ContactDraft(source_id=entry.text("entryuuid", "uid", "objectguid", "mozillauid"))
    draft.given_name = entry.text("givenname", "gn")
    draft.family_name = " ".join(entry.values.get("sn", entry.values.get("surname", []))[:1])
    draft.full_name = entry.text("displayname", "cn", "commonname", "name") or ""
    _mend_name(draft)
    draft.form_of_address = entry.text("personaltitle", "honorificprefix")
    draft.emails = [Written(value, usage) for name, usage in _EMAILS for value in entry.all(name)]
    draft.phones = [Written(value, usage) for name, usage in _PHONES for value in entry.all(name)]
    organisation = entry.text("o", "organizationname", "company")
    titles = entry.all("title")[:5] or [""]
    draft.roles = [WrittenRole(organisation, title) for title in titles]
    draft.languages = [
        part.partition(";")[0].strip() for value in entry.all("preferredlanguage") for part in value.split(",")
    ]
    draft.city = entry.text("l", "localityname", "mozillahomelocalityname")
    draft.country = entry.text("co", "friendlycountryname", "c", "countryname", "mozillahomecountryname")
    draft.notes = entry.all("description", "comment", "info")
    draft.tags = entry.all("businesscategory")
    draft.lists = members.lists_of(*_keys(entry, draft))
    if entry.bad_lines:
        text = ngettext("{count} line could not be read.", "{count} lines could not be read.", entry.bad_lines)
        draft.warnings.append(text.format(count=entry.bad_lines))
    return judge(draft, number, region)


def _mend_name(draft: ContactDraft) -> None:
    """An ``sn`` that repeats the whole name (it must not be empty) says nothing of the family name."""
    if not draft.given_name and draft.family_name and draft.full_name:
        same = fold(draft.family_name) == fold(draft.full_name)
        if same or fold(draft.family_name) in fold(draft.full_name):
            draft.family_name = ""
    if not draft.given_name and not draft.family_name and "@" in draft.full_name:
        draft.full_name = ""


def _keys(entry: Entry, draft: ContactDraft) -> Iterable[str]:
    yield _reference(entry.dn)
    yield from (email_key(item.text) for item in draft.emails)
    yield from (value.lower() for value in entry.all("uid", "entryuuid"))


def _reference(text: str) -> str:
    """A distinguished name as it compares; where it holds an address (Thunderbird), the address."""
    mail = re.search(r"(?:^|[,+\s])mail=([^,+\s]+)", text, re.IGNORECASE)
    if mail:
        return email_key(mail.group(1))
    return re.sub(r"\s*([,=+])\s*", r"\1", text.strip()).lower()


def _first_of(dn: str) -> str:
    match = re.match(r"\s*[A-Za-z]+\s*=\s*([^,+]+)", dn)
    return match.group(1) if match else ""
