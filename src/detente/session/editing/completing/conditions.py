"""Conditions: the words that may stand in a text that says when something holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.methods.gmcr.preference.parser import WORDS
from detente.session.editing.completing.choice import Choice, ids, inside, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.shape import Path
    from detente.session.editing.desk import Desk

_OWNER = re.compile(r"(?P<owner>[a-z][a-z0-9-]*) is (?:not )?$")
_CONTROLLING = ("by", "decided", "held", "met", "no")


def spoken(desk: Desk, path: Path, before: str) -> Iterator[Choice]:
    """Yield the words of a condition: options, and what the region, packages and control of a route have besides.

    Parameters
    ----------
    desk
        The case.
    path
        Where the condition stands in the case.
    before
        What it has in front of the word that is typed.
    """
    if path[0] == "corridor":
        yield from _controlled(desk) if "control" in path else _measured(desk)
        return
    if owner := _OWNER.search(before):
        yield from inside(desk, owner["owner"])
        return
    yield from ids(desk, ("options",))
    if path[0] == "system":
        yield from ids(desk, ("descriptors", "states"))
    if path[0] in ("settlement", "system"):
        for issue in desk.known.case.issues:
            if issue.outcomes:
                yield from (Choice(issue.id, "id", issue.label), *inside(desk, issue.id))
    yield from (Choice(word, "word") for word in sorted(WORDS))


def _controlled(desk: Desk) -> Iterator[Choice]:
    """Yield the words of who controls what on a route."""
    corridor = desk.known.case.corridor
    control = corridor.control if corridor else None
    if control is not None:
        yield from named(desk, (*control.functions, *control.rights, *control.holders))
    yield from (Choice(word, "word") for word in sorted({*WORDS, *_CONTROLLING}))


def _measured(desk: Desk) -> Iterator[Choice]:
    """Yield what the outputs of the network may be asked of."""
    case = desk.known.case
    if case.corridor is not None:
        lists = (case.corridor.flows, case.corridor.links, case.corridor.nodes, case.corridor.regimes)
        yield from named(desk, (record.id for several in lists for record in several))
    yield from named(desk, (scenario.id for scenario in case.scenarios))
