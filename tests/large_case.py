"""A case too large to list its states: four parties, fifteen subjects, one option of each on each."""

from __future__ import annotations

from collections.abc import Iterator

PARTIES = ("north", "south", "east", "west")
SUBJECTS = (
    *("border", "transit", "rail", "power", "water", "customs", "prisoners", "heritage"),
    *("schools", "visas", "fisheries", "airspace", "telecoms", "observers", "funds"),
)
WANTED = 12


def large_case(extra: str = "") -> str:
    """Return the text of the case: 60 options, 48 statements; ``extra`` goes to the end of the conflict."""
    actors = "".join(f"  - {{id: {party}, name: {party.title()}, kind: state}}\n" for party in PARTIES)
    settlement = ", ".join(f"{party}-{subject}" for party in PARTIES for subject in SUBJECTS[:13])
    makers = "".join(_maker(number) for number in range(len(PARTIES)))
    return f"""case: {{id: large, title: Fifteen subjects, as_of: 2025-07-10, question: What would hold?}}
actors:
{actors}conflict:
  assumption: made up
  decision_makers:
{makers}  infeasible:
    - {{at_most_one: [north-border, south-observers], why: observers and a border opened by North exclude each other}}
    - {{take: east-rail, only_if: west-rail or south-rail}}
    - {{together: [north-power, west-power]}}
    - {{when: south-funds and not east-customs}}
    - {{at_least_one: [north-visas, east-visas, west-visas]}}
  status_quo: [north-visas]
  named_states:
    settlement: [{settlement}]
    visas-only: [north-visas, south-visas]
    border-and-observers: [north-visas, north-border, south-observers]
{extra}"""


def _maker(number: int) -> str:
    party = PARTIES[number]
    options = "".join(
        f"        - {{id: {party}-{subject}, text: Agree on {subject}{_direction(number, k)}}}\n"
        for k, subject in enumerate(SUBJECTS)
    )
    wanted = "".join(f'          - "{condition}"\n' for condition in _wanted(number))
    return (
        f"    - actor: {party}\n      assumption: made up\n      options:\n{options}"
        f"      preferences:\n        assumption: made up\n        statements:\n{wanted}"
    )


def _direction(number: int, k: int) -> str:
    return ", direction: take-only" if (k + number) % 7 == 3 else ""


def _wanted(number: int) -> Iterator[str]:
    """Yield what a party wants: partners differ by subject, and each begins with other subjects."""
    own = PARTIES[number]
    for place in range(WANTED):
        k = (place * 4 + number * 3) % len(SUBJECTS)
        first, second = (PARTIES[(number + 1 + (k + step) % 3) % 4] for step in (0, 1))
        subject, near = SUBJECTS[k], SUBJECTS[(k + 1) % len(SUBJECTS)]
        yield (
            f"not ({own}-{subject} and not {first}-{subject})",
            f"{second}-{subject}",
            f"{own}-{subject} if {first}-{near}",
            f"not {own}-{subject}",
        )[(place + number) % 4]
