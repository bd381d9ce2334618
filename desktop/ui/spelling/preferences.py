"""Names of preferences about spelling: this person, on this computer."""

from __future__ import annotations

#: ``off`` takes the waves away.
CHECK_PREFERENCE = "spelling.check"
