"""What gates open and close: options, outcomes, regimes and links, as their text names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from detente.diagnostics import Rule, did_you_mean
from detente.models.flaw import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case import Case
    from detente.case.shape import Path

NOWHERE = Rule(
    "DT1004",
    "a gate to nowhere",
    "A gate opens or closes 'conflict.OPTION' (or a joint act), 'corridor.ID' of a regime or a link, or an outcome of "
    "an issue: by its id, or as 'ISSUE.OUTCOME' where two issues have an outcome of that id.",
)


@dataclass(frozen=True, slots=True)
class Target:
    """What a gate opens or closes.

    Attributes
    ----------
    kind
        What it is.
    id
        Its id.
    issue
        The issue of an outcome.
    """

    kind: Literal["option", "outcome", "regime", "link"]
    id: str
    issue: str | None = None


@dataclass(frozen=True, slots=True)
class Targets:
    """What gates of a case may open and close.

    Attributes
    ----------
    known
        By what gates may call them: more than one thing where a name does not tell them apart.
    """

    known: Mapping[str, tuple[Target, ...]]

    @classmethod
    def of(cls, case: Case) -> Targets:
        """Return what gates of a case may open and close."""
        return cls(dict(_targets(case)))

    def called(self, text: str) -> Target | None:
        """Return what a text names; nothing where it names nothing, or several things."""
        found = self.known.get(text, ())
        return found[0] if len(found) == 1 else None

    def named(self, text: str, path: Path) -> Target | Flaw:
        """Return what a text at some place names, or that it names nothing, or several things."""
        found = self.known.get(text, ())
        if len(found) == 1:
            return found[0]
        if found:
            several = " or ".join(f"'{each.issue}.{each.id}'" for each in found)
            return Flaw(NOWHERE, path, f"'{text}' is an outcome of several issues", f"write {several}", cause=text)
        message = f"nothing that a gate could open or close is called '{text}'"
        hint = did_you_mean(text, self.known) or "write 'conflict.OPTION', 'corridor.ID' or an outcome"
        return Flaw(NOWHERE, path, message, hint, cause=_id_in(text))


def _id_in(text: str) -> str:
    """Return the id that a name ends in: of an outcome, of what the conflict or the corridor has, or of a joint act."""
    return text.rpartition(".")[2].partition("@")[0]


def _targets(case: Case) -> Iterator[tuple[str, tuple[Target, ...]]]:
    """Yield everything that gates may open and close, by what they may call it."""
    bare: dict[str, tuple[Target, ...]] = {}
    for issue in case.issues:
        for outcome in issue.outcomes:
            target = Target("outcome", outcome.id, issue.id)
            bare[outcome.id] = (*bare.get(outcome.id, ()), target)
            yield f"{issue.id}.{outcome.id}", (target,)
    yield from bare.items()
    if case.conflict is not None and case.conflict.graph is None:
        yield from ((f"conflict.{name}", (Target("option", name),)) for name in case.conflict.doings)
    if case.corridor is not None:
        yield from ((f"corridor.{each.id}", (Target("link", each.id),)) for each in case.corridor.links)
        yield from ((f"corridor.{each.id}", (Target("regime", each.id),)) for each in case.corridor.regimes)
