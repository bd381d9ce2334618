"""What leaves for translation elsewhere, and what such a file says when it comes back.

A segment keeps its id in every format. Beside it stands a *base*: a fingerprint of the translation as it was handed
out, so that a file alone tells what was changed there, and the workspace what was changed here meanwhile.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, unquote

from desktop.domain.document import BlockKind
from desktop.domain.richtext import EMPTY, MarkKind, RichText
from desktop.domain.segment import SegmentState

_DIGITS = 6
_STATES = {state.value[0]: state for state in SegmentState}
_BASE = re.compile(rf"[0-9a-f]{{{_DIGITS}}}[{''.join(_STATES)}]")
#: What no XML 1.0 file can hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a segment, with who wrote it."""

    author: str
    text: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """An earlier translation of a like sentence; ``quality`` in per cent, ``origin`` says where it is from."""

    source: str
    target: str
    quality: int
    origin: str = ""


@dataclass(frozen=True, slots=True)
class HandedSegment:
    """One sentence on its way out. ``is_fixed``: drawn from the library or the directory, nobody translates it.

    ``is_stale``: its source changed since the translation was made; ``was`` is the source that it was made from.
    """

    id: str
    block_id: str
    kind: BlockKind
    number: int
    source: RichText
    target: RichText = EMPTY
    state: SegmentState = SegmentState.UNTRANSLATED
    base: str = ""
    is_stale: bool = False
    was: str = ""
    is_fixed: bool = False
    notes: tuple[Note, ...] = ()
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Handed:
    """One translation of a release on its way out; segments in the text's order."""

    release_id: str
    version_id: str
    title: str
    source_language: str
    target_language: str
    segments: tuple[HandedSegment, ...]


@dataclass(frozen=True, slots=True)
class ReturnedSegment:
    """One sentence as a file says it.

    ``target`` is ``None`` where the file has none; ``state`` where it says none. ``before`` is the target without the
    tracked edits, where there are any, and ``editors`` who made them. ``unknown`` names inline codes that
    could not be understood. ``parts``: the pieces that another program cut the sentence into. ``is_fixed``: not
    to be translated.
    """

    id: str
    source: RichText
    target: RichText | None = None
    state: SegmentState | None = None
    base: str = ""
    notes: tuple[Note, ...] = ()
    matches: tuple[Match, ...] = ()
    before: RichText | None = None
    editors: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    parts: tuple[ReturnedSegment, ...] = ()
    is_fixed: bool = False


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came back. Languages are tags as the file says them, empty where it does not."""

    name: str
    source_language: str
    target_language: str
    segments: tuple[ReturnedSegment, ...]
    release_id: str = ""
    version_id: str = ""


def base_of(target: RichText, state: SegmentState) -> str:
    """The fingerprint of a translation: six hex digits of its words and marks, and the state's first letter."""
    content = json.dumps(target.strip().to_json(), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(content.encode("ascii")).hexdigest()[:_DIGITS] + state.value[0]


def is_base(text: str) -> bool:
    """Whether a string from a file is shaped like a fingerprint."""
    return _BASE.fullmatch(text) is not None


def base_state(base: str) -> SegmentState | None:
    """The state in a fingerprint."""
    return _STATES[base[-1]] if is_base(base) else None


def same_words(base: str, target: RichText) -> bool:
    """Whether a translation is, word for word and mark for mark, the one of a fingerprint."""
    return base[:_DIGITS] == base_of(target, SegmentState.DRAFT)[:_DIGITS]


def token_of(kind: MarkKind, value: str) -> str:
    """A mark as a word of ASCII letters, digits and ``=.-_~%``: fits into an attribute or a style's name."""
    return f"{kind.value}={quote(value, safe='', errors='surrogatepass')}" if value else kind.value


def read_token(token: str) -> tuple[MarkKind, str] | None:
    """The inverse of :func:`token_of`; ``None`` for a foreign word."""
    name, _, value = token.partition("=")
    try:
        return MarkKind(name), unquote(value, errors="surrogatepass")
    except ValueError:
        return None


def escaped(text: str) -> str:
    """The text with what XML cannot hold as ``_xHHHH_``, the way Office files write it."""
    return _UNWRITABLE.sub(lambda found: f"_x{ord(found.group()):04X}_", text)


def unescaped(text: str) -> str:
    """The inverse of :func:`escaped`."""
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text)
