"""Leaving out: a case without some of its sources, made a case again before anything is worked out.

First goes what rests on the sources alone. Then go the references to what is gone, and what cannot be without them.
Then goes what the checks and the models of a case refuse, piece by piece; a section goes as a whole where no piece of
it can.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.case.naming import names
from detente.case.origins import gone_with
from detente.case.paths import holder_of, path_id, path_label
from detente.case.shape import value_at
from detente.checks import Context, run_checks
from detente.dates import RelativeDate
from detente.diagnostics import Severity, did_you_mean
from detente.findings.sources import Fell, Loose, Missing, WithoutSources
from detente.session.leaving.closing import closed, closing_name, is_closed
from detente.session.leaving.lost import lost_lenses, lost_sections
from detente.session.leaving.places import places_of
from detente.session.leaving.resting import cites_of, rests_on
from detente.session.leaving.taking import taken_away
from detente.session.leaving.victims import with_problem, with_reference
from detente.session.models import model_problems
from detente.session.perceptions import perception_problems
from detente.session.scenarios import scenario_problems
from detente.situation import ScenarioError, Written

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from detente.case import Case
    from detente.case.shape import Path
    from detente.diagnostics import Diagnostic
    from detente.session.leaving.places import Places


def leave_out(context: Context, wanted: Collection[str]) -> tuple[Case, WithoutSources]:
    """Return a case without some of its sources, and what is left out with them.

    Parameters
    ----------
    context
        The case, without errors, and where its values stand.
    wanted
        Ids of the sources.

    Raises
    ------
    LookupError
        If it has no such source.
    """
    known = {source.id: source for source in context.case.sources}
    asked = tuple(dict.fromkeys(wanted))
    for name in asked:
        if name not in known:
            hint = did_you_mean(name, known) or (f"it has {', '.join(known)}" if known else "it has none")
            raise LookupError(f"the case has no source '{name}'; {hint}")
    leaving = _Leaving(context, context.case)
    leaving.sources(gone_with(context.case.sources, asked))
    while leaving.step():
        pass
    left = leaving.case
    gone = tuple(name for name in known if name not in {source.id for source in left.sources})
    missing = (*leaving.missing, *lost_lenses(context.case, left, {each.section for each in leaving.missing}))
    called = tuple(known[name].label for name in asked)
    return left, WithoutSources(asked, gone, tuple(leaving.fell), tuple(leaving.staying()), missing, called)


@dataclass
class _Leaving:
    """A case from which things are taken away, one round after the other.

    Attributes
    ----------
    context
        The case as it was.
    case
        What is left of it.
    fell, loose, missing
        As in ``WithoutSources``, so far.
    """

    context: Context
    case: Case
    fell: list[Fell] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)

    def sources(self, gone: Collection[str]) -> None:
        """Take away some sources, and all that rests on them alone."""
        own = {("sources", k) for k, source in enumerate(self.case.sources) if source.id in gone}
        known = {source.id: source.label for source in self.case.sources}
        cited = {path: value_at(self.case, path).source for path in cites_of(self.case, gone)}
        below: dict[Path, list[str]] = {}
        for path, name in cited.items():
            for length in range(1, len(path)):
                below.setdefault(path[:length], []).append(name)
        fallen = [path for path in rests_on(self.case, gone) if path[:2] not in own]
        why = {path: f"it rests on {_quoted(known, _behind(path, below))} alone" for path in fallen}
        self._take(why, also=(*own, *cited))

    def step(self) -> bool:
        """Take away what hangs in the air now; return whether anything did."""
        places = places_of(self.case)
        was = self.context
        context = Context(self.case, places.spans, frozenset(), was.texts, boundaries=was.boundaries, lenses=was.lenses)
        return self._references(context) or self._lost() or self._problems(context, places)

    def staying(self) -> Iterator[Loose]:
        """Yield the references of what stays, each once: not of what fell away in the end."""
        fell, sections = {each.id for each in self.fell}, {each.section for each in self.missing}
        for each in dict.fromkeys(self.loose):
            words = each.id.split(".")
            above = {".".join(words[:end]) for end in range(1, len(words) + 1)}
            if each.section not in sections and not above & fell:
                yield each

    def _references(self, context: Context) -> bool:
        why: dict[Path, str] = {}
        also: set[Path] = set()
        for reference in context.dangling:
            path, is_record = with_reference(self.case, reference)
            holder = holder_of(self.case, reference.path)
            if is_record and reference.path == (*path, "actor") and is_closed(self.case, path):
                called = names(self.context.case).get(reference.id, reference.id)
                why[path[:1]] = f"“{called}” decides in it, and falls away"
            elif is_record:
                why.setdefault(path, f"it speaks of '{reference.id}', which falls away")
            elif not is_closed(self.case, path):
                also.add(path)
                self.loose.append(Loose(path_id(self.case, holder), str(path[0]), reference.id))
        self._take(why, also=also)
        return bool(why or also)

    def _lost(self) -> bool:
        """Take away the sections of which no model is left, though the checks see nothing wrong."""
        fell = {each.id for each in self.fell}
        found = dict(lost_sections(self.context.case, self.case, fell))
        self._take({(section,): because for section, because in found.items()})
        return bool(found)

    def _problems(self, context: Context, places: Places) -> bool:
        for problems in _stages(context):
            errors = [found for found in problems if found.severity is Severity.ERROR]
            if errors:
                self._refused((places.of(found), found.message) for found in errors)
                return True
        return False

    def _refused(self, problems: Iterable[tuple[Path, str]]) -> None:
        """Take away what is wrong now: records, and dates that are counted from what is gone."""
        why: dict[Path, str] = {}
        also: set[Path] = set()
        for path, message in problems:
            goes, value = with_problem(self.case, path), value_at(self.case, path)
            if goes == path and isinstance(value, RelativeDate):
                also.add(path)
                self.loose.append(Loose(path_id(self.case, holder_of(self.case, path)), str(path[0]), value.anchor))
            else:
                why[goes] = _why(self.case, path, message)
        self._take(why, also=also)

    def _take(self, why: Mapping[Path, str], *, also: Iterable[Path] = ()) -> None:
        """Take away records, each for a reason, and other values; keep what is said of the records."""
        outer = {
            path: because for path, because in why.items() if not any(path[:n] in why for n in range(1, len(path)))
        }
        closing: list[str] = []
        cut = set(also)
        closed_before = {each.id for each in self.fell}
        for place, because in outer.items():
            in_vain = is_closed(self.case, place) and path_id(self.case, place) in closed_before
            path = place[:1] if in_vain else place
            if len(path) == 1:
                self.missing.append(Missing(str(path[0]), because))
            else:
                self.fell.append(Fell(path_id(self.case, path), str(path[0]), path_label(self.case, path), because))
            if is_closed(self.case, path):
                closing.append(closing_name(self.case, path))
            else:
                cut.add(path)
        before = self.case
        try:
            self.case = closed(taken_away(before, cut), closing)
        except ScenarioError as error:
            section = str(min(cut | set(outer), key=len)[0])
            self.missing.append(Missing(section, str(error)))
            self.case = taken_away(before, [(section,)])


def _behind(path: Path, below: Mapping[Path, Iterable[str]]) -> Iterable[str]:
    """Return the sources cited in a claim that falls, or where it cites none in what is nearest around it."""
    inside = (below[path[:length]] for length in range(len(path), 0, -1) if path[:length] in below)
    return dict.fromkeys(next(inside, ()))


def _stages(context: Context) -> Iterator[list[Diagnostic]]:
    """Yield what is wrong with a case, what needs a case without other errors later."""
    yield run_checks(context)
    yield list(model_problems(context))
    written = Written(context.case)
    yield list(perception_problems(context, written))
    yield list(scenario_problems(context, written, perceptions=True))


def _why(case: Case, path: Path, message: str) -> str:
    """Return why something falls away of which a value is wrong now."""
    value = value_at(case, path)
    return f"it is dated by '{value.anchor}', which falls away" if isinstance(value, RelativeDate) else message


def _quoted(known: Mapping[str, str], cited: Iterable[str]) -> str:
    return " and ".join(f"“{known[name]}”" for name in cited)
