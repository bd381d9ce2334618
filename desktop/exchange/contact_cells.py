r"""Several things with several parts in one cell of a table: ``consent | form | 2024-05-03; …``, ``\`` protects marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from desktop.contacts.emails import email_key
from desktop.contacts.names import fold
from desktop.domain.contact import BounceState, Consent, EmbargoAgreement
from desktop.exchange.contact_written import Bounce, written_date
from desktop.exchange.read_file import clean_text

#: Words that stand in a cell for "yes" or "no".
YES = frozenset({"1", "yes", "y", "true", "x", "si", "s", "oui", "verdadero", "opt in", "opt-in"})
NO = frozenset({"0", "no", "n", "false", "non", "falso", "-"})
#: The basis that a bare "yes" under "Consent" means.
CONSENT = "consent"


def pack(things: Iterable[Sequence[str]]) -> str:
    """Things of several parts as one cell."""
    return "; ".join(" | ".join(map(_protected, parts)) for parts in things)


def unpack(cell: str) -> list[list[str]]:
    """The inverse of :func:`pack`, blanks around the parts taken off."""
    things = [[""]]
    characters = iter(cell)
    for character in characters:
        if character == "\\":
            following = next(characters, "")
            known = {"n": "\n", "\\": "\\", ";": ";", "|": "|"}
            things[-1][-1] += known.get(following, f"\\{following}")
        elif character == ";":
            things.append([""])
        elif character == "|":
            things[-1].append("")
        else:
            things[-1][-1] += character
    stripped = ([part.strip() for part in parts] for parts in things)
    return [parts for parts in stripped if any(parts)]


def pack_consents(consents: Iterable[Consent]) -> str:
    """Consents as a cell."""
    return pack((c.basis, c.source, iso(c.given_on), iso(c.withdrawn_on), c.notes) for c in consents)


def read_consent(parts: Sequence[str]) -> Consent | None:
    """A consent of its parts; a lone part is a basis, a day, or "yes"; ``None`` where it says no."""
    if len(parts) == 1:
        day = written_date(parts[0])
        word = fold(parts[0])
        if word in NO or not word:
            return None
        return Consent(CONSENT if day or word in YES else _line(parts[0]), given_on=day)
    basis, source, given, withdrawn, notes = [*parts, "", "", "", "", ""][:5]
    return Consent(_line(basis), _line(source), written_date(given), written_date(withdrawn), _lines(notes))


def pack_agreements(agreements: Iterable[EmbargoAgreement]) -> str:
    """Embargo agreements as a cell."""
    return pack((iso(a.agreed_on), iso(a.until_on), a.source, a.notes) for a in agreements)


def read_agreement(parts: Sequence[str]) -> EmbargoAgreement | None:
    """An agreement of its parts; ``None`` where it has no day to begin on."""
    agreed, until, source, notes = [*parts, "", "", ""][:4]
    day = written_date(agreed)
    return EmbargoAgreement(day, written_date(until), _line(source), _lines(notes)) if day else None


def pack_bounces(bounces: Iterable[tuple[str, Bounce]]) -> str:
    """Addresses with what servers said of them, as a cell."""
    return pack((address, *bounce_parts(bounce)) for address, bounce in bounces)


def read_bounces(cell: str) -> dict[str, Bounce]:
    """What servers said, by the address as it compares."""
    return {email_key(address): read_bounce(parts) for address, *parts in unpack(cell)}


def bounce_parts(bounce: Bounce) -> tuple[str, str, str]:
    """State, moment and reason."""
    return (bounce.state.value, bounce.at.isoformat() if bounce.at else "", bounce.reason)


def read_bounce(parts: Sequence[str]) -> Bounce:
    """The inverse of :func:`bounce_parts`; what cannot be read is left out."""
    state, at, reason = [*parts, "", "", ""][:3]
    try:
        moment = datetime.fromisoformat(at) if at else None
    except ValueError:
        moment = None
    if moment is not None and moment.tzinfo is None:
        moment = None
    return Bounce(BounceState(state) if state in tuple(BounceState) else BounceState.NONE, moment, _lines(reason))


def iso(day: date | None) -> str:
    """A day as ISO 8601, or nothing."""
    return day.isoformat() if day else ""


def _protected(text: str) -> str:
    return re.sub(r"([\\;|])", r"\\\1", text).replace("\n", r"\n")


def _line(text: str) -> str:
    return " ".join(clean_text(text).split())


def _lines(text: str) -> str:
    return clean_text(text).strip()
