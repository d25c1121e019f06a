"""``detente``: every module of ``cli/commands`` is a command of the same name, without a ``_`` at its end."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Annotated

import typer

from detente.cli import commands


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
        app.command(info.name.rstrip("_"))(module.command)
    return app


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
