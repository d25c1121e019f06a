"""A mutant at the command line: as people meet it, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

COMMANDS = (
    ("check", "--format", "json"),
    ("check",),
    ("show", "--json"),
    ("conflict", "--json"),
    ("roadmap", "--json"),
    ("settle", "--json"),
    ("corridor", "--json"),
    ("report", "--out", "page.html"),
    ("export", "--to", "csv"),
    ("seal", "--out", "seal.json", "--on", "2025-07-10"),
)
SECONDS = 120


def misbehaves(data: bytes, folder: Path) -> str:
    """Return what is wrong with how the commands take a case, or nothing."""
    (folder / "case.yaml").write_bytes(data)
    told = [_told(command, folder, seed) for seed, command in enumerate(COMMANDS)]
    if told[0].stdout != _told(COMMANDS[0], folder, 99).stdout:
        return "check: says something else the second time"
    has_errors = told[1].returncode == 1
    for command, result in zip(COMMANDS, told, strict=True):
        if problem := _problem(command, result, has_errors=has_errors):
            return f"detente {command[0]}: {problem}\n{result.stderr[-2000:]}"
    return ""


def _told(command: tuple[str, ...], folder: Path, seed: int) -> subprocess.CompletedProcess[str]:
    """Run a command; Python orders its sets otherwise by each seed."""
    words = [sys.executable, "-W", "error", "-m", "detente", command[0], "case.yaml", *command[1:]]
    environment = os.environ | {"PYTHONHASHSEED": str(seed), "PYTHONUTF8": "1"}
    return subprocess.run(
        words, cwd=folder, env=environment, capture_output=True, text=True, timeout=SECONDS, check=False
    )


def _problem(command: tuple[str, ...], result: subprocess.CompletedProcess[str], *, has_errors: bool) -> str:
    if result.returncode not in (0, 1, 2):
        return f"ends with {result.returncode}"
    if "Traceback" in result.stderr or "Warning:" in result.stderr:
        return "prints what is meant for programmers"
    if has_errors and result.returncode == 0:
        return "goes on although the case has errors"
    if result.returncode and not (result.stdout + result.stderr).strip():
        return "stops without a word"
    if {"json", "--json"} & set(command) and (result.returncode == 0 or command[0] == "check"):
        json.loads(result.stdout)
    return ""
