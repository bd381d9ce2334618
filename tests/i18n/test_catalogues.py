"""Every text is in the catalogues, in Spanish, with the same fields. ``make catalogues`` brings them up to date."""

from __future__ import annotations

from tests.i18n.catalogue_tool import catalogues


def test_the_catalogues_are_fresh_and_complete() -> None:
    problems = catalogues.check()
    shown = "\n".join(problems[:60])
    assert not problems, f"{len(problems)} problems:\n{shown}"
