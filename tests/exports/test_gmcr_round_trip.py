"""Out to GMCR+ and back: the same states, ranks and stability."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from tests.catalog.test_catalog import CONFLICTS, name
from tests.conftest import Opener
from tests.exports.cases import conflicts, opened
from tests.exports.gmcr_plus import by_owner, ranks

from detente.exports.export import ExportError
from detente.models.conflict.joint import plain_conflict
from detente.session import OpenCase, open_case
from detente.session.making.starting import start


def exported(case: OpenCase) -> str:
    return case.at().export("gmcr")


def there_and_back(case: OpenCase, folder: Path) -> OpenCase:
    path = folder / "out.gmcr"
    path.write_text(exported(case), encoding="utf-8")
    start(folder / "back", str(path))
    return open_case(folder / "back")


def results(case: OpenCase) -> dict[str, Any]:
    """Return what must not change; decision makers by place, because their ids are made anew."""
    document = case.at().conflict().document
    conflict = case.case.conflict
    assert conflict is not None
    return {
        "states": document["states"],
        "rank": list(document["rank"].values()),
        "stability": {key: list(found.values()) for key, found in document["stability"].items()},
        "equilibria": document["equilibria"],
        "directions": [option.direction for option in plain_conflict(conflict).options],
    }


@given(conflicts())
def test_an_invented_conflict_comes_back(tmp_path_factory: pytest.TempPathFactory, conflict: dict[str, Any]) -> None:
    folder = tmp_path_factory.mktemp("trip")
    case = opened(conflict, folder)
    back = there_and_back(case, folder)

    assert back.errors == ()
    assert results(back) == results(case)


@given(conflicts())
def test_the_file_means_to_gmcr_plus_what_the_case_means(
    tmp_path_factory: pytest.TempPathFactory, conflict: dict[str, Any]
) -> None:
    case = opened(conflict, tmp_path_factory.mktemp("out"))
    file = json.loads(exported(case))

    read = [{by_owner(file, state): rank for state, rank in each.items()} for each in ranks(file)]
    assert read == list(case.at().conflict().document["rank"].values())


PIER = """
    actors: [{id: upper, name: Upper Bank, kind: state}, {id: lower, name: Lower Bank, kind: state}]
    conflict:
      decision_makers:
        - actor: upper
          options: [{id: open-pier, text: Open the pier}]
          preferences: {ranking: [NY, YY, NN, YN], assumption: an example}
        - actor: lower
          options: [{id: open-quay, text: Open the quay}]
          preferences: {ranking: [YN, YY, NN, NY], assumption: an example}
"""


def test_states_are_numbered_from_one_with_the_first_option_as_the_lowest_bit(opened: Opener) -> None:
    """Numbers by hand: NN is 1, YN is 2, NY is 3, YY is 4."""
    document = json.loads(exported(opened(PIER)))

    assert document["useManualPreferenceRanking"] is True
    assert [maker["preferenceRanking"] for maker in document["decisionMakers"]] == [[3, 4, 1, 2], [2, 4, 1, 3]]


@pytest.mark.parametrize("preferences", ["{statements: [not open-pier], assumption: a}", ""])
def test_only_statements_need_no_ranking(preferences: str, opened: Opener) -> None:
    """Who has no preferences is indifferent, in their program as here."""
    text = PIER.replace("{ranking: [NY, YY, NN, YN], assumption: an example}", "{statements: [], assumption: a}")
    document = json.loads(
        exported(opened(text.replace("{ranking: [YN, YY, NN, NY], assumption: an example}", preferences)))
    )

    assert document["useManualPreferenceRanking"] is False
    assert ["preferenceRanking" in maker for maker in document["decisionMakers"]] == [False, False]


@pytest.mark.parametrize("path", CONFLICTS, ids=name)
def test_a_published_conflict_comes_back_or_is_refused(path: Path, tmp_path: Path) -> None:
    case = open_case(path)
    if case.case.conflict is not None and case.case.conflict.graph is not None:
        with pytest.raises(ExportError, match="this one is a graph of states"):
            exported(case)
    else:
        assert results(there_and_back(case, tmp_path)) == results(case)


def test_the_flagship_comes_back(root: Path, tmp_path: Path) -> None:
    case = open_case(root / "examples" / "south-caucasus")
    back = there_and_back(case, tmp_path)

    assert back.errors == ()
    assert {found.code for found in back.diagnostics} == {"DT513"}  # wishes for options that are closed at the date
    assert results(back) == results(case)


TEXT = """
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    conflict:
      decision_makers:
        - actor: north
          options: [{id: sign, text: Sign, direction: take-only}, {id: wait, available: false}]
          preferences: {assumption: a, statements: [pay if sign, sign iff pay, sign or not sign and not sign, "{---}"]}
        - actor: south
          options: [{id: pay, text: Pay, direction: drop-only}]
          preferences: {assumption: a, weights: {sign: 1, pay: 0}}
      infeasible: [{together: [sign, pay]}]
"""


def test_the_file_by_hand(opened: Opener) -> None:
    document = json.loads(exported(opened(TEXT)))

    assert document == {
        "options": [
            {"name": "Sign", "permittedDirection": "fwd"},
            {"name": "wait", "permittedDirection": "both"},
            {"name": "Pay", "permittedDirection": "back"},
        ],
        "decisionMakers": [
            {
                "name": "North",
                "options": [0, 1],
                "preferences": [
                    {"compound": True, "members": [[[0, "N"]], [[2, "Y"]]]},
                    {"compound": True, "members": [[[0, "N"], [2, "N"]], [[0, "Y"], [2, "Y"]]]},
                    {"compound": True, "members": [[[0, "N"]], [[0, "Y"]]]},
                ],
                "misperceptions": [],
                "preferenceRanking": [[1, 2]],
            },
            {"name": "South", "options": [2], "preferences": [], "misperceptions": [], "preferenceRanking": [2, 1]},
        ],
        "infeasibles": [[[0, "N"], [2, "Y"]], [[0, "Y"], [2, "N"]], [[1, "Y"]]],
        "coalitions": [],
        "useManualPreferenceRanking": True,
    }


def test_merged_states_are_refused(opened: Opener) -> None:
    text = TEXT.replace("{together: [sign, pay]}", "pay and not sign").replace(
        "weights: {sign: 1, pay: 0}", "statements: []"
    )
    text = text.replace("pay if sign, sign iff pay", "sign") + '      coalesce: ["Y--"]\n'
    case = opened(text)

    assert case.errors == ()
    with pytest.raises(ExportError, match="or merges states"):
        exported(case)


def test_a_statement_that_explodes_is_refused_by_name(opened: Opener) -> None:
    """Fourteen options in a chain of ``iff``: 2**13 ways to make it true."""
    options = ", ".join(f"{{id: o{k}}}" for k in range(13))
    xor = " iff ".join(f"o{k}" for k in range(13))
    text = f"""
        actors: [{{id: north, name: North, kind: state}}, {{id: south, name: South, kind: state}}]
        conflict:
          decision_makers:
            - {{actor: north, options: [{options}], preferences: {{assumption: a, statements: [o1, {xor} iff p0]}}}}
            - {{actor: south, options: [{{id: p0}}], preferences: {{assumption: a, statements: []}}}}
    """
    with pytest.raises(ExportError, match="preference statement 2 of 'north' has more alternatives"):
        exported(opened(text))
