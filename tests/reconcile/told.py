"""Libraries of invented reports that the engine has read and that are taken to be one story."""

from __future__ import annotations

from pathlib import Path

import consilience
from consilience.model.account import Account
from consilience.model.story import Story
from consilience.pipeline import reconcile_story
from consilience.settings import Settings


def account_of(tmp_path: Path, *texts: str, title: str = "") -> Account:
    """The account of reports that are taken to be one story, each its own telling, a day apart."""
    for number, text in enumerate(texts):
        (tmp_path / f"r{number}.txt").write_text(f"{text}\n", "utf-8")
    rows = "".join(f"r{n}.txt,Outlet {n},2024-05-{14 + n},{title}\n" for n in range(len(texts)))
    (tmp_path / "reports.csv").write_text(f"file,outlet,date,title\n{rows}", "utf-8")
    results = consilience.results([str(tmp_path)], consilience.Job(), consilience.load_engine())
    reports, _ = consilience.separate(results)
    story = Story("s", tuple(r.report.id for r in reports), (), (), ())
    return reconcile_story(story, reports, Settings())
