"""The machines against what answers like them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest

from desktop.domain.richtext import RichText
from desktop.exchange.machine.apertium import Apertium
from desktop.exchange.machine.deepl import DeepL
from desktop.exchange.machine.http import checked_address
from desktop.exchange.machine.keys import KeyRing
from desktop.exchange.machine.libretranslate import LibreTranslate
from desktop.translation.machine import MachineError, MachineTranslator, mask, restore
from tests.integration.machine.servers import Server, serving, translated

Make = Callable[[Server], MachineTranslator]
MACHINES: list[Make] = [
    lambda server: LibreTranslate(server.address, "secret", seconds=0.6),
    lambda server: DeepL("secret:fx", server.address, seconds=0.6),
]


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


@pytest.mark.parametrize("make", MACHINES)
def test_texts_come_back_in_order_with_masks_and_signs_whole(server: Server, make: Make) -> None:
    texts = ["⟦0⟧ opens & closes", "one <two> ⟦1⟧ ⟦0⟧"]
    assert make(server).translate(texts, "en-GB", "es-CR") == [translated(text) for text in texts]


@pytest.mark.parametrize("make", MACHINES)
@pytest.mark.parametrize(
    ("mood", "words"),
    [
        ("key", "does not accept the key"),
        ("quota", "quota"),
        ("busy", "too many requests"),
        ("long", "too long"),
        ("broken", "Something went wrong"),
        ("slow", "did not answer"),
        ("html", "no translation"),
        ("nonsense", "no translation"),
        ("elsewhere", "refused"),
    ],
)
def test_what_goes_wrong_is_told_in_a_sentence(server: Server, make: Make, mood: str, words: str) -> None:
    server.mood = mood
    with pytest.raises(MachineError, match=words):
        make(server).translate(["one"], "en", "es")


@pytest.mark.parametrize("make", MACHINES)
def test_a_server_that_is_not_there_is_told(make: Make) -> None:
    with serving() as gone:
        machine = make(gone)
    with pytest.raises(MachineError, match="did not answer"):
        machine.translate(["one"], "en", "es")


def test_the_key_travels_where_the_services_want_it_and_nowhere_else(server: Server) -> None:
    for make in MACHINES:
        make(server).translate(["one"], "en", "es")
    (_path, libre_headers, libre), (path, headers, deepl) = server.asked
    assert libre["api_key"] == "secret"
    assert "secret" not in str(libre_headers)
    assert path == "/v2/translate"
    assert headers["Authorization"] == "DeepL-Auth-Key secret:fx"
    assert "secret" not in str(deepl)
    assert (deepl["source_lang"], deepl["target_lang"]) == ("EN", "ES")


@pytest.mark.parametrize("make", MACHINES)
def test_a_lost_mask_costs_the_suggestion(server: Server, make: Make) -> None:
    source = RichText.plain("IOM counted 2,300 people in April.")
    masked = mask(source, "en", "es")
    whole = restore(masked, make(server).translate([masked.text], "en", "es")[0])
    assert whole is not None
    assert "2.300" in whole.text
    server.mood = "careless"
    assert restore(masked, make(server).translate([masked.text], "en", "es")[0]) is None


@pytest.mark.parametrize("address", ["", "nonsense", "ftp://a.example", "http://translate.example", "https://"])
def test_an_address_that_is_none_or_can_be_read_on_the_way_is_refused(address: str) -> None:
    with pytest.raises(MachineError):
        checked_address(address)


def test_deepl_without_a_key_asks_nobody() -> None:
    with pytest.raises(MachineError, match="key"):
        DeepL("").translate(["one"], "en", "es")


def test_apertium_that_is_missing_or_lacks_the_pair_is_told() -> None:
    with pytest.raises(MachineError, match="not installed"):
        Apertium("no-such-apertium").translate(["one"], "en", "es")


@pytest.mark.skipif(shutil.which("apertium") is None, reason="Apertium is not installed")
def test_apertium_translates_and_keeps_masks() -> None:
    masked = mask(RichText.plain("IOM opened 1,250 houses for the children."), "en", "es")
    answers = Apertium().translate([masked.text, "The house is white."], "en", "es")
    assert answers[1] == "La casa es blanca."
    restored = restore(masked, answers[0])
    assert restored is not None
    assert "1.250" in restored.text
    assert "IOM" in restored.text
    with pytest.raises(MachineError, match="cannot translate"):
        Apertium().translate(["one"], "en", "xx")


def test_a_key_without_a_keyring_stays_in_memory() -> None:
    keys = KeyRing(use_system=False)
    keys.put("deepl", "secret")
    assert keys.get("deepl") == "secret"
    assert not keys.is_lasting
    assert KeyRing(use_system=False).get("deepl") == ""
