"""How friendly each pair of actors was over time, and where friends of friends are enemies."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.conftest import Opener
from tests.lenses.chronicle.cases import PLAIN, absent, headline
from tests.lenses.reading import chapter, rows

from detente.findings.figures.lanes import Lanes

TEXT = """
case: {id: demo, as_of: 2025-07-10}
actors:
  - {id: north, name: North, kind: state}
  - {id: south, name: South, kind: state}
  - {id: east, name: East, kind: state}
  - {id: west, name: West, kind: state}
  - {id: guard, name: The guard, kind: body, part_of: north}
  - {id: captain, name: The captain, kind: person, part_of: guard}
relations:
  - {from: north, to: south, date: 2024-03, sign: cooperative, what: helps}
  - {from: captain, to: south, date: 2024-05-06, goldstein: -4, what: raids}
  - {from: south, to: guard, date: 2024-06, goldstein: -1}
  - {from: south, to: north, date: 2024-05, until: 2024-12, sign: mixed}
  - {from: south, to: north, date: 2026, sign: cooperative}
  - {from: north, to: south, date: 2024, goldstein: 0}
  - {from: north, to: south, date: 2024}
  - {from: guard, to: captain, date: 2024, sign: conflictual}
  - {from: north, to: east, date: 2024, sign: conflictual}
  - {from: east, to: south, sign: conflictual}
  - {from: west, to: east, date: 2024, sign: conflictual}
  - {from: west, to: south, date: 2024, sign: cooperative}
