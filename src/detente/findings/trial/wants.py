"""What a trial speaks of: options, what can be ruled out, and wishes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Condition: TypeAlias = "int | tuple[Literal['not', 'and', 'or', 'iff'] | Condition, ...]"
"""An option by its number in the trial, true where it is taken; or a word and the conditions that it joins."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be done or left undone.

    Attributes
    ----------
    text
        What it says.
    direction
        Whether it can be taken, dropped, or both.
    """

    text: str
    direction: Literal["both", "take-only", "drop-only"]


@dataclass(frozen=True, slots=True)
class Act:
    """What a reader can rule out: an option, or what several do together.

    Attributes
    ----------
    text
        What it says.
    when
        Where it is done.
    """

    text: str
    when: Condition


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to be true.

    Attributes
    ----------
    text
        What is wanted, in the words of the options.
    when
        The condition.
    alike
        What neighbours that count alike have in common; ``""`` for one that counts by itself.
    weight
        What it adds where wishes are weighed, as a whole number.
    why
        The reason, in words.
    open
        Whether it is open that this is wanted at all.
    """

    text: str
    when: Condition
    alike: str = ""
    weight: int = 0
    why: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class Wants:
    """What one decision maker prefers.

    Attributes
    ----------
    wishes
        Wishes by their number in the trial, most important first.
    weighed
        Whether the weights of wishes are added up, rather than the first that differs deciding.
    ranks
        Instead of wishes: the states that it likes equally, best first.
    accepts
        What holds in all that it accepts; what does not is worse than anything that does. ``None`` for no red line.
    """

    wishes: tuple[int, ...] = ()
    weighed: bool = False
    ranks: tuple[tuple[int, ...], ...] = ()
    accepts: Condition | None = None
