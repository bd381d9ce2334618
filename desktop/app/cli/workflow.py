"""``comunicado release approve`` and ``release status``."""

from __future__ import annotations

import argparse
from typing import Any

from desktop.app.cli.output import emit
from desktop.editorial.preflight.reason import Reason
from desktop.i18n import _
from desktop.services.preflight import Readiness
from desktop.storage.workspace import Workspace


def approve(workspace: Workspace, given: argparse.Namespace) -> None:
    """Sign a version; refuses with everything that blocks."""
    from desktop.services.approving import approve as sign
    from desktop.services.releases import version_of

    with workspace.unit_of_work() as unit:
        version = version_of(unit, given.id, given.language)
        approval = sign(unit, version.id, approver=given.by, note=given.note).value
        version = unit.releases.version(version.id)
        release = unit.releases.get(version.release_id)
    value = {
        "id": release.id,
        "status": release.status.value,
        "language": version.language,
        "state": version.status.value,
        "approver": approval.approver,
        "approved_at": approval.approved_at.isoformat(),
        "content_hash": approval.content_hash,
        "own_text": approval.is_own_text,
        "note": approval.note,
    }

    def lines() -> list[str]:
        words = _("{language} approved by {name}").format(language=version.language, name=approval.approver)
        return [words, *([_("The approver wrote in this text last.")] if approval.is_own_text else [])]

    emit(given.json, value, lines)


def status(workspace: Workspace, given: argparse.Namespace) -> None:
    """Where each version stands, and everything in its way."""
    from desktop.services.preflight import readiness_of_release

    with workspace.unit_of_work() as unit:
        found = readiness_of_release(unit, given.id)
    release = found[0].release
    value = {
        "id": release.id,
        "title": release.title,
        "status": release.status.value,
        "versions": [_readiness_json(each) for each in found],
    }

    def lines() -> list[str]:
        result = [f"{release.id}  {release.title}  {release.status.value}"]
        for each in found:
            approval = each.signature.approval
            signed = f"{each.signature.kind.value} {approval.approver}" if approval else each.signature.kind.value
            result += ["", f"[{each.version.language}] {each.version.status.value}  {signed}"]
            result += [f"  {reason.severity.value:<7} {reason.rule:<13} {reason.sentence}" for reason in each.reasons]
        return result

    emit(given.json, value, lines)


def _readiness_json(found: Readiness) -> dict[str, Any]:
    approval = found.signature.approval
    return {
        "language": found.version.language,
        "state": found.version.status.value,
        "assignee": found.version.assignee,
        "note": found.version.note,
        "approval": found.signature.kind.value,
        "approver": approval.approver if approval else None,
        "reasons": [_reason_json(reason) for reason in found.reasons],
    }


def _reason_json(reason: Reason) -> dict[str, Any]:
    return {
        "rule": reason.rule,
        "severity": reason.severity.value,
        "before": reason.gate.value,
        "message": reason.sentence,
        "block": reason.block_id,
        "segment": reason.segment_id,
    }
