"""Commands, settings, output fields and the Python interface, each from the code that defines it."""

from __future__ import annotations

import dataclasses
import inspect
import types
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import typer

import consilience
from consilience.cli import app
from consilience.model.annotations import EntityType, NameType
from consilience.model.event import EventStatus, EventType
from consilience.model.spans import Span
from consilience.model.statement import Act, Manner, Status
from consilience.present.annotated import AnnotatedLine, RejectedLine
from consilience.present.export import GroupLine
from consilience.present.views import ReadingView
from consilience.settings import Settings

_NAMED: tuple[tuple[str, object], ...] = (
    ("EntityType", EntityType),
    ("NameType", NameType),
    ("EventType", EventType),
    ("EventStatus", EventStatus),
    ("Act", Act),
    ("Manner", Manner),
    ("Status", Status),
)


def commands() -> str:
    """Every command with its arguments and options."""
    program = typer.main.get_command(app)
    listed: Mapping[str, Any] = getattr(program, "commands")  # noqa: B009 (typer's own copy of click is not typed)
    parts = ["## consilience", "", *_options(program)]
    for name, command in listed.items():
        parts += ["", f"## consilience {name}", "", str(command.help), "", *_options(command)]
    return "\n".join(parts)


def _options(command: Any) -> Iterator[str]:
    yield "| argument or option | what it does |"
    yield "|---|---|"
    for param in command.params:
        named = [opt for opt in param.opts if opt.startswith("-")]
        kind = "NUMBER" if isinstance(param.default, int) else "TEXT"
        value = "" if getattr(param, "is_flag", False) else param.metavar or kind
        shown = " ".join([*named, value]).strip()
        default = f" Default: {param.default}." if param.default not in (None, False, ()) else ""
        yield f"| `{shown}` | {_cell(param.help or '')}{default} |"
    yield "| `--help` | Show the command's options and end. |"


def settings() -> str:
    """Every setting with its default and description, a table a stage."""
    parts = []
    for stage in dataclasses.fields(Settings):
        record = getattr(Settings(), stage.name)
        parts += ["", f"## [{stage.name}]", "", str(type(record).__doc__), ""]
        parts += ["| setting | default | what it is |", "|---|---|---|"]
        for field in dataclasses.fields(record):
            described = field.metadata["description"]
            parts.append(f"| `{stage.name}.{field.name}` | {getattr(record, field.name)} | {_cell(described)} |")
    return "\n".join(parts).strip()


def fields_of(record: type) -> Callable[[], str]:
    """The fields of a published record and of every record inside it."""

    def made() -> str:
        return "\n".join(_records(record)).strip()

    return made


def _records(record: type) -> Iterator[str]:
    waiting, done = [record], set()
    while waiting:
        current = waiting.pop(0)
        if current in done:
            continue
        done.add(current)
        yield from ("", f"### {current.__name__}", "", str(current.__doc__), "", "| field | type |", "|---|---|")
        for name, kind in get_type_hints(current).items():
            yield f"| `{name}` | {_cell(_type(kind))} |"
            waiting += [part for part in _parts(kind) if isinstance(part, type) and dataclasses.is_dataclass(part)]


def _parts(kind: Any) -> Iterator[Any]:
    yield kind
    for part in get_args(kind):
        yield from _parts(part)


def _type(kind: Any) -> str:
    """A type in words of JSON."""
    known = next((name for name, alias in _NAMED if kind == alias), None)
    if known:
        return f"one of [{known}](#{known.lower()})"
    if get_origin(kind) is Literal:
        return ", ".join(f"“{value}”" for value in get_args(kind))
    if get_origin(kind) in (Union, types.UnionType):
        return " or ".join("null" if part is type(None) else _type(part) for part in get_args(kind))
    if kind is Span:
        return "[start, end]"
    if get_origin(kind) is tuple:
        return f"list of {_type(get_args(kind)[0])}"
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return f"[{kind.__name__}](#{kind.__name__.lower()})"
    return {str: "text", int: "whole number", float: "number", bool: "true or false"}[kind]


def values() -> str:
    """The lists of words that several fields share."""
    parts = []
    for name, alias in _NAMED:
        parts += ["", f"### {name}", "", ", ".join(f"`{value}`" for value in get_args(alias))]
    return "\n".join(parts).strip()


def interface() -> str:
    """Everything that `import consilience` offers, with the first sentence of its docstring."""
    rows = ["| name | what it is |", "|---|---|"]
    for name in sorted(consilience.__all__):
        if name.startswith("__"):
            continue
        thing = getattr(consilience, name)
        called = inspect.isfunction(thing)
        shown = f"{name}({', '.join(inspect.signature(thing).parameters)})" if called else name
        rows.append(f"| `{shown}` | {_cell(_first(thing))} |")
    return "\n".join(rows)


def errors() -> str:
    """The tree of errors as the module draws it."""
    drawn = str(consilience.errors.__doc__).split("\n\n", 1)[1].strip()
    return f"```text\n{drawn}\n```"


def _first(thing: object) -> str:
    if isinstance(thing, type) and issubclass(thing, Enum):
        return ""
    paragraph = (inspect.getdoc(thing) or "").split("\n\n")[0]
    return " ".join(paragraph.split())


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


BLOCKS: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "commands": commands,
        "settings": settings,
        "fields of annotate": fields_of(AnnotatedLine),
        "fields of a failed input": fields_of(RejectedLine),
        "fields of group": fields_of(GroupLine),
        "fields of read": fields_of(ReadingView),
        "values": values,
        "interface": interface,
        "errors": errors,
    }
)
