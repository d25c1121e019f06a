"""What the page says about evidence: citations, certainty, hedges, assumptions, reasons, and the stamp."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.report.markup import Element, everything, read
from tests.report.sample import REFERENCES, STAMP, edition, sample
from tests.told import findings

from detente.findings import Answer, Brief, Depth, Edition, Evidence, Finding, Glance, LeastCertain, Question, Statement
from detente.report import render


@pytest.fixture(scope="module")
def root(page: str) -> Element:
    """Return the sample page, read."""
    return read(page)


def _by_id(root: Element, anchor: str) -> Element:
    return next(element for element in everything(root) if element.attributes.get("id") == anchor)


def _texts(root: Element, name: str) -> list[str]:
    return [" ".join(e.text.split()) for e in everything(root) if name in e.classes]


def _brief(**changed: str) -> Brief:
    because = ("conflict-nowhere", "conflict-equilibria")
    answer = Answer(Question.STUCK, changed.get("text", "North waits."), model=True, because=because)
    return Brief("The Ford: agreed, not signed", "Rests on one chronology.", (answer,), LeastCertain("the price", "x"))


def test_the_brief_leads_to_the_findings_it_was_made_of() -> None:
    root = read(render(replace(edition(), brief=_brief())))
    top = _by_id(root, "brief").within[-1]
    words = " ".join(top.text.split())

    assert root.all("h1")[0].text == "The Ford: agreed, not signed"
    assert "Why it is stuckNorth waits. model Read on" in words
    assert "Least certainthe price" in words
    assert [link.attributes["href"] for link in top.all("a")] == ["#conflict-equilibria"]
    assert "choices" not in {name for e in everything(top) for name in e.classes}


def test_briefs_of_other_dates_and_scenarios_can_be_chosen() -> None:
    others = (
        Glance("2025-03-01", "", _brief(text="South waits.")),
        Glance("2025-07-10", "The price falls", _brief(text="Nobody waits.")),
    )
    root = read(render(replace(edition(), brief=_brief(), glances=others)))
    top = _by_id(root, "brief").within[-1]
    radios = [(e.attributes["name"], "checked" in e.attributes) for e in top.all("input")]
    style = root.all("style")[0].text

    assert radios == [("day", True), ("day", False), ("scenario", True), ("scenario", False)]
    for number, chosen in enumerate([(1, 1), (1, 2), (2, 1), (2, 2)], start=1):
        day, scenario = chosen
        assert f".brief:has(#day-{day}:checked):has(#scenario-{scenario}:checked) .glance-{number}" in style
    told = ("North waits.", "Nobody waits.", "South waits.", "cannot be worked out")
    for number, said in enumerate(told, start=1):
        shown = [e.text for e in everything(top) if f"glance-{number}" in e.classes]
        assert [text for text in shown if said in text] != []
        assert [text for text in shown for other in told if other != said and other in text] == []


def test_a_citation_opens_place_quote_hedge_and_grade(root: Element) -> None:
    opened = {e.attributes["id"]: " ".join(e.text.split()) for e in everything(root) if "popover" in e.attributes}
    leading = {button.text: opened[button.attributes["popovertarget"]] for button in root.all("button")}
    radio = leading["radio"]

    assert leading["¶7"].startswith("dossier The Ford: a chronology.")
    assert "Its words: ტექსტი პრაქტიკულად მზადაა" in radio
    assert "Softened by პრაქტიკულად" in radio
    assert "Judged possibly true." in radio


def test_paragraphs_of_the_source_that_has_most_citations_stand_alone(root: Element) -> None:
    said = [" ".join(line.text.split()) for line in root.all("p")]

    assert "“¶7” alone is a paragraph of “dossier”." in said
    assert not [button for button in root.all("button") if button.text.startswith("dossier ¶")]


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        (("dossier ¶1", "dossier ¶2", "radio ¶3"), ["¶1 ¶2", "radio ¶3"]),
        (("radio ¶3", "dossier ¶1", "dossier ¶2"), ["radio ¶3", "dossier ¶1 ¶2"]),
        (("dossier p. 1", "dossier", "dossier ¶2"), ["dossier p. 1 dossier ¶2"]),
        (("dossier ¶1", "radio ¶3"), ["dossier ¶1", "radio ¶3"]),
    ],
)
def test_a_paragraph_alone_is_of_one_source_only(named: tuple[str, ...], shown: list[str]) -> None:
    """Where another source stands before it, it keeps its id; so it does where no source has most of the citations.

    Those of which no more is known than the source open the same, and share a button.
    """
    cites = tuple(Evidence(source, at) for source, _, at in (each.partition(" ") for each in named))
    said = Finding("A ford", "There is a ford.", (Statement("It is open.", cites),), id="ford", lens="chronicle")
    page = Edition(STAMP, (findings("chronicle", "Where?", [said], REFERENCES),))
    buttons = [button.text for button in read(render(page)).all("button") if "popovertarget" in button.attributes]

    assert [text for text in buttons if text != "Back"] == shown


def test_a_citation_opens_the_paragraph_where_the_text_ships() -> None:
    passages = {"dossier": tuple(f"Paragraph {number}." for number in range(1, 9))}
    root = read(render(replace(edition(), passages=passages)))

    assert "Paragraph 7." in [quote.text for quote in root.all("blockquote")]


def test_quotes_carry_the_language_of_their_source(root: Element) -> None:
    quotes = {quote.text: quote.attributes.get("lang") for quote in root.all("q")}

    assert quotes["ტექსტი პრაქტიკულად მზადაა"] == "ka"
    assert quotes["practically"] is None


def test_cells_carry_their_language(root: Element) -> None:
    assert {cell.text: cell.attributes.get("lang") for cell in root.all("bdi")}["Պայմանագիր"] == "hy"


def test_sources_link_back_to_everything_that_cites_them(root: Element) -> None:
    sources = _by_id(root, "sources").within[-1]
    back = {link.attributes["href"][1:] for link in sources.all("a")}
    citing = {above.attributes["id"] for e in root.all("button") for above in e.within if "finding" in above.classes}

    assert citing
    assert citing <= back


def test_certainty_is_said_in_words(root: Element) -> None:
    reading = {"fact", "attributed", "inference", "forecast", "model"}

    assert reading == {e.text for e in root.all("b") if e.classes and e.classes != ["assumption"]}


def test_assumptions_stand_beside_the_result_and_are_gathered(root: Element) -> None:
    gathered = " ".join(_by_id(root, "assumptions").text.split())

    assert "An issue that no readout mentions is not on the agenda." in gathered
    assert "Issues, and whether they are negotiated: Return of families" in gathered
    assert "South would refuse a treaty that leaves the law unamended." in gathered
    assert "An issue that no readout" in _by_id(root, "chronicle-issues").text


def test_a_picture_that_is_not_shown_at_once_stands_behind_a_click_with_its_table() -> None:
    (lens, *_) = sample()
    finding = next(each for each in lens.findings if each.figures)
    shown = replace(finding, depth=Depth.HEADLINE, figures=(replace(finding.figures[0], at_once=False),))
    root = read(render(Edition(STAMP, (), gathered=(shown,))))
    (figure,) = root.all("figure")

    assert [above.tag for above in figure.within[-2:]] == ["article", "details"]
    assert figure.within[-1].all("summary")[0].text == f"Figure 1. {finding.figures[0].title}"
    assert len(figure.all("table")) == 1


def test_a_state_is_read_out_letter_by_letter(root: Element) -> None:
    state = next(e for e in everything(root) if "options" in e.classes)

    assert (state.text, state.attributes["role"], state.attributes["aria-label"]) == ("NNY", "img", "N N Y")


def test_units_stand_in_the_header(root: Element) -> None:
    assert "Length (km)" in [header.text for header in root.all("th")]


def test_the_stamp_says_how_to_obtain_the_page_again(root: Element) -> None:
    stamp = " ".join(_by_id(root, "reproduce").within[-2].text.split())

    for part in (STAMP.command, STAMP.version, "10 July 2025", "31 July 2025", "the case as it is", STAMP.program):
        assert part in stamp


def test_a_source_that_the_case_does_not_describe_is_listed_all_the_same() -> None:
    said = Statement("It is so.", (Evidence("rumour", "p. 2"),))
    lens = findings("chronicle", "Where?", [Finding("X", "X is so.", (said,), lens="chronicle", id="x")])

    assert "not described in the case" in render(Edition(STAMP, (lens,)))
