"""Signatures: exactly which text would leave, and what the newest signature on it is worth.

A signature holds for the text whose hash it carries and for nothing else. The change that makes it worthless marks it
in the same transaction (:func:`void_changed`), so that putting the old words back does not revive it: only a person
signs. What is signed besides the text (type, number, embargo) is compared as it is stored, not as a catalogue words it:
a better translation of "EMBARGOED until" in a later program must not void an office's approvals.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from desktop.domain.changes import RELEASE, VERSION, Change, ChangeSet
from desktop.domain.document import Document
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Approval, Release, StatusChange, Version, VersionRole
from desktop.editorial.preflight.reason import Signature, SignatureKind
from desktop.editorial.workflow import SIGNED, WITHDRAWN, Step, after, release_status
from desktop.i18n import _, ngettext
from desktop.translation.assembly import assemble


@dataclass(frozen=True, slots=True)
class SignedText:
    """Exactly what would leave: the document with everything resolved, and the facts printed around it."""

    document: Document
    facts: str

    @property
    def content_hash(self) -> str:
        """The document's hash; the facts are compared beside it."""
        return self.document.content_hash()


def text_to_sign(uow: UnitOfWork, version_id: str) -> SignedText:
    """The text of a version as it would leave now; raises NotFoundError."""
    version = uow.releases.version(version_id)
    release = uow.releases.get(version.release_id)
    return SignedText(leaving_document(uow, version), facts_of(release))


def leaving_document(uow: UnitOfWork, version: Version) -> Document:
    """A version's document with its standing texts and contacts put in: what exports, hashes and approvals take."""
    if version.role is VersionRole.SOURCE:
        return uow.documents.load(version.id)
    source = uow.documents.load(uow.releases.versions(version.release_id)[0].id)
    segments = uow.segments.of_version(version.id)
    return assemble(source, segments, version_id=version.id, language=version.language)


def facts_of(release: Release) -> str:
    """What is printed around the text, as canonical JSON."""
    facts = {
        "embargo_at": release.embargo_at.isoformat() if release.embargo_at else "",
        "embargo_zone": release.embargo_zone if release.embargo_at else "",
        "number": release.number,
        "type": release.type,
    }
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def signature_state(uow: UnitOfWork, version_id: str) -> Signature:
    """What the newest signature of a version is worth for the text of now. Reads only."""
    version = uow.releases.version(version_id)
    found = uow.releases.approvals(version_id)
    if not found:
        return Signature(SignatureKind.NONE)
    newest = found[0]
    if newest.voided_at is not None:
        is_withdrawn = newest.void_reason == WITHDRAWN
        return Signature(SignatureKind.NONE if is_withdrawn else SignatureKind.VOID, newest, _told(newest.void_reason))
    reason = _difference(newest, text_to_sign(uow, version_id))
    if reason:
        return Signature(SignatureKind.VOID, newest, _told(reason))
    stale = sum(segment.is_stale for segment in uow.segments.of_version(version_id)) if _is_target(version) else 0
    if stale:
        words = ngettext("{count} sentence is stale.", "{count} sentences are stale.", stale).format(count=stale)
        return Signature(SignatureKind.STALE, newest, words)
    return Signature(SignatureKind.VALID, newest)


#: Why a signature is worth nothing; stored, told by :func:`_told`.
TEXT, EMBARGO, FACTS = "text", "embargo", "facts"


def _told(reason: str) -> str:
    return {
        TEXT: _("the text was changed afterwards."),
        EMBARGO: _("the embargo was changed afterwards."),
        FACTS: _("the type or the number was changed afterwards."),
        WITHDRAWN: _("the approver withdrew it."),
    }.get(reason, reason)


def _is_target(version: Version) -> bool:
    return version.role is VersionRole.TARGET


def _difference(approval: Approval, now: SignedText) -> str:
    if approval.content_hash != now.content_hash:
        return TEXT
    if not approval.facts or approval.facts == now.facts:
        return ""
    before, after_ = json.loads(approval.facts), json.loads(now.facts)
    is_embargo = any(before.get(name) != after_[name] for name in ("embargo_at", "embargo_zone"))
    return EMBARGO if is_embargo else FACTS


def void_changed(uow: UnitOfWork, release_id: str) -> ChangeSet:
    """Mark every signature of a release that is no longer on the text of now; names the versions.

    Belongs into every transaction that may change what leaves. Without a living signature it is one small query.
    """
    result = ChangeSet()
    for approval in uow.releases.living_approvals(release_id):
        reason = _difference(approval, text_to_sign(uow, approval.version_id))
        if not reason:
            continue
        now = uow.clock.now()
        uow.releases.void_approval(approval.id, now, reason)
        version = uow.releases.version(approval.version_id)
        if version.status in SIGNED:
            release = uow.releases.get(release_id)
            moved = replace(version, status=after(Step.VOID, release, now), note=version.note)
            uow.releases.put_version(moved)
            log_step(uow, Step.VOID, version, moved, note=approval.approver)
        result |= ChangeSet.of(Change(VERSION, version.id, release_id), Change(RELEASE, release_id))
    if result:
        settle_release(uow, release_id)
    return result


def log_step(uow: UnitOfWork, step: Step, before: Version, now: Version, *, note: str = "") -> None:
    """Append a step to the log."""
    uow.planning.add_step(
        StatusChange(
            id=uow.ids.new(),
            release_id=before.release_id,
            version_id=before.id,
            deed=step.value,
            from_status=before.status,
            to_status=now.status,
            author=uow.author,
            at=uow.clock.now(),
            note=note,
        )
    )


def settle_release(uow: UnitOfWork, release_id: str) -> Release:
    """Bring a release's status and its hour of leaving up to its versions'."""
    release = uow.releases.get(release_id)
    versions = uow.releases.versions(release_id)
    hours = [version.released_at for version in versions if version.released_at is not None]
    settled = replace(
        release,
        status=release_status(version.status for version in versions),
        released_at=min(hours) if hours else None,
    )
    return release if settled == release else uow.releases.put(settled)
