"""Taking an imported text apart: what is the release in it, and what each of its paragraphs is."""

from __future__ import annotations

from desktop.editorial.import_values import ContactCandidate, RawBlock, Recognised, RecognisedBlock

__all__ = ["ContactCandidate", "RawBlock", "Recognised", "RecognisedBlock"]
