"""The same words as the unit tests of publishing."""

from tests.unit.publishing.conftest import catalogues, spoken_words

__all__ = ["catalogues", "spoken_words"]
