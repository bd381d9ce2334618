"""What is handed out and read again is the same, whatever the text; and it is what the standards say."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from desktop.domain.document import Document
from desktop.domain.handing import Handed, Returned, escaped, read_token, token_of, unescaped
from desktop.domain.richtext import MarkKind, RichText
from desktop.domain.segment import SegmentState
from desktop.exchange.returned_docx import read_bilingual_docx
from desktop.exchange.xliff12_writer import write_xliff12
from desktop.exchange.xliff21_writer import write_xliff21
from desktop.exchange.xliff_reader import read_xliff
from desktop.publishing.bilingual_words import state_label
from desktop.publishing.handout_docx import write_handout_docx
from desktop.publishing.render_tree import build_page
from tests.unit.exchange.handouts import handed, imprint, one, texts, values

SCHEMAS = Path(__file__).parents[2] / "fixtures" / "exchange" / "schemas"
STATES = {state_label("es", state).casefold(): state for state in SegmentState}
OURS = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:comunicado:exchange:1">
%s</xs:schema>"""
NAMES = ("release", "version", "base", "marks", "text", "control", "author", "at")


class _Local(etree.Resolver):
    """Finds imported schemas in the fixtures, never on the net."""

    def resolve(self, url, _id, context):
        name = url.rsplit("/", 1)[-1]
        if name == "ours.xsd":
            body = "".join(f'<xs:attribute name="{each}" type="xs:string"/>' for each in NAMES)
            return self.resolve_string(OURS % body, context)
        return self.resolve_filename(str(SCHEMAS / name), context)


def schema(name: str, namespace: str) -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Local())
    both = (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        f'<xs:import namespace="{namespace}" schemaLocation="{name}"/>'
        '<xs:import namespace="urn:comunicado:exchange:1" schemaLocation="ours.xsd"/></xs:schema>'
    )
    return etree.XMLSchema(etree.fromstring(both, parser))


@pytest.fixture(scope="module")
def strict_12() -> etree.XMLSchema:
    return schema("xliff-core-1.2-strict.xsd", "urn:oasis:names:tc:xliff:document:1.2")


@pytest.fixture(scope="module")
def core_20() -> etree.XMLSchema:
    return schema("xliff-core-2.0.xsd", "urn:oasis:names:tc:xliff:document:2.0")


def docx_of(material: Handed) -> bytes:
    return write_handout_docx(build_page(Document("d", "es"), imprint()), material)


def assert_same(material: Handed, back: Returned, *, has_matches: bool) -> None:
    assert (back.release_id, back.version_id) == (material.release_id, material.version_id)
    assert (back.source_language, back.target_language) == ("en", "es")
    assert len(back.segments) == len(material.segments)
    for was, now in zip(material.segments, back.segments, strict=True):
        assert now.id == was.id
        assert now.base == was.base
        assert now.source == was.source
        assert (now.target or RichText()) == was.target
        if now.target or has_matches is False:
            assert now.state is was.state
        assert [(n.author, n.text) for n in now.notes] == [(n.author, n.text) for n in was.notes]
        assert not now.unknown
        if has_matches:
            assert now.matches == was.matches


@given(handed())
def test_xliff_12_comes_back_as_it_left(strict_12: etree.XMLSchema, material: Handed) -> None:
    content = write_xliff12(material)
    strict_12.assertValid(etree.fromstring(content))
    assert_same(material, read_xliff(content, "x.xlf"), has_matches=True)


@given(handed())
def test_xliff_21_comes_back_as_it_left(core_20: etree.XMLSchema, material: Handed) -> None:
    content = write_xliff21(material)
    core_20.assertValid(etree.fromstring(content))
    assert_same(material, read_xliff(content, "x.xlf"), has_matches=True)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(handed())
def test_a_bilingual_table_comes_back_as_it_left(material: Handed) -> None:
    assert_same(material, read_bilingual_docx(docx_of(material), "x.docx", STATES), has_matches=False)


@given(texts)
def test_what_xml_cannot_hold_is_escaped(text: str) -> None:
    assert unescaped(escaped(text)) == text
    etree.Element("t").text = escaped(text)


@given(values)
def test_a_token_says_its_mark(value: str) -> None:
    for kind in MarkKind:
        token = token_of(kind, value)
        assert token.isascii()
        assert not set(token) & set(" ,;{}\\")
        assert read_token(token) == (kind, value)


def test_codes_of_the_translation_have_the_numbers_of_the_source() -> None:
    source = RichText.plain("See the IOM report").with_mark(8, 11, MarkKind.PROTECTED, "name")
    source = source.with_mark(12, 18, MarkKind.LINK, "https://example.org")
    target = RichText.plain("Vea el informe de IOM").with_mark(7, 14, MarkKind.LINK, "https://example.org")
    target = target.with_mark(18, 21, MarkKind.PROTECTED, "name")
    unit = etree.fromstring(write_xliff12(one(source, target))).find(".//{*}trans-unit")
    numbers = {name: [each.get("id") for each in unit.find(f"{{*}}{name}")] for name in ("source", "target")}
    assert numbers == {"source": ["1", "2"], "target": ["2", "1"]}


def test_a_drawn_block_is_not_to_be_translated() -> None:
    material = one("About us", "Sobre nosotros", is_fixed=True)
    for write in (write_xliff12, write_xliff21):
        (segment,) = read_xliff(write(material), "x.xlf").segments
        assert segment.is_fixed
    with pytest.raises(Exception, match="no table"):
        read_bilingual_docx(docx_of(material), "x.docx", STATES)


@pytest.mark.parametrize(
    ("state", "old", "new"),
    [
        (SegmentState.DRAFT, "needs-review-translation", "initial"),
        (SegmentState.TRANSLATED, "translated", "translated"),
        (SegmentState.REVIEWED, "signed-off", "reviewed"),
        (SegmentState.FINAL, "final", "final"),
    ],
)
def test_states_in_the_words_of_the_standards(state: SegmentState, old: str, new: str) -> None:
    material = one("Yes", "Sí", state)
    unit = etree.fromstring(write_xliff12(material)).find(".//{*}trans-unit")
    assert unit.find("{*}target").get("state") == old
    assert unit.get("approved") == ("yes" if state in (SegmentState.REVIEWED, SegmentState.FINAL) else "no")
    assert etree.fromstring(write_xliff21(material)).find(".//{*}segment").get("state") == new


def test_a_stale_sentence_needs_work_again() -> None:
    material = one("12 countries", "11 países", SegmentState.FINAL, is_stale=True, was="11 countries")
    unit = etree.fromstring(write_xliff12(material)).find(".//{*}trans-unit")
    assert unit.get("approved") == "no"
    assert unit.find("{*}target").get("state") == "needs-adaptation"
    assert any("11 countries" in note.text for note in unit.findall("{*}note"))
    piece = etree.fromstring(write_xliff21(material)).find(".//{*}segment")
    assert (piece.get("state"), piece.get("subState")) == ("initial", "comunicado:stale")
