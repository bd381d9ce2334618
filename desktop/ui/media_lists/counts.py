"""Who is on a list, in one line: by language, by country, by outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.contact import ContactQuery, ContactRow
from desktop.domain.ports import UnitOfWork
from desktop.i18n import _, ngettext
from desktop.services.directory import contact_ids, contact_rows
from desktop.ui.people.names import country_name, language_name
from desktop.ui.people.words import counted

#: Beyond this many people a list is not counted through: it would hold up the worker.
MOST = 20_000
_NAMED = 4


@dataclass(frozen=True, slots=True)
class ListCounts:
    """How many people read which language first, live in which country, and how many outlets there are."""

    languages: tuple[tuple[str, int], ...] = ()
    countries: tuple[tuple[str, int], ...] = ()
    outlets: int = 0
    without_email: int = 0


def count_list(uow: UnitOfWork, list_id: str) -> ListCounts:
    """Count the people of a list; nothing where there are too many. For the worker."""
    ids = contact_ids(uow, ContactQuery(list_id=list_id), first=0).ids
    return count_rows(contact_rows(uow, ids)) if len(ids) <= MOST else ListCounts()


def count_rows(rows: Iterable[ContactRow]) -> ListCounts:
    """Count some people; each counts for the language that he or she prefers."""
    languages: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    outlets: set[str] = set()
    without = 0
    for row in rows:
        languages[row.languages.split(",", 1)[0].strip()] += 1
        countries[row.country] += 1
        without += not row.email
        if row.organisation:
            outlets.add(row.organisation.casefold())
    return ListCounts(tuple(languages.most_common()), tuple(countries.most_common()), len(outlets), without)


def counts_line(counts: ListCounts) -> str:
    """``Spanish 12, English 3 · Costa Rica 8, Honduras 7 · 9 outlets``."""
    parts = [
        _named([(language_name(tag) if tag else _("no language"), count) for tag, count in counts.languages]),
        _named([(country_name(code) if code else _("no country"), count) for code, count in counts.countries]),
    ]
    if counts.outlets:
        parts.append(counted(ngettext("{count} outlet", "{count} outlets", counts.outlets), counts.outlets))
    if counts.without_email:
        parts.append(
            counted(
                ngettext("{count} without e-mail", "{count} without e-mail", counts.without_email), counts.without_email
            )
        )
    return " · ".join(part for part in parts if part)


def _named(pairs: list[tuple[str, int]]) -> str:
    named = [_("{name} {count}").format(name=name, count=count) for name, count in pairs[:_NAMED]]
    rest = sum(count for _name, count in pairs[_NAMED:])
    return ", ".join([*named, _("others {count}").format(count=rest)] if rest else named)
