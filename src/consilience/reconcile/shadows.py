"""Shadows: what an outlet's or another medium's own words lean on, so that they add no source."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.lexicons import table, word_set
from consilience.model.event import Proposition
from consilience.reconcile.bearings import Bearing
from consilience.reconcile.independence import Bonds
from consilience.reconcile.lead import in_headline
from consilience.reconcile.library import Library, people_of, statement_of, text_of
from consilience.reconcile.papers import is_paper
from consilience.reconcile.same_words import names, sentence_words
from consilience.reconcile.tellers import tells_of_saying
from consilience.reconcile.voices import Voice, called_alike, own_keys, voices_of
from consilience.wording import fold, words

CARRIERS = frozenset(("agency", "medium", "outlet", "state_media", "organisation"))
_ONE_TEXT = 9  # words from which the same words are one text, quoted or not
_QUOTED = 4  # words from which the same words are one quotation
_SAYING = frozenset(("according", "citing", "report", "reported", "reporting", "said", "say", "saying", "told"))
_CONFIRMING = frozenset(("confirm", "corroborate"))


def shadow(library: Library, bearing: Bearing, others: Sequence[Bearing], bonds: Bonds) -> str:
    """What an outlet's own words lean on, where they add no source; empty where they stand on their own."""
    leaning = _about_a_speaker(library, bearing, others) or _told_in_words_of(library, bearing, others)
    if leaning:
        return leaning
    if bearing.voice.kind == "named" and bearing.voice.type in CARRIERS:
        return _carried(library, bearing, others) or _summed_up(library, bearing, others)
    if bearing.voice.kind not in ("own", "unidentified"):
        return _summed_up(library, bearing, others)
    carried = _carried(library, bearing, others) if len(_words(library, bearing.proposition)) >= _ONE_TEXT else ""
    if carried:
        return carried
    if in_headline(library.reports[bearing.proposition.report].report, bearing.proposition):
        return "a headline sums up what the report tells"
    sources = [o for o in others if o.voice.kind in ("named", "anonymous")]
    said = _sourced(library, bearing, others)
    if said:
        return f"its sentence gives {said} as the source"
    telling = library.telling(bearing.proposition.report)
    same = [o for o in sources if library.telling(o.proposition.report) == telling]
    if same:
        return f"the same telling gives {same[0].voice.name} as the source"
    if sources and bearing.proposition.status in ("planned", "possible"):
        return f"what is planned is known from {sources[0].voice.name}"
    beside = _beside(library, bearing.proposition, sources, bonds)
    if beside:
        return f"the sentence follows words of {beside}"
    backed = _backed(library, bearing.proposition, sources, bonds)
    return f"the next sentence gives {backed} as the source" if backed else ""


def _about_a_speaker(library: Library, bearing: Bearing, others: Sequence[Bearing]) -> str:
    """Whether a cited medium tells of a person what that person says as well, in words."""
    voice = bearing.voice
    medium = voice.type in ("agency", "medium", "outlet") or (
        voice.type in ("organisation", "unknown") and is_paper(voice.name)
    )
    if voice.kind != "named" or not medium:
        return ""
    told = people_of(library, bearing.proposition)
    persons = (o.voice for o in others if o.voice.kind == "named" and o.voice.type == "person")
    name = next((v.name for v in persons if v.actor in told), "")
    return f"what it tells of {name} rests on {name}, who says it too" if name else ""


def _summed_up(library: Library, bearing: Bearing, others: Sequence[Bearing]) -> str:
    """A headline's speaker who is open or no actor known adds nothing where a source of the claim is named elsewhere."""
    report = library.reports[bearing.proposition.report].report
    loose = bearing.voice.kind == "unresolved" or bearing.voice.type not in ("person", "anonymous")
    if not loose:
        return ""
    named = [o for o in others if o.voice.kind == "named" and o.voice.keys != bearing.voice.keys]
    here = [o for o in named if o.proposition.report == bearing.proposition.report]
    if bearing.voice.kind == "unresolved" and here:
        return f"the same report gives {here[0].voice.name} as the source"
    told = any(o.proposition.report == report.id and not in_headline(report, o.proposition) for o in others)
    headed = in_headline(report, bearing.proposition) and (
        here or (bearing.voice.kind == "unresolved" and (named or told))
    )
    return "a headline sums up what the report tells" if headed else ""


def _sourced(library: Library, bearing: Bearing, others: Sequence[Bearing]) -> str:
    """The source of the claim whom the sentence itself names with a word of saying."""
    sentence = sentence_words(library, bearing.proposition)
    paper = _paper_named(library, bearing, others)
    if paper:
        return paper
    if not _SAYING & {w.removesuffix("s") for w in sentence}:
        return ""
    sources = (
        o.voice.name for o in others if o.voice.kind == "named" and names(library, bearing.proposition, o.voice.name)
    )
    return next(sources, "")


