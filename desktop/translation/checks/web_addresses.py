"""Web addresses: unchanged, or the same page in the other language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_
from desktop.translation.checks.addresses import compare_addresses
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.figures.contacts import Address, read_contacts
from desktop.translation.checks.figures.web import bare_address, language_of_address
from desktop.translation.words import indel

#: The number under which a site keeps a page; the translated page has another.
_ID = re.compile(r"\d{5,}")
#: Two addresses of one host with other words in them: above this it is a slip, below it a page with a translated name.
_SLIP = 0.8


class WebAddresses(SegmentCheck):
    """``/en/`` may become ``/es/``, ``en.`` ``es.``, ``lang=en`` ``lang=es``; a host may have another name there."""

    name = "web-addresses"
    title = N_("Web addresses")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        source, target = read_contacts(pair.source.text), read_contacts(pair.target.text)
        if not source.urls and not target.urls:
            return
        facts = context.facts
        hosts = facts.source.table("url_hosts") | facts.target.table("url_hosts")
        wanted = facts.target_language.split("-", 1)[0]

        def is_same(one: Address, other: Address) -> bool:
            a, b = bare_address(one.text, hosts), bare_address(other.text, hosts)
            if a == b:
                return True
            a, b = _ID.sub("{id}", a), _ID.sub("{id}", b)
            is_translated = language_of_address(other.text) == wanted and a.partition("/")[0] == b.partition("/")[0]
            return is_translated and (a == b or float(indel().normalized_similarity(a, b)) < _SLIP)

        yield from compare_addresses(self, pair, source.urls, target.urls, is_same)
