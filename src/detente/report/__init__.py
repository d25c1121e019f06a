"""The report: Findings become one accessible HTML page that opens without a network."""

from detente.report.page import render, render_comparison
from detente.report.write import write_report

__all__ = ["render", "render_comparison", "write_report"]
