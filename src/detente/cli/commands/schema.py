"""``detente schema``: the JSON Schema of case files, for editors."""

from __future__ import annotations

import json

from detente.cli.output import echo_exactly


def command() -> None:
    """Print the JSON Schema (draft-07) of case files; editors use it to complete and check."""
    from detente.casefile import json_schema

    echo_exactly([json.dumps(json_schema(), indent=2, ensure_ascii=False), "\n"])
