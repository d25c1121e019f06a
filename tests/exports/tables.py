"""Cases of positions that Hypothesis invents, with everything that a table must carry."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

NAMES = st.sampled_from(["North", "north", "Նոյ & <Сын>", '=1+1 "x", y; z', "a  b", "Actor", "Depth position", "1,5"])


def values(low: float, high: float) -> st.SearchStrategy[Any]:
    """Return numbers, intervals, and intervals with a most likely value, between two bounds."""
    numbers = st.lists(st.floats(low, high) | st.sampled_from([low, high]), min_size=1, max_size=3).map(sorted)
    return numbers.map(lambda n: n[0] if len(n) == 1 else n if len(n) == 2 else dict(zip(KEYS, n, strict=True)))


KEYS = ("low", "mode", "high")
SCALES = st.sampled_from(
    [(0, 100, None), (-10, 20.5, "m"), (1e-7, 3e20, "km (road)"), (-3, -1, "°C"), (0, 1, "a..b"), (0, 10, "% of GDP")]
)


@st.composite
def disputes(draw: st.DrawFn) -> dict[str, Any]:
    """Return a case with up to three actors and issues, some of it unstated."""
    scales = draw(st.lists(SCALES, min_size=1, max_size=3))
    issues = [
        {"id": f"i{k}", "name": draw(NAMES), "continuum": {"low": low, "high": high} | ({"unit": unit} if unit else {})}
        for k, (low, high, unit) in enumerate(scales)
    ]
    actors: list[dict[str, Any]] = []
    positions: list[dict[str, Any]] = []
    capabilities: list[dict[str, Any]] = []
    for k in range(draw(st.integers(1, 3))):
        note = draw(st.sampled_from([None, "a note, on\n two lines", "0,5"]))
        actors.append({"id": f"a{k}", "name": draw(NAMES), "kind": "state"} | ({"note": note} if note else {}))
        for issue, (low, high, _) in zip(issues, scales, strict=True):
            about = {"actor": f"a{k}", "issue": issue["id"], "assumption": "a"}
            if draw(st.booleans()) or not positions:
                care = {"salience": draw(values(0.01, 1))} if draw(st.booleans()) else {}
                positions.append(about | {"value": draw(values(low, high))} | care)
            if not draw(st.integers(0, 4)):
                capabilities.append(about | {"value": draw(values(0.1, 9))})
        if draw(st.booleans()):
            capabilities.append({"actor": f"a{k}", "value": draw(values(0.1, 1e12)), "assumption": "a"})
    said = {each["actor"] for each in positions + capabilities}
    actors = [actor for actor in actors if actor["id"] in said]  # others are in no table
    head = {"id": "made", "as_of": "2025-01-01"}
    return {
        "case": head,
        "actors": actors,
        "issues": issues,
        "positions": positions,
        "capabilities": capabilities,
    }
