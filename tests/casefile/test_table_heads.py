"""Heads and cells as people write them: read, or an error that names them; never something else."""

from __future__ import annotations

import pytest
from tests.casefile.typed_table import columns, parsed, stands, table

READ = {
    "as documented": ("Actor", "Depth position (0..20 m)", "Depth salience (0..100)"),
    "underscores": ("actor", "Depth_position_(0..20 m)", "Depth_salience_(%)"),
    "hyphens": ("ACTOR", "depth-position [0 to 20 m]", "DEPTH-SALIENCE (0 to 100)"),
    "line breaks": ("Actor", "Depth\nposition\n(0 – 20 m)", "Depth\nsalience\n(percent)"),
    "spaces that cannot be seen": (
        "\ufeffActor\u200b",
        "Depth\u00a0position (0\u202f..\u202f20 m)",
        "Depth\u00a0 salience (%)",
    ),
    "in capitals within words": ("Actor", "DepthPosition (0—20m)", "DepthSalience (out of 100)"),
    "the kind first": ("Stakeholder", "Position Depth (0,0..20,0 m)", "Salience Depth (%)"),
    "the kind first, with a colon": ("Player", "Position: Depth (m, 0 to 20)", "Salience: Depth [0, 100]"),
    "the kind of the issue": ("Party", "Position on Depth (0...20 m)", "Salience of Depth (0; 100)"),
    "only the issue": ("Country", "Depth (+0…+20 m)", "Depth importance (%)"),
    "only the kind of the second": ("name", "Depth (scale 0 to 20; m)", "Salience (in %)"),
    "the scale within": ("Stakeholders:", "Depth (0..20 m) position", "Depth (0..20 m) salience (%)"),
    "a scale without brackets": ("Name", "Depth 0–20", "Depth sal. (0..100 %)"),
    "percent without brackets": ("Name", "Depth position 0..20", "Depth salience, in %"),
    "percent in words": ("Name", "Depth position: 0..20", "Depth_salience_percent"),
    "other brackets": ("Decision maker", "Depth {from 0 to 20}", "Depth priority （0－100）".replace("－", "-")),
    "between": ("Participant", "Depth pos (between 0 and 20)", "Depth saliency (% )"),
}


@pytest.mark.parametrize("heads", READ.values(), ids=list(READ))
def test_usual_spellings_of_heads_are_read(heads: tuple[str, ...]) -> None:
    sections, said = table(columns(*heads))
    assert said == []
    assert stands(sections) == [("pilots", "depth", 5, 0.6), ("port", "depth", 2, 0.9)]
    assert sections is not None
    continuum = sections["issues"][0]["continuum"]
    assert (continuum["low"], continuum["high"], continuum.get("unit", "m")) == (0, 20, "m")
    assert sections["issues"][0]["name"].casefold() == "depth"


@pytest.mark.parametrize(
    "head", ["Clout", "Resources", "power", "INFLUENCE", "Leverage", "Relative power", "Votes (%)"]
)
def test_capabilities_do_not_vanish(head: str) -> None:
    sections, said = table(columns("Actor", head, "Depth position (0..100)"))
    assert said == []
    assert sections is not None
    assert [power["value"] for power in sections["capabilities"]] == [5, 2]
    assert [issue["name"] for issue in sections["issues"]] == ["Depth"]


SCALES = {
    "(−10..10)": (-10, 10, None),
    "(-10-10)": (-10, 10, None),
    "(-10--5)": (-10, -5, None),
    "(0,5..1,5)": (0.5, 1.5, None),
    "(1e-3 to 1e3 km²)": (0.001, 1000, "km²"),
    "(0–100%)": (0, 100, "%"),
    "(%)": (0, 100, "%"),
    "[0, 1]": (0, 1, None),
    "[0,1]": (0, 1, None),
    "(1 bis 5)": (1, 5, None),
    "(in km: 0..5)": (0, 5, "km"),
    "(0..5 in km)": (0, 5, "km"),
    "(0 .. 5 million USD)": (0, 5, "million USD"),
    "(0..5 % of GDP)": (0, 5, "% of GDP"),
    "(0%-5% of GDP)": (0, 5, "% of GDP"),
    "(0%-50%)": (0, 50, "%"),
    "(0%..50)": (0, 50, "%"),
    "(% of GDP: 0..5)": (0, 5, "% of GDP"),
    "(0..5 m above mean sea level)": (0, 5, "m above mean sea level"),
    "(0..5 USD/t)": (0, 5, "USD/t"),
}


