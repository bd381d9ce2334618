"""Looking at an earlier release before a new one is made from it: what may change, what is renewed, what is dropped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.contact import ContactQuery
from desktop.domain.document import Block, Document
from desktop.domain.errors import NotFoundError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Release, ReleaseStatus, Version, VersionRole
from desktop.domain.richtext import MarkKind, RichText
from desktop.editorial.boilerplate import drawn_text, missing_text
from desktop.editorial.contact_block import drawn_contact, missing_contact
from desktop.editorial.reuse.answers import main_mentions
from desktop.editorial.reuse.finding import find_gaps
from desktop.editorial.reuse.found import FoundGap, Known
from desktop.editorial.reuse.people import capital_runs
from desktop.i18n import _
from desktop.services.releases import OpenRelease, open_release
from desktop.services.resolving import CONTACT_ATTR, reference_of
from desktop.services.tools import Tools

#: As many capital runs of a text as the directory is asked about, and as many people of one name.
_ASKED, _NAMESAKES = 120, 5


class Renewal(StrEnum):
    """What today's directory or library made of a block."""

    SAME = "same"
    RENEWED = "renewed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class RenewedBlock:
    """A block drawn from the directory or the library. ``sentence`` tells what came of it."""

    block_id: str
    renewal: Renewal
    text: RichText
    sentence: str


@dataclass(frozen=True, slots=True)
class ReusePlan:
    """An earlier release, read for reuse. Nothing is stored.

    ``document``: its text with contacts and boilerplate as of today. ``gaps``: every mention; :attr:`asked` has one
    a group. ``dropped``: sentences about what a new release does not take along. ``languages``: of its translations.
    """

    release: Release
    document: Document
    gaps: tuple[FoundGap, ...]
    renewed: tuple[RenewedBlock, ...]
    dropped: tuple[str, ...]
    languages: tuple[str, ...]
    text_hash: str

    @property
    def asked(self) -> tuple[FoundGap, ...]:
        """What a person is asked about: one gap a group, its fullest mention, in the order of the text."""
        return main_mentions(self.gaps)

    def mentions(self, group: str) -> tuple[FoundGap, ...]:
        """Everything of one group, in the order of the text."""
        return tuple(gap for gap in self.gaps if gap.group == group)


def plan_reuse(uow: UnitOfWork, tools: Tools, release_id: str) -> ReusePlan:
    """What of a release the next one may say otherwise. Raises NotFoundError."""
    opened = open_release(uow, release_id)
    today = uow.clock.now().astimezone().date()
    renewed = tuple(
        made for block in opened.document if (made := _renewed(uow, block, opened.document.language, today))
    )
    texts = {each.block_id: each.text for each in renewed}
    document = opened.document.with_blocks(
        Block(b.id, b.kind, texts[b.id], b.attrs) if b.id in texts else b for b in opened.document.blocks
    )
    gaps = find_gaps(
        document,
        gazetteer=tools.gazetteer,
        today=today,
        known=_known(uow, document),
        skipped=[each.block_id for each in renewed],
    )
    targets = tuple(v.language for v in opened.versions if v.role is VersionRole.TARGET)
    return ReusePlan(
        opened.release, document, gaps, renewed, _dropped(uow, opened), targets, opened.document.content_hash()
    )


def _known(uow: UnitOfWork, document: Document) -> Known:
    """People and outlets of the directory that the text names; asks for what is written, whatever the directory's size."""
    names = tuple(dict.fromkeys(name for block in document for name in capital_runs(block.text.text)))[:_ASKED]
    people: list[str] = []
    organisations: list[str] = []
    for name in names:
        rows = uow.contacts.rows(uow.contacts.ids(ContactQuery(name))[:_NAMESAKES])
        people += [row.name for row in rows if row.name in name]
        outlet = uow.contacts.outlet_named(name)
        if outlet is not None:
            organisations.append(name)
    return Known(tuple(dict.fromkeys(people)), tuple(dict.fromkeys(organisations)))


def _renewed(uow: UnitOfWork, block: Block, language: str, today: date) -> RenewedBlock | None:
    reference = reference_of(block)
    if reference is None:
        return None
    name, key = reference
    text = _contact(uow, key, language) if name == CONTACT_ATTR else _boilerplate(uow, key, language, today)
    if text is None:
        return None
    if text.marks_of(MarkKind.PLACEHOLDER):
        return RenewedBlock(block.id, Renewal.OPEN, text, _gone_sentence(block, text))
    if text.text == block.text.text:
        return RenewedBlock(block.id, Renewal.SAME, text, _("Still as the directory or the library has it."))
    sentence = (
        _("The contact is drawn anew from today’s directory.")
        if name == CONTACT_ATTR
        else _("The boilerplate is today’s text from the library.")
    )
    return RenewedBlock(block.id, Renewal.RENEWED, text, sentence)


def _contact(uow: UnitOfWork, contact_id: str, language: str) -> RichText:
    try:
        return drawn_contact(uow.contacts.get(contact_id), language)
    except NotFoundError:
        return missing_contact(language)


def _boilerplate(uow: UnitOfWork, boilerplate_id: str, language: str, today: date) -> RichText | None:
    try:
        return drawn_text(uow.boilerplates.get(boilerplate_id), language, today)
    except NotFoundError:
        return missing_text(language)


def _gone_sentence(block: Block, text: RichText) -> str:
    words = " ".join(block.text.text.split())
    short = words if len(words) <= 60 else f"{words[:59]}…"
    return _("“{old}” cannot be used any more: {reason}.").format(old=short, reason=text.text.strip("[] "))


def _dropped(uow: UnitOfWork, opened: OpenRelease) -> tuple[str, ...]:
    """What a new release must not take along, one sentence each."""
    release = opened.release
    found = []
    if release.embargo_at is not None:
        at = release.embargo_at.strftime("%Y-%m-%d %H:%M UTC")
        found.append(_("The embargo ({when}) is not taken along.").format(when=at))
    if release.number:
        found.append(_("The number {number} stays with the earlier release.").format(number=release.number))
    if release.status is not ReleaseStatus.DRAFT:
        found.append(_("The new release is a draft again."))
    if any(_is_signed(uow, version) for version in opened.versions):
        found.append(_("The approvals stay with the earlier release: the new text needs its own."))
    return tuple(found)


def _is_signed(uow: UnitOfWork, version: Version) -> bool:
    return bool(uow.releases.approvals(version.id))
