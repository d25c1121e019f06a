"""Routes: ways from one place to others, step by step."""

from detente.findings import Routes
from detente.report.drawing import Drawer
from detente.report.routes_svg import draw_routes, legend

DRAWER = Drawer(Routes, draw_routes, legend)
