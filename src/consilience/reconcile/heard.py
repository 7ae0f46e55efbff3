"""What outlets have heard or asked themselves although somebody speaks in it: pleas, verdicts, their own questions."""

from __future__ import annotations

from consilience.model.statement import Statement
from consilience.reconcile.library import Library, text_of
from consilience.wording import words

_FINDINGS = frozenset(("acquitted", "convicted", "find", "finds", "found"))
_JURIES = frozenset(("court", "judge", "judges", "juries", "jurors", "jury", "panel"))


def pleads(library: Library, report: str, statement: Statement) -> bool:
    """Whether the words are a plea in court, which outlets tell of."""
    text = text_of(library.reports[report].report, statement.part)
    cue = text[slice(*statement.cue)] if statement.cue is not None else ""
    return any(w.startswith("plead") or w == "pled" for w in words(cue))


def finds(library: Library, report: str, statement: Statement) -> bool:
    """Whether a jury or a court finds something, which outlets tell of."""
    text = text_of(library.reports[report].report, statement.part)
    cue = set(words(text[slice(*statement.cue)])) if statement.cue is not None else set()
    speaker = statement.speaker.words if statement.speaker is not None else ""
    return bool(cue & _FINDINGS) and bool(set(words(speaker)[-1:]) & _JURIES)


def speaks_itself(library: Library, report: str, statement: Statement) -> bool:
    """Whether the speaker is the outlet, by the last words of its name: "The Mail asked" in the Tarn Mail."""
    speaker, outlet = statement.speaker, library.reports[report].report.outlet
    said = [w for w in words(speaker.words or speaker.name or "") if w != "the"] if speaker is not None else []
    whole = words(outlet.value) if outlet is not None else ()
    called = (
        speaker is not None and speaker.id is None and speaker.words[-1:] and speaker.words.split()[-1][:1].isupper()
    )
    return bool(called and said) and whole[-len(said) :] == tuple(said)
