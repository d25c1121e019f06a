"""Cases of sources that repeat one another, are known through one another, and were retracted, for laws."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

NAMES = tuple(f"s{k}" for k in range(6))
WORDS = ("retracted", "refuted", "disputed")


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    """Return a case as plain values: sources, and events that cite one to three of them."""
    sources: list[dict[str, Any]] = []
    for k, name in enumerate(NAMES):
        source: dict[str, Any] = {"id": name, "title": name.upper()}
        if draw(st.booleans()):
            source["origin"] = draw(st.sampled_from(["statement", "leak"]))
        if k and draw(st.booleans()):
            source["via"] = draw(st.sampled_from(NAMES[:k]))
        if draw(st.integers(0, 3)) == 0:
            source["status"] = [{"is": draw(st.sampled_from(WORDS)), "from": "2025-01-01", "assumption": "drawn"}]
        sources.append(source)
    events = [
        {
            "id": f"e{k}",
            "date": "2025-05-01",
            "what": f"Event {k}",
            "cites": draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True)),
        }
        for k in range(draw(st.integers(1, 8)))
    ]
    return {"case": {"id": "drawn", "as_of": "2025-07-01"}, "sources": sources, "events": events}
