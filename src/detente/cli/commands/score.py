"""``detente score``: how well forecasts foretold what came."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.arguments import CaseArgument, JsonOption
from detente.cli.opening import open_sight, stop
from detente.cli.output import echo_exactly, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.session.foresight.scores import IntervalScore, Score


def command(
    case: CaseArgument,
    outcomes: Annotated[
        Path,
        typer.Option(
            "--outcomes", exists=True, dir_okay=False, show_default=False, help="A JSON file of what came of forecasts."
        ),
    ],
    as_json: JsonOption = False,
) -> None:
    """Score the forecasts of a case by what came of them; nothing else reads outcomes."""
    from detente.session import CaseError
    from detente.session.foresight.scores import SCORE
    from detente.session.foresight.scoring import score

    sight = open_sight(case, None, None)
    try:
        found = score(sight, outcomes)
    except CaseError as error:
        raise stop(error.diagnostics) from error
    if as_json:
        from detente.exports.json_document import as_text

        echo_exactly([as_text(sight.head(SCORE), found)])
    else:
        for line in _words(found):
            say(line)


def _words(found: Score) -> Iterator[str]:
    words = found.verbal
    number = words.right + words.wrong + words.partly + words.open
    yield (
        f"In words, {number}: {words.right} right, {words.wrong} wrong, {words.partly} partly right, {words.open} open."
    )
    yield from _probabilities(found)
    yield from _intervals(found)
    if found.by_nobody:
        yield f"Without an author, so in no author's score: {', '.join(found.by_nobody)}."
    if found.unresolved:
        yield f"Nothing is known of {', '.join(found.unresolved)}."
    if found.ranking is not None:
        yield f"Ranking: {', '.join(f'{each.author} ({each.brier:.3f} on {each.n})' for each in found.ranking)}."
    else:
        yield f"No ranking: {found.why_no_ranking}."


def _probabilities(found: Score) -> Iterator[str]:
    """Yield what is said of forecasts in probabilities, if there are any."""
    if found.brier is None:
        yield "In probabilities, 0."
        return
    log = "infinite" if found.log is None else f"{found.log:.3f}"
    yield f"In probabilities, {found.n}: Brier score {found.brier:.3f}, logarithmic score {log}; less is better."
    if found.ruled_out:
        yield f"No chance at all was given to what came of {', '.join(found.ruled_out)}."
    for author, each in found.by.items():
        if each.brier is not None:
            beside = f", {each.beside_others:+.3f} beside others" if each.beside_others is not None else ""
            yield f"  {author}: Brier score {each.brier:.3f} on {each.n}{beside}"
    for tenth in found.calibration:
        if tenth.share is not None and tenth.share_low is not None and tenth.share_high is not None:
            held = f"held {tenth.low:.0%} to {tenth.high:.0%} likely, {tenth.n}"
            yield f"  {held}: {tenth.share:.0%} came ({tenth.share_low:.0%} to {tenth.share_high:.0%})"


def _intervals(found: Score) -> Iterator[str]:
    """Yield what is said of intervals, if there are any."""
    if found.intervals is None:
        return
    yield f"In intervals, {sum(each.n for each in found.intervals)}; less is better."
    for each in found.intervals:
        yield f"  {_interval(each)}"
    for author, own in found.by.items():
        yield from (f"  {author}: {_interval(each)}" for each in own.intervals or ())


def _interval(each: IntervalScore) -> str:
    """Return the score of some intervals of one unit and level, and how many of them held what came."""
    from detente.units import quantity

    score = quantity(each.score, each.score, each.unit)
    return f"interval score {score} on {each.n} at {100 * each.level:g}%; {each.held} held what came"
