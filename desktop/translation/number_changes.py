"""Carrying changed numbers from the source into a translation, written as the target language writes them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from desktop.domain.richtext import ATOMIC_MARKS, RichText
from desktop.domain.segment import Segment
from desktop.translation import language_forms as forms
from desktop.translation.numbers import Number, NumberKind, Value, as_roman, find_numbers, readings, values


def apply_numbers(segment: Segment, source_language: str, target_language: str) -> RichText | None:
    """The segment's target with the numbers that changed in its source changed too.

    Numbers are found by value, however they are written: 44.1 is 44,1; 1,350 is 1.350 or 1350; eleven is 11.
    The new one is written in the style of the one it replaces. ``None`` where it is not certain: a changed
    number that the target does not have exactly as often as the old source, one that changed in one place and
    stayed in another, or one that cannot be written in the old one's style.
    """
    if segment.made_from is None:
        return None
    before = find_numbers(segment.made_from.text)
    after = find_numbers(segment.source.text)
    if len(before) != len(after):
        return None
    wanted = _replacements(before, after, source_language)
    if wanted is None:
        return None
    target = segment.target
    there = find_numbers(target.text, target_language)
    edits: list[tuple[Number, str]] = []
    for old, (count, new) in wanted.items():
        places = [number for number in there if old in values(number, target_language)]
        if len(places) != count:
            return None
        for place in places:
            written = _written(place, old, new, source_language, target_language)
            is_atomic = any(
                m.kind in ATOMIC_MARKS and m.start < place.end and m.end > place.start for m in target.marks
            )
            if written is None or is_atomic:
                return None
            edits.append((place, written))
    return _edited(target, edits)


def _edited(target: RichText, edits: Sequence[tuple[Number, str]]) -> RichText | None:
    """The target with numbers replaced; ``None`` where one number was to be replaced twice."""
    ordered = sorted(edits, key=lambda edit: edit[0].start, reverse=True)
    if len({number.start for number, _ in ordered}) != len(ordered):
        return None
    for number, written in ordered:
        target = target.replace(number.start, number.end, written)
    return target


def _replacements(
    before: Sequence[Number], after: Sequence[Number], language: str
) -> dict[Value, tuple[int, Number]] | None:
    """Old value → (how often the old source had it, the number it became); ``None`` where that is not one."""
    became: dict[Value, list[tuple[Value, Number]]] = {}
    for old, new in zip(before, after, strict=True):
        old_values, new_values = values(old, language), values(new, language)
        if not old_values or not new_values or old_values[0][0] != new_values[0][0]:
            if (old.text, old.sign) == (new.text, new.sign):
                continue
            return None
        became.setdefault(old_values[0], []).append((new_values[0], new))
    wanted: dict[Value, tuple[int, Number]] = {}
    for value, results in became.items():
        if all(result == value for result, _ in results):
            continue
        if len({result for result, _ in results}) > 1:
            return None
        wanted[value] = (len(results), results[0][1])
    return wanted


def _written(place: Number, old: Value, new: Number, source_language: str, target_language: str) -> str | None:
    """The new number in the language of the target and the style of the number it replaces."""
    value = values(new, source_language)[0][1]
    code = forms.primary(target_language)
    if place.kind in (NumberKind.MONTH, NumberKind.WEEKDAY):
        table = forms.MONTHS if place.kind is NumberKind.MONTH else forms.WEEKDAYS
        return _in_case_of(place.text, table[code][int(value)])
    if isinstance(value, str):
        return value if place.kind is NumberKind.FIGURES and not place.ending else None
    if place.kind is NumberKind.FIGURES:
        figures = _figures(place, old, value, new, source_language, target_language)
        ending = _ending(place.ending, figures, code)
        return None if ending is None else figures + ending
    if value != value.to_integral_value() or value < 0:
        return None
    if place.kind is NumberKind.ROMAN:
        return as_roman(int(value)) if 1 <= value <= 89 else None
    word = forms.NUMBER_WORDS[code].get(int(value))
    return _in_case_of(place.text, word) if word else None


def _in_case_of(old: str, new: str) -> str:
    """The new word with a capital where the old one had it."""
    if old.isupper():
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def _figures(place: Number, old: Value, value: Decimal, new: Number, source_language: str, target_language: str) -> str:
    styles = [style for reading, style in readings(place, target_language) if reading == old]
    group, decimal = styles[0] if styles else forms.separators(target_language)[0]
    fraction = ""
    if not new.text.isdigit():
        read = readings(new, source_language)
        sign = read[0][1][1] if read else "."
        fraction = new.text.partition(sign)[2]
    whole = str(abs(int(value)))
    was_grouped = group in place.text
    is_new_grouped = not new.text.isdigit() and len(whole) > 3 and not new.text.startswith(whole)
    was_long = sum(char.isdigit() for char in place.text.partition(decimal)[0]) > 3
    if len(whole) > 3 and (was_grouped or (is_new_grouped and not (was_long and len(whole) == 4))):
        head = len(whole) % 3 or 3
        whole = group.join([whole[:head], *(whole[at : at + 3] for at in range(head, len(whole), 3))])
    sign = (place.sign or new.sign) if value < 0 else ""
    return sign + whole + (decimal + fraction if fraction else "")


def _ending(old: str, figures: str, code: str) -> str | None:
    """The ordinal ending for new figures; ``None`` where the language's endings are not regular here."""
    if not old:
        return ""
    table = forms.ORDINAL_ENDINGS.get(code)
    if table:
        return next(table[key] for key in (figures[-2:], figures[-1:], "") if key in table)
    is_irregular = old.lstrip(".") in forms.IRREGULAR_ENDINGS or figures in {"1", "3"}
    return None if is_irregular and old[-1:] not in "ºª°" else old
