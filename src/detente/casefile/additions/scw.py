"""``scw``: descriptors, states and effects of a project of ScenarioWizard.

A descriptor that the case has already is refused: whose judgement of it should count, the file does not say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.rows.adding import Addition, ids_of
from detente.casefile.scw.document import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case import Case
    from detente.casefile.files import CaseFile
    from detente.casefile.yaml_text.builder import Tree
    from detente.diagnostics import Diagnostic


def read(file: CaseFile, case: Case | None) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the system that a file adds to a case, ``None`` where it adds none, and all there is to say about it."""
    tree, problems = read_document(file, file.text, ids_of(case))
    there = [] if tree is None or case is None else list(_there(tree, case))
    return (None if there else tree), [*problems, *there]


def _there(tree: Tree, case: Case) -> Iterator[Diagnostic]:
    """Yield the descriptors that the case has already."""
    known = {each.label.casefold() for each in case.system.descriptors} if case.system else set()
    places = tree.place.inside["system"].inside["descriptors"].inside
    for k, each in enumerate(tree.value["system"]["descriptors"]):
        name = each.get("name", each["id"])
        if name.casefold() in known:
            message = f"the case has a descriptor '{name}' already"
            yield BAD_SHAPE.at(places[k].span, message, "rename one of them, or start a case with 'detente new --from'")


ADDITION = Addition("scw", "the web of a ScenarioWizard project", read)
