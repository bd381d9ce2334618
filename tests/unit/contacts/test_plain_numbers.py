"""The quick reading of plainly written numbers says what phonenumbers says, or nothing."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.contacts.phones import parse_phone
from desktop.contacts.plain_numbers import quick_e164

REGIONS = ["CR", "NI", "PA", "ES", "MX", "AR", "FR", "DE", "IT", "GB", "US", "BR", "CH", "IL", "", "ZZ"]
DIGITS = st.text("0123456789 .-", min_size=4, max_size=18)


def _slowly(written: str, region: str) -> str:
    try:
        number = phonenumbers.parse(written, region or None)
    except phonenumbers.NumberParseException:
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@settings(deadline=None, max_examples=1500)
@given(st.builds(lambda plus, code, rest: f"{plus}{code}{rest}", st.sampled_from(["", "+"]),
                 st.sampled_from(["", "506", "505", "34", "52", "54", "33", "49", "39", "44", "1"]), DIGITS),
       st.sampled_from(REGIONS))  # fmt: skip
@example("06 12 34 56 78", "FR")
@example("+39 06 698 12345", "IT")
@example("15 5555 5555", "AR")
def test_it_agrees_with_the_library(written: str, region: str) -> None:
    quick = quick_e164(written, region)
    assert quick in ("", _slowly(written, region))
    if quick:
        assert phonenumbers.is_valid_number(phonenumbers.parse(quick))


@pytest.mark.parametrize("valid", ["2212-5327", "8888 7777", "+506 2212 5327", "+50622125327"])
def test_an_ordinary_list_is_read_quickly(valid: str) -> None:
    assert quick_e164(valid, "CR").startswith("+506")
    phone = parse_phone(valid, "CR")
    assert phone is not None
    assert phone.number == quick_e164(valid, "CR")


@pytest.mark.parametrize(
    "unclear", ["506-2212-5327", "2212-5327 ext. 4", "(0)20 7946 0018", "abc", "", "+1 202 456 1414"]
)
def test_what_takes_more_than_a_look_is_left_alone(unclear: str) -> None:
    assert quick_e164(unclear, "CR") == ""