@pytest.mark.parametrize(("text", "scale"), SCALES.items(), ids=list(SCALES))
def test_scales_are_read_in_any_spelling(text: str, scale: tuple[object, ...]) -> None:
    sections, said = table(columns("Actor", f"Depth {text}", "Depth salience (%)", cells=("", ""), more=("", "")))
    assert [each for each in said if "error" in each] == []
    assert sections is not None
    continuum = sections["issues"][0]["continuum"]
    assert (continuum["low"], continuum["high"], continuum.get("unit")) == scale


NOT_READ = [
    "(max. 20)",
    "(1=low, 5=high)",
    "(0..)",
    "(low to high)",
    "(20)",
    "()",
    "(0..20..40)",
    "(0..1 000)",
    "(0/20)",
    "(mean)",
    "(mean of experts)",
    "(see note)",
    "(yes/no)",
    "(estimates)",
    "(0-100: higher is deeper)",
    "(0-100; higher = deeper)",
    "(0..10, see note)",
    "(0%..20 m)",
    "(m, 0..20 %)",
]


@pytest.mark.parametrize("bracket", NOT_READ)
def test_brackets_that_are_not_understood_are_named(bracket: str) -> None:
    for heads in (("Depth " + bracket, "Depth salience"), ("Depth position", "Depth salience " + bracket)):
        sections, said = table(columns("Actor", *heads))
        assert sections is None
        assert any("error DT036" in each and bracket in each for each in said)


def test_a_unit_alone_is_read_and_the_scale_asked_for() -> None:
    sections, said = table(columns("Actor", "Depth (m)", "Depth salience (%)"))
    message = "no scale is stated for 'Depth': 0..100 m is taken; the numbers go from 2 to 5"
    assert said == [f"1:10: warning DT035 {message}"]
    assert sections is not None
    assert sections["issues"][0]["continuum"] == {"low": 0, "high": 100, "unit": "m"}


def test_many_issues_without_a_scale_are_told_of_in_few_words() -> None:
    names = [f"Issue {letter} position" for letter in "ABCDEFGH"]
    _, said = table(columns("Actor", *names, cells=("1",) * 8, more=("2",) * 8))
    assert len(said) == 6
    assert said[-1].endswith("no scale is stated for 3 more columns, from here on: 0..100 is taken")


SAID = {
    "a number beside issues that are spoken for": (
        columns("Actor", "Muscle", "Depth position (%)"),
        "1:10: error DT036 'Muscle' is not understood",
    ),
    "a number with a scale": (
        columns("Actor", "Muscle (0..9)", "Depth position (%)"),
        "1:10: error DT036 'Muscle (0..9)' is not understood",
    ),
    "a number where nothing is spoken for": (
        columns("Actor", "Clout", "Depth (%)"),
        "1:18: warning DT035 'Depth (%)' is read as an issue on which these are positions, "
        "since no column says otherwise",
    ),
    "a salience in words that are not read": (
        columns("Actor", "My salience of late", "Clout"),
        "1:10: error DT036 'My salience of late' is not understood",
    ),
    "text": (
        columns("Actor", "Region", "Depth position (%)", cells=("North", "5"), more=("", "5")),
        "1:10: warning DT035 'Region' holds text, and becomes a note on each actor",
    ),
    "nothing": (
        columns("Actor", "Region", "Depth position (%)", cells=("", "5"), more=("", "5")),
        "1:10: warning DT034 nothing stands below 'Region', and it is left out",
    ),
    "numbers of rows": (
        columns("No.", "Actor", "Depth position (%)", cells=("x", "5"), more=("y", "6")).replace("Pilots", "1"),
        "1:2: warning DT034 'No.' numbers the rows, and is left out",
    ),
    "a salience of nothing": (
        columns("Actor", "Depth position (%)", "Debt salience"),
        "1:31: error DT031 no column gives positions on 'Debt'",
    ),
    "a salience of one of several": (
        columns("Actor", "Depth position (%)", "Toll position (%)", "Salience", cells=("1", "2", "3")),
        "1:51: error DT036 'Salience' does not say on which issue",
    ),
    "two for one thing": (
        columns("Actor", "Depth position (%)", "Depth_Position"),
        "1:31: error DT031 'Depth_Position' says the same as 'Depth position (%)'",
    ),
    "two capabilities": (
        columns("Actor", "Power", "Clout", "Depth position (%)", cells=("1", "2", "3")),
        "1:18: error DT031 'Clout' says the same as 'Power'",
    ),
    "two columns of actors": (
        columns("Actor", "Player", "Depth position (%)"),
        "1:10: error DT031 'Player' says the same as 'Actor'",
    ),
    "a fault of the spreadsheet": (
        columns("Actor", "#REF!", "Depth position (%)"),
        "1:10: error DT031 the spreadsheet says '#REF!' here",
    ),
    "what stands where no row names the columns": (
        "A survey\nBloc,Depth position,Depth salience\nNorth,1,2\n",
        "2:1: error DT036 no row names the columns: 'Bloc' beside 'Depth position' is not understood",
    ),
    "shares below a head that says percent": (
        columns("Actor", "Depth position (%)", "Depth salience (%)", cells=("5", "0.6"), more=("5", "0.9")),
        "1:31: error DT031 no number below 'Depth salience (%)' is above 1: are they percent, or shares?",
    ),
    "positions like shares below a head that says percent": (
        columns("Actor", "Tax position (%)", cells=("0.2",), more=("0.4",)),
        "1:10: warning DT035 no number below 'Tax position (%)' is above 1: they are read as percent, not as shares",
    ),
    "actors that look alike": (
        "Actor,Depth position (%)\nNorth-Land,1\nnorth\u200b land,2\n",
        "3:1: error DT031 'north\\u200b land' stands in row 2 already (\\u200b is U+200B ZERO WIDTH SPACE)",
    ),
    **{
        what: (
            columns("Actor", "Depth position (%)", head, cells=("5", cell), more=("5", "5")),
            f"2:15: error DT037 '{head}' of 'Pilots': {expected}",
        )
        for what, head, cell, expected in (
            ("salience in percent", "Depth salience", "150", "salience must lie between 0 and 100, got 150"),
            ("salience of ten", "Depth salience (0..10)", "11", "salience must lie between 0 and 10, got 11"),
            ("salience with a sign", "Depth salience", "150%", "salience must lie between 0 and 100, got 150%"),
            ("less than nothing", "Depth salience", "−5", "salience must lie between 0 and 100, got −5"),
            ("an interval", "Depth salience", "90..110", "salience must lie between 0 and 100, got 90..110"),
            ("capability", "Clout", "-1", "a capability must be at least 0, got -1"),
            ("capability on a scale", "Clout (0..10)", "11", "a capability must lie between 0 and 10, got 11"),
        )
    },
}


