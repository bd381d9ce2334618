"""Whoever cannot see a picture is told what is on it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.document import BlockKind
from desktop.editorial.preflight.reason import Material, Reason, Severity, excerpt
from desktop.i18n import _


def check(material: Material) -> Iterator[Reason]:
    """Each image without an alternative text."""
    for block in material.document.of_kind(BlockKind.IMAGE):
        if block.attr("alt").strip():
            continue
        name = excerpt(block.attr("caption") or block.text.text, 40)
        words = _("The image “{name}” has no alternative text.").format(name=name)
        yield Reason(
            "images", words if name else _("An image has no alternative text."), Severity.WARNS, block_id=block.id
        )
