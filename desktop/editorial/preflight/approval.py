"""Only a signed text leaves, and only exactly the text that was signed."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.release import ReleaseStatus
from desktop.editorial.preflight.reason import Gate, Material, Reason, SignatureKind
from desktop.i18n import _


def check(material: Material) -> Iterator[Reason]:
    """No signature, or one that a later change made worthless."""
    signature = material.signature
    if signature.kind is SignatureKind.VOID and signature.approval is not None:
        name = signature.approval.approver
        if material.version.status is ReleaseStatus.RELEASED:
            sentence = _("The text was changed after it left. Make a correction, or restore the approved version.")
        else:
            sentence = _("The approval by {name} is void: {reason}").format(name=name, reason=signature.reason)
        yield Reason("approval", sentence, gate=Gate.LEAVING, section="sign-off")
    elif signature.kind is SignatureKind.NONE:
        yield Reason("approval", _("Nobody has approved this text yet."), gate=Gate.LEAVING, section="sign-off")
