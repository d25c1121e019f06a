"""The worker: a process beside the server that looks at the case, and ends when nobody has asked for a while.

What the lenses need takes memory and time: while they work, the server goes on answering, and between sessions of work
it is small.
"""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import signal
from typing import TYPE_CHECKING, Any

from detente.session.live import Answer, Live, answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from pathlib import Path

_PATIENCE = 120.0
"""Seconds without a question after which the process ends."""


class SupersededError(Exception):
    """A page that nobody waits for any more, since a later one was asked for."""


class RefusalError(Exception):
    """Why a question has no answer.

    Attributes
    ----------
    problems
        What is wrong with the case or with what was asked, line by line.
    is_fault
        Whether it is Detente that failed.
    """

    def __init__(self, problems: tuple[str, ...], *, is_fault: bool = False) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
        self.is_fault = is_fault


class Worker:
    """Asks another process about a case.

    Parameters
    ----------
    path
        The case.
    complain
        Called with a line about each fault in Detente.
    patience
        Seconds without a question after which the process ends.
    """

    def __init__(self, path: Path, complain: Callable[[str], None], patience: float = _PATIENCE) -> None:
        self._path = path
        self._complain = complain
        self._patience = patience
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._turn = asyncio.Lock()
        self._newest: dict[str, object] = {}
        self._timer: asyncio.TimerHandle | None = None

    async def newest(self, window: str, begun: Callable[[], None], what: str, *said: Any) -> Any:
        """Return an answer as ``ask`` does, unless the same window asks again before its turn comes.

        Parameters
        ----------
        window
            Which one asks.
        begun
            Called when its turn has come.

        Raises
        ------
        SupersededError
            If it asks again.
        RefusalError
            If there is no answer.
        """
        mine = object()
        self._newest[window] = mine
        async with self._turn:
            if self._newest.get(window) is not mine:
                raise SupersededError
            del self._newest[window]
            begun()
            return await self._asked(what, said)

    async def ask(self, what: str, *said: Any) -> Any:
        """Return what a method of :class:`~detente.session.live.Live` returns.

        Raises
        ------
        RefusalError
            If it does not return.
        """
        async with self._turn:
            return await self._asked(what, said)

    def wake(self) -> None:
        """Have the process started, if it is not there: somebody will ask soon."""
        if self._process is None or not self._process.is_alive():
            self._start()
        self._wait()

    def interrupt(self) -> None:
        """Have whoever waits for an answer wait no longer."""
        if self._process is not None:
            self._process.kill()

    def end(self) -> None:
        """End the process."""
        if self._timer is not None:
            self._timer.cancel()
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.terminate()
            self._process.join(1)
            self._process.kill()  # one that was stopped does not listen
        self._process = self._pipe = None

    async def _asked(self, what: str, said: tuple[Any, ...]) -> Any:
        self.wake()
        pipe = self._pipe
        if pipe is None:
            raise RefusalError(("the process that looks at the case could not be started",), is_fault=True)
        try:
            found = await asyncio.to_thread(_exchange, pipe, what, said)
        except (EOFError, OSError) as error:
            self.end()
            message = "the process that looked at the case was ended, perhaps for lack of memory"
            raise RefusalError((message,), is_fault=True) from error
        self._wait()
        if found.value is None:
            raise RefusalError(found.problems or found.faults, is_fault=not found.problems)
        for fault in found.faults:
            self._complain(fault)
        return found.value

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=work, args=(self._path, other), daemon=True)
        self._process.start()
        other.close()

    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(self._patience, self._retire)

    def _retire(self) -> None:
        """End the process, unless it is at work."""
        if self._turn.locked():
            self._wait()
        else:
            self.end()


def work(path: Path, pipe: Connection) -> None:
    """Answer questions about a case until nobody can ask any more: what the process runs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server decides when to end
    gc.set_threshold(50_000)
    live = Live(path)
    while True:
        try:
            what, said = pipe.recv()
        except EOFError:
            return
        found = answer(live, what, said)
        try:
            pipe.send(found)
        except BrokenPipeError:
            return


def _exchange(pipe: Connection, what: str, said: tuple[Any, ...]) -> Answer:
    pipe.send((what, said))
    found: Answer = pipe.recv()
    return found
