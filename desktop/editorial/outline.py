"""Where in an imported text the release is: its headline, its first paragraph, its last line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.document import BlockKind
from desktop.editorial import lines
from desktop.editorial.dateline_reading import is_date_line, read_dateline, read_dateline_line
from desktop.editorial.import_values import RawBlock

_FAR = 12


@dataclass(frozen=True, slots=True)
class Outline:
    """Indexes into the raw blocks; -1 where there is no such line. ``end`` is exclusive.

    ``dateline`` is a dateline on a line of its own; one at the front of a paragraph is at ``lead``.
    """

    start: int
    end: int
    headline: int
    subhead: int
    dateline: int
    lead: int


def find_outline(raw: Sequence[RawBlock], start: int | None = None) -> Outline:
    """The release in the text; ``start`` says where it begins, if somebody knows."""
    texts = [block.text.text.strip() for block in raw]
    navigation = _navigation(texts, raw)
    if start is None:
        lead = _lead(texts, raw, navigation, 0)
        headline = lead if _is_lone_title(texts) else _headline(texts, raw, navigation, lead)
    else:
        lead = _lead(texts, raw, navigation, start + 1)
        headline = start if _may_be_headline(raw[start], texts[start]) else -1
        if headline < 0:
            lead = start
    subhead = -1
    if headline >= 0:
        headline, subhead = _with_subhead(texts, raw, navigation, headline, lead, is_fixed=start is not None)
    begin = min(headline, lead) if headline >= 0 else lead
    alone = (i for i in range(begin + 1, lead) if read_dateline_line(texts[i]) and not is_date_line(texts[i]))
    return Outline(begin, _end(texts, lead), headline, subhead, next(alone, -1), lead)


def _may_be_headline(block: RawBlock, text: str) -> bool:
    return block.kind is BlockKind.HEADLINE or (len(text) <= 300 and read_dateline(text) is None)


def _is_lone_title(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return len(filled) == 1 and lines.is_title_like(filled[0])


def _navigation(texts: Sequence[str], raw: Sequence[RawBlock]) -> list[bool]:
    """For every line whether it looks like a piece of a site's navigation."""
    seen: dict[str, int] = {}
    for text in texts:
        if len(text) <= 60:
            seen[text.casefold()] = seen.get(text.casefold(), 0) + 1
    found: list[bool] = []
    for index, text in enumerate(texts):
        earlier = texts[index - 1] if index else ""
        is_short = len(text) <= 60
        found.append(
            not text
            or lines.is_bare_dash(text)
            or lines.is_menu(text)
            or (is_short and lines.bullet_length(text) > 0)
            or (is_short and seen[text.casefold()] > 1 and raw[index].kind is not BlockKind.HEADLINE)
            or (len(text) > 40 and lines.is_glued(text, earlier))
        )
    return found


def _lead(texts: Sequence[str], raw: Sequence[RawBlock], navigation: Sequence[bool], start: int) -> int:
    """The first paragraph of prose from ``start``: with a dateline if any has one, else the first of a run."""
    prose = [
        index
        for index in range(start, len(texts))
        if not navigation[index] and _is_prose(texts[index]) and raw[index].kind is not BlockKind.HEADLINE
    ]
    dated = next((index for index in prose if read_dateline(texts[index])), -1)
    if dated >= 0 and (start == 0 or dated - start <= _FAR):
        return dated
    alone = next((i for i in range(start, len(texts)) if read_dateline_line(texts[i]) and not navigation[i]), -1)
    after = next((index for index in prose if index > alone), -1)
    if alone >= 0 and after >= 0 and after - alone <= 2 and not is_date_line(texts[alone]):
        return after
    headed = max((i for i, block in enumerate(raw) if block.kind is BlockKind.HEADLINE and i >= start), default=-1)
    below = next((index for index in prose if index > headed), -1)
    if headed >= 0 and 0 <= below - headed <= _FAR:
        return below
    for index in prose:
        if any(index < other <= index + 2 for other in prose) or len(prose) == 1:
            return index
    if prose:
        return prose[0]
    return _first_of_a_short_text(texts, navigation, start)


