"""One number in a text, with everything it may mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction

#: (grouping sign, decimal sign)
Style = tuple[str, str]


class Weight(IntEnum):
    """How surely a number must come back in the other language."""

    #: A word that can stand for a number (*both*, *una*, *century*): it answers one, and asks for none.
    FAINT = 0
    #: Indefinite (*thousands*).
    MANY = 1
    #: May be worded away (*two*, *second*, Roman numerals), but not replaced by another.
    SOFT = 2
    #: Figures, larger number words, fractions.
    FIRM = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at ``[start, end)``. ``values`` begins with the likeliest.

    ``styles`` are the ways to read figures, (value, signs), the language's own first; ``scale`` is the value of the
    word behind the figures (*million*), 1 without one. ``unit``: ``%``, ``pp``, ``/`` for a share of a whole, or empty. ``core_end`` is where the
    figures themselves end.
    """

    start: int
    end: int
    text: str
    values: tuple[Fraction, ...]
    weight: Weight
    unit: str = ""
    styles: tuple[tuple[Fraction, Style], ...] = ()
    scale: int = 1
    core_end: int = 0
    is_ordinal: bool = False

    @property
    def value(self) -> Fraction:
        """The likeliest value."""
        return self.values[0]

    @property
    def is_figures(self) -> bool:
        """Whether it begins with figures."""
        return self.text[:1].isdigit()

    def may_be(self, other: Figure) -> bool:
        """Whether both can mean the same."""
        return not set(self.values).isdisjoint(other.values)
