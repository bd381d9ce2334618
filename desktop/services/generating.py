"""Sentences that fill themselves: date lines, datelines, numbers, phones, addresses, known names, in the target's form.

A sentence is generated only where every piece of it is understood; one word too many, and it is the translator's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from desktop.domain.changes import Outcome
from desktop.domain.document import Block, BlockKind
from desktop.domain.ports import UnitOfWork
from desktop.domain.richtext import ATOMIC_MARKS, RichText
from desktop.domain.segment import Segment, SegmentOrigin, SegmentState
from desktop.editorial.dateline import build_dateline
from desktop.editorial.dateline_reading import read_dateline_line
from desktop.editorial.gazetteer import Gazetteer
from desktop.editorial.reuse.dates import find_dates, written_like
from desktop.editorial.reuse.found import Reading
from desktop.editorial.reuse.words.table import words_of
from desktop.i18n import _, has_release_words, in_document
from desktop.services.segment_deeds import change_many
from desktop.services.tools import Tools
from desktop.services.translating import open_grid
from desktop.translation import language_forms as forms
from desktop.translation.numbers import NumberKind, find_numbers, values

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>“”\"»]*[^\s<>“”\"».,;:!?)\]’']|[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\+?\(?\d[\d\s().–-]{5,18}\d(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[\s,;:/|·•()\-–—.]+")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)|(?P<month2>\d\d)-(?P<day2>\d\d)")
#: A day that may be read as another one: always a person's business.
_TWO_WAYS = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})(?!\d)")
#: Longer sentences are prose.
_LONGEST = 200
#: A leap year, for days whose year is not said.
_ANY_YEAR = 2024


@dataclass(frozen=True)
class Speech:
    """What generating needs: the pair of languages, the places, and the names that stay as they are."""

    source: str
    target: str
    gazetteer: Gazetteer
    names: frozenset[str] = field(default_factory=frozenset)

    @property
    def labels(self) -> Mapping[str, str]:
        """What stands before numbers and addresses, in the source → in the target."""
        if not (has_release_words(self.source) and has_release_words(self.target)):
            return {}
        pairs = {}
        for source, target in (
            (in_document(self.source, "Tel: {phone}"), in_document(self.target, "Tel: {phone}")),
            (in_document(self.source, "Email: {email}"), in_document(self.target, "Email: {email}")),
        ):
            pairs[source.partition("{")[0].strip().rstrip(":.")] = target.partition("{")[0].strip().rstrip(":")
        return pairs


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the source that was understood; ``text`` is what stands for it, ``None`` for the stretch itself."""

    start: int
    end: int
    text: str | None = None
    is_joint: bool = False


def generated(source: RichText, kind: BlockKind, speech: Speech) -> RichText | None:
    """The sentence in the target's form; ``None`` where anything of it needs a translator.

    Protected stretches, links and addresses stay as they are. A sentence of joints alone (an end mark) is itself.
    """
    text = source.text
    if not text.strip() or len(text) > _LONGEST:
        return None
    if any(mark.kind in ATOMIC_MARKS and not mark.value for mark in source.marks):
        return None
    if not any(map(str.isalnum, text)):
        return source
    if _TWO_WAYS.search(text):
        return None
    if kind is BlockKind.DATELINE and (line := _dateline(text, speech)) is not None:
        return RichText.plain(line)
    pieces = _read(source, speech)
    if pieces is None:
        return None
    result = RichText()
    for piece in pieces:
        result += source.slice(piece.start, piece.end) if piece.text is None else RichText.plain(piece.text)
    return result


def _dateline(text: str, speech: Speech) -> str | None:
    """A place (and date) with its dash; an organisation in brackets needs the translator."""
    read = read_dateline_line(text)
    if read is None or read.organisation or not (place := _known_place(read.place, speech)):
        return None
    has_date = any(map(str.isdigit, text))
    if has_date and read.on is None:
        return None
    bare = text.rstrip()
    written = build_dateline(place, read.on, speech.target, speech.gazetteer, with_date=has_date)
    return written if bare[-1:] in "-–—" else written.removesuffix("–").rstrip()


def _known_place(place: str, speech: Speech) -> str:
    parts = [part.strip() for part in place.split(",")]
    return place if all(speech.gazetteer.find(part) for part in parts) else ""


def _read(source: RichText, speech: Speech) -> list[_Piece] | None:
    text, at, pieces = source.text, 0, list[_Piece]()
    dates = {piece.start: piece for piece in _dates(text, speech)}
    protected = {m.start: m.end for m in source.marks if m.kind in ATOMIC_MARKS}
    while at < len(text):
        if at in protected:
            pieces.append(_Piece(at, protected[at]))
        elif (between := _BETWEEN.match(text, at)) is not None and not _opens_phone(text, at):
            pieces.append(_Piece(at, between.end(), is_joint=True))
        elif at in dates:
            pieces.append(dates[at])
        elif (found := next(_pieces_at(text, at, speech), None)) is not None:
            pieces.append(found)
        else:
            return None
        at = pieces[-1].end
    return pieces if any(not piece.is_joint for piece in pieces) else None


def _opens_phone(text: str, at: int) -> bool:
    return text[at] == "(" and _PHONE.match(text, at) is not None


