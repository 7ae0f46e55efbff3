"""Clause-sized pieces of what a report says, each with who, act, whom, when, where, how many, and whether it happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from consilience.engines import Engine
from consilience.events.acts import Act, act_of
from consilience.events.arguments import Arguments, arguments
from consilience.events.clauses import Clause, clauses, is_predicate
from consilience.events.deeds import deeds
from consilience.events.ground import (
    Ground,
    entity_of,
    grounds,
    is_somebody,
    lemma_of,
    whole_phrase,
    within_cue,
)
from consilience.events.runs import inside, people_at, runs, touching
from consilience.events.status import Reality, finite, reality
from consilience.lexicons import word_set
from consilience.model.annotations import Annotations
from consilience.model.event import Participant, Proposition
from consilience.model.ids import content_id
from consilience.model.report import Report
from consilience.model.spans import Span, covers, overlap
from consilience.model.statement import Statement
from consilience.parses import span_of
from consilience.trees import is_negated, tokens_within

_FEWEST_WORDS = 3
_WHOLE = 6  # words from which what somebody says tells something, even where it names nobody and nothing
_ANYBODY = frozenset(
    ("anybody", "anyone", "everybody", "everyone", "no-one", "nobody", "nothing", "somebody", "someone")
)
_SOMEBODY = ("he", "she")
_WITH = ("with", "to", "against", "on", "for", "from", "at", "of")
_KEPT_LEADS = ("if", "unless", "to", "without", "whether", "in", "on", "by", "for")
_LEADING = ("punct", "cc", "mark")


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one proposition before they are read: where its act is looked for, its tokens, and its statement."""

    head: int
    tokens: tuple[int, ...]
    owner: int
    cue: int | None = None


def propositions(
    report: Report, annotations: Annotations, statements: Sequence[Statement], engine: Engine
) -> tuple[Proposition, ...]:
    """The propositions of a report in text order: of each statement's content, and of what the outlet says itself."""
    listed = grounds(report, annotations, statements)
    bare = [_proposition(g, piece) for g in listed for piece in pieces(g)]
    bare = sorted((*bare, *(d for g in listed for d in deeds(g, _act_tokens(bare, g)))), key=lambda p: p.spans)
    texts = {"text": report.text, "title": report.title}
    vectors = engine.vectors([wording(texts[p.part], p.spans) for p in bare])
    return tuple(replace(p, vector=vector) for p, vector in zip(bare, vectors, strict=True))


def _act_tokens(told: Iterable[Proposition], ground: Ground) -> frozenset[int]:
    """Where the acts of a part's propositions stand, by the start of their words."""
    return frozenset(p.act_span.start for p in told if p.part == ground.part)


def wording(text: str, spans: Iterable[Span]) -> str:
    """The words of the spans as one line."""
    return " ".join(" ".join(text[start:end].split()) for start, end in spans)


def pieces(ground: Ground) -> list[Piece]:
    """The clauses of a part as pieces: a cue with a content that is no clause becomes one piece with it, other cues go."""
    found = clauses(ground)
    at = {token: clause for clause in found for token in clause.tokens}
    taken: set[int] = set()
    kept: list[Piece] = []
    for clause in found:
        if clause.owner >= 0 and not _tells(ground, clause):
            if _only_said(ground, clause):
                kept = _with_content(ground, kept, clause)
                continue
            cue = _cue_clause(ground, clause, at)
            if cue is not None and cue.head not in taken:
                taken.add(cue.head)
                kept.append(Piece(clause.head, tuple(sorted({*cue.tokens, *clause.tokens})), clause.owner, cue.head))
                continue
            if cue is not None:
                kept = [_joined(piece, clause) if piece.cue == cue.head else piece for piece in kept]
                continue
        kept.append(Piece(clause.head, clause.tokens, clause.owner))
    kept = [p for p in kept if p.cue is not None or (p.head not in taken and not _is_cue(ground, p))]
    worth = [p for p in _completed(ground, kept) if _worth(ground, p)]
    return sorted((*worth, *_nameless(ground, kept, {p.owner for p in worth})), key=lambda p: p.tokens[0])


