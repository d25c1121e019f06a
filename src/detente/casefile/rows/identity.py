"""The ids of imported records: those of the table where they are ids, and else made of names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_SHAPE, READ_AS
from detente.casefile.naming import Ids, slug

if TYPE_CHECKING:
    from detente.casefile.yaml_text.builder import Tree
    from detente.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Identity:
    """Gives records their ids, and tells of every one that is not as it was written.

    Attributes
    ----------
    ids
        Hands out ids that are free.
    problems
        What there is to say.
    """

    ids: Ids
    problems: list[Diagnostic]
    _lines: dict[str, int] = field(default_factory=dict)

    def give(self, record: Tree, suggested: str, otherwise: str) -> bool:
        """Give a record an id, and return whether it has one: two of a table that are called alike have none.

        Parameters
        ----------
        suggested
            What to make one of where none is written.
        otherwise
            What to call it where that suggests none.
        """
        written = record.value.get("id")
        span = record.place.inside["id"].span if written else record.place.span
        if written and (line := self._lines.setdefault(written, span.line)) != span.line:
            self.problems.append(BAD_SHAPE.at(span, f"the id '{written}' stands in line {line} already", "mend one"))
            return False
        made = self.ids.make(written or suggested, otherwise)
        if (written and made != written) or (not written and made != (slug(suggested) or otherwise)):
            shown = f"the id '{written}'" if written else f"'{suggested}'"
            self.problems.append(READ_AS.at(span, f"{shown} becomes the id '{made}'"))
        rest = {key: value for key, value in record.value.items() if key != "id"}
        record.value.clear()
        record.value.update({"id": made, **rest})
        return True
