"""Names of exported files: safe on every system, the same for the same release, with a warning in front."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from desktop.i18n import in_document

if TYPE_CHECKING:
    from desktop.publishing.page import Imprint

LONGEST_TITLE = 70
_FOLDED = str.maketrans({
    "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
    "ð": "d", "þ": "th", "ı": "i", "’": "", "'": "",
})  # fmt: skip


def slug(text: str, longest: int = LONGEST_TITLE) -> str:
    """The text in small ASCII letters, digits and hyphens, cut between words; may be empty."""
    folded = unicodedata.normalize("NFKD", text.translate(_FOLDED)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", folded.lower())
    result = ""
    for word in words:
        longer = f"{result}-{word}" if result else word[:longest]
        if len(longer) > longest:
            break
        result = longer
    return result


def export_name(title: str, language: str, suffix: str, imprint: Imprint, *, variant: str = "") -> str:
    """``DRAFT-EMBARGO-2026-06-26-1400-title-of-the-release-es.docx``: warnings in the release's language.

    The embargo's hour is the local one of its zone. ``variant`` (``bilingual``) stands before the language.
    """
    parts: list[str] = []
    if not imprint.is_approved:
        parts.append(slug(in_document(language, "DRAFT")).upper())
    if imprint.embargo_at is not None and imprint.is_embargoed:
        from desktop.publishing.dates import local_moment  # noqa: PLC0415 - lazy: Babel

        local = local_moment(imprint.embargo_at, imprint.embargo_zone)
        parts += [slug(in_document(language, "EMBARGO")).upper(), f"{local:%Y-%m-%d-%H%M}"]
    parts += [slug(title) or "release", variant, slug(language, 20)]
    return "-".join(part for part in parts if part) + suffix
