"""What a reader can change: the conflict as things are and under scenarios, as the page can work with it."""

from __future__ import annotations

from detente.findings.trial import Trial
from detente.session.opened import OpenCase

CASE = """
case: {id: ford, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
conflict:
  joint: [{id: sign, text: Sign, by: [north, south]}]
  decision_makers:
    - actor: north
      options: [{id: dig, text: Dig, direction: take-only}, {id: sell, text: Sell, available: false}]
      red_lines: [{id: never, when: not sell, assumption: a}]
      preferences:
        statements: [{when: not fish}, {when: "{YNNNN}", equal: e}, {when: dig iff fish, equal: e}, fish implies sell]
        assumption: a
    - {actor: south, options: [{id: fish, text: Fish}], preferences: {weights: {fish: 0.1, dig: -2, sell: 0}, assumption: a}}
  infeasible: [{at_most_one: [sign, fish]}]
  status_quo: [dig]
  named_states: {peace: [sign], sale: [sell]}
scenarios:
  - {id: calm, title: North stops digging, assumption: a, changes: [{set: conflict.status_quo, to: []}]}
  - {id: sale, title: North may sell., assumption: a, changes: [{set: conflict.sell.available, to: null}]}
"""


def trial_of(case: OpenCase, **at: str) -> Trial:
    """Return what a reader of a case can change."""
    [found] = [finding.trial for finding in case.at(**at).conflict().findings if finding.trial]
    return found
