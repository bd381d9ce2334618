"""XLIFF as it comes back: 1.0 to 1.2 and 2.0 to 2.2, in what OmegaT, Trados, memoQ, Okapi and Weblate make of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from desktop.domain.handing import Match, Note, Returned, ReturnedSegment, is_base, unescaped
from desktop.domain.richtext import EMPTY, RichText, join
from desktop.domain.segment import SegmentState
from desktop.exchange.inline_reading import Inline
from desktop.exchange.read_file import refuse
from desktop.exchange.safe_xml import Element, attribute, child, children, local, parse_foreign
from desktop.exchange.xliff_words import OURS, READ_12, READ_21, READ_MEMOQ, READ_SDL, TOOL
from desktop.i18n import _

_MOST_SEGMENTS = 50_000
_DEEPEST = 200


def read_xliff(content: bytes, name: str) -> Returned:
    """All that a file says; raises BadInputError for what is not XLIFF, or hostile. Slow for large ones: for the pool."""
    root = parse_foreign(content, name)
    version = attribute(root, "version")
    if local(root) != "xliff" or not version.startswith(("1.", "2.")):
        raise refuse(
            _("“{name}” is XML, but not XLIFF 1.2 or 2.1.").format(name=name),
            _("Take back a file that was handed out from here, in the format that it left in."),
        )
    files = children(root, "file")
    if version.startswith("2."):
        segments = tuple(chain.from_iterable(_units_20(file, 0) for file in files))
        source, target = {attribute(root, "srcLang")}, {attribute(root, "trgLang")}
    else:
        segments = tuple(chain.from_iterable(_units_12(file, 0) for file in files))
        source = {attribute(file, "source-language") for file in files}
        target = {attribute(file, "target-language") for file in files}
    if len(segments) > _MOST_SEGMENTS:
        raise refuse(_("“{name}” holds more sentences than a release can have.").format(name=name))
    if len(source - {""}) > 1 or len(target - {""}) > 1:
        raise refuse(
            _("“{name}” holds texts in several languages.").format(name=name), _("Take back one language at a time.")
        )
    return Returned(
        name=name,
        source_language=max(source, default=""),
        target_language=max(target, default=""),
        segments=segments,
        release_id=next((v for file in files if (v := _of_ours(file, "release"))), ""),
        version_id=next((v for file in files if (v := _of_ours(file, "version"))), ""),
    )


def _of_ours(element: Element, name: str) -> str:
    return str(element.get(f"{{{OURS}}}{name}", ""))


def _base(element: Element) -> str:
    found = _of_ours(element, "base")
    return found if is_base(found) else ""


# -- 1.2 --------------------------------------------------------------------------------------------------------


def _units_12(parent: Element, depth: int) -> Iterator[ReturnedSegment]:
    if depth > _DEEPEST:
        return
    for each in parent:
        if local(each) in ("body", "group"):
            yield from _units_12(each, depth + 1)
        elif local(each) == "trans-unit":
            yield _unit_12(each)


def _unit_12(unit: Element) -> ReturnedSegment:
    inline = Inline()
    source_element, target_element = child(unit, "source"), child(unit, "target")
    source = EMPTY if source_element is None else inline.read(source_element)
    inline.unknown.clear()
    target = None if target_element is None else inline.read(target_element)
    state = _state_12(unit, target_element)
    if state is SegmentState.UNTRANSLATED and target == source:  # the copy that OmegaT needs
        target = None
    return ReturnedSegment(
        id=attribute(unit, "id"),
        source=source,
        target=target,
        state=state,
        base=_base(unit),
        notes=tuple(_notes_12(unit)),
        matches=tuple(_matches_12(unit)),
        unknown=tuple(inline.unknown),
        parts=_parts_12(unit, target_element),
        is_fixed=unit.get("translate") == "no",
    )


def _state_12(unit: Element, target: Element | None) -> SegmentState | None:
    """What the file says of a translation: Trados and memoQ by their own words, the rest by XLIFF's."""
    confirmed = [attribute(seg, "conf") for defs in children(unit, "seg-defs") for seg in children(defs, "seg")]
    found = [READ_SDL[word.lower()] for word in confirmed if word.lower() in READ_SDL]
    if found:
        return min(found, key=list(SegmentState).index)
    status = attribute(unit, "status").lower()
    if status in READ_MEMOQ:
        return READ_MEMOQ[status]
    said = READ_12.get("" if target is None else target.get("state", ""))
    if unit.get("approved") == "yes" and said in (None, SegmentState.TRANSLATED):
        return SegmentState.REVIEWED
    return said


def _notes_12(unit: Element) -> Iterator[Note]:
    for note in children(unit, "note"):
        text = unescaped("".join(note.itertext())).strip()
        if text and note.get("from") != TOOL:
            yield Note(str(note.get("from", "")), text)
    for comment in _inline_comments(unit):
        yield Note("", comment)


def _inline_comments(unit: Element) -> Iterator[str]:
    for mark in unit.iter():
        if local(mark) == "mrk" and attribute(mark, "mtype") == "comment" and (words := attribute(mark, "comment")):
            yield words