def _first_of_a_short_text(texts: Sequence[str], navigation: Sequence[bool], start: int) -> int:
    """The first line of a text without long paragraphs; the second where the first is the title of a sentence."""
    filled = [index for index in range(start, len(texts)) if texts[index] and not navigation[index]]
    if not filled:
        return min(start, len(texts) - 1)
    is_titled = len(filled) > 1 and lines.is_title_like(texts[filled[0]]) and lines.is_sentence_ended(texts[filled[1]])
    return filled[1] if is_titled else filled[0]


def _is_prose(text: str) -> bool:
    if len(text) >= lines.LONG:
        return True
    return len(text) >= 90 and lines.is_sentence_ended(text)


def _is_passed_over(text: str) -> bool:
    """A line that may stand between headline and first paragraph and is neither."""
    return (
        not text
        or is_date_line(text)
        or lines.is_type_label(text)
        or lines.is_immediate(text)
        or lines.is_embargo(text)
        or lines.is_weak_footer(text)
        or lines.is_caption(text)
        or lines.is_byline(text)
        or lines.is_menu(text)
        or lines.is_bare_dash(text)
        or read_dateline_line(text) is not None
    )


def _headline(texts: Sequence[str], raw: Sequence[RawBlock], navigation: Sequence[bool], lead: int) -> int:
    marked = [
        i
        for i in range(lead)
        if raw[i].kind is BlockKind.HEADLINE and len(texts[i]) > 3 and not lines.is_menu(texts[i])
    ]
    if marked and lead - marked[-1] <= _FAR:
        return marked[-1]
    fallback = -1
    for index in range(lead - 1, max(-1, lead - 1 - _FAR), -1):
        text = texts[index]
        if _is_passed_over(text):
            continue
        is_bullet = lines.bullet_length(text) > 0
        if lines.is_title_like(text) and not is_bullet and not (navigation[index] and len(text) < lines.SHORT):
            return index
        if fallback < 0 and not is_bullet and not navigation[index] and len(text) <= 200:
            fallback = index
        if len(text) > 260:
            break
    return fallback


def _with_subhead(
    texts: Sequence[str], raw: Sequence[RawBlock], navigation: Sequence[bool], found: int, lead: int, *, is_fixed: bool
) -> tuple[int, int]:
    """Headline and subhead, where two title-like lines stand above the first paragraph."""
    below = [i for i in range(found + 1, lead) if not _is_passed_over(texts[i]) and not navigation[i]]
    if below and (is_fixed or raw[found].kind is BlockKind.HEADLINE):
        return found, below[0]
    if is_fixed or raw[found].kind is BlockKind.HEADLINE:
        return found, -1
    above = found - 1
    while above >= 0 and not texts[above]:
        above -= 1
    if above < 0 or texts[above].casefold() == texts[found].casefold():
        return found, -1
    text = texts[above]
    is_headline = (
        lines.is_title_like(text)
        and len(text) >= lines.SHORT
        and len(text.split()) >= 4
        and not navigation[above]
        and not lines.bullet_length(text)
        and not _is_passed_over(text)
        and not _repeats(text, texts[found])
    )
    return (above, found) if is_headline else (found, -1)


def _repeats(title: str, headline: str) -> bool:
    """Whether a page title is the headline with the site's name added."""
    return headline.casefold()[:40] in title.casefold()


def _end(texts: Sequence[str], lead: int) -> int:
    """The index after the release's last line."""
    end = len(texts)
    for index in range(lead + 1, len(texts)):
        if lines.is_strong_footer(texts[index]):
            end = index
            break
    while end > lead + 1 and _is_tail(texts[end - 1]):
        end -= 1
    return end


def _is_tail(text: str) -> bool:
    if lines.is_end_mark(text):
        return False
    return not text or lines.is_menu(text) or lines.is_weak_footer(text) or lines.is_bare_dash(text)
