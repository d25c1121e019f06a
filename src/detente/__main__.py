"""``python -m detente``."""

from detente.cli.running import run

run()
