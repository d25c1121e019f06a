"""Findings: the answers of one lens about one situation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from detente.findings.evidence import Reference, Statement
from detente.findings.figure import Figure
from detente.findings.table import Table


@dataclass(frozen=True, slots=True)
class Method:
    """How a result was obtained.

    Attributes
    ----------
    name
        The method's name in its field.
    variant
        Which reading of it, or ``""``.
    parameters
        Names and values that a repetition needs.
    exact
        Whether the result is exact rather than sampled.
    seed
        Seed of the random numbers, or ``None`` when there were none.
    references
        Keys of ``docs/references.bib``.
    """

    name: str
    variant: str = ""
    parameters: tuple[tuple[str, str], ...] = ()
    exact: bool = True
    seed: int | None = None
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Finding:
    """One answer: a headline sentence and everything it rests on.

    Attributes
    ----------
    lens, id
        Who says it, and its stable name within that lens.
    title
        Two to five words for a heading.
    headline
        The answer in one plain sentence.
    statements
        The sentences under it, in reading order.
    tables, figures
        Numbers and pictures.
    method
        How it was computed; ``None`` when it only reads the case out.
    assumptions
        Every assumption that the result used.
    because
        The chain from the result back to its inputs, nearest first.
    in_brief
        Whether its headline is an answer that a hurried reader needs, rather than an inventory.
    """

    lens: str
    id: str
    title: str
    headline: str
    statements: tuple[Statement, ...] = ()
    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...] = ()
    method: Method | None = None
    assumptions: tuple[Statement, ...] = ()
    because: tuple[Statement, ...] = ()
    in_brief: bool = True

    def __repr__(self) -> str:
        return f"<Finding {self.id!r}: {self.headline}>"


@dataclass(frozen=True, slots=True, repr=False)
class Findings:
    """All that one lens says about one situation.

    Attributes
    ----------
    lens, question
        Which lens, and the reader's question it answers.
    findings
        Its answers, most important first.
    references
        Every source its evidence names, in the order of the case.
    document
        The same results for programs, as ``CONTRACTS`` shapes them: plain JSON values only.
    """

    lens: str
    question: str
    findings: tuple[Finding, ...]
    references: tuple[Reference, ...]
    document: Mapping[str, Any]

    def __repr__(self) -> str:
        return f"<Findings of {self.lens!r}: {', '.join(finding.id for finding in self.findings)}>"