def _nameless(ground: Ground, kept: list[Piece], told: set[int]) -> list[Piece]:
    """The one clause of a statement that names nobody and nothing ("he did not know where they were")."""
    tokens = ground.parse.tokens
    whole = [p for p in kept if p.owner >= 0 and p.owner not in told and p.cue is None]
    return [
        p
        for p in whole
        if [q.owner for q in whole].count(p.owner) == 1
        and sum(tokens[t].pos not in ("PUNCT", "SYM", "X") for t in p.tokens) >= _WHOLE
        and finite(ground.parse, p.head)
        and _has_subject(ground, p.head)
    ]


def _completed(ground: Ground, kept: list[Piece]) -> list[Piece]:
    """The pieces; one that says too little by itself stands with the clause it is joined to ("… and none was fired")."""
    whole = {p.head: p for p in kept if _worth(ground, p)}
    for piece in kept:
        token = ground.parse.tokens[piece.head]
        above = whole.get(token.head)
        if piece.head in whole or token.relation != "conj" or above is None or above.owner != piece.owner:
            continue
        if _has_subject(ground, piece.head) and piece.cue is None:
            whole[token.head] = replace(above, tokens=tuple(sorted({*above.tokens, *piece.tokens})))
    return list(whole.values())


def _only_said(ground: Ground, clause: Clause) -> bool:
    """Whether the statement's cue says no more than that it was said: then a content with a verb stands for itself."""
    cue = ground.statements[clause.owner].cue
    here = ground.parse.sentences[ground.parse.sentence_of[clause.head]].tokens
    own = (t for t in range(*here) if ground.owner[t] == clause.owner and is_predicate(ground.parse, t))
    if not any(finite(ground.parse, t) or _has_subject(ground, t) for t in own):
        return False
    inside = range(*tokens_within(ground.parse.tokens, cue)) if cue is not None else range(0)
    plain = word_set("cues", "speech_only") & word_set("cues", "statement_asserted")
    return any(lemma_of(ground.parse.tokens[t]) in plain for t in inside)


def _with_content(ground: Ground, kept: list[Piece], clause: Clause) -> list[Piece]:
    """A content that the tree tears apart stands with the piece that it hangs on, or the first of its sentence; where there
    is none, it hangs on its first verb."""
    sentence = ground.parse.sentence_of
    here = [n for n, p in enumerate(kept) if p.owner == clause.owner and p.cue is None]
    here = [n for n in here if sentence[kept[n].head] == sentence[clause.head]]
    if here:
        over = ground.parse.tokens[clause.head].head
        number = next((n for n in here if over in kept[n].tokens), here[0])
        kept[number] = _joined(kept[number], clause)
        return kept
    verb = next((t for t in clause.tokens if is_predicate(ground.parse, t)), clause.head)
    return [*kept, Piece(verb, clause.tokens, clause.owner)]


def _joined(piece: Piece, clause: Clause) -> Piece:
    return replace(piece, tokens=tuple(sorted({*piece.tokens, *clause.tokens})))


def _tells(ground: Ground, clause: Clause) -> bool:
    """Whether the clause says something by itself: it has a tense, or a subject."""
    return is_predicate(ground.parse, clause.head) and (
        finite(ground.parse, clause.head)
        or _has_subject(ground, clause.head)
        or ground.parse.tokens[clause.head].head < 0
    )


def _has_subject(ground: Ground, head: int) -> bool:
    return any(ground.parse.tokens[k].relation.startswith("nsubj") for k in ground.parse.kids[head])


def _cue_clause(ground: Ground, clause: Clause, at: dict[int, Clause]) -> Clause | None:
    """The clause around a content, where its head is the cue of that statement."""
    statement = ground.statements[clause.owner]
    above = ground.parse.tokens[clause.head].head
    if above < 0 or statement.cue is None or statement.manner in ("direct", "block"):
        return None
    around = at[above]
    token = ground.parse.tokens[around.head]
    return around if overlap(statement.cue, Span(token.start, token.end)) else None


