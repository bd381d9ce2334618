r"""The text form of conditions, as people write it on the command line and as it is stored.

::

    beat = migration, health and (country = CR or country = Nicaragua) and not do-not-contact
    language = es and last-contact since 90d and outlet ~ radio and tag != "old list"

``and`` binds closer than ``or``; ``not`` closest. Values stand after a comma each, one is enough; what is no plain
word goes in quotation marks (``\"`` and ``\\`` inside). ``field = none`` is a field that holds nothing, ``any`` the
opposite. Days are ``2026-05-26`` or ``90d`` (days back from today), after ``since`` or ``before``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from desktop.contacts.lists.conditions import FIELDS, AllOf, AnyOf, Condition, Kind, Not, Operator, Where
from desktop.contacts.lists.naming import country_of, language_of
from desktop.contacts.lists.writing import KEYWORDS
from desktop.domain.errors import BadInputError
from desktop.i18n import _

MOST_CHARACTERS = 10_000
MOST_DEPTH = 30
_OPEN, _CLOSE = '"“”«„', '"“”»'
_TOKEN = re.compile(
    rf"""\s*(?:
    [{_OPEN}](?P<quoted>(?:\\.|[^\\{_CLOSE}])*)(?P<end>[{_CLOSE}]?)
    |(?P<sign>!=|>=|[=:~<>(),])
    |(?P<word>[^\s{_OPEN}{_CLOSE}=:~<>(),!]+)
    )""",
    re.VERBOSE | re.DOTALL,
)
_SIGNS = {
    "=": "=", ":": "=", "is": "=", "!=": "!=", "~": "~", "contains": "~", "<": "before", "before": "before",
    ">": "since", ">=": "since", "since": "since", "within": "since",
}  # fmt: skip
_DAYS_BACK = re.compile(r"([0-9]{1,5})\s*(?:d|days?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    is_quoted: bool = False

    def means(self, *words: str) -> bool:
        return not self.is_quoted and self.text.lower() in words


def read_where(text: str) -> Where:
    """The conditions of a text; raises BadInputError with a sentence that names what was not understood."""
    if len(text) > MOST_CHARACTERS:
        raise _refuse(_("The conditions are longer than {count} characters.").format(count=MOST_CHARACTERS))
    reader = _Reader(_tokens(text))
    where = reader.any_of(0)
    if reader.here is not None:
        raise _refuse(_("“{text}” was not expected there.").format(text=reader.here.text))
    return where


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    place, text = 0, text.rstrip()
    while place < len(text):
        token = _TOKEN.match(text, place)
        if token is None:
            raise _refuse(_("“{text}” was not understood.").format(text=_short(text[place:].strip())))
        if token["quoted"] is not None:
            if not token["end"]:
                raise _refuse(
                    _("The quotation mark before “{text}” is not closed.").format(text=_short(token["quoted"]))
                )
            found.append(_Token(re.sub(r"\\(.)", r"\1", token["quoted"], flags=re.DOTALL), is_quoted=True))
        else:
            found.append(_Token(token["sign"] or token["word"]))
        place = token.end()
    return found


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"


def _refuse(sentence: str, advice: str = "") -> BadInputError:
    return BadInputError(sentence, kept=_("Nothing was changed."), advice=advice)


class _Reader:
    """Goes through the tokens once."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._place = 0

    @property
    def here(self) -> _Token | None:
        """The token that comes next."""
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _takes(self, *words: str) -> bool:
        if self.here is not None and self.here.means(*words):
            self._place += 1
            return True
        return False

    def any_of(self, depth: int) -> Where:
        """One or more parts with ``or`` between them."""
        parts = [self._all_of(depth)]
        while self._takes("or"):
            parts.append(self._all_of(depth))
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _all_of(self, depth: int) -> Where:
        parts = [self._part(depth)]
        while self._takes("and"):
            parts.append(self._part(depth))
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _part(self, depth: int) -> Where:
        if depth > MOST_DEPTH:
            raise _refuse(_("The conditions are nested too deeply."))
        if self._takes("not"):
            return Not(self._part(depth + 1))
        if self._takes("("):
            inner = self.any_of(depth + 1)
            if not self._takes(")"):
                raise _refuse(_("A bracket is not closed."))
            return inner
        return self._condition()

    def _condition(self) -> Where:
        token = self.here
        if token is None:
            raise _refuse(_("A condition is missing at the end."), _fields())
        field = token.text.lower().replace("_", "-")
        if token.is_quoted or field not in FIELDS:
            raise _refuse(_("“{text}” is not a field of a condition.").format(text=_short(token.text)), _fields())
        self._place += 1
        if FIELDS[field] is Kind.FLAG:
            return self._flag(field)
        sign = self._sign(field)
        if sign in ("=", "!=") and self.here is not None and self.here.means("none", "any"):
            return self._nothing(field, sign)
        if sign in ("=", "!=") and FIELDS[field] is Kind.DAY:
            raise _refuse(_("After “{field} =” only none or any can stand.").format(field=field))
        values = self._values(field)
        if sign == "!=":
            return Not(Condition(field, Operator.IS, values))
        return Condition(field, Operator(sign), values)

    def _flag(self, field: str) -> Where:
        if self._takes("=", ":", "is"):
            if self._takes("no", "false"):
                return Not(Condition(field))
            if not self._takes("yes", "true"):
                raise _refuse(_("“{field}” is yes or no.").format(field=field))
        return Condition(field)

    def _sign(self, field: str) -> str:
        token = self.here
        sign = "" if token is None or token.is_quoted else _SIGNS.get(token.text.lower(), "")
        kind = FIELDS[field]
        wanted = {"=", "!=", "~"} if kind is Kind.TEXT else {"=", "!="} if kind is not Kind.DAY else set[str]()
        if kind is Kind.DAY:
            wanted = {"since", "before", "=", "!="} if field == "last-contact" else {"since", "before"}
        if sign not in wanted:
            example = "since 2026-05-26" if kind is Kind.DAY else "= …"
            raise _refuse(
                _("After “{field}” it must be said how it compares.").format(field=field),
                _("For example: {example}").format(example=f"{field} {example}"),
            )
        self._place += 1
        return sign

    def _nothing(self, field: str, sign: str) -> Where:
        if field == "added":
            raise _refuse(_("“{text}” is not a day.").format(text="none"))
        is_none = self._takes("none") or not self._takes("any")
        found = Condition(field, Operator.NONE)
        return found if is_none is (sign == "=") else Not(found)

    def _values(self, field: str) -> tuple[str, ...]:
        values = [self._value(field)]
        while self._takes(","):
            values.append(self._value(field))
        if FIELDS[field] is Kind.DAY and len(values) > 1:
            raise _refuse(_("“{field}” takes one day.").format(field=field))
        return tuple(dict.fromkeys(values))

    def _value(self, field: str) -> str:
        words: list[str] = []
        while (token := self.here) is not None:
            if not token.is_quoted and (token.text.lower() in KEYWORDS or _is_sign(token.text)):
                break
            self._place += 1
            words.append(token.text)
            if token.is_quoted:
                break
        value = " ".join(" ".join(words).split())
        if not value:
            raise _refuse(_("A value is missing after “{field}”.").format(field=field))
        return _checked(field, value)


def _is_sign(text: str) -> bool:
    return text in ("!=", ">=") or (len(text) == 1 and text in "=:~<>(),")


def _checked(field: str, value: str) -> str:
    """The value as it is stored; raises BadInputError where it is no country, language or day."""
    kind = FIELDS[field]
    if kind is Kind.COUNTRY:
        found, sentence = country_of(value), _("“{text}” is not a country.")
    elif kind is Kind.LANGUAGE:
        found, sentence = language_of(value), _("“{text}” is not a language.")
    elif kind is Kind.DAY:
        found, sentence = _day(value), _("“{text}” is not a day.")
    else:
        return value
    if found is None:
        raise _refuse(sentence.format(text=_short(value)))
    return found


def _day(value: str) -> str | None:
    back = _DAYS_BACK.fullmatch(value)
    if back:
        return f"{int(back.group(1))}d"
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        return None


def _fields() -> str:
    return _("Fields: {fields}.").format(fields=", ".join(FIELDS))
