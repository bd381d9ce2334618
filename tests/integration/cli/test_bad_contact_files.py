"""Contact files that are broken: a bad row costs itself, a bad file costs nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.integration.cli.desk import SEED, Desk

CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Ana Mora
N:Mora;Ana;;;
EMAIL:ana@x.example
END:VCARD
BEGIN:VCARD
VERSION:3.0
N
EMAIL;;;:::broken
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Luz Paz
EMAIL:luz@x.example
END:VCARD
BEGIN:VCARD
FN:Cut off in the mid"""


@pytest.fixture(autouse=True)
def _stays_sound(desk: Desk) -> Iterator[None]:
    """Whatever came in: the workspace verifies and no temporary file is left."""
    desk.ok("contacts", "import", desk.write("here.csv", "Name,Email\nIris Soto,iris@x.example\n"))
    yield
    assert desk.is_sound()
    assert desk.json("contacts", "find", "iris")["contacts"]


def test_one_bad_card_costs_only_itself(desk: Desk) -> None:
    cards = desk.write("cards.vcf", CARDS.replace("\n", "\r\n"))
    found = desk.json("contacts", "import", cards)
    assert [row["outcome"] for row in found["rows"]] == ["new", "refused", "new", "refused"]
    assert all(row["reason"] for row in found["rows"] if row["outcome"] == "refused")
    people = [each["name"] for each in desk.json("contacts", "find", "")["contacts"]]
    assert sorted(people) == ["Ana Mora", "Iris Soto", "Luz Paz"]
    told = desk.ok("contacts", "import", cards)
    assert "2 known already" in told
    assert "2 refused" in told
    assert told.count("\n") == 3


def test_broken_rows_cost_only_themselves(desk: Desk) -> None:
    rows = "Name;Email;Phone\nAna Mora;ana@x.example;2212-5327\n;;\nno address;not an address;\n;also no address;\n"
    found = desk.json("contacts", "import", desk.write("rows.csv", rows + "Luz Paz;luz@x.example;1;2;3;4\n"))
    outcomes = {row["row"]: row["outcome"] for row in found["rows"]}
    assert outcomes[2] == "new"
    assert outcomes[6] == "new"
    assert outcomes[5] == "refused"
    assert any("more cells" in each for each in found["warnings"])
    names = [each["name"] for each in desk.json("contacts", "find", "")["contacts"]]
    assert {"Ana Mora", "Luz Paz"} <= set(names)


def test_a_quotation_mark_that_is_never_closed_swallows_nobody(desk: Desk) -> None:
    rows = 'Name,Email\nAna Mora,ana@x.example\n"Luz Paz,luz@x.example\nEva Gil,eva@x.example\n'
    found = desk.json("contacts", "import", desk.write("rows.csv", rows))["rows"]
    assert [row["outcome"] for row in found] == ["new", "refused", "new"]
    assert "line 3" in found[1]["reason"]
    fair = 'Name,Email,Notes\n"Mora, Ana",ana@x.example,"two\nlines, and ""more"""\n'
    assert "1 changed" in desk.ok("contacts", "import", desk.write("fair.csv", fair))


def test_a_text_is_no_list_of_people(desk: Desk) -> None:
    assert "No column" in desk.refused("contacts", "import", SEED)
    bare = desk.write("bare.csv", "Ana Mora,ana@x.example\nLuz Paz,luz@x.example\n")
    assert "2 new" in desk.ok("contacts", "import", bare)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.csv", b""),
        ("empty.vcf", b""),
        ("nul.csv", b"\0" * 500),
        ("nul.vcf", b"\0" * 500),
        ("text.vcf", b"Only a text.\n"),
        ("sheet.xlsx", b"PK\x03\x04"),
        ("sheet.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000)),
        ("sheet.ods", b"PK\x03\x04" + bytes(200)),
        ("entries.ldif", b"Only a text.\n"),
        ("nul.ldif", b"\0" * 500),
        ("sheet.csv", b"PK\x03\x04" + bytes(200)),
        ("pictures.csv", b"Colour,Size\nred,1\nblue,2\n"),
    ],
)
def test_what_holds_no_people_is_refused_in_a_sentence(desk: Desk, name: str, content: bytes) -> None:
    said = desk.run("contacts", "import", desk.write(name, content))
    assert said.code == 1 or "no contacts" in said.out
    assert (said.out + said.err).count("\n") == 1
    assert "Traceback" not in said.err


def test_a_header_alone_holds_nobody(desk: Desk) -> None:
    assert "no contacts" in desk.ok("contacts", "import", desk.write("head.csv", "Name,Email\n"))
    assert desk.json("contacts", "import", desk.folder / "head.csv")["rows"] == []


def test_names_in_all_scripts_and_formulas_come_in_as_text(desk: Desk) -> None:
    rows = "Name,Email\n李小龍,li@x.example\nרחל כהן,rachel@x.example\n🎉 Party,p@x.example\n=1+1,f@x.example\n"
    assert "4 new" in desk.ok("contacts", "import", desk.write("rows.csv", rows))
    assert desk.json("contacts", "find", "李小龍")["contacts"][0]["emails"] == ["li@x.example"]
    desk.ok("contacts", "export", "--format", "csv", "--output", "out.csv")
    assert ",=1+1" not in (desk.folder / "out.csv").read_text("utf-8-sig")
    assert "5 known already" in desk.ok("contacts", "import", "out.csv")
