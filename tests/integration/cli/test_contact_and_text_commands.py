"""``comunicado contacts …`` and ``comunicado text segment``."""

from __future__ import annotations

import pytest

from tests.integration.cli.desk import STATION, Desk

PEOPLE = """Name,Email,Phone,Organisation,Languages,Tags
Ana Mora,amora@guardia.example,+506 2212 5327,Coast guard,es;en,spokespeople
José Núñez,jnunez@diario.example,+506 2212 5337,El Diario,es,press
Zoë Ångström,zoe@nordic.example,,Nordic News,en,press
"""
CONTACT_KEYS = {"id", "name", "organisation", "emails", "phones", "languages", "tags"}


def _names(desk: Desk, text: str) -> list[str]:
    return [each["name"] for each in desk.json("contacts", "find", text)["contacts"]]


def test_a_dry_run_tells_everything_and_writes_nothing(desk: Desk) -> None:
    people = desk.write("people.csv", PEOPLE)
    planned = desk.json("contacts", "import", people, "--dry-run")
    assert planned["dry_run"] is True
    assert [row["outcome"] for row in planned["rows"]] == ["new", "new", "new"]
    assert [row["row"] for row in planned["rows"]] == [2, 3, 4]
    assert "3 new" in desk.ok("contacts", "import", people, "--dry-run")
    assert desk.json("contacts", "find", "") == {"contacts": []}
    done = desk.json("contacts", "import", people)
    assert done["dry_run"] is False
    assert len(desk.json("contacts", "find", "")["contacts"]) == 3


def test_importing_twice_doubles_nobody(desk: Desk) -> None:
    people = desk.write("people.csv", PEOPLE)
    assert "3 new" in desk.ok("contacts", "import", people)
    assert "3 known already" in desk.ok("contacts", "import", people)
    changed = desk.write("changed.csv", PEOPLE.replace("El Diario,es,press", "El Diario,es,culture"))
    assert "1 changed" in desk.ok("contacts", "import", changed)
    (person,) = desk.json("contacts", "find", "nunez")["contacts"]
    assert set(person) == CONTACT_KEYS
    assert set(person["tags"]) == {"press", "culture"}
    assert (person["organisation"], person["phones"]) == ("El Diario", ["+50622125337"])


def test_find_asks_every_word_and_folds_accents(desk: Desk) -> None:
    desk.ok("contacts", "import", desk.write("people.csv", PEOPLE))
    assert _names(desk, "nunez") == ["José Núñez"]
    assert _names(desk, "jose diario") == ["José Núñez"]
    assert _names(desk, "angstr") == ["Zoë Ångström"]
    assert _names(desk, "jose nordic") == []
    assert _names(desk, "zoe@nordic.example") == ["Zoë Ångström"]
    for odd in ('"*(', "%", "\udcff", "a" * 10_000, "' OR 1=1 --"):
        assert _names(desk, odd) == []
    assert "José Núñez  El Diario" in desk.ok("contacts", "find", "nunez")


@pytest.mark.parametrize(("name", "ending"), [("csv", "csv"), ("vcard", "vcf")])
def test_what_was_exported_comes_in_again_as_the_same(desk: Desk, name: str, ending: str) -> None:
    desk.ok("contacts", "import", desk.write("people.csv", PEOPLE))
    desk.bring()
    out = desk.folder / f"out.{ending}"
    assert desk.json("contacts", "export", "--format", name, "--output", out) == {"file": str(out), "contacts": 3}
    assert "3 known already" in desk.ok("contacts", "import", out)
    before = desk.json("contacts", "find", "")["contacts"]
    other = desk.folder / "other.comunicado"
    assert "3 new" in desk.ok("contacts", "import", out, "--workspace", other)
    after = desk.json("contacts", "find", "", "--workspace", other)["contacts"]
    assert [{**each, "id": ""} for each in after] == [{**each, "id": ""} for each in before]
    desk.ok("contacts", "export", "--format", name, "--output", desk.folder / "again", "--workspace", other)
    assert desk.is_sound()


def test_an_empty_directory_exports_and_a_bad_place_is_told(desk: Desk) -> None:
    for name in ("csv", "vcard"):
        desk.ok("contacts", "export", "--format", name, "--output", f"empty.{name}")
        line = desk.refused("contacts", "export", "--format", name, "--output", "missing/out")
        assert "There is no folder" in line
    assert desk.is_sound()


def test_numbers_without_country_belong_to_the_region(desk: Desk) -> None:
    people = desk.write("people.csv", "Name,Email,Phone\nAna Mora,a@x.example,2212-5327\n")
    desk.ok("contacts", "import", people, "--region", "CR")
    assert desk.json("contacts", "find", "ana")["contacts"][0]["phones"] == ["+50622125327"]


def test_people_of_a_release_are_not_doubled_by_an_import(desk: Desk) -> None:
    desk.bring()
    people = desk.write("people.csv", PEOPLE)
    outcomes = [row["outcome"] for row in desk.json("contacts", "import", people)["rows"]]
    assert outcomes == ["changed", "new", "new"]
    assert _names(desk, "mora") == ["Ana Mora"]


def test_segment_prints_one_sentence_a_line(desk: Desk) -> None:
    text = desk.write(
        "texto.txt",
        "La Sra. Mora llegó a las 9 a. m. a EE. UU. con el núm. 5. Luego habló.\n\n¿Vendrá? Sí, dijo.\n",
    )
    expected = [
        "La Sra. Mora llegó a las 9 a. m. a EE. UU. con el núm. 5.",
        "Luego habló.",
        "¿Vendrá?",
        "Sí, dijo.",
    ]
    assert desk.ok("text", "segment", "--language", "es", text).splitlines() == expected
    assert desk.json("text", "segment", "--language", "es-CR", text) == {"segments": expected}


def test_segment_needs_no_workspace(desk: Desk) -> None:
    desk.workspace.unlink()
    assert desk.ok("text", "segment", "--language", "en", desk.write("a.txt", STATION)).count("\n") == 7
    assert not desk.workspace.exists()


def test_segment_refuses_what_it_cannot_read(desk: Desk) -> None:
    for name, content in (("empty.txt", b""), ("nul.txt", b"\0" * 100), ("zip.txt", b"PK\x03\x04 and more")):
        desk.refused("text", "segment", "--language", "en", desk.write(name, content))
    desk.refused("text", "segment", "--language", "en", "missing.txt")
    desk.refused("text", "segment", "--language", "en", desk.folder)


def test_a_region_is_a_country(desk: Desk) -> None:
    people = desk.write("people.csv", "name,phone\nAna,2212-5327\n")
    for wrong in ("QQ", "CRI", "", "é", "EU"):
        assert "is not a country" in desk.refused("contacts", "import", people, "--region", wrong)
    rows = desk.json("contacts", "import", people, "--region", "cr")["rows"]
    assert rows[0]["contact"]["phones"] == ["+50622125327"]
