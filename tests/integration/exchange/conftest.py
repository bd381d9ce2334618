"""The services' office, for round trips through other people's programs."""

from tests.integration.services.conftest import file, office, tools

__all__ = ["file", "office", "tools"]
