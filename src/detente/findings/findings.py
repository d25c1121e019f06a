"""All that one lens says about one situation: results for programs, findings for readers."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from detente.findings.determination import Determination, Open
from detente.findings.fault import fault, told_of
from detente.findings.result import UNASKED, Result, Unasked, keys_of, plain
from detente.findings.shown import Shown
from detente.findings.sources.left_out import WithoutSources
from detente.findings.told import Told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.findings.evidence import Reference
    from detente.findings.finding import Finding

_R = TypeVar("_R")


@dataclass(frozen=True, slots=True)
class Head(Result):
    """The first keys of every document.

    Attributes
    ----------
    format
        Name and version of the document.
    case, as_of, scenario
        Ids of case and scenario, and the date.
    without
        What was left out of the case with some of its sources; only there where that was asked.
    """

    format: str
    case: str
    as_of: str
    scenario: str | None
    without: WithoutSources | Unasked = UNASKED


@dataclass(frozen=True, eq=False, repr=False)
class Findings(Shown):
    """All that one lens says about one situation; each chapter is worked out when first asked for.

    Attributes
    ----------
    lens, question
        Which lens, and the reader's question it answers.
    references
        Every source its evidence names, in the order of the case.
    head
        Which document of which situation this is.
    chapters
        What each chapter tells, in the order of the page.
    guard
        Stands around whatever is worked out, to turn errors into those of the caller.
    """

    lens: str
    question: str
    references: tuple[Reference, ...]
    head: Head
    chapters: tuple[Told, ...]
    guard: Callable[[], AbstractContextManager[None]] = nullcontext

    @cached_property
    def results(self) -> tuple[Result, ...]:
        """What was found, as far as the document holds it."""
        with self.guard():
            found = (told.found for told in self.chapters if told.has_result)
            return tuple(result for result in found if result is not None)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The answers, in the order of the page."""
        with self.guard():
            return tuple(finding for told in self.chapters for finding in told.findings)

    @cached_property
    def document(self) -> Mapping[str, Any]:
        """The results for programs: plain JSON values only; ``null`` each where nothing is determined.

        Raises
        ------
        ValueError
            If two results have a key in common.
        """
        found: dict[str, Any] = plain(self.head)
        results = self.results
        if self.undetermined:
            kinds = [told.kind for told in self.chapters if told.has_result and told.kind is not Determination]
            found |= dict.fromkeys(key for kind in kinds for key in keys_of(kind))
        for result in results:
            under = found.setdefault(result.under, {}) if result.under else found
            keys = plain(result)
            if twice := sorted(under.keys() & keys.keys()):
                raise ValueError(f"{type(result).__name__} has the key '{twice[0]}', which another result has")
            under.update(keys)
        return found

    @cached_property
    def undetermined(self) -> tuple[Open, ...]:
        """Why nothing is determined of the day; empty where something is."""
        with self.guard():
            first = next((told.found for told in self.chapters if told.kind is Determination), None)
        return first.because or () if isinstance(first, Determination) else ()

    def found(self, kind: type[_R]) -> _R | None:
        """Return what was found of one ``kind``, a class, be it part of the document or not; ``None`` for nothing."""
        for told in self.chapters:
            if issubclass(told.kind, kind):
                with self.guard():
                    if told.found is not None:
                        found: _R = told.found
                        return found
        return None

    def result(self, kind: type[_R]) -> _R:
        """Return the result of one ``kind``, a class, where it is known that there is one.

        Raises
        ------
        LookupError
            If no chapter found one, as on a day of which nothing is determined.
        """
        found = self.found(kind)
        if found is not None:
            return found
        why = "; ".join(dict.fromkeys(each.text for each in self.undetermined))
        raise LookupError(f"'{self.lens}' has no {kind.__name__} here{why and f': {why}'}")

    def said(self, chapter: str) -> tuple[Finding, ...]:
        """Return the findings of one chapter, by its key; no other is worked out."""
        with self.guard():
            return tuple(finding for told in self.chapters if told.key == chapter for finding in told.findings)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle everything worked out: what it was worked out from stays behind."""
        with self.guard():
            chapters = tuple(told.settled() for told in self.chapters)
        return type(self), (self.lens, self.question, self.references, self.head, chapters)

    def forgiving(self, refusals: tuple[type[Exception], ...], tell: Callable[[str], None]) -> Findings:
        """Return the same worked out, with a finding that says so in place of each chapter that fails.

        Parameters
        ----------
        refusals
            What a chapter raises for other reasons than a fault; it goes on.
        tell
            Called with a line about each fault.
        """
        return replace(self, chapters=tuple(self._forgiven(told, refusals, tell) for told in self.chapters))

    def _forgiven(self, told: Told, refusals: tuple[type[Exception], ...], tell: Callable[[str], None]) -> Told:
        try:
            with self.guard():
                told.findings  # noqa: B018 - worked out here, and kept
        except refusals:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, it costs this section and no other
            tell(told_of(self.lens, told.key, error))
            found = fault(self.lens, told.key, error)
            return Told(told.key, type(found), lambda: found, lambda _: (found,))
        return told

    def __repr__(self) -> str:
        return f"<Findings of {self.lens!r}: {', '.join(told.key for told in self.chapters)}>"
