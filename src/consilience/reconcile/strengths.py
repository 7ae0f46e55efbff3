"""Strength of commitment: one claim said plainly in one report, only signalled, hoped or "reportedly" so in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consilience.lexicons import table, word_set
from consilience.model.account import Claim, Difference, Side, Support
from consilience.model.annotations import PartAnnotations
from consilience.model.ids import content_id
from consilience.model.spans import Passage
from consilience.model.statement import Statement
from consilience.reconcile.involved import act_token
from consilience.reconcile.lead import in_headline
from consilience.reconcile.library import Library, passages_at, sentence_span, statement_of, words_at
from consilience.trees import children, tokens_within
from consilience.wording import fold, words

_OWN = ""  # stands for all outlets' own voices where claims are sorted by origin


@dataclass(frozen=True, slots=True)
class _Told:
    """How firmly a clause tells a claim: the word that weakens it (empty: none), whether its cue does, and its act."""

    weak: str
    by_cue: bool
    act: str
    telling: str
    origin: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A claim as some tell it plainly and others weakly, and how many words the two first tellings share."""

    claim: str
    plain: tuple[_Told, ...]
    weak: tuple[_Told, ...]
    shared: int


def strengths(library: Library, claims: Sequence[Claim]) -> Iterator[Difference]:
    """Claims of one speaker, or of outlets' own voices, that one telling gives plainly and another with less commitment.

    Of several claims that one sentence weakens, the one that is told in the most words on both sides is shown.
    """
    best: dict[tuple[Passage, ...], _Pair] = {}
    for pair in (p for claim in claims for p in _pairs(library, claim)):
        known = best.get(pair.weak[0].passages)
        if known is None or known.shared < pair.shared:
            best[pair.weak[0].passages] = pair
    for pair in best.values():
        sides = (_side(library, pair.plain), _side(library, pair.weak))
        because = f"told plainly in the one, with less commitment in the other (“{pair.weak[0].weak}”)"
        id_ = "d" + content_id("difference", "strength", tuple(p for side in sides for p in side.passages))
        yield Difference(id_, "strength", "finer detail", (pair.claim,), sides, because)


def _pairs(library: Library, claim: Claim) -> Iterator[_Pair]:
    """The tellings of each origin that are plain throughout beside those that are weak throughout, by cue or by one act."""
    by_origin: defaultdict[str, defaultdict[str, list[_Told]]] = defaultdict(lambda: defaultdict(list))
    for support in claim.support:
        told = _told(library, support) if support.stance in ("asserts", "plans") else None
        if told is not None:
            by_origin[support.origin if support.statement else _OWN][told.telling].append(told)
    for _, tellings in sorted(by_origin.items()):
        weak = [t for told in tellings.values() if all(x.weak for x in told) for t in told]
        plain = [t for told in tellings.values() if not any(x.weak for x in told) for t in told]
        for one in weak:
            others = tuple(p for p in plain if one.by_cue or p.act == one.act)
            if others:
                said = [set(words(words_at(library, t.passages))) for t in (others[0], one)]
                yield _Pair(claim.id, others, tuple(w for w in weak if w.weak == one.weak), len(said[0] & said[1]))
                break


def _side(library: Library, told: Sequence[_Told]) -> Side:
    passages = tuple(dict.fromkeys(p for t in told for p in t.passages))
    return Side(words_at(library, passages[:1]), passages, tuple(dict.fromkeys(t.origin for t in told)))


def _told(library: Library, support: Support) -> _Told | None:
    """How firmly a clause of the text is told; None where nothing says it: a headline, a cue of another kind, a "not"."""
    p = library.propositions[support.proposition]
    part = library.parts[p.report, p.part]
    statement = statement_of(library, p) if support.statement is not None else None  # an aside is the outlet's
    at = act_token(part, p.act_span)
    if at is None or p.negated or in_headline(library.reports[p.report].report, p):
        return None
    cue = _lemmas(part, statement)
    weak_cues = word_set("told_otherwise", "weak_cues")
    if statement is not None and not cue & (word_set("told_otherwise", "plain_cues") | weak_cues):
        return None
    by_cue = min(cue & weak_cues, default="")
    hedge = _hedge(part, at)
    if hedge is None:
        return None
    place = statement.cue if by_cue and statement is not None and statement.cue is not None else p.act_span
    passages = passages_at(library, p.report, p.part, (sentence_span(library, p.report, p.part, place),))
    act = table("acts", "acts").get(fold(p.act), fold(p.act))
    return _Told(by_cue or hedge, bool(by_cue), act, library.telling(p.report), support.origin, passages)


def _lemmas(part: PartAnnotations, statement: Statement | None) -> set[str]:
    """The words of a statement's cue and what hangs on them as an adverb ("reportedly said")."""
    if statement is None or statement.cue is None:
        return set()
    inside = range(*tokens_within(part.tokens, statement.cue))
    adverbs = (c for i in inside for c in children(part.tokens, i) if part.tokens[c].relation == "advmod")
    return {fold(part.tokens[i].lemma) for i in (*inside, *adverbs)}


def _hedge(part: PartAnnotations, at: int) -> str | None:
    """The word by which a clause says no more than that its act may be so; empty where it says that it is.

    None where it says what can, ought to or would be: that is neither.
    """
    tokens, head = part.tokens, part.tokens[at].head
    below = (tokens[c] for c in children(tokens, at) if tokens[c].relation.split(":")[0] in ("aux", "advmod"))
    near = [fold(t.lemma) for t in below]
    if tokens[at].relation == "xcomp" and head >= 0:
        near.append(fold(tokens[head].lemma))
    if word_set("told_otherwise", "open_modals") & set(near):
        return None
    return next((w for w in near if w in word_set("told_otherwise", "hedges")), "")
