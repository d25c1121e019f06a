"""The parts of the page, in its order."""

from __future__ import annotations

from detente.findings import Finding, Part

TITLES = {
    Part.STANDS: "Where it stands",
    Part.STUCK: "Why it is stuck",
    Part.ROAD: "What would settle it, and when",
    Part.DEAL: "What both could take",
    Part.GAINS: "Who gains, who loses",
    Part.DOUBT: "What is doubtful",
}


def part_of(finding: Finding) -> Part:
    """Return the part of the page that a finding stands in: the first where it names none."""
    return finding.part or Part.STANDS
