"""Who controls what on the Syunik route: what the readings of ¶27-29 and ¶35 leave."""

from __future__ import annotations

from functools import cache

from tests.flagship.reading import cited_paragraphs, flagship

from detente.case.corridor import Control
from detente.lenses.corridor.control.chapter import find
from detente.lenses.corridor.control.result import RouteControl
from detente.lenses.corridor.options import CorridorOptions
from detente.lenses.look import Look
from detente.models.corridor.control.chain import regimes_under
from detente.study import Study

LITERAL = "no checks of any kind"


def written() -> Control:
    """Return what the case says of the control of the route."""
    corridor = flagship().case.corridor
    assert corridor is not None
    assert corridor.control is not None
    return corridor.control


@cache
def control() -> RouteControl:
    """Return what is found of the control of the route."""
    found = find(Look(Study(flagship().case).at(), CorridorOptions()))
    assert found is not None
    return found


def test_only_the_literal_reading_leaves_nothing() -> None:
    """Of all pairs only “any kind of control” word by word clashes, with Armenia's middle and strict reading."""
    empty = {(each.row.partition(":")[0], each.column) for each in control().readings if each.example is None}
    assert empty == {("middle", LITERAL), ("strict", LITERAL)}
    assert len(control().readings) == 3 * 4


def test_neither_side_alone_is_made_to_give_way() -> None:
    """Whatever pair leaves nothing would leave something without one rule of either side."""
    by = {rule.id: rule.by for rule in written().rules}
    for each in control().readings:
        if each.example is None:
            assert [[by[name] for name in some] for some in each.opened_by] == [["armenia"], ["azerbaijan"]]


def test_both_sides_agree_on_title_and_law_in_every_example() -> None:
    """Whose land and law it is, is not in question between the readings: Azerbaijan recognises the jurisdiction."""
    held = {tuple(each.rights.items()) for each in control().readings if each.rights is not None}
    assert held == {(("title", "armenia"), ("jurisdiction", "armenia"))}


def test_named_arrangements_break_what_the_article_sets_against_them() -> None:
    """Armenian posts fall to Azerbaijan's demands, a law other than Armenia's to both; each class is of some part."""
    breaks = {each.id: set(each.breaks) for each in control().classes}
    assert set(breaks) == {
        "posts-on-the-route",
        "posts-at-the-ends",
        "company-in-front",
        "company-decides",
        "organisation-decides",
        "no-checks-own-law",
        "other-law",
        "november-2020",
    }
    assert breaks["posts-on-the-route"] == {"az-none", "az-off", "az-company", "az-no-armenian-organ"}
    assert breaks["company-in-front"] == {"az-none"}
    assert breaks["other-law"] == {"am-law", "az-recognises"}
    assert {"am-decides-checks", "az-off"} <= breaks["november-2020"]


def test_options_outcomes_and_regimes_are_one_thing() -> None:
    """Each class with a regime comes about by the options that the outcome of the same id takes."""
    for each in control().classes:
        if each.regime is not None:
            assert f"syunik-route is {each.regime}" in each.outcomes
            assert each.takes
    conflict = flagship().case.conflict
    assert conflict is not None
    assert [regime.id for regime in regimes_under(flagship().case, conflict.status_quo or ())] == ["closed"]
    assert [each.id for each in regimes_under(flagship().case, ["accept-operator", "sign"])] == ["operator"]


def test_every_rule_rests_on_the_paragraphs_of_the_route() -> None:
    """What is stated and what is read cites ¶27-29 and ¶35; statements are few, readings say that they are."""
    section = written()
    assert {n for rule in section.rules for n in cited_paragraphs(rule)} == {28, 29, 35}
    assert {n for each in section.classes for n in cited_paragraphs(each)} == {27, 28, 29, 35}
    assert {rule.id for rule in section.rules if rule.stated} == {"am-title", "am-law", "az-recognises"}
    assert all(rule.certainty == ("attributed" if rule.stated else "inference") for rule in section.rules)
