"""What a caller may ask of the conflict lens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from detente.lenses.asking import refuse_all_but_numbers, refuse_all_but_texts, refuse_all_but_truths, several_texts

MAX_STATES = 1 << 16
"""The most feasible states of a model that is written one by one."""


@dataclass(frozen=True, slots=True)
class ConflictOptions:
    """How much to list, and what to look at more closely.

    Attributes
    ----------
    max_states
        Above this number of states, lists of states become counts with the first ones.
    why
        A state to give certificates for: its name, a name of the case, or ``status-quo``; ``None`` for none.
    start
        A state to show the ways from, named likewise; ``None`` for the status quo, on the page only.
    coalitions
        Whether the document lists at which states every coalition stays.
    robust
        Whether the document has the survival table, also where finding it takes long.
    also
        Keys of further solution concepts to work out: ``sim``, ``l1``, ``l2`` and so on, ``nm``.
    model
        Whether the document holds the whole model as plain data, for exports.
    toward
        A state to say what would have to change for, named likewise; ``None`` for none.
    progress
        Told what this and the small changes cost, step by step.
    draws, seed
        How many readings of uncertain preferences to draw where they are too many to go through, ``None`` for the
        usual number, and the seed of the draws.
    engine
        ``explicit`` lists states, ``symbolic`` keeps sets of them; ``auto`` lists them where there are few options.

    Raises
    ------
    TypeError
        If one is of another kind.
    AskError
        If a number is too small.
    """

    max_states: int = 4096
    why: str | None = None
    start: str | None = None
    coalitions: bool = False
    robust: bool = False
    also: tuple[str, ...] = ()
    model: bool = False
    toward: str | None = None
    progress: Callable[[int], None] | None = field(default=None, compare=False)
    draws: int | None = None
    seed: int = 0
    engine: str = "auto"

    def __post_init__(self) -> None:
        refuse_all_but_texts(why=self.why, start=self.start, toward=self.toward, engine=self.engine)
        refuse_all_but_truths(coalitions=self.coalitions, robust=self.robust, model=self.model)
        refuse_all_but_numbers(1, max_states=self.max_states, draws=1 if self.draws is None else self.draws)
        refuse_all_but_numbers(0, seed=self.seed)
        several_texts("also", self.also)


WHOLE_MODEL = ConflictOptions(max_states=MAX_STATES, model=True)
"""What the formats of other programs ask for."""
