"""Laws of all records: frozen, slotted, hashable, and the same after a trip through JSON."""

import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from datetime import date

import msgspec
import pytest

import consilience.model
from consilience.model.report import Removal, Report
from consilience.model.spans import Span
from consilience.model.time import Moment


def records() -> Iterator[type]:
    for module in pkgutil.iter_modules(consilience.model.__path__):
        loaded = importlib.import_module(f"consilience.model.{module.name}")
        for _, found in inspect.getmembers(loaded, inspect.isclass):
            if dataclasses.is_dataclass(found) and found.__module__ == loaded.__name__:
                yield found


@pytest.mark.parametrize("record", list(records()), ids=lambda r: r.__name__)
def test_records_are_frozen_slotted_and_documented(record: type) -> None:
    parameters = record.__dataclass_params__  # type: ignore[attr-defined]
    assert parameters.frozen
    assert "__slots__" in vars(record)
    assert record.__doc__
    assert not record.__doc__.startswith(f"{record.__name__}(")


@pytest.mark.parametrize("record", list(records()), ids=lambda r: r.__name__)
def test_records_hold_no_mutable_fields(record: type) -> None:
    for field in dataclasses.fields(record):
        assert not str(field.type).startswith(("list", "dict", "set", "Any")), field.name


def report(text: str, *cuts: Span) -> Report:
    return Report(
        id="r1", source="a.txt", kind="text", state="accepted", reason="", sha256="00", encoding="utf-8", language="en",
        text=text, title="", headline=None, outlet=None, byline=None, dateline=None, agency=None, place_of_writing=None,
        published=None, published_stated=None, url=None, removed=tuple(Removal(cut, "rule", "why") for cut in cuts),
        captions=(), damage=(), layer_map=(),
    )  # fmt: skip


def test_json_round_trip() -> None:
    record = report("One.\n\nTwo.", Span(0, 4))
    assert msgspec.json.decode(msgspec.json.encode(record), type=Report) == record


def test_intervals_of_days_survive_json() -> None:
    moment = Moment(date(2024, 5, 13), date(2024, 5, 14))
    assert msgspec.json.decode(msgspec.json.encode(moment), type=Moment) == moment
