"""Addresses and phones that must never come back, known by a hash alone."""

from __future__ import annotations

import hmac
from collections.abc import Iterable

from desktop.contacts.emails import email_key
from desktop.domain.contact import Contact


def contact_hashes(salt: str, contact: Contact) -> frozenset[str]:
    """The hashes of all addresses and phones of a person."""
    return hashes(salt, (e.address for e in contact.emails), (p.number for p in contact.phones))


def hashes(salt: str, addresses: Iterable[str], numbers: Iterable[str]) -> frozenset[str]:
    """HMAC-SHA256 under the workspace's salt: without it nobody can try addresses out on the list."""
    keys = [f"email:{email_key(each)}" for each in addresses] + [f"phone:{each}" for each in numbers]
    return frozenset(hmac.digest(salt.encode(), key.encode(), "sha256").hex() for key in keys)
