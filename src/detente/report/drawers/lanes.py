"""Lanes over a calendar."""

from detente.findings import Lanes
from detente.report.drawing import Drawer
from detente.report.lanes_svg import draw_lanes, legend

DRAWER = Drawer(Lanes, draw_lanes, legend)