@pytest.mark.parametrize(("text", "expected"), SAID.values(), ids=list(SAID))
def test_what_cannot_be_known_is_said(text: str, expected: str) -> None:
    sections, said = table(text)
    others = [each for each in said if each != expected]
    assert expected in said
    assert all("no column gives positions" in each or "no scale is stated" in each for each in others)
    assert (sections is None) == ("error" in expected)


def test_columns_of_text_become_notes() -> None:
    heads = ("Actor", "Country", "Source", "Notes", "Depth comment", "Depth position (%)")
    sections, said = table(columns(*heads, cells=("X", "Talks 3", "old", "soft", "5"), more=("", "", "", "", "1")))
    assert said == []
    assert sections is not None
    assert [actor.get("note") for actor in sections["actors"]] == [
        "old; Country: X; Source: Talks 3; Depth comment: soft",
        None,
    ]


def test_names_with_words_of_heads_in_them_stay_names() -> None:
    names = ("Power sharing", "Balance of power", "Position of troops", "Route (south)", "Nuclear capability")
    heads = [head for name in names for head in (f"{name} position (0..9)", f"{name} salience (0..9)")]
    sections, said = table(columns("Actor", *heads, cells=("5",) * 10, more=("6",) * 10))
    assert said == []
    assert sections is not None
    assert [issue["name"] for issue in sections["issues"]] == list(names)


NUMBERS = {
    "5": 5,
    "5,5": 5.5,
    "5.5": 5.5,
    " 5 ": 5,
    "\u00a05\u00a0": 5,
    "−5": -5,
    "1e1": 10,
    "4…6": [4, 6],
    "4 to 6": [4, 6],
}
NO_NUMBERS = [
    "1,000",
    "1.234,5",
    "1 000",
    "1'000",
    "(5)",
    "½",
    "٥",
    "５",
    "#N/A",
    "n/a",
    "-",
    "–",
    "?",
    "05-06",
    "2025-06-04",
]
NO_NUMBERS += [
    "4/6",
    "4.6.2025",
    "6. Jun",
    "Jun-25",
    "12:30",
    "60-40",
    "60..40",
    "40..60..50",
    "TRUE",
    "5 m",
    "$5",
    "5,5,5",
    "1..",
    "Err:502",
    "###",
    "5%..6",
]


