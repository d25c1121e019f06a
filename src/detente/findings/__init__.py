"""Findings: what a lens says, with its evidence, method and assumptions."""

from detente.findings.brief import Answer, Brief, LeastCertain, Question
from detente.findings.determination import Determination, Open
from detente.findings.edition import Edition, Glance
from detente.findings.evidence import Certainty, Evidence, Reference, Statement
from detente.findings.figure import Figure
from detente.findings.figures.spec import Spec
from detente.findings.finding import Depth, Finding, Method, Part
from detente.findings.findings import Findings, Head
from detente.findings.result import UNASKED, Result, Unasked, plain, spread
from detente.findings.stamp import Stamp
from detente.findings.table import Cell, Column, Row, Table, Text
from detente.findings.told import Told

__all__ = [
    "UNASKED",
    "Answer",
    "Brief",
    "Cell",
    "Certainty",
    "Column",
    "Depth",
    "Determination",
    "Edition",
    "Evidence",
    "Figure",
    "Finding",
    "Findings",
    "Glance",
    "Head",
    "LeastCertain",
    "Method",
    "Open",
    "Part",
    "Question",
    "Reference",
    "Result",
    "Row",
    "Spec",
    "Stamp",
    "Statement",
    "Table",
    "Text",
    "Told",
    "Unasked",
    "plain",
    "spread",
]
