"""Writes the main text of HTML pages: python quality/furniture.py [--votes] IN OUT

IN is a folder of .html or .html.gz files, each named after its page's id; OUT is JSON: id → {"articleBody": text}.
The text is what `clean` keeps, without the headline. A page in another language than English, which the program does not
read, is answered with the blocks that were voted for; `--votes` answers all pages so, without the rules for lines.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from consilience.clean.html import text_layer
from consilience.clean.report import clean
from consilience.clean.votes import votes
from consilience.decoding import declared_charset, decode
from consilience.model.report import Page, Rejection, Report, kept_paragraphs
from consilience.read.sources import ReadOptions, pages
from consilience.settings import Settings


def voted_text(page: Page) -> str:
    """The blocks of a page that are voted for, without the headline."""
    text = decode(page.data, declared_charset(page.data)).text
    layer = text_layer(text)
    kept = [layer.blocks[v.block].span for v in votes(text, layer) if v.keep and v.rule != "headline"]
    return "\n".join(layer.text[span.start : span.end] for span in kept)


def report_text(report: Report) -> str:
    """What is left of a report without its headline."""
    spans = [span for span in kept_paragraphs(report) if span != report.headline]
    return "\n".join(report.text[span.start : span.end] for span in spans)


def main_text(page: Page, settings: Settings) -> str:
    """The main text of a page as the program has it."""
    report = clean(page, settings.clean)
    return voted_text(page) if isinstance(report, Rejection) else report_text(report)


def page_id(source: str) -> str:
    """The file name without its endings."""
    return Path(source).name.removesuffix(".gz").removesuffix(".html")


def main(folder: str, out: Path, votes_alone: bool) -> None:
    """Answers every page of `folder`."""
    settings = Settings()
    answers = {}
    for page in pages([folder], ReadOptions(), settings.read):
        if isinstance(page, Page):
            text = voted_text(page) if votes_alone else main_text(page, settings)
            answers[page_id(page.source)] = {"articleBody": text}
        elif not page.passed_over:
            print(f"{page.source}: {page.reason}", file=sys.stderr)
    out.write_text(json.dumps(answers, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if argument != "--votes"]
    if len(given) != 2:
        sys.exit(__doc__)
    main(given[0], Path(given[1]), votes_alone="--votes" in sys.argv)
