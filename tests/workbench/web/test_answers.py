"""What the server answers: the bytes of the commands, and as much memory after fifty saves as before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.workbench.web.client import Client
from tests.workbench.web.conftest import SMALL, Serve, Served, running
from typer.testing import CliRunner

from detente.cli.main import application

COMMANDS = {
    "show": ["show", "--json"],
    "conflict": ["conflict", "--json"],
    "settle": ["settle", "--json"],
    "roadmap": ["roadmap", "--json"],
    "corridor": ["corridor", "--json"],
    "system": ["system", "--json"],
    "brief": ["brief", "--json"],
    "check": ["check", "--format", "json"],
}
EVERYTHING = ROOT / "tests" / "workbench" / "web" / "everything.yaml"


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with running() as start:
        yield start(EVERYTHING)


def printed(*words: str) -> bytes:
    found = CliRunner().invoke(application(), [*words], catch_exceptions=False)
    assert found.exit_code == 0, found.output
    return found.stdout_bytes


@pytest.mark.parametrize("command", COMMANDS)
def test_a_document_is_what_its_command_prints(served: Served, command: str) -> None:
    own, (name, *options) = Client.of(served.address), COMMANDS[command]
    path = str(EVERYTHING)
    assert own.get(f"/api/{command}").body == printed(name, path, *options)
    if command != "check":
        asked = own.get(f"/api/{command}?as_of=2025-05-30&scenario=calm").body
        assert asked == printed(name, path, *options, "--as-of", "2025-05-30", "--scenario", "calm")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/api/sing", "sing"),
        ("/api/show?as_of=2025-13", "2025-13"),
        ("/api/show?scenario=calmer", "calmer"),
        ("/page?as_of=soon", "soon"),
        ("/suppose?as_of=soon", "soon"),
    ],
)
def test_what_cannot_be_answered_is_told(served: Served, path: str, said: str) -> None:
    found = Client.of(served.address).get(path)
    assert found.status == 422
    assert said in found.text


def memory(served: Served) -> tuple[int, int]:
    """Return how much memory the server holds, and the process that looks at the case [kB]."""
    pid = served.process.pid
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()
    sizes = [_resident(int(each)) for each in children]
    return _resident(pid), max(sizes, default=0)


def _resident(pid: int) -> int:
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text("utf-8"))
    return int(found[1]) if found else 0


@pytest.mark.slow
def test_fifty_saves_leave_memory_flat(serve: Serve, small: Path) -> None:
    served = serve(small)
    own = Client.of(served.address)
    [file] = own.get("/files").json
    sizes = []
    for number in range(60):
        text = SMALL.replace("They talk", f"They talk {number} times")
        file = {"name": "case.yaml", "text": text, "version": own.post("/save", file | {"text": text}).json["version"]}
        assert own.post("/check", {"unsaved": {}}).json == []
        assert f"They talk {number} times" in own.get("/page").text
        sizes.append(memory(served))
    for then, now in zip(sizes[9], sizes[-1], strict=True):
        assert now < then * 1.1 + 4_000
