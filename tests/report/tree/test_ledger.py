"""The ledger: what citations lead to, without telling anything of a paragraph twice."""

from __future__ import annotations

from detente.findings import Evidence, Reference
from detente.report.tree.anchors import Anchors
from detente.report.tree.ledger import Ledger

PASSAGES = {"dossier": ("It began.", "North waits. [radio ¶4]")}


def ledger() -> Ledger:
    references = (Reference("dossier", "The Ford"), Reference("radio", "Evening bulletin"))
    return Ledger(references, Anchors(), passages=PASSAGES)


def test_a_paragraph_is_given_once_and_led_to_from_its_quotations() -> None:
    book = ledger()
    first = book.cite(Evidence("dossier", "¶2"), "one", "One")
    quoted = book.cite(Evidence("dossier", "¶2", quote="North waits"), "two", "Two")

    assert (first.passage, first.whole) == (PASSAGES["dossier"][1], None)
    assert (quoted.passage, quoted.evidence.quote) == ("", "North waits")
    assert quoted.whole is first


def test_what_restates_a_place_is_named_once() -> None:
    book = ledger()
    first = book.cite(Evidence("radio", "¶4"), "one", "One")
    hedged = book.cite(Evidence("radio", "¶4", hedge="perhaps"), "two", "Two")

    assert [str(each.evidence) for each in first.restated] == ["dossier ¶2"]
    assert hedged.restated == ()
    assert hedged.whole is first


def test_places_of_which_no_more_is_known_open_the_same() -> None:
    book = ledger()
    cited = [book.cite(Evidence("radio", f"¶{number}"), "one", "One") for number in (1, 2, 3)]
    graded = book.cite(Evidence("radio", "¶5", credibility=2), "one", "One")

    assert [str(each.evidence) for each in cited] == ["radio ¶1", "radio ¶2", "radio ¶3"]
    assert len({each.anchor for each in cited}) == 1
    assert graded.anchor != cited[0].anchor


def test_every_place_that_is_led_to_is_there_once() -> None:
    book = ledger()
    wanted = [
        Evidence("radio", "¶1"),
        Evidence("radio", "¶4"),
        Evidence("dossier", "¶2", "North waits"),
        Evidence("radio"),
    ]
    led = [book.cite(each, "one", "One") for each in wanted]
    led += [each for place in led for each in (*place.restated, *([place.whole] if place.whole else []))]
    there = [place.anchor for place in book.places()]

    assert {each.anchor for each in led} == set(there)
    assert len(there) == len(set(there))
