"""Chains: whatever is left out because it was given before can be found where it was given."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from detente.findings import Method, Statement
from detente.report.tree.anchors import Anchors
from detente.report.tree.chains import Chains
from detente.report.tree.nodes import Sentence

LONG = "It stays because nothing that it can do alone leads to a state that it prefers."


def placed(said: Sequence[Statement]) -> tuple[Sentence, ...]:
    return tuple(Sentence(each, (), "") for each in said)


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=6), max_size=6))
def test_every_reason_stands_once_and_each_finding_leads_to_all_of_its_own(several: list[list[str]]) -> None:
    chains, lists = Chains(Anchors().claim, shared=True), {}
    for number, words in enumerate(several):
        said = [Statement(word) for word in words]
        found = chains.chain("because", said, (f"f{number}", f"Finding {number}"), placed)
        lists[found.anchor] = [each.statement.text for each in found.own]
        led = [lists[anchor][at - 1] for anchor, _, numbers in found.earlier for at in numbers]

        assert sorted(lists[found.anchor] + led) == sorted(set(words))
    told = [word for own in lists.values() for word in own]
    assert sorted(told) == sorted(set(told))


def test_reasons_and_assumptions_are_counted_apart() -> None:
    chains = Chains(Anchors().claim, shared=True)
    chains.chain("because", [Statement("It rains.")], ("one", "One"), placed)
    found = chains.chain("assumed", [Statement("It rains.")], ("two", "Two"), placed)

    assert [each.statement.text for each in found.own] == ["It rains."]
    assert found.earlier == ()


def test_a_part_that_stands_alone_leaves_nothing_out() -> None:
    chains = Chains(Anchors().claim, shared=False)
    said, method = [Statement("It rains.")], Method("Looking out", parameters=(("Nash", LONG),))
    for name in ("one", "two"):
        assert len(chains.chain("because", said, (name, name), placed).own) == 1
        assert chains.method(method, (name, name)).parameters == method.parameters


def test_a_method_is_described_once() -> None:
    chains, method = Chains(Anchors().claim, shared=True), Method("Looking out")
    first = chains.method(method, ("one", "One"))
    again = chains.method(method, ("two", "Two"))

    assert first.as_in is None
    assert again.as_in == (first.anchor, "One")


def test_a_long_parameter_is_explained_once_and_a_short_one_each_time() -> None:
    chains = Chains(Anchors().claim, shared=True)
    first = chains.method(Method("Looking out", parameters=(("Nash", LONG), ("Days", "3"))), ("one", "One"))
    other = chains.method(Method("Asking", parameters=(("Nash", LONG), ("Days", "3"))), ("two", "Two"))

    assert first.parameters == (("Nash", LONG), ("Days", "3"))
    assert other.parameters == (("Days", "3"),)
    assert other.earlier == ((first.anchor, "One", ("Nash",)),)
