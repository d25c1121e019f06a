"""A case that is looked at while it is written: its page, what if, what forms add, and what stands where."""

from detente.session.live.adding import FORMS, Field, Form, Insertion, RefusedError, fields_of, insertion
from detente.session.live.answering import Answer, answer
from detente.session.live.copying import put_aside
from detente.session.live.files import File, MovedError, files_of, save
from detente.session.live.heading import Header, header_of
from detente.session.live.looking import Live
from detente.session.live.searching import Hits, search
from detente.session.live.supposing import Supposable, Supposed, changes_of

__all__ = [
    "FORMS",
    "Answer",
    "Field",
    "File",
    "Form",
    "Header",
    "Hits",
    "Insertion",
    "Live",
    "MovedError",
    "RefusedError",
    "Supposable",
    "Supposed",
    "answer",
    "changes_of",
    "fields_of",
    "files_of",
    "header_of",
    "insertion",
    "put_aside",
    "save",
    "search",
]
