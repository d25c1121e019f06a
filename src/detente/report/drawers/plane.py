"""Planes: better for one to the right, better for the other upwards."""

from detente.findings import Plane
from detente.report.drawing import Drawer
from detente.report.plane_svg import draw_plane, legend

DRAWER = Drawer(Plane, draw_plane, legend)
