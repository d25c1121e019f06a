"""The chronicle lens answers where things stand."""

from detente.lenses.chronicle.look import look
from detente.lenses.lens import Lens

LENS = Lens("chronicle", 10, "Where do things stand?", lambda _case: True, look, command="show")
