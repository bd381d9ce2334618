"""``comunicado terms``."""

from __future__ import annotations

from pathlib import Path

from tests.integration.cli.desk import Desk

SAMPLE = Path(__file__).parents[3] / "resources" / "sample" / "glossary.csv"


def test_terms_come_in_are_found_and_go_out(desk: Desk) -> None:
    said = desk.json("terms", "import", SAMPLE)
    assert (said["format"], said["new"], said["refused"]) == ("csv", 118, 0)
    assert desk.json("terms", "import", SAMPLE)["known"] == 118
    text = "IOM fights human trafficking."
    found = desk.json("terms", "find", text, "--from", "en", "--to", "es")["terms"]
    assert [(text[each["start"] : each["end"]], each["targets"][0]["text"]) for each in found] == [
        ("IOM", "OIM"),
        ("human trafficking", "trata de personas"),
    ]
    assert found[1]["forbidden"][0]["text"] == "tráfico de personas"
    assert found[1]["note"].startswith("NEVER")
    back = desk.json("terms", "find", "la trata de personas", "--from", "es", "--to", "en")["terms"]
    assert back[0]["targets"][0]["text"] == "human trafficking"
    for format_ in ("tbx", "csv", "xlsx"):
        out = desk.folder / f"out.{format_}"
        assert desk.json("terms", "export", out, "--format", format_)["concepts"] == 118
        assert desk.json("terms", "import", out)["known"] == 118
    desk.ok("terms", "export", desk.folder / "three.tbx", "--tbx", "v3-dct")
    assert desk.json("terms", "import", desk.folder / "three.tbx")["known"] == 118


def test_lines_for_people(desk: Desk) -> None:
    desk.ok("terms", "import", SAMPLE)
    (line,) = desk.ok("terms", "find", "forced labor", "--from", "en", "--to", "es").splitlines()
    assert line.startswith("forced labor  →  trabajo forzoso")
    assert "trata de personas" in desk.ok("terms", "find", "traffick", "--from", "en", "--to", "es")
    assert desk.ok("terms", "find", "xyz", "--from", "en", "--to", "es").strip() == "Nothing was found."
    assert desk.json("terms", "find", "xyz", "--from", "en", "--to", "es") == {"terms": []}


def test_a_bad_row_is_told_and_the_others_come_in(desk: Desk) -> None:
    bad = desk.folder / "bad.csv"
    bad.write_text("Language,Term,Status\nen,one,preferred\nen,two,great\n", "utf-8")
    said = desk.json("terms", "import", bad)
    assert (said["new"], said["refused"]) == (1, 1)
    assert [row["row"] for row in said["rows"] if row["outcome"] == "refused"] == [3]
    assert "great" in desk.ok("terms", "import", bad)


def test_what_cannot_be_done_is_refused_in_one_line(desk: Desk) -> None:
    hostile = desk.folder / "x.tbx"
    hostile.write_text('<!DOCTYPE m [<!ENTITY a "b">]><martif>&a;</martif>', "utf-8")
    desk.refused("terms", "import", hostile)
    desk.refused("terms", "import", desk.folder / "nothing.csv")
    desk.ok("terms", "import", SAMPLE)
    desk.refused("terms", "export", desk.folder / "x.doc")
    desk.refused("terms", "export", desk.folder / "none" / "x.csv")
    desk.refused("terms", "find", "x", "--from", "english!", "--to", "es")
    desk.misused("terms", "find", "x")


def test_a_file_that_names_no_languages_takes_those_given(desk: Desk) -> None:
    bare = desk.folder / "g.txt"
    bare.write_text("alpha\tomega\n", "utf-8")
    desk.refused("terms", "import", bare)
    desk.refused("terms", "import", bare, "--from", "en")
    assert desk.json("terms", "import", bare, "--from", "en", "--to", "es")["new"] == 1
    assert (
        desk.json("terms", "find", "Alphas", "--from", "en", "--to", "es")["terms"][0]["targets"][0]["text"] == "omega"
    )
