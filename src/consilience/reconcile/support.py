"""Support: for each claim the words of each report, on whom they rest, and what they do with the claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from consilience.lexicons import word_set
from consilience.model.account import AlignedClaim, Origin, Stance, Support
from consilience.model.event import Proposition
from consilience.model.statement import Statement
from consilience.reconcile.counting import Witness, origin_id
from consilience.reconcile.independence import Bonds
from consilience.reconcile.introduced import introduced
from consilience.reconcile.lead import in_headline
from consilience.reconcile.library import (
    Library,
    passages_at,
    proposition_passages,
    statement_of,
    text_of,
)
from consilience.reconcile.same_words import names, surely_said, utterance_keys
from consilience.reconcile.stakes import Stakes, stake_of
from consilience.reconcile.voices import Voice, far_denial, own_keys, speakers_of, tells_of_saying, voices_of
from consilience.wording import fold, words

_CARRIERS = frozenset(("agency", "medium", "outlet", "state_media", "organisation"))
_NAMED_AS_SOURCE = frozenset(("agency", "document", "medium", "person"))
_ONE_TEXT = 9  # words from which the same words are one text, quoted or not
_QUOTED = 4  # words from which the same words are one quotation
_CONFIRMING = frozenset(("confirm", "corroborate"))
_NOT_FAR = 8  # characters before a verb of denial in which a "not" undoes it
_LOOK_BACK = 2  # sentences in which a bare denial finds what it denies


@dataclass(frozen=True, slots=True)
class Backing:
    """Everything that speaks for or against one claim."""

    claim: AlignedClaim
    propositions: tuple[Proposition, ...]
    support: tuple[Support, ...]
    origins: tuple[Origin, ...]
    asserting: tuple[Witness, ...]
    denying: tuple[Witness, ...]


def leaning(backing: Backing, proposition: Proposition) -> Witness | None:
    """The outlet whose own words these are, where they add no source or are those of a party's own medium."""
    own = (w for w in backing.asserting if w.proposition == proposition.id and w.voice.kind in ("own", "unidentified"))
    return next((w for w in own if w.shadowed or w.origin.stake == "party"), None)


def telling_words(backing: Backing) -> tuple[Proposition, ...]:
    """The propositions whose words stand for a claim: those of its sources before those that lean on them."""
    return tuple(p for p in backing.propositions if leaning(backing, p) is None) or backing.propositions


@dataclass(frozen=True, slots=True)
class _Bearing:
    """One voice on one proposition of a claim."""

    voice: Voice
    proposition: Proposition
    statement: Statement | None
    stance: Stance


def stance_of(proposition: Proposition, statement: Statement | None) -> Stance:
    """What a statement does with its proposition. Who denies and says "not" asserts that it is not so."""
    negative = proposition.negated or proposition.status == "negated"
    told = statement is None or tells_of_saying(proposition, statement)
    act = "asserted" if statement is None or told else statement.act
    if act == "denied":
        return "asserts" if negative else "denies"
    if act in ("declined", "not disclosed"):
        return "declines"
    if act == "asked":
        return "asks"
    return "plans" if act in ("promised", "threatened") or proposition.status == "planned" else "asserts"


def bare_denials(library: Library) -> Mapping[str, tuple[Statement, ...]]:
    """Denials without content of their own ("denied it", "denied those claims"), by the proposition they deny."""
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for (report, _), statement in library.statements.items():
        if statement.act == "denied" and _bare(library, report, statement):
            for target in _denied(library, report, statement):
                found[target.id].append(statement)
    return {target: tuple(sorted(denials, key=lambda s: s.id)) for target, denials in found.items()}


def _bare(library: Library, report: str, statement: Statement) -> bool:
    text = text_of(library.reports[report].report, statement.part)
    said = {w for span in statement.content for w in words(text[span.start : span.end])}
    return said <= word_set("stakes", "denials")


def _denied(library: Library, report: str, statement: Statement) -> list[Proposition]:
    """The nearest words of somebody else before a bare denial, not further than two sentences back."""
    place = min((s.start for s in (statement.source, statement.cue, *statement.content) if s), default=None)
    part = library.parts.get((report, statement.part))
    if place is None or part is None:
        return []
    here = next((n for n, s in enumerate(part.sentences) if s.span.start <= place < s.span.end), None)
    if here is None:
        return []
    speakers = {key for voice in speakers_of(library, report, statement) for key in voice.keys}
    for number in range(here, max(-1, here - _LOOK_BACK - 1), -1):
        targets = [p for p in _said_in(library, report, number, statement) if p.spans[0].start < place]
        others = [p for p in targets if not speakers & {k for v in voices_of(library, p) for k in v.keys}]
        if others:
            last = max(others, key=lambda p: p.spans).statement
            return [min((p for p in others if p.statement == last), key=lambda p: p.spans)]
    return []


