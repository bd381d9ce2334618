"""Keys of translation services: in the system's keyring, else in memory until the end. Never in a file of ours."""

from __future__ import annotations

_SERVICE = "Comunicado machine translation"


class KeyRing:
    """``is_lasting`` tells whether the last key kept survives the program."""

    def __init__(self, *, use_system: bool = True) -> None:
        self._memory: dict[str, str] = {}
        self._use_system = use_system
        self.is_lasting = False

    def get(self, name: str) -> str:
        """A key, or the empty string. May ask the system to unlock: for the pool."""
        if name in self._memory:
            return self._memory[name]
        return self._system_get(name) if self._use_system else ""

    def put(self, name: str, key: str) -> None:
        """Keep a key; an empty one forgets it."""
        self._memory[name] = key
        self.is_lasting = self._use_system and self._system_put(name, key)

    @staticmethod
    def _system_get(name: str) -> str:
        import keyring  # noqa: PLC0415 - lazy: only where a service with a key is turned on
        from keyring.errors import KeyringError  # noqa: PLC0415 - lazy: along with it

        try:
            return keyring.get_password(_SERVICE, name) or ""
        except (KeyringError, OSError):
            return ""

    @staticmethod
    def _system_put(name: str, key: str) -> bool:
        import keyring  # noqa: PLC0415 - lazy: only where a service with a key is turned on
        from keyring.errors import KeyringError, PasswordDeleteError  # noqa: PLC0415 - lazy: along with it

        try:
            if key:
                keyring.set_password(_SERVICE, name, key)
            else:
                keyring.delete_password(_SERVICE, name)
        except PasswordDeleteError:
            return True
        except (KeyringError, OSError):
            return False
        return True
