"""The worker: a process beside the server that looks at the case, and ends when nobody has asked for a while.

What the lenses need takes memory and time: while they work, the server goes on answering, and between sessions of work
it is small.
"""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import signal
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.session import CaseError
from detente.session.live import Live

if TYPE_CHECKING:
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


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a process sends back: a value, or why there is none."""

    value: Any = None
    problems: tuple[str, ...] = ()
    is_fault: bool = False


class Worker:
    """Asks another process about a case.

    Parameters
    ----------
    path
        The case.
    patience
        Seconds without a question after which the process ends.
    """

    def __init__(self, path: Path, patience: float = _PATIENCE) -> None:
        self._path = path
        self._patience = patience
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._turn = asyncio.Lock()
        self._newest = 0
        self._timer: asyncio.TimerHandle | None = None

    async def newest(self, what: str, *said: Any) -> Any:
        """Return an answer as ``ask`` does, unless the same is asked again before its turn comes.

        Raises
        ------
        SupersededError
            If it is.
        """
        self._newest = mine = self._newest + 1
        async with self._turn:
            if mine != self._newest:
                raise SupersededError
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

    def end(self) -> None:
        """End the process."""
        if self._timer is not None:
            self._timer.cancel()
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.terminate()
            self._process.join(5)
        self._process = self._pipe = None

    async def _asked(self, what: str, said: tuple[Any, ...]) -> Any:
        self.wake()
        pipe = self._pipe
        if pipe is None:
            raise RefusalError(("the process that looks at the case could not be started",), is_fault=True)
        try:
            answer = await asyncio.to_thread(_exchange, pipe, what, said)
        except (EOFError, OSError) as error:
            self.end()
            message = "the process that looked at the case was ended, perhaps for lack of memory"
            raise RefusalError((message,), is_fault=True) from error
        self._wait()
        if answer.problems:
            raise RefusalError(answer.problems, is_fault=answer.is_fault)
        return answer.value

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=answer, args=(self._path, other), daemon=True)
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


def answer(path: Path, pipe: Connection) -> None:
    """Answer questions about a case until nobody can ask any more: what the process runs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server decides when to end
    gc.set_threshold(50_000)
    live = Live(path)
    while True:
        try:
            what, said = pipe.recv()
        except EOFError:
            return
        pipe.send(_answered(live, what, said))


def _exchange(pipe: Connection, what: str, said: tuple[Any, ...]) -> _Answer:
    pipe.send((what, said))
    found: _Answer = pipe.recv()
    return found


def _answered(live: Live, what: str, said: tuple[Any, ...]) -> _Answer:
    try:
        return _Answer(getattr(live, what)(*said))
    except CaseError as error:
        return _Answer(problems=tuple(map(str, error.diagnostics)) or ("the case cannot be analysed",))
    except LookupError as error:
        return _Answer(problems=(str(error.args[0]) if error.args else type(error).__name__,))
    except ValueError as error:
        return _Answer(problems=(str(error),))
    except OSError as error:
        return _Answer(problems=(f"cannot use '{error.filename}': {error.strerror}",))
