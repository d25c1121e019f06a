"""Certificates for programs: why each decision maker stays at a state or leaves it, under each concept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from detente.dates import Truth
from detente.findings import Result
from detente.lenses.conflict.listing import Step, steps
from detente.methods.gmcr.stability.certificates import certify
from detente.methods.gmcr.stability.foresight import Anticipation

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.methods.gmcr.stability.certificates import Certificate
    from detente.methods.gmcr.stability.simultaneous import Simultaneous
    from detente.models.conflict.model import ConflictModel


@dataclass(frozen=True, slots=True)
class Gain:
    """A unilateral improvement.

    Attributes
    ----------
    to
        The state it leads to.
    answer
        The moves by which the others take the gain away; null where nobody can.
    ends_at
        Where that ends; null where there is no answer.
    """

    to: str
    answer: tuple[Step, ...] | None
    ends_at: str | None


@dataclass(frozen=True, slots=True)
class Sanctioned:
    """Whether a decision maker stays because its improvements would be answered.

    Attributes
    ----------
    stable
        Whether it stays.
    improvements
        What it could gain by a move of its own, the best first.
    """

    stable: Truth
    improvements: tuple[Gain, ...]


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Whether a decision maker stays who looks ahead.

    Attributes
    ----------
    stable
        Whether it stays.
    horizon
        How many moves ahead it looks.
    anticipated
        What it expects to follow from the best of its moves.
    ends_at
        Where that ends.
    """

    stable: Truth
    horizon: int
    anticipated: tuple[Step, ...]
    ends_at: str


@dataclass(frozen=True, slots=True)
class Certificates(Result):
    """Why each decision maker stays at a state or leaves it.

    Attributes
    ----------
    state
        The state asked about.
    decision_makers
        By decision maker and concept, the certificate.
    """

    under: ClassVar[str] = "certificates"

    state: str
    decision_makers: Mapping[str, Mapping[str, Sanctioned | Foreseen]]


def certificates(analysis: Explicit, state: int) -> Certificates:
    """Return why each decision maker stays at a state or leaves it, also under the concepts that were asked for."""
    makers = enumerate(analysis.model.decision_makers)
    return Certificates(analysis.model.name(state), {maker: _of_one(analysis, i, state) for i, maker in makers})


def _of_one(analysis: Explicit, i: int, state: int) -> dict[str, Sanctioned | Foreseen]:
    model = analysis.model
    found: dict[str, Sanctioned | Foreseen] = {
        key: _sanctioned(model, proof) for key, proof in certify(model.engine, i, s=state).items()
    }
    for concept in analysis.further:
        if concept.proof is not None:
            found[concept.key] = _further(model, state, concept.proof(model.engine, i, state))
    return found


def _sanctioned(model: ConflictModel, found: Certificate) -> Sanctioned:
    gains = []
    for each in found.improvements:
        answer = None if each.answer is None else steps(model, each.answer)
        gains.append(Gain(model.name(each.to), answer, None if answer is None else answer[-1].to))
    return Sanctioned(Truth.of(found.stays), tuple(gains))


def _further(model: ConflictModel, state: int, found: Anticipation | Simultaneous) -> Sanctioned | Foreseen:
    stable = Truth.of(found.stays)
    if isinstance(found, Anticipation):
        ends_at = model.name(found.line[-1].target if found.line else state)
        return Foreseen(stable, found.horizon, steps(model, found.line), ends_at)
    gains = [
        Gain(
            model.name(each.to),
            None if each.answer is None else steps(model, each.answer),
            None if each.ends_at is None else model.name(each.ends_at),
        )
        for each in found.improvements
    ]
    return Sanctioned(stable, tuple(gains))
