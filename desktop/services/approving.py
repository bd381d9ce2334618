"""Signing a version, and taking the signature away."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.domain.changes import REVISION, Change, ChangeSet, Outcome
from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Approval, Version
from desktop.editorial.preflight.reason import Gate, Reason
from desktop.editorial.workflow import WITHDRAWN, Step, after
from desktop.i18n import _
from desktop.services.language_words import inside, named
from desktop.services.preflight import NotReadyError, readiness, things_block
from desktop.services.signing import SignedText, text_to_sign
from desktop.services.steps import Move, refuse_unless_allowed, take


@dataclass(frozen=True, slots=True)
class Signing:
    """Who might sign a version. ``last_author`` wrote in it last; ``names`` are all names seen here."""

    suggested: str
    last_author: str
    names: tuple[str, ...]

    def is_own_text(self, approver: str) -> bool:
        """Whether somebody would sign what he or she wrote last."""
        return bool(self.last_author) and approver.strip().casefold() == self.last_author.casefold()


def signing_of(uow: UnitOfWork, version_id: str) -> Signing:
    """Suggest somebody else than who wrote last: the reviewer, the person here, the release's owner."""
    version = uow.releases.version(version_id)
    last = uow.planning.last_author(version_id)
    candidates = (version.assignee, uow.author, uow.releases.get(version.release_id).owner)
    others = [name for name in candidates if name and name.casefold() != last.casefold()]
    return Signing(others[0] if others else "", last, uow.planning.names())


def approve(
    uow: UnitOfWork, version_id: str, *, approver: str, note: str = "", seen_hash: str = ""
) -> Outcome[Approval]:
    """Sign exactly the text of now, and keep it unchangeably.

    Raises BadInputError without a name or from a state where it is not possible, NotReadyError with everything that
    blocks, ConflictError where ``seen_hash`` (the text that the approver looked at) is not the text of now.
    """
    name = " ".join(approver.split())
    if not name:
        raise BadInputError(_("An approval needs the approver's name."), kept=_("Nothing was changed."))
    version = uow.releases.version(version_id)
    refuse_unless_allowed(Step.APPROVE, version)
    seen = readiness(uow, version_id)
    _refuse_unready(version, seen.blocking(Gate.APPROVAL))
    signed = text_to_sign(uow, version_id)
    if seen_hash and signed.content_hash != seen_hash:
        raise ConflictError(
            _("The text was changed while you were reading it."),
            kept=_("It was not approved."),
            advice=_("Read it again, then approve it."),
        )
    approval, changes = _sign(uow, version_id, signed, name, note.strip())
    moved = replace(version, status=after(Step.APPROVE, seen.release, approval.approved_at), assignee="", note="")
    taken = take(
        uow,
        Step.APPROVE,
        [Move(version, moved)],
        _("Approve {language}").format(language=inside(version.language)),
        note=f"{name}: {approval.note}" if approval.note else name,
        undo_also=lambda unit: unit.releases.void_approval(approval.id, unit.clock.now(), WITHDRAWN),
        redo_also=lambda unit: _revive(unit, approval),
    )
    return Outcome(approval, changes | taken.changes, taken.inverse)


def _refuse_unready(version: Version, blocked: tuple[Reason, ...]) -> None:
    if blocked:
        raise NotReadyError(
            _("{language} cannot be approved yet: {count}.").format(
                language=named(version.language), count=things_block(len(blocked))
            ),
            blocked,
            kept=_("Nothing was changed."),
        )


def _sign(uow: UnitOfWork, version_id: str, signed: SignedText, name: str, note: str) -> tuple[Approval, ChangeSet]:
    """Keep the text unchangeably and put a signature on it."""
    label = _("approved by {name}").format(name=name)
    kept = uow.revisions.add(version_id, signed.document, label=label, author=uow.author)
    approval = Approval(
        id=uow.ids.new(),
        version_id=version_id,
        content_hash=signed.content_hash,
        approver=name,
        approved_at=uow.clock.now(),
        note=note,
        facts=signed.facts,
        revision_id=(kept or uow.revisions.headers(version_id)[0]).id,
        is_own_text=signing_of(uow, version_id).is_own_text(name),
    )
    uow.releases.put_approval(approval)
    return approval, ChangeSet.of(Change(REVISION, kept.id, version_id)) if kept else ChangeSet()


def withdraw_approval(uow: UnitOfWork, version_id: str, *, note: str = "") -> Outcome[None]:
    """Take the signature away; the version is in review again. Undo gives it back while the text is the same."""
    version = uow.releases.version(version_id)
    refuse_unless_allowed(Step.WITHDRAW_APPROVAL, version)
    approval = uow.releases.approvals(version_id)[0]
    uow.releases.void_approval(approval.id, uow.clock.now(), WITHDRAWN)
    release = uow.releases.get(version.release_id)
    status = after(Step.WITHDRAW_APPROVAL, release, uow.clock.now())
    moved = replace(version, status=status, note=note.strip(), assignee=approval.approver)
    taken = take(
        uow,
        Step.WITHDRAW_APPROVAL,
        [Move(version, moved)],
        _("Withdraw approval"),
        note=note,
        undo_also=lambda unit: _revive(unit, approval),
        redo_also=lambda unit: unit.releases.void_approval(approval.id, unit.clock.now(), WITHDRAWN),
    )
    return Outcome(None, taken.changes, taken.inverse)


def _revive(uow: UnitOfWork, approval: Approval) -> None:
    """Give a signature back that was taken away by a deed; never one that a change of the text made worthless."""
    now = text_to_sign(uow, approval.version_id)
    if (now.content_hash, now.facts) != (approval.content_hash, approval.facts):
        raise ConflictError(
            _("The text was changed since; the approval does not come back."), advice=_("Read it again and approve it.")
        )
    uow.releases.void_approval(approval.id, None, "")
