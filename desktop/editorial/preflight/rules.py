"""The rules, in the order in which their reasons are shown; a line each."""

from __future__ import annotations

from desktop.editorial.preflight import (
    approval,
    boilerplate,
    comments,
    contact,
    dateline,
    embargo,
    gaps,
    headline,
    images,
    languages,
    placeholders,
    stale,
    suggestions,
    unconfirmed,
)
from desktop.editorial.preflight.reason import Gate, Material, Reason, Rule, Severity

RULES: tuple[Rule, ...] = (
    headline.check,
    stale.check,
    unconfirmed.check,
    gaps.check,
    placeholders.check,
    suggestions.check,
    comments.check,
    boilerplate.check,
    embargo.check,
    approval.check,
    dateline.check,
    contact.check,
    images.check,
    languages.check,
)


def look_over(material: Material) -> tuple[Reason, ...]:
    """Everything in the way of a version: what blocks first, then what deserves a look."""
    found = [reason for rule in RULES for reason in rule(material)]
    return tuple(sorted(found, key=lambda reason: reason.severity is not Severity.BLOCKS))


def blocking(reasons: tuple[Reason, ...], gate: Gate) -> tuple[Reason, ...]:
    """What stops a version at a gate. Whatever stops the signature also stops the leaving."""
    gates = {Gate.APPROVAL} if gate is Gate.APPROVAL else {Gate.APPROVAL, Gate.LEAVING}
    return tuple(reason for reason in reasons if reason.severity is Severity.BLOCKS and reason.gate in gates)
