"""Order keys: always room for one more, and short keys for a long list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.order_key import key_between, keys_for


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=120))
def test_inserting_anywhere_keeps_the_order(places: list[int]) -> None:
    keys: list[str] = []
    for each in places:
        place = each % (len(keys) + 1)
        low = keys[place - 1] if place else None
        high = keys[place] if place < len(keys) else None
        key = key_between(low, high)
        assert low is None or low < key
        assert high is None or key < high
        assert not key.endswith("0")
        keys.insert(place, key)
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("end", ["front", "back", "second"])
def test_three_hundred_at_one_place_stay_below_the_columns_width(end: str) -> None:
    keys = list(keys_for(2))
    for _ in range(300):
        if end == "front":
            keys.insert(0, key_between(None, keys[0]))
        elif end == "back":
            keys.append(key_between(keys[-1], None))
        else:
            keys.insert(1, key_between(keys[0], keys[1]))
    assert keys == sorted(set(keys))
    assert max(map(len, keys)) <= 70


@pytest.mark.parametrize(("low", "high"), [("b", "a"), ("a", "a"), ("a1", "a")])
def test_no_room_is_an_error(low: str, high: str) -> None:
    with pytest.raises(ValueError, match="no room"):
        key_between(low, high)


@given(st.integers(0, 5000))
def test_fresh_keys_rise_and_leave_room(count: int) -> None:
    keys = keys_for(count)
    assert len(keys) == len(set(keys)) == count
    assert list(keys) == sorted(keys)
    assert not any(key.endswith("0") for key in keys)
    for low, high in zip((None, *keys), (*keys, None), strict=True):
        if low is not None or high is not None:
            key = key_between(low, high)
            assert low is None or low < key
            assert high is None or key < high


@pytest.mark.parametrize("count", [61, 62, 1921, 1922, 62**2 // 2, 62**2])
def test_fresh_keys_at_the_widths_edges(count: int) -> None:
    assert len(set(keys_for(count))) == count
