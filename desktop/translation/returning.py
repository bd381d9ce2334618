"""What a returned file means for a translation that may have moved on: sentence by sentence, nothing written.

A file says what each translation was when it left (its *base*). With that, and the translation of now, it is known who
changed what: they, we, both or nobody. Without it (another program dropped it) what is confirmed here is not overwritten.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.domain.handing import Note, ReturnedSegment, base_of, base_state, same_words
from desktop.domain.richtext import EMPTY, RichText
from desktop.domain.segment import CONFIRMED_STATES, PairedSegment, Segment, SegmentState
from desktop.domain.suggestions import settled_text
from desktop.i18n import _
from desktop.translation.chips import Chip, chips, extra_chips, missing_chips

_ORDER = list(SegmentState)


class MergeOutcome(StrEnum):
    """What becomes of a returned sentence."""

    UPDATED = "updated"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    STALE = "stale"
    UNKNOWN = "unknown"
    REFUSED = "refused"


#: What is taken without asking.
TAKEN = frozenset({MergeOutcome.UPDATED, MergeOutcome.STALE})


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One returned sentence: what was found here for it, and what would be written.

    ``segment`` is ``None`` for an unknown one. ``ours`` is the translation here, ``theirs`` the returned one, ``before``
    the returned one without its tracked edits (where there are any). ``state`` and ``made_from`` are what it would be
    stored with. ``notes``: remarks in the file on this sentence. ``may_be_taken``: whether a person may still take it.
    """

    key: str
    outcome: MergeOutcome
    reason: str
    source: RichText
    theirs: RichText = EMPTY
    ours: RichText = EMPTY
    segment: Segment | None = None
    number: int = 0
    state: SegmentState = SegmentState.TRANSLATED
    made_from: RichText = EMPTY
    before: RichText | None = None
    editors: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    may_be_taken: bool = False

    @property
    def is_taken(self) -> bool:
        """Whether it is taken where nobody decides otherwise."""
        return self.outcome in TAKEN


def plan_return(pairs: Sequence[PairedSegment], returned: Iterable[ReturnedSegment]) -> tuple[MergeRow, ...]:
    """What every returned sentence would do, in the file's order. Pure: for any thread.

    Sentences are found by id, else by the words of their source. Those that are not to be translated are left out.
    """
    by_id = {pair.segment.id: pair for pair in pairs}
    known = list(_known(returned, by_id))
    taken = {each.id for each, pair in known if pair is not None}
    by_words: dict[str, list[PairedSegment]] = defaultdict(list)
    for free in pairs:
        if free.segment.id not in taken and free.segment.source.text.strip():
            by_words[_words(free.segment.source)].append(free)
    rows: list[MergeRow] = []
    seen: set[str] = set()
    for each, same_id in known:
        pair: PairedSegment | None = same_id
        if pair is None and (there := by_words[_words(each.source)]):
            pair = there.pop(0)
        if pair is None:
            rows.append(_unknown(each, _("No sentence of this release has this id or this source.")))
        elif pair.segment.id in seen:
            rows.append(_unknown(each, _("This sentence comes twice in the file; the first one counts.")))
        else:
            seen.add(pair.segment.id)
            row = _decided(each, pair)
            found = _("Found by the words of its source.") if same_id is None and row.outcome in TAKEN else ""
            rows.append(replace(row, reason=" ".join(filter(None, (row.reason, found)))))
    return tuple(rows)


def _known(
    returned: Iterable[ReturnedSegment], by_id: Mapping[str, PairedSegment]
) -> Iterator[tuple[ReturnedSegment, PairedSegment | None]]:
    """Returned sentences with ours of the same id; one that is not ours and was cut elsewhere comes in its pieces."""
    for each in returned:
        if each.is_fixed:
            continue
        if each.id in by_id:
            yield each, by_id[each.id]
        else:
            yield from ((part, None) for part in each.parts or (each,))


def _words(text: RichText) -> str:
    return " ".join(text.text.split())


def _unknown(each: ReturnedSegment, reason: str) -> MergeRow:
    return MergeRow(each.id, MergeOutcome.UNKNOWN, reason, each.source, each.target or EMPTY, notes=each.notes)


def _decided(each: ReturnedSegment, pair: PairedSegment) -> MergeRow:
    segment = pair.segment
    theirs, ours = (each.target or EMPTY).strip(), settled_text(segment.target, lambda _value: False).strip()
    row = MergeRow(
        key=segment.id,
        outcome=MergeOutcome.UNCHANGED,
        reason="",
        source=each.source,
        theirs=theirs,
        ours=ours,
        segment=segment,
        number=pair.number,
        state=_state(each),
        made_from=segment.source if _same_source(each.source, segment.source) else each.source,
        before=each.before.strip() if each.before is not None else None,
        editors=each.editors,
        notes=each.notes,
    )
    if not theirs.text:
        return replace(row, reason=_("The file has no translation of it.") if ours.text else "")
    if not ours.text and _words(theirs) == _words(each.source) and each.state not in CONFIRMED_STATES:
        return replace(row, reason=_("Not translated: it is the same as the source."))
    if theirs == ours:
        return _with_state(row, each)
    if each.base and same_words(each.base, theirs) and each.before is None:
        return replace(row, reason=_("Changed here since; the file still has the text that was handed out."))
    broken = _broken(each, theirs, ours)
    if broken:
        may = not each.unknown
        return replace(row, outcome=MergeOutcome.REFUSED, reason=broken, state=SegmentState.DRAFT, may_be_taken=may)
    return _new_words(replace(row, may_be_taken=True), each)


