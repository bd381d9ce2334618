"""TMX 1.1 to 1.4b as any program writes it, unit by unit: a file of a million costs no more memory than one.

Neighbours come from the properties of OmegaT (``prev``, ``next``) and memoQ (``x-context-pre``, ``x-context-post``);
other properties are kept as they are. A unit in three languages gives a pair for each two of them where the file says
that any may be the source (``srclang="*all*"``), else the source with each other. Imports lxml late.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any, BinaryIO

from desktop.domain.richtext import RichText
from desktop.domain.unit import TranslationUnit, UnitOrigin
from desktop.exchange.read_file import refuse
from desktop.exchange.tmx_inline import read_inline
from desktop.i18n import _

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PROLOGUE = 1_000_000
_ENTITY = re.compile(r"<!ENTITY|<!DOCTYPE[^>]*\[")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|[0-9]{3}))?(?:[-_].*)?")
_PREVIOUS = frozenset({"prev", "x-context-pre"})
_NEXT = frozenset({"next", "x-context-post"})
_MARKUP = re.compile(r"<[^>]*>")
#: Properties of ours that a unit has fields for.
_OURS = {"x-release": "release_id", "x-lineage": "lineage", "x-segment": "segment_id"}
_ORIGINS = {origin.value: origin for origin in UnitOrigin}
#: How often what was read is told, in units.
_TELL = 2_000


@dataclass
class TmxFile:
    """A TMX file as it is read: iterate it once. ``skipped`` counts the units that could not be used until now.

    ``told`` is called now and then with the share of the file that was read, 0 to 1. ``is_anonymous``: units come
    without the ids and segments that the file names, to be kept as new ones.
    """

    path: Path
    told: Callable[[float], None] = lambda _share: None
    is_anonymous: bool = False
    skipped: int = 0
    is_damaged: bool = False
    header: dict[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[TranslationUnit]:
        """The units in order; raises BadInputError for what is no TMX, or declares entities."""
        name = self.path.name
        try:
            with self.path.open("rb") as stream:
                _look_at(stream, name)
                yield from self._units(stream)
        except (IsADirectoryError, FileNotFoundError, PermissionError) as error:
            raise refuse(
                _("“{name}” could not be read: {reason}.").format(name=name, reason=error.strerror or "")
            ) from error

    def _units(self, stream: BinaryIO) -> Iterator[TranslationUnit]:
        from lxml import etree  # noqa: PLC0415 - lazy: only an import needs it

        size = max(1, self.path.stat().st_size)
        parsing = etree.iterparse(
            stream,
            events=("end",),
            tag=("{*}tu", "{*}header", "{*}body"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            recover=True,
            remove_comments=True,
            remove_pis=True,
        )
        count = 0
        try:
            for _event, element in parsing:
                name = element.tag.rsplit("}", 1)[-1]
                if name == "header":
                    self.header = {str(key): str(value) for key, value in element.attrib.items()}
                elif name == "tu":
                    yield from self._unit(element)
                    count += 1
                    if count % _TELL == 0:
                        self.told(min(1.0, stream.tell() / size))
                    _drop(element)
        except etree.LxmlError:
            self.is_damaged = True
        root = parsing.root
        if root is None or (isinstance(root.tag, str) and root.tag.rsplit("}", 1)[-1].lower() != "tmx"):
            raise _no_tmx(self.path.name)
        if any(entry.level_name == "FATAL" for entry in parsing.error_log):
            self.is_damaged = True
        self.told(1.0)

    def _unit(self, element: Any) -> Iterator[TranslationUnit]:
        try:
            facts, texts = _parts(element)
            unit = _said(element)
            if len(texts) < 2:
                self.skipped += 1
                return
            key = ""
            if self.is_anonymous:
                facts.pop("segment_id", None)
            else:
                key = unit.get("tuid") or ""
            wanted = unit.get("srclang") or self.header.get("srclang") or ""
            for source, target in _pairs(texts, wanted):
                said = _of_variant({**unit, **source[2], **target[2]})
                yield TranslationUnit(key, source[0], target[0], source[1], target[1], **facts, **said)
        except (ValueError, KeyError, TypeError):
            self.skipped += 1


def _pairs(texts: list[tuple[str, RichText, dict[str, str]]], wanted: str) -> Iterable[tuple[Any, Any]]:
    if len(texts) == 2 and wanted and texts[0][0] == tag_of(wanted):  # as nearly every unit is
        return ((texts[0], texts[1]),)
    return _pairs_of_many(texts, wanted)


def _pairs_of_many(texts: list[tuple[str, RichText, dict[str, str]]], wanted: str) -> Iterator[tuple[Any, Any]]:
    if wanted and wanted.lower() != "*all*":
        tag = tag_of(wanted)
        source = next((each for each in texts if each[0] == tag), None) or next(
            (each for each in texts if each[0].split("-")[0] == tag.split("-")[0]), None
        )
        if source is not None:
            yield from ((source, each) for each in texts if each is not source)
            return
    yield from combinations(texts, 2)


def _look_at(stream: BinaryIO, name: str) -> None:
    start = stream.read(_PROLOGUE)
    stream.seek(0)
    # Seen as ASCII; UTF-16 is made visible by taking its NUL bytes out.
    seen = start.replace(b"\0", b"").decode("latin-1")
    root = seen.find("<tmx")
    if _ENTITY.search(seen if root < 0 else seen[:root]):
        raise refuse(
            _("“{name}” declares entities, which no translation memory needs; it was not opened.").format(name=name),
            _("Ask the sender where the file comes from."),
        )
    if "<" not in seen:
        raise _no_tmx(name)


def _no_tmx(name: str) -> Exception:
    return refuse(
        _("“{name}” is no translation memory: it is not TMX.").format(name=name),
        _("Export it as TMX from the program it was made with."),
    )


def _drop(element: Any) -> None:
    """Forget what was read, and what stood before it."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


