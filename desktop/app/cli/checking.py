"""``comunicado release check``."""

from __future__ import annotations

import argparse
from typing import Any

from desktop.app import wiring
from desktop.app.cli.output import emit
from desktop.domain.finding import Finding
from desktop.i18n import _
from desktop.storage.workspace import Workspace


def check(workspace: Workspace, given: argparse.Namespace) -> None:
    """What there is to put right in one version. That something was found is no failure of the command."""
    from desktop.services.checking import check_release
    from desktop.services.languages import language_tag
    from desktop.services.releases import version_of
    from desktop.services.spelling import spelling_check

    language = language_tag(given.language) if given.language else ""
    with workspace.unit_of_work() as unit:
        tools = wiring.make_tools(words=wiring.words_path())
        release = unit.releases.get(given.id)
        version = version_of(unit, release.id, language or release.source_language)
        more = (spelling_check(unit, tools, version.id),)
        checked = check_release(unit, tools, release.id, version.language, more=more)
    value = {
        "id": checked.version.release_id,
        "language": checked.version.language,
        "findings": [finding_json(each) for each in checked.findings],
        "dismissed": len(checked.dismissed),
    }

    def lines() -> list[str]:
        if not checked.findings:
            return [_("Nothing was found.")]
        places = {block.id: number for number, block in enumerate(checked.document, 1)}
        return [
            f"{places.get(each.block_id, 0)}:{each.start}-{each.end}  {each.severity.value}  {each.check}  {each.message}"
            for each in checked.findings
        ]

    emit(given.json, value, lines)


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding as the command line prints it: ``span`` in code points of the block, half-open."""
    fix = None
    if finding.fix is not None:
        edits = [{"block": e.block_id, "span": [e.start, e.end], "text": e.text} for e in finding.fix.edits]
        fix = {"replacement": finding.fix.text, "edits": edits}
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "block": finding.block_id,
        "span": [finding.start, finding.end],
        "text": finding.found,
        "message": finding.message,
        "fix": fix,
    }
