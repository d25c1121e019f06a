"""Where output goes: to a file whole or not at all, or to standard output, whatever its letters."""

from __future__ import annotations

import codecs
import io
import os
import re
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from detente.cli.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.session.sight import Sight

_PLAIN_WORD = re.compile(r"[\w@%+=:,./-]+")
_INSTEAD = {
    "…": "...",
    "•": "*",
    "–": "-",
    "—": "-",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "→": "->",
    "≥": ">=",
    "≤": "<=",
}


def open_streams() -> None:
    """Make both output streams take any text, also where they are closed or lack letters.

    A letter that a stream lacks is replaced by what resembles it, or by an escape that shows which it is.
    """
    codecs.register_error("detente", _replaced)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - lives as long as we do
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="detente")


def _replaced(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letters = error.object[error.start : error.end]
    shown = (_INSTEAD.get(c) or c.encode("ascii", "backslashreplace").decode() for c in letters)
    return "".join(shown), error.end


def say(text: str, *, err: bool = False) -> None:
    """Print a line for people, on the very stream whose letters are known."""
    typer.echo(text, file=sys.stderr if err else sys.stdout)


def complain(text: str) -> None:
    """Print a line about what went wrong in Detente itself."""
    say(f"detente: {text}", err=True)


def shell_word(path: Path) -> str:
    """Return a path as a shell takes it for one word, in a command to copy."""
    from detente.diagnostics.characters import visible

    word = f"./{path}" if str(path).startswith("-") else str(path)
    if _PLAIN_WORD.fullmatch(word):
        return visible(word)
    return visible(f'"{word}"' if word.isprintable() and not set('"$`\\!') & set(word) else shlex.quote(word))


def echo_exactly(pieces: Iterable[str | bytes]) -> None:
    """Print what programs read: UTF-8, whatever the letters of the terminal."""
    for piece in pieces:
        typer.echo(piece if isinstance(piece, bytes) else piece.encode(errors="backslashreplace"), nl=False)


def is_standard(out: Path | None) -> bool:
    """Whether a path means standard output."""
    return out is not None and str(out) == "-"


def refuse(out: Path, sight: Sight) -> None:
    """Refuse a path that cannot be written, or would overwrite a case.

    Raises
    ------
    typer.BadParameter
        If it should not be written to.
    """
    if not out.parent.is_dir():
        raise typer.BadParameter(f"there is no folder '{out.parent}'", param_hint="--out")
    try:
        overwrites = out.suffix == ".yaml" or sight.has_file(out)
    except OSError as error:
        raise typer.BadParameter(f"'{out}' cannot be written: {error.strerror}", param_hint="--out") from error
    if overwrites:
        raise typer.BadParameter(f"'{out}' would overwrite a file of the case", param_hint="--out")


def write(pieces: Iterable[str | bytes], out: Path) -> None:
    """Write a file whole or not at all, and print its path; ``-`` is standard output.

    Raises
    ------
    typer.BadParameter
        If it cannot be written.
    """
    from detente.diagnostics.characters import visible
    from detente.writing import write_whole

    if is_standard(out):
        echo_exactly(pieces)
        return
    try:
        with Progress("Writing"):
            write_whole(out, pieces)
    except OSError as error:
        raise typer.BadParameter(f"'{out}' cannot be written: {error.strerror}", param_hint="--out") from error
    say(visible(str(out)))