def _paper_named(library: Library, bearing: Bearing, others: Sequence[Bearing]) -> str:
    """The poll, suit or other paper of the claim's source that the sentence itself names: "In the poll, …"."""
    papers = table("stakes", "documents")
    here = {papers[w] for w in sentence_words(library, bearing.proposition) if w in papers}
    for other in others:
        links = other.statement.chain if other.statement is not None else ()
        named = {papers[w] for link in links if link.name for w in words(link.name) if w in papers}
        if here & named:
            return other.voice.name
    return ""


def _carried(library: Library, bearing: Bearing, others: Sequence[Bearing]) -> str:
    """Whose quoted words a medium passes on word for word."""
    said = _words(library, bearing.proposition)
    for other in others:
        if other.voice.kind in ("named", "anonymous") and _printed_by(library, other, bearing.voice):
            return f"its own report gives {other.voice.name} as the source"
        quoted = other.statement is not None and other.statement.manner in ("direct", "block")
        speaks = (quoted or len(said) >= _ONE_TEXT) and other.voice.kind == "named" and other.voice.type not in CARRIERS
        if speaks and len(said) >= _QUOTED and said == _words(library, other.proposition):
            return f"its words are those of {other.voice.name}"
    return ""


def _told_in_words_of(library: Library, bearing: Bearing, others: Sequence[Bearing]) -> str:
    """Whether somebody else is given as the source for the same long words, which tell that something was said."""
    if bearing.voice.kind != "named" or bearing.statement is None:
        return ""
    said = _words(library, bearing.proposition) if tells_of_saying(bearing.proposition, bearing.statement) else ()
    same = (
        o.voice.name for o in others
        if o.voice.kind in ("named", "anonymous") and not set(o.voice.keys) & set(bearing.voice.keys)
        and len(said) >= _ONE_TEXT and said == _words(library, o.proposition)
    )  # fmt: skip
    return next((f"its words are those of {name}" for name in same), "")


def _printed_by(library: Library, bearing: Bearing, voice: Voice) -> bool:
    """Whether the report that a source speaks in is the medium's own."""
    if set(bearing.voice.keys) & set(voice.keys):
        return False
    outlet = library.reports[bearing.proposition.report].report.outlet
    if outlet is not None and called_alike(outlet.value, voice.name):
        return True
    return bool(set(own_keys(library, bearing.proposition.report)) & {*voice.keys, f"outlet {fold(voice.name)}"})


def _words(library: Library, proposition: Proposition) -> tuple[str, ...]:
    text = text_of(library.reports[proposition.report].report, proposition.part)
    return tuple(w for span in proposition.spans for w in words(text[span.start : span.end]))


def _beside(library: Library, proposition: Proposition, sources: Sequence[Bearing], bonds: Bonds) -> str:
    """The name of a source of the claim whose words stand before the sentence in the same paragraph."""
    part = library.parts[proposition.report, proposition.part]
    paragraph = part.sentences[proposition.sentence].paragraph if proposition.sentence < len(part.sentences) else -1
    keys = _keys(sources, bonds)
    for other in library.reports[proposition.report].propositions:
        near = other.part == proposition.part and other.sentence < proposition.sentence < len(part.sentences)
        if not near or part.sentences[other.sentence].paragraph != paragraph or other.statement is None:
            continue
        for voice in voices_of(library, other):
            if {bonds.common.get(key, key) for key in voice.keys} & keys:
                return voice.name
    return ""


def _keys(bearings: Sequence[Bearing], bonds: Bonds) -> set[str]:
    return {bonds.common.get(key, key) for b in bearings for key in b.voice.keys}


def _backed(library: Library, proposition: Proposition, sources: Sequence[Bearing], bonds: Bonds) -> str:
    """The name of a source of the claim to whom the next sentence of the paragraph gives the same act or number, or "it"."""
    sentences = library.parts[proposition.report, proposition.part].sentences
    after = proposition.sentence + 1
    if after >= len(sentences) or sentences[after].paragraph != sentences[proposition.sentence].paragraph:
        return ""
    keys = _keys(sources, bonds)
    for other in library.reports[proposition.report].propositions:
        here = other.part == proposition.part and other.sentence == after and other.statement is not None
        if not here or not (_confirms(library, other) or _same_fact(library, proposition, other)):
            continue
        for voice in voices_of(library, other):
            if {bonds.common.get(key, key) for key in voice.keys} & keys:
                return voice.name
    return ""


def _confirms(library: Library, proposition: Proposition) -> bool:
    """Whether the words confirm what stands before them ("has confirmed it")."""
    statement = statement_of(library, proposition)
    if statement is None or not statement.content or fold(proposition.act) not in _CONFIRMING:
        return False
    text = text_of(library.reports[proposition.report].report, statement.part)
    return words(text[slice(*statement.content[0])])[:1] in (("it",), ("that",), ("this",))


def _same_fact(library: Library, one: Proposition, other: Proposition) -> bool:
    quantities = library.parts[one.report, one.part].quantities
    mine, theirs = ({(q.unit, q.low, q.high) for q in quantities if q.span in p.quantities} for p in (one, other))
    return bool(mine & theirs) or (fold(one.act) == fold(other.act) and fold(one.act) not in word_set("acts", "light"))
