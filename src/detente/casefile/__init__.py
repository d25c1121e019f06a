"""YAML text to a case and back: the only room that knows YAML."""

from detente.casefile.beside.texts import read_texts
from detente.casefile.draft import Draft
from detente.casefile.loader import Loaded, load
from detente.casefile.schema import json_schema
from detente.casefile.template import template

__all__ = ["Draft", "Loaded", "json_schema", "load", "read_texts", "template"]
