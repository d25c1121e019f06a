"""A pass and a ring road: two ways of which every number is known, so that all answers can be worked out by hand.

Cargo goes from the Plain to the Bay over the Pass (200 km by rail, closed as things are) or around by the Ring (300 km
by road). A kilometre costs a dollar and time nothing, so the ways cost 200 dollars, and what the regime asks, and 300.
"""

from __future__ import annotations

POINTS = """
    rail-rate: {value: 1, assumption: x}
    road-rate: {value: 1, assumption: x}
    value-of-time: {value: 0, assumption: x}
    bulk-value-of-time: {value: 0, assumption: x}
    logit: {value: 8, assumption: x}
    nesting: {value: 1, assumption: x}
"""

HEAD = """
case: {id: pass, title: The pass, question: Who gains?, as_of: 2025-06-01}
sources: [{id: gazette, title: The pass, kind: newspaper}]
actors:
  - {id: pass-land, name: Pass, kind: state, iso: PL, role: party}
  - {id: ring-land, name: Ring, kind: state, iso: RO, role: bystander}
"""

NETWORK = """
corridor:
  nodes:
    - {id: plain-city, name: Plain City, country: DE, assumption: x}
    - {id: pass-top, name: Pass Top, country: PL, assumption: x}
    - {id: ring-town, name: Ring Town, country: RO, assumption: x}
    - {id: bay-port, name: Bay Port, country: FR, assumption: x}
  links:
    - {id: up, a: plain-city, b: pass-top, mode: rail1435, km: 100, country: PL, regime: shut, assumption: x}
    - {id: down, a: pass-top, b: bay-port, mode: rail1435, km: 100, country: PL, assumption: x}
    - {id: round-one, a: plain-city, b: ring-town, mode: road, km: 150, country: RO, assumption: x}
    - {id: round-two, a: ring-town, b: bay-port, mode: road, km: 150, country: RO, capacity: 90, assumption: x}
  regimes:
    - {id: shut, kind: closed, name: Pass shut, cites: [gazette ¶1]}
    - {id: free, kind: sovereign, name: Pass free, cites: [gazette ¶1]}
    - {id: toll, kind: operator, name: Pass for a toll, usd: 100, fee_to: {PL: 1}, assumption: The toll is assumed.}
  flows:
    - {id: plain-to-bay, name: Plain to Bay, origin: plain-city, destination: bay-port, kt: 100, assumption: x}
  parameters:
"""

CLAIMS = """
  claims:
    - {id: ring-loses, text: The Ring loses most of its transit, by: gazette, predicate: "change(RO, free) < -50",
       measure: It loses more than half, cites: [gazette ¶2]}
    - {id: ring-ruined, text: A toll ruins the Ring, by: gazette, predicate: "change(RO, toll) < -90",
       cites: [gazette ¶2]}
    - {id: untested, text: Everybody will be happy, cites: [gazette ¶3]}
  misfits: [Trains are never late.]
"""

PASS = HEAD + NETWORK + POINTS + CLAIMS
