"""Asking a translation server: JSON there and back, with what can go wrong told in sentences."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from desktop.i18n import _
from desktop.translation.machine import MachineError

_LARGEST = 4 * 1024 * 1024


class _StayHere(HTTPRedirectHandler):
    """A server that sends on elsewhere is not followed: the text goes where the person said."""

    def redirect_request(self, *_args: Any, **_named: Any) -> None:
        return None


def checked_address(address: str) -> str:
    """The address without a slash at its end; raises MachineError for what is none, and for http beyond this computer."""
    address = address.strip().rstrip("/")
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise _error(_("“{address}” is not the address of a server.").format(address=address))
    if parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1"):
        raise _error(_("The address must begin with https, so that nobody reads along."))
    return address


def post(address: str, content: Mapping[str, Any], headers: Mapping[str, str], *, seconds: float, name: str) -> Any:
    """The JSON that a server answers; raises MachineError."""
    body = json.dumps(content).encode()
    request = Request(  # noqa: S310 - checked_address
        address, body, {"Content-Type": "application/json", "Accept": "application/json", **headers}, method="POST"
    )
    try:
        with build_opener(_StayHere).open(request, timeout=seconds) as answer:
            read = answer.read(_LARGEST + 1)
    except HTTPError as error:
        with error:
            raise _refused(name, error.code, error.read(2_000)) from error
    except (URLError, TimeoutError, OSError) as error:
        raise _error(_("{name} did not answer.").format(name=name), _("Check the address and the network.")) from error
    if len(read) > _LARGEST:
        raise strange(name)
    try:
        return json.loads(read)
    except ValueError as error:
        raise strange(name) from error


def strange(name: str) -> MachineError:
    """An answer that is not what the server's documentation promises."""
    return _error(_("{name} answered something that is no translation.").format(name=name))


def _refused(name: str, code: int, body: bytes) -> MachineError:
    if code in (401, 403):
        return _error(_("{name} does not accept the key.").format(name=name), _("Check it in the settings."))
    if code == 456:
        return _error(_("The quota at {name} is used up.").format(name=name))
    if code == 429:
        return _error(_("{name} gets too many requests.").format(name=name), _("Try again in a minute."))
    if code == 413:
        return _error(_("The text is too long for {name}.").format(name=name))
    try:
        said = json.loads(body)
        reason = str(said.get("error") or said.get("message") or "")[:200] if isinstance(said, dict) else ""
    except ValueError:
        reason = ""
    words = _("{name} refused: {reason}").format(name=name, reason=reason or code)
    return _error(words)


def _error(message: str, advice: str = "") -> MachineError:
    return MachineError(message, kept=_("Nothing was changed."), advice=advice)
