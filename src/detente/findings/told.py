"""What is told: a chapter of a lens about one situation, worked out when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from detente.findings.result import Result

if TYPE_CHECKING:
    from detente.findings.finding import Finding


@dataclass(frozen=True, eq=False, repr=False)
class Told:
    """One chapter about one situation.

    Attributes
    ----------
    key
        The chapter's name.
    kind
        The type of what it finds.
    find
        Works it out; ``None`` where there is nothing to find.
    show
        Says it.
    """

    key: str
    kind: type
    find: Callable[[], Any]
    show: Callable[[Any], tuple[Finding, ...]]

    @cached_property
    def found(self) -> Any:
        """What the chapter found; ``None`` for nothing."""
        return self.find()

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The same in words, tables and figures."""
        return () if self.found is None else self.show(self.found)

    @property
    def has_result(self) -> bool:
        """Whether what it finds is part of the document, rather than only said."""
        return issubclass(self.kind, Result)

    def settled(self) -> Told:
        """Return the same with everything worked out, so that it can go to another process."""
        found = self.found if self.has_result else (None if self.found is None else self.key)
        return Told(self.key, self.kind, _Known(found), _Known(self.findings))


@dataclass(frozen=True, slots=True)
class _Known:
    """A function of something that is known already."""

    value: Any

    def __call__(self, *_found: object) -> Any:
        return self.value
