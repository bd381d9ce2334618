"""Where a version stands, in one sentence; what each step is called on its button."""

from __future__ import annotations

from desktop.domain.release import ReleaseStatus, Version
from desktop.editorial.preflight.reason import Signature, SignatureKind
from desktop.editorial.workflow import Step
from desktop.i18n import _
from desktop.ui.widgets.language_words import language_inside
from desktop.ui.widgets.when import day_and_time


def step_label(step: Step, language: str) -> str:
    """The verb on a step's button."""
    name = language_inside(language)
    return {
        Step.SUBMIT: _("Send for review"),
        Step.SEND_BACK: _("Send back"),
        Step.APPROVE: _("Approve {language}").format(language=name),
        Step.WITHDRAW_APPROVAL: _("Withdraw approval"),
        Step.RELEASE: _("Mark as released"),
        Step.CORRECT: _("Make a correction"),
        Step.WITHDRAW: _("Withdraw release"),
    }[step]


STEP_ICONS = {
    Step.SUBMIT: "paper-plane-tilt",
    Step.SEND_BACK: "arrow-u-up-left",
    Step.APPROVE: "circle-wavy-check",
    Step.WITHDRAW_APPROVAL: "arrow-counter-clockwise",
    Step.RELEASE: "megaphone-simple",
    Step.CORRECT: "arrows-clockwise",
    Step.WITHDRAW: "prohibit",
}


def standing(version: Version, signature: Signature) -> str:
    """Where a version stands and with whom, as a sentence."""
    match version.status:
        case ReleaseStatus.DRAFT:
            words = _("A draft, with {name}.").format(name=version.assignee) if version.assignee else _("A draft.")
        case ReleaseStatus.IN_REVIEW if version.assignee:
            words = _("In review by {name}.").format(name=version.assignee)
        case ReleaseStatus.IN_REVIEW:
            words = _("In review.")
        case ReleaseStatus.CORRECTED:
            words = _("A correction went out.")
        case ReleaseStatus.WITHDRAWN:
            words = _("Withdrawn: not to be used any more.")
        case ReleaseStatus.RELEASED if version.released_at is not None:
            words = _("Released {when}.").format(when=day_and_time(version.released_at))
        case _:
            words = ""
    return " ".join(part for part in (words, signed(signature)) if part)


def signed(signature: Signature) -> str:
    """Who signed when, and what that is worth now."""
    approval = signature.approval
    if approval is None:
        return ""
    when = day_and_time(approval.approved_at)
    if signature.kind is SignatureKind.VALID:
        return _("Approved by {name}, {when}.").format(name=approval.approver, when=when)
    if signature.kind is SignatureKind.STALE:
        return _("Approved by {name}, {when}; since then {reason}").format(
            name=approval.approver, when=when, reason=signature.reason
        )
    return ""  # a void one is told where it blocks
