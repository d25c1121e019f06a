"""Findings: what a lens says, with its evidence, method and assumptions."""

from detente.findings.evidence import Certainty, Evidence, Reference, Statement
from detente.findings.figure import Figure
from detente.findings.figures.board import Arc, Board, Square
from detente.findings.figures.lanes import Band, Lane, Lanes, Mark
from detente.findings.figures.margins import Margin, Margins, Offer
from detente.findings.figures.plane import Axis, Pin, Plane, Spot
from detente.findings.figures.road import Link, Road, Stage
from detente.findings.figures.routes import Gain, Hop, Routes
from detente.findings.figures.scale import Rows, Scale, Stand
from detente.findings.figures.spec import Spec
from detente.findings.figures.utility_plane import Dot, Flag, Gap, UtilityAxis, UtilityPlane
from detente.findings.finding import Depth, Finding, Method, Part
from detente.findings.findings import Findings, Head
from detente.findings.result import UNASKED, Result, Unasked, plain, spread
from detente.findings.stamp import Stamp
from detente.findings.table import Cell, Column, Row, Table, Text
from detente.findings.told import Told

__all__ = [
    "UNASKED",
    "Arc",
    "Axis",
    "Band",
    "Board",
    "Cell",
    "Certainty",
    "Column",
    "Depth",
    "Dot",
    "Evidence",
    "Figure",
    "Finding",
    "Findings",
    "Flag",
    "Gain",
    "Gap",
    "Head",
    "Hop",
    "Lane",
    "Lanes",
    "Link",
    "Margin",
    "Margins",
    "Mark",
    "Method",
    "Offer",
    "Part",
    "Pin",
    "Plane",
    "Reference",
    "Result",
    "Road",
    "Routes",
    "Row",
    "Rows",
    "Scale",
    "Spec",
    "Spot",
    "Square",
    "Stage",
    "Stamp",
    "Stand",
    "Statement",
    "Table",
    "Text",
    "Told",
    "Unasked",
    "UtilityAxis",
    "UtilityPlane",
    "plain",
    "spread",
]
