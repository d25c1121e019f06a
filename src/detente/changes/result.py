"""What changed, for programs: ``detente.diff/1``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from detente.findings import Result
from detente.lenses.verdicts import Plain
from detente.lenses.wording import sentence

DIFF = "detente.diff/1"

UNDETERMINED = "undetermined"
"""The value of a verdict where the case does not determine it."""

Json: TypeAlias = Any
"""A value of a record as plain data for JSON."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that are compared.

    Attributes
    ----------
    case, title
        The id and the title of the case.
    as_of
        The date that it stands at.
    version
        SHA-256 over the names and bytes of its files [hexadecimal].
    """

    case: str
    title: str
    as_of: str
    version: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A record that only one of the two has.

    Attributes
    ----------
    id
        Its id; where it stands inside another one, the path there from the section on, such as ``route.outcomes.open``.
        What needs no id is named by what it is about, such as ``north.treaty.demand``.
    section
        The section of the case. With a dot and the id behind it, it is the path that scenarios write.
    name
        What to call it.
    """

    id: str
    section: str
    name: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A field of a record that both have, and that says something else.

    Attributes
    ----------
    id, section, name
        Which record, as for one that only one of the two has; the section itself where the field is its own.
    field
        Its key; of a table inside a record the key in it as well, such as ``weights.treaty``. For lists in which the
        place of a record says something, the key of the list, with the names of the records in their order.
    old, new
        What it says, as a case writes it; ``null`` where it is left out.
    """

    id: str
    section: str
    name: str
    field: str
    old: Json
    new: Json


@dataclass(frozen=True, slots=True)
class Records:
    """What is different in the records.

    Attributes
    ----------
    added, removed
        Those that only the newer one has, and only the older one, in the order in which they are written.
    changed
        Those of both, field by field.
    """

    added: tuple[Placed, ...]
    removed: tuple[Placed, ...]
    changed: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Turned:
    """A verdict that is another one.

    Attributes
    ----------
    lens
        The lens that says it.
    what
        Of what, such as ``status_quo.holds`` or ``claims.fees``; ``determined`` for whether it can be said at all.
    old, new
        The verdicts; ``undetermined`` where the case does not determine them, ``null`` where it has nothing to judge.
    about, before, now
        What it is about and the two verdicts in the words of the case; empty where nothing was said before, or is now.
    """

    lens: str
    what: str
    old: Plain
    new: Plain
    about: str
    before: str
    now: str

    @property
    def text(self) -> str:
        """The same as a sentence."""
        before, now = (f"{when}, {said}" if said else "" for when, said in (("before", self.before), ("now", self.now)))
        said = f"{self.about}: {'; '.join(filter(None, (before, now)))}"
        if not before:
            said += "; before, nothing was said of it"
        return sentence(said if now else f"{said}; now, nothing is said of it")


@dataclass(frozen=True, slots=True)
class Changes(Result):
    """What changed.

    Attributes
    ----------
    old, new
        The two that are compared.
    records
        What is different in the records; of two dates, in the readings that hold.
    verdicts
        What that did to what the lenses say.
    """

    old: Side
    new: Side
    records: Records
    verdicts: tuple[Turned, ...]

    @property
    def are_none(self) -> bool:
        """Whether nothing changed."""
        records = self.records
        return not (records.added or records.removed or records.changed or self.verdicts)

    @property
    def told(self) -> tuple[Turned, ...]:
        """The verdicts that a reader is told of: of a lens that says nothing more, or something again, only that."""
        whole = {each.lens for each in self.verdicts if each.what == "determined"}
        return tuple(each for each in self.verdicts if each.lens not in whole or each.what == "determined")
