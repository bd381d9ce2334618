"""No stopgap goes out: XYZ, TBC, lorem ipsum, an empty pair of brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.domain.richtext import MarkKind
from desktop.editorial.preflight.reason import Material, Reason
from desktop.i18n import _

_STOPGAP = re.compile(
    r"\bXYZ\b|\bX{2,}\b(?![IVXLCDM])|\bT\.?B\.?[CDA]\b\.?|\bP\.?D\.?C\b\.?|\b[Ll]orem\s+[Ii]psum\b|\b[Ll]orem\b"
    r"|\[[\s._…x?-]*\]|\?{3,}|_{3,}|\bTODO\b|\bFIXME\b"
)
#: Roman numerals that people write: XX Cumbre, siglo XX.
_ROMAN = re.compile(r"X{2,3}")


def check(material: Material) -> Iterator[Reason]:
    """Each stopgap outside the gaps and the words for a missing sentence, which are told elsewhere."""
    for block in material.document:
        text = block.text.text
        marked = [m for m in block.text.marks if m.kind in (MarkKind.PLACEHOLDER, MarkKind.PROTECTED)]
        for found in _STOPGAP.finditer(text):
            start, end = found.span()
            if _ROMAN.fullmatch(found.group()) or any(m.start < end and start < m.end for m in marked):
                continue
            sentence = _("“{text}” still stands in the text.").format(text=found.group())
            yield Reason("placeholders", sentence, block_id=block.id, start=start, end=end)
