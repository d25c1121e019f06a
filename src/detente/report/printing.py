"""Print the page to a PDF by a Chromium that is installed: tagged, in its language, without network."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
_SECONDS = 180
_ARGUMENTS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-breakpad",
    "--disable-quic",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # nothing that the page does not hold is ever looked for
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
)


class PrintingError(RuntimeError):
    """A page that could not be printed; the message says why, and what to do instead."""


def browser() -> str:
    """Return the path of an installed Chromium, or of a browser made of it.

    Raises
    ------
    PrintingError
        If none is found.
    """
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        message = "a PDF is printed by Chromium, and none is installed; install it, or write .html and print that"
        raise PrintingError(message)
    return found


def printed(page: str, program: str) -> bytes:
    """Return a page as PDF.

    What the program writes besides stands in a folder of its own, which is gone afterwards.

    Parameters
    ----------
    page
        The page, which holds all that it shows.
    program
        The path of the browser.

    Raises
    ------
    PrintingError
        If it gives no PDF, or takes too long.
    """
    with tempfile.TemporaryDirectory(prefix="detente-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, out = folder / "page.html", folder / "page.pdf"
        source.write_text(page, encoding="utf-8", errors="replace")
        told = _run([program, *_ARGUMENTS, *_as_root(), *_into(folder, out), source.as_uri()], folder)
        if not out.is_file() or not (data := out.read_bytes()).startswith(b"%PDF-"):
            raise PrintingError(f"'{program}' gave no PDF{f': {told[-1]}' if told else ''}")
        return data


def _into(folder: Path, out: Path) -> tuple[str, ...]:
    return f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={out}"


def _as_root() -> tuple[str, ...]:
    """Return what Chromium wants of root, for whom it has no sandbox."""
    return ("--no-sandbox",) if getattr(os, "geteuid", lambda: 1)() == 0 else ()


def _run(words: list[str], folder: Path) -> list[str]:
    """Run a program and whatever it starts to their end, and return the lines that it says."""
    kept = os.environ | {"XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - the program is found by name, and gets no words but ours
        words, stdin=quiet, stdout=quiet, stderr=subprocess.PIPE, env=kept, start_new_session=True
    ) as running:
        try:
            _, told = running.communicate(timeout=_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise PrintingError(f"'{words[0]}' did not finish within {_SECONDS} seconds") from error
        finally:
            _end(running)
    return told.decode(errors="replace").split("\n")[:-1]


def _end(running: subprocess.Popen[bytes]) -> None:
    """End a program and whatever it started, as far as any of it still runs."""
    try:
        os.killpg(running.pid, signal.SIGKILL) if hasattr(os, "killpg") else running.kill()
    except ProcessLookupError:
        return
