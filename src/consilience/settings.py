"""Settings: one frozen record a stage, each value with its description and default; read once at the edge and passed in.

A settings file is TOML with one table a stage:

    [stories]
    same_story = 100
"""

from __future__ import annotations

import dataclasses
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consilience.errors import UsageError


def described(default: Any, description: str) -> Any:  # dataclasses.field is typed the same way
    """A settings field with its default and the sentence that the documentation shows."""
    return dataclasses.field(default=default, metadata={"description": description})


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Limits of the input; they count work, not seconds."""

    largest_input: int = described(64_000_000, "bytes of one input after decompression; a larger one is rejected")


@dataclass(frozen=True, slots=True)
class CleanSettings:
    """How furniture is told from the report."""

    line_threshold: int = described(
        100, "per mille below which the line classifier takes a short line around the report for furniture"
    )
    longest_line: int = described(1_000_000, "characters of one line; a report with a longer one is rejected")
    longest_text: int = described(2_000_000, "characters of one report's text layer; a longer one is rejected")
    most_lines: int = described(10_000, "lines with words in one report's text layer; one with more is rejected")


@dataclass(frozen=True, slots=True)
class AttributeSettings:
    """How statements are found."""

    least_confidence: int = described(0, "per mille; what the attribution heads found with less is dropped")


@dataclass(frozen=True, slots=True)
class StorySettings:
    """How reports are grouped and copies known."""

    same_story: int = described(80, "per mille mean likeness from which two groups of reports may be one story")
    cohesion: int = described(
        750, "per mille of the likeness inside two groups that the likeness between them must reach"
    )
    settled: int = described(6, "pairs at the threshold that are counted in with the likeness inside a group")
    names_share: int = described(100, "per mille of the likeness that names and days make; words make the rest")
    lead_share: int = described(200, "per mille of the likeness that the words of headline and first sentences make")
    persons_share: int = described(100, "per mille of the likeness that the names of persons make")
    places_share: int = described(50, "per mille of the likeness that the names of places make")
    figures_share: int = described(100, "per mille of the likeness that numbers make")
    other_place: int = described(
        850, "per mille of the likeness that is left where two reports open in different places"
    )
    other_person: int = described(
        800, "per mille of the likeness that is left where two reports name persons and none of them is the same"
    )
    near_days: int = described(7, "days between two reports up to which their likeness is not lowered")
    compared_days: int = described(
        21, "days between two reports from which they are not compared; others may still hold them together"
    )
    far_days: int = described(120, "days between two reports from which they are not alike at all")
    connected: int = described(
        90,
        "per mille likeness from which two reports are looked at together; groups in which no two reach it stay apart",
    )
    same_thread: int = described(
        180,
        "per mille likeness of what most reports of two stories have, from which the stories are one thread over weeks",
    )
    largest_component: int = described(
        250, "tellings compared each with each at most; a larger component is split by asking for more likeness"
    )
    largest_copies: int = described(
        100, "reports whose texts are compared each with each for copies at most; more are split, or one text by rule"
    )
    largest_bucket: int = described(
        32,
        "reports that one rare word or shingle brings together each with each; the rest is compared with one of them",
    )
    copy_containment: int = described(
        500, "per mille of the shorter text's shingles in the other from which it is a copy"
    )
    rewritten_score: int = described(
        1050,
        "from which a text is a rewritten copy: per mille of its shingles, of its runs of three words and of its rare words "
        "that stand in the other, added up",
    )


@dataclass(frozen=True, slots=True)
class ClaimSettings:
    """How propositions are lined up."""

    same_claim: int = described(620, "per mille likeness from which two propositions may be one claim")


@dataclass(frozen=True, slots=True)
class ActorSettings:
    """Which names are one actor and which are not, where the user knows better."""

    same: tuple[tuple[str, ...], ...] = described(
        (), 'lists of names that are one actor: `same = [["Orla Vane", "the Widow of Selm"]]`'
    )
    apart: tuple[tuple[str, ...], ...] = described(
        (),
        'lists of names no two of which are one actor, as the reports spell them: `apart = [["O. Vane", "Orla Vane"]]`',
    )
    one_origin: tuple[tuple[str, ...], ...] = described(
        (), 'lists of names whose words count as one origin: `one_origin = [["Selm Council", "Orla Vane"]]`'
    )


@dataclass(frozen=True, slots=True)
class AccountSettings:
    """What the account shows."""

    longest_account: int = described(7, "sentences of the account at most")


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a run."""

    read: ReadSettings = ReadSettings()
    clean: CleanSettings = CleanSettings()
    attribute: AttributeSettings = AttributeSettings()
    stories: StorySettings = StorySettings()
    claims: ClaimSettings = ClaimSettings()
    account: AccountSettings = AccountSettings()
    actors: ActorSettings = ActorSettings()


def load_settings(path: Path) -> Settings:
    """The settings in a TOML file; what it does not name keeps its default. Raises UsageError naming the field."""
    try:
        given = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: settings cannot be read: {error.strerror or error}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: settings cannot be read: {error}") from error
    defaults = Settings()
    stages = {field.name: getattr(defaults, field.name) for field in dataclasses.fields(defaults)}
    for stage, values in given.items():
        if stage not in stages or not isinstance(values, dict):
            raise UsageError(f"{path}: no stage is called {stage!r}; there are {', '.join(stages)}")
        stages[stage] = _changed(path, stage, stages[stage], values)
    return Settings(**stages)


def _changed(path: Path, stage: str, record: Any, values: dict[str, object]) -> Any:
    known = {field.name: type(getattr(record, field.name)) for field in dataclasses.fields(record)}
    values = {name: _as_tuples(value) if known.get(name) is tuple else value for name, value in values.items()}
    for name, value in values.items():
        if known.get(name) is tuple and type(value) is not tuple:
            raise UsageError(f"{path}: {stage}.{name} must be a list of lists of names")
        if name not in known:
            raise UsageError(f"{path}: {stage}.{name} is no setting; there are {', '.join(known)}")
        if isinstance(value, int) and value < 0:
            raise UsageError(f"{path}: {stage}.{name} must not be negative")
        if type(value) is not known[name]:
            raise UsageError(f"{path}: {stage}.{name} must be of type {known[name].__name__}")
    return dataclasses.replace(record, **values)


def _as_tuples(value: object) -> object:
    """Lists of lists of strings as tuples; anything else as it is."""
    if isinstance(value, list) and all(isinstance(v, list) and all(isinstance(n, str) for n in v) for v in value):
        return tuple(tuple(names) for names in value)
    return value
