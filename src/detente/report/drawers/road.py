"""Roads: steps over a calendar, and what waits for what."""

from detente.findings import Road
from detente.report.drawing import Drawer
from detente.report.road_svg import draw_road, legend

DRAWER = Drawer(Road, draw_road, legend)
