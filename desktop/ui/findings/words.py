"""How findings are told: icons, colours and short words. Never by colour alone."""

from __future__ import annotations

from desktop.domain.finding import Finding, Fix, Severity
from desktop.i18n import _, ngettext

#: Per severity: the icon and the colour token that go with it.
LOOKS = {
    Severity.PROBLEM: ("warning-circle", "problem"),
    Severity.WARNING: ("warning", "stale"),
    Severity.SUGGESTION: ("lightbulb", "info"),
}
_SHORT = 28


def severity_in_words(severity: Severity, count: int) -> str:
    """``2 problems``."""
    if severity is Severity.PROBLEM:
        words = ngettext("{count} problem", "{count} problems", count)
    elif severity is Severity.WARNING:
        words = ngettext("{count} warning", "{count} warnings", count)
    else:
        words = ngettext("{count} suggestion", "{count} suggestions", count)
    return words.format(count=count)


def fix_in_words(fix: Fix) -> str:
    """What a fix's button says."""
    if len(fix.edits) > 1:
        return _("Change all of it")
    edit = fix.edits[0]
    words = edit.text.replace("\u00a0", " ").strip()
    if not words:
        return _("Put a space there") if edit.text else _("Remove it")
    if len(words) > _SHORT:
        return _("Put in the right text")
    return _("Write “{words}”").format(words=words)


def row_in_words(finding: Finding) -> str:
    """A row of the list: what was found, and what is said about it."""
    found = " ".join(finding.found.split())
    if not found or len(found) > _SHORT or found in finding.message:
        return finding.message
    return _("{found}: {message}").format(found=found, message=finding.message)
