"""What other programs get: every event with its mentions, its status beside it, and no text where none is wanted."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from typing import Any

import pytest

from consilience.model.account import Findings
from consilience.present.export import from_json, to_json
from consilience.present.shelf import part_text
from consilience.present.tables import gdelt, icews
from consilience.present.tables.formats import TEXT_FORMATS, table, written
from consilience.present.tables.timelines import timeline_js, timeline_json, timeline_text
from tests.present.accounts import findings
from tests.present.tables.world import attack
from tests.present.worlds import hostile, two_stories

EMPTY = Findings((), (), (), "engine")


def lines(found: Findings, *, with_text: bool = True) -> list[dict[str, Any]]:
    """The PLOVER lines of findings."""
    return [json.loads(line) for line in written(found, "jsonl", with_text=with_text).splitlines()]


def assault() -> dict[str, Any]:
    """The line of the attack."""
    return next(line for line in lines(attack()) if line["type"] == "ASSAULT")


def test_an_event_is_told_once_with_all_its_mentions() -> None:
    line = assault()
    assert (line["mentions_count"], line["reports_count"], line["tellings_count"], line["copies_count"]) == (2, 2, 1, 1)
    assert {m["outlet"] for m in line["mentions"]} == {"The Herald", "=The Tide"}
    assert line["origins"]["high"] == 1


def test_a_mention_leads_to_its_words_and_its_speaker() -> None:
    texts = {told.report.id: told.report for told in attack().reports}
    for line in lines(attack()):
        for mention in line["mentions"]:
            words = part_text(texts[mention["report"]], mention["part"])[mention["start"] : mention["end"]]
            assert mention["sha256"] == hashlib.sha256(words.encode()).hexdigest()
            assert mention["text"] == " ".join(words.split())
    assert [link["name"] for m in assault()["mentions"] for link in m["chain"]] == ["army", "army"]


def test_an_event_has_its_own_day() -> None:
    assert (assault()["date"]["earliest"], assault()["date"]["latest"]) == ("2024-05-13", "2024-05-13")
    planned = next(line for line in lines(attack()) if line["status"] == "planned")
    assert planned["date"]["earliest"] == "2024-05-20"


def test_without_text_no_sentence_is_left() -> None:
    whole = json.dumps(lines(attack(), with_text=False))
    assert "killing" not in whole
    assert "“" not in whole
    assert '"sha256"' in whole


@pytest.mark.parametrize("name", TEXT_FORMATS)
@pytest.mark.parametrize("found", [attack(), findings(), hostile(), two_stories(), EMPTY])
def test_every_format_takes_every_run_and_an_account_read_back(found: Findings, name: str) -> None:
    assert written(from_json(to_json(found)), name) == written(found, name)


@pytest.mark.parametrize(("name", "mark"), [("csv", ","), ("icews", "\t"), ("gdelt", "\t"), ("gdelt-mentions", "\t")])
def test_rows_are_as_wide_as_their_heads_and_no_formula_is_among_them(name: str, mark: str) -> None:
    rows = list(csv.reader(io.StringIO(written(attack(), name).decode()), delimiter=mark))
    assert len(rows) > 2
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "@", "+"))]


def test_a_status_stands_beside_every_coded_row() -> None:
    for made in (icews.COLUMNS, gdelt.EVENT_COLUMNS):
        assert "Status" in {column.name for column in made}


def test_an_event_without_a_point_stays_on_the_list() -> None:
    features = json.loads(written(attack(), "geojson"))["features"]
    assert len(features) == len(lines(attack()))
    assert all(f["geometry"] is None or f["geometry"]["type"] == "Point" for f in features)


def test_a_table_is_a_data_frame() -> None:
    core = pytest.importorskip("arro3.core")
    made = table(attack(), "parquet")
    frame = core.Table(made)
    assert frame.num_rows == len(made.rows)
    assert frame.column_names == [column.name for column in made.columns]


def test_timelines_keep_what_happened_and_what_is_planned_apart() -> None:
    said = list(timeline_text(attack()))
    assert said.index("Happened:") < said.index("Planned:") < said.index("Reported:") if "Reported:" in said else True
    assert any(line.strip().startswith("2024-05-20") for line in said[said.index("Planned:") :])


def test_timelines_for_programs() -> None:
    slides = json.loads(timeline_js(attack()))["events"]
    entries = [json.loads(line) for line in timeline_json(attack())]
    assert [s["unique_id"] for s in slides] == [e["id"] for e in entries]
    assert "<script" not in timeline_js(hostile()).decode()
    assert all(
        e["text"] is None and e["because"] is None for e in map(json.loads, timeline_json(attack(), with_text=False))
    )
