"""Keys made by the client: UUID version 7 (RFC 9562 §5.7)."""

from __future__ import annotations

from collections.abc import Callable


class Uuid7:
    """Makes UUIDv7 keys from a clock in milliseconds and a source of random bytes.

    Keys from one instance rise strictly, also within a millisecond and when the clock is set back: the last
    time is kept and the 74 random bits are counted up. Not safe for several threads at once.
    """

    def __init__(self, milliseconds: Callable[[], int], random_bytes: Callable[[int], bytes]) -> None:
        self._milliseconds = milliseconds
        self._random_bytes = random_bytes
        self._last_time = -1
        self._last_tail = 0

    def new(self) -> str:
        """A fresh key as 36 lower-case characters."""
        now = self._milliseconds()
        if now > self._last_time:
            self._last_time = now
            # The top bit stays free so that counting up has room.
            self._last_tail = int.from_bytes(self._random_bytes(10), "big") & ((1 << 73) - 1)
        else:
            self._last_tail += 1 + (self._random_bytes(1)[0] & 0x0F)
        tail = self._last_tail
        value = (self._last_time & ((1 << 48) - 1)) << 80
        value |= 0x7 << 76 | (tail >> 62) << 64 | 0b10 << 62 | (tail & ((1 << 62) - 1))
        digits = f"{value:032x}"
        return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
