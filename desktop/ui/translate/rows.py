"""What a row of the grid says: its state, what happened to its source, and the one key that answers it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.richtext import RichText
from desktop.domain.segment import ChangeClass, PairedSegment, SegmentState
from desktop.i18n import _
from desktop.translation.changes import word_diff

#: Classes that one key answers.
ACCEPTABLE = frozenset({ChangeClass.MOVED, ChangeClass.COSMETIC, ChangeClass.NUMBERS_ONLY})
#: Longest figures that the button itself names.
_NAMED = 24


@dataclass(frozen=True, slots=True)
class StateLook:
    """A state as it is shown: an icon, a word, a colour role."""

    icon: str
    word: str
    role: str


def state_look(pair: PairedSegment) -> StateLook:
    """Stale outweighs what was confirmed before."""
    if pair.is_stale:
        return StateLook("warning", _("stale"), "stale")
    icon, role = _LOOKS[pair.segment.state]
    return StateLook(icon, state_word(pair.segment.state), role)


_LOOKS = {
    SegmentState.UNTRANSLATED: ("circle-dashed", "muted"),
    SegmentState.DRAFT: ("pencil-simple", "info"),
    SegmentState.TRANSLATED: ("check", "ok"),
    SegmentState.REVIEWED: ("checks", "ok"),
    SegmentState.FINAL: ("lock-simple", "ok"),
}


def state_word(state: SegmentState) -> str:
    """A state in a word."""
    return {
        SegmentState.UNTRANSLATED: _("untranslated"),
        SegmentState.DRAFT: _("draft"),
        SegmentState.TRANSLATED: _("translated"),
        SegmentState.REVIEWED: _("reviewed"),
        SegmentState.FINAL: _("final"),
    }[state]


def change_word(change: ChangeClass) -> str:
    """What happened to the source, in a few words; empty where nothing did."""
    return {
        ChangeClass.MOVED: _("moved"),
        ChangeClass.COSMETIC: _("cosmetic"),
        ChangeClass.NUMBERS_ONLY: _("numbers only"),
        ChangeClass.REWORDED: _("reworded"),
        ChangeClass.SPLIT: _("split"),
        ChangeClass.MERGED: _("merged"),
        ChangeClass.GONE: _("removed from the source"),
    }.get(change, "")


def answer_label(pair: PairedSegment) -> str:
    """What Alt+Enter does to this row; empty where it needs the translator."""
    if pair.change not in ACCEPTABLE:
        return ""
    if pair.change is not ChangeClass.NUMBERS_ONLY:
        return _("Accept change")
    steps = figures_changed(pair)
    if len(steps) > _NAMED or not steps:
        return _("Apply numbers")
    return _("Apply {change}").format(change=steps)


def figures_changed(pair: PairedSegment) -> str:
    """``11→12, 3→4``: the changed figures, old to new."""
    made_from = pair.segment.made_from
    if made_from is None:
        return ""
    parts = word_diff(made_from.text, pair.segment.source.text)
    steps: list[str] = []
    for at, part in enumerate(parts):
        if part.kind == "delete" and at + 1 < len(parts) and parts[at + 1].kind == "insert":
            steps.append(f"{part.text.strip()}→{parts[at + 1].text.strip()}")
    return ", ".join(steps)


def advice(pair: PairedSegment) -> str:
    """The sentence beside the class, for changes that no single key answers."""
    return {
        ChangeClass.REWORDED: _("Edit and confirm."),
        ChangeClass.SPLIT: _("Its sentence was split: part of this translation belongs to the next one."),
        ChangeClass.MERGED: _("Its sentence was joined with another; that translation is kept below."),
    }.get(pair.change, "")


@dataclass(frozen=True, slots=True)
class DiffRun:
    """A stretch of the source cell. ``kind`` is ``equal``, ``delete`` or ``insert``."""

    kind: str
    text: RichText


def source_runs(pair: PairedSegment) -> tuple[DiffRun, ...]:
    """The source as the cell shows it: with what was struck out and put in since the translation was made."""
    source, made_from = pair.segment.source, pair.segment.made_from
    if not pair.is_stale or made_from is None or made_from.text == source.text:
        return (DiffRun("equal", source),)
    runs: list[DiffRun] = []
    at = 0
    for part in word_diff(made_from.text, source.text):
        if part.kind == "delete":
            runs.append(DiffRun("delete", RichText.plain(part.text)))
            continue
        runs.append(DiffRun(part.kind, source.slice(at, at + len(part.text))))
        at += len(part.text)
    return tuple(runs)
