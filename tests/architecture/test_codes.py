"""Every kind of problem has a code of its own, an explanation, and a test that shows it."""

from __future__ import annotations

import re
from pathlib import Path

from detente.session.rules import known_rules

TESTS = Path(__file__).parents[1]


def test_codes_are_stable_identifiers_with_explanations() -> None:
    rules = known_rules()
    assert len(rules) > 25
    for code, rule in rules.items():
        assert re.fullmatch(r"DT\d{3,4}", code)
        assert rule.title[0].islower()
        assert not rule.title.endswith(".")
        assert rule.explanation.endswith(".")


def test_every_code_is_provoked_by_some_test() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py"))
    missing = [code for code in known_rules() if code not in text]
    assert not missing, f"no test names {missing}"
