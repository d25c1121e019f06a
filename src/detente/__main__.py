"""``python -m detente``."""

from detente.cli.main import run

run()
