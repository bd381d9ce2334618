"""The machine's own clock and randomness; the application wires them in."""

from __future__ import annotations

import secrets
import time
from datetime import UTC, datetime

from desktop.domain.ids import Uuid7


class SystemClock:
    """The computer's time."""

    def now(self) -> datetime:
        """The current time, aware, in UTC."""
        return datetime.now(UTC)


def system_ids() -> Uuid7:
    """UUIDv7 keys from the computer's time and randomness. For one thread."""
    return Uuid7(lambda: time.time_ns() // 1_000_000, secrets.token_bytes)
