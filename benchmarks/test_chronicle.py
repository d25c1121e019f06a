"""How long an episode of many incidents takes, and conclusions that rest on each other: to say them; CPU time."""

from __future__ import annotations

from functools import partial

from benchmarks.figures import Figure, cpu_times

from detente.case import Case
from detente.dates import parse_edtf
from detente.lenses.chronicle.conclusions import chapter as conclusions
from detente.lenses.chronicle.episodes import chapter as episodes
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.look import Look
from detente.study import Study

MANY = 5000
CASE = {
    "case": {"id": "large", "as_of": "2026"},
    "actors": [{"id": side, "name": side, "kind": "state"} for side in ("north", "south")],
    "events": [
        {"id": f"e{k}", "date": f"2020-{1 + k % 12:02}" if k % 3 else "../2025", "what": f"It happened, {k}"}
        for k in range(MANY)
    ],
    "episodes": [
        {
            "id": "long",
            "between": ["north", "south"],
            "incidents": [
                {"event": f"e{k}", "role": "response", "answers": [f"e{k - 12}"] if k > 11 else []} for k in range(MANY)
            ],
        }
    ],
    "conclusions": [
        {"id": f"c{k}", "text": f"It follows, {k}", "rests_on": [f"e{k}", *([f"c{k // 2}", f"c{k - 1}"] if k else [])]}
        for k in range(MANY)
    ],
}
"""Every third incident is undated, and each answers one before it; each conclusion rests on an event and on others."""


def look() -> Look[ChronicleOptions]:
    """Return a look at the large case, of which nothing but the situation is worked out yet."""
    moment = Study(Case.model_validate(CASE)).at(parse_edtf("2026"))
    found = Look(moment, ChronicleOptions())
    assert moment.past is not None
    return found


def say(at: Look[ChronicleOptions]) -> object:
    """Put the incidents in order, follow conclusions down to their origins, and write both."""
    return [*episodes.show(episodes.find(at), at), *conclusions.show(conclusions.find(at), at)]


def test_episodes_and_conclusions(figures: list[Figure]) -> None:
    (took,) = cpu_times(partial(say, look()), rounds=3)

    figures.append(Figure(f"an episode of {MANY:,} incidents, and as many conclusions", took, 1, "s", most=True))
