"""``detente brief``: a case in one minute."""

from __future__ import annotations

from detente.cli.arguments import AsOfOption, CaseArgument, JsonOption, ScenarioOption
from detente.cli.opening import open_sight, stop
from detente.cli.output import echo_exactly
from detente.cli.progress import Progress


def command(
    case: CaseArgument, as_of: AsOfOption = None, scenario: ScenarioOption = None, as_json: JsonOption = False
) -> None:
    """Say in five sentences where it stands, why it is stuck, what would settle it, when, and who gains."""
    from detente.session import CaseError

    sight = open_sight(case, as_of, scenario)
    try:
        with Progress("Looking at the case"):
            brief = sight.brief()
    except CaseError as error:
        raise stop(error.diagnostics) from error
    if as_json:
        from detente.brief.document import BRIEF
        from detente.exports.json_document import as_text

        echo_exactly([as_text(sight.head(BRIEF), brief)])
    else:
        from detente.cli.text import print_brief

        print_brief(brief)