def _with_state(row: MergeRow, each: ReturnedSegment) -> MergeRow:
    """The words are ours: at most the file says that somebody read them."""
    segment = row.segment
    assert segment is not None
    is_higher = each.state is not None and _ORDER.index(each.state) > _ORDER.index(segment.state)
    is_fresh = not segment.is_gone and row.made_from == segment.source
    if each.before is not None or not is_higher or not is_fresh or each.state not in CONFIRMED_STATES:
        return row
    return replace(row, outcome=MergeOutcome.UPDATED, reason=_("Only its state is new."), may_be_taken=True)


def _new_words(row: MergeRow, each: ReturnedSegment) -> MergeRow:
    segment = row.segment
    assert segment is not None
    conflict = _conflict(each, segment, row.ours)
    if conflict:
        return replace(row, outcome=MergeOutcome.CONFLICT, reason=conflict)
    edited = ""
    if row.editors:
        names = ", ".join(name for name in row.editors if name)
        edited = (
            _("Tracked changes by {names}; it waits as a draft.").format(names=names)
            if names
            else _("Tracked changes; it waits as a draft.")
        )
    if segment.is_gone:
        reason = _("The sentence has left the source; its translation is kept with the others that wait.")
        return replace(row, outcome=MergeOutcome.STALE, reason=" ".join(filter(None, (reason, edited))))
    if row.made_from != segment.source:
        reason = _("The source has changed since it was handed out.")
        return replace(row, outcome=MergeOutcome.STALE, reason=" ".join(filter(None, (reason, edited))))
    return replace(row, outcome=MergeOutcome.UPDATED, reason=edited)


def _conflict(each: ReturnedSegment, segment: Segment, ours: RichText) -> str:
    """Why the translation here must not be overwritten without asking; empty where it may."""
    if not ours.text:
        return ""
    if segment.state is SegmentState.FINAL:
        return _("It is final here.")
    if not each.base:
        return _("It is confirmed here in other words.") if segment.state in CONFIRMED_STATES else ""
    if not same_words(each.base, ours):
        return _("It was changed here since it was handed out.")
    if each.base != base_of(ours, segment.state) and segment.state in CONFIRMED_STATES:
        return _("It was confirmed here since it was handed out.")
    return ""


def _same_source(theirs: RichText, ours: RichText) -> bool:
    """Whether two sources say the same; how they look is not asked, programs take liberties there."""
    if theirs.text.strip() != ours.text.strip():
        return False
    return Counter(chip.identity for chip in chips(theirs)) == Counter(chip.identity for chip in chips(ours))


def _broken(each: ReturnedSegment, theirs: RichText, ours: RichText) -> str:
    """What is wrong with the codes of a translation; empty where nothing is, or what was wrong here already."""
    if each.unknown:
        codes = ", ".join(dict.fromkeys(each.unknown))
        return _("It holds codes that this program did not write: {codes}.").format(codes=codes)
    lost = _beyond(missing_chips(each.source, theirs), missing_chips(each.source, ours) if ours.text else ())
    if lost:
        return _("It lacks {names}.").format(names=_named(lost))
    added = _beyond(extra_chips(each.source, theirs), extra_chips(each.source, ours) if ours.text else ())
    if added:
        return _("It has {names}, which its source does not have.").format(names=_named(added))
    return ""


def _beyond(found: Sequence[Chip], before: Sequence[Chip]) -> list[Chip]:
    """Chips that cannot be edited among those found, without the ones that were wrong before."""
    known = Counter(chip.identity for chip in before)
    left: list[Chip] = []
    for chip in found:
        if not chip.is_atomic:
            continue
        if known[chip.identity]:
            known[chip.identity] -= 1
        else:
            left.append(chip)
    return left


def _named(found: Sequence[Chip]) -> str:
    return ", ".join(f"“{chip.text or chip.value}”" for chip in found)


def _state(each: ReturnedSegment) -> SegmentState:
    """What a returned translation is stored as: new words were read by nobody here, tracked edits wait to be read."""
    if each.before is not None:
        return SegmentState.DRAFT
    if each.state is None or each.state is SegmentState.UNTRANSLATED:
        return SegmentState.TRANSLATED
    is_untouched = each.state is base_state(each.base) and not same_words(each.base, each.target or EMPTY)
    if is_untouched and each.state in CONFIRMED_STATES:
        return SegmentState.TRANSLATED
    return each.state
