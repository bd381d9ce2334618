"""Every table at once, for those who make, upgrade or compare whole databases."""

from desktop.storage.schema import desk, people, sending, terms, texts
from desktop.storage.schema.base import metadata

__all__ = ["desk", "metadata", "people", "sending", "terms", "texts"]