def _said_in(library: Library, report: str, number: int, denial: Statement) -> list[Proposition]:
    return [
        p
        for p in library.reports[report].propositions
        if p.part == denial.part and p.sentence == number and p.statement not in (None, denial.id)
    ]


def backings(library: Library, claims: Sequence[AlignedClaim], bonds: Bonds, stakes: Stakes) -> tuple[Backing, ...]:
    """The backing of every claim, in the order of the claims."""
    denials = bare_denials(library)
    return tuple(_backing(library, claim, _Rules(bonds, stakes, denials)) for claim in claims)


@dataclass(frozen=True, slots=True)
class _Rules:
    bonds: Bonds
    stakes: Stakes
    denials: Mapping[str, tuple[Statement, ...]]


def _backing(library: Library, claim: AlignedClaim, rules: _Rules) -> Backing:
    order = {report: number for number, report in enumerate(library.reports)}
    known = [library.propositions[i] for i in claim.propositions if i in library.propositions]
    told = tuple(sorted(known, key=lambda p: (order[p.report], p.part, p.spans, p.id)))
    found = [bearing for p in told for bearing in _bearings(library, p, rules)]
    named = introduced(library, [(b.voice, b.proposition) for b in found if b.stance == "asserts"])
    bearings = [replace(b, voice=named.get(b.proposition.id, b.voice)) if _one(b) else b for b in found]
    origins = {origin_id(b.voice): _origin(library, b.voice, told, rules) for b in bearings}
    support = tuple(_support(library, b) for b in bearings)
    asserting = _joined(library, [b for b in bearings if b.stance in ("asserts", "plans")])
    return Backing(
        claim=claim,
        propositions=told,
        support=support,
        origins=tuple(origins[key] for key in sorted(origins)),
        asserting=tuple(_witness(library, b, asserting, origins, rules.bonds) for b in asserting),
        denying=tuple(
            _witness(library, b, [], origins, rules.bonds)
            for b in bearings
            if b.stance == "denies" and not _undenied(library, b)
        ),
    )


def _one(bearing: _Bearing) -> bool:
    return bearing.voice.kind == "anonymous" and bearing.stance == "asserts"


def _joined(library: Library, asserting: Sequence[_Bearing]) -> list[_Bearing]:
    """The bearings, those that give the same words to different people with a key in common; not joint or unnamed ones."""
    own = [b for b in asserting if not _joint(b) and b.voice.kind != "anonymous"]
    keys = utterance_keys(library, tuple({b.proposition.id: b.proposition for b in own}.values()))
    found = []
    for bearing in asserting:
        more = keys.get(bearing.proposition.id, ()) if bearing in own else ()
        voice = replace(bearing.voice, keys=(*bearing.voice.keys, *more))
        found.append(replace(bearing, voice=voice) if more else bearing)
    return found


def _bearings(library: Library, proposition: Proposition, rules: _Rules) -> list[_Bearing]:
    statement = statement_of(library, proposition)
    if statement is not None and far_denial(library, proposition, statement):
        statement = None
    stance = stance_of(proposition, statement)
    found = [_Bearing(voice, proposition, statement, stance) for voice in voices_of(library, proposition)]
    for denial in rules.denials.get(proposition.id, ()):
        voices = speakers_of(library, proposition.report, denial)
        found += [_Bearing(voice, proposition, denial, "denies") for voice in voices]
    return found


def _origin(library: Library, voice: Voice, claim: Sequence[Proposition], rules: _Rules) -> Origin:
    stake, why = stake_of(voice, claim, library, rules.stakes)
    through = rules.bonds.through.get(rules.bonds.common.get(voice.actor or "", "")) or ""
    spoken = f"through {through}" if through and through != voice.name else ""
    because = "; ".join(dict.fromkeys(reason for reason in (voice.because, spoken, why) if reason))
    return Origin(origin_id(voice), voice.name, voice.type, stake, because)


def _support(library: Library, bearing: _Bearing) -> Support:
    proposition, statement = bearing.proposition, bearing.statement
    passages = proposition_passages(library, proposition)
    if statement is not None and statement.id != proposition.statement:
        spans = [s for s in (statement.source, statement.cue, *statement.content) if s is not None]
        passages = passages_at(library, proposition.report, statement.part, spans) or passages
    return Support(
        report=proposition.report,
        passages=passages,
        statement=statement.id if statement is not None else None,
        proposition=proposition.id,
        origin=origin_id(bearing.voice),
        stance=bearing.stance,
    )


