"""What the corridor says: claims with their verdicts, who gains and loses, all told alike, with two digits at most."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Opener
from tests.lenses.corridor.cases import CLAIMS, PASS
from tests.lenses.reading import chapter, rows

from detente.findings import Depth, Part
from detente.lenses.corridor.numbers import compact, percent, ranged, rounded, words
from detente.lenses.wording import out_of_hundred


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (0.004, "0"),
        (0.0449, "0.04"),
        (0.99, "0.99"),
        (0.999, "1.0"),
        (3.84, "3.8"),
        (-12.4, "−12"),
        (1949, "1,900"),
    ],
)
def test_a_number_has_two_digits(value: float, text: str) -> None:
    assert words(value) == text


@given(st.floats(-1e9, 1e9))
def test_no_number_in_words_is_further_off_than_its_second_digit(value: float) -> None:
    said = float(words(value).replace("−", "-").replace(",", ""))

    assert abs(said - value) <= max(0.05 * abs(value) * 1.001, 0.005)


def test_ranges() -> None:
    assert ranged((1, 1, 1), "Mt") == "1.0 Mt"
    assert ranged((3.8, 0.9, 8), change=True) == "+3.8 (+0.90 to +8.0)"
    assert percent((-0.58, -2.9, -0.01)) == "−0.6 (−2.9 to 0) per cent"
    assert compact((3.8, 0.9, 8), change=True) == "+3.8 (0.90–8.0)"
    assert compact((-3.8, -8, -0.9), change=True) == "−3.8 (−8.0 to −0.90)"
    assert compact((-1, -8, 2), change=True) == "−1.0 (−8.0 to +2.0)"
    assert compact((3.8, 0.9, 8)) == "3.8 (0.90–8.0)"
    assert [out_of_hundred(share) for share in (0, 0.001, 0.5, 0.999, 1)] == [
        "no trial",
        "1 of 100 trials",
        "50 of 100 trials",
        "99 of 100 trials",
        "all trials",
    ]
    assert rounded(123456.0) == 123500.0


def test_each_claim_is_told_with_its_verdict_and_what_it_leans_on(opened: Opener) -> None:
    found = opened(PASS).at().corridor(draws=4)
    claims, why = chapter(found, "claims"), chapter(found, "claims-why")

    assert (claims.part, claims.depth, why.depth) == (Part.GAINS, Depth.HEADLINE, Depth.DETAIL)
    assert claims.headline == "In the model, of 2 claims 1 holds and 1 fails."
    assert [said.text for said in (*claims.statements, *why.statements)] == [
        "This tests arguments and is not a traffic forecast: up to 100 per cent of the tonnage is assumed.",
        "The gazette: The Ring loses most of its transit. It holds: Ring's transit falls by 94 per cent; more than 50 "
        "is needed.",
        "The gazette: A toll ruins the Ring. It fails: Ring's transit falls by 50 per cent; more than 90 is needed.",
        "Not tested: Everybody will be happy.",
    ]
    assert [str(cite) for cite in claims.statements[1].cites] == ["gazette ¶2"]
    assert [(each["measure"], each["found"], each["tonnage"]) for each in rows(why, "claims")] == [
        ("It loses more than half", "It holds, true in all trials: Ring's transit falls by 94 per cent.", "100"),
        ("change(RO, toll) < -90", "It fails, true in no trial: Ring's transit falls by 50 per cent.", "100"),
    ]


def told_of_no_claims(opened: Opener) -> list[str]:
    """Return what is said of gains and losses where nothing is claimed."""
    before, _, behind = PASS.partition("  claims:")
    rest = behind.partition("  misfits:")[2]
    found = chapter(opened(f"{before}  misfits:{rest}").at().corridor(draws=4), "balance")
    return [each.text for each in found.statements]


def test_gains_and_losses_stand_side_by_side(opened: Opener) -> None:
    found = chapter(opened(PASS).at().corridor(draws=4), "balance")

    assert found.headline == (
        "In the model, Pass gains most transit and Ring loses most: 0.05 and 0.05 million tonnes a year under “Pass "
        "for a toll”, 0.09 and 0.09 under “Pass free”."
    )
    assert [(each["who"], each["now"], each["free"], each["toll"]) for each in rows(found, "balance")] == [
        ("Pass: transit", "0", "+0.09", "+0.05"),
        ("Ring: transit", "0.10", "−0.09", "−0.05"),
        ("Pass: fees", "0", "0", "+0.2"),
    ]
    assert [each.text for each in found.statements] == [
        "Pass' fees grow by 0.2 million dollars a year under “Pass for a toll”, 0 under “Pass free”.",
        "Ring loses most under “Pass free”: 94 per cent of 100,000 tonnes of transit.",
    ]
    assert told_of_no_claims(opened)[-1] == "This tests arguments and is not a traffic forecast."


def test_a_claim_about_a_bystander_that_is_not_among_the_first_stands_with_what_it_gains(opened: Opener) -> None:
    """Three claims about the Ring, each of a paragraph of its own, come before the one about the Pass."""
    said = (("The Ring loses", "RO, free) <"), ("It loses still", "RO, free) <"), ("And more", "RO, free) <"))
    claims = "".join(
        f'    - {{id: c{k}, text: {words}, by: gazette, predicate: "change({what} 0", cites: [gazette ¶{k}]}}\n'
        for k, (words, what) in enumerate((*said, ("It wins", "PL, free) >")), 1)
    )
    text = PASS.replace("iso: PL, role: party", "iso: PL, role: bystander")
    before, _, behind = text.partition("  claims:\n")
    found = chapter(
        opened(f"{before}  claims:\n{claims}  misfits:{behind.partition('  misfits:')[2]}").at().corridor(draws=4),
        "balance",
    )

    [told] = [each for each in found.statements if "Claimed: " in each.text]
    assert told.text.startswith("Pass ")
    assert told.text.endswith(" Claimed: It wins.")
    assert [str(cite) for cite in told.cites] == ["gazette ¶4"]


def test_known_misfits_are_printed_and_crowded_links_named(opened: Opener) -> None:
    found = chapter(opened(PASS).at().corridor(draws=4), "misfits")
    said = [each.text for each in found.statements]

    assert found.headline == "1 misfit of the model is known; 100 per cent of the tonnage is assumed."
    assert said[0] == "Trains are never late."
    assert (
        "More than they can carry would go over “Ring Town – Bay Port” as things are; nothing is turned away." in said
    )


def test_a_network_that_pays_nobody_has_its_chapters_and_its_brief(opened: Opener) -> None:
    nobody = PASS.replace("fee_to: {PL: 1}", "fee_to: {}")
    *_, told = opened(nobody).at().brief().sentences

    assert told.text.startswith(
        "In the model, “Pass free” brings Pass 94,000 tonnes of transit a year, costing Ring 94,000 tonnes of transit"
    )


def test_a_network_in_no_country_has_its_chapters(opened: Opener) -> None:
    nowhere = re.sub("country: [A-Z]{2}, ", "", PASS.replace("fee_to: {PL: 1}, ", "")).replace(CLAIMS, "")
    found = opened(nowhere).at().corridor(draws=4)
    assert not [each for each in found.findings if "could not" in each.headline]
    assert found.document["scenarios"]["free"]["transit"] == {}


SEVERAL = """
    - {id: ring-cheaper, text: The ring is the cheaper way, by: gazette, assumption: By the least that each costs,
       predicate: "through(plain-to-bay, free, ring-town) < through(plain-to-bay, free, pass-top)", cites: [gazette ¶4]}
    - {id: toll-slows, text: A toll keeps cargo away, by: gazette, predicate: "tonnes(down, toll) < tonnes(down, free)",
       cites: [gazette ¶5]}
    - {id: half-stays, text: The Ring keeps its cargo, by: gazette, cites: [gazette ¶6],
       predicate: "share(plain-to-bay, RO, toll) > 0.9 * share(plain-to-bay, RO)"}
    - {id: shippers, text: Shippers gain, by: gazette, cites: [gazette ¶7],
       predicate: "logsum(plain-to-bay) - logsum(plain-to-bay, toll) > 0.02 * least(plain-to-bay)"}
  misfits:"""


def test_what_is_compared_is_told_side_by_side_and_bystanders_come_first(opened: Opener) -> None:
    found = chapter(opened(PASS.replace("  misfits:", SEVERAL.lstrip("\n"))).at().corridor(draws=4), "claims-why")

    assert [each["found"] for each in rows(found, "claims")][2:] == [
        "It fails, true in no trial: 300 dollars a lorry load by Ring Town, 200 by Pass Top.",
        "It holds, true in all trials: 0.05 million tonnes a year pass “Pass Top – Bay Port” under “Pass for a toll”, "
        "0.09 under “Pass free”.",
        "It fails, true in no trial: 50 per cent of “Plain to Bay” cross Ring under “Pass for a toll”, 100 as things "
        "are.",
        "It holds, true in all trials: its shippers gain 26 dollars a lorry load.",
    ]
