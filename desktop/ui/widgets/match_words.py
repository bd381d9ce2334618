"""What a match of the memory is, in words: its class, why this percentage, where it comes from."""

from __future__ import annotations

from html import escape

from desktop.domain.diff import DiffPart
from desktop.domain.unit import TranslationUnit, UnitOrigin
from desktop.i18n import _, ngettext
from desktop.translation.memory.match import Difference, Match, MatchClass, PenaltyReason
from desktop.ui.theme.tokens import current


def origin_word(origin: UnitOrigin) -> str:
    """How a unit came into the memory."""
    return {
        UnitOrigin.CONFIRMED: _("confirmed here"),
        UnitOrigin.EDITED: _("edited in the memory"),
        UnitOrigin.IMPORTED: _("from a file"),
        UnitOrigin.ALIGNED: _("aligned"),
        UnitOrigin.MACHINE: _("machine translation"),
    }[origin]


def explained(match: Match) -> str:
    """The sentences of the tooltip: what the percentage is made of, penalties and swaps included."""
    why = match.explanation
    lines = [f"{match.percent} %", *_base_lines(match)]
    lines += [_penalty(each.reason, each.points) for each in why.penalties]
    if why.swaps:
        swaps = ", ".join(f"{each.old} → {each.new}" for each in why.swaps)
        lines.append(_("Put in from your sentence: {swaps}.").format(swaps=swaps))
    if match.is_reversed:
        lines.append(_("Made in the other direction."))
    return "\n".join(lines)


def _base_lines(match: Match) -> list[str]:
    why = match.explanation
    if why.match_class is MatchClass.LINEAGE:
        return [_("The very sentence between the same neighbours, in an earlier release of this line.")]
    if why.match_class is MatchClass.CONTEXT:
        return [_("The very sentence between the same neighbours.")]
    if why.match_class is MatchClass.EXACT:
        return [_("The very sentence.")]
    if why.match_class is MatchClass.FUZZY:
        words = ngettext(
            "Fuzzy: {edits} of {words} words differs.", "Fuzzy: {edits} of {words} words differ.", why.edits
        )
        return [words.format(edits=why.edits, words=why.words)]
    lines = [_difference(each) for each in why.differences] or [_("Only spaces differ.")]
    if why.base == 96:
        lines.append(_("Not every number could be put in: look at them."))
    return lines


def _difference(difference: Difference) -> str:
    return {
        Difference.MARKS: _("Only emphasis or links differ."),
        Difference.PUNCTUATION: _("Case, punctuation, quotes or dashes differ."),
        Difference.NUMBERS: _("Numbers or dates differ."),
    }[difference]


def _penalty(reason: PenaltyReason, points: int) -> str:
    words = {
        PenaltyReason.ALIGNED: _("−{points}: aligned by the program, not confirmed by anybody."),
        PenaltyReason.MACHINE: _("−{points}: translated by a machine."),
        PenaltyReason.VARIETY: _("−{points}: written for another variety of the language."),
        PenaltyReason.MARKS: _("−{points}: gaps or protected words differ."),
    }[reason]
    return words.format(points=points)


def percent_role(percent: int) -> str:
    """The colour role of a percentage; the number itself stands beside it."""
    return "ok" if percent >= 95 else "info" if percent >= 75 else "muted"


def diff_html(parts: tuple[DiffPart, ...]) -> str:
    """What the unit has otherwise, struck out, and what the sentence has instead, underlined."""
    tokens = current()
    looks = {
        "equal": "{}",
        "delete": f'<span style="color:{tokens.problem};text-decoration:line-through">{{}}</span>',
        "insert": f'<span style="color:{tokens.ok};text-decoration:underline">{{}}</span>',
    }
    return "".join(looks[part.kind].format(_safe(part.text)) for part in parts)


def highlighted_html(text: str, places: tuple[tuple[int, int], ...]) -> str:
    """A text with the words that were asked for on a ground of their own."""
    ground, ink = current().accent_soft, current().text
    pieces, at = "", 0
    for start, end in places:
        pieces += _safe(text[at:start])
        pieces += f'<b style="background-color:{ground};color:{ink}">{_safe(text[start:end])}</b>'
        at = end
    return pieces + _safe(text[at:])


def _safe(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def unit_facts(unit: TranslationUnit, release_title: str = "") -> str:
    """Where a unit comes from, shortly: its release or how it came, and who made it."""
    return " · ".join(part for part in (release_title or origin_word(unit.origin), unit.author) if part)
