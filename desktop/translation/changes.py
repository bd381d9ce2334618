"""What changed between the source a translation was made from and the source now."""

from __future__ import annotations

from collections import Counter

from desktop.domain.diff import DiffPart
from desktop.domain.richtext import ATOMIC_MARKS, MarkKind, RichText
from desktop.domain.segment import ChangeClass
from desktop.translation.number_changes import apply_numbers
from desktop.translation.numbers import masked
from desktop.translation.words import indel, is_cosmetic, tokens

__all__ = ["DiffPart", "apply_links", "apply_numbers", "classify", "word_diff"]

#: Unchanged text up to this long between two changes, without a letter or a figure, does not part them.
_SHORT_JOINT = 3


def classify(made_from: RichText, source: RichText) -> ChangeClass:
    """UNCHANGED, COSMETIC, NUMBERS_ONLY or REWORDED, by the two texts alone.

    Cosmetic: at most case, punctuation, spacing, quotes, dashes, emphasis or a link's address differ (a
    question mark is not cosmetic). A gap or a protected stretch that comes, goes or changes is a rewording.
    """
    if made_from == source:
        return ChangeClass.UNCHANGED
    if _atoms(made_from) != _atoms(source) or _link_count(made_from) != _link_count(source):
        return ChangeClass.REWORDED
    old, new = made_from.text, source.text
    if is_cosmetic(old, new):
        return ChangeClass.COSMETIC
    return ChangeClass.NUMBERS_ONLY if is_cosmetic(masked(old), masked(new)) else ChangeClass.REWORDED


def _atoms(text: RichText) -> Counter[tuple[MarkKind, str]]:
    return Counter((mark.kind, mark.value) for mark in text.marks if mark.kind in ATOMIC_MARKS)


def _link_count(text: RichText) -> int:
    return len(text.marks_of(MarkKind.LINK))


def apply_links(made_from: RichText, source: RichText, target: RichText) -> RichText | None:
    """The target with the addresses of links changed as in the source; ``None`` where that is not safe.

    Safe is a change of an address that the target has as often as the source had it.
    """
    old = [mark.value for mark in made_from.marks_of(MarkKind.LINK)]
    new = [mark.value for mark in source.marks_of(MarkKind.LINK)]
    if old == new:
        return target
    if len(old) != len(new):
        return None
    became: dict[str, set[str]] = {}
    for before, after in zip(old, new, strict=True):
        became.setdefault(before, set()).add(after)
    here, wanted = Counter(mark.value for mark in target.marks_of(MarkKind.LINK)), Counter(old)
    result = target
    for before, addresses in became.items():
        if addresses == {before}:
            continue
        if len(addresses) > 1 or here[before] != wanted[before]:
            return None
        for mark in target.marks_of(MarkKind.LINK):
            if mark.value == before:
                result = result.with_mark(mark.start, mark.end, MarkKind.LINK, *addresses)
    return result


def word_diff(old: str, new: str) -> tuple[DiffPart, ...]:
    """The change word by word, for reading: numbers, dates and addresses are one word each.

    Changes parted by a blank or a comma only are shown as one: what was deleted, then what was inserted.
    """
    before, after = tokens(old), tokens(new)
    steps: list[tuple[str, str, str]] = []
    for code in indel().opcodes(before, after):
        gone = "".join(before[code.src_start : code.src_end])
        come = "".join(after[code.dest_start : code.dest_end])
        steps.append(("equal" if code.tag == "equal" else "change", gone, come))
    parts: list[DiffPart] = []
    for kind, gone, come in _joined(steps):
        if kind == "equal":
            parts.append(DiffPart("equal", gone))
            continue
        if gone:
            parts.append(DiffPart("delete", gone))
        if come:
            parts.append(DiffPart("insert", come))
    return tuple(parts)


def _joined(steps: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Steps with neighbouring changes, and short unchanged signs between changes, made one change."""
    result: list[tuple[str, str, str]] = []
    for number, (kind, gone, come) in enumerate(steps):
        is_between = 0 < number < len(steps) - 1 and result[-1][0] == "change"
        is_joint = kind == "equal" and is_between and len(gone) <= _SHORT_JOINT and not any(map(str.isalnum, gone))
        if result and result[-1][0] == "change" and (kind == "change" or is_joint):
            _, gone_before, come_before = result[-1]
            result[-1] = ("change", gone_before + gone, come_before + come)
        else:
            result.append((kind, gone, come))
    return result
