"""XLIFF 1.2 (OASIS standard of 2008), strict: a group per block, a translation unit per sentence.

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
from desktop.exchange.xliff_words import OURS, TOOL, WRITTEN_12, XLIFF12, XML

_LANG, _SPACE = f"{{{XML}}}lang", f"{{{XML}}}space"
_APPROVED = frozenset({SegmentState.REVIEWED, SegmentState.FINAL})
_LOOKS = {MarkKind.STRONG: "bold", MarkKind.EMPHASIS: "italic", MarkKind.LINK: "link"}


def write_xliff12(handed: Handed) -> bytes:
    """The finished file; the same material gives the same bytes. Pure: for the pool."""
    root = etree.Element(f"{{{XLIFF12}}}xliff", {"version": "1.2"}, {None: XLIFF12, "c": OURS})
    file = _under(
        root,
        "file",
        {
            "original": f"{plain(handed.title) or 'release'}",
            "source-language": handed.source_language,
            "target-language": handed.target_language,
            "datatype": "x-comunicado",
            _SPACE: "preserve",
            ours("release"): handed.release_id,
            ours("version"): handed.version_id,
        },
    )
    header = _under(file, "header")
    _under(header, "tool", {"tool-id": TOOL, "tool-name": "Comunicado"})
    body = _under(file, "body")
    for first, segments in by_block(handed.segments):
        group = _under(body, "group", {"id": f"block-{first.block_id}", "restype": f"x-{first.kind.value}"})
        for segment in segments:
            group.append(_unit(segment, handed))
    return finished(root)


def _under(parent: Element, name: str, attributes: dict[str, str] | None = None) -> Element:
    return etree.SubElement(parent, f"{{{XLIFF12}}}{name}", attributes or {})


def _unit(segment: HandedSegment, handed: Handed) -> Element:
    unit = etree.Element(f"{{{XLIFF12}}}trans-unit", {"id": segment.id, _SPACE: "preserve"})
    if segment.is_fixed:
        unit.set("translate", "no")
    else:
        is_approved = segment.state in _APPROVED and not segment.is_stale
        unit.set("approved", "yes" if is_approved else "no")
        unit.set(ours("base"), segment.base)
    numbering = Numbering()
    source = _under(unit, "source", {_LANG: handed.source_language})
    fill(source, segment.source, _SPELLING, numbering)
    numbering.begin_target()
    target = _under(unit, "target", {_LANG: handed.target_language, "state": _state(segment)})
    is_untranslated = segment.state is SegmentState.UNTRANSLATED and not segment.target.text
    # OmegaT shows what stands in the target and nothing else: without a copy of the source there is nothing to do in it.
    fill(target, segment.source if is_untranslated else segment.target, _SPELLING, numbering)
    for match in segment.matches:
        _match(unit, match, handed)
    _note(unit, Note(TOOL, segment.kind.value))
    if segment.is_stale and segment.was:
        _note(unit, Note(TOOL, stale_words(segment, handed.target_language)))
    for note in segment.notes:
        _note(unit, note, annotates="target")
    return unit


def _state(segment: HandedSegment) -> str:
    return "needs-adaptation" if segment.is_stale else WRITTEN_12[segment.state]


def _match(unit: Element, match: Match, handed: Handed) -> None:
    alternative = _under(unit, "alt-trans", {"match-quality": f"{match.quality}%"})
    if match.origin:
        alternative.set("origin", plain(match.origin))
    for name, text, language in (
        ("source", match.source, handed.source_language),
        ("target", match.target, handed.target_language),
    ):
        fill(_under(alternative, name, {_LANG: language}), RichText.plain(text), _SPELLING, Numbering())


def _note(unit: Element, note: Note, annotates: str = "general") -> None:
    made = _under(unit, "note", {"from": plain(note.author), "annotates": annotates})
    made.text = escaped(note.text)


def _paired(marked: Marked, number: str) -> Element:
    kind = marked[0]
    look = _LOOKS.get(kind, f"x-{kind.value}")
    return etree.Element(f"{{{XLIFF12}}}g", {"id": number, "ctype": look, ours("marks"): tokens([marked])})


def _standing(marks: tuple[Marked, ...], text: str, number: str) -> Element:
    attributes = {
        "id": number,
        "ctype": f"x-{marks[0][0].value}",
        "equiv-text": plain(text),
        ours("marks"): tokens(marks),
        ours("text"): escaped(text),
    }
    made = etree.Element(f"{{{XLIFF12}}}ph", attributes)
    made.text = plain(text)
    return made


def _control(character: str, numbering: Numbering) -> Element:
    code = escaped(character)
    attributes = {"id": numbering.number(code), "ctype": "x-control", ours("control"): code}
    return etree.Element(f"{{{XLIFF12}}}x", attributes)


_SPELLING = Spelling(_paired, _standing, _control)
