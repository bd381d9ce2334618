"""What is put right while somebody types: quotation marks, dashes, ellipses, spaces that must not break.

All of it is data (``resources/typing/<language>.toml``); this is the one engine for every language. A rule sees the
text before the cursor, the sign just typed included, and says what its end becomes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.domain.errors import BadInputError
from desktop.i18n import _

#: How much of the text before the cursor a rule can see.
SEEN = 40


@dataclass(frozen=True, slots=True)
class Rule:
    """``pattern`` matches at the end of the text before the cursor; ``instead`` is a template for ``re``."""

    keys: frozenset[str]
    pattern: re.Pattern[str]
    instead: str


@dataclass(frozen=True, slots=True)
class TypingRules:
    """One style of one language. ``label`` is by interface language; ``quotes`` shows the style's marks.

    ``keys`` are all signs that can set a rule off: whoever types another one pays a set look-up and nothing else.
    """

    language: str
    style: str
    label: Mapping[str, str]
    quotes: str
    rules: tuple[Rule, ...]
    keys: frozenset[str]

    def words(self, interface: str) -> str:
        """The style's name in the interface's language."""
        return self.label.get(interface) or self.label.get("en", self.style)


@dataclass(frozen=True, slots=True)
class Correction:
    """The last ``removed`` code points before the cursor become ``text``."""

    removed: int
    text: str


def correction(before: str, rules: TypingRules) -> Correction | None:
    """What becomes of the end of ``before`` (at least its last :data:`SEEN` signs); the first rule that matches wins."""
    if not before or before[-1] not in rules.keys:
        return None
    seen = before[-SEEN:]
    is_whole = len(before) <= SEEN
    for rule in rules.rules:
        if before[-1] not in rule.keys:
            continue
        match = rule.pattern.search(seen)
        if match is None or (not is_whole and match.start() == 0):
            continue  # at the edge of what is seen, "start of the text" would be a lie
        old, new = match.group(), match.expand(rule.instead)
        same = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        if old != new:
            return Correction(len(old) - same, new[same:])
    return None


def rules_for(every: tuple[TypingRules, ...], language: str, style: str = "") -> TypingRules | None:
    """The rules of a text's language in the office's style; its first style where none is chosen."""
    short = language.split("-", 1)[0].lower()
    offered = [each for each in every if each.language == short]
    return next((each for each in offered if each.style == style), next(iter(offered), None))


def parse_typing_rules(text: str) -> tuple[TypingRules, ...]:
    """The styles in one language's TOML file, in its order.

    ``[signs]`` of a style are put for ``{name}`` in the rules' templates. Raises :class:`BadInputError` where a rule
    cannot be understood.
    """
    try:
        read = tomllib.loads(text)
        shared = read.get("rules", [])
        return tuple(_style(read["language"], style, shared) for style in read["styles"])
    except (KeyError, TypeError, ValueError, re.error) as error:
        raise BadInputError(_("The typing rules cannot be read: {reason}.").format(reason=error)) from error


def _style(language: str, style: Mapping[str, Any], shared: list[dict[str, str]]) -> TypingRules:
    signs = style.get("signs", {})
    rules = tuple(_rule(each, signs) for each in (*style.get("rules", []), *shared))
    keys = frozenset(sign for rule in rules for sign in rule.keys)
    return TypingRules(language, style["name"], style["label"], style["quotes"], rules, keys)


def _rule(given: Mapping[str, str], signs: Mapping[str, str]) -> Rule:
    instead, pattern = given["instead"], given["after"]
    for name, sign in signs.items():
        instead = instead.replace(f"{{{name}}}", sign)
        pattern = pattern.replace(f"{{{name}}}", re.escape(sign))
    return Rule(frozenset(given["keys"]), re.compile(f"(?:{pattern})\\Z"), instead)
