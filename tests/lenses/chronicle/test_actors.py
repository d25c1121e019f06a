"""Who is who."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.chronicle.cases import headline, read
from tests.lenses.reading import rows

from detente.findings import Text


def test_actors(opened: Opener) -> None:
    north, minister, *_ = rows(read(opened, "actors", ""), "actors")

    assert north["names"] == (Text("ჩრდილოეთი", "ka"),)
    assert (north["aliases"], north["role"], north["part_of"]) == (("Northtown",), ("party",), None)
    assert (minister["part_of"], minister["cites"]) == ("North", ["s ¶1"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "2 actors."),
        ("actors: [{id: north, name: North, kind: state, role: party}]", "1 actor; the party is North."),
        (
            "actors: [{id: a, name: A, kind: state, role: [party, host]}, {id: b, name: B, kind: state, role: party}]",
            "2 actors; the parties are A and B.",
        ),
    ],
)
def test_the_headline(text: str, expected: str, opened: Opener) -> None:
    assert headline(opened, "actors", text) == expected
