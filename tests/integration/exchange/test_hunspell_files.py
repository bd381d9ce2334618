"""The dictionaries of this computer: found, opened, and good enough on real releases and real slips."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from desktop.editorial.spelling.dictionary import VARIETIES, Variety, variety_of
from desktop.editorial.spelling.speller import Speller
from desktop.exchange.hunspell_files import (
    FOLDERS_VARIABLE,
    HunspellDictionary,
    dictionary_folders,
    find_dictionary,
    open_dictionary,
)

SLIPS = {
    "en": "accomodate:accommodate recieve:receive seperate:separate definately:definitely occured:occurred untill:until "
    "goverment:government enviroment:environment neccessary:necessary begining:beginning beleive:believe commitee:committee "
    "concensus:consensus embarass:embarrass existance:existence foriegn:foreign independant:independent liason:liaison "
    "maintenence:maintenance millenium:millennium occassion:occasion parliment:parliament persistant:persistent "
    "priviledge:privilege recomend:recommend relevent:relevant succesful:successful tommorow:tomorrow "
    "unfortunatly:unfortunately acheive:achieve adress:address agressive:aggressive assasination:assassination "
    "catagory:category humanitarain:humanitarian displacment:displacement traficking:trafficking migratoin:migration",
    "es": "migracion:migración refujiados:refugiados desplasados:desplazados humanitaira:humanitaria govierno:gobierno "
    "nesesario:necesario organisacion:organización internasional:internacional vulnerbles:vulnerables poblacoin:población "
    "dsearrollo:desarrollo acojida:acogida explotasion:explotación emerjencia:emergencia sosial:social "
    "ecsperiencia:experiencia recivir:recibir estubo:estuvo conosimiento:conocimiento dirijir:dirigir travajo:trabajo "
    "travajadores:trabajadores tambien:también despues:después segun:según situacion:situación region:región "
    "jovenes:jóvenes inundasiones:inundaciones huracan:huracán departamneto:departamento provinsia:provincia "
    "entrevsita:entrevista conferensia:conferencia convensión:convención declarasion:declaración",
    "fr": "refugiés:réfugiés necessaire:nécessaire developement:développement organiation:organisation "
    "internatonale:internationale hummanitaire:humanitaire frontieres:frontières protecton:protection",
}


@cache
def _open(variety: Variety) -> HunspellDictionary | None:
    return open_dictionary(variety, dictionary_folders())


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(_open)


def _variety(code: str) -> Variety:
    found = variety_of(code)
    assert found is not None
    return found


@pytest.mark.parametrize("code", [each.code for offered in VARIETIES.values() for each in offered])
def test_every_variety_has_its_dictionary_here(code: str) -> None:
    found = find_dictionary(_variety(code), dictionary_folders())
    assert found is not None, "run packaging/linux/setup.sh"
    assert found.stem.lower().startswith(code.split("-", 1)[0])


def test_words_of_the_field(speller: Speller) -> None:
    right = {
        "en": "organization organisation analyse Geneva displaced don't migrants colour co-operation",
        "es": "migración desplazadas refugiadas dárselo Ginebra computadora vosotros",
        "fr": "l'organisation d'aide aujourd'hui réfugiés",
    }
    for language, words in right.items():
        assert [word for word in words.split() if not speller.is_right(word, language)] == []


def test_american_and_british() -> None:
    american = Speller(_open, chosen={"en": "en-US"})
    british = Speller(_open, chosen={"en": "en-GB"})
    assert american.is_right("color", "en")
    assert not american.is_right("colour", "en")
    assert british.is_right("colour", "en")
    assert not british.is_right("organization", "en")
    assert british.suggest("organization", "en")[0] == "organisation"
    for word in ("size", "prize", "seized", "capsized"):
        assert british.is_right(word, "en")


@pytest.mark.parametrize("language", sorted(SLIPS))
def test_what_was_meant_is_among_the_first_three(speller: Speller, language: str) -> None:
    pairs = [pair.split(":") for pair in SLIPS[language].split()]
    assert [word for word, _meant in pairs if speller.is_right(word, language)] == []
    missed = {
        word: speller.suggest(word, language)
        for word, meant in pairs
        if meant not in speller.suggest(word, language)[:3]
    }
    assert missed == {}


def test_signs_that_no_dictionary_has() -> None:
    dictionary = _open(_variety("es"))
    assert dictionary is not None
    for word in ("🙂", "жук", "a\x00b", "", "x" * 5000, "é" * 300):
        assert dictionary.knows(word) in (True, False)


def test_a_folder_of_the_persons_own_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en_GB.aff").write_text("SET UTF-8\n", "utf-8")
    (tmp_path / "en_GB.dic").write_text("2\nministerial\nqueso\n", "utf-8")
    monkeypatch.setenv(FOLDERS_VARIABLE, str(tmp_path))
    folders = dictionary_folders()
    assert folders[0] == tmp_path
    dictionary = open_dictionary(_variety("en-GB-oxendict"), folders)
    assert dictionary is not None
    assert dictionary.knows("queso")
    assert not dictionary.knows("government")
    assert list(dictionary.stems()) == ["ministerial", "queso"]
    assert {"qu", "que"} <= dictionary.pieces()
    assert "zq" not in dictionary.pieces()


def test_no_dictionary_is_no_error(tmp_path: Path) -> None:
    assert open_dictionary(_variety("fr"), [tmp_path]) is None
    (tmp_path / "fr.aff").write_text("", "utf-8")
    assert find_dictionary(_variety("fr"), [tmp_path]) is None, "half a dictionary is none"


def test_american_english_comes_with_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a system has no dictionaries at all, the library's own one is there."""
    for name in ("XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path))
    own = [
        folder for folder in dictionary_folders() if folder.parent.name == "hunspell" and folder.name == "dictionaries"
    ]
    assert len(own) == 1
    assert find_dictionary(_variety("en-US"), own) is not None
