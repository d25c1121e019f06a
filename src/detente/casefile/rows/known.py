"""What a case has already: records that a file says once more are shown, and not added."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from detente.casefile.import_rules import LEFT_OUT
from detente.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from detente.case import Case
    from detente.case.record import Record
    from detente.casefile.yaml_text.builder import Tree
    from detente.diagnostics import Diagnostic

_NAMELESS = "nameless"

Sameness = tuple[str, "Hashable"]
"""What two records may have in common that makes them one, in words, and what it is."""


def plain(text: str | None) -> str:
    """Return a text as it is compared: spaces and large letters make no difference."""
    return " ".join((text or "").split()).casefold()


@dataclass(frozen=True, slots=True)
class Known:
    """The records of one kind that are there already.

    Attributes
    ----------
    kind, noun
        What they are, and what one of them is called.
    same
        Yields by what a record is known, other than by its id.
    problems
        What there is to say.
    lock
        Up to when the case knows, if it says so.
    """

    kind: type[Record]
    noun: str
    same: Callable[[Any], Iterable[Sameness]]
    problems: list[Diagnostic]
    lock: PartialDate | None = None
    _seen: dict[Sameness, str] = field(default_factory=dict)

    def learn(self, records: Iterable[Record]) -> None:
        """Take note of the records of the case."""
        for record in records:
            name = getattr(record, "id", None)
            shown = f"the case has {self.noun} '{name}'" if name else f"the case has {self.noun}"
            for key in (*([("id", name)] if name else []), *self.same(record)):
                self._seen.setdefault(key, shown)

    def is_new(self, tree: Tree, written: str) -> bool:
        """Return whether the case has no such record, and take note of it; one that it has is told of.

        Parameters
        ----------
        written
            The id that stands in the file, as a case would write it; empty where none does.
        """
        record = self._record(tree)
        if record is None:  # the checks say what is wrong with it
            return True
        span = tree.place.span
        if (late := self._late(record)) is not None:
            message = f"{late} lies after the information lock ({self.lock}); {self.noun} is left out"
            self.problems.append(LEFT_OUT.at(span, message))
            return False
        keys = list(self.same(record))
        for key in (*([("id", written)] if written else []), *keys):
            if key in self._seen:
                differs = key[0] == "id" and keys and not any(each in self._seen for each in keys)
                hint = "it says something else: give it another id if both are meant" if differs else ""
                self.problems.append(
                    LEFT_OUT.at(span, f"{self._seen[key]} of the same {key[0]}; this one is left out", hint)
                )
                return False
        for key in keys:
            self._seen[key] = f"line {span.line} has {self.noun}"
        return True

    def _record(self, tree: Tree) -> Record | None:
        try:
            return self.kind.model_validate({"id": _NAMELESS} | tree.value)
        except ValidationError:
            return None

    def _late(self, record: Record) -> PartialDate | None:
        """Return a date of a record that certainly lies after what the case knows."""
        end = self.lock.interval.latest if self.lock else None
        dates: Iterator[PartialDate] = (
            value for name in type(record).model_fields if isinstance(value := getattr(record, name), PartialDate)
        )
        late = (each for each in dates if end and each.interval.earliest and each.interval.earliest > end)
        return next(late, None)


def lock_of(case: Case | None) -> PartialDate | None:
    """Return up to when a case knows, if it says so."""
    return case.case.known_until if case else None
