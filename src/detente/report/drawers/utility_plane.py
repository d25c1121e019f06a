"""Utility planes: worth more to one to the right, worth more to the other upwards."""

from detente.findings import UtilityPlane
from detente.report.drawing import Drawer
from detente.report.utility_svg import draw_utility_plane, legend

DRAWER = Drawer(UtilityPlane, draw_utility_plane, legend)
