"""Arguments that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

CaseArgument = Annotated[
    Path,
    typer.Argument(metavar="CASE", exists=True, show_default=False, help="A folder of *.yaml files, or one such file."),
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Stand the case at this date, such as 2025-07-31 or 2025-03."),
]
ScenarioOption = Annotated[
    str | None,
    typer.Option("--scenario", metavar="ID", help="Apply a scenario of the case first."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the results for programs.")]
