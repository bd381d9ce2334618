"""Machine translation as a suggestion: which machine is on, asking it, and what becomes of its answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import entry_points

from desktop.domain.changes import ChangeSet, Deed, Outcome
from desktop.domain.errors import BadInputError
from desktop.domain.ports import UnitOfWork
from desktop.domain.richtext import RichText
from desktop.domain.segment import Segment, SegmentOrigin, SegmentState
from desktop.exchange.machine.apertium import Apertium
from desktop.exchange.machine.deepl import DeepL
from desktop.exchange.machine.keys import KeyRing
from desktop.exchange.machine.libretranslate import LibreTranslate
from desktop.i18n import _, ngettext
from desktop.services import terms
from desktop.services.cancelling import checkpoint
from desktop.services.translating import put_segments
from desktop.translation.machine import MachineTranslator, mask, restore
from desktop.translation.terms.recognition import recognise

#: Names in the preferences: which machine (empty: none), and LibreTranslate's address.
CHOSEN, ADDRESS = "machine.chosen", "machine.address"
#: What other packages register as plug-ins: a function without arguments that answers a MachineTranslator.
PLUG_INS = "comunicado.machine_translation"
LIBRETRANSLATE_HERE = "http://localhost:5000"
_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence to ask for, with the terms in it: ``(start, end, translation)``."""

    segment: Segment
    terms: tuple[tuple[int, int, str], ...]


def make_machine(chosen: str, address: str, keys: KeyRing) -> MachineTranslator | None:
    """The machine that the settings name; ``None`` where it is off. May ask the keyring: for the pool."""
    makers: Mapping[str, Callable[[], MachineTranslator]] = {
        Apertium.name: Apertium,
        LibreTranslate.name: lambda: LibreTranslate(address or LIBRETRANSLATE_HERE, keys.get(LibreTranslate.name)),
        DeepL.name: lambda: DeepL(keys.get(DeepL.name)),
    }
    if chosen in makers:
        return makers[chosen]()
    for point in entry_points(group=PLUG_INS):
        if point.name == chosen:
            made: MachineTranslator = point.load()()
            return made
    return None


def questions(
    uow: UnitOfWork, version_id: str, segment_ids: Sequence[str] = ()
) -> tuple[tuple[Question, ...], str, str]:
    """What to ask for: the named segments, or every live one without a translation; and the two languages."""
    version = uow.releases.version(version_id)
    source = uow.releases.get(version.release_id).source_language
    index = terms.term_index(uow)
    found = []
    for segment in uow.segments.of_version(version_id):
        is_wanted = segment.id in segment_ids if segment_ids else _is_empty(segment)
        if segment.is_gone or not is_wanted or not segment.source.text.strip():
            continue
        hits = recognise(segment.source.text, source, index)
        named = ((hit.start, hit.end, hit.targets(version.language)) for hit in hits if not hit.is_forbidden)
        found.append(Question(segment, tuple((start, end, to[0].text) for start, end, to in named if to)))
    return tuple(found), source, version.language


def _is_empty(segment: Segment) -> bool:
    return segment.state is SegmentState.UNTRANSLATED and not segment.target.text.strip()


def ask_machine(
    machine: MachineTranslator, asked: Sequence[Question], source_language: str, target_language: str
) -> dict[str, RichText]:
    """Suggestions by segment; a sentence whose masks did not come back has none.

    For the pool; can be cancelled between requests. Raises MachineError.
    """
    answers: dict[str, RichText] = {}
    for start in range(0, len(asked), _AT_ONCE):
        checkpoint()
        some = asked[start : start + _AT_ONCE]
        masked = [mask(each.segment.source, source_language, target_language, each.terms) for each in some]
        given = machine.translate([each.text for each in masked], source_language, target_language)
        for question, hidden, answer in zip(some, masked, given, strict=True):
            restored = restore(hidden, answer)
            if restored is not None:
                answers[question.segment.id] = restored
    return answers


def pretranslate(
    uow: UnitOfWork, version_id: str, asked: Sequence[Question], answers: Mapping[str, RichText]
) -> Outcome[int]:
    """Put suggestions into sentences that are still as they were asked for: drafts from a machine, one undo for all.

    Raises BadInputError where no answer can be used.
    """
    now = {segment.id: segment for segment in uow.segments.of_version(version_id)}
    stamp = uow.clock.now()
    changed = [
        replace(
            now[each.segment.id],
            target=answers[each.segment.id],
            made_from=now[each.segment.id].source,
            state=SegmentState.DRAFT,
            origin=SegmentOrigin.MACHINE,
            author=uow.author,
            updated_at=stamp,
        )
        for each in asked
        if each.segment.id in answers
        and each.segment.id in now
        and _is_empty(now[each.segment.id])
        and now[each.segment.id].source == each.segment.source
    ]
    if not changed:
        raise BadInputError(_("The machine gave nothing that can be used."), kept=_("Nothing was changed."))
    before = [now[each.id] for each in changed]
    changes = put_segments(uow, version_id, changed)
    words = ngettext(
        "Pre-translate {count} sentence by machine", "Pre-translate {count} sentences by machine", len(changed)
    )
    label = words.format(count=len(changed))
    return Outcome(len(changed), changes, Deed(label, partial(_swap, version_id, changed, before, label)))


def _swap(
    version_id: str, there: Sequence[Segment], wanted: Sequence[Segment], label: str, uow: UnitOfWork
) -> Outcome[int]:
    """Give sentences their other translation; those touched since stay."""
    now = {segment.id: segment for segment in uow.segments.of_version(version_id)}
    back: list[Segment] = []
    for old, new in zip(there, wanted, strict=True):
        current = now.get(old.id)
        if current is not None and (current.target, current.state) == (old.target, old.state):
            back.append(
                replace(
                    current,
                    target=new.target,
                    made_from=new.made_from,
                    state=new.state,
                    origin=new.origin,
                    author=new.author,
                    updated_at=new.updated_at,
                )
            )
    changes = put_segments(uow, version_id, back) if back else ChangeSet()
    earlier = [now[each.id] for each in back]
    return Outcome(len(back), changes, Deed(label, partial(_swap, version_id, back, earlier, label)))
