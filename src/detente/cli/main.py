"""``detente``: every module of ``cli/commands`` is a command of the same name."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from typing import Annotated

import typer

from detente.cli import commands
from detente.cli.output import open_streams
from detente.cli.stopping import Stopped, Stopping, said


def application() -> typer.Typer:
    """Return the command line with all its commands."""
    app = typer.Typer(
        name="detente",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
        help="A laboratory for real negotiations: a cited case goes in, an honest report comes out.",
    )
    app.callback()(_options)
    for info in pkgutil.iter_modules(commands.__path__):
        module = importlib.import_module(f"{commands.__name__}.{info.name}")
        app.command(info.name)(module.command)
    return app


def run() -> None:
    """Run the command line."""
    # Looking for plug-ins of pydantic reads the metadata of everything installed, and Detente uses none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    open_streams()
    try:
        with Stopping():
            application()()
    except Stopped as stopped:
        sys.stderr.write(said())
        sys.exit(stopped.code)
    except OSError as error:
        what = f"cannot use '{error.filename}'" if error.filename else "cannot write the output"
        sys.exit(f"detente: {what}: {error.strerror}")


def _show_version(wanted: bool) -> None:
    if wanted:
        from detente.session.version import program

        typer.echo(program())
        raise typer.Exit


def _options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Accept what stands before the command."""
