"""Fill a workspace to the size that the bars are measured at, and measure storage itself there.

``python -m tests.benchmarks.seed_scale FILE`` makes the file (where it is not there yet) and prints the times.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import insert

from desktop.domain.contact import Contact, ContactQuery, EmailAddress, Outlet, Phone, Role
from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.order_key import keys_for
from desktop.domain.release import ReleaseQuery, ReleaseStatus
from desktop.domain.richtext import RichText
from desktop.storage import rows
from desktop.storage.folding import sort_key, spaced
from desktop.storage.schema import texts
from desktop.storage.system import SystemClock, system_ids
from desktop.storage.unit_of_work import SqlUnitOfWork
from desktop.storage.workspace import create_workspace, open_workspace

GIVEN = [
    "María",
    "José",
    "Ana",
    "Luis",
    "Pedro",
    "Íñigo",
    "Sofía",
    "Chloé",
    "Zoë",
    "Jürgen",
    "Åsa",
    "Łukasz",
    "Nuria",
    "Tomás",
    "Inés",
    "Mateo",
    "Emma",
    "Noah",
    "Liam",
]
FAMILY = [
    "García",
    "López",
    "Núñez",
    "Ibáñez",
    "Peña",
    "Müller",
    "Smith",
    "Johnson",
    "Castillo",
    "Ordóñez",
    "Vásquez",
    "Dubois",
    "Lefèvre",
    "Nowak",
    "Brown",
]
WORDS = [
    "migración",
    "región",
    "frontera",
    "acuerdo",
    "ministro",
    "niños",
    "escuela",
    "salud",
    "agua",
    "vivienda",
    "informe",
    "trabajo",
    "mujeres",
    "año",
    "migration",
    "region",
    "border",
    "agreement",
    "minister",
    "children",
    "school",
    "health",
    "water",
    "housing",
    "report",
    "labour",
    "women",
    "year",
]
COUNTRIES = ("CR", "NI", "MX", "ES", "US", "FR", "GT", "PA")


def fill(path: Path, releases: int = 20_000, contacts: int = 100_000) -> None:
    """Make a workspace with that many releases (each in two languages) and people. The same every time."""
    chance = random.Random(7)
    clock, ids = SystemClock(), system_ids()
    with create_workspace(path, clock=clock, ids=ids, author="Bench") as workspace:
        with workspace.unit_of_work() as unit:
            outlets = [unit.contacts.put_outlet(Outlet(ids.new(), f"Diario {n} de la Región")) for n in range(500)]
        with workspace.unit_of_work() as unit:
            unit.contacts.put_many(_people(chance, ids.new, contacts, outlets))
        for start in range(0, releases, 1000):
            with workspace.unit_of_work() as unit:
                _fill_releases(unit, chance, start, min(1000, releases - start))


def _people(chance: random.Random, new_id: Callable[[], str], count: int, outlets: list[Outlet]) -> Iterator[Contact]:
    for number in range(count):
        given, family = chance.choice(GIVEN), f"{chance.choice(FAMILY)} {chance.choice(FAMILY)}"
        outlet = chance.choice(outlets)
        yield Contact(
            new_id(),
            given,
            family,
            languages=("es", "en") if number % 3 else ("en",),
            emails=(EmailAddress(f"p{number}.{sort_key(given)}@diario{number % 500}.example"),),
            phones=(Phone(f"+506{20_000_000 + number * 7}"),),
            roles=(Role(outlet.id, outlet.name, "Periodista"),),
            tags=(chance.choice(WORDS),),
            country=chance.choice(COUNTRIES),
            city=chance.choice(("San José", "Managua", "Genève", "Bogotá")),
        )


def _fill_releases(unit: SqlUnitOfWork, chance: random.Random, start: int, count: int) -> None:
    now, new_id = unit.clock.now(), unit.ids.new
    stamps = {"created_at": now, "updated_at": now, "rev": 1}
    tables: dict[str, list[dict[str, object]]] = {"release": [], "version": [], "block": [], "segment": []}
    bodies = []
    for number in range(start, start + count):
        release_id, source_id, target_id = new_id(), new_id(), new_id()
        title = f"{' '.join(chance.choices(WORDS, k=6)).capitalize()} {number}"
        tables["release"].append(_release(release_id, title, number) | stamps)
        texts_of = [title, *(" ".join(chance.choices(WORDS, k=25)) + f" n{number}." for _ in range(5))]
        speaker = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
        texts_of[3] = f"“{texts_of[3]} {' '.join(chance.choices(WORDS, k=12))},” said {speaker}, director."
        blocks = tuple(
            Block(new_id(), BlockKind.PARAGRAPH if place else BlockKind.HEADLINE, RichText(text))
            for place, text in enumerate(texts_of)
        )
        for version_id, language, role in ((source_id, "en", "source"), (target_id, "es", "target")):
            total, stale = (len(blocks), number % 7 == 0) if role == "target" else (0, 0)
            tables["version"].append(
                {"id": version_id, "release_id": release_id, "language": language, "role": role, "status": "draft"}
                | {"assignee": "", "due_zone": "", "note": "", "total": total, "done": 0, "stale": int(stale)}
                | stamps
            )
            bodies.append((release_id, version_id, Document(version_id, language, blocks)))
        for block, key in zip(blocks, keys_for(len(blocks)), strict=True):
            tables["block"].append(_block(source_id, block, key) | stamps)
            is_stale = bool(number % 7 == 0 and block is blocks[0])
            tables["segment"].append(_segment(new_id(), target_id, block, key, is_stale=is_stale) | stamps)
    for name, values in tables.items():
        unit.connection.execute(insert(texts.metadata.tables[name]), values)
    for release_id, version_id, document in bodies:
        unit.search.index(release_id, version_id, document)


def _release(release_id: str, title: str, number: int) -> dict[str, object]:
    status = tuple(ReleaseStatus)[number % len(ReleaseStatus)].value
    names = {"title": title, "title_key": sort_key(title), "search_key": spaced(title)}
    blank = {"owner": "Bench", "assignee": "", "embargo_zone": "", "topics": "[]", "countries": "[]"}
    blank |= {"due_zone": "", "scheduled_zone": "", "notice": ""}
    kinds = {"type": "press-release", "source_language": "en", "status": status, "number": str(number)}
    return {"id": release_id} | names | blank | kinds


def _block(version_id: str, block: Block, key: str) -> dict[str, object]:
    content = {"kind": block.kind.value, "text": block.text.text, "marks": "[]", "attrs": "{}"}
    return {"version_id": version_id, "id": block.id, "order_key": key, "mode": "", "author": ""} | content


def _segment(segment_id: str, version_id: str, block: Block, key: str, *, is_stale: bool) -> dict[str, object]:
    source = rows.pack_text(block.text)
    made_from = rows.pack_text(RichText("An older sentence.")) if is_stale else None
    place = {"block_id": block.id, "place": 0, "rank": key, "is_locked": False, "assignee": "", "author": ""}
    target = {"target": rows.pack_text(RichText("Frase" if is_stale else "")), "origin": "typed"}
    state = {"state": "draft" if is_stale else "untranslated", "source": source, "made_from": made_from}
    return {"id": segment_id, "version_id": version_id} | place | target | state


def _times(work: Callable[[], object], runs: int = 9) -> list[float]:
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000)
    return found


def _say(name: str, times: list[float]) -> None:
    times.sort()
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    print(f"{name:<44} median {statistics.median(times):7.1f} ms   p95 {p95:7.1f} ms")


FILTERS = (
    "garcia", "gar", "ga", "g", "maria jose", "maría", "nunez", "núñez lop", "p12345", "diario12", "region 17", "d",
    "2212", "san jose", "managua mar", "lukasz", "ib", "periodico", "cr", "año", "zoe mul", "x", "brown emma", "ano",
)  # fmt: skip


def measure(path: Path) -> None:
    """Print the times of the contact list, the release list and search on a filled workspace."""
    start = time.perf_counter()
    with open_workspace(path, clock=SystemClock(), ids=system_ids()) as workspace:
        print(f"open {(time.perf_counter() - start) * 1000:.1f} ms")
        with workspace.unit_of_work() as unit:
            contacts = unit.contacts
            _say("Contacts.ids, first time (reads the order)", _times(lambda: contacts.ids(ContactQuery()), 1))
            every = [t for text in FILTERS for t in _times(lambda text=text: contacts.ids(ContactQuery(text)), 5)]
            _say("Contacts.ids by filter text", every)
            for text in ("g", "maria jose", "ano"):
                found = len(contacts.ids(ContactQuery(text)))
                _say(f"  “{text}”, {found} found", _times(lambda text=text: contacts.ids(ContactQuery(text))))
            for order in ("name", "organisation", "email", "country", "updated"):
                asked = ContactQuery(order=order)
                _say(f"Contacts.ids by {order}, first time", _times(lambda asked=asked: contacts.ids(asked), 1))
                _say(f"Contacts.ids by {order}, again", _times(lambda asked=asked: contacts.ids(asked)))
            some = contacts.ids(ContactQuery())[5000:5500]
            _say("Contacts.rows, 500", _times(lambda: contacts.rows(some)))
            for order in ("updated", "title", "status", "type", "embargo"):
                asked = ReleaseQuery(order=order)
                _say(f"Releases.page by {order}", _times(lambda asked=asked: unit.releases.page(asked)))
            for name, asked in (
                ("text", ReleaseQuery(text="migra año")),
                ("stale", ReleaseQuery(has_stale=True)),
                ("waiting, offset 10,000", ReleaseQuery(has_waiting=True, offset=10_000)),
            ):
                _say(f"Releases.page, {name}", _times(lambda asked=asked: unit.releases.page(asked)))
                _say(f"Releases.count, {name}", _times(lambda asked=asked: unit.releases.count(asked)))
            for text in ("migracion", "n1234", "ano nuevo", "año wat"):
                _say(f"Search.find “{text}”", _times(lambda text=text: unit.search.find(text), 5))
            one = contacts.get(some[0])
            _say("Contacts.put one", _times(lambda: contacts.put(contacts.get(one.id))))
            _say("Contacts.ids after a change", _times(lambda: contacts.ids(ContactQuery("garcia")), 1))


if __name__ == "__main__":
    file = Path(sys.argv[1])
    if not file.exists():
        began = time.perf_counter()
        fill(file)
        print(f"filled in {time.perf_counter() - began:.1f} s, {file.stat().st_size / 1e6:.0f} MB")
    measure(file)
