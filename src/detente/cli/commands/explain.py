"""``detente explain``: what a code means and what to do about it."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.output import say


def command(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", show_default=False, help="Such as DT403; all codes when omitted.")
    ] = None,
) -> None:
    """Explain a code that 'detente check' printed."""
    from detente.diagnostics import did_you_mean
    from detente.session.rules import known_rules

    rules = known_rules()
    if code is None:
        for rule in rules.values():
            say(f"{rule.code}  {rule.severity:7}  {rule.title}")
        return
    wanted = rules.get(code.upper())
    if wanted is None:
        hint = did_you_mean(code.upper(), rules)
        message = f"no problem has the code '{code}'{'; ' + hint if hint else ''}"
        raise typer.BadParameter(message, param_hint="CODE")
    say(f"{wanted.code} ({wanted.severity}): {wanted.title}\n\n{wanted.explanation}")
