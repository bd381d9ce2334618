"""English."""

# ruff: noqa: SIM905 - a line of words is read and corrected more easily than a list of quoted ones

from __future__ import annotations

from desktop.translation.terms.words.table import TermWords

_NOMINAL = frozenset({"", *"s es y ies".split()})

WORDS = TermWords(
    stemmer="english",
    nominal=_NOMINAL,
    verbal=_NOMINAL | {*"e d ed ing ied".split()},
    skipped=frozenset({"the", "a", "an", "s"}),
    irregular={
        "women": "woman", "men": "man", "children": "child", "lives": "life", "wives": "wife", "criteria": "criterion",
        "crises": "crisis", "analyses": "analysis", "bases": "basis", "sought": "seek", "led": "lead", "held": "hold",
        "labor": "labour", "center": "centre", "program": "programme", "programs": "programmes", "defense": "defence",
        "centers": "centres", "neighbor": "neighbour", "neighbors": "neighbours", "counseling": "counselling",
        "trafficked": "traffic",
    },
    respelled=(
        ("isation", "ization"), ("isations", "izations"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"),
        ("iser", "izer"), ("isers", "izers"), ("ises", "izes"),
    ),
    shouted=frozenset({"who", "it", "us", "he", "so", "or", "am", "aid", "act"}),
)  # fmt: skip
