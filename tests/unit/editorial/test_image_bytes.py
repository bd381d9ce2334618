"""Image files by their first bytes, and without what a camera wrote into them."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.editorial.image_bytes import media_type_of, without_metadata
from tests.unit.publishing.material import png


def segment(marker: int, content: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


SCAN = b"\xff\xda\x00\x02pixels\xff\xd9"
PROFILE = segment(0xE2, b"ICC_PROFILE\0")


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (png(), "image/png"),
        (b"\xff\xd8\xff\xe0rest", "image/jpeg"),
        (b"GIF89a....", "image/gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"<svg onload='alert(1)'>", ""),
        (b"<?xml version='1.0'?><svg/>", ""),
        (b"%PDF-1.7", ""),
        (b"", ""),
    ],
)
def test_what_a_file_is_says_its_content_and_not_its_name(content, wanted):
    assert media_type_of(content) == wanted


def test_a_photograph_does_not_tell_where_it_was_taken():
    tables = segment(0xDB, b"quantisation")
    place = segment(0xE1, b"Exif\0\0 N 12 06 W 86 14")
    photo = b"\xff\xd8" + place + PROFILE + segment(0xED, b"Photoshop") + segment(0xFE, b"by Ana") + tables + SCAN
    assert without_metadata(photo) == b"\xff\xd8" + PROFILE + tables + SCAN


def test_words_in_a_png_go_and_its_pixels_stay():
    assert without_metadata(png(text=b"Location\0Tapachula")) == png()


@pytest.mark.parametrize(
    "broken", [b"\xff\xd8\xff\xe1\xff\xff short", png()[:60], b"\x89PNG\r\n\x1a\n\xff\xff\xff\xff"]
)
def test_what_cannot_be_followed_comes_back_as_it_is(broken):
    assert without_metadata(broken) == broken


@given(st.binary(max_size=200))
def test_any_bytes_are_answered(content):
    for start in (b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"):
        assert len(without_metadata(start + content)) <= len(start + content)
