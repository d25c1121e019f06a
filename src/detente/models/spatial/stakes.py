"""Stakes: where each actor stands on an issue's scale, and how hard it pulls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.case.value import Value
from detente.diagnostics import Rule
from detente.models.flaw import Flaw, FlawedModelError

if TYPE_CHECKING:
    from detente.case import Case
    from detente.case.citation import Claim
    from detente.case.position import Capability, Position

NO_WEIGHT = Rule(
    "DT610",
    "an issue on which nobody has weight",
    "Where a settlement lies follows from how hard each actor pulls: its capability times its salience. If that is "
    "zero for everybody who has a position on the issue, nothing follows. Give somebody a capability and a salience "
    "above zero, or leave them out where no source says: then all count alike, and the report says so.",
)

_ONE = Value(low=1, high=1)
_ANY_SHARE = Value(low=0, high=1)


@dataclass(frozen=True, slots=True)
class Stake:
    """What an actor brings to an issue.

    Attributes
    ----------
    actor
        Its id.
    value
        Where it stands on the scale.
    salience, capability
        How much it cares, and what it can bring to bear.
    claims
        What these numbers rest on, the position first.
    salience_stated, capability_stated
        Whether the case states them.
    """

    actor: str
    value: Value
    salience: Value
    capability: Value
    claims: tuple[Claim, ...]
    salience_stated: bool
    capability_stated: bool


def stakes(case: Case, issue: str, held: Mapping[str, Position]) -> tuple[Stake, ...]:
    """Return the stakes of those who hold a position with a number on an issue, by id.

    So nothing that is worked out from them depends on the order of the case.

    Where no salience is stated on the issue, all are equal; where some are, an unstated one may be anything from 0 to
    1. Where no capability is stated, all are equal; where some are, an unstated one may be anything between the
    lowest and the highest of them.

    Parameters
    ----------
    held
        The position that each actor holds on the issue.

    Raises
    ------
    FlawedModelError
        If none of them has weight.
    """
    standing = [(held[actor], value) for actor in sorted(held) if (value := held[actor].value) is not None]
    powers = {position.actor: _capability(case, position.actor, issue) for position, _ in standing}
    unknown = _between(power.value for power in powers.values() if power is not None)
    cared = any(position.salience is not None for position, _ in standing)
    salience = _ANY_SHARE if cared else _ONE
    found = tuple(
        Stake(
            position.actor,
            value,
            position.salience or salience,
            power.value if power else unknown,
            (position, power) if power else (position,),
            position.salience is not None,
            power is not None,
        )
        for position, value in standing
        for power in (powers[position.actor],)
    )
    if found and not any(stake.salience.high * stake.capability.high > 0 for stake in found):
        path = ("positions", min(case.positions.index(position) for position, _ in standing))
        hint = "give somebody a capability and a salience above zero"
        raise FlawedModelError([Flaw(NO_WEIGHT, path, f"nobody has weight on '{issue}' at this date", hint)])
    return found


def _capability(case: Case, actor: str, issue: str) -> Capability | None:
    """Return what an actor can bring to bear on an issue: what is stated for the issue, else what is for all."""
    own = {capability.issue: capability for capability in case.capabilities if capability.actor == actor}
    return own.get(issue, own.get(None))


def _between(stated: Iterable[Value]) -> Value:
    """Return the range of some values; one where there are none."""
    known = list(stated)
    if not known:
        return _ONE
    return Value(low=min(value.low for value in known), high=max(value.high for value in known))
