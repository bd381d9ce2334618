"""Addresses as typed: cleaned, judged, never a way into a header."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.contacts.emails import ascii_address, check_email, email_key, normalise_email, split_addresses


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("obush@iom.int", "obush@iom.int"),
        (" Oliver Bush <OBush@IOM.int> ", "OBush@iom.int"),
        ("mailto:a@b.org?bcc=x@y.org", "a@b.org"),
        ("a@xn--and-6ma2c.cr", "a@ñandú.cr"),
        ("a@ÑANDÚ.cr", "a@ñandú.cr"),
        ("o'brien+news@sub.example.co.uk", "o'brien+news@sub.example.co.uk"),
    ],
)
def test_usable_addresses(typed: str, address: str) -> None:
    assert check_email(typed).address == address
    assert check_email(typed).problem == ""


@pytest.mark.parametrize(
    "typed",
    ["", "a", "a@b", "a b@c.org", "a@@b.org", "x@1.2.3.4", ".a@b.org", "a..b@c.org", "a@-b.org", '"a b"@c.org', "a@b..org",
     "a@b.org\nBcc: x@y.org", "a@b.org\r\nX: y", "a@b.org\x00", "a@b.org, c@d.org", "x" * 65 + "@b.org", "\ud800@b.org",
     "a@" + "b" * 250 + ".org"],
)  # fmt: skip
def test_refusals_are_sentences(typed: str) -> None:
    check = check_email(typed)
    assert check.address == ""
    assert check.problem.endswith(".")


def test_accents_before_the_at_sign_are_a_warning() -> None:
    assert check_email("josé@x.org").address == "josé@x.org"
    assert check_email("josé@x.org").warning


@given(st.text(max_size=80))
def test_any_typing_gives_a_safe_address_or_a_sentence(text: str) -> None:
    check = check_email(text)
    assert bool(check.address) != bool(check.problem)
    assert not set(check.address) & set("\r\n\0 <>,;")
    if check.address:
        assert normalise_email(check.address) == check.address
        assert ascii_address(check.address)


def test_cells_with_several_addresses() -> None:
    assert split_addresses("a@b.org; C <c@d.org>, e@f.org\ng@h.org i@j.org") == (
        "a@b.org", "c@d.org", "e@f.org", "g@h.org", "i@j.org",
    )  # fmt: skip
    assert email_key("OBush@IOM.int") == email_key("obush@iom.int")
