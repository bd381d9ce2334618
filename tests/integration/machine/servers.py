"""Loopback servers that behave like LibreTranslate and DeepL: their answers, errors, quota, slowness."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Server(ThreadingHTTPServer):
    """``mood`` says what it does with the next request; ``asked`` keeps what came: (path, headers, JSON)."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.mood = "well"
        self.asked: list[tuple[str, dict[str, str], Any]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


def translated(text: str) -> str:
    """What the servers make of a text: its words turned about, tags and masks whole."""
    return " ".join(text.split()[::-1])


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, dict(self.headers), given))
        code = {"key": 403, "quota": 456, "busy": 429, "long": 413, "broken": 500}.get(self.server.mood)
        if self.server.mood == "slow":
            time.sleep(2)
        if self.server.mood == "elsewhere":
            self.send_response(302)
            self.send_header("Location", "http://example.invalid/")
            self.end_headers()
        elif code:
            self._answer(
                code, {"message": "Something went wrong"} if self._is_deepl else {"error": "Something went wrong"}
            )
        elif self.server.mood == "nonsense":
            self._answer(200, {"translatedText": 3, "translations": [{}]})
        elif self.server.mood == "html":
            self._send(200, b"<html>Welcome</html>")
        else:
            self._well(given)

    @property
    def _is_deepl(self) -> bool:
        return self.path == "/v2/translate"

    def _well(self, given: Any) -> None:
        texts = given["text"] if self._is_deepl else given["q"]
        made = [translated(text) for text in texts]
        if self.server.mood == "careless":
            made = [re.sub(r"<x>.*?</x>|⟦\d+⟧", "", text, count=1) for text in made]
        if self._is_deepl:
            self._answer(200, {"translations": [{"detected_source_language": "EN", "text": text} for text in made]})
        else:
            self._answer(200, {"translatedText": made})

    def _answer(self, code: int, value: Any) -> None:
        self._send(code, json.dumps(value).encode())

    def _send(self, code: int, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: Any) -> None:
        """Say nothing on stderr."""


@contextmanager
def serving() -> Iterator[Server]:
    """A server on a free port of this computer."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
