"""Running: the server on a port of this machine, until it is interrupted."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Protocol

import uvicorn

from detente.workbench.web.app import Bench
from detente.workbench.web.guard import Keys

if TYPE_CHECKING:
    from pathlib import Path

PORT = 8417
"""The port that is tried first, so that a browser finds again what it kept of texts that are not saved."""

_OTHERS = 20


class Told(Protocol):
    """What is told of a server."""

    def ready(self, address: str) -> None:
        """Somebody can open it."""

    def complain(self, fault: str) -> None:
        """Something failed in Detente itself."""


def serve(path: Path, port: int | None, command: str, told: Told) -> None:
    """Serve the page of a case until it is interrupted.

    Parameters
    ----------
    port
        The port to listen on; the usual one, or the next that is free, when omitted.
    command
        The command line that writes the report.
    told
        What is told.

    Raises
    ------
    OSError
        If the port is in use, or may not be listened on.
    """
    with _listening(port) as listening:
        keys = Keys(listening.getsockname()[1])
        app = Bench(path, keys, command, told.complain).application()
        config = uvicorn.Config(app, log_level="error", access_log=False, timeout_graceful_shutdown=2, ws="none")
        told.ready(keys.address)
        uvicorn.Server(config).run([listening])


def _listening(port: int | None) -> socket.socket:
    wanted = [port] if port is not None else [*range(PORT, PORT + _OTHERS), 0]
    for number in wanted:
        found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind(("127.0.0.1", number))
            found.listen(128)
        except OSError:
            found.close()
            if number == wanted[-1]:
                raise
        else:
            return found
    raise AssertionError(wanted)
