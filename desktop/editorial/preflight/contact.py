"""A journalist knows whom to call."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.document import BlockKind
from desktop.editorial.preflight.reason import Material, Reason, Severity
from desktop.i18n import _


def check(material: Material) -> Iterator[Reason]:
    """No contact in the text."""
    document = material.document
    if any(block.text.text.strip() for block in document.of_kind(BlockKind.CONTACT)):
        return
    last = document.blocks[-1].id if document.blocks else ""
    yield Reason("contact", _("There is no contact for journalists."), Severity.WARNS, block_id=last)
