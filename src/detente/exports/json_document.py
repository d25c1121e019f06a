"""JSON: the document of a lens, as programs read it."""

from __future__ import annotations

import json

from detente.findings import Findings


def to_json(findings: Findings) -> str:
    """Return a lens's document as JSON; the same findings give the same text.

    Keys keep the order in which the contract lists them, letters stay letters, and the text ends with a
    newline.

    Raises
    ------
    ValueError
        If a number is infinite or not a number: JSON has no word for it.
    """
    return json.dumps(dict(findings.document), ensure_ascii=False, allow_nan=False, indent=2) + "\n"
