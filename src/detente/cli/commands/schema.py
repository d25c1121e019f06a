"""``detente schema``: the JSON Schema of case files, for editors, and of what other commands print for programs."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from detente.cli.output import echo_exactly


def command(
    of: Annotated[
        str | None,
        typer.Option(
            "--of",
            metavar="DOCUMENT",
            show_default=False,
            help="What a command prints as JSON, such as roadmap or check; case files when omitted.",
        ),
    ] = None,
) -> None:
    """Print the JSON Schema (draft-07) of case files, by which editors complete and check, or of a document."""
    from detente.casefile import json_schema
    from detente.session.schemas import schema_of

    try:
        schema = json_schema() if of is None else schema_of(of)
    except LookupError as error:
        raise typer.BadParameter(str(error.args[0]), param_hint="--of") from error
    echo_exactly([json.dumps(schema, indent=2, ensure_ascii=False), "\n"])
