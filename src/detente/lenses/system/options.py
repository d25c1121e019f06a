"""What a caller may ask of the system lens."""

from __future__ import annotations

from dataclasses import dataclass

from detente.lenses.asking import refuse_all_but_numbers, refuse_all_but_truths
from detente.lenses.look import AskError
from detente.methods.system.rule import RULES, Rule


@dataclass(frozen=True, slots=True)
class SystemOptions:
    """Which judgements count, which rules are followed, and how often to draw.

    Attributes
    ----------
    rule
        The one rule of succession to follow; all where left out.
    cited_only
        Whether to leave out what is assumed.
    draws, seed
        How many draws of effects that are given as intervals, and the seed of the random numbers.
    matrix
        Whether the document holds the matrix of effects, for exports.

    Raises
    ------
    TypeError
        If one is of another kind.
    AskError
        If a number is too small, or there is no such rule.
    """

    rule: Rule | None = None
    cited_only: bool = False
    draws: int = 512
    seed: int = 1
    matrix: bool = False

    def __post_init__(self) -> None:
        refuse_all_but_numbers(1, draws=self.draws)
        refuse_all_but_numbers(0, seed=self.seed)
        refuse_all_but_truths(matrix=self.matrix)
        if self.rule is not None and self.rule not in RULES:
            raise AskError("rule", f"expected {', '.join(RULES)}, got '{self.rule}'")

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that are followed."""
        return RULES if self.rule is None else (self.rule,)
