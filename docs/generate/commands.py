"""Every command, argument and option, read from the functions that typer reads."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import Any, get_args, get_type_hints

from typer.models import ArgumentInfo, OptionInfo

from detente.cli import commands


@dataclass(frozen=True, slots=True)
class Parameter:
    """An argument or option as a reader types it.

    Attributes
    ----------
    names
        ``--out``, ``-o``; for an argument its place holder.
    value
        Place holder of its value, or ``""``.
    help
        What it does.
    default
        What holds when it is left out, or ``""``.
    """

    names: tuple[str, ...]
    value: str
    help: str
    default: str


def text() -> str:
    """Return one heading a command: what it does, how it is called, and its options."""
    return "\n".join(_section(name, module) for name, module in modules().items())


def modules() -> dict[str, ModuleType]:
    """Return the module of each command, by its name."""
    found = sorted(info.name for info in pkgutil.iter_modules(commands.__path__))
    return {name.rstrip("_"): importlib.import_module(f"{commands.__name__}.{name}") for name in found}


def parameters(module: ModuleType) -> list[Parameter]:
    """Return the arguments and options of a command, arguments first."""
    hints = get_type_hints(module.command, include_extras=True)
    defaults = inspect.signature(module.command).parameters
    found = [_parameter(name, hint, defaults[name].default) for name, hint in hints.items() if name != "return"]
    return sorted(found, key=lambda parameter: parameter.names[0].startswith("-"))


def _parameter(name: str, hint: Any, default: Any) -> Parameter:
    kind, *said = get_args(hint) if hasattr(hint, "__metadata__") else (hint,)
    plain = ArgumentInfo() if default is inspect.Parameter.empty else OptionInfo()  # what typer makes of it
    info = next((each for each in said if isinstance(each, ArgumentInfo | OptionInfo)), plain)
    if isinstance(info, ArgumentInfo):
        return Parameter(((info.metavar or name.upper()).strip("[]"),), "", info.help or "", "")
    written = (info.default, *(info.param_decls or ()))  # typer takes the first name for a default
    names = tuple(word for word in written if isinstance(word, str)) or (f"--{name.replace('_', '-')}",)
    value = "" if kind is bool else info.metavar or _value(kind)
    shown = default.value if isinstance(default, Enum) else default
    silent = shown in (None, False, inspect.Parameter.empty)
    return Parameter(names, value, info.help or "", "" if silent else str(shown))


def _value(kind: Any) -> str:
    kinds = [kind, *get_args(kind)]
    choices = next((k for k in kinds if isinstance(k, type) and issubclass(k, Enum)), None)
    if choices is not None:
        return "|".join(str(choice.value) for choice in choices)
    return "NUMBER" if {int, float} & {*kinds} else "PATH" if Path in kinds else "TEXT"


def _section(name: str, module: ModuleType) -> str:
    found = parameters(module)
    arguments = [parameter for parameter in found if not parameter.names[0].startswith("-")]
    options = [parameter for parameter in found if parameter not in arguments]
    needed = inspect.signature(module.command).parameters
    called = [
        word if default.default is inspect.Parameter.empty else f"[{word}]"
        for word, default in zip((a.names[0] for a in arguments), needed.values(), strict=False)
    ]
    usage = " ".join(["detente", name, *called, *(["[OPTIONS]"] if options else [])])
    lines = [f"(command-{name})=", f"## `{name}`", "", inspect.getdoc(module.command) or "", ""]
    lines += ["```text", usage, "```", ""]
    for parameter in found:
        shown = ", ".join(
            f"`{alias} {parameter.value}`" if parameter.value else f"`{alias}`" for alias in parameter.names
        )
        default = f" Default: `{parameter.default}`." if parameter.default else ""
        lines += [f"{shown}", f": {_plain(parameter.help)}{default}", ""]
    return "\n".join(lines)


def _plain(words: str) -> str:
    """Return words that Markdown takes for nothing but words."""
    return words.replace("<", "\\<").replace("*", "\\*")