@lru_cache(maxsize=256)
def _local(tag: Any) -> str:
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


@lru_cache(maxsize=256)
def tag_of(written: str) -> str:
    """A language tag in one way of writing (``EN``, ``en_us`` → ``en``, ``en-US``); empty for what is none."""
    found = _TAG.fullmatch(written.strip())
    if found is None:
        return ""
    language, script, region = (part or "" for part in found.groups())
    return "-".join(part for part in (language.lower(), script.title(), region.upper()) if part)


def _parts(element: Any) -> tuple[dict[str, Any], list[tuple[str, RichText, dict[str, str]]]]:
    """What a unit says of itself, and its texts with their languages; those without a text or a language are left out."""
    facts: dict[str, Any] = {"origin": UnitOrigin.IMPORTED}
    properties: list[tuple[str, str]] = []
    of_variants: list[tuple[str, str]] = []
    notes: list[str] = []
    texts: list[tuple[str, RichText, dict[str, str]]] = []
    for each in element:
        name = _local(each.tag)
        if name == "tuv":
            said = _said(each)
            text = _variant(each, of_variants)
            language = tag_of(said.get(_LANG) or said.get("lang") or "")
            if language and text.text.strip():
                texts.append((language, text, said))
        elif name == "prop":
            _property(each.get("type") or "", each.text or "", facts, properties)
        elif name == "note" and each.text:
            notes.append(each.text)
    if notes:
        facts["note"] = "\n".join(notes)
    if properties or of_variants:
        facts["properties"] = (*properties, *of_variants)
    return facts, texts


def _variant(variant: Any, properties: list[tuple[str, str]]) -> RichText:
    text = RichText()
    for inner in variant:
        name = _local(inner.tag)
        if name == "seg":
            text = read_inline(inner)
        elif name == "prop":
            properties.append((inner.get("type") or "", inner.text or ""))
    return text


def _property(kind: str, text: str, facts: dict[str, Any], properties: list[tuple[str, str]]) -> None:
    if kind in _PREVIOUS or kind in _NEXT:
        facts["previous" if kind in _PREVIOUS else "next"] = _MARKUP.sub("", text) if kind.startswith("x-") else text
    elif kind in _OURS:
        facts[_OURS[kind]] = text
    elif kind == "x-origin":
        facts["origin"] = _ORIGINS.get(text, UnitOrigin.IMPORTED)
    else:
        properties.append((kind, text))


def _said(element: Any) -> dict[str, str]:
    """The attributes that say something."""
    return {name: value for name, value in element.items() if value}


def _of_variant(said: dict[str, str]) -> dict[str, Any]:
    """Author and dates of a pair: what the translation says goes before what its source and the unit say."""
    created = _moment(said.get("creationdate"))
    return {
        "author": said.get("changeid") or said.get("creationid") or "",
        "created_at": created,
        "changed_at": _moment(said.get("changedate")) or created,
    }


@lru_cache(maxsize=1024)
def _moment(written: str | None) -> datetime | None:
    """``20200526T101500Z``; ``None`` for what is no time."""
    if not written:
        return None
    try:
        return datetime(
            int(written[0:4]),
            int(written[4:6]),
            int(written[6:8]),
            int(written[9:11]),
            int(written[11:13]),
            int(written[13:15]),
            tzinfo=UTC,
        )
    except ValueError:
        return None
