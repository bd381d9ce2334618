"""Phones as releases and address books write them."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.contacts.phones import format_international, parse_phone, to_e164


@pytest.mark.parametrize("region", ["", *sorted(phonenumbers.SUPPORTED_REGIONS)])
def test_the_numbers_of_the_seed_are_costa_rican_whatever_the_region(region: str) -> None:
    assert to_e164("506-2212-5327", region) == "+50622125327"
    assert to_e164("+506-2212-5337", region) == "+50622125337"


@pytest.mark.parametrize(
    ("written", "region", "number", "extension"),
    [
        ("2212-5327", "CR", "+50622125327", ""),
        ("00506 2212 5327", "", "+50622125327", ""),
        ("(+506) 2212-5327", "US", "+50622125327", ""),
        ("Tel: +506 2212 5327 ext. 12", "", "+50622125327", "12"),
        ("506-2212-5327 int. 12", "US", "+50622125327", "12"),
        ("911 23 45 67", "ES", "+34911234567", ""),
        ("+41 (0)22 717 91 11", "", "+41227179111", ""),
        ("(202) 456-1414 x5", "us", "+12024561414", "5"),
    ],
)
def test_written_numbers(written: str, region: str, number: str, extension: str) -> None:
    phone = parse_phone(written, region)
    assert phone is not None
    assert (phone.number, phone.extension) == (number, extension)


@pytest.mark.parametrize("written", ["", "   ", "nonsense", "8888 7777", "2212-5327", "+1", "0" * 500, "tel:"])
def test_without_a_region_an_unclear_number_is_none(written: str) -> None:
    assert parse_phone(written) is None
    assert to_e164(written, "") == ""


def test_hints_are_tried_after_the_region() -> None:
    phone = parse_phone("2212-5327", "US", hints=("CR",))
    assert phone is not None
    assert phone.number == "+50622125327"


def test_international_form() -> None:
    assert format_international("+50622125327") == "+506 2212 5327"
    assert format_international("as written") == "as written"
    assert format_international("+0") == "+0"


@given(st.text(max_size=60), st.sampled_from(["", "US", "CR", "ES", "zz", "?"]))
def test_any_typing_gives_a_valid_number_or_none(text: str, region: str) -> None:
    phone = parse_phone(text, region)
    assert phone is None or phonenumbers.is_valid_number(phonenumbers.parse(phone.number))
