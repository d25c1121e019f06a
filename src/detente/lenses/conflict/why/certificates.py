"""Certificates for programs: why each decision maker stays at a state or leaves it, under each concept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from detente.dates import Truth
from detente.findings import Result
from detente.lenses.conflict.listing import Step, steps
from detente.lenses.conflict.why.red_lines import crossings
from detente.methods.gmcr.stability.certificates import Certificate, certify, prove
from detente.methods.gmcr.stability.foresight import Anticipation
from detente.methods.gmcr.stability.simultaneous import Coincidence, Simultaneous

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.methods.gmcr.stability.certificates import Improvement
    from detente.methods.gmcr.stability.concept import Proof
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
class Verdict:
    """Whether a decision maker stays.

    Attributes
    ----------
    stable
        Whether it stays.
    """

    stable: Truth


@dataclass(frozen=True, slots=True)
class Sanctioned(Verdict):
    """Whether a decision maker stays because its improvements would be answered.

    Attributes
    ----------
    improvements
        What it could gain by a move of its own, the best first.
    """

    improvements: tuple[Gain, ...]


@dataclass(frozen=True, slots=True)
class Foreseen(Verdict):
    """Whether a decision maker stays who looks ahead.

    Attributes
    ----------
    horizon
        How many moves ahead it looks.
    anticipated
        What it expects to follow from the best of its moves.
    ends_at
        Where that ends.
    """

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
    red_lines
        By decision maker and red line, where moves of its own lead that would cross it; nothing from a state that
        crosses one already.
    """

    under: ClassVar[str] = "certificates"

    state: str
    decision_makers: Mapping[str, Mapping[str, Sanctioned | Foreseen | Verdict]]
    red_lines: Mapping[str, Mapping[str, tuple[str, ...]]]


def certificates(analysis: Explicit, state: int) -> Certificates:
    """Return why each decision maker stays at a state or leaves it, also under the concepts that were asked for."""
    makers = analysis.model.decision_makers
    return Certificates(
        analysis.model.name(state),
        {maker: _of_one(analysis, i, state) for i, maker in enumerate(makers)},
        {maker: found for i, maker in enumerate(makers) if (found := _crossed(analysis, i, state))},
    )


def _crossed(analysis: Explicit, i: int, state: int) -> dict[str, tuple[str, ...]]:
    each = crossings(analysis, i, state)
    return {line.id: tuple(analysis.model.name(end) for end in ends) for line, ends in each}


def _of_one(analysis: Explicit, i: int, state: int) -> dict[str, Verdict]:
    engine = analysis.model.engine
    proofs = dict(certify(engine, i, s=state))
    proofs |= {each.key: prove(engine, i, each, s=state) for each in analysis.further}
    return {key: _verdict(analysis.model, state, proof) for key, proof in proofs.items()}


def _verdict(model: ConflictModel, state: int, proof: Proof) -> Verdict:
    """Return a proof for programs; of one of another kind no more than what it proves."""
    stable = Truth.of(proof.stays)
    match proof:
        case Anticipation():
            ends_at = model.name(proof.line[-1].target if proof.line else state)
            return Foreseen(stable, proof.horizon, steps(model, proof.line), ends_at)
        case Certificate() | Simultaneous():
            return Sanctioned(stable, tuple(_gain(model, each) for each in proof.improvements))
        case _:
            return Verdict(stable)


def _gain(model: ConflictModel, each: Improvement | Coincidence) -> Gain:
    to = model.name(each.to)
    if each.answer is None:
        return Gain(to, None, None)
    ends = each.ends_at if isinstance(each, Coincidence) else each.answer[-1].target
    return Gain(to, steps(model, each.answer), None if ends is None else model.name(ends))
