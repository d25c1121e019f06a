"""Running the command line: what is there from the first moment, before anything that takes time to load."""

from __future__ import annotations

import gc
import os
import sys

from detente.cli.stopping import Stopped, Stopping, said


def run() -> None:
    """Run the command line."""
    # Looking for plug-ins of pydantic reads the metadata of everything installed, and Detente uses none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Nearly all that is made while modules and a case load stays, and need not be searched for waste after every 700.
    gc.set_threshold(50_000)
    try:
        with Stopping():
            from detente.cli.main import application
            from detente.cli.output import open_streams

            open_streams()
            try:
                application()()
            finally:
                _flush()
    except Stopped as stopped:
        if sys.stderr is not None:
            sys.stderr.write(said())
        sys.exit(stopped.code)
    except OSError as error:
        what = f"cannot use '{error.filename}'" if error.filename else "cannot write the output"
        sys.exit(f"detente: {what}: {error.strerror}")


def _flush() -> None:
    """Write what is still held back, so that a failure is told here, and not by the interpreter when it ends.

    Raises
    ------
    OSError
        If it cannot be written; that nobody reads on is no failure.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise
