"""All planted errors."""

from __future__ import annotations

from tests.unit.editorial.checks.planted_case import Planted
from tests.unit.editorial.checks.planted_facts import FACTS
from tests.unit.editorial.checks.planted_words import WORDS

PLANTED = (*FACTS, *WORDS)

__all__ = ["PLANTED", "Planted"]
