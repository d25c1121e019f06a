"""Groups tell every smallest change, and tell each once."""

from __future__ import annotations

from itertools import combinations_with_replacement, product

from hypothesis import given
from hypothesis import strategies as st

from detente.lenses.conflict.inverse.groups import Group, grouped
from detente.methods.gmcr.inverse.changes import Change
from detente.methods.gmcr.inverse.search import Answer, Outcome


def expanded(group: Group) -> list[Answer]:
    """Return the answers that a group tells together."""
    parts = []
    for part in group.parts:
        ways = combinations_with_replacement(range(len(part.kept) + 1), len(part.wishes))
        fitting = [
            way for way in ways if all(low <= at <= high for at, (low, high) in zip(way, part.spans, strict=True))
        ]
        parts.append([(part.maker, Change(part.kept, tuple(zip(way, part.wishes, strict=True)))) for way in fitting])
    return list(product(*parts))


def changes(wishes: int) -> st.SearchStrategy[Change]:
    """Return lists of three statements or fewer with some wishes put in."""
    kept = st.sampled_from([(0, 1, 2), (1, 0, 2), (0, 2), ()])
    numbers = st.lists(st.integers(0, 1), min_size=wishes, max_size=wishes)

    def places(these: tuple[int, ...]) -> st.SearchStrategy[tuple[int, ...]]:
        return st.sampled_from(list(combinations_with_replacement(range(len(these) + 1), wishes)))

    return kept.flatmap(
        lambda these: st.builds(
            lambda at, which: Change(these, tuple(zip(at, which, strict=True))), places(these), numbers
        )
    )


@given(st.integers(0, 2).flatmap(lambda wishes: st.sets(changes(wishes), min_size=1, max_size=30)))
def test_groups_of_one_mind_hold_its_changes_and_no_others(found: set[Change]) -> None:
    answers: list[Answer] = [((0, change),) for change in sorted(found, key=lambda each: each.rank)]
    (groups,) = grouped(Outcome(3, 3, None, len(found), tuple(answers)))
    told = [answer for group in groups for answer in expanded(group)]

    assert sorted(told, key=repr) == sorted(answers, key=repr)
    assert [len(expanded(group)) for group in groups] == [group.count for group in groups]
    for group in groups:
        assert group.parts[0].change() in found


@given(st.sets(st.tuples(changes(1), changes(1)), min_size=1, max_size=20))
def test_groups_of_two_minds_hold_their_changes_and_no_others(found: set[tuple[Change, Change]]) -> None:
    answers: list[Answer] = [((0, one), (1, other)) for one, other in sorted(found, key=repr)]
    (groups,) = grouped(Outcome(4, 4, None, len(found), tuple(answers)))
    told = [answer for group in groups for answer in expanded(group)]

    assert sorted(told, key=repr) == sorted(answers, key=repr)


def test_places_in_a_row_are_told_together() -> None:
    """A wish before the second statement at any of two places, or after all else: two groups."""
    answers: tuple[Answer, ...] = tuple(((0, Change((0, 1, 2), ((at, 0),))),) for at in (0, 1, 3))
    (groups,) = grouped(Outcome(1, 1, None, 3, answers))

    assert [(group.count, group.parts[0].spans) for group in groups] == [(2, ((0, 1),)), (1, ((3, 3),))]


def test_choices_that_go_together_are_told_for_each_mind() -> None:
    one, same = Change((1, 0)), Change((0,))
    outcome = Outcome(1, 1, None, 1, (((0, one),),), (1, 0), ((one,), (same,)))

    assert [[group.parts[0].maker for group in groups] for groups in grouped(outcome)] == [[0]]
    assert grouped(Outcome(0, 0, None, 1, ((),))) == []
