"""Counts in words."""

from __future__ import annotations


def counted(words: str, count: int) -> str:
    """``{count}`` filled in, thousands set apart by a narrow space."""
    return words.format(count=f"{count:,}".replace(",", "\u202f"))
