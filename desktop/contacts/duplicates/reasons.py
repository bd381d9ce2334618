"""Why two cards may be one person's, in sentences that a person understands."""

from __future__ import annotations

from desktop.contacts.duplicates.people import Person
from desktop.contacts.duplicates.scoring import Evidence
from desktop.contacts.duplicates.tokens import Likeness
from desktop.contacts.phones import format_international
from desktop.i18n import N_, _

_PAIRS = {
    Likeness.SHORT: N_("“{one}” and “{other}” are forms of one name"),
    Likeness.DAMAGED: N_("“{one}” and “{other}”: an accent was damaged"),
    Likeness.SOUND: N_("“{one}” and “{other}” sound the same"),
    Likeness.INITIAL: N_("“{one}” may stand for “{other}”"),
    Likeness.CUT: N_("“{one}” may be short for “{other}”"),
    Likeness.SLIP: N_("“{one}” and “{other}” differ by a slip"),
}


def reasons_for(a: Person, b: Person, evidence: Evidence) -> tuple[str, ...]:
    """The reasons, the strongest first; what speaks against it comes last."""
    found = [_("The same e-mail address: {address}").format(address=each) for each in evidence.emails]
    found += [_("The same phone number: {number}").format(number=format_international(e)) for e in evidence.numbers]
    found += _name_reasons(a, b, evidence)
    if evidence.office:
        shared = ", ".join(format_international(each) for each in evidence.office)
        found.append(_("The same general address or switchboard: {shared}").format(shared=shared))
    outlet = next((name for name in a.facts.outlets if name), "")
    if evidence.is_same_outlet and outlet and b.facts.outlets:
        found.append(_("The same outlet: {outlet}").format(outlet=_outlet(a, b, evidence)))
    elif evidence.is_same_outlet:
        domains = ", ".join(sorted(a.domains & b.domains))
        found.append(_("Addresses of the same house: {domain}").format(domain=domains))
    if evidence.mailbox:
        found.append(_("The same address before the @: {mailbox}").format(mailbox=evidence.mailbox))
    if evidence.is_same_city:
        found.append(_("The same city: {city}").format(city=a.facts.city))
    return (*found, *_against(a, b, evidence))


def _outlet(a: Person, b: Person, evidence: Evidence) -> str:
    from_a = [name for name in a.facts.outlets if name in b.facts.outlets]
    if from_a:
        return from_a[0]
    names = dict.fromkeys((a.facts.outlets[0], b.facts.outlets[0]))
    return " / ".join(names) if not evidence.outlets or len(names) > 1 else next(iter(names))


def _name_reasons(a: Person, b: Person, evidence: Evidence) -> list[str]:
    names = evidence.names
    one, other = (f"{p.facts.given_name} {p.facts.family_name}".strip() for p in (a, b))
    if not names.pairs:
        return []
    if one == other:
        return [_("The same name")]
    if a.name.words == b.name.words:
        return [_("The same name in other letters: {one} / {other}").format(one=one, other=other)]
    found = []
    odd = [pair for pair in names.pairs if pair[2] is not Likeness.SAME]
    if not odd and not names.extra:
        found.append(_("The same words of the name: {one} / {other}").format(one=one, other=other))
    elif not odd:
        found.append(_("One name is part of the other: {one} / {other}").format(one=one, other=other))
    for left, right, how in odd:
        short, long = sorted((left, right), key=len)
        found.append(_(_PAIRS[how]).format(one=short.title(), other=long.title()))
    if names.is_swapped:
        found.append(_("The parts of the name stand in another order"))
    if odd and names.extra:
        extra = " ".join(word.title() for word in names.extra)
        found.append(_("Only one card has “{words}”").format(words=extra))
    return found


def _against(a: Person, b: Person, evidence: Evidence) -> list[str]:
    found = []
    if evidence.names.given_clash or evidence.names.family_clash:
        clash = evidence.names.given_clash or evidence.names.family_clash or ("", "")
        found.append(_("Against it: “{one}” and “{other}”").format(one=clash[0].title(), other=clash[1].title()))
    if "country" in evidence.differing:
        found.append(_("Against it: different countries ({one}, {other})").format(one=a.country, other=b.country))
    if "gender" in evidence.differing:
        found.append(_("Against it: different forms of address"))
    if a.facts.outlets and b.facts.outlets and not evidence.is_same_outlet and not evidence.office:
        names = {"one": a.facts.outlets[0], "other": b.facts.outlets[0]}
        found.append(_("Against it: different outlets ({one}, {other})").format(**names))
    return found
