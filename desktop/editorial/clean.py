r"""Cleaning of text from outside: what nobody can see and nobody meant goes, everything else stays.

Policy: characters are composed (NFC); control and invisible formatting characters and soft hyphens go; every kind
of line break becomes ``\n``; a no-break space stays where it does its work (beside a digit, inside guillemets,
before French punctuation) and is an ordinary space elsewhere; runs of spaces become one. Nothing that could be
the author's wording is touched: a broken ``Pro- Tempore`` stays as it is for a person to see.
"""

from __future__ import annotations

import re
import unicodedata

from desktop.domain.richtext import RichText, Run, merge_runs

_LINE_BREAKS = dict.fromkeys(map(ord, "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\r"), "\n")
_SPACES = dict.fromkeys([ord("\t"), 0x1680, *range(0x2000, 0x200B), 0x205F, 0x3000], " ")
_INVISIBLE = dict.fromkeys(
    [
        *(c for c in range(0x20) if chr(c) not in "\t\n\r\x0b\x0c\x1c\x1d\x1e"),
        *(c for c in range(0x7F, 0xA0) if c != 0x85),
        *(0x00AD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xFFFC),
        *range(0x202A, 0x202F),
        *range(0x2061, 0x206A),
        *range(0xFFF9, 0xFFFC),
    ]
)
_SURROGATES = re.compile("[\ud800-\udfff]")
#: Joiners do nothing beside a Latin letter or a space; they hold emoji and other scripts together elsewhere.
_LATIN_JOINERS = re.compile("(?<=[\x00-\u024f])[\u200c\u200d]+|^[\u200c\u200d]+")
_LOOSE_NO_BREAK = re.compile("(?<![\\d«‹#§])[\u00a0\u202f](?![\\d»›:;!?%])")
_SPACE_RUNS = re.compile(" {2,}")
_TABLE = {**_LINE_BREAKS, **_SPACES, **_INVISIBLE}


def clean(text: str) -> str:
    r"""The text without invisible debris; line breaks are ``\n``. Linear in the text's length."""
    text = text.replace("\r\n", "\n").translate(_TABLE)
    if not text.isascii():
        text = _SURROGATES.sub("\ufffd", text)
        text = _LATIN_JOINERS.sub("", text)
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        text = _LOOSE_NO_BREAK.sub(" ", text)
    return _SPACE_RUNS.sub(" ", text)


def clean_rich(rich: RichText) -> RichText:
    """The same for text with marks; marks stay on what they covered."""
    if not rich.marks:
        cleaned = clean(rich.text)
        return rich if cleaned == rich.text else RichText.plain(cleaned)
    if clean(rich.text) == rich.text:
        return rich
    runs: list[Run] = []
    for run in rich.runs():
        text = clean(run.text)
        if text.startswith(" ") and runs and runs[-1].text.endswith(" "):
            text = text[1:]
        if text:
            runs.append(Run(text, run.marks))
    return merge_runs(runs)
