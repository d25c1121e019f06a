"""Concepts that nobody shipped, planted where concepts are found, as somebody who adds one would."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import md5
from pathlib import Path
from types import ModuleType

import pytest

from detente.methods.gmcr.stability import concepts
from detente.methods.gmcr.stability.registry import shipped, shipped_for_coalitions, shipped_further

HEAD = """
from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.methods.gmcr.coalitions.coalition import CoalitionConcept
from detente.methods.gmcr.stability.concept import Concept
from detente.methods.gmcr.stability.sanctions import Sanctions


@dataclass(frozen=True)
class Bare:
    stays: bool
"""

FEARFUL = """
CONCEPT = Concept(
    key="fearful",
    order=25,
    title="Fearful metarationality (FMR)",
    short="FMR",
    meaning="It stays because it fears any answer.",
    references=("Howard1971",),
    sanctions=Sanctions(credible=False, inescapable=False),
    implies=frozenset({"gmr"}),
)
"""
"""A variant of general metarationality: it turns on sanctions, so that no more is to be said."""

_CONTENT = """
def judge(engine, i):
    payoff = engine.payoffs[i]
    possible = payoff[engine.feasible]
    return engine.feasible & (payoff == (possible.max() if possible.size else 0))


{more}
CONCEPT = Concept(
    key="content",
    order=5,
    title="Contentment (Con)",
    short="Con",
    meaning="It stays because it prefers no state at all.",
    references=("Nash1950",),
    implies=frozenset({{"nash"}}),
    judge=judge,
{proof}    symbolic={symbolic},
)
"""
CONTENT = _CONTENT.format(more="", proof="", symbolic="None")
"""Who has what it likes best stays: a verdict of its own and nothing else."""

CONTENT_WITH_DIAGRAMS = _CONTENT.format(
    more="""
def proof(engine, i, s):
    return Bare(bool(judge(engine, i)[s]))


def symbolic(moves, i):
    levels, diagram = moves.levels[i], moves.diagram

    def best():
        found = moves.feasible
        for bit in levels.bits:
            found = found & bit if (found & bit).satisfiable() else found
        return found

    return diagram.attempt(best)
""",
    proof="    proof=proof,\n",
    symbolic="symbolic",
)
"""The same, with a proof, and a form for states that are not listed."""

CONTENT_COALITION = """
def stable(coalition):
    return (coalition.payoffs == coalition.payoffs.max(axis=1, keepdims=True, initial=-1)).all(axis=0)


CONCEPT = CoalitionConcept(
    key="ccontent",
    order=5,
    title="Coalitional contentment (CCon)",
    short="CCon",
    meaning="They stay because each has what is best.",
    references=("InoharaHipel2008",),
    stable=stable,
    single=None,
)
"""
"""A coalition stays where every member likes the state as much as anybody of it likes any."""


@contextmanager
def planted(source: str, folder: Path, *, among: ModuleType = concepts) -> Iterator[None]:
    """Put one more file into a folder of concepts for a while."""
    name = f"stranger_{md5(source.encode(), usedforsecurity=False).hexdigest()}"
    module = folder / f"{name}.py"
    module.write_text(HEAD + source, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(among, "__path__", [*among.__path__, str(folder)])
        forget()
        try:
            yield
        finally:
            sys.modules.pop(f"{among.__name__}.{name}", None)
            module.unlink()
            forget()


def forget() -> None:
    """Let the registries look again."""
    for found in (shipped, shipped_further, shipped_for_coalitions):
        found.cache_clear()
