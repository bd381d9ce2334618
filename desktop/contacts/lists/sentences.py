"""Conditions as sentences in the interface's language."""

from __future__ import annotations

from datetime import date

from desktop.contacts.lists.conditions import FIELDS, AllOf, AnyOf, Condition, Kind, Not, Operator, Where
from desktop.contacts.lists.naming import country_words, language_words
from desktop.i18n import N_, _, interface_language, ngettext

#: What a field is called inside a sentence.
_SUBJECTS = {
    "beat": N_("the beat"),
    "tag": N_("the tag"),
    "outlet": N_("the outlet"),
    "outlet-kind": N_("the kind of outlet"),
    "country": N_("the country"),
    "city": N_("the city"),
    "language": N_("the language"),
    "first-language": N_("the first language"),
}
#: What a field is called where it is chosen.
LABELS = {
    "beat": N_("Beat"),
    "tag": N_("Tag"),
    "outlet": N_("Outlet"),
    "outlet-kind": N_("Kind of outlet"),
    "country": N_("Country"),
    "city": N_("City"),
    "language": N_("Language"),
    "first-language": N_("First language"),
    "last-contact": N_("Last contact"),
    "added": N_("Added"),
    "embargo-agreement": N_("Embargo agreement"),
    "consent": N_("Consent"),
    "has-email": N_("Usable e-mail"),
    "has-phone": N_("Phone"),
    "bounced": N_("Bounced address"),
    "do-not-contact": N_("Do not contact"),
}
_FLAGS = {
    "embargo-agreement": (N_("an embargo agreement is in force"), N_("no embargo agreement is in force")),
    "consent": (N_("consent is given and in force"), N_("no consent is in force")),
    "has-email": (N_("there is a usable e-mail address"), N_("there is no usable e-mail address")),
    "has-phone": (N_("there is a phone number"), N_("there is no phone number")),
    "bounced": (N_("an address bounced for good"), N_("no address bounced for good")),
    "do-not-contact": (N_("marked as do not contact"), N_("not marked as do not contact")),
}
_IS = {
    (Operator.IS, False): N_("{field} is {values}"),
    (Operator.IS, True): N_("{field} is not {values}"),
    (Operator.CONTAINS, False): N_("{field} contains {values}"),
    (Operator.CONTAINS, True): N_("{field} does not contain {values}"),
    (Operator.NONE, False): N_("{field} is not given"),
    (Operator.NONE, True): N_("{field} is given"),
}
_CONTACT = {
    (Operator.SINCE, False): N_("there was contact on or after {day}"),
    (Operator.SINCE, True): N_("there was no contact on or after {day}"),
    (Operator.BEFORE, False): N_("the last contact was before {day}"),
    (Operator.BEFORE, True): N_("the last contact was not before {day}"),
    (Operator.NONE, False): N_("there never was any contact"),
    (Operator.NONE, True): N_("there was contact at some time"),
}
_ADDED = {
    (Operator.SINCE, False): N_("added on or after {day}"),
    (Operator.SINCE, True): N_("not added on or after {day}"),
    (Operator.BEFORE, False): N_("added before {day}"),
    (Operator.BEFORE, True): N_("not added before {day}"),
}


def where_sentence(where: Where) -> str:
    """The conditions as one sentence, from its capital letter to its full stop."""
    return as_sentence(words_of(where))


def as_sentence(words: str) -> str:
    """Words with a capital letter and a full stop."""
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def words_of(where: Where, *, is_inner: bool = False) -> str:
    """The conditions in words; groups inside others in brackets."""
    if isinstance(where, AllOf | AnyOf):
        last = _(" and ") if isinstance(where, AllOf) else _(" or ")
        joined = last.join(words_of(part, is_inner=True) for part in where.parts)
        return f"({joined})" if is_inner else joined
    if isinstance(where, Not):
        if isinstance(where.part, Condition):
            return _condition(where.part, is_not=True)
        return _("it is not so that {words}").format(words=words_of(where.part, is_inner=True))
    return _condition(where, is_not=False)


def _condition(condition: Condition, *, is_not: bool) -> str:
    name, how = condition.field, (condition.operator, is_not)
    if FIELDS[name] is Kind.FLAG:
        return _(_FLAGS[name][is_not])
    if FIELDS[name] is Kind.DAY:
        table = _CONTACT if name == "last-contact" else _ADDED
        return _(table[how]).format(day=_day(condition.values[0]) if condition.values else "")
    return _(_IS[how]).format(field=_(_SUBJECTS[name]), values=_values(condition))


def _values(condition: Condition) -> str:
    kind = FIELDS[condition.field]
    named = {Kind.COUNTRY: country_words, Kind.LANGUAGE: language_words}.get(kind, _quoted)
    return _(" or ").join(named(value) for value in condition.values)


def _quoted(value: str) -> str:
    return _("“{text}”").format(text=value)


def _day(value: str) -> str:
    if value.endswith("d"):
        count = int(value[:-1])
        return ngettext("the day {count} day ago", "the day {count} days ago", count).format(count=count)
    return day_words(date.fromisoformat(value))


def day_words(day: date) -> str:
    """A day in the interface's language."""
    from babel.dates import format_date  # noqa: PLC0415 - lazy: its locale files cost start time

    return str(format_date(day, "d MMM y", locale=interface_language()))
