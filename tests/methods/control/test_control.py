"""Conditions on who controls what, against their definitions and against all arrangements of small vocabularies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import combinations, product
from operator import and_
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.methods.control import search
from detente.methods.control.arrangements import Cell, Vocabulary
from detente.methods.control.clearing import MOST_TRIED, fewest_given_up
from detente.methods.control.conditions import UnknownWordError, read_condition
from detente.methods.control.search import Space, TooManyArrangementsError
from detente.methods.gmcr.preference.expressions import Expression, StatementError
from detente.methods.gmcr.preference.state_sets import true_in

SMALL = Vocabulary(("customs", "border"), ("law",), ("home", "firm", "nobody"))

Arrangement = dict[str, Any]


def everything(words: Vocabulary) -> Iterator[Arrangement]:
    """Yield every arrangement there is, written from the definition."""
    cells: list[tuple[str, str, bool]] = []
    for decides, meets, on in product(words.holders, words.holders, (True, False)):
        if decides != "nobody" or (meets == "nobody" and not on):
            cells.append((decides, meets, on))
    for chosen in product(*([cells] * len(words.functions)), *([words.holders] * len(words.rights))):
        yield dict(zip((*words.functions, *words.rights), chosen, strict=True))


def distance(words: Vocabulary, arrangement: Arrangement) -> tuple[int, ...]:
    """Return how far an arrangement is from the first holder doing it all on the route, as the docs say it."""
    home = words.holders[0]
    cells = [arrangement[name] for name in words.functions]
    rights = [str(arrangement[name]) for name in words.rights]
    return (
        sum(cell != (home, home, True) for cell in cells) + sum(holder != home for holder in rights),
        sum(cell[0] != home for cell in cells) + sum(holder != home for holder in rights),
        sum(not cell[2] for cell in cells),
        sum(cell[1] != home for cell in cells),
        sum(words.holders.index(str(holder)) for cell in cells for holder in cell[:2])
        + sum(map(words.holders.index, rights)),
    )


ARRANGEMENTS = list(everything(SMALL))
EVERY = (1 << len(ARRANGEMENTS)) - 1


def true(atom: str, arrangement: Arrangement) -> bool:
    """Return whether an atom holds of an arrangement, from its words."""
    name, verb, *_, last = atom.split()
    value = arrangement[name]
    if verb == "held":
        return bool(value == last)
    return bool(value[2] if verb == "on" else value[verb == "met"] == last)


ATOMS = {
    atom: sum(1 << k for k, arrangement in enumerate(ARRANGEMENTS) if true(atom, arrangement)) for atom in SMALL.atoms
}


def where(text: str) -> int:
    """Return in which of all arrangements a text holds, one bit for each."""
    return true_in(read_condition(text, SMALL), ATOMS, EVERY)


def said(arrangement: Arrangement) -> dict[str, bool]:
    """Return what texts say of an arrangement, each written out by hand."""
    customs, border, law = arrangement["customs"], arrangement["border"], arrangement["law"]
    both = (customs, border)
    return {
        "customs decided by home": customs[0] == "home",
        "border met by firm": border[1] == "firm",
        "border met by firm or nobody": border[1] in ("firm", "nobody"),
        "customs on the route": customs[2] is True,
        "customs off the route": customs[2] is False,
        "no customs met by home": customs[1] != "home",
        "law held by home": law == "home",
        "no law held by home or firm": law == "nobody",
        "every function decided by home": all(each[0] == "home" for each in both),
        "any function met by nobody": any(each[1] == "nobody" for each in both),
        "no function on the route": not any(each[2] for each in both),
        "every function on the route met by firm": all(each[1] == "firm" for each in both if each[2]),
        "any function met by firm off the route": any(each[1] == "firm" and not each[2] for each in both),
        "no function decided by firm or nobody met by home": not any(
            each[0] in ("firm", "nobody") and each[1] == "home" for each in both
        ),
        "customs met by home or border met by home": "home" in (customs[1], border[1]),
        "customs met by home or firm or border met by home": customs[1] in ("home", "firm") or border[1] == "home",
        "customs met by home or not border on the route": customs[1] == "home" or not border[2],
        "law held by home if any function decided by home": law == "home" or "home" not in (customs[0], border[0]),
        "customs on the route iff border on the route": customs[2] == border[2],
        "not (customs off the route and border off the route)": bool(customs[2] or border[2]),
    }


def test_texts_mean_what_they_say() -> None:
    """Every construct of the language holds of exactly the arrangements that its words describe."""
    assert len(ARRANGEMENTS) == 13 * 13 * 3
    found = {text: where(text) for text in said(ARRANGEMENTS[0])}
    for k, arrangement in enumerate(ARRANGEMENTS):
        assert {text: bool(places >> k & 1) for text, places in found.items()} == said(arrangement)


def test_what_nobody_decides_is_not_done() -> None:
    """Nobody decides, nobody meets, off the route: one value, and never a company in front of nobody."""
    assert [cell for cell in SMALL.cells if cell.decides == "nobody"] == [Cell("nobody", "nobody", on=False)]


CLAUSES = (*said(ARRANGEMENTS[0]), "not every function on the route met by home", "border decided by nobody")


@st.composite
def demands(draw: st.DrawFn) -> list[str]:
    """Up to five texts, joined as the language joins them."""
    clause = st.sampled_from(CLAUSES)
    joined = st.tuples(clause, st.sampled_from(["and", "or", "implies", "iff"]), clause).map(
        lambda parts: f"({parts[0]}) {parts[1]} ({parts[2]})"
    )
    return draw(st.lists(st.one_of(clause, clause.map("not ({})".format), joined), min_size=1, max_size=5))


def kept(texts: Sequence[str]) -> list[Arrangement]:
    """Return the arrangements of which all texts hold, by looking at each."""
    left = reduce(and_, map(where, texts), EVERY)
    return [each for k, each in enumerate(ARRANGEMENTS) if left >> k & 1]


def plainest(expressions: Sequence[Expression], words: Vocabulary = SMALL) -> Arrangement | None:
    """Return what the kernel finds, as an arrangement."""
    found = Space(words.costs, words.atoms).plainest(expressions)
    if found is None:
        return None
    values = [words.values(variable)[k] for variable, k in enumerate(found)]
    return {
        name: (*value,) if isinstance(value, Cell) else value.by
        for name, value in zip(words.variables, values, strict=True)
    }


@settings(max_examples=60, deadline=None)
@given(demands())
def test_the_plainest_is_that_of_all_arrangements(texts: list[str]) -> None:
    """What is found breaks no demand, nothing that breaks none is plainer, and nothing is found only of nothing."""
    read = [read_condition(text, SMALL) for text in texts]
    possible, found = kept(texts), plainest(read)
    assert (found is None) == (not possible)
    if found is not None:
        assert found in possible
        assert distance(SMALL, found) == min(distance(SMALL, each) for each in possible)
        assert found == plainest(read[::-1])


def test_the_plainest_leaves_who_decides_then_the_place_then_the_face() -> None:
    """Of ways to differ the least counts, whichever a text writes first; of equal ones the later function differs."""
    ways = ["customs decided by firm", "customs off the route", "customs met by firm"]
    for texts, least in (((ways[0], ways[1]), ("home", "home", False)), ((ways[1], ways[2]), ("home", "firm", True))):
        for text in (" or ".join(texts), " or ".join(texts[::-1])):
            assert plainest([read_condition(text, SMALL)]) == {
                "customs": least,
                "border": ("home", "home", True),
                "law": "home",
            }
    for text in (
        "border off the route or customs off the route",
        "customs off the route or border off the route",
    ):
        assert plainest([read_condition(text, SMALL)]) == {
            "customs": ("home", "home", True),
            "border": ("home", "home", False),
            "law": "home",
        }


@settings(max_examples=40, deadline=None)
@given(demands())
def test_giving_up_opens_and_nothing_smaller_does(texts: list[str]) -> None:
    """Every smallest set of demands without which the others can be met is found, by looking at all sets."""
    read = [read_condition(text, SMALL) for text in texts]
    space = Space(SMALL.costs, SMALL.atoms)
    found = fewest_given_up(len(texts), lambda some: space.plainest([read[k] for k in some]) is not None)
    size = len(found[0])
    opening = [
        some
        for k in range(size + 1)
        for some in combinations(range(len(texts)), k)
        if kept([text for n, text in enumerate(texts) if n not in some])
    ]
    assert list(found) == opening


def test_very_many_demands_are_given_up_one_by_one() -> None:
    """Beyond what is tried, no demand that was given up can be kept."""
    pairs = [{2 * k, 2 * k + 1} for k in range(8)]

    def fit(some: Sequence[int]) -> bool:
        return not any(pair <= set(some) for pair in pairs)

    assert sum(1 for k in range(8) for _ in combinations(range(16), k)) > MOST_TRIED
    (found,) = fewest_given_up(16, fit)
    left = [k for k in range(16) if k not in found]
    assert fit(left)
    assert not any(fit([*left, k]) for k in found)


WRONG = {
    "": (0, "the statement is empty"),
    "customs": (7, "expected 'decided by', 'met by', 'on the route' or 'off the route' after 'customs', but the text"),
    "customs decided home": (16, "expected 'by' after 'decided'"),
    "customs decided by": (18, "expected a holder after 'decided by', but the text ends"),
    "customs decided by hone": (19, "no holder is called 'hone'"),
    "customs met by home or hone": (23, "no holder is called 'hone'"),
    "custom met by home": (0, "no function or right is called 'custom'"),
    "customs on route": (11, "expected 'the route' after 'on'"),
    "customs held by home": (8, "a function is 'decided by' one and 'met by' one"),
    "law decided by home": (4, "a right is neither decided nor met: write 'law held by …'"),
    "law": (3, "expected 'held by' after 'law'"),
    "every customs met by home": (0, "write 'every function'"),
    "every function not met by home": (15, "write 'not' before 'function', or 'no function'"),
    "customs on the route met by home": (21, "expected a function, a right or a joint before 'met'"),
    "customs on the route border on the route": (21, "expected 'and', 'or', 'if', 'implies' or 'iff' between"),
    "customs on the route and": (24, "expected a function, such as 'customs decided by …', or '(' after 'and'"),
    "(customs on the route": (0, "this '(' is not closed"),
    "{YN}": (0, "a pattern of Y, N and '-' lists options"),
    "customs on the route & border on the route": (21, "write 'and' instead of '&'"),
    "Customs on the route": (0, "'Customs': ids and words are written in small letters"),
    "customs on the route if " * 200 + "law held by home": (0, "this is nested more than 100 deep"),
}


@pytest.mark.parametrize("text", WRONG, ids=lambda text: text[:30])
def test_mistakes_are_told_at_their_place(text: str) -> None:
    """What cannot be read says what is wrong, and at which character."""
    offset, message = WRONG[text]
    with pytest.raises(StatementError) as caught:
        read_condition(text, SMALL)
    assert caught.value.message.startswith(message)
    assert caught.value.offset == offset


def test_an_unknown_word_says_what_there_is() -> None:
    """So that whoever shows the mistake can say what was meant."""
    with pytest.raises(UnknownWordError) as caught:
        read_condition("border met by frim", SMALL)
    assert (caught.value.word, caught.value.known) == ("frim", SMALL.holders)


LARGE = Vocabulary(
    tuple(f"f{k}" for k in range(8)), ("title", "law"), ("home", "firm", "body", "other", "far", "nobody")
)


def test_eight_functions_and_six_holders_are_exact() -> None:
    """Entangled rules over 61^8 · 36 arrangements: the answer is known by hand."""
    texts = [
        "any function decided by firm",
        "any function met by body off the route",
        "every function decided by firm met by other",
        "no function decided by home met by body",
        "f0 decided by home iff f1 decided by home",
        "title held by home if any function on the route",
        "law held by far or every function met by home",
    ]
    found = plainest([read_condition(text, LARGE) for text in texts], LARGE)
    assert found is not None
    home = ("home", "home", True)
    changed = {name: value for name, value in found.items() if value not in (home, "home")}
    assert sorted(map(str, changed.values())) == sorted(
        map(str, (("firm", "other", True), ("body", "body", False), "far"))
    )


def test_what_is_too_entangled_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question that would take too long is refused in words rather than answered in part."""
    monkeypatch.setattr(search, "MOST_BRANCHES", 1)
    texts = [f"f{k} on the route iff f{k + 1} off the route" for k in range(7)]
    with pytest.raises(TooManyArrangementsError, match="too entangled"):
        plainest([read_condition(text, LARGE) for text in texts], LARGE)
