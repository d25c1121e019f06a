"""Rules: the kinds of problem Detente reports, each with a stable code and an explanation."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.diagnostics.characters import in_words, visible
from detente.diagnostics.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from detente.diagnostics.span import Span


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of problem.

    Attributes
    ----------
    code
        Stable identifier, ``DT`` and three or four digits; never reused for another meaning.
    title
        What is wrong, in one line.
    explanation
        Why it matters and what to do, for ``detente explain``.
    severity
        Errors stop the analysis, warnings do not.
    evidence
        Whether it says that a claim has no evidence; a strict check counts such warnings as errors.
    """

    code: str
    title: str
    explanation: str
    severity: Severity = Severity.ERROR
    evidence: bool = False

    def at(self, span: Span, message: str, hint: str = "", *, cause: str = "") -> Diagnostic:
        """Return this problem found at ``span``; what a message quotes of a case hides nothing from its reader.

        ``cause`` is the id that is wrong, where one is.
        """
        return Diagnostic(span, self.code, in_words(message), visible(hint), self.severity, cause, self.evidence)


def rules_in(package: ModuleType) -> Iterator[Rule]:
    """Yield every rule that a module inside ``package``, or in a folder of it, defines, in module order."""
    for info in sorted(pkgutil.walk_packages(package.__path__, f"{package.__name__}."), key=lambda m: m.name):
        module = importlib.import_module(info.name)
        yield from (value for value in vars(module).values() if isinstance(value, Rule))
