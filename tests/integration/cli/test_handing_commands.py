"""``release export`` for work elsewhere, and ``release merge``."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.integration.cli.desk import Desk

N = "{urn:oasis:names:tc:xliff:document:1.2}"
FORMATS = ("xliff12", "xliff21", "bilingual-docx")
OUTCOMES = ["updated", "unchanged", "conflict", "stale", "unknown", "refused"]


def out(desk: Desk, release: str, name: str) -> str:
    desk.ok("release", "export", release, "--language", "es", "--format", name, "--output", f"out.{name}")
    return f"out.{name}"


@pytest.mark.parametrize("name", FORMATS)
def test_merging_what_left_changes_nothing(desk: Desk, name: str) -> None:
    release = desk.bring()
    desk.translated(release, "es")
    before = desk.segments(release)
    said = desk.json("release", "merge", release, out(desk, release, name))
    assert [each["id"] for each in said["segments"]] == [each["id"] for each in before]
    assert {each["outcome"] for each in said["segments"]} == {"unchanged"}
    assert list(said["counts"]) == OUTCOMES
    assert said["counts"]["unchanged"] == len(before)
    assert desk.segments(release) == before
    assert desk.is_sound()


def test_a_report_per_segment(desk: Desk) -> None:
    release = desk.bring()
    desk.ok("release", "translate", release, "--to", "es")
    path = desk.folder / out(desk, release, "xliff12")
    root = etree.parse(str(path))
    units = list(root.iter(f"{N}trans-unit"))
    for unit, text in zip(units, ("Uno", "Dos"), strict=False):
        unit.find(f"{N}target").text = text
    units[2].set("id", "nobody")
    units[2].find(f"{N}source").text = "Nobody wrote this."
    units[2].find(f"{N}target").text = "Nadie."
    root.write(str(path))
    look = desk.json("release", "merge", release, path, "--dry-run")
    assert not any(each["target"] for each in desk.segments(release)), "a dry run writes nothing"
    said = desk.json("release", "merge", release, path)
    assert said == look
    assert [each["outcome"] for each in said["segments"]][:4] == ["updated", "updated", "unknown", "unchanged"]
    assert said["segments"][2]["reason"]
    assert [(each["target"], each["state"]) for each in desk.segments(release)][:3] == [
        ("Uno", "translated"),
        ("Dos", "translated"),
        ("", "untranslated"),
    ]
    lines = desk.ok("release", "merge", release, path).splitlines()
    assert lines[0].startswith("updated 0, unchanged ")
    assert desk.is_sound()


def test_refused_in_one_line(desk: Desk) -> None:
    release = desk.bring()
    desk.translated(release, "es")
    path = desk.write(
        "x.xlf", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff version="1.2">&a;</xliff>'
    )
    assert "entities" in desk.refused("release", "merge", release, path)
    assert "There is no file" in desk.refused("release", "merge", release, "missing.xlf")
    good = (desk.folder / out(desk, release, "xliff12")).read_text("utf-8")
    french = desk.write("fr.xlf", good.replace('target-language="es"', 'target-language="fr"'))
    assert "fr" in desk.refused("release", "merge", release, french)
    assert "no release" in desk.refused("release", "merge", "0000", french).lower()


def test_a_memory_of_one_release(desk: Desk) -> None:
    release = desk.bring()
    desk.translated(release, "es")
    root = etree.parse(str(desk.folder / out(desk, release, "tmx"))).getroot()
    segments = [each for each in desk.segments(release) if each["state"] == "translated"]
    texts = [["".join(seg.itertext()) for seg in unit.iter("seg")] for unit in root.iter("tu")]
    assert [target for _source, target in texts] == [each["target"] for each in segments]
    assert root.find("header").get("srclang") == "en"
