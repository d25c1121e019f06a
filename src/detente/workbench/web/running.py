"""Running: the server on a port of this machine, until it is interrupted."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Protocol

import uvicorn

from detente.workbench.web.app import Bench
from detente.workbench.web.guard import Keys

if TYPE_CHECKING:
    from pathlib import Path
    from types import FrameType

PORT = 8417
"""The port that is tried first, so that a browser finds again what it kept of texts that are not saved."""

_OTHERS = 20


class PortError(Exception):
    """Why a port cannot be listened on."""


class _Server(uvicorn.Server):
    """A server that keeps nobody waiting when it is told to end."""

    def __init__(self, config: uvicorn.Config, bench: Bench) -> None:
        super().__init__(config)
        self._bench = bench

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._bench.interrupt()
        super().handle_exit(sig, frame)


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
    PortError
        If the port is in use, or may not be listened on.
    OSError
        If a file of the case cannot be read.
    """
    with _listening(port) as listening:
        keys = Keys(listening.getsockname()[1])
        bench = Bench(path, keys, command, told.complain)
        config = uvicorn.Config(
            bench.application(), log_level="error", access_log=False, timeout_graceful_shutdown=2, ws="none"
        )
        told.ready(keys.address)
        _Server(config, bench).run([listening])


def _listening(port: int | None) -> socket.socket:
    wanted = [port] if port is not None else [*range(PORT, PORT + _OTHERS), 0]
    for number in wanted:
        found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind(("127.0.0.1", number))
            found.listen(128)
        except OSError as error:
            found.close()
            if number == wanted[-1]:
                raise PortError(f"port {number} cannot be listened on: {error.strerror}") from error
        else:
            return found
    raise AssertionError(wanted)
