"""Keys made by the client: valid UUIDv7 that rise, whatever the clock does."""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.ids import Uuid7

START = 1_767_225_600_000


def _source(times: list[int], seed: int = 1) -> Uuid7:
    clock: Iterator[int] = iter(times)
    return Uuid7(lambda: next(clock), random.Random(seed).randbytes)


@given(st.lists(st.integers(START - 5, START + 5), min_size=1, max_size=60), st.integers(0, 9))
def test_keys_rise_strictly_also_when_the_clock_is_set_back(times: list[int], seed: int) -> None:
    source = _source(times, seed)
    keys = [source.new() for _ in times]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


@given(st.integers(0, 2**48 - 1), st.integers(0, 99))
def test_a_key_is_what_the_standard_says(now: int, seed: int) -> None:
    text = _source([now], seed).new()
    key = uuid.UUID(text)
    assert text == str(key)
    assert key.version == 7
    assert key.variant == uuid.RFC_4122
    assert key.int >> 80 == now


def test_a_hundred_thousand_in_one_millisecond_are_all_different_and_valid() -> None:
    source = Uuid7(lambda: START, lambda count: b"\xff" * count)
    keys = [source.new() for _ in range(100_000)]
    assert keys == sorted(set(keys))
    last = uuid.UUID(keys[-1])
    assert (last.version, last.variant) == (7, uuid.RFC_4122)


def test_counting_up_carries_over_the_variant_bits() -> None:
    # All random bits set but the top one: the next steps run through the low 62 bits into the upper 12.
    source = Uuid7(lambda: START, lambda count: (b"\x00\x7f" + b"\xff" * 8)[:count] if count > 1 else b"\x0f")
    keys = [uuid.UUID(source.new()) for _ in range(100)]
    assert [key.int for key in keys] == sorted({key.int for key in keys})
    assert {(key.version, key.variant) for key in keys} == {(7, uuid.RFC_4122)}


def test_two_sources_at_the_same_instant_differ() -> None:
    assert _source([START], 1).new() != _source([START], 2).new()
