"""Who is on which list of a file, by whatever the list calls its members."""

from __future__ import annotations


class Members:
    """Lists with references to their members (ids, addresses, distinguished names), as they compare."""

    def __init__(self) -> None:
        self._lists: dict[str, list[str]] = {}
        self._met: set[tuple[str, str]] = set()

    def add(self, name: str, reference: str) -> None:
        """Say that a list has a member."""
        lists = self._lists.setdefault(reference, [])
        if name and name not in lists:
            lists.append(name)

    def lists_of(self, *references: str) -> list[str]:
        """The lists of a person who is known by these references."""
        found: dict[str, None] = {}
        for reference in references:
            for name in self._lists.get(reference, ()):
                found[name] = None
                self._met.add((name, reference))
        return list(found)

    def outside(self) -> dict[str, tuple[str, ...]]:
        """By list, the references that nobody of the file answered to; ask after all people were asked."""
        found: dict[str, list[str]] = {}
        for reference, names in self._lists.items():
            for name in names:
                if (name, reference) not in self._met:
                    found.setdefault(name, []).append(reference)
        return {name: tuple(references) for name, references in found.items()}