"""


def document(opened: Opener, as_of: str | None = None) -> Any:
    case = opened(TEXT)
    assert case.errors == ()
    return case.at(as_of).chronicle().document


def test_the_level_is_friendly_less_hostile_acts_by_all_that_had_come(opened: Opener) -> None:
    pair = document(opened)["relations"]["north+south"]

    assert (pair["conflictual"], pair["cooperative"], pair["mixed"]) == (2, 1, 0)
    assert pair["sign"] == "conflictual"
    assert [(each["since"], each["level"], each["low"], each["high"]) for each in pair["levels"]] == [
        ("2024-03-31", 1, 1, 1),
        ("2024-05-01", None, 1 / 2, 1),  # the mixed act has begun, or not yet
        ("2024-05-06", 0, 0, 0),
        ("2024-06-01", None, -1 / 4, 0),
        ("2024-06-30", -1 / 4, -1 / 4, -1 / 4),
        ("2024-12-02", None, -1 / 3, -1 / 4),  # it has ended, or not yet
        ("2025-01-01", -1 / 3, -1 / 3, -1 / 3),
    ]


LEVELS = [("2024-04-01", [1]), ("2024-05-10", [1, None, 0]), ("2024-06-01", [1, None, 0, None])]


@pytest.mark.parametrize(("as_of", "levels"), LEVELS)
def test_nothing_is_drawn_on_beyond_the_date(as_of: str, levels: list[float | None], opened: Opener) -> None:
    found = document(opened, as_of)["relations"]["north+south"]["levels"]

    assert [each["level"] for each in found] == levels


def test_the_day_of_an_end_counts_and_the_lock_does_not_bring_ends_forward(opened: Opener) -> None:
    text = (
        PLAIN.replace("}\n", ", known_until: 2025-07-31}\n", 1)
        + """relations:
      - {from: north, to: south, date: 2024-03-01, sign: cooperative}
      - {from: north, to: south, date: 2024-03-01, until: 2025-05-31, sign: conflictual}
      - {from: south, to: north, date: 2024-03-01, until: 2025, sign: conflictual}
    """
    )
    case = opened(text)

    def levels(as_of: str) -> list[tuple[str, float | None]]:
        found: Any = case.at(as_of).chronicle().document["relations"]
        return [(each["since"], each["level"]) for each in found["north+south"]["levels"]]

    assert levels("2025-01-01") == [("2024-03-01", -1 / 3)]
    assert levels("2025-09-01") == [("2024-03-01", -1 / 3), ("2025-01-02", None)]


def test_what_is_only_dated_by_a_day_does_not_change_a_level_on_it(opened: Opener) -> None:
    text = (
        PLAIN
        + """relations:
      - {from: north, to: south, sign: conflictual}
      - {from: north, to: south, date: ../2025-07-10, sign: conflictual}
      - {from: south, to: north, date: 2025-06-01, sign: cooperative}
    """
    )
    finding = chapter(opened(text).at().chronicle(), "levels")
    ((row,)) = rows(finding, "levels")

    assert row["levels"] == ("−1.0, since when is not told", "−0.3 to +0.0 since 1 June 2025", "−0.3 by July 2025")


def test_a_level_of_which_nothing_certainly_holds_any_more(opened: Opener) -> None:
    text = (
        PLAIN
        + """relations:
      - {from: north, to: south, date: 2024-03-01, until: 2025-05-31, sign: conflictual}
      - {from: south, to: north, date: 2025-04/2025-07-10, sign: conflictual}
      - {from: south, to: north, date: 2025-04/2025-07-10, until: 2025-07-10, sign: conflictual}
    """
    )
    ((row,)) = rows(chapter(opened(text).at().chronicle(), "levels"), "levels")

    assert row["levels"] == ("−1.0 since 1 March 2024", "−1.0 or none since 1 June 2025", "−1.0 by July 2025")


def test_attitudes_that_may_always_have_stood_are_no_change(opened: Opener) -> None:
    text = (
        PLAIN
        + """relations:
      - {from: north, to: south, date: 2025-06-01, sign: cooperative}
      - {from: north, to: south, date: ../2025-07-01, sign: conflictual}
    """
    )
    assert chapter(opened(text).at().chronicle(), "levels").figures == ()
    ended = text + "  - {from: south, to: north, date: ../2025-01, until: 2025-03-01, sign: conflictual}\n"
    (figure,) = chapter(opened(ended).at().chronicle(), "levels").figures
    assert figure.title == "The pair that changed"
    assert isinstance(figure.spec, Lanes)
    assert figure.spec.first == date(2025, 1, 1)  # so that what ended in January has room


def test_who_belongs_to_one_actor_does_nothing_to_it(opened: Opener) -> None:
    assert set(document(opened)["relations"]) == {"north+south", "east+north", "east+south", "east+west", "south+west"}


def test_triads_and_what_strains_them(opened: Opener) -> None:
    """North and South, West and South have East as enemy in common; that North and South quarrel strains it."""
    balance = document(opened)["balance"]

    assert (balance["triads"], balance["balanced"], balance["share"]) == (2, 1, 0.5)
    assert balance["against"] == 1
    assert balance["frustrating"] == []


def test_a_pair_that_strains_every_split_is_named(opened: Opener) -> None:
    text = TEXT + "  - {from: west, to: north, date: 2024, sign: cooperative}\n"
    finding = chapter(opened(text).at().chronicle(), "levels")

    assert finding.headline == ("Of 4 triads of actors, 2 are balanced; what strains the others is North with South.")


def test_an_undated_act_counts_at_the_date_of_the_case_only(opened: Opener) -> None:
    assert "east+south" not in document(opened, "2025-07-09")["relations"]


def test_pairs_that_changed_are_drawn_with_a_lane_for_each_sign(opened: Opener) -> None:
    finding = chapter(opened(TEXT).at().chronicle(), "levels")
    (figure,) = finding.figures

    assert isinstance(figure.spec, Lanes)
    assert [(lane.title, len(lane.bands)) for lane in figure.spec.lanes] == [
        ("North and South: hostile", 2),
        ("North and South: mixed", 1),
        ("North and South: friendly", 1),
    ]
    raid, _ = figure.spec.lanes[0].bands
    assert (raid.sure_start, raid.label) == (raid.start, "raids, 6 May 2024")
    assert len(rows(finding, "levels")) == 5


def test_pairs_without_a_triad_are_counted(opened: Opener) -> None:
    text = "relations: [{from: north, to: south, date: 2024, sign: mixed}]"

    assert headline(opened, "levels", text) == "1 pair of actors, and no three who all stand to each other."
    assert chapter(opened(PLAIN + text).at().chronicle(), "levels").figures == ()
    assert absent(opened, "levels", text.replace(", sign: mixed", ""))


def test_an_undated_attitude_stands_before_the_first_day(opened: Opener) -> None:
    text = (
        TEXT + "  - {from: west, to: north, sign: conflictual}\n"
        "  - {from: north, to: west, date: 2025-03-04, sign: cooperative}\n"
    )
    found = opened(text).at().chronicle()
    levels = found.document["relations"]["north+west"]["levels"]

    assert [(each["since"], each["level"]) for each in levels] == [(None, -1), ("2025-03-04", 0)]
    told = {row["between"]: row["levels"] for row in rows(chapter(found, "levels"), "levels")}
    assert told["North and West"] == ("−1.0, since when is not told", "+0.0 since 4 March 2025")
    assert told["East and West"] == ("−1.0 by December 2024",)
