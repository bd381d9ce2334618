"""TMX: what we write comes back as it was, what others write is understood, what is hostile is refused."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.errors import BadInputError
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.unit import TranslationUnit, UnitOrigin
from desktop.exchange.tmx_reader import TmxFile, tag_of
from desktop.exchange.tmx_writer import write_tmx

_SIGNS = st.characters(codec="utf-8", exclude_characters="\x00")
_WORDS = st.text(_SIGNS, max_size=30)
_XML = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=20).filter(
    lambda text: text == text.strip()
)


@st.composite
def _rich(draw: st.DrawFn) -> RichText:
    text = draw(st.text(_SIGNS, min_size=1, max_size=40).filter(lambda text: text.strip()))
    ends = st.integers(0, len(text))
    marks = draw(st.lists(st.tuples(ends, ends, st.sampled_from(MarkKind), _WORDS), max_size=5))
    bare = (MarkKind.STRONG, MarkKind.EMPHASIS)
    return RichText.of(text, [Mark(min(a, b), max(a, b), k, "" if k in bare else v) for a, b, k, v in marks])


_MOMENTS = st.none() | st.integers(600_000_000, 4_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
_LINES = st.none() | _XML


@st.composite
def _units(draw: st.DrawFn) -> TranslationUnit:
    created = draw(_MOMENTS)
    return TranslationUnit(
        id=draw(st.uuids()).hex,
        source_language=draw(st.sampled_from(["en", "en-GB", "es-419", "fr"])),
        target_language=draw(st.sampled_from(["es", "pt-BR", "zh-Hant"])),
        source=draw(_rich()),
        target=draw(_rich()),
        previous=draw(_LINES),
        next=draw(_LINES),
        origin=draw(st.sampled_from(UnitOrigin)),
        release_id=draw(_XML),
        lineage=draw(_XML),
        segment_id=draw(_XML),
        author=draw(_XML),
        note=draw(_XML),
        properties=tuple(draw(st.lists(st.tuples(st.just("client") | st.just("x-α"), _XML), max_size=2))),
        created_at=created,
        changed_at=draw(_MOMENTS) or created,
    )


def _written(units: list[TranslationUnit]) -> bytes:
    stream = io.BytesIO()
    assert write_tmx(stream, units) == len(units)
    return stream.getvalue()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(st.lists(_units(), max_size=4))
def test_what_is_written_is_read_as_it_was(tmp_path: Path, units: list[TranslationUnit]) -> None:
    file = tmp_path / "round.tmx"
    file.write_bytes(_written(units))
    read = TmxFile(file)
    assert list(read) == units
    assert (read.skipped, read.is_damaged) == (0, False)


def _read(tmp_path: Path, text: str | bytes) -> tuple[list[TranslationUnit], TmxFile]:
    file = tmp_path / "a.tmx"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    read = TmxFile(file)
    return list(read), read


def _tmx(body: str, srclang: str = "en", before: str = "") -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>{before}<tmx version="1.4"><header srclang="{srclang}"/><body>{body}</body></tmx>'


_PAIR = '<tu><tuv xml:lang="en"><seg>Good {n}</seg></tuv><tuv xml:lang="es"><seg>Bien {n}</seg></tuv></tu>'


def test_omegat(tmp_path: Path) -> None:
    units, _ = _read(
        tmp_path,
        _tmx(
            '<tu><prop type="file">a.txt</prop><prop type="prev">Before it.</prop><prop type="next"></prop>'
            '<note>look here</note><tuv xml:lang="EN-US"><seg>It &lt;f0&gt;rains&lt;/f0&gt;</seg></tuv>'
            '<tuv xml:lang="ES" changeid="eva" changedate="20240102T030405Z" creationid="ana" '
            'creationdate="20230102T030405Z"><seg>Llueve</seg></tuv></tu>',
            "EN-US",
            '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        ),
    )
    (unit,) = units
    assert (unit.source_language, unit.target_language) == ("en-US", "es")
    assert (unit.previous, unit.next, unit.note, unit.author) == ("Before it.", "", "look here", "eva")
    assert unit.created_at == datetime(2023, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert unit.changed_at == datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert unit.properties == (("file", "a.txt"),)
    assert unit.origin is UnitOrigin.IMPORTED


def test_trados_memoq_and_okapi(tmp_path: Path) -> None:
    trados = (
        '<tu creationdate="20200101T000000Z" creationid="PC\\ana"><prop type="x-Context">-1, 22</prop>'
        '<tuv xml:lang="en-GB"><seg><bpt i="1" type="x-bold" x="1"/>Bold<ept i="1"/> and '
        '<bpt i="2" type="12" x="2"/>other<ept i="2"/> <ph x="3" type="7"/>end</seg></tuv>'
        '<tuv xml:lang="es-ES"><seg>Negrita</seg></tuv></tu>'
    )
    memoq = (
        '<tu><prop type="x-context-pre">&lt;seg&gt;One before.&lt;/seg&gt;</prop>'
        '<prop type="x-context-post">&lt;seg&gt;One after.&lt;/seg&gt;</prop>'
        '<tuv xml:lang="en"><prop type="client">x</prop><seg>It is.</seg></tuv>'
        '<tuv xml:lang="es"><seg>Es.</seg></tuv></tu>'
    )
    okapi = (
        '<tu tuid="t1"><prop type="Txt::FileName">f</prop><tuv xml:lang="en-us"><seg>Line<ph type="lb">&lt;br/&gt;</ph>'
        'two <hi type="italic">hi</hi><it pos="begin">x</it></seg></tuv><tuv xml:lang="es"><seg>Dos</seg></tuv></tu>'
    )
    units, read = _read(tmp_path, _tmx(trados + memoq + okapi))
    assert read.skipped == 0
    assert units[0].source == RichText.of("Bold and other end", [Mark(0, 4, MarkKind.STRONG)])
    assert units[0].properties == (("x-Context", "-1, 22"),)
    assert (units[1].previous, units[1].next) == ("One before.", "One after.")
    assert units[1].properties == (("client", "x"),)
    assert units[2].source == RichText.of("Line\ntwo hi", [Mark(9, 11, MarkKind.EMPHASIS)])
    assert units[2].source_language == "en-US"


def test_the_source_is_the_one_the_header_names_in_whatever_order(tmp_path: Path) -> None:
    swapped = '<tu><tuv xml:lang="ES"><seg>Bien</seg></tuv><tuv xml:lang="en_gb"><seg>Good</seg></tuv></tu>'
    (unit,), _ = _read(tmp_path, _tmx(swapped, "en"))
    assert (unit.source.text, unit.target_language) == ("Good", "es")
    three = (
        '<tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="es"><seg>b</seg></tuv>'
        '<tuv xml:lang="fr"><seg>c</seg></tuv></tu>'
    )
    for srclang, pairs in (("*all*", ["en>es", "en>fr", "es>fr"]), ("es", ["es>en", "es>fr"])):
        units, _ = _read(tmp_path, _tmx(three, srclang))
        assert [f"{unit.source_language}>{unit.target_language}" for unit in units] == pairs


def test_a_bad_unit_costs_itself(tmp_path: Path) -> None:
    bad = [
        "<tu/>",
        '<tu><tuv xml:lang="en"><seg>alone</seg></tuv></tu>',
        '<tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv><seg>no language</seg></tuv></tu>',
        '<tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="es"><seg> </seg></tuv></tu>',
        '<tu><tuv xml:lang="en"/><tuv xml:lang="es"><seg>x</seg></tuv></tu>',
    ]
    body = "".join(_PAIR.format(n=n) + each for n, each in enumerate(bad))
    units, read = _read(tmp_path, _tmx(body + _PAIR.format(n="end")))
    assert [unit.source.text for unit in units] == ["Good 0", "Good 1", "Good 2", "Good 3", "Good 4", "Good end"]
    assert read.skipped == len(bad)


def test_what_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    whole = _tmx("".join(_PAIR.format(n=n) for n in range(20)))
    units, read = _read(tmp_path, whole[: len(whole) * 3 // 4])
    assert 10 < len(units) < 20
    assert read.is_damaged
    units, read = _read(tmp_path, _tmx(_PAIR.format(n="&#x1F;x") + _PAIR.format(n=2)))
    assert units[-1].source.text == "Good 2"


def test_utf_16_is_read(tmp_path: Path) -> None:
    text = _tmx(_PAIR.format(n="ñ")).replace("UTF-8", "UTF-16")
    (unit,), _ = _read(tmp_path, text.encode("utf-16"))
    assert unit.target.text == "Bien ñ"


_LAUGHS = '<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
_OUTSIDE = '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("before", [_LAUGHS, _OUTSIDE, '<!DOCTYPE tmx SYSTEM "x.dtd" [<!ENTITY % p "q">]>'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_with_a_sentence(tmp_path: Path, before: str, encoding: str) -> None:
    text = _tmx(_PAIR.format(n="&a;"), before=before).replace("UTF-8", encoding)
    with pytest.raises(BadInputError, match="declares entities"):
        _read(tmp_path, text.encode(encoding))


@pytest.mark.parametrize("content", [b"", b"hello", b"<html><body><tu/></body></html>", b"\x00\x01\x02", b"PK\x03\x04"])
def test_what_is_no_tmx_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(BadInputError, match="not TMX"):
        _read(tmp_path, content)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for place in (tmp_path / "none.tmx", tmp_path):
        with pytest.raises(BadInputError, match="could not be read"):
            list(TmxFile(place))


@given(st.text(max_size=12))
def test_any_tag_is_none_or_canonical(written: str) -> None:
    tag = tag_of(written)
    assert tag_of(tag) == tag


def test_tags_in_one_way_of_writing() -> None:
    written: dict[str, Any] = {
        "EN": "en",
        "en_US": "en-US",
        "en-gb": "en-GB",
        "es-419": "es-419",
        "zh_hant_tw": "zh-Hant-TW",
        "": "",
    }
    assert {tag: tag_of(tag) for tag in written} == written