def _pieces_at(text: str, at: int, speech: Speech) -> Iterator[_Piece]:
    """What may begin here, the surest first."""
    if at and text[at - 1].isalnum():
        return
    if (match := _ADDRESS.match(text, at)) is not None:
        yield _Piece(*match.span())
    if (match := _PHONE.match(text, at)) is not None and _is_phone(match.group()):
        yield _Piece(*match.span())
    yield from _figure(text, at, speech)
    for written, wanted in speech.labels.items():
        end = at + len(written)
        if text[at:end].casefold() == written.casefold() and not text[end : end + 1].isalnum():
            dot = 1 if wanted.endswith(".") and text[end : end + 1] == "." else 0
            yield _Piece(at, end + dot, wanted)
    if (match := _WORD.match(text, at)) is not None and (day := _weekday(match.group(), speech)):
        yield _Piece(*match.span(), day if at else day[:1].upper() + day[1:])
    yield from _named(text, at, speech)


def _is_phone(written: str) -> bool:
    digits = sum(map(str.isdigit, written))
    is_years = re.fullmatch(r"(?:19|20)\d\d\s?[–-]\s?(?:19|20)\d\d", written.strip()) is not None
    return 7 <= digits <= 15 and not is_years and bool(re.search(r"[+\s().–-]", written))


def _figure(text: str, at: int, speech: Speech) -> Iterator[_Piece]:
    """A number (and a per cent sign) by value; ``2014`` and ``007`` stay as they are."""
    for number in find_numbers(text[at:], speech.source)[:1]:
        if number.start or number.kind is not NumberKind.FIGURES or number.ending:
            return
        end = at + number.end
        known = values(number, speech.source)
        if not known or text[end : end + 1].isalpha():
            return
        yield _Piece(at, end, _in_figures(number.text, number.sign, speech))
        if text[end : end + 1] == "%":
            return


def _in_figures(written: str, sign: str, speech: Speech) -> str:
    if written.isdigit():
        return sign + written
    group, decimal = forms.separators(speech.source)[0]
    new_group, new_decimal = forms.separators(speech.target)[0]
    whole, _point, fraction = written.partition(decimal)
    return sign + whole.replace(group, new_group) + (new_decimal + fraction if fraction else "")


def _named(text: str, at: int, speech: Speech) -> Iterator[_Piece]:
    """A known person as written, or a known place in the target's words; the longest that fits."""
    rest = re.match(r"[^\W\d_][\w’'.-]*(?: [^\W\d_][\w’'.-]*){0,5}", text[at:])
    if rest is None or not text[at].isupper():
        return
    words = rest.group().split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count]).rstrip(".")
        end = at + len(name)
        if name in speech.names:
            yield _Piece(at, end)
        place = speech.gazetteer.find(name)
        if place is not None and name == place.name(speech.source):
            yield _Piece(at, end, place.name(speech.target))


def _dates(text: str, speech: Speech) -> Iterator[_Piece]:
    """Whole dates."""
    words = words_of(speech.source)
    if not words.dates:
        return
    reading = Reading(speech.source, words, speech.gazetteer, datetime.now(UTC).date())
    for found in find_dates(Block("b", BlockKind.PARAGRAPH, RichText.plain(text)), reading):
        written = text[found.start : found.end]
        match = _ISO.fullmatch(found.value)
        if match is not None and any(map(str.isalpha, written)):
            new = _written_date(match, written, speech)
            if new:
                yield _Piece(found.start, found.end, new)


def _written_date(match: re.Match[str], written: str, speech: Speech) -> str:
    has_year = match["year"] is not None
    try:
        on = date(
            int(match["year"] or _ANY_YEAR), int(match["month"] or match["month2"]), int(match["day"] or match["day2"])
        )
    except ValueError:
        return ""
    lead = re.match(r"[^\W\d_]+", written)
    weekday = _weekday(lead.group(), speech) if lead else ""
    bare = written[len(lead.group()) :].lstrip(" ,") if lead and weekday else written
    new = written_like(on, bare if has_year else "1", speech.target)
    return f"{weekday[:1].upper()}{weekday[1:]}, {new}" if weekday else new


def _weekday(word: str, speech: Speech) -> str:
    source = [name.casefold() for name in forms.WEEKDAYS.get(forms.primary(speech.source), ())]
    target = forms.WEEKDAYS.get(forms.primary(speech.target), ())
    return target[source.index(word.casefold())] if word.casefold() in source and target else ""


# -- the use case -------------------------------------------------------------------------------------------


def fill_generated(uow: UnitOfWork, tools: Tools, version_id: str) -> Outcome[int]:
    """Fill every open sentence of a version that can be generated, as drafts; answers how many, with one undo.

    A sentence is filled once: where it ever had a translation, taking that away was somebody's wish.
    """
    grid = open_grid(uow, version_id)
    wanted = [p.segment for p in grid.live if not p.segment.has_translation and len(p.segment.source) <= _LONGEST]
    if not wanted:
        return Outcome(0)
    speech = Speech(
        grid.release.source_language, grid.version.language, tools.gazetteer, frozenset(uow.contacts.names())
    )
    kinds = {block.id: block.kind for block in grid.source}
    found = list(_filled(wanted, lambda s: generated(s.source, kinds.get(s.block_id, BlockKind.PARAGRAPH), speech)))
    known = uow.records.known(segment.id for segment, _text in found)
    fresh = [(segment, text) for segment, text in found if segment.id not in known]
    news = [
        replace(
            segment,
            target=text,
            made_from=segment.source,
            state=SegmentState.DRAFT,
            origin=SegmentOrigin.GENERATED,
            author=uow.author,
            updated_at=uow.clock.now(),
        )
        for segment, text in fresh
    ]
    done = change_many(uow, [segment for segment, _text in fresh], news, _("Fill dates, names and numbers"))
    return Outcome(done.value, done.changes, done.inverse)


def _filled(
    segments: Iterable[Segment], make: Callable[[Segment], RichText | None]
) -> Iterator[tuple[Segment, RichText]]:
    for segment in segments:
        text = make(segment)
        if text is not None:
            yield segment, text
