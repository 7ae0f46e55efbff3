"""Which claims the account tells and in which order: the happening first, then what is agreed, disputed, planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from consilience.lexicons import word_set
from consilience.model.account import Claim
from consilience.model.event import Proposition
from consilience.model.spans import Span
from consilience.model.story import AnnotatedReport
from consilience.reconcile.differences import Ledger
from consilience.reconcile.disputes import Dispute
from consilience.reconcile.lead import in_caption, in_headline, lead
from consilience.reconcile.library import Library, moments_of, people_of, statement_of, text_of
from consilience.reconcile.phrases import Phrase, best_phrase
from consilience.reconcile.same_words import asks
from consilience.reconcile.stances import stance_of
from consilience.reconcile.support import Backing, telling_words
from consilience.reconcile.voices import tells_of_saying, voices_of
from consilience.wording import fold, words

_LEGIBLE = 22  # faults up to which a wording may stand in the account
_ALIKE = 550  # per mille of the shorter wording's words in another from which both tell the same to a reader
_PLAIN = 8  # faults up to which a single telling's words stand in the account
_FEWEST = 5  # sentences up to which what rests on one origin fills the account
_LEAD = 2  # sentences with which a report leads
_OPENING, _COMMON, _ONE_SCENE = 2, 3, 250  # first sentences of two reports that share so much are one happening
_RECENT = timedelta(days=3)  # what lies further back than this is no part of the happening itself
_CENTRAL, _DISPUTED, _PLANNED = 3, 2, 1
_NEWS = 2  # what a claim of one origin must weigh as news to stand in the account
_WEIGHTY = frozenset(("accused", "denied", "promised", "threatened"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim with the wording that would stand in the account.

    `head` tells in tenths how much of its words the heads of the reports share, `scene` how plainly it tells who did what
    to whom, where and on the day of the happening, `opens` the tellings that begin with it, `news` how much a reader would
    miss it, `due` how many tellings give the day of what is planned.
    """

    claim: Claim
    proposition: Proposition
    phrase: Phrase
    tellings: int
    head: int
    scene: int
    recent: bool
    deed: tuple[str, frozenset[str]]
    opens: frozenset[str]
    news: int
    due: int


@dataclass(frozen=True, slots=True)
class _Story:
    """What the candidates of one story are measured by."""

    library: Library
    ledger: Ledger
    heads: Counter[str]
    leading: frozenset[str]
    opening: frozenset[str]
    coded: frozenset[tuple[str, str, Span]]
    given: Mapping[date, int]


def chosen(
    library: Library, ledger: Ledger, claims: Sequence[Claim], disputes: Mapping[str, Dispute], longest: int
) -> list[tuple[Candidate, str]]:
    """The claims the account tells with the rule that chose each, in the order of the rules.

    Fewer than five where the reports have no more that is news and no repetition: an account is not filled up with trifles.
    """
    story = _story(library, ledger)
    candidates = [c for claim in claims if (c := _candidate(story, claim)) is not None]
    taken: list[tuple[Candidate, str]] = []
    for rule, fits, order, most in _RULES:
        found = 0
        for candidate in sorted(candidates, key=order):
            if len(taken) >= longest or found >= most or (fits is _rest and len(taken) >= _FEWEST):
                break
            if fits(candidate) and not _repeats(candidate, [c for c, _ in taken], disputes):
                taken.append((candidate, rule))
                found += 1
    return taken


def _story(library: Library, ledger: Ledger) -> _Story:
    coded = {(told.report.id, e.part, e.trigger) for told in library.reports.values() for e in told.events}
    opening = (p.id for told in library.reports.values() for p in lead(told, _OPENING) if _in_text(told, p))
    return _Story(
        library, ledger, _heads(library), _leading(library), frozenset(opening), frozenset(coded), _given(library)
    )


def _in_text(told: AnnotatedReport, proposition: Proposition) -> bool:
    return not in_headline(told.report, proposition) and not in_caption(told.report, proposition)


def _given(library: Library) -> Counter[date]:
    """How many tellings give each single day."""
    found = {
        (moment.earliest, library.telling(p.report))
        for p in library.propositions.values()
        for moment in moments_of(library, p)
        if moment.earliest == moment.latest
    }
    return Counter(day for day, _ in found)


