"""Stopping: on Ctrl-C, or when told to end, the program ends soon, with one line and nothing half-written."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from types import FrameType, TracebackType
from typing import NoReturn, Self

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
_GRACE = 0.5
"""Seconds in which the program may end by itself before it is ended."""

_SHOW_CURSOR = "\x1b[?25h"


class Stopped(BaseException):
    """The program was told to end; like ``KeyboardInterrupt`` no error, so that nobody takes it for one.

    Attributes
    ----------
    code
        The exit code that says so: 128 and the signal's number.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = 128 + number


class Stopping:
    """While it stands open, a signal to end raises ``Stopped`` in the main thread.

    Python runs its own handlers between two steps, and one step within a library may take minutes. So a second
    thread is woken as well, and ends the program if it has not ended by itself after a moment. Files are written only
    when everything for them was computed, so nothing is half-written then either.
    """

    def __init__(self) -> None:
        self._woken, self._wake = socket.socketpair()
        self._wake.setblocking(False)
        self._ended = threading.Event()

    def __enter__(self) -> Self:
        for number in _SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._stop)
        signal.set_wakeup_fd(self._wake.fileno(), warn_on_full_buffer=False)
        threading.Thread(target=self._watch, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._ended.set()
        signal.set_wakeup_fd(-1)

    @staticmethod
    def _stop(number: int, _frame: FrameType | None) -> NoReturn:
        for each in _SIGNALS:
            signal.signal(each, signal.SIG_IGN)  # once is enough: what has begun to tidy up is left in peace
        raise Stopped(number)

    def _watch(self) -> None:
        number = self._woken.recv(1)[0]
        if number in _SIGNALS and not self._ended.wait(_GRACE):
            os.write(2, said().encode())
            os._exit(128 + number)


def patiently() -> None:
    """Have the program take the time that it needs to end: for what ends in good order once it is told to."""
    signal.set_wakeup_fd(-1)


def said() -> str:
    """Return the line that says that the program was stopped."""
    is_shown = sys.stderr is not None and sys.stderr.isatty()
    return f"{_SHOW_CURSOR if is_shown else ''}detente: stopped before it was done; nothing was written\n"
