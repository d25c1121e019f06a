"""Boards: places in columns and rows, and the moves between them."""

from detente.findings import Board
from detente.report.board_svg import draw_board, legend
from detente.report.drawing import Drawer

DRAWER = Drawer(Board, draw_board, legend)
