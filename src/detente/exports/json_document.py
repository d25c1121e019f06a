"""JSON: documents as programs read them."""

from __future__ import annotations

import json

from detente.findings import Findings, Result, plain


def to_json(findings: Findings) -> str:
    """Return a lens's document as JSON; the same findings give the same text.

    Keys keep the order in which the contract lists them, letters stay letters, and the text ends with a
    newline.

    Raises
    ------
    ValueError
        If a number is infinite or not a number: JSON has no word for it.
    """
    return _written(dict(findings.document))


def as_text(*results: Result) -> str:
    """Return a document whose keys are those of some results as JSON, written alike."""
    return _written({key: value for result in results for key, value in plain(result).items()})


def canonical(document: object) -> str:
    """Return a document as canonical JSON, so that alike documents are the same bytes: keys in order, no spaces."""
    return json.dumps(plain(document), ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def _written(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