@pytest.mark.parametrize(("text", "value"), NUMBERS.items(), ids=list(NUMBERS))
def test_numbers_are_read(text: str, value: object) -> None:
    sections, said = table(columns("Actor", "Depth position (-20..20)", "Clout", cells=(text, "1"), more=("1", "2")))
    assert said == []
    assert stands(sections)[0][2] == value


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_is_an_error_at_its_cell(text: str) -> None:
    sections, said = table(columns("Actor", "Depth position (0..9999)", "Clout", cells=(text, "1"), more=("1", "2")))
    assert sections is None
    assert len(said) == 1
    assert said[0].startswith("2:11: error DT031 'Depth position (0..9999)' of 'Pilots': ")
    assert f"'{text}'" in said[0]


@pytest.mark.parametrize("scale", ["", " (%)", " (0..100)", " (0..1)", " (0..10)"])
def test_a_percent_sign_is_a_hundredth_of_the_whole_on_every_scale(scale: str) -> None:
    heads = ("Actor", "Depth position (10..20)", f"Depth salience{scale}")
    sections, said = table(columns(*heads, cells=("50%", "60%"), more=("100%", "2.5%")))
    assert said == []
    assert stands(sections) == [("pilots", "depth", 15, 0.6), ("port", "depth", 20, 0.025)]


PERCENT = [
    "%",
    "percent",
    "per cent",
    "pct",
    "percentage points",
    "Prozent",
    "процентов",
    "% of GDP",
    "GDP, in %",
    "p.p.",
    "persen",
    "प्रतिशत",
]


@pytest.mark.parametrize("unit", PERCENT)
def test_a_percent_sign_below_a_unit_that_is_percent_is_one_of_that_unit(unit: str) -> None:
    for head in (f"Tax position (0..50 {unit})", f"Tax position ({unit})"):
        sections, said = table(columns("Actor", head, cells=("20%",), more=("30",)))
        assert all("no scale is stated" in each for each in said)
        assert [place[2] for place in stands(sections)] == [20, 30]
    sections, said = table(columns("Actor", "Tax in percent position (0..50)", cells=("20%",), more=("30",)))
    assert (said, [place[2] for place in stands(sections)]) == ([], [20, 30])


@pytest.mark.parametrize("unit", ["‰", "basis points", "share of GDP"])
def test_a_percent_sign_below_other_parts_of_a_whole_is_an_error(unit: str) -> None:
    text = columns("Actor", f"Tax position (0..50 {unit})", cells=("2%",), more=("30",))
    sections, said = table(text)
    assert sections is None
    assert [each.rpartition(": ")[2] for each in said] == ["'2%' may be so much of the scale, or of the whole"]
    assert stands(table(text.replace("50", "1").replace("30", "0.3"))[0])[0][2] == 0.02


def test_saliences_are_percent_with_a_word_for_each_column() -> None:
    heads = ("Actor", "A (0..9)", "A salience", "B (0..9)", "B salience (0..10)", "C (0..9)", "C salience")
    cells, more = ("1", "7", "1", "7", "1", "70%"), ("1", "10", "1", "10", "1", "80%")
    sections, said = table(columns(*heads, cells=cells, more=more))
    assert [each.partition("DT035 ")[2] for each in said] == [
        "no scale is stated for 'A salience': percent is taken; the numbers go from 7 to 10"
    ]
    assert [place[3] for place in stands(sections)] == [0.07, 0.7, 0.7, 0.1, 1, 0.8]


def test_shares_in_one_column_beside_percent_in_another_are_an_error() -> None:
    heads = ("Actor", "A (0..9)", "A salience", "B (0..9)", "B salience")
    sections, said = table(columns(*heads, cells=("1", "0.3", "1", "40"), more=("1", "0.9", "1", "80")))
    assert sections is None
    assert [each.split(" ", 1)[1] for each in said] == [
        "error DT031 no number below 'A salience' is above 1: are they percent, or shares?",
        "warning DT035 no scale is stated for 'B salience': percent is taken; the numbers go from 40 to 80",
    ]


@pytest.mark.parametrize(
    ("cell", "is_date"), [("4-Jun", True), ("6. Juni", True), ("40 points", False), ("40 bis", False)]
)
def test_only_what_looks_like_a_date_is_called_one(cell: str, is_date: bool) -> None:
    _, problems = parsed(columns("Actor", "Depth position (%)", cells=(cell,), more=("1",)))
    assert ("made a date" in str(problems[0])) == is_date


def test_the_mark_at_the_end_of_old_files_is_no_actor() -> None:
    sections, said = table("Actor,Depth position (%)\r\nNorth,1\r\n\x1a\x1a")
    assert said == []
    assert len(stands(sections)) == 1
