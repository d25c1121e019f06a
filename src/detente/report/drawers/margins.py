"""Margins of packages over no deal, party by party."""

from detente.findings import Margins
from detente.report.drawing import Drawer
from detente.report.margins_svg import draw_margins, legend

DRAWER = Drawer(Margins, draw_margins, legend)
