"""The register of every kind of problem."""

from __future__ import annotations

import re
import sys
import types
from pathlib import Path

import pytest

from detente.diagnostics import Rule, Severity, Span, rules_in
from detente.session import rules
from detente.session.errors import NOTHING_TO_SEE
from detente.session.rules import known_rules


def test_every_rule_of_every_room_is_known(root: Path) -> None:
    """Read from the text of the rooms, so that a room left out of the register is found."""
    written = {
        line.strip().strip('",')
        for path in (root / "src").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.fullmatch(r'"DT\d{3,4}",', line.strip())
    }

    assert set(known_rules()) == written
    assert known_rules()["DT800"] is NOTHING_TO_SEE
    assert list(known_rules()) == sorted(known_rules(), key=lambda code: int(code.removeprefix("DT")))


def test_the_register_cannot_be_written_to() -> None:
    with pytest.raises(TypeError):
        known_rules()["DT999"] = NOTHING_TO_SEE  # type: ignore[index]


def test_two_rules_may_not_share_a_code(monkeypatch: pytest.MonkeyPatch) -> None:
    twin = Rule("DT800", "another", "Another.")
    monkeypatch.setattr(rules, "rules_in", lambda package: [*rules_in(package), twin])

    with pytest.raises(ValueError, match="two rules have the code DT800"):
        known_rules()


def test_rules_are_found_in_the_modules_of_a_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "room"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "b.py").write_text(
        "from detente.diagnostics import Rule\nX = Rule('DT998', 'x', 'X.')\n", encoding="utf-8"
    )
    (package / "a.py").write_text(
        "from detente.diagnostics import Rule\nY = Rule('DT999', 'y', 'Y.')\nz = 1\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    import room  # type: ignore[import-not-found]

    assert isinstance(room, types.ModuleType)
    assert [rule.code for rule in rules_in(room)] == ["DT999", "DT998"]
    for name in ("room", "room.a", "room.b"):
        sys.modules.pop(name)


def test_a_rule_makes_diagnostics_of_its_severity() -> None:
    found = Rule("DT998", "x", "X.", Severity.WARNING).at(Span("a.yaml", 2, 3), "bad", "mend it")

    assert str(found) == "a.yaml:2:3: warning DT998 bad\n    hint: mend it"
