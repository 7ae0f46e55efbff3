"""Runner `copies`: JSON Lines of scraped reports in (id, publisher, scraped, text), JSON Lines out (id, agency or null).

usage: copies.py IN.jsonl OUT.jsonl

The agency of each report is told from its copy family with the report's own markers hidden: what the report itself states
is left out, what every other one states stays. Sentences are not needed for that, so the language engine is not run.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from consilience.clean.report import clean
from consilience.model.annotations import Annotations
from consilience.model.report import Rejection
from consilience.model.story import AnnotatedReport
from consilience.read.sources import ReadOptions, pages
from consilience.settings import Settings
from consilience.stories.copies import families, family
from consilience.stories.texts import CopyText, copy_text
from consilience.wording import fold

_SPELLED = {"CNN": "CNN-Wire"}  # the mark of the agency in the data, where it is not the agency's name or letters


def as_records(source: Path, folder: Path) -> Path:
    """The input under the names that the reader knows."""
    target = folder / "reports.jsonl"
    rows = [json.loads(line) for line in source.read_text("utf-8").split("\n") if line.strip()]
    records = (
        {"id": row["id"], "outlet": row["publisher"], "date": row["scraped"][:10], "text": row["text"]} for row in rows
    )
    target.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return target


def read(path: Path, settings: Settings) -> Iterator[CopyText | Rejection]:
    """Every record as copies are told by, or why it was not read."""
    for page in pages([str(path)], ReadOptions(jsonl=True), settings.read):
        report = page if isinstance(page, Rejection) else clean(page, settings.clean)
        if isinstance(report, Rejection):
            yield report
        else:
            outlet = fold(report.outlet.value) if report.outlet else None
            yield copy_text(AnnotatedReport(report, Annotations((), ()), (), (), ()), outlet)


def agencies(texts: Sequence[CopyText], settings: Settings) -> dict[str, str | None]:
    """The agency of each report, by its id, as its copies name it."""
    found: dict[str, str | None] = {}
    for numbers in families(texts, settings.stories):
        for hidden in numbers:
            members = [replace(texts[n], agency=None) if n == hidden else texts[n] for n in numbers]
            told = family(members, settings.stories)
            report = texts[hidden].report
            found[report] = told.agency if report in told.credited else None
    return found


def main(source: str, out: str) -> None:
    """Name the agencies behind the reports of `source`."""
    settings = Settings()
    with tempfile.TemporaryDirectory() as folder:
        results = list(read(as_records(Path(source), Path(folder)), settings))
    for result in results:
        if isinstance(result, Rejection):
            print(f"{result.source}: {result.reason}", file=sys.stderr)
    texts = sorted((r for r in results if isinstance(r, CopyText)), key=lambda text: text.report)
    found: dict[str, str | None] = {r.id: None for r in results if isinstance(r, Rejection) and r.id is not None}
    found.update(agencies(texts, settings))
    lines = (
        json.dumps({"id": report, "agency": _SPELLED.get(name or "", name)}) for report, name in sorted(found.items())
    )
    Path(out).write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