def _matches_12(unit: Element) -> Iterator[Match]:
    for each in children(unit, "alt-trans"):
        source, target = child(each, "source"), child(each, "target")
        if target is not None:
            words = "" if source is None else Inline().read(source).text
            quality = _per_cent(str(each.get("match-quality", "")))
            yield Match(words, Inline().read(target).text, quality, str(each.get("origin", "")))


def _per_cent(text: str) -> int:
    try:
        return max(0, min(100, round(float(text.strip().rstrip("%")))))
    except ValueError:
        return 0


def _parts_12(unit: Element, target: Element | None) -> tuple[ReturnedSegment, ...]:
    """The pieces of a unit that another program cut into several sentences (``mrk mtype="seg"``)."""
    cut = child(unit, "seg-source")
    if cut is None or target is None:
        return ()
    pieces = {attribute(mark, "mid"): mark for mark in cut.iter() if _is_piece(mark)}
    translated = {attribute(mark, "mid"): mark for mark in target.iter() if _is_piece(mark)}
    states = {
        attribute(seg, "id"): READ_SDL.get(attribute(seg, "conf").lower())
        for defs in children(unit, "seg-defs")
        for seg in children(defs, "seg")
    }
    if len(pieces) < 2:
        return ()
    parts: list[ReturnedSegment] = []
    for number, piece in pieces.items():
        inline = Inline()
        source = inline.read(piece)
        inline.unknown.clear()
        words = inline.read(translated[number]) if number in translated else None
        unit_id = f"{attribute(unit, 'id')}#{number}"
        parts.append(ReturnedSegment(unit_id, source, words, states.get(number), unknown=tuple(inline.unknown)))
    return tuple(parts)


def _is_piece(mark: Element) -> bool:
    return local(mark) == "mrk" and attribute(mark, "mtype") == "seg"


# -- 2.x --------------------------------------------------------------------------------------------------------


def _units_20(parent: Element, depth: int) -> Iterator[ReturnedSegment]:
    if depth > _DEEPEST:
        return
    for each in parent:
        if local(each) == "group":
            yield from _units_20(each, depth + 1)
        elif local(each) == "unit":
            yield _unit_20(each)


def _unit_20(unit: Element) -> ReturnedSegment:
    inline = Inline()
    pieces = children(unit, "segment", "ignorable")
    sources = [EMPTY if (s := child(piece, "source")) is None else inline.read(s) for piece in pieces]
    inline.unknown.clear()
    found = [child(piece, "target") for piece in pieces]
    targets = [None if each is None else inline.read(each) for each in found]
    states = [_state_20(piece) for piece in pieces if local(piece) == "segment"]
    is_translated = any(
        each is not None for each, piece in zip(targets, pieces, strict=True) if local(piece) == "segment"
    )
    said = [state for state in states if state is not None]
    unit_id = attribute(unit, "id")
    return ReturnedSegment(
        id=unit_id,
        source=join(sources),
        target=_joined(targets, sources, pieces) if is_translated else None,
        state=min(said, key=list(SegmentState).index) if said and len(said) == len(states) else None,
        base=_base(unit),
        notes=tuple(_notes_20(unit)),
        matches=tuple(_matches_20(unit)),
        unknown=tuple(inline.unknown),
        parts=_parts_20(unit_id, pieces, sources, targets),
        is_fixed=unit.get("translate") == "no",
    )


def _joined(targets: list[RichText | None], sources: list[RichText], pieces: list[Element]) -> RichText:
    """The translation of a whole unit; what stands between its segments is as in the source where it has no own."""
    parts = [
        target if target is not None else (source if local(piece) == "ignorable" else EMPTY)
        for target, source, piece in zip(targets, sources, pieces, strict=True)
    ]
    return join(parts)


def _parts_20(
    unit_id: str, pieces: list[Element], sources: list[RichText], targets: list[RichText | None]
) -> tuple[ReturnedSegment, ...]:
    cut = [
        ReturnedSegment(f"{unit_id}#{attribute(piece, 'id') or number}", source, target, _state_20(piece))
        for number, (piece, source, target) in enumerate(zip(pieces, sources, targets, strict=True))
        if local(piece) == "segment"
    ]
    return tuple(cut) if len(cut) > 1 else ()


def _state_20(piece: Element) -> SegmentState | None:
    return READ_21.get(str(piece.get("state", "")))


def _notes_20(unit: Element) -> Iterator[Note]:
    for notes in children(unit, "notes"):
        for note in children(notes, "note"):
            author = _of_ours(note, "author")
            text = unescaped("".join(note.itertext())).strip()
            if text and author != TOOL:
                yield Note(author, text)
    for mark in unit.iter():
        if local(mark) == "mrk" and attribute(mark, "type") == "comment" and (words := attribute(mark, "value")):
            yield Note("", words)


def _matches_20(unit: Element) -> Iterator[Match]:
    for matches in children(unit, "matches"):
        for each in children(matches, "match"):
            source, target = child(each, "source"), child(each, "target")
            if source is not None and target is not None:
                quality = _per_cent(str(each.get("matchQuality", "")))
                yield Match(
                    Inline().read(source).text, Inline().read(target).text, quality, str(each.get("origin", ""))
                )
