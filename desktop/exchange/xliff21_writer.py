"""XLIFF 2.1 (OASIS standard of 2018): a group per block, a unit with one segment per sentence, matches by their module.

Imports lxml at once: import this module lazily.
"""

from __future__ import annotations

from lxml import etree

from desktop.domain.handing import Handed, HandedSegment, Match, Note, escaped
from desktop.domain.richtext import MarkKind, RichText
from desktop.domain.segment import SegmentState
from desktop.exchange.inline_writing import Marked, Numbering, Spelling, fill
from desktop.exchange.safe_xml import Element
from desktop.exchange.xliff_shared import by_block, finished, ours, plain, stale_words, tokens
from desktop.exchange.xliff_words import MATCHES, OURS, PREFIX, TOOL, WRITTEN_21, XLIFF20, XML

_LANG, _SPACE = f"{{{XML}}}lang", f"{{{XML}}}space"
_LOOKS = {
    MarkKind.STRONG: ("fmt", "xlf:b"),
    MarkKind.EMPHASIS: ("fmt", "xlf:i"),
    MarkKind.LINK: ("link", f"{PREFIX}link"),
}
_STALE = f"{PREFIX}stale"


def write_xliff21(handed: Handed) -> bytes:
    """The finished file; the same material gives the same bytes. Pure: for the pool."""
    root = etree.Element(
        f"{{{XLIFF20}}}xliff",
        {"version": "2.1", "srcLang": handed.source_language, "trgLang": handed.target_language, _SPACE: "preserve"},
        {None: XLIFF20, "mtc": MATCHES, "c": OURS},
    )
    file = _under(
        root,
        "file",
        {
            "id": "f1",
            "original": plain(handed.title) or "release",
            "canResegment": "no",
            ours("release"): handed.release_id,
            ours("version"): handed.version_id,
        },
    )
    for first, segments in by_block(handed.segments):
        group = _under(file, "group", {"id": f"block-{first.block_id}", "type": f"{PREFIX}{first.kind.value}"})
        for segment in segments:
            group.append(_unit(segment, handed.target_language))
    return finished(root)


def _under(parent: Element, name: str, attributes: dict[str, str] | None = None) -> Element:
    return etree.SubElement(parent, f"{{{XLIFF20}}}{name}", attributes or {})


def _unit(segment: HandedSegment, language: str) -> Element:
    unit = etree.Element(f"{{{XLIFF20}}}unit", {"id": segment.id, "canResegment": "no"})
    if segment.is_fixed:
        unit.set("translate", "no")
    else:
        unit.set(ours("base"), segment.base)
    if segment.matches:
        matches = etree.SubElement(unit, f"{{{MATCHES}}}matches")
        for match in segment.matches:
            _match(matches, match)
    notes = _under(unit, "notes")
    _note(notes, Note(TOOL, segment.kind.value), category=f"{PREFIX}kind")
    if segment.is_stale and segment.was:
        words = stale_words(segment, language)
        _note(notes, Note(TOOL, words), category=f"{PREFIX}change")
    for note in segment.notes:
        _note(notes, note, category="comment", is_of_target=True)
    piece = _under(unit, "segment", {"id": "s1", "state": _state(segment)})
    sub_state = _sub_state(segment)
    if sub_state:
        piece.set("subState", sub_state)
    numbering = Numbering()
    fill(_under(piece, "source"), segment.source, _SPELLING, numbering)
    numbering.begin_target()
    if segment.target.text or segment.state is not SegmentState.UNTRANSLATED:
        fill(_under(piece, "target"), segment.target, _SPELLING, numbering)
    return unit


def _state(segment: HandedSegment) -> str:
    return "initial" if segment.is_stale else WRITTEN_21[segment.state]


def _sub_state(segment: HandedSegment) -> str:
    if segment.is_stale:
        return _STALE
    return f"{PREFIX}draft" if segment.state is SegmentState.DRAFT else ""


def _match(matches: Element, match: Match) -> None:
    made = etree.SubElement(matches, f"{{{MATCHES}}}match", {"ref": "#s1", "matchQuality": f"{match.quality}.0"})
    if match.origin:
        made.set("origin", plain(match.origin))
    for name, text in (("source", match.source), ("target", match.target)):
        fill(_under(made, name), RichText.plain(text), _SPELLING, Numbering())


def _note(notes: Element, note: Note, *, category: str, is_of_target: bool = False) -> None:
    made = _under(notes, "note", {"category": category, ours("author"): plain(note.author)})
    if is_of_target:
        made.set("appliesTo", "target")
    made.text = escaped(note.text)


def _paired(marked: Marked, number: str) -> Element:
    kind, sub_kind = _LOOKS.get(marked[0], ("other", f"{PREFIX}{marked[0].value}"))
    attributes = {"id": number, "type": kind, "subType": sub_kind, ours("marks"): tokens([marked])}
    return etree.Element(f"{{{XLIFF20}}}pc", attributes)


def _standing(marks: tuple[Marked, ...], text: str, number: str) -> Element:
    attributes = {
        "id": number,
        "type": "other",
        "subType": f"{PREFIX}{marks[0][0].value}",
        "canDelete": "no",
        "disp": plain(text),
        "equiv": plain(text),
        ours("marks"): tokens(marks),
        ours("text"): escaped(text),
    }
    return etree.Element(f"{{{XLIFF20}}}ph", attributes)


def _control(character: str, _numbering: Numbering) -> Element:
    return etree.Element(f"{{{XLIFF20}}}cp", {"hex": f"{ord(character):04X}"})


_SPELLING = Spelling(_paired, _standing, _control)
