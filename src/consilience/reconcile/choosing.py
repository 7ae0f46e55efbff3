"""Which claims the account tells and in which order: the main news first, then what is agreed, disputed, planned."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from consilience.model.account import Claim
from consilience.reconcile.candidates import Candidate, candidates_of, content, gist
from consilience.reconcile.differences import Ledger
from consilience.reconcile.disputes import Dispute
from consilience.reconcile.library import Library
from consilience.wording import cosine

_ALIKE = 500  # per mille of the shorter wording's words in another from which both tell the same to a reader
_QUARREL = 300  # the same where two disputes are between the same two camps
_FULL = 5  # words of content below which a few shared ones say little
_FEWEST = 5  # sentences up to which what rests on one origin fills the account
_COMMON = 3  # words that first sentences of two reports share from which they may tell one happening
_ONE_SCENE, _ONE_TOLD = 300, 200  # and per mille of their words from which they do; of one that no other report carries
_CENTRAL, _DISPUTED, _PLANNED = 3, 2, 1
_NEWS = 2  # what a claim of one origin must weigh as news to stand in the account
_DOWN = 3  # how far down in its report what one telling alone has may stand
_HIGH = 1  # how far down what fills a short account may stand
_REWORDED = 700  # per mille likeness from which clauses of two copies of one text are one clause
_QUOTED = 2  # quotations of one speaker at most: an account is no collection of sayings


def chosen(
    library: Library, ledger: Ledger, claims: Sequence[Claim], disputes: Mapping[str, Dispute], longest: int
) -> list[tuple[Candidate, str]]:
    """The claims the account tells with the rule that chose each, in the order of the rules.

    Fewer than five where the reports have no more that is news and no repetition: an account is not filled up with trifles.
    """
    against = {claim: gist(library, dispute.words.text) for claim, dispute in disputes.items()}
    candidates, leads = candidates_of(library, ledger, claims)
    taken: list[tuple[Candidate, str]] = []
    for rule, fits, order, most in _RULES:
        found = 0
        for candidate in sorted(leads if fits is _leading else candidates, key=order):
            if len(taken) >= longest or found >= most or (fits in (_rest, _early) and len(taken) >= _FEWEST):
                break
            told = [c for c, _ in taken]
            if (
                fits(candidate)
                and not _repeats(candidate, told, disputes, against)
                and not _said_enough(candidate, told)
            ):
                taken.append((candidate, rule))
                found += 1
    return taken


_Order = tuple[int, int, int, int, int, str]


def _by_lead(candidate: Candidate) -> _Order:
    """The lead that holds most of what all reports lead with first."""
    return -candidate.leads, -candidate.tellings, candidate.phrase.faults, -candidate.head, 0, candidate.claim.id


def _by_weight(candidate: Candidate) -> _Order:
    """What most tellings carry and the heads speak of first, then most origins and reports."""
    claim = candidate.claim
    reports = len({s.report for s in claim.support})
    carried = 2 * min(candidate.tellings, 5) + candidate.head
    return -carried, -claim.origins.low, -reports, -candidate.tellings, candidate.phrase.faults, claim.id


def _by_news(candidate: Candidate) -> _Order:
    """What a reader would miss most first, and what stands high in its report, then as by weight."""
    carried, origins, reports, _, faults, name = _by_weight(candidate)
    return carried - 3 * candidate.news + 2 * candidate.late + faults // 2, origins, reports, faults, 0, name


def _by_day(candidate: Candidate) -> _Order:
    """What is planned for the day that most tellings give first, then as by weight."""
    carried, origins, reports, _, faults, name = _by_weight(candidate)
    return -candidate.due, carried, origins, reports, faults, name


def _leading(candidate: Candidate) -> bool:
    return candidate.leads > 0


def _central(candidate: Candidate) -> bool:
    """What several tellings say happened; what did not happen, or is not told, is seldom what a story is about."""
    carried = candidate.tellings >= 2 and candidate.recent and not candidate.proposition.negated
    return carried and candidate.claim.standing != "disputed" and not _is_planned(candidate)


def _disputed(candidate: Candidate) -> bool:
    return candidate.claim.standing == "disputed"


def _is_planned(candidate: Candidate) -> bool:
    return candidate.proposition.status in ("planned", "possible")


def _due(candidate: Candidate) -> bool:
    """Something planned that is given a day, told by the outlets or by a source but not in a quotation."""
    planned = candidate.proposition.status == "planned" and not candidate.proposition.negated and not candidate.quoted
    return planned and bool(candidate.proposition.times) and (candidate.tellings >= 2 or candidate.late <= 2)


def _rest(candidate: Candidate) -> bool:
    """Something worth knowing that is less widely carried."""
    if candidate.tellings < 2 and (candidate.news < _NEWS or candidate.late > _DOWN):
        return False
    return candidate.claim.standing not in ("disputed", "unsure")


def _early(candidate: Candidate) -> bool:
    """What stands among the first sentences of a report, for stories of which little is told."""
    return candidate.late <= _HIGH and not candidate.quoted and candidate.claim.standing not in ("disputed", "unsure")


_RULES: tuple[tuple[str, Callable[[Candidate], bool], Callable[[Candidate], _Order], int], ...] = (
    ("what happened, as the reports lead with it", _leading, _by_lead, 1),
    ("what most tellings carry", _central, _by_news, _CENTRAL),
    ("what is disputed", _disputed, _by_weight, _DISPUTED),
    ("what is planned", _due, _by_day, _PLANNED),
    ("what else more than one telling carries", lambda c: c.tellings >= 2, _by_weight, 2),
    ("what rests on one origin", _rest, _by_news, _FEWEST),
    ("what else stands at the head of a report", _early, _by_news, _FEWEST),
)


def _repeats(
    candidate: Candidate,
    taken: Sequence[Candidate],
    disputes: Mapping[str, Dispute],
    against: Mapping[str, frozenset[str]],
) -> bool:
    """Whether a reader would meet the same thing twice."""
    if any(c.claim.id in disputes and candidate.claim.id in disputes[c.claim.id].claims for c in taken):
        return True
    if any(candidate.claim.id in c.covered or c.claim.id in candidate.covered for c in taken):
        return True
    if any(_one_quotation(candidate, c) for c in taken):
        return True
    act, people = candidate.deed
    if any(c.deed[0] == act and people & c.deed[1] for c in taken if not _disputed(c)):
        return True
    if any(_one_scene(candidate, c) or _reworded(candidate, c) for c in taken):
        return True
    if any(_shared(candidate.gist, c.gist) >= _ALIKE for c in taken):
        return True
    own = _told(candidate, against)
    for other in filter(_disputed, taken):
        least = _QUARREL if _one_quarrel(candidate, other, disputes) else _ALIKE
        if any(_shared(a, b) >= least for a in own for b in _told(other, against)):
            return True
    return False


def _one_quarrel(one: Candidate, other: Candidate, disputes: Mapping[str, Dispute]) -> bool:
    """Whether the same two camps stand against each other in two disputes."""
    a, b = disputes.get(one.claim.id), disputes.get(other.claim.id)
    if a is None or b is None:
        return False
    return any(bool(a.camps[0] & left and a.camps[1] & right) for left, right in (b.camps, b.camps[::-1]))


def _one_quotation(one: Candidate, other: Candidate) -> bool:
    """Whether two are parts of one quotation."""
    a, b = one.proposition, other.proposition
    return a.report == b.report and a.statement is not None and a.statement == b.statement


def _told(candidate: Candidate, against: Mapping[str, frozenset[str]]) -> list[frozenset[str]]:
    """What a sentence tells, and what the other side tells that stands beside it."""
    other = against.get(candidate.claim.id) if _disputed(candidate) else None
    return [candidate.gist, *([other] if other else [])]


def _said_enough(candidate: Candidate, taken: Sequence[Candidate]) -> bool:
    """Whether one speaker has been quoted often enough."""
    return bool(candidate.quoted) and sum(c.quoted == candidate.quoted for c in taken) >= _QUOTED


def _one_scene(one: Candidate, other: Candidate) -> bool:
    """Whether two tellings begin with the same thing: first sentences of two reports that share what they speak of."""
    if not (one.opens and other.opens) or one.opens & other.opens or _disputed(one) or _disputed(other):
        return False
    mine, theirs = ({w.removesuffix("'s") for w in content(c.phrase.text)} for c in (one, other))
    common = len(mine & theirs)
    least = _ONE_SCENE if one.tellings >= 2 else _ONE_TOLD
    return common >= _COMMON and 1000 * common >= least * min(len(mine), len(theirs))


def _reworded(one: Candidate, other: Candidate) -> bool:
    """Whether two stand in two reports of one telling and say the same: a copy with other words tells nothing new."""
    a, b = one.proposition, other.proposition
    if one.telling != other.telling or a.report == b.report or not (a.vector and b.vector):
        return False
    return cosine(a.vector, b.vector) >= _REWORDED


def _shared(a: frozenset[str], b: frozenset[str]) -> int:
    return 1000 * len(a & b) // max(_FULL, min(len(a), len(b)))
