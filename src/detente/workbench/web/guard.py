"""The guard: only who has the token, from this machine's own page, gets through; and no more than is bearable."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY = 32 * 2**20
"""No request is larger: a case of four files of the largest size, all of them unsaved."""

_SAFE = ("GET", "HEAD")
_CSRF = "x-csrf-token"
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class Keys:
    """What opens a server.

    Attributes
    ----------
    port
        The port that it listens on.
    token
        What whoever may use it knows, from the address that was printed.
    csrf
        What only its own page knows, which sends it with whatever changes something.
    nonce
        What marks the styles that its own page makes.
    """

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    nonce: str = field(default_factory=lambda: secrets.token_urlsafe(12))

    @property
    def cookie(self) -> str:
        """The name of its cookie, which servers on other ports see as well."""
        return f"detente-{self.port}"

    @property
    def address(self) -> str:
        """The address to open."""
        return f"http://127.0.0.1:{self.port}/?token={self.token}"

    @property
    def policy(self) -> str:
        """What its own page may load: nothing from elsewhere, and no script or style that stands in a text."""
        return (
            f"default-src 'self'; style-src 'self' 'nonce-{self.nonce}'; img-src 'self' data:; object-src 'none'; "
            "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
        )


class Guard:
    """What every request passes before the application sees it.

    Parameters
    ----------
    app
        The application.
    keys
        What opens it.
    """

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self._app = app
        self._keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or say why not."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        refused = self._refused(scope, headers)
        if refused is not None:
            await refused(scope, receive, _dressed(send, {}))
            return
        given = {}
        if self._is_named(scope):
            given = {"Set-Cookie": f"{self._keys.cookie}={self._keys.token}; Path=/; HttpOnly; SameSite=Strict"}
        await self._passed(scope, receive, _dressed(send, given))

    async def _passed(self, scope: Scope, receive: Receive, send: Send) -> None:
        length = 0

        async def counted() -> Message:
            nonlocal length
            message = await receive()
            length += len(message.get("body", b""))
            if length > MAX_BODY:
                raise HTTPException(413, "the request is too large")
            return message

        await self._app(scope, counted, send)

    def _refused(self, scope: Scope, headers: Headers) -> PlainTextResponse | None:
        """Return why a request is not let through; nothing where it is."""
        port = self._keys.port
        ends = (f":{port}", "") if port == 80 else (f":{port}",)  # browsers leave the usual port away
        if headers.get("host") not in [f"{name}{end}" for name in ("127.0.0.1", "localhost") for end in ends]:
            return PlainTextResponse("this server answers at its own address only", 403)
        if not (self._is_named(scope) or self._is_known(headers)):
            return PlainTextResponse("open the address that 'detente serve' printed: it has the token", 403)
        if not self._is_from_here(scope, headers):
            return PlainTextResponse("only the page of this server may ask for that", 403)
        declared = headers.get("content-length", "0")
        if not declared.isdecimal() or int(declared) > MAX_BODY:
            return PlainTextResponse("the request is too large", 413)
        return None

    def _is_named(self, scope: Scope) -> bool:
        """Whether the address has the token."""
        found = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("token", [""])
        return _same(found[0], self._keys.token)

    def _is_known(self, headers: Headers) -> bool:
        """Whether the browser has the token."""
        # by hand, for other programs on this machine leave cookies here, too, and not all of them are well formed
        pairs = (pair.strip().partition("=") for pair in headers.get("cookie", "").split(";"))
        return any(name == self._keys.cookie and _same(value, self._keys.token) for name, _, value in pairs)

    def _is_from_here(self, scope: Scope, headers: Headers) -> bool:
        """Whether no other page is behind a request, and its own one is where something is to be changed."""
        port = self._keys.port
        end = "" if port == 80 else f":{port}"
        own = (None, f"http://127.0.0.1{end}", f"http://localhost{end}")
        site = headers.get("sec-fetch-site", "none")
        if headers.get("origin") not in own or site not in ("none", "same-origin"):
            return False
        return scope["method"] in _SAFE or _same(headers.get(_CSRF, ""), self._keys.csrf)


def _same(one: str, other: str) -> bool:
    return secrets.compare_digest(one.encode(), other.encode())


def _dressed(send: Send, given: dict[str, str]) -> Send:
    """Return what sends a response with the headers that every one has."""

    async def dressed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in {**_HEADERS, **given}.items():
                headers.setdefault(name, value)
            headers.setdefault("Content-Security-Policy", "default-src 'self'")
        await send(message)

    return dressed
