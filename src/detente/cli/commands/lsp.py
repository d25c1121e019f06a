"""``detente lsp``: the language server that editors start.

Exit codes: 0 when the editor ends it, 2 where what it needs is not installed.
"""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec

import typer

from detente.cli.output import say


def command() -> None:
    """Serve an editor over standard input and output; editors start this themselves."""
    if find_spec("pygls") is None:
        say("'detente lsp' needs the module pygls, which is not installed: pip install 'detente[workbench]'", err=True)
        raise typer.Exit(2)
    from detente.workbench.lsp.server import server

    # The server closes what it writes to when it ends; the program's own output is still to be flushed then.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
        server().start_io(sys.stdin.buffer, out)
