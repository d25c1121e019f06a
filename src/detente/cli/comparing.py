"""Opening what is compared: two versions of a case, or one case at two dates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from detente.cli.opening import open_clean, sight_of
from detente.cli.output import say

if TYPE_CHECKING:
    from detente.session.sight import Sight


def open_versions(old: Path, new: Path, *, cache: bool = True) -> tuple[Sight, Sight]:
    """Return two versions of a case, each at its own date.

    Raises
    ------
    typer.Exit
        If one of them has errors.
    typer.BadParameter
        If they are one and the same.
    """
    refuse_same(old, new, "NEW")
    before, after = (sight_of(open_clean(path, cache=cache), None) for path in (old, new))
    warn_of_another(before, after)
    return before, after


def open_dates(path: Path, begin: str, end: str, *, cache: bool = True) -> tuple[Sight, Sight]:
    """Return a case at two dates.

    Raises
    ------
    typer.Exit
        If the case has errors.
    typer.BadParameter
        If one of them is no date, or the first certainly comes after the second.
    """
    case = open_clean(path, cache=cache)
    before, after = sight_of(case, begin, option="--from"), sight_of(case, end, option="--to")
    first, last = (each.moment.as_of.interval for each in (before, after))
    if first.earliest is not None and last.latest is not None and first.earliest > last.latest:
        raise typer.BadParameter(f"'{begin}' comes after '{end}'; exchange the two", param_hint="--from")
    return before, after


def open_older(old: Path, new: Path, sight: Sight, as_of: str | None) -> Sight:
    """Return an older version of the case of a sight, at the date that is asked for or at its own.

    Raises
    ------
    typer.Exit
        If it has errors.
    typer.BadParameter
        If it is the same case, or the date is not one for it.
    """
    refuse_same(old, new, "--since")
    before = sight_of(open_clean(old), as_of)
    warn_of_another(before, sight)
    return before


def refuse_same(old: Path, new: Path, option: str) -> None:
    """Refuse to compare a case with itself.

    Raises
    ------
    typer.BadParameter
        If two paths lead to the same place.
    """
    if old.resolve() == new.resolve():
        message = f"'{new}' is the same as the older version; 'detente diff CASE --from DATE --to DATE' compares dates"
        raise typer.BadParameter(message, param_hint=option)


def warn_of_another(before: Sight, after: Sight) -> None:
    """Say that what is compared are two cases, where their ids tell so; they are compared all the same."""
    one, other = before.moment.written.case.id, after.moment.written.case.id
    if one != other:
        say(f"these are two cases, '{one}' and '{other}', rather than versions of one; compared all the same", err=True)
