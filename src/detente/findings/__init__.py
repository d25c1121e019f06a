"""Findings: what a lens says, with its evidence, method and assumptions."""

from detente.findings.evidence import Certainty, Evidence, Reference, Statement
from detente.findings.figure import Band, Figure, Lane, Lanes, Mark
from detente.findings.finding import Finding, Findings, Method
from detente.findings.stamp import Stamp
from detente.findings.table import Cell, Column, Row, Table, Text

__all__ = [
    "Band",
    "Cell",
    "Certainty",
    "Column",
    "Evidence",
    "Figure",
    "Finding",
    "Findings",
    "Lane",
    "Lanes",
    "Mark",
    "Method",
    "Reference",
    "Row",
    "Stamp",
    "Statement",
    "Table",
    "Text",
]
