import json

from quality.stories import as_lines

from consilience.model.report import Rejection
from consilience.model.story import Family, Story


def test_every_report_is_written_and_a_rejected_one_stands_alone() -> None:
    story = Story("s", ("a", "b"), (), (Family("f", "copy", ("a", "b"), None, ""),), ())
    lines = as_lines([story], [Rejection("c", "empty", id="c"), Rejection("a file", "not found")])
    assert [(row["id"], row["story"], row["family"]) for row in map(json.loads, lines)] == [
        ("a", "s", "f"),
        ("b", "s", "f"),
        ("c", "rejected c", "rejected c"),
    ]
