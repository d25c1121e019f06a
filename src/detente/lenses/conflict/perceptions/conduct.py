"""Conduct: what each does at the status quo under each reading, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Statement
from detente.lenses.conflict.why.sanctions import because, sanctions, why
from detente.lenses.conflict.words import maker_names
from detente.lenses.wording import listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.conflict.perceptions.seen import Perceptions, Stance


def conduct(views: Perceptions) -> Iterator[Statement]:
    """Yield what each does at the status quo under each reading, where that differs, and who does the same."""
    names = maker_names(views.analysis)
    found = [(stance, quo, sanctions(stance.analysis, quo)) for stance, quo in _at_status_quo(views)]
    same = []
    for i, name in enumerate(names):
        said: dict[str, list[str]] = {}
        for stance, quo, each in found:
            said.setdefault(why(stance.analysis, i, each[i], state=quo).text, []).append(stance.called)
        if len(said) == 1:
            same.append(name)
        else:
            yield from (Statement(f"Under {listed(called)}: {text}") for text, called in said.items())
    if found and same:
        do = one_or_many(len(same), "does", "do")
        yield Statement(f"At the status quo {listed(same)} {do} the same under each reading.")


def reasons(views: Perceptions) -> tuple[Statement, ...]:
    """Return the preferences behind what each does at the status quo, under every reading."""
    found: dict[Statement, None] = {}
    for stance, quo in _at_status_quo(views):
        found |= dict.fromkeys(because(stance.analysis, sanctions(stance.analysis, quo)))
    return tuple(found)


def _at_status_quo(views: Perceptions) -> Iterator[tuple[Stance, int]]:
    for stance in views.stances:
        quo = stance.analysis.model.status_quo
        if quo is not None:
            yield stance, quo
