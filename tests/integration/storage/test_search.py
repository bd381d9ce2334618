from __future__ import annotations

from desktop.domain.document import Document
from desktop.storage.asking import ask, hit_pattern
from desktop.storage.snippets import HIT_END, HIT_START, snippet
from desktop.storage.workspace import Workspace
from tests.integration.storage.desk import paragraph, put_release, put_target


def _marked(text: str) -> str:
    return text.replace(HIT_START, "[").replace(HIT_END, "]")


def test_all_words_must_occur_and_the_last_is_a_prefix(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        release, version, _ = put_release(unit, "Seasonal workers crossed the border.", title="Niñez y migración")
        put_release(unit, "Workers met.")
        (hit,) = unit.search.find("WORKERS cro")
        assert (hit.release_id, hit.version_id, hit.language, hit.title) == (
            release.id,
            version.id,
            "en",
            "Niñez y migración",
        )
        assert _marked(hit.snippet) == "Seasonal [workers] [crossed] the border."
        assert len(unit.search.find("workers")) == 2
        assert len(unit.search.find("workers", limit=1)) == 1
        assert [h.version_id for h in unit.search.find("ninez")] == [version.id]
        for text in ("worker crossed", "", "  ", '" * (', "xyz", "workers AND"):
            assert unit.search.find(text) == (), text


def test_exact_accents_come_first_and_folded_ones_after(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        _, accented, _ = put_release(unit, "El año nuevo, el año viejo, el año.")
        _, plain, _ = put_release(unit, "El ano de la palabra.")
        assert [h.version_id for h in unit.search.find("año")] == [accented.id, plain.id]
        assert [h.version_id for h in unit.search.find("ano")] == [plain.id, accented.id]
        assert [h.version_id for h in unit.search.find("an\u0303o")] == [accented.id, plain.id]


def test_the_index_follows_the_text_in_each_language(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        release, version, document = put_release(unit, "First words")
        target, _ = put_target(unit, release, document)
        spanish = Document(target.id, "es", (paragraph("x", "Primeras palabras \U0001f30d aquí"),))
        unit.search.index(release.id, target.id, spanish)
        assert [h.language for h in unit.search.find("palabras")] == ["es"]
        unit.search.index(release.id, version.id, document.with_blocks([paragraph("y", "Second words")]))
        assert unit.search.find("first") == ()
        assert [h.version_id for h in unit.search.find("second")] == [version.id]


def test_a_very_long_text_is_indexed(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        release, version, document = put_release(unit)
        long = document.with_blocks([paragraph("x", " ".join(f"w{n}" for n in range(60_000)) + " " + "z" * 100_000)])
        unit.search.index(release.id, version.id, long)
        assert len(unit.search.find("w17 w1")) == 1


def test_a_snippet_is_a_piece_of_one_line() -> None:
    body = "Headline\n" + "antes " * 30 + "la Ñandú corre " + "después " * 40 + "\nFin"
    found = _marked(snippet(body, hit_pattern(ask("nandu"))))
    assert "[Ñandú]" in found
    assert "\n" not in found
    assert len(found) < 180
    assert _marked(snippet("nothing here", hit_pattern(ask("x")))) == "nothing here"
    assert _marked(snippet("a" * 500 + "hit", hit_pattern(ask("a")))).startswith("[a")
    assert snippet("", hit_pattern(ask("x"))) == ""
