"""What a reader of one language gets of attributes that exist in several."""

from __future__ import annotations

from desktop.domain.document import Block, BlockKind, Document, make_attrs
from desktop.domain.localised import document_for_reader, for_reader, language_attr


def image(**attrs: str) -> Block:
    return Block(
        "i", BlockKind.IMAGE, attrs=make_attrs({name.replace("_", "."): value for name, value in attrs.items()})
    )


def test_each_language_has_its_own_description_and_no_other():
    both = image(asset="a", alt="A house", alt_es="Una casa", alt_fr="Une maison")
    assert dict(for_reader(both, "en", is_source=True).attrs) == {"asset": "a", "alt": "A house"}
    assert dict(for_reader(both, "es-CR", is_source=False).attrs) == {"asset": "a", "alt": "Una casa"}


def test_a_translation_never_borrows_the_sources_description():
    assert for_reader(image(alt="A house"), "es", is_source=False).attr("alt") == ""


def test_a_link_without_an_address_of_its_own_leads_to_the_sources():
    link = Block("l", BlockKind.RELATED_LINK, attrs=make_attrs({"url": "https://x.org/en"}))
    assert for_reader(link, "es", is_source=False).attr("url") == "https://x.org/en"
    own = link.with_attr(language_attr("url", "es"), "https://x.org/es")
    assert for_reader(own, "es", is_source=False).attr("url") == "https://x.org/es"
    assert dict(for_reader(own, "en", is_source=True).attrs) == {"url": "https://x.org/en"}


def test_a_spanish_description_does_not_change_the_english_text():
    english = Document("d", "en", (image(alt="A house"),))
    more = Document("d", "en", (image(alt="A house", alt_es="Una casa"),))
    hashes = {document_for_reader(each, is_source=True).content_hash() for each in (english, more)}
    assert len(hashes) == 1
