"""What the roadmap says of random networks, in a shape to compare."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from tests.twins.roadmap_days import Network
from tests.twins.roadmap_networks import as_yaml, random_network

from detente.session import open_case


def document(network: Network, today: str, folder: Path) -> dict[str, Any] | None:
    """Return what the roadmap says of a network on a day; nothing where ``check`` does not call it clean."""
    file = folder / "network.yaml"
    file.write_text(as_yaml(network), encoding="utf-8")
    opened = open_case(file)
    if any(str(one.severity) == "error" for one in opened.diagnostics):
        return None
    try:
        return dict(opened.at(today).roadmap().document)
    except Exception as error:
        error.add_note(f"--as-of {today}\n{as_yaml(network)}")
        raise


def day_asked(network: Network, random: Random) -> str:
    """Return a day, or a month, before, at, between or after the dates of a network."""
    own = date.fromisoformat(network["as_of"])
    shift = random.choice([0, 0, 0, -random.randint(1, 500), random.randint(1, 200), random.randint(200, 900)])
    asked = (own + timedelta(days=shift)).isoformat()
    return asked if random.random() < 0.9 or asked[:7] == network["as_of"][:7] else asked[:7]


def clean_networks(seed: int, wanted: int, folder: Path) -> Iterator[tuple[Network, str, dict[str, Any]]]:
    """Yield so many random networks, each with a day and what the roadmap says of it then."""
    random = Random(seed)
    while wanted:
        network = random_network(random)
        today = day_asked(network, random)
        found = document(network, today, folder)
        if found is not None:
            wanted -= 1
            yield network, today, found


def said(document: dict[str, Any]) -> dict[str, Any]:
    """Return what a document says, in the shape of the twin."""
    return {
        "met": document["met"] == "true",
        "deadlocks": {
            frozenset(one["steps"]): {(pair["step"], pair["requires"]) for pair in one["broken_by"]}
            for one in document["deadlocks"]
        },
        "paths": {
            frozenset(path["steps"]): {
                "earliest": path["earliest"],
                "latest": path["latest"],
                "undated": set(path["undated"]),
                "waiting_for": set(path["waiting_for"]),
                "assumptions": {one["step"] for one in path["assumptions"]},
                "after": {one["step"]: one["days"] for one in path.get("after", [])},
                "dates": {
                    name: (days["earliest"], days["latest"], days["float_days"]) for name, days in path["dates"].items()
                },
            }
            for path in document["paths"]
        },
    }