def _is_cue(ground: Ground, piece: Piece) -> bool:
    """Whether the piece only says who speaks: it hangs on a cue, tells the manner of speaking ("Speaking at …, he said"), or
    is no clause and holds a cue ("according to …")."""
    token = ground.parse.tokens[piece.head]
    said = within_cue(ground, piece.head)
    if said is not None and said.scope in ("plan", "perception") and _holds(ground, piece, said):
        return False  # "plans to open a mill" is told by whoever tells of the plan
    if said is not None:
        return piece.owner < 0 or ground.statements[piece.owner].id != said.id  # "put the dead at 14" says it, too
    if (
        token.relation == "advcl"
        and token.tag == "VBG"
        and within_cue(ground, token.head) is not None
        and token.head not in piece.tokens
    ):
        return piece.owner < 0
    if piece.owner >= 0 or is_predicate(ground.parse, piece.head):
        return False
    return ground.parse.tokens[piece.head].head >= 0


def _holds(ground: Ground, piece: Piece, statement: Statement) -> bool:
    """Whether the first word of a statement's content is one of a piece."""
    return any(statement.content[0].start == ground.parse.tokens[t].start for t in piece.tokens)


def _worth(ground: Ground, piece: Piece) -> bool:
    """Whether a piece has enough words to say anything: some words, one of them a noun, name or number with its act."""
    tokens = [ground.parse.tokens[t] for t in piece.tokens]
    words = [t for t in tokens if t.pos not in ("PUNCT", "SYM", "X")]
    asked = piece.owner >= 0 and ground.statements[piece.owner].act == "asked" and piece.cue is None
    whole = len(words) > _FEWEST_WORDS and not asked and words[0].pos not in ("ADP", "CCONJ", "SCONJ")
    telling = is_predicate(ground.parse, piece.head) or piece.cue is not None or whole
    head = ground.parse.tokens[piece.head]
    words += (
        [ground.parse.tokens[head.head]] if head.relation == "acl:relcl" and finite(ground.parse, piece.head) else []
    )
    named = any(t.pos in ("NOUN", "PROPN", "NUM") or t.word.lower() in _ANYBODY for t in words)
    named = named or [t.word.lower() for t in words[:2]] in (["no", "one"], ["some", "one"], ["any", "one"])
    return telling and len(words) >= _FEWEST_WORDS and (named or _befalls_somebody(ground, piece))


def _befalls_somebody(ground: Ground, piece: Piece) -> bool:
    """Whether a clause without a noun tells what befell or becomes of somebody whom the report names ("he was arrested")."""
    head = ground.parse.tokens[piece.head]
    told = head.pos == "VERB" and finite(ground.parse, piece.head) and head.relation != "acl:relcl"
    for k in ground.parse.kids[piece.head]:
        token = ground.parse.tokens[k]
        if token.relation == "nsubj:pass" and token.word.lower() in _SOMEBODY and told:
            return entity_of(ground, k) is not None
    return False


def _proposition(ground: Ground, piece: Piece) -> Proposition:
    act, real = _act(ground, piece)
    args = arguments(ground, act.verb)
    if act.verb == piece.cue and ground.parse.tokens[piece.head].pos in ("NOUN", "PROPN"):
        args = replace(args, objects=(*args.objects, piece.head))
    who = people_at(ground, () if args.subject is None else (args.subject,))
    spans = _spans(ground, piece, args)
    statement = _teller(ground, piece)
    token = ground.parse.tokens[act.token]
    part = ground.annotated
    return Proposition(
        id=content_id(ground.report, ground.part, spans, statement.id if statement else None, act.lemma),
        report=ground.report,
        part=ground.part,
        sentence=ground.parse.sentence_of[piece.head],
        spans=spans,
        statement=statement.id if statement else None,
        act=act.lemma,
        act_span=Span(token.start, token.end),
        who=who,
        whom=people_at(ground, _befallen(ground, act, args)),
        times=tuple(sorted({*_dated_by(ground, piece), *inside(part.times, spans)})),
        places=tuple(p for p in inside(part.places, spans) if not _in_who(p, who)),
        quantities=inside(part.quantities, spans),
        negated=real.negated != _disowned(ground, piece, act.verb),
        status=real.status,
        vector=b"",
    )


def _teller(ground: Ground, piece: Piece) -> Statement | None:
    """The statement that a piece belongs to: that somebody "recognised the voice" is the word of whoever tells it."""
    own = ground.statements[piece.owner] if piece.owner >= 0 else None
    if own is None or piece.cue is None or lemma_of(ground.parse.tokens[piece.cue]) not in word_set("cues", "belief"):
        return own
    return next((s for s in ground.statements if s.id == own.within), own)


