"""Why a person is on a list or not: every reason, with whether it held, as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.contacts.lists.conditions import AllOf, AnyOf, Not, Where
from desktop.contacts.lists.facts import Facts, holds
from desktop.contacts.lists.sentences import as_sentence, day_words, words_of
from desktop.domain.media_list import ListEntry
from desktop.i18n import _


@dataclass(frozen=True, slots=True)
class ListRules:
    """What a list is made of, as in :class:`~desktop.domain.contact.MediaList`; ``entries`` are by person id."""

    id: str
    name: str
    where: Where | None = None
    entries: Mapping[str, ListEntry] = field(default_factory=dict)
    includes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence, whether it holds for the person, and what it is made of."""

    sentence: str
    held: bool
    parts: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Why:
    """Whether somebody is on a list, and all that speaks for and against it."""

    is_in: bool
    reasons: tuple[Reason, ...]


def why(list_id: str, lists: Mapping[str, ListRules], facts: Facts, today: date) -> Why:
    """Why a person is on a list or not. A list that is gone counts as empty."""
    return _why(list_id, lists, facts, today, frozenset())


def _why(list_id: str, lists: Mapping[str, ListRules], facts: Facts, today: date, above: frozenset[str]) -> Why:
    rules = lists.get(list_id)
    if rules is None or list_id in above:
        return Why(is_in=False, reasons=())
    above |= {list_id}
    entry = rules.entries.get(facts.contact.id)
    reasons: list[Reason] = []
    is_in = entry is not None and not entry.is_excluded
    if entry is not None and is_in:
        reasons.append(Reason(_put_on(entry), held=True))
    if rules.where is not None:
        met = _tree(rules.where, facts, today)
        reasons.append(met)
        is_in = is_in or met.held
    for each in (each for each in rules.includes if each in lists):
        inner = _why(each, lists, facts, today, above)
        words = _("On the list “{name}”, which belongs to this one.") if inner.is_in else _off()
        reasons.append(Reason(words.format(name=lists[each].name), inner.is_in, inner.reasons))
        is_in = is_in or inner.is_in
    if not reasons:
        reasons.append(Reason(_("Nobody put this person on the list."), held=False))
    is_out = entry is not None and entry.is_excluded
    if entry is not None and is_out:
        reasons.append(Reason(_kept_off(entry), held=True))
    for each in (each for each in rules.excludes if each in lists):
        inner = _why(each, lists, facts, today, above)
        if inner.is_in:
            words = _("Left out: on the list “{name}”, whose people do not belong to this one.")
            reasons.append(Reason(words.format(name=lists[each].name), held=True, parts=inner.reasons))
        is_out = is_out or inner.is_in
    return Why(is_in and not is_out, tuple(reasons))


def _off() -> str:
    return _("Not on the list “{name}”, which belongs to this one.")


def _put_on(entry: ListEntry) -> str:
    if entry.author and entry.on:
        return _("Put on this list by {author} on {day}.").format(author=entry.author, day=day_words(entry.on))
    return _("Put on this list by hand.")


def _kept_off(entry: ListEntry) -> str:
    if entry.author and entry.on:
        words = _("Kept off this list by {author} on {day}.").format(author=entry.author, day=day_words(entry.on))
    else:
        words = _("Kept off this list by hand.")
    return f"{words} {entry.reason}".rstrip()


def _tree(where: Where, facts: Facts, today: date) -> Reason:
    """Each condition and group with whether it held."""
    held = holds(where, facts, today)
    if isinstance(where, AllOf | AnyOf):
        words = _("All of these must hold:") if isinstance(where, AllOf) else _("One of these must hold:")
        return Reason(words, held, tuple(_tree(part, facts, today) for part in where.parts))
    if isinstance(where, Not) and isinstance(where.part, AllOf | AnyOf):
        words = _("Not all of these may hold:") if isinstance(where.part, AllOf) else _("None of these may hold:")
        return Reason(words, held, tuple(_tree(part, facts, today) for part in where.part.parts))
    words = words_of(where)
    return Reason(as_sentence(words), held)


def reason_lines(reasons: tuple[Reason, ...], *, depth: int = 0) -> list[str]:
    """The reasons as lines: what held and what did not, parts set in."""
    lines: list[str] = []
    for reason in reasons:
        mark = _("Yes: {sentence}") if reason.held else _("No: {sentence}")
        lines.append("  " * depth + mark.format(sentence=reason.sentence))
        lines += reason_lines(reason.parts, depth=depth + 1)
    return lines
