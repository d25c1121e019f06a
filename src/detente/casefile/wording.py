"""Wording: what is wrong with a record, in words an analyst can act on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from detente.case import Case
from detente.case.shape import fields, kind_at
from detente.casefile.yaml_text.hints import key_hint, number_hint, record_hint, text_hint
from detente.diagnostics import Diagnostic, Rule, SourceMap, did_you_mean
from detente.diagnostics.characters import look_alike, looks_like, named, unseen

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from detente.case.record import Record
    from detente.case.shape import Path

UNKNOWN_KEY = Rule(
    "DT100",
    "an unknown key",
    "Records are closed: a key that Detente does not know is a mistake rather than something to ignore. "
    "'detente schema' lists every key of every record.",
)
MISSING_KEY = Rule(
    "DT101",
    "a key is missing",
    "The record has no meaning without this key. Everything else may be left out.",
)
BAD_ID = Rule(
    "DT102",
    "not an id",
    "Ids are slugs: lower-case letters a to z, digits and hyphens, beginning with a letter, such as abu-dhabi-summit.",
)
BAD_VALUE = Rule(
    "DT103",
    "a value of the wrong kind",
    "The value cannot be what this key holds: a number where text is expected, a word that is not one of the choices, "
    "a number outside its range.",
)
BAD_DATE = Rule(
    "DT104",
    "not a date",
    "Dates are partial: 2025, 2025-03, 2025-03-13, 2021-12/.. (since), ../2025-07 (until), 2024-08~ (about), "
    "2025? (uncertain), or relative: {before: abu-dhabi-summit, by: 2 days}.",
)
BAD_CHOICE = Rule(
    "DT105",
    "not exactly one of several forms",
    "The record can be written in several ways, and needs exactly one of them.",
)
_BY_TYPE = {
    "extra_forbidden": UNKNOWN_KEY,
    "missing": MISSING_KEY,
    "date": BAD_DATE,
    "choice": BAD_CHOICE,
}
_EXPECTED = {
    "string_type": "expected text",
    "bool_type": "expected true or false",
    "bool_parsing": "expected true or false",
    "int_type": "expected a whole number",
    "int_parsing": "expected a whole number",
    "int_from_float": "expected a whole number",
    "float_type": "expected a number",
    "float_parsing": "expected a number",
    "finite_number": "expected a finite number",
    "tuple_type": "expected a list",
    "dict_type": "expected a mapping of keys to values",
    "model_type": "expected a record: a mapping of keys to values",
    "model_attributes_type": "expected a record: a mapping of keys to values",
    "string_too_short": "expected some text",
    "too_short": "expected at least one entry",
}
_EMPTY = {"string_too_short": "nothing", "too_short": "none"}


def diagnose(error: ErrorDetails, path: Path, spans: SourceMap, name: str, root: type[Record] = Case) -> Diagnostic:
    """Return the diagnostic for one of pydantic's errors.

    Parameters
    ----------
    error
        As ``ValidationError.errors()`` lists it.
    path
        Where the validated record stands in the case.
    spans
        Where everything was written.
    name
        What to call the record.
    root
        What the paths begin in, where it is no case.
    """
    kind = error["type"]
    is_key = "[key]" in error["loc"]
    inside: Path = tuple(step for step in error["loc"] if step != "[key]")
    where = (*path, *inside)
    if kind == "string_pattern_mismatch" and "a-z][a-z0-9-]" in str(error.get("ctx", {}).get("pattern")):
        rule, message, hint = BAD_ID, f"{_shown(error['input'])} is not an id", _id_hint(error)
    else:
        rule = _BY_TYPE.get(kind, BAD_VALUE)
        message, hint = _words(error, where, root)
    field = ".".join(str(step) for step in (inside[:-1] if kind in ("extra_forbidden", "missing") else inside))
    place = spans.key(*where) if is_key or kind == "extra_forbidden" else spans.span(*where)
    message = ": ".join(part for part in (name, field, message) if part)
    return rule.at(
        place, f"{message}{_foreign(rule, where[-1] if kind == 'extra_forbidden' else error['input'])}", hint
    )


def _foreign(rule: Rule, written: Any) -> str:
    """Return which letter keeps a text, or a key of a mapping, from being the plain word that was expected."""
    if isinstance(written, dict):
        hidden = [key for key in written if isinstance(key, str) and unseen(key)]
        return f", got the key '{hidden[0]}'" if hidden else ""
    strange, plain = look_alike(written) if isinstance(written, str) and rule is not BAD_CHOICE else ("", "")
    return f" ({strange} is {named(strange)}, not {plain})" if strange else ""


def _words(error: ErrorDetails, where: Path, root: type[Record]) -> tuple[str, str]:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        return f"unknown key '{where[-1]}'", _key_hint(where, error["input"], root)
    if kind == "missing":
        return f"missing key '{where[-1]}'", _missing_hint(where, root)
    if kind == "literal_error":
        choices = str(context["expected"]).replace("'", "")
        known = choices.replace(" or ", ", ").split(", ")
        hint = did_you_mean(str(error["input"]), known)
        return f"{_shown(error['input'])} is not one of {choices}", hint
    if kind in ("date", "choice", "number", "empty"):
        got = f", got {_shown(error['input'])}" if kind == "number" and isinstance(error["input"], str) else ""
        return f"{error['msg']}{got}", number_hint(error["input"]) if got else ""
    if kind in _EXPECTED:
        read = text_hint if kind == "string_type" else record_hint if kind.startswith("model") else number_hint
        hint = read(error["input"])
        got = _EMPTY.get(kind) or _shown(error["input"])
        return f"{_EXPECTED[kind]}, got {got}", hint or _record_hint(kind, where, root)
    if kind == "string_pattern_mismatch" and "http" in context["pattern"]:
        return f"{_shown(error['input'])} is not a web address", "begin with http:// or https://, and leave no spaces"
    if kind == "string_pattern_mismatch":
        return f"{_shown(error['input'])} is not written as expected here ({context['pattern']})", ""
    return f"{error['msg'][0].lower()}{error['msg'][1:]}, got {_shown(error['input'])}", ""


def _key_hint(where: Path, written: Any, root: type[Record]) -> str:
    kind = kind_at(root, where[:-1])
    if where[-1] == "<<":
        return "merge keys are not used here; write the values out"
    if said := key_hint(where[-1], written):
        return said
    known = fields(kind) if kind else {}
    if where[-1] == "true" and "on" in known:
        return "write 'on': some programs make 'true' of it"
    return did_you_mean(looks_like(str(where[-1])), known) or f"the keys here are {', '.join(known)}"


def _missing_hint(where: Path, root: type[Record]) -> str:
    """Return how a key that is missing is written: with what it may be, where that is one of a few words."""
    kind = kind_at(root, where[:-1])
    found = fields(kind).get(str(where[-1])) if kind else None
    choices = get_args(get_args(found[1])[0] if found and get_origin(found[1]) is Annotated else found and found[1])
    words = " or ".join(choice for choice in choices if isinstance(choice, str))
    return f"add '{where[-1]}: …'" + (f", which is {words}" if words else "")


def _record_hint(error: str, where: Path, root: type[Record]) -> str:
    """Return how the record expected here is written."""
    kind = kind_at(root, where) if error.startswith("model") else None
    if kind is None:
        return ""
    needed = [info.alias or name for name, info in kind.model_fields.items() if info.is_required()]
    return f"write {{{', '.join(f'{key}: …' for key in needed or list(fields(kind))[:2])}}}"


def _id_hint(error: ErrorDetails) -> str:
    """Return how an id is written, or that of a state, which has a dot in it."""
    written, pattern = error["input"], str(error.get("ctx", {}).get("pattern"))
    parts = re.split(r"\.| is ", str(written).strip()) if "\\." in pattern else []
    slugs = [_slug(looks_like(part.lower())) for part in parts]
    return f"write '{'.'.join(slugs)}'" if len(slugs) == 2 and all(slugs) else _slug_hint(written)


def _slug_hint(written: Any) -> str:
    plain = looks_like(str(written).lower())
    if "," in plain and not str(written).isascii():
        return "put a plain comma between two ids"
    slug = _slug(plain)
    return f"write '{slug}'" if slug else "use lower-case letters, digits and hyphens, beginning with a letter"


def _slug(plain: str) -> str:
    """Return an id like a text; an empty one where the text has no letters of the alphabet."""
    slug = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in plain).split())
    return slug.lstrip("-0123456789")


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict | list | tuple):
        return "a list" if not isinstance(value, dict) else "a mapping"
    if isinstance(value, bool):
        return f"'{str(value).lower()}'"
    text = " ".join(re.split(r"[ \t\r\n]+", str(value).strip(" \t\r\n")))
    return f"'{text if len(text) <= 60 else text[:57] + '…'}'"