def _disowned(ground: Ground, piece: Piece, verb: int) -> bool:
    """Whether somebody denies having done it in words of one clause ("denied knowing of it"): then that is what it tells."""
    denied = piece.cue is not None and ground.statements[piece.owner].act == "denied"
    if not denied or piece.cue is None or ground.parse.tokens[verb].tag != "VBG":
        return False
    return ground.parse.tokens[verb].head == piece.cue and not is_negated(ground.parse.tokens, piece.cue)


def _dated_by(ground: Ground, piece: Piece) -> tuple[Span, ...]:
    """The time right before a clause with "when", which is the clause's own ("in May 1997, when they met")."""
    tokens = ground.parse.tokens
    first = next((t for t in piece.tokens if tokens[t].pos != "PUNCT"), piece.head)
    if tokens[first].word.lower() != "when" or tokens[first].head != piece.head:
        return ()
    before = first - 1 if first and tokens[first - 1].word == "," else first
    ends = tokens[before - 1].end if before else 0
    return tuple(t.span for t in ground.annotated.times if t.kind == "point" and t.span.end == ends)


def _act(ground: Ground, piece: Piece) -> tuple[Act, Reality]:
    """The act of a piece: of its content where that has a verb of its own, else of the cue that the content belongs to."""
    head = piece.head if piece.cue is None else piece.cue
    if piece.cue is not None and ground.statements[piece.owner].act in ("accused", "denied", "declined"):
        inner = next(
            (t for t in piece.tokens if ground.owner[t] == piece.owner and ground.parse.tokens[t].pos == "VERB"), None
        )
        head = inner if inner is not None else head
    act = act_of(ground.parse, head)
    real = reality(ground, act.verb)
    token = ground.parse.tokens[act.verb]
    bare = real.because == "an order or wish" and _has_subject(ground, act.verb)  # "Vane and Harl meet"
    if (
        (bare or real.because == "present tense")
        and ground.headline is not None
        and covers(ground.headline, Span(token.start, token.end))
    ):
        real = replace(real, status="happened", because="present tense of a headline")
    return act, real


def _befallen(ground: Ground, act: Act, args: Arguments) -> tuple[int, ...]:
    """The objects, and whoever is named after a preposition."""
    named = [k for case, k in args.obliques if case in _WITH and is_somebody(ground, k)]
    noun = [
        k for k in ground.parse.kids[act.token] if act.token != act.verb and ground.parse.tokens[k].relation == "nmod"
    ]
    objects = [o for o in args.objects if o != act.token]
    return tuple(dict.fromkeys((*objects, *named, *(k for k in noun if is_somebody(ground, k)))))


def _in_who(span: Span, who: Sequence[Participant]) -> bool:
    return any(covers(p.span, span) for p in who)


def _spans(ground: Ground, piece: Piece, args: Arguments) -> tuple[Span, ...]:
    """The words of a piece as few spans: what it leads in with goes, an unspoken subject is shown before it."""
    tokens = list(piece.tokens)
    while len(tokens) > 1 and _leads(ground, tokens[0], piece):
        tokens = tokens[1:]
    token = ground.parse.tokens[piece.head]
    antecedent = token.head if token.relation == "acl:relcl" else None
    shown = [
        i
        for i in (args.subject, antecedent)
        if i is not None and i not in piece.tokens and _beside(ground, i, piece.head)
    ]
    lead = [span_of(ground.parse, whole_phrase(ground, i)) for i in shown[:1]]
    return tuple(touching(ground, sorted([*lead, *runs(ground, tokens)])))


def _beside(ground: Ground, index: int, head: int) -> bool:
    same = ground.parse.sentence_of[index] == ground.parse.sentence_of[head]
    return same and index < head and ground.parse.tokens[index].pos != "DET"


def _leads(ground: Ground, index: int, piece: Piece) -> bool:
    token = ground.parse.tokens[index]
    if token.relation in _LEADING and token.head in (piece.head, piece.cue, -1):
        return not (token.word.lower() in _KEPT_LEADS and token.relation == "mark")
    if token.pos in ("SCONJ", "CCONJ") and token.word.lower() not in _KEPT_LEADS:
        return True
    return (token.pos == "PUNCT" and token.word in ",;:.-–—…") or (
        token.word.lower() == "when" and token.head == piece.head
    )