def _heads(library: Library) -> Counter[str]:
    """In how many tellings' headlines and first sentences each content word stands, in tenths of all of them."""
    tellings: dict[str, set[str]] = {}
    for told in library.reports.values():
        for word in _head(library, told):
            tellings.setdefault(word, set()).add(library.telling(told.report.id))
    total = max(1, len({library.telling(r) for r in library.reports}))
    return Counter({word: 10 * len(found) // total for word, found in tellings.items()})


def _head(library: Library, told: AnnotatedReport) -> set[str]:
    found: set[str] = set()
    for p in lead(told, _LEAD):
        text = text_of(told.report, p.part)
        found |= {w for span in p.spans for w in content(text[span.start : span.end])}
    return found


def _leading(library: Library) -> frozenset[str]:
    return frozenset(p.id for told in library.reports.values() for p in lead(told, _LEAD))


def _candidate(story: _Story, claim: Claim) -> Candidate | None:
    """The claim with a wording that reads as a sentence and says whose word it is; None where there is none."""
    library, backing = story.library, story.ledger.backings[claim.id]
    said = [p for p in telling_words(backing) if _said(library, p)] or [
        p for p in backing.propositions if _said(library, p)
    ]
    if claim.background or not said or claim.standing == "unsure":
        return None
    phrase = best_phrase(library, said)
    if phrase.faults > _LEGIBLE or not phrase.passages:
        return None
    proposition = library.propositions[phrase.proposition]
    tellings = len({library.telling(s.report) for s in claim.support})
    listed = content(phrase.text)
    head = sum(story.heads[w] for w in listed) // max(6, len(listed))
    day = _day(library, backing)
    main = library.frame.day.earliest if library.frame.day else None
    recent = main is None or day is None or day >= main - _RECENT
    deed = fold(proposition.act), frozenset(people_of(library, proposition))
    return Candidate(
        claim, proposition, phrase, tellings, head, _scene(story, backing, phrase, day), recent, deed,
        opens=frozenset(library.telling(p.report) for p in backing.propositions if p.id in story.opening),
        news=_news(story, backing, proposition),
        due=max((story.given[m.earliest] for m in moments_of(library, proposition)), default=0),
    )  # fmt: skip


def _news(story: _Story, backing: Backing, proposition: Proposition) -> int:
    """What a reader would miss: a coded act, something denied, accused, promised or planned, the head of a report."""
    library, statement = story.library, statement_of(story.library, proposition)
    told = backing.propositions
    coded = any((p.report, p.part, e) in story.coded for p in told for e in (p.act_span,))
    weighty = statement is not None and statement.act in _WEIGHTY
    planned = proposition.status == "planned" and bool(proposition.times)
    leads = any(p.id in story.leading and (p.times or p.places or p.quantities or people_of(library, p)) for p in told)
    people = any(library.actors[a].type == "person" for a in people_of(library, proposition))
    return 3 * (coded or weighty) + 2 * (planned or leads) + people


def _day(library: Library, backing: Backing) -> date | None:
    """The first single day that the claim gives what it tells."""
    moments = [m.earliest for p in backing.propositions for m in moments_of(library, p) if m.earliest == m.latest]
    return min(moments, default=None)


def _scene(story: _Story, backing: Backing, phrase: Phrase, day: date | None) -> int:
    """How plainly a claim tells the happening itself: its day, its place, two actors, at the head of a report."""
    library = story.library
    proposition = library.propositions[phrase.proposition]
    main = library.frame.day.earliest if library.frame.day else None
    if proposition.status not in ("happened", "ongoing") or proposition.negated or (day is not None and day != main):
        return 0
    if day is None and not any(p.id in story.leading for p in backing.propositions):
        return 0
    place = fold(library.frame.place or "")
    placed = bool(place) and any(place in fold(_told(library, p)) for p in backing.propositions)
    people = {a for a in people_of(library, proposition) if library.actors[a].type not in ("place", "facility")}
    leads = any(p.id in story.leading for p in backing.propositions)
    acted = statement_of(library, proposition) is None
    return 3 * (day is not None) + 3 * placed + 2 * (len(people) >= 2) + len(people) + 2 * leads + 2 * acted


def _told(library: Library, proposition: Proposition) -> str:
    text = text_of(library.reports[proposition.report].report, proposition.part)
    return " ".join(text[span.start : span.end] for span in proposition.spans)


def _said(library: Library, proposition: Proposition) -> bool:
    """Whether somebody known, or the outlet itself, says the proposition."""
    statement = statement_of(library, proposition)
    if in_headline(library.reports[proposition.report].report, proposition) or asks(library, proposition):
        return False
    if stance_of(library, proposition, statement) not in ("asserts", "plans"):
        return False
    if statement is not None and statement.scope != "statement" and not tells_of_saying(proposition, statement):
        return False
    return all(v.kind != "unresolved" for v in voices_of(library, proposition))


_Order = tuple[int, int, int, int, int, str]


def _by_scene(candidate: Candidate) -> _Order:
    """What tells the happening most plainly first, then most tellings and the words of most heads."""
    return (
        -candidate.scene - candidate.head - 2 * min(3, candidate.tellings), -candidate.tellings, -candidate.head,
        candidate.phrase.faults, 0, candidate.claim.id,
    )  # fmt: skip


def _by_weight(candidate: Candidate) -> _Order:
    """What most tellings carry and the heads speak of first, then most origins and reports."""
    claim = candidate.claim
    reports = len({s.report for s in claim.support})
    carried = 2 * min(candidate.tellings, 5) + candidate.head
    return -carried, -claim.origins.low, -reports, -candidate.tellings, candidate.phrase.faults, claim.id


def _by_news(candidate: Candidate) -> _Order:
    """What a reader would miss most first, then as by weight."""
    carried, origins, reports, _, faults, name = _by_weight(candidate)
    return carried - 3 * candidate.news, origins, reports, faults, 0, name


def _by_day(candidate: Candidate) -> _Order:
    """What is planned for the day that most tellings give first, then as by weight."""
    carried, origins, reports, _, faults, name = _by_weight(candidate)
    return -candidate.due, carried, origins, reports, faults, name


def _happening(candidate: Candidate) -> bool:
    return candidate.scene > 0 and candidate.recent and candidate.claim.standing != "disputed"


def _central(candidate: Candidate) -> bool:
    """What several tellings say happened; what did not happen, or is not told, is seldom what a story is about."""
    carried = candidate.tellings >= 2 and candidate.recent and not candidate.proposition.negated
    return carried and candidate.claim.standing != "disputed" and not _is_planned(candidate)


def _disputed(candidate: Candidate) -> bool:
    return candidate.claim.standing == "disputed"


def _is_planned(candidate: Candidate) -> bool:
    return candidate.proposition.status in ("planned", "possible")


def _due(candidate: Candidate) -> bool:
    """Something planned that is given a day."""
    planned = candidate.proposition.status == "planned" and not candidate.phrase.passages[1:]
    return planned and bool(candidate.proposition.times)


def _rest(candidate: Candidate) -> bool:
    """Something worth knowing that is less widely carried, in words that need no other sentence."""
    if candidate.tellings < 2 and candidate.proposition.statement is None and candidate.phrase.faults > _PLAIN:
        return False
    if candidate.tellings < 2 and candidate.news < _NEWS:
        return False
    return candidate.claim.standing not in ("disputed", "unsure")


_RULES: tuple[tuple[str, Callable[[Candidate], bool], Callable[[Candidate], _Order], int], ...] = (
    ("what happened, as the reports lead with it", _happening, _by_scene, 1),
    ("what most tellings carry", _central, _by_news, _CENTRAL),
    ("what is disputed", _disputed, _by_weight, _DISPUTED),
    ("what is planned", _due, _by_day, _PLANNED),
    ("what else more than one telling carries", lambda c: c.tellings >= 2, _by_weight, 2),
    ("what rests on one origin", _rest, _by_news, _FEWEST),
)


def _repeats(candidate: Candidate, taken: Sequence[Candidate], disputes: Mapping[str, Dispute]) -> bool:
    """Whether a reader would meet the same thing twice."""
    own = content(candidate.phrase.text)
    if any(c.claim.id in disputes and candidate.claim.id in disputes[c.claim.id].claims for c in taken):
        return True
    act, people = candidate.deed
    if any(c.deed[0] == act and people & c.deed[1] for c in taken if not _disputed(c)):
        return True
    if any(_one_scene(candidate, c) for c in taken):
        return True
    return any(_shared(own, content(c.phrase.text)) >= _ALIKE for c in taken)


def _one_scene(one: Candidate, other: Candidate) -> bool:
    """Whether two tellings begin with the same thing: first sentences of two reports that share what they speak of."""
    if not (one.opens and other.opens) or one.opens & other.opens or _disputed(one) or _disputed(other):
        return False
    mine, theirs = ({w.removesuffix("'s") for w in content(c.phrase.text)} for c in (one, other))
    common = len(mine & theirs)
    return common >= _COMMON and 1000 * common >= _ONE_SCENE * min(len(mine), len(theirs))


def content(text: str) -> frozenset[str]:
    """The words of a text that carry something."""
    light = word_set("acts", "light")
    return frozenset(w for w in words(text) if w not in light and len(w) > 2)


def _shared(a: frozenset[str], b: frozenset[str]) -> int:
    return 1000 * len(a & b) // max(1, min(len(a), len(b)))
