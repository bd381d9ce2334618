from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.errors import BadInputError
from desktop.publishing.file_names import slug
from desktop.publishing.formats import FORMATS, ExportInput, file_name
from tests.unit.publishing.material import document, embargoed, imprint, pairs, seed, spanish

BEGINNINGS = {"docx": b"PK\x03\x04", "html": b"<!DOCTYPE html>", "txt": b"COMUNICADO", "two-column-docx": b"PK\x03\x04"}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes(name):
    material = ExportInput(spanish(), imprint(), seed(), pairs(4, seed()))
    content = FORMATS[name].write(material)
    assert content.startswith(BEGINNINGS[name])
    assert content == FORMATS[name].write(material)


def test_a_bilingual_export_without_pairs_says_what_is_missing():
    with pytest.raises(BadInputError):
        FORMATS["two-column-docx"].write(ExportInput(seed(), imprint()))


def test_a_bilingual_export_of_the_source_works_too():
    assert FORMATS["two-column-docx"].write(ExportInput(seed(), imprint(), None, pairs(2, seed())))


@pytest.mark.parametrize(
    ("name", "an_imprint", "expected"),
    [
        ("docx", imprint(), "once-paises-acuerdan-proteger-a-la-ninez-migrante-no-acompanada-es.docx"),
        (
            "txt",
            imprint(is_approved=False),
            "BORRADOR-once-paises-acuerdan-proteger-a-la-ninez-migrante-no-acompanada-es.txt",
        ),
        (
            "html",
            embargoed(is_approved=False),
            "BORRADOR-EMBARGO-2026-06-26-1400-once-paises-acuerdan-proteger-a-la-ninez-migrante-no-acompanada-es.html",
        ),
        (
            "two-column-docx",
            imprint(),
            "once-paises-acuerdan-proteger-a-la-ninez-migrante-no-acompanada-two-column-es.docx",
        ),
    ],
)
def test_names_warn_in_front(name, an_imprint, expected):
    assert file_name(spanish().title, "es", FORMATS[name], an_imprint) == expected


def test_names_without_latin_letters_are_names_too():
    assert file_name("الهجرة", "ar", FORMATS["docx"], imprint()) == "release-ar.docx"
    assert slug("Straße, Łódź & Çelik’s Ærø") == "strasse-lodz-celiks-aero"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.text(max_size=12))
def test_any_title_gives_a_safe_name(title, language):
    name = file_name(title, language, FORMATS["docx"], embargoed(is_approved=False))
    assert name.isascii()
    assert len(name) <= 140
    assert not set(name) & set('/\\:*?"<>| \n')


def test_knowing_the_formats_loads_no_heavy_library():
    code = "import sys, desktop.publishing.formats; print({'docx', 'lxml', 'babel'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_an_empty_document_leaves_in_every_plain_format():
    for name in ("docx", "html", "txt"):
        assert FORMATS[name].write(ExportInput(document("en"), imprint()))
