"""A press release says where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.document import BlockKind
from desktop.editorial.preflight.reason import Material, Reason, Severity
from desktop.i18n import _


def check(material: Material) -> Iterator[Reason]:
    """A press release without a dateline; advisories, statements and notices need none."""
    if material.release.type not in ("press-release", "") or material.release.notice is not None:
        return
    if any(block.text.text.strip() for block in material.document.of_kind(BlockKind.DATELINE)):
        return
    at = next((block.id for block in material.document if block.kind is not BlockKind.HEADLINE), "")
    yield Reason("dateline", _("There is no dateline."), Severity.WARNS, block_id=at)
