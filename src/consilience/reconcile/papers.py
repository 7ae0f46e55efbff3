"""Papers that speak: reports, suits, charges and records; and which names are those of newspapers and stations."""

from __future__ import annotations

import re

from consilience.lexicons import table, word_set
from consilience.model.statement import Speaker
from consilience.wording import fold, words

_POINTERS = frozenset(("a", "an", "its", "that", "the", "their", "this"))
_RECORDS = frozenset(("documents", "filings", "papers", "records", "transcript", "transcripts"))
_SIGN = re.compile(r"\b(?:TV|FM|AM|Channel \d+)\b")


def paper_meant(speaker: Speaker) -> str | None:
    """The key of a report, suit, study or other paper that all reports of a story mean by its noun; None for others."""
    said = speaker.words or speaker.name or ""
    kinds = table("stakes", "documents")
    found = [kinds[w] for w in words(said) if w in kinds]
    if len(words(said)) == 1 and found != ["charges"]:
        return None  # "Report: …" of a headline is another outlet's
    if found:
        return f"document {found[-1]}"
    records = words(said)[-1] in _RECORDS and words(said)[0] not in _POINTERS
    issued = records or any(w[:1].isupper() for w in said.split()[1:])  # "a Tarn prison statement"
    return f"document {fold(' '.join(said.split()))}" if issued else None


def is_charge(speaker: Speaker) -> bool:
    """Whether the words name the charges in court, which are a paper: "according to the charges"."""
    listed = words(speaker.words or speaker.name or "")
    return speaker.type in ("group", "unknown") and ("charges" in listed[:2] or listed[-2:] == ("charge", "sheet"))


def is_paper(name: str) -> bool:
    """Whether a name is that of a newspaper or station: by the tables of media, one of its words, or a call sign."""
    plain = name.removeprefix("the ").removeprefix("The ")
    listed = plain in table("media", "named") or bool(_SIGN.search(plain))
    return listed or bool(set(words(name)) & (word_set("witnessing", "papers") | {"broadcasting", "broadcaster"}))
