"""A client that sends what it likes: the address, the headers and the body are its own."""

from __future__ import annotations

import http.client
import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Answer:
    """What came back: its status, headers and body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """Its body as text."""
        return self.body.decode()

    @property
    def json(self) -> Any:
        """Its body as values."""
        return json.loads(self.body)


@dataclass
class Client:
    """A client of one server, with the headers that go with each request."""

    origin: str
    headers: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, body: str | bytes = b"", /, **headers: str | None) -> Answer:
        """Send a request; a header that is ``None`` is left out."""
        address = urlsplit(self.origin)
        assert address.hostname is not None
        connection = http.client.HTTPConnection(address.hostname, address.port, timeout=120)
        data = body.encode() if isinstance(body, str) else body
        named = {key.replace("_", "-"): text for key, text in headers.items()}
        sent = {key: text for key, text in {**self.headers, **named}.items() if text is not None}
        connection.request(method, path, body=data or None, headers=sent)
        response = connection.getresponse()
        found = Answer(response.status, {key.lower(): text for key, text in response.getheaders()}, response.read())
        connection.close()
        return found

    def get(self, path: str, **headers: str | None) -> Answer:
        """Send a request that changes nothing."""
        return self.ask("GET", path, **headers)

    def post(self, path: str, said: Any, **headers: str | None) -> Answer:
        """Send values as JSON."""
        return self.ask("POST", path, json.dumps(said), **headers)

    @classmethod
    def of(cls, address: str) -> Client:
        """Return a client that has opened an address, as the page's own script is one."""
        origin, _, path = address.partition("/?")
        first = cls(origin).get(f"/?{path}")
        cookie = first.headers["set-cookie"].partition(";")[0]
        csrf = re.search('name="csrf" content="([^"]+)"', first.text)
        assert csrf is not None
        return cls(origin, {"Cookie": cookie, "X-CSRF-Token": csrf[1], "Origin": origin})
