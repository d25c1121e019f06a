"""Sizes and habits that keep the code readable; each test names every offence at once."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from statistics import median

SOURCE = Path(__file__).parents[2] / "src" / "detente"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def modules() -> dict[str, str]:
    """Return the text of every module, by its path."""
    return {path.relative_to(SOURCE).as_posix(): path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")}


@cache
def nodes(module: str) -> tuple[ast.AST, ...]:
    """Return the module, and everything in it."""
    return tuple(ast.walk(ast.parse(modules()[module])))


def functions() -> Iterator[tuple[str, Function]]:
    """Yield every function beside the module it stands in."""
    for module in modules():
        yield from ((module, node) for node in nodes(module) if isinstance(node, Function))


def parameters(function: Function) -> list[ast.arg]:
    given = function.args
    named = (*given.posonlyargs, *given.args, *given.kwonlyargs)
    return [arg for arg in named if arg.arg not in ("self", "cls")]


def length(function: Function) -> int:
    """Return the lines of a function's body without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def none(offences: Iterable[str]) -> None:
    """Fail with every offence, if there is one."""
    found = list(offences)
    assert not found, "\n".join(["", *found])


def test_modules_are_short() -> None:
    lines = {module: len(text.splitlines()) for module, text in modules().items()}
    assert median(lines.values()) <= 130
    none(f"{module} has {count} lines" for module, count in lines.items() if count > 300)


def test_folders_are_small() -> None:
    """No folder holds more than 16 modules but records, models, and where adding something is adding a file."""
    count = Counter(Path(module).parent for module in modules())
    none(f"{folder} has {many} modules" for folder, many in count.items() if many > 16 and not grows(folder))


def grows(folder: Path) -> bool:
    """Return whether a folder may hold as many modules as there are things of its kind."""
    kinds = ("case", "models", "commands", "rules", "formats", "concepts", "further", "imports")
    return folder.name in kinds or "models" in folder.parts


def test_functions_are_short() -> None:
    none(f"{module}: {each.name} has {length(each)} lines" for module, each in functions() if length(each) > 40)


def test_functions_take_few_parameters() -> None:
    none(f"{module}: {each.name}" for module, each in functions() if len(parameters(each)) > most(module))


def most(module: str) -> int:
    """Return how many parameters a function may have.

    Where users spell out what they ask, parameters are options: the contract of 'conflict' alone names ten.
    """
    return 15 if Path(module).parent.name == "commands" or module == "session/by_name.py" else 5


def test_everything_public_has_a_docstring() -> None:
    none(
        f"{module}: {getattr(node, 'name', 'the module')}"
        for module in modules()
        for node in nodes(module)
        if isinstance(node, ast.Module) or (isinstance(node, ast.ClassDef) and not node.name.startswith("_"))
        if not ast.get_docstring(node)
    )


def test_functions_are_annotated() -> None:
    none(f"{module}: {name} of {each.name}" for module, each in functions() for name in unannotated(each))


def unannotated(function: Function) -> list[str]:
    """Return the parts of a signature that do not tell their types."""
    return [arg.arg for arg in parameters(function) if not arg.annotation] + ["result"] * (not function.returns)


def test_no_mutable_state_at_module_level() -> None:
    """Names bound to a list, dict or set at module level are constants that nothing in the module changes."""
    none(f"{module}: {name} is changed" for module in modules() for name in changed(module))


def changed(module: str) -> Iterator[str]:
    """Yield the names at module level that are changed somewhere in the module."""
    tree = nodes(module)[0]
    assert isinstance(tree, ast.Module)
    mutable = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.List | ast.Dict | ast.Set)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    for node in nodes(module):
        match node:
            case ast.Global(names=names):
                yield from names
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=method)):
                changes = method in ("append", "extend", "update", "add", "pop", "clear", "setdefault")
                yield from [name] if changes and name in mutable else []
            case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store()):
                yield from [name] if name in mutable else []


def test_nothing_prints_outside_the_command_line() -> None:
    none(
        module
        for module in modules()
        for node in nodes(module)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
        if not module.startswith("cli/")
    )
