"""Capitals: words that a language writes small or with a capital, headlines, the word after a colon."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.document import BlockKind
from desktop.domain.finding import Finding, Fix, Replacement, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.ports import Rules
from desktop.translation.checks.wording.text import Token, inside, kept_quotes, prose, tokens

_FEW = 3


def _is_headline(pair: Pair) -> bool:
    """A headline by its block, or a line that reads like one: it ends without a sign."""
    return pair.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD) or not re.search(
        r"[.!?:;,…][”»\"’)\]]*\s*$", pair.target.text
    )


class SmallWords(SegmentCheck):
    """``written_small`` are months, days, languages and peoples; ``written_small_names`` are names, too.

    The second kind is told only beside a figure or an article (``written_small_after``).
    """

    name = "pair-lower-case"
    title = N_("Months, days, peoples and languages in small letters")
    severity = Severity.WARNING

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        rules = context.facts.target
        small, names = rules.set_of("written_small"), rules.set_of("written_small_names")
        words = prose(pair.target)
        if not (small or names) or words.isupper():
            return
        kept, after = kept_quotes(pair.source.text, pair.target.text), rules.pattern("written_small_after")
        found = tokens(words)
        for at, token in enumerate(found):
            if not token.is_capital or token.begins or token.text.casefold() not in small | names:
                continue
            if inside(kept, token.start) or _in_name(words, found, at, rules) or _is_place(token.text, context):
                continue
            if token.text.casefold() in names and not after.search(words[: token.start]):
                continue
            right = token.text.lower()
            message = _("This is written small: {right}.").format(right=right)
            yield self.at(pair, (token.start, token.end), message, right)


def _is_place(word: str, context: PairContext) -> bool:
    """Whether a word, exactly so, is the name of a place."""
    place = context.facts.places.find(word)
    return place is not None and place.name(context.facts.target_language) == word


def _in_name(words: str, found: tuple[Token, ...], at: int, rules: Rules) -> bool:
    """Whether a capitalised word stands right beside another one, as in the name of a body or a person."""
    token = found[at]
    small = rules.set_of("telling_words") | rules.set_of("articles")
    before = found[at - 1] if at else None
    after = found[at + 1] if at + 1 < len(found) else None
    joined_before = before is not None and words[before.end : token.start].isspace() and before.text[0].isupper()
    joined_after = after is not None and words[token.end : after.start].isspace() and after.text[0].isupper()
    is_small = before is not None and before.text.casefold() in small
    nouns = rules.set_of("body_nouns")
    is_small = is_small or (before is not None and before.text.casefold() in rules.set_of("people_after"))
    opens = is_small or (before is not None and before.begins and before.text.casefold() not in nouns)
    return (joined_before and not opens) or joined_after


class CapitalWords(SegmentCheck):
    """``written_capital`` are months, days, peoples and languages.

    ``written_capital_dates`` is a pattern of those that are words of another meaning, too.
    """

    name = "pair-capitals"
    title = N_("Months, days, peoples and languages with a capital")
    severity = Severity.WARNING

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        rules, words = context.facts.target, prose(pair.target)
        kept = kept_quotes(pair.source.text, pair.target.text)
        matches = [*rules.any_of("written_capital", 0).finditer(words)]
        matches += rules.pattern("written_capital_dates", 0).finditer(words)
        for match in matches:
            beside = words[max(0, match.start() - 1)] + words[match.end() : match.end() + 1]
            if not inside(kept, match.start()) and "-" not in beside:
                right = match.group().capitalize()
                message = _("This is written with a capital: {right}.").format(right=right)
                yield self.at(pair, match.span(), message, right)


class HeadlineCase(SegmentCheck):
    """A headline in title case where the language, or the house, writes sentence case (``headline_case``)."""

    name = "pair-headline-case"
    title = N_("Capitals in a translated headline")
    severity = Severity.WARNING

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        rules, words = context.facts.target, prose(pair.target)
        if rules.text("headline_case") != "sentence" or words.isupper() or not _is_headline(pair):
            return
        found = tokens(words)
        if not found or rules.any_of("body_nouns").match(found[0].text):
            return
        same = {token.text for token in tokens(prose(pair.source))}
        kept = kept_quotes(pair.source.text, pair.target.text)
        bodies = self._bodies(found, rules)
        open_ = [
            each
            for each in found
            if not each.begins and len(each.text) > _FEW and each.text not in same and not inside(kept, each.start)
        ]
        high = [each for each in open_ if each.is_capital]
        apart = [each for each in high if each.start not in bodies and not _is_place(each.text, context)]
        small = rules.set_of("telling_words")
        low = [each for each in open_ if each.text.islower() and each.text not in small]
        knows, language = context.facts.spelling.knows, context.facts.target_language
        common = [each for each in apart if knows(each.text.lower(), language)]
        is_whole = len(high) >= _FEW and len(low) * 10 <= len(open_) and len(apart) >= 2
        if is_whole or (len(common) > _FEW and len(low) * 4 <= len(open_)):
            edits = tuple(Replacement(pair.id, e.start, e.start + 1, e.text[0].lower()) for e in high)
            message = _("This headline is written like a title; in this language only names have capitals.")
            yield self.at(pair, (high[0].start, high[-1].end), message, Fix(edits))

    def _bodies(self, found: tuple[Token, ...], rules: Rules) -> set[int]:
        """Places of the words that belong to the name of a body or a region: it begins with one of ``body_nouns``."""
        nouns, small = rules.set_of("body_nouns"), rules.set_of("name_particles")
        inner: set[int] = set()
        is_in = False
        for token in found:
            is_in = (token.is_capital and (is_in or token.text.casefold() in nouns)) or (
                is_in and token.text.casefold() in small
            )
            if is_in or token.text in rules.words("region_words"):
                inner.add(token.start)
        return inner


class CapitalAfterColon(SegmentCheck):
    """A small word (``articles``) with a capital after a colon where the source goes on with a small letter."""

    name = "pair-colon-capital"
    title = N_("Capital after a colon")
    severity = Severity.SUGGESTION

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        source, target = prose(pair.source), prose(pair.target)
        articles = context.facts.target.set_of("articles")
        if len(re.findall(r":\s+[a-zà-ÿ]", source)) != 1 or source.count(":") != target.count(":"):
            return
        for match in re.finditer(r"(?<=\w:\s)([A-ZÀ-Þ][a-zà-ÿ]*)(?=\s[a-zà-ÿ])", target):
            if match[1].casefold() in articles:
                right = match[1].lower()
                yield self.at(pair, match.span(), _("After a colon the sentence goes on in small letters."), right)
