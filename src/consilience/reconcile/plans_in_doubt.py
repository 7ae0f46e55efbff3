"""A plan that stands here and is in doubt there: a visit that will take place, and that may be cut short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consilience.lexicons import table, word_set
from consilience.model.account import Claim, Difference, Side
from consilience.model.annotations import PartAnnotations
from consilience.model.event import Proposition
from consilience.model.ids import content_id
from consilience.model.spans import Passage, Span, overlap
from consilience.reconcile.library import Library, moments_of, passages_at, people_of, sentence_span, words_at
from consilience.trees import head_of, tokens_within
from consilience.wording import fold


def plans_in_doubt(library: Library, claims: Sequence[Claim]) -> Iterator[Difference]:
    """Planned visits, meetings and the like that others say may be put off, cut short or called off."""
    doubts = [p for p in library.propositions.values() if _doubts(library, p)]
    told: set[tuple[Passage, ...]] = set()
    for claim in claims:
        plans = [library.propositions[s.proposition] for s in claim.support if s.stance in ("asserts", "plans")]
        for doubt in doubts:
            firm = [p for p in plans if _planned(p) and library.telling(p.report) != library.telling(doubt.report)]
            same = [p for p in firm if _one_plan(library, p, doubt)]
            if same and doubt not in plans and _sentence(library, doubt) not in told:
                told.add(_sentence(library, doubt))
                yield _difference(library, claim, firm, doubt)
                break


def _doubts(library: Library, p: Proposition) -> bool:
    """Whether a clause says that something undertaken may be changed."""
    changes = fold(p.act).split()[0] in word_set("told_otherwise", "changing") if p.act else False
    return changes and p.status == "possible" and not p.negated and bool(_undertakings(library, p))


def _planned(p: Proposition) -> bool:
    return p.status in ("planned", "ongoing") and not p.negated


def _undertakings(library: Library, p: Proposition) -> set[str]:
    """The sorts of what is undertaken in a clause: by the nouns of those who take part and by its act."""
    part, sorts = library.parts[p.report, p.part], table("told_otherwise", "undertakings")
    nouns = {_noun(part, person.span) for person in (*p.who, *p.whom)}
    return {sorts[noun] for noun in nouns if noun in sorts}


def _noun(part: PartAnnotations, span: Span) -> str:
    inside = tokens_within(part.tokens, span)
    return fold(part.tokens[head_of(part.tokens, inside)].lemma) if inside.last > inside.first else ""


def _one_plan(library: Library, plan: Proposition, doubt: Proposition) -> bool:
    """Whether a clause tells of the same undertaking by the one whose plan is in doubt, on no other day."""
    days = moments_of(library, plan), moments_of(library, doubt)
    apart = all(days) and not any(a.earliest <= b.latest and b.earliest <= a.latest for a in days[0] for b in days[1])
    doers = set(people_of(library, doubt)) & _named(library, plan)
    return not apart and bool(doers) and bool(_undertakings(library, plan) & _undertakings(library, doubt))


def _named(library: Library, p: Proposition) -> set[str]:
    """The actors who are named in the words of a clause."""
    entities = library.reports[p.report].annotations.entities
    return {
        library.actor_of[entity.id]
        for entity in entities
        for mention in entity.mentions
        if entity.id in library.actor_of
        and mention.part == p.part
        and any(overlap(mention.span, span) for span in p.spans)
    }


def _difference(library: Library, claim: Claim, firm: Sequence[Proposition], doubt: Proposition) -> Difference:
    listed = [_sentence(library, p) for p in firm]
    against = _sentence(library, doubt)
    passages = tuple(dict.fromkeys(p for sentence in listed for p in sentence))
    sides = (Side(words_at(library, listed[0]), passages, ()), Side(words_at(library, against), against, ()))
    days = [library.reports[p.report].report.published for p in (*firm, doubt)]
    later = all(d is not None and days[-1] is not None and d.latest < days[-1].earliest for d in days[:-1])
    id_ = "d" + content_id("difference", "strength", tuple(p for side in sides for p in side.passages))
    because = "a plan that stands in the one is in doubt in the other"
    return Difference(id_, "strength", "superseded" if later else "finer detail", (claim.id,), sides, because)


def _sentence(library: Library, p: Proposition) -> tuple[Passage, ...]:
    sentence = sentence_span(library, p.report, p.part, p.act_span)
    return passages_at(library, p.report, p.part, (sentence,))
