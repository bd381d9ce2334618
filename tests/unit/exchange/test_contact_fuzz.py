"""Damaged contact files: a person in them or a sentence about them, never an error of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.domain.errors import BadInputError
from desktop.exchange.contact_files import read_contact_file
from desktop.exchange.contacts_table_out import to_xlsx
from desktop.exchange.vcard_out import to_vcard
from tests.unit.exchange.contact_fuzzing import many
from tests.unit.exchange.contact_samples import ALL, open_document, workbook

OLD = Path(__file__).parents[2] / "fixtures" / "exchange" / "press.xls"
BOOKS = {"book.xlsx": workbook(), "ours.xlsx": to_xlsx([]), "a.ods": open_document(), "a.xls": OLD.read_bytes()}


@pytest.mark.parametrize("kind", [".csv", ".vcf", ".ldif", ".xlsx", ".xls", ".ods"])
def test_damage_costs_rows_or_is_told(tmp_path: Path, kind: str) -> None:
    samples = {name: content for name, content in {**ALL, **BOOKS}.items() if name.endswith(kind)}
    outcomes = {"read": 0, "refused": 0}
    for name, content in many(samples, 150):
        path = tmp_path / name
        path.write_bytes(content)
        try:
            found = read_contact_file(path, region="CR")
        except BadInputError:
            outcomes["refused"] += 1
            continue
        outcomes["read"] += 1
        assert all(bool(row.contact) != bool(row.reason) for row in found.rows)
        people = [row.contact for row in found.rows if row.contact]
        assert bool(to_vcard(people)) == bool(people)
    assert outcomes["read"] or kind == ".ods", "the damage is not so great that nothing is ever read"
