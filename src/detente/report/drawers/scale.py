"""Scales with places on them."""

from detente.findings import Scale
from detente.report.drawing import Drawer
from detente.report.scale_svg import draw_scale, legend

DRAWER = Drawer(Scale, draw_scale, legend)
