"""Cases in option form that Hypothesis invents, with everything that a format must carry."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import reject
from hypothesis import strategies as st

from detente.session import CaseError, OpenCase, open_case

NAMES = st.sampled_from(["North", "Նոյ & <Сын>", 'The "Ministry"', "\u202eשלום", "ends with \\", "a  b", "nothing"])
LITERALS = st.sampled_from(["o0", "o1", "o2", "o3", "not o0", "not o1", "not o2", "not o3"])
CONDITIONS = st.recursive(
    LITERALS,
    lambda inner: st.tuples(inner, st.sampled_from(["and", "or", "implies", "if", "iff"]), inner).map(
        lambda t: f"({t[0]}) {t[1]} ({t[2]})"
    ),
    max_leaves=4,
)


@st.composite
def conflicts(draw: st.DrawFn, *, games: bool = False) -> dict[str, Any]:
    """Conflicts of two or three decision makers and four options; all free and all feasible for games."""
    count = draw(st.integers(2, 3))
    owners = draw(st.lists(st.integers(0, count - 1), min_size=4, max_size=4))
    directions = ["both"] if games else ["both", "take-only", "drop-only"]
    makers = []
    for i in range(count):
        own = [
            {"id": f"o{k}", "text": draw(NAMES), "direction": draw(st.sampled_from(directions))}
            | ({} if games or draw(st.integers(0, 9)) else {"available": False})
            for k in range(4)
            if owners[k] == i
        ]
        makers.append({"actor": f"dm{i}", "options": own, "preferences": draw(_preferences())})
    infeasible = [] if games else draw(st.lists(CONDITIONS, max_size=2))
    return {
        "case": {"id": "invented", "as_of": "2025-07-10", "title": draw(NAMES)},
        "actors": [{"id": f"dm{i}", "name": draw(NAMES), "kind": "state"} for i in range(count)],
        "conflict": {"decision_makers": makers, "infeasible": infeasible},
    }


@st.composite
def _preferences(draw: st.DrawFn) -> dict[str, Any] | None:
    kind = draw(st.sampled_from(["statements", "weights", "ranking", "none"]))
    if kind == "statements":
        return {"statements": draw(st.lists(CONDITIONS, max_size=4)), "assumption": "a"}
    if kind == "weights":
        weights = st.dictionaries(st.sampled_from(["o0", "o1", "o2", "o3"]), st.integers(-3, 3), max_size=4)
        return {"weights": draw(weights), "assumption": "a"}
    return {"ranking": draw(st.integers(0, 5)), "assumption": "a"} if kind == "ranking" else None


def opened(conflict: dict[str, Any], folder: Path) -> OpenCase:
    """Write and open an invented case; a ranking deals its feasible states out into as many groups as it says."""
    path = folder / "invented.yaml"
    rankings = [
        m["preferences"]
        for m in conflict["conflict"]["decision_makers"]
        if (m["preferences"] or {}).get("ranking") is not None
    ]
    groups = [each.pop("ranking") for each in rankings]
    for each in rankings:
        each["statements"] = []
    states = _open(path, conflict)
    for each, number in zip(rankings, groups, strict=True):
        del each["statements"]
        dealt = [states[k :: number + 1] for k in range(number + 1)]
        each["ranking"] = [group for group in dealt if group]
    _open(path, conflict)
    return open_case(path)


def _open(path: Path, conflict: dict[str, Any]) -> list[str]:
    """Return the feasible states; JSON is YAML as well."""
    path.write_text(json.dumps(conflict, ensure_ascii=False), encoding="utf-8")
    case = open_case(path)
    try:
        found: list[str] = case.at().conflict().document["states"]["list"]
    except CaseError as error:
        assert {d.code for d in error.diagnostics} == {"DT508"}
        reject()  # nothing can be
    return found
