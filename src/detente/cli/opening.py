"""Opening a case for a command: what is wrong goes to standard error, and decides the exit code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from detente.cli.output import say, shell_word
from detente.cli.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from detente.diagnostics import Diagnostic
    from detente.session import OpenCase
    from detente.session.sight import Sight


def stop(diagnostics: Iterable[Diagnostic]) -> typer.Exit:
    """Print problems and return the exit that says that the case has some."""
    for found in diagnostics:
        say(str(found), err=True)
    return typer.Exit(1)


def open_sight(
    path: Path,
    as_of: str | None,
    scenario: Sequence[str] | None,
    without: Sequence[str] | None = None,
    *,
    cache: bool = True,
) -> Sight:
    """Return the case at a date, under a scenario if one is asked for; ``cache`` is as for ``open_case``.

    Parameters
    ----------
    without
        The sources to leave out.

    Raises
    ------
    typer.Exit
        If the case has errors.
    typer.BadParameter
        If the date, the scenario or a source is not one, or there are several scenarios.
    """
    if scenario and len(scenario) > 1:
        message = "one scenario at a time; 'detente report' sets several side by side"
        raise typer.BadParameter(message, param_hint="--scenario")
    return open_sights(path, as_of, scenario, without, cache=cache)[-1]


def open_sights(
    path: Path,
    as_of: str | None,
    scenarios: Sequence[str] | None,
    without: Sequence[str] | None = None,
    *,
    cache: bool = True,
) -> list[Sight]:
    """Return the case at a date as it is, and under each of some scenarios; raises as ``open_sight`` does."""
    case = _without(open_clean(path, cache=cache), without or ())
    return [sight_of(case, as_of, scenario=each) for each in (None, *dict.fromkeys(scenarios or ()))]


def open_clean(path: Path, *, cache: bool = True) -> OpenCase:
    """Return a case without errors, and tell of its warnings; ``cache`` is as for ``open_case``.

    Raises
    ------
    typer.Exit
        If the case has errors.
    """
    from detente.session import open_case

    with Progress("Reading and checking"):
        case = open_case(path, cache=cache)
    if case.errors:
        raise stop(case.errors)
    if case.diagnostics:
        number = len(case.diagnostics)
        words = "1 warning" if number == 1 else f"{number} warnings"
        say(f"{words}; 'detente check {shell_word(path)}' shows them", err=True)
    return case


def sight_of(case: OpenCase, as_of: str | None, *, scenario: str | None = None, option: str = "--as-of") -> Sight:
    """Return a case at a date that ``option`` asks for, under a scenario.

    Raises
    ------
    typer.BadParameter
        If the date or the scenario is not one.
    """
    from detente.dates import DateError

    try:
        return case.at(as_of, scenario=scenario)
    except DateError as error:
        raise typer.BadParameter(str(error), param_hint=option) from error
    except LookupError as error:
        raise typer.BadParameter(str(error.args[0]), param_hint="--scenario") from error


def _without(case: OpenCase, sources: Sequence[str]) -> OpenCase:
    """Return the case without some sources, and tell on standard error how much goes with them."""
    try:
        with Progress("Leaving out sources"):
            left = case.without(*sources)
    except LookupError as error:
        raise typer.BadParameter(str(error.args[0]), param_hint="--without") from error
    if left.left is not None:
        from detente.lenses.chronicle.sources.left_out import headline

        say(headline(left.left), err=True)
    return left
