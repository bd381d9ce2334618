"""Pairs of sentences as a TMX 1.4 file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from desktop import __version__


def tmx_of(pairs: Iterable[tuple[str, str]], source_language: str, target_language: str, *, now: datetime) -> str:
    """A TMX 1.4 document: one unit a pair, in order; ``now`` in UTC."""
    stamp = f"{now:%Y%m%dT%H%M%SZ}"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<tmx version="1.4">',
        (
            f'  <header creationtool="Comunicado" creationtoolversion="{__version__}" segtype="sentence"'
            f' o-tmf="Comunicado" adminlang="en" srclang={quoteattr(source_language)} datatype="plaintext"'
            f' creationdate="{stamp}"/>'
        ),
        "  <body>",
    ]
    for source, target in pairs:
        lines += [
            f'    <tu creationdate="{stamp}">',
            f"      <tuv xml:lang={quoteattr(source_language)}><seg>{_clean(source)}</seg></tuv>",
            f"      <tuv xml:lang={quoteattr(target_language)}><seg>{_clean(target)}</seg></tuv>",
            "    </tu>",
        ]
    return "\n".join([*lines, "  </body>", "</tmx>", ""])


def _clean(text: str) -> str:
    """Escaped, without the characters that XML 1.0 does not allow."""
    return escape(
        "".join(
            c for c in text if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff" and not "\ud800" <= c <= "\udfff")
        )
    )
