"""``detente serve``: text left, page right, in a browser on this machine.

Exit codes: 0 when it is interrupted, 2 where the port is taken or what it needs is not installed.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Annotated

import typer

from detente.cli.arguments import CaseArgument, command_line
from detente.cli.output import complain, say
from detente.cli.stopping import Stopped, patiently

_NEEDED = ("starlette", "uvicorn", "markdown_it")


def command(
    case: CaseArgument,
    port: Annotated[
        int | None,
        typer.Option(min=0, max=65535, help="The port to listen on; 0 for any that is free."),
    ] = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open a browser.")] = False,
) -> None:
    """Write a case in a browser: the text left, its problems as you type, the page right, and what if."""
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        needs = f"'detente serve' needs the module {missing[0]}, which is not installed"
        say(f"{needs}: pip install 'detente[workbench]'", err=True)
        raise typer.Exit(2)
    from detente.workbench.web.running import PortError, serve

    patiently()
    try:
        serve(case, port, command_line("report", case, None, []), _Terminal(no_open))
    except Stopped:
        say("stopped; texts that are not saved stay in the browser, for the next start on this port", err=True)
    except PortError as error:
        raise typer.BadParameter(str(error), param_hint="--port") from error
    except OSError as error:
        raise typer.BadParameter(f"'{error.filename}' cannot be used: {error.strerror}", param_hint="CASE") from error


@dataclass(frozen=True)
class _Terminal:
    """Tells a terminal, and whoever sits at it."""

    no_open: bool

    def ready(self, address: str) -> None:
        """Print the address, and open it."""
        say(address)
        sys.stdout.flush()
        if not self.no_open and sys.stdout.isatty():
            import webbrowser

            webbrowser.open(address)

    def complain(self, fault: str) -> None:
        """Print what failed in Detente itself."""
        complain(fault)
