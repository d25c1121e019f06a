"""Conclusions as Argdown, read back by the tokens that its documentation names.

The parser of its authors, ``@argdown/core`` 1, which runs on Node only, reads the same from these files.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Opener

from detente.exports.export import ExportError
from detente.exports.registry import export_called
from detente.exports.texts.argdown_text import prose
from detente.exports.texts.inert import held
from detente.session import open_case

TEXT = """
case: {id: demo, as_of: 2025-07-10}
sources: [{id: s, title: "A [source], <b> & {c} #d"}]
events: [{id: met, date: 2025-07-02, what: "They met: e.g. twice"}]
conclusions:
  - id: both
    text: "- both want *it*"
    by: s
    hedge: "so } it {seems"
    rests_on: [met, conflict-impasse]
    warrant: "(1) who meets, wants"
    rivals: [{text: "> one is pressed", why: "a_b @[s] // c"}, {text: Neither}]
    overturned_by: 'a "break" === now'
  - {id: more, text: More, rests_on: [both, s]}
  - {id: bare, text: Bare}
"""

LINE = re.compile(
    r"(?P<indent> *)(?:(?P<sign>[+-]) )?(?:\((?P<number>\d+)\) )?"
    r"(?:\[(?P<statement>[^\]]+)\]|<(?P<argument>[^>]+)>)(?:: (?P<text>.*?)(?: (?P<data>(?<!\\)\{.*\}))?)?"
)
TOKENS = re.compile(r"(?<!\\)(?:[@#*_\[\]<>/{}]|//|/\*)|\.\S+?\.|:\S+?:")
"""What begins something else than words: mentions, tags, emphasis, titles, comments, data, special signs."""


def file(case: Any) -> str:
    sight = case.at()
    return "".join(str(piece) for piece in export_called("argdown").write(sight.look("chronicle")))


def plain(text: str) -> str:
    """Return words without the marks before signs."""
    return re.sub(r"\\(.)", r"\1", text)


def lines(text: str) -> list[dict[str, Any]]:
    """Return the elements of a file: how deep each stands, its sign or number, its title, its words and its data."""
    body = text.split("===\n", 2)[2]
    found = [LINE.fullmatch(line) for line in body.splitlines() if line and line != "----"]
    assert all(found)
    return [match.groupdict() for match in found if match]


def test_a_conclusion_is_supported_by_its_grounds_and_attacked_by_its_rivals(opened: Opener) -> None:
    found = lines(file(opened(TEXT)))

    assert [
        (len(each["indent"]), each["sign"], each["statement"] or f"<{each['argument']}>", plain(each["text"] or ""))
        for each in found[:6]
    ] == [
        (0, None, "both", "- both want *it*"),
        (2, "+", "<Grounds of both>", ""),
        (2, "-", "Rival of both 1", "> one is pressed"),
        (4, "+", "<For the rival of both 1>", "a_b @[s] // c"),
        (2, "-", "Rival of both 2", "Neither"),
        (0, None, "<Grounds of both>", ""),
    ]


def test_the_argument_has_its_grounds_and_its_warrant_as_premises(opened: Opener) -> None:
    numbered = [each for each in lines(file(opened(TEXT))) if each["number"]]

    assert [(each["number"], each["statement"], plain(each["text"] or "")) for each in numbered] == [
        ("1", "met", "They met: e.g. twice"),
        ("2", "conflict-impasse", "what is worked out under “conflict impasse”"),
        ("3", "Warrant of both", "(1) who meets, wants"),
        ("4", "both", ""),
        ("1", "both", "- both want *it*"),
        ("2", "s", "A [source], <b> & {c} #d"),
        ("3", "more", ""),
    ]


def test_hedge_author_and_what_would_overturn_it_are_data(opened: Opener) -> None:
    (data,) = [each["data"] for each in lines(file(opened(TEXT))) if each["data"]]

    assert "===" not in data
    assert not set("{}") & set(data[1:-1])
    read = json.loads(re.sub(r"(\w+): (?=\")", r'"\1": ', data))
    assert read == {"by": "s", "hedge": "so } it {seems", "overturned_by": 'a "break" === now'}


def test_a_conclusion_that_rests_on_nothing_has_no_argument(opened: Opener) -> None:
    assert lines(file(opened(TEXT)))[-1]["statement"] == "bare"
    assert "Grounds of bare" not in file(opened(TEXT))


@given(st.text(alphabet=st.sampled_from("ab -+()[]<>{}@#*_/.:\\=\n1"), max_size=20))
def test_no_text_is_taken_for_a_sign_of_the_language(text: str) -> None:
    written = prose(text)

    assert plain(written) == held(text)
    assert TOKENS.search(re.sub(r"\\.", "", written)) is None
    assert written[:1] not in ("-", "+", "(", "<", "[")


def test_a_case_without_conclusions_has_nothing_to_write(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("case: {id: demo, as_of: 2025}", "utf-8")

    with pytest.raises(ExportError, match="no conclusions"):
        file(open_case(path))
