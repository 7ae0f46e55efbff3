"""Who does not speak although a report lets somebody speak: pleas, verdicts, own questions, what is said for the dead."""

from __future__ import annotations

from consilience.lexicons import word_set
from consilience.model.spans import Span, overlap
from consilience.model.statement import Speaker, Statement
from consilience.reconcile.library import Library, actors_among, text_of
from consilience.wording import fold, words

_BARE = frozenset(("guilty", "no", "not", "yes"))
_FINDINGS = frozenset(("acquitted", "convicted", "find", "finds", "found"))
_JURIES = frozenset(("court", "judge", "judges", "juries", "jurors", "jury", "panel"))


def pleads(library: Library, report: str, statement: Statement) -> bool:
    """Whether the words are a plea in court, or a bare yes or no to a question, which outlets tell of."""
    text = text_of(library.reports[report].report, statement.part)
    cue = text[slice(*statement.cue)] if statement.cue is not None else ""
    said = {w for content in statement.content for w in words(text[slice(*content)])}
    return bool(said and said <= _BARE) or any(w.startswith("plead") or w == "pled" for w in words(cue))


def finds(library: Library, report: str, statement: Statement) -> bool:
    """Whether a jury or a court finds something, which outlets tell of."""
    text = text_of(library.reports[report].report, statement.part)
    cue = set(words(text[slice(*statement.cue)])) if statement.cue is not None else set()
    speaker = statement.speaker.words if statement.speaker is not None else ""
    return bool(cue & _FINDINGS) and bool(set(words(speaker)[-1:]) & _JURIES)


def is_deed(library: Library, report: str, statement: Statement) -> bool:
    """Whether the words tell of a deed done by speaking ("the council approved the plan", "was asked by the judge"), and
    nobody is quoted: who tells it has seen it done."""
    if statement.cue is None or statement.manner != "indirect":
        return False
    part = library.parts[report, statement.part]
    cue = [t for t in part.tokens if overlap(Span(t.start, t.end), statement.cue)]
    verbs = [t.lemma.lower() for t in cue if t.pos == "VERB"]
    if verbs[-1:] == ["ask"] and any(t.relation == "aux:pass" for t in cue):
        return True
    said = (t for t in part.tokens if any(c.start <= t.start < c.end for c in statement.content))
    return bool(set(verbs[-1:]) & word_set("stakes", "deeds_of_speech")) and not any(t.pos == "VERB" for t in said)


def speaks_itself(library: Library, report: str, statement: Statement) -> bool:
    """Whether the speaker is the outlet, by the last words of its name: "The Mail asked" in the Tarn Mail."""
    speaker, outlet = statement.speaker, library.reports[report].report.outlet
    said = [w for w in words(speaker.words or speaker.name or "") if w != "the"] if speaker is not None else []
    whole = words(outlet.value) if outlet is not None else ()
    called = (
        speaker is not None and speaker.id is None and speaker.words[-1:] and speaker.words.split()[-1][:1].isupper()
    )
    return bool(called and said) and whole[-len(said) :] == tuple(said)


def for_the_dead(library: Library, speaker: Speaker) -> bool:
    """Whether somebody without a name speaks for a person who, by the reports, has died: it is not the dead one's word."""
    person = library.actor_of.get(speaker.id or "")
    if speaker.type != "person" or person is None or words(speaker.words)[-1:] in ((), words(speaker.name or "")[-1:]):
        return False
    if words(speaker.words)[-1] not in word_set("stakes", "proxies"):
        return False
    deaths = (p for p in library.propositions.values() if fold(p.act) == "die" and p.status == "happened")
    return any(person in actors_among(library, p.who) for p in deaths)
