"""Serving what is hardly a case yet: what is wrong is shown, to be mended; and the process that works retires."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
from tests.conftest import ROOT
from tests.workbench.web.client import Client
from tests.workbench.web.conftest import SMALL, Serve
from tests.workbench.web.test_answers import memory

from detente.workbench.web.worker import RefusalError, SupersededError, Worker

T = TypeVar("T")
BROKEN = {
    "no YAML": ({"case.yaml": "case: {id: ferry,\n  title: ["}, "case.yaml"),
    "no section": ({"case.yaml": "hello"}, "case.yaml"),
    "nothing in it": ({"case.yaml": ""}, "case.yaml"),
    "no header": ({"actors.yaml": "actors: []\n"}, "actors.yaml"),
    "no file": ({}, None),
    "no text": ({"case.yaml": SMALL, "old.yaml": b"\xff\xfe"}, "case.yaml"),
    "no date": ({"case.yaml": SMALL.replace("2025-06-01", "soon")}, "case.yaml"),
}


@pytest.mark.parametrize(("files", "shown"), BROKEN.values(), ids=list(BROKEN))
def test_what_is_wrong_is_told_beside_what_can_be_mended(
    serve: Serve, tmp_path: Path, files: dict[str, str | bytes], shown: str | None
) -> None:
    folder = tmp_path / "begun"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    own = Client.of(serve(folder).address)
    assert [file["name"] for file in own.get("/files").json] == ([shown] if shown else [])
    found = own.post("/check", {"unsaved": {}}).json
    assert "error" in {each["severity"] for each in found}
    page = own.get("/page")
    assert page.status == 422
    assert 'id="no-page"' in page.text
    for path in ("/suppose", "/api/show"):
        assert (own.get(path).status, bool(own.get(path).text)) == (422, True)
    assert own.get("/add/event").status == 200


def test_a_server_of_the_flagship_is_small_while_nobody_asks(serve: Serve) -> None:
    served = serve(ROOT / "examples" / "south-caucasus")
    own = Client.of(served.address)
    assert own.post("/check", {"unsaved": {}}).json == []
    assert memory(served)[0] < 110_000  # and what counts its processes has 12,000: 120 MB in all


def alone(work: Coroutine[Any, Any, T]) -> T:
    """Return what a coroutine returns, run in a thread: a browser may leave a loop running in this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, work).result()


async def _workers_while(patience: float, seconds: float, path: Path) -> list[int]:
    worker, counts = Worker(path, print, patience), []
    for pause in (0.0, seconds):
        await asyncio.sleep(pause)
        counts.append(len(multiprocessing.active_children()))
        if not pause:
            text = await worker.ask("document", "check", None, None)
            assert '"diagnostics"' in text
            counts.append(len(multiprocessing.active_children()))
    worker.end()
    return counts


def test_the_process_that_looks_at_the_case_ends_when_nobody_asks(small: Path) -> None:
    before = len(multiprocessing.active_children())
    counts = alone(_workers_while(0.3, 1.5, small))
    assert [each - before for each in counts] == [0, 1, 0]


async def _killed(path: Path) -> str:
    worker = Worker(path, print)
    await worker.ask("document", "check", None, None)
    [process] = [each for each in multiprocessing.active_children() if each.name.startswith("SpawnProcess")][-1:]
    process.kill()
    process.join()
    worker_was_gone = await worker.ask("document", "check", None, None)
    worker.end()
    return str(worker_was_gone)


def test_a_process_that_was_killed_is_started_anew(small: Path) -> None:
    assert '"diagnostics"' in alone(_killed(small))


async def _hurried(path: Path) -> list[object]:
    worker = Worker(path, print)
    several = (worker.newest(window, lambda: None, "page", None, None, "x", None) for window in "abbb")
    found = await asyncio.gather(*several, return_exceptions=True)
    with pytest.raises(RefusalError, match="sing"):
        await worker.ask("document", "sing", None, None)
    worker.end()
    return list(found)


def test_of_pages_that_are_asked_for_at_once_the_last_is_made(small: Path) -> None:
    other, *earlier, last = alone(_hurried(small))
    assert "The ferry" in str(other)  # of another window
    assert [type(each) for each in earlier] == [SupersededError, SupersededError]
    assert "The ferry" in str(last)
