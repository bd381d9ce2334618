"""``comunicado lists …`` and ``comunicado contacts held|erase``."""

from __future__ import annotations

from tests.integration.cli.desk import Desk

PEOPLE = """Name,Email,Organisation,Languages,Tags,Country
Ana Mora,ana@guardia.example,Coast guard,es;en,spokespeople,CR
José Núñez,jose@diario.example,El Diario,es,press,CR
Zoë Ångström,zoe@nordic.example,Nordic News,en,press,SE
"""


def test_lists_are_made_shown_and_explained(desk: Desk) -> None:
    desk.ok("contacts", "import", desk.write("people.csv", PEOPLE))
    desk.ok("lists", "create", "Costa Rica", "--where", 'country = "Costa Rica" and tag = press')
    hand = desk.write("hand.txt", "zoe@nordic.example\nAna Mora\n")
    assert desk.json("lists", "create", "By hand", "--members", hand)["counts"]["people"] == 2
    desk.ok("lists", "create", "Both", "--include", "by hand", "--include", "Costa Rica")
    shown = desk.json("lists", "show", "Both")
    assert {each["name"] for each in shown["members"]} == {"Ana Mora", "José Núñez", "Zoë Ångström"}
    assert shown["counts"]["languages"] == {"es": 2, "en": 1}
    told = desk.json("lists", "why", "Costa Rica", "ana@guardia.example")
    assert (told["list"], told["is_in"]) == ("Costa Rica", False)
    assert "No: The tag is “press”." in told["reasons"]
    assert desk.json("lists", "why", "Both", "jose nunez")["is_in"] is True


def test_erasing_asks_first_and_lasts(desk: Desk) -> None:
    people = desk.write("people.csv", PEOPLE)
    desk.ok("contacts", "import", people)
    assert desk.json("contacts", "erase", "jose@diario.example")["erased"] is False
    assert desk.json("contacts", "find", "nunez")["contacts"]
    erased = desk.json("contacts", "erase", "jose@diario.example", "--yes")
    assert erased["erased"] is True
    assert erased["remains"]
    assert desk.json("contacts", "find", "nunez")["contacts"] == []
    outcomes = [row["outcome"] for row in desk.json("contacts", "import", people)["rows"]]
    assert outcomes == ["duplicate", "refused", "duplicate"]
