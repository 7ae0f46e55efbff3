"""Word lists and tables in the package's `data/` folder, read once and handed on as frozen sets and mappings.

A lexicon is a TOML file whose header comment says what belongs in it, where it came from, and its licence; `version` is a
key of the file. Lists hold strings; tables hold strings by string, or records of strings.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from consilience.errors import ConsilienceError


@cache
def _file(name: str) -> Mapping[str, object]:
    path = files("consilience").joinpath("data", f"{name}.toml")
    try:
        return MappingProxyType(tomllib.loads(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConsilienceError(
            f"data/{name}.toml is missing or damaged ({error}); install consilience again"
        ) from error


def _entry(name: str, key: str) -> object:
    if key not in _file(name):
        raise ConsilienceError(f"data/{name}.toml: no entry {key!r}")
    return _file(name)[key]


@cache
def word_list(name: str, key: str) -> tuple[str, ...]:
    """The list `key` of `data/NAME.toml`, in the file's order."""
    entry = _entry(name, key)
    if not isinstance(entry, list) or not all(isinstance(item, str) for item in entry):
        raise ConsilienceError(f"data/{name}.toml: {key!r} is not a list of strings")
    return tuple(entry)


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """The list `key` of `data/NAME.toml` as a set."""
    return frozenset(word_list(name, key))


@cache
def table(name: str, key: str) -> Mapping[str, str]:
    """The table `key` of `data/NAME.toml`: strings by string."""
    entry = _entry(name, key)
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        raise ConsilienceError(f"data/{name}.toml: {key!r} is not a table of strings")
    return MappingProxyType({str(k): str(v) for k, v in entry.items()})


@cache
def records(name: str, key: str) -> tuple[Mapping[str, object], ...]:
    """The array of tables `key` of `data/NAME.toml`, one mapping an entry."""
    entry = _entry(name, key)
    if not isinstance(entry, list) or not all(isinstance(item, dict) for item in entry):
        raise ConsilienceError(f"data/{name}.toml: {key!r} is not an array of tables")
    return tuple(MappingProxyType(dict(item)) for item in entry)


@cache
def numbers(name: str, key: str) -> tuple[tuple[int, ...], ...]:
    """The array of arrays of whole numbers `key` of `data/NAME.toml`: the weights of a small learned head."""
    entry = _entry(name, key)
    rows = [tuple(row) if isinstance(row, list) else None for row in entry] if isinstance(entry, list) else [None]
    if not all(row is not None and all(isinstance(item, int) for item in row) for row in rows):
        raise ConsilienceError(f"data/{name}.toml: {key!r} is not an array of arrays of whole numbers")
    return tuple(row for row in rows if row is not None)
