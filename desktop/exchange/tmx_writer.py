"""TMX 1.4b, level 2, unit by unit into a stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import lru_cache
from typing import BinaryIO

from desktop import __version__
from desktop.domain.unit import TranslationUnit
from desktop.exchange.tmx_inline import plain, quoted, write_inline

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="Comunicado" creationtoolversion="{version}" segtype="sentence" o-tmf="Comunicado" adminlang="en" \
srclang="{source}" datatype="unknown"/>
<body>
"""
_FOOT = "</body>\n</tmx>\n"
_TOGETHER = 500


def write_tmx(
    stream: BinaryIO,
    units: Iterable[TranslationUnit],
    *,
    source_language: str = "",
    told: Callable[[int], None] | None = None,
) -> int:
    """Write a whole file; answers how many units. ``source_language`` is the one of all units, ``*all*`` without.

    ``told`` is called now and then with how many units were written.
    """
    stream.write(_HEAD.format(version=quoted(__version__), source=quoted(source_language) or "*all*").encode())
    count = 0
    waiting: list[str] = []
    for unit in units:
        waiting.append(_unit(unit))
        count += 1
        if len(waiting) == _TOGETHER:
            stream.write("".join(waiting).encode())
            waiting.clear()
            if told is not None:
                told(count)
    stream.write("".join([*waiting, _FOOT]).encode())
    return count


def _unit(unit: TranslationUnit) -> str:
    facts = [f' tuid="{quoted(unit.id)}"'] if unit.id else []
    if unit.created_at is not None:
        facts.append(f' creationdate="{_moment(unit.created_at)}"')
    if unit.changed_at is not None:
        facts.append(f' changedate="{_moment(unit.changed_at)}"')
    if unit.author:
        facts.append(f' changeid="{_tag(unit.author)}"')
    # The source is named at each unit: a memory may hold units of both directions.
    return (
        f'<tu srclang="{_tag(unit.source_language)}"{"".join(facts)}>'
        f"{_note(unit)}{_properties(unit)}"
        f'<tuv xml:lang="{_tag(unit.source_language)}"><seg>{write_inline(unit.source)}</seg></tuv>'
        f'<tuv xml:lang="{_tag(unit.target_language)}"><seg>{write_inline(unit.target)}</seg></tuv></tu>\n'
    )


def _note(unit: TranslationUnit) -> str:
    return f"<note>{plain(unit.note)}</note>" if unit.note else ""


def _properties(unit: TranslationUnit) -> str:
    known = [
        ("prev", unit.previous),
        ("next", unit.next),
        ("x-origin", unit.origin.value),
        ("x-release", unit.release_id or None),
        ("x-lineage", unit.lineage or None),
        ("x-segment", unit.segment_id or None),
        *unit.properties,
    ]
    return "".join(
        f'<prop type="{_tag(kind)}">{plain(value)}</prop>' for kind, value in known if value is not None and kind
    )


@lru_cache(maxsize=1024)
def _moment(at: datetime) -> str:
    return at.strftime("%Y%m%dT%H%M%SZ")


_tag = lru_cache(maxsize=1024)(quoted)
