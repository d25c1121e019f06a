"""The report: Findings become one accessible HTML page that opens without a network."""

from detente.report.page import render
from detente.report.write import write_report

__all__ = ["render", "write_report"]
