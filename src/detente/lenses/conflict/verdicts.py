"""The verdicts on a conflict one by one: whether the status quo holds, what else does, and how many states do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.conflict.concepts import short
from detente.lenses.conflict.engine.choice import subject
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.holding import holding
from detente.lenses.conflict.named import spoken
from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.conflict.uncertainty.hanging import hanging
from detente.lenses.conflict.words import taken
from detente.lenses.look import Look
from detente.lenses.verdicts import Verdict
from detente.lenses.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.conflict.engine.symbolic import Symbolic
    from detente.study import Moment


def verdicts(moment: Moment) -> Iterator[Verdict]:
    """Yield what the model says of the status quo, of the outcomes asked about, and how many outcomes last.

    Raises
    ------
    FlawedModelError
        If the conflict cannot be modelled at the date.
    """
    look = Look(moment, ConflictOptions())
    analysis = subject(look)
    model, quo = analysis.model, analysis.model.status_quo
    if quo is not None:
        done = tuple(option for option, mark in zip(model.options, model.name(quo), strict=False) if mark == "Y")
        yield Verdict("status_quo", done or (model.name(quo),), "The status quo", "; ".join(taken(analysis, quo)))
        yield _holding(look, quo)
    yield from (_named(analysis, name, state) for name, state in model.named.items())
    for concept in analysis.concepts:
        number = _number(analysis, concept.key)
        about = f"Outcomes that nobody would leave ({concept.short})"
        yield Verdict(f"equilibria.{concept.key}", number, about, f"{number:,}")


def _holding(look: Look[ConflictOptions], quo: int) -> Verdict:
    """Return by which concepts the status quo holds; undetermined where that hangs on wishes that are not known."""
    analysis, about = subject(look), "Whether the status quo holds"
    if isinstance(analysis, Explicit) and hanging(look):
        return Verdict("status_quo.holds", "undetermined", about, "it hangs on what somebody wants, which is open")
    return Verdict("status_quo.holds", analysis.keys_of(quo), about, holding(analysis, quo))


def _named(analysis: Explicit | Symbolic, name: str, state: int | None) -> Verdict:
    about = f"Whether “{spoken(analysis, name)}” would last"
    if state is None or not analysis.model.can_be(state):
        return Verdict(f"named.{name}", None, about, "it cannot be")
    keys = analysis.keys_of(state)
    concepts = "any concept" if len(keys) == len(analysis.concepts) else listed([short(key) for key in keys])
    said = f"nobody would leave it, by {concepts}" if keys else "somebody would leave it"
    return Verdict(f"named.{name}", keys, about, said)


def _number(analysis: Explicit | Symbolic, key: str) -> int:
    if isinstance(analysis, Explicit):
        return int(analysis.stability.equilibria[key].size)
    return analysis.stability.equilibria[key].count