def _witness(
    library: Library, bearing: _Bearing, others: Sequence[_Bearing], origins: Mapping[str, Origin], bonds: Bonds
) -> Witness:
    origin = origins[origin_id(bearing.voice)]
    telling = library.telling(bearing.proposition.report)
    return Witness(
        voice=bearing.voice,
        origin=origin,
        telling=telling,
        shadowed=_shadow(library, bearing, others, bonds),
        proposition=bearing.proposition.id,
        statement=bearing.statement.id if bearing.statement is not None else None,
        denies=bearing.stance == "denies",
        joint=_joint(bearing),
        report=bearing.proposition.report,
        sure=_sure(library, bearing, others),
    )


def _sure(library: Library, bearing: _Bearing, others: Sequence[_Bearing]) -> bool:
    """Whether somebody known surely says it: no crowd, no retelling of another source that the sentence names."""
    voice = bearing.voice
    if voice.kind == "own":
        told = [o.voice for o in others if o.voice.kind == "named" and o.voice.type in _NAMED_AS_SOURCE]
        if any(names(library, bearing.proposition, v.name) for v in told):
            return False
    crowd = (
        voice.kind == "named" and voice.actor is None and voice.type in ("group", "unknown") and bool(_joint(bearing))
    )
    crowd = crowd or (voice.kind == "named" and voice.actor is None and voice.type == "group")
    headed = len(others) > 1 and in_headline(library.reports[bearing.proposition.report].report, bearing.proposition)
    return not crowd and not headed and surely_said(library, bearing.proposition)


def _undenied(library: Library, bearing: _Bearing) -> bool:
    """Whether the report says that somebody did not deny it."""
    statement = bearing.statement
    if statement is None or statement.cue is None:
        return False
    text = text_of(library.reports[bearing.proposition.report].report, statement.part)
    said = words(text[max(0, statement.cue.start - _NOT_FAR) : statement.cue.end])
    return bool({"not", "never"} & set(said) or [w for w in said if w.endswith("n't")])


def _joint(bearing: _Bearing) -> str:
    """The statement, where several speakers make it together: that is one act of saying."""
    statement = bearing.statement
    together = statement is not None and statement.speaker is not None and len(statement.speaker.members) > 1
    return f"{bearing.proposition.report} {statement.id}" if statement is not None and together else ""


def _shadow(library: Library, bearing: _Bearing, others: Sequence[_Bearing], bonds: Bonds) -> str:
    """What an outlet's own words lean on, where they add no source; empty where they stand on their own."""
    if bearing.voice.kind == "named" and bearing.voice.type in _CARRIERS:
        return _carried(library, bearing, others)
    if bearing.voice.kind not in ("own", "unidentified"):
        return ""
    carried = _carried(library, bearing, others) if len(_words(library, bearing.proposition)) >= _ONE_TEXT else ""
    if carried:
        return carried
    if in_headline(library.reports[bearing.proposition.report].report, bearing.proposition):
        return "a headline sums up what the report tells"
    sources = [o for o in others if o.voice.kind in ("named", "anonymous")]
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


def _carried(library: Library, bearing: _Bearing, others: Sequence[_Bearing]) -> str:
    """Whose quoted words a medium passes on word for word."""
    said = _words(library, bearing.proposition)
    for other in others:
        if other.voice.kind in ("named", "anonymous") and _printed_by(library, other, bearing.voice):
            return f"its own report gives {other.voice.name} as the source"
        quoted = other.statement is not None and other.statement.manner in ("direct", "block")
        speaks = (
            (quoted or len(said) >= _ONE_TEXT) and other.voice.kind == "named" and other.voice.type not in _CARRIERS
        )
        if speaks and len(said) >= _QUOTED and said == _words(library, other.proposition):
            return f"its words are those of {other.voice.name}"
    return ""


def _printed_by(library: Library, bearing: _Bearing, voice: Voice) -> bool:
    """Whether the report that a source speaks in is the medium's own."""
    if set(bearing.voice.keys) & set(voice.keys):
        return False
    return bool(set(own_keys(library, bearing.proposition.report)) & {*voice.keys, f"outlet {fold(voice.name)}"})


def _words(library: Library, proposition: Proposition) -> tuple[str, ...]:
    text = text_of(library.reports[proposition.report].report, proposition.part)
    return tuple(w for span in proposition.spans for w in words(text[span.start : span.end]))


def _beside(library: Library, proposition: Proposition, sources: Sequence[_Bearing], bonds: Bonds) -> str:
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


def _keys(bearings: Sequence[_Bearing], bonds: Bonds) -> set[str]:
    return {bonds.common.get(key, key) for b in bearings for key in b.voice.keys}


def _backed(library: Library, proposition: Proposition, sources: Sequence[_Bearing], bonds: Bonds) -> str:
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
