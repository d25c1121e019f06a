"""Three-valued truth: true, false, or undetermined, never a silent default."""

from __future__ import annotations

from enum import StrEnum


class Truth(StrEnum):
    """Kleene's strong three-valued logic, in the words that the JSON contracts use."""

    TRUE = "true"
    FALSE = "false"
    UNDETERMINED = "undetermined"

    def __and__(self, other: Truth) -> Truth:
        if Truth.FALSE in (self, other):
            return Truth.FALSE
        return Truth.TRUE if self is other is Truth.TRUE else Truth.UNDETERMINED

    def __or__(self, other: Truth) -> Truth:
        return ~(~self & ~other)

    def __invert__(self) -> Truth:
        return {Truth.TRUE: Truth.FALSE, Truth.FALSE: Truth.TRUE}.get(self, self)

    @classmethod
    def of(cls, known: bool) -> Truth:
        """Return the truth value of something that is known."""
        return cls.TRUE if known else cls.FALSE
