"""What the records of a case may be called in a table: by id, or by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_SHAPE, READ_AS
from detente.casefile.naming import slug
from detente.casefile.rows.known import plain
from detente.diagnostics import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.case import Case
    from detente.diagnostics import Diagnostic, Span


@dataclass(frozen=True, slots=True)
class Called:
    """The records of one kind by what they may be called.

    Attributes
    ----------
    noun
        What they are, such as "actors".
    ids
        Their ids by their names and their ids, in small letters.
    is_closed
        Whether there are no others than these: a name that is none of them is then left as it stands.
    problems
        What there is to say.
    """

    noun: str
    ids: dict[str, set[str]]
    is_closed: bool
    problems: list[Diagnostic]

    @classmethod
    def of(
        cls, noun: str, names: Iterable[tuple[str, Iterable[str]]], case: Case | None, problems: list[Diagnostic]
    ) -> Called:
        """Return what records are called that have ids and names."""
        found: dict[str, set[str]] = {}
        pairs = [(each, list(words)) for each, words in names]
        for each, words in pairs:
            for word in words:
                found.setdefault(plain(word), set()).add(each)
        found |= {each: {each} for each, _ in pairs}
        return cls(noun, found, case is not None, problems)

    def known(self, written: str, span: Span) -> str:
        """Return the id of the record that is called so, and what is no record's name as it stands."""
        return self.id(written, span) if plain(written) in self.ids else written

    def id(self, written: str, span: Span) -> str:
        """Return the id of the record that is called so; what is none's name stays, for the checks to find."""
        found = self.ids.get(plain(written), set())
        if len(found) > 1:
            hint = f"write the id: {', '.join(sorted(found))}"
            self.problems.append(BAD_SHAPE.at(span, f"several {self.noun} are called '{written}'", hint))
        if found:
            return min(found)
        made = slug(written)
        if made == written:
            return written
        if self.is_closed or not made:
            hint = did_you_mean(plain(written), self.ids) or f"add it to the {self.noun} of the case first"
            hint = "a list has a semicolon between its items" if "," in written else hint
            self.problems.append(BAD_SHAPE.at(span, f"none of the {self.noun} is called '{written}'", hint))
            return written
        self.problems.append(READ_AS.at(span, f"'{written}' is read as the id '{made}'"))
        return made
