"""Streams and file names as systems have them: closed, without letters, not UTF-8, in circles, too long."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from detente.casefile import template

pytestmark = pytest.mark.slow

PLAIN = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
ASCII = {"PYTHONIOENCODING": "ascii"}
POOR = [ASCII, PLAIN, {"PYTHONIOENCODING": "cp1252"}]
FOR_PROGRAMS = ["conflict case.yaml --json", "check bad.yaml --format json", "export case.yaml --to graphml", "schema"]


def shell(command: str, folder: Path, **settings: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``detente`` as ``$D`` in a folder."""
    variables = dict(os.environ) | {"D": f"{sys.executable} -m detente"} | settings
    return subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, check=False, env=variables)


def spoken(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """Return what was said on standard error, which is never a traceback."""
    text = done.stderr.decode(errors="backslashreplace")
    assert "Traceback" not in text
    return text.splitlines()


def furnished(folder: Path) -> Path:
    (folder / "case.yaml").write_text(template("my-case"), encoding="utf-8")
    (folder / "bad.yaml").write_text("case: {id: demo, as_of: 2025}\nactor: []\n", encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return furnished(tmp_path)


COMMANDS = ["check case.yaml", "show case.yaml", "export case.yaml --to gmcr"]


@pytest.mark.parametrize(
    ("command", "closed"),
    [*((COMMANDS[0], closed) for closed in ("2>&-", ">&- 2>&-", "<&-")), *((each, ">&-") for each in COMMANDS)],
)
def test_closed_streams_are_no_fault(command: str, closed: str, folder: Path) -> None:
    done = shell(f"$D {command} {closed}", folder)

    assert done.returncode == 0
    spoken(done)


def test_a_report_is_written_although_nobody_listens(folder: Path) -> None:
    assert shell("$D report case.yaml --out page.html >&- 2>&-", folder).returncode == 0
    assert (folder / "page.html").read_bytes().endswith(b"</html>")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_reader_that_leaves_is_no_fault(command: str, folder: Path) -> None:
    done = shell(f"$D {command} | head -n 1", folder)

    assert [line for line in spoken(done) if "left out" not in line] == []


@pytest.mark.parametrize("settings", POOR, ids=["ascii", "LC_ALL=C", "cp1252"])
@pytest.mark.parametrize("command", ["conflict"])
def test_where_lines_cannot_be_drawn_tables_are_ascii(command: str, settings: dict[str, str], folder: Path) -> None:
    done = shell(f"$D {command} case.yaml", folder, **settings)
    text = done.stdout.decode(settings.get("PYTHONIOENCODING", "ascii"))

    assert (done.returncode, spoken(done)) == (0, [])
    assert "\\u25" not in text  # no line of a table as an escape
    assert "|" in text
    assert "+-" in text


def test_where_they_can_tables_keep_their_lines(folder: Path) -> None:
    text = shell("$D conflict case.yaml", folder, PYTHONIOENCODING="utf-8").stdout.decode()

    assert "┏━" in text
    assert "•" in text


def for_programs(folder: Path, **settings: str) -> list[bytes]:
    """Return what commands write for programs, to their output and to files."""
    told = [shell(f"$D {command}", folder, **settings) for command in FOR_PROGRAMS]
    told.append(shell("$D report case.yaml --out page.html; $D new made", folder, **settings))
    assert not [line for done in told[:-1] for line in spoken(done) if "left out" not in line]
    files = [(folder / "page.html"), (folder / "made" / "case.yaml")]
    return [done.stdout for done in told[:-1]] + [path.read_bytes() for path in files]


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """Return what they write where everything is UTF-8."""
    return for_programs(furnished(tmp_path_factory.mktemp("usual")), PYTHONIOENCODING="utf-8")


@pytest.mark.parametrize("settings", POOR, ids=["ascii", "LC_ALL=C", "cp1252"])
def test_what_programs_read_is_utf8_everywhere(settings: dict[str, str], usual: list[bytes], folder: Path) -> None:
    assert for_programs(folder, **settings) == usual
    assert usual[-1].decode("utf-8").count("…") == template("x").count("…")


def test_a_letter_that_is_missing_is_replaced_visibly(folder: Path) -> None:
    (folder / "x.yaml").write_text("case: {id: demo, as_of: 2025}\nქარი…: []\n", encoding="utf-8")
    done = shell("$D check x.yaml", folder, **ASCII)

    assert spoken(done)[0] == r"x.yaml:2:1: error DT021 unknown section '\u10e5\u10d0\u10e0\u10d8...'"


def test_a_dash_is_standard_output(folder: Path) -> None:
    page = shell("$D report case.yaml -o -", folder)
    assert page.stdout.startswith(b"<!doctype html>")
    assert page.stdout.endswith(b"</html>")
    assert shell("$D export case.yaml --to gmcr --out -", folder).stdout.startswith(b"{\n")
    drafted = shell("$D new -", folder)
    assert drafted.stdout.decode() == template("my-case")
    assert spoken(shell("$D new - --from south-caucasus", folder))[-1].endswith("name a folder to copy it to")
    assert sorted(path.name for path in folder.iterdir()) == ["bad.yaml", "case.yaml"]


NAMES = [b"n\xff", b"two\nlines and a space", "q\u202egnp".encode()]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_names_of_any_bytes_work_and_are_shown(name: bytes, folder: Path) -> None:
    shown = os.fsdecode(name)
    inside = folder / shown
    inside.mkdir()
    for path in (folder / f"{shown}.yaml", inside / "case.yaml"):
        path.write_text(template("my-case"), encoding="utf-8")
    (inside / f"{shown}.yaml").write_text("actor: []\n", encoding="utf-8")
    script = 'for c in check report "conflict --json"; do $D $c ./"$N.yaml" >> out || exit 9; done'
    good = shell(script, folder, N=shown)
    assert (good.returncode, [line for line in spoken(good) if "left out" not in line]) == (0, [])

    bad = shell('$D check ./"$N"; $D check ./"$N" --format json > found.json', folder, N=shown)
    said = spoken(bad)
    assert len(said) == 2
    assert said[0].endswith("error DT021 unknown section 'actor'")
    assert all(line.isprintable() for line in (*said, *bad.stdout.decode().splitlines()))
    found = json.loads((folder / "found.json").read_text(encoding="utf-8"))["diagnostics"]
    assert os.fsencode(found[0]["path"]).endswith(name + b"/" + name + b".yaml")


def test_links_in_circles_are_one_line(folder: Path) -> None:
    (folder / "loop").symlink_to("pool")
    (folder / "pool").symlink_to("loop")
    (folder / "f").mkdir()
    (folder / "f" / "loop.yaml").symlink_to("loop.yaml")
    (folder / "f" / "text.txt").symlink_to("text.txt")
    (folder / "f" / "case.yaml").write_text(
        "case: {id: d, as_of: 2025}\nsources: [{id: s, title: T, file: text.txt}]\n", encoding="utf-8"
    )

    assert spoken(shell("$D check f", folder)) == [
        "f/case.yaml:2:35: error DT400 f/text.txt: its links lead nowhere",
        "f/loop.yaml:1:1: error DT001 not an ordinary file",
    ]
    for command in ("check loop", "report case.yaml -o loop", "export case.yaml --to gmcr -o loop", "new loop"):
        done = shell(f"$D {command}", folder)
        assert done.returncode == 2
        assert sum("Error: " in line for line in spoken(done)) == 1


def test_names_that_are_too_long(folder: Path) -> None:
    name = "n" * 300
    (folder / "f").mkdir()
    (folder / "f" / "case.yaml").write_text(
        f"case: {{id: {name}, as_of: 2025}}\nsources: [{{id: {name}, title: T}}]\n", encoding="utf-8"
    )
    assert spoken(shell("$D check f --sources f", folder)) == []
    assert shell("$D report f", folder).stdout.decode() == f"{name[:100]}.html\n"
    for command in (f"report f -o {name}", f"new {name}", f"check {name}"):
        done = shell(f"$D {command}", folder)
        assert done.returncode == 2
        assert sum("Error: " in line for line in spoken(done)) == 1
    assert spoken(shell(f"$D new x --from {name}.gmcr", folder))[0].endswith("DT001 cannot be read: File name too long")


def test_what_is_no_ordinary_file(folder: Path) -> None:
    (folder / "f").mkdir()
    os.mkfifo(folder / "f" / "pipe.yaml")
    (folder / "f" / "folder.yaml").mkdir()
    (folder / "f" / "lost.yaml").symlink_to("nowhere")

    said = spoken(shell("$D check f", folder))
    assert said == [f"f/{n}.yaml:1:1: error DT001 not an ordinary file" for n in ("folder", "lost", "pipe")]
    assert spoken(shell("$D check /dev/zero", folder)) == ["/dev/zero:1:1: error DT001 not an ordinary file"]
    assert spoken(shell("cat case.yaml | $D check /dev/stdin", folder))[0].endswith("DT001 not an ordinary file")


def test_a_full_disk_is_one_line(folder: Path) -> None:
    done = shell("$D show case.yaml > /dev/full", folder)

    assert (done.returncode, spoken(done)) == (1, ["detente: cannot write the output: No space left on device"])
