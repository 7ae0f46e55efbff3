"""Libraries of invented reports that the engine has read and that are taken to be one story."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import consilience
from consilience.model.account import Account
from consilience.model.story import AnnotatedReport, Story, StoryFrame
from consilience.pipeline import reconcile_story
from consilience.reconcile.frame import frame
from consilience.settings import Settings


def account_of(tmp_path: Path, *texts: str, title: str = "") -> Account:
    """The account of reports that are taken to be one story, each its own telling, a day apart."""
    story, reports = _read(tmp_path, texts, title)
    return reconcile_story(story, reports, Settings())


def read_together(tmp_path: Path, *texts: str) -> tuple[StoryFrame, tuple[AnnotatedReport, ...]]:
    """The frame and the reports of one story."""
    story, reports = _read(tmp_path, texts, "")
    return frame(story, reports), reports


def _read(tmp_path: Path, texts: Sequence[str], title: str) -> tuple[Story, tuple[AnnotatedReport, ...]]:
    for number, text in enumerate(texts):
        (tmp_path / f"r{number}.txt").write_text(f"{text}\n", "utf-8")
    rows = "".join(f"r{n}.txt,Outlet {n},2024-05-{14 + n},{title}\n" for n in range(len(texts)))
    (tmp_path / "reports.csv").write_text(f"file,outlet,date,title\n{rows}", "utf-8")
    results = consilience.results([str(tmp_path)], consilience.Job(), consilience.load_engine())
    reports, _ = consilience.separate(results)
    return Story("s", tuple(r.report.id for r in reports), (), (), ()), tuple(reports)
