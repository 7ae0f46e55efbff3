"""What may stand in the account: each claim with the words that read best alone, and what a reader would miss in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from consilience.lexicons import word_set
from consilience.model.account import Claim
from consilience.model.event import Proposition
from consilience.model.spans import Span
from consilience.model.story import AnnotatedReport
from consilience.reconcile.beyond import carried
from consilience.reconcile.differences import Ledger
from consilience.reconcile.faults import hangs
from consilience.reconcile.lead import in_caption, in_headline, lead
from consilience.reconcile.library import Library, moments_of, people_of, statement_of, text_of
from consilience.reconcile.phrases import Phrase, conditioned
from consilience.reconcile.readable import readable
from consilience.reconcile.same_words import asks
from consilience.reconcile.stances import stance_of
from consilience.reconcile.support import Backing, telling_words
from consilience.reconcile.tellers import tells_of_saying
from consilience.reconcile.voices import voices_of
from consilience.wording import fold, words

_LEAD = 2  # sentences with which a report leads
_FAULT = 40  # what a fault takes from a lead, where one word in ten of it in a telling's head gives a hundred
_RECENT = timedelta(days=3)  # what lies further back than this is no part of the happening itself
LONGEST_QUOTE = 260  # characters up to which a quotation is told whole
_AGREED = "agreed by independent origins"
_WEIGHTY = frozenset(("accused", "denied", "promised", "threatened"))

_Place = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim with the words that would stand in the account.

    `shown` is the claim whose standing is told: that of the sentence's main clause. `covered` are all claims in the words,
    `gist` its words of content without names and days.
    `head` tells in tenths how much of its words the heads of the reports share, `leads` how well it sums up the story where
    it is a report's lead (0: it is not), `opens` the tellings that begin with it, `news` how much a reader would miss it,
    `late` how far down it stands, `due` how many tellings give the day of what is planned, `quoted` whose quotation it is.
    """

    claim: Claim
    shown: Claim
    covered: frozenset[str]
    gist: frozenset[str]
    proposition: Proposition
    phrase: Phrase
    telling: str
    tellings: int
    head: int
    leads: int
    recent: bool
    deed: tuple[str, frozenset[str]]
    opens: frozenset[str]
    news: int
    late: int
    due: int
    quoted: str


@dataclass(frozen=True, slots=True)
class _Story:
    """What the candidates of one story are measured by."""

    library: Library
    ledger: Ledger
    claims: Mapping[str, Claim]
    heads: Counter[str]
    tellings: int
    opening: Mapping[str, int]
    leading: frozenset[str]
    coded: frozenset[tuple[str, str, Span]]
    given: Mapping[date, int]
    held: Mapping[_Place, tuple[str, ...]]
    quoted: Mapping[str, tuple[str, ...]]
    main: Mapping[_Place, str]


def candidates_of(library: Library, ledger: Ledger, claims: Sequence[Claim]) -> tuple[list[Candidate], list[Candidate]]:
    """The candidates of all claims, and those of the claims with which reports lead, in the words of the leads."""
    story = _story(library, ledger, claims)
    leads = [c for claim in claims if (c := _candidate(story, claim, story.opening)) is not None]
    return [c for claim in claims if (c := _candidate(story, claim, None)) is not None], leads


def _story(library: Library, ledger: Ledger, claims: Sequence[Claim]) -> _Story:
    coded = {(told.report.id, e.part, e.trigger) for told in library.reports.values() for e in told.events}
    opening = {
        p.id: number
        for told in library.reports.values()
        for number, sentence in enumerate(_opening(told))
        for p in told.propositions
        if p.sentence == sentence and _in_text(told, p)
    }
    held = _held(ledger, claims)
    return _Story(
        library=library, ledger=ledger, claims={c.id: c for c in claims}, heads=_heads(library),
        tellings=max(1, len({library.telling(r) for r in library.reports})), opening=opening,
        leading=frozenset(p.id for told in library.reports.values() for p in lead(told, _LEAD)),
        coded=frozenset(coded), given=_given(library),
        quoted=_in_quotations(library, ledger, claims),
        held={place: tuple(dict.fromkeys(claim for _, claim in found)) for place, found in held.items()},
        main={place: _main(library, found) for place, found in held.items()},
    )  # fmt: skip


def _opening(told: AnnotatedReport) -> list[int]:
    """The numbers of the first sentences of the text that tell something."""
    return sorted({p.sentence for p in told.propositions if _in_text(told, p)})[:_LEAD]


def _held(ledger: Ledger, claims: Sequence[Claim]) -> dict[_Place, list[tuple[Proposition, str]]]:
    """The propositions that stand in each sentence, with their claims."""
    found: defaultdict[_Place, list[tuple[Proposition, str]]] = defaultdict(list)
    for claim in claims:
        for p in ledger.backings[claim.id].propositions:
            found[_place(p)].append((p, claim.id))
    return found


def _in_quotations(library: Library, ledger: Ledger, claims: Sequence[Claim]) -> dict[str, tuple[str, ...]]:
    """The claims of which words stand in each quotation that is told whole."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for claim in claims:
        for name in {_quotation(library, p) for p in ledger.backings[claim.id].propositions} - {""}:
            found[name].append(claim.id)
    return {name: tuple(listed) for name, listed in found.items()}


def _quotation(library: Library, proposition: Proposition) -> str:
    """The quotation that would be told whole where this stands in it; empty where there is none or it is too long."""
    statement = statement_of(library, proposition)
    if statement is None or statement.manner not in ("direct", "block") or tells_of_saying(proposition, statement):
        return ""
    length = sum(end - start for start, end in statement.content)
    return f"{proposition.report} {statement.id}" if length <= LONGEST_QUOTE else ""


def _place(proposition: Proposition) -> _Place:
    return proposition.report, proposition.part, proposition.sentence


def _main(library: Library, found: Sequence[tuple[Proposition, str]]) -> str:
    """The claim that a sentence tells before anything else: that of its longest clause that hangs on no other, where what
    somebody says weighs twice."""
    return min(found, key=lambda item: (hangs(library, item[0]), item[0].noun, -_weight(item[0]), item[0].spans))[1]


def _weight(proposition: Proposition) -> int:
    return sum(span.end - span.start for span in proposition.spans) * (1 if proposition.statement is None else 2)


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
    """In how many tellings' headlines and first sentences each content word stands."""
    tellings: dict[str, set[str]] = {}
    for told in library.reports.values():
        for word in _head(library, told):
            tellings.setdefault(word, set()).add(library.telling(told.report.id))
    return Counter({word: len(found) for word, found in tellings.items()})


def _head(library: Library, told: AnnotatedReport) -> set[str]:
    found: set[str] = set()
    for p in lead(told, _LEAD):
        text = text_of(told.report, p.part)
        found |= {w for span in p.spans for w in content(text[span.start : span.end])}
    return found


def _candidate(story: _Story, claim: Claim, within: Mapping[str, int] | None) -> Candidate | None:
    """The claim with words that read as a sentence and say whose word it is; None where there are none."""
    library, backing = story.library, story.ledger.backings[claim.id]
    said = _sayable(story, telling_words(backing), within) or _sayable(story, backing.propositions, within)
    if any(conditioned(library, p) for p in backing.propositions):
        said = [p for p in said if conditioned(library, p)]
    if (claim.background and within is None) or not said or claim.standing == "unsure":
        return None
    whole = frozenset(p.id for p in said if _carries(story, claim, p))
    clean = frozenset(p.id for p in said if _bears(story, claim, p))
    counted = backing.propositions if within is None and claim.origins.high > 1 else ()
    agreed = claim.origins.low > 1
    phrase = readable(library, said, whole, clean, among=carried(library, counted), shorten=agreed)
    if phrase is None:
        return None
    proposition = library.propositions[phrase.proposition]
    covered = _covered(story, claim, proposition, phrase)
    own = phrase.unit != "sentence" or claim.standing == "disputed"
    shown = claim if own else story.claims[story.main[_place(proposition)]]
    if shown.standing == "unsure":
        return None
    listed = content(phrase.text)
    tellings = _carriers(story, (claim.id,))
    head = sum(10 * story.heads[w] // story.tellings for w in listed) // max(6, len(listed))
    return Candidate(
        claim=claim, shown=shown, covered=frozenset(covered), gist=gist(library, phrase.text), proposition=proposition,
        phrase=phrase, telling=library.telling(proposition.report), tellings=len(tellings), head=head,
        leads=_leads(story, phrase, listed, _carriers(story, covered)),
        recent=_recent(library, backing),
        deed=(fold(proposition.act), frozenset(people_of(library, proposition))),
        opens=frozenset(library.telling(p.report) for p in backing.propositions if p.id in story.opening),
        news=_news(story, backing, proposition), late=_late(library, proposition),
        due=max((story.given[m.earliest] for m in moments_of(library, proposition)), default=0),
        quoted=_quoted(library, proposition, phrase),
    )  # fmt: skip


def _covered(story: _Story, claim: Claim, proposition: Proposition, phrase: Phrase) -> tuple[str, ...]:
    """The claims whose words stand in what would be told: those of its sentence, or of the quotation that is told whole."""
    if phrase.unit == "sentence":
        return story.held[_place(proposition)]
    return (claim.id, *(c for c in story.quoted.get(_quotation(story.library, proposition), ()) if c != claim.id))


def _sayable(story: _Story, propositions: Sequence[Proposition], within: Mapping[str, int] | None) -> list[Proposition]:
    return [p for p in propositions if (within is None or p.id in within) and _said(story.library, p)]


def _carries(story: _Story, claim: Claim, proposition: Proposition) -> bool:
    """Whether a sentence tells a claim before anything else; what is disputed is told wherever it stands by itself."""
    by_itself = claim.standing == "disputed" and not hangs(story.library, proposition)
    return by_itself or story.main.get(_place(proposition)) == claim.id


def _bears(story: _Story, claim: Claim, proposition: Proposition) -> bool:
    """Whether a proposition's sentence holds nothing beside the claim that would be shown with a standing not its own:
    something disputed as if nobody disputed it, one origin's word as if several agreed on it."""
    others = [story.claims[c] for c in story.held[_place(proposition)] if c != claim.id]
    if claim.standing == _AGREED:
        return all(other.standing == _AGREED for other in others)
    return claim.standing == "disputed" or all(other.standing != "disputed" for other in others)


def _carriers(story: _Story, claims: Sequence[str]) -> frozenset[str]:
    """The tellings that carry any of these claims."""
    return frozenset(story.library.telling(s.report) for c in claims for s in story.claims[c].support)


def _leads(story: _Story, phrase: Phrase, listed: frozenset[str], tellings: frozenset[str]) -> int:
    """How much of the heads of all tellings a lead holds, per word, and how many carry what it tells; first sentences before
    second ones."""
    number = story.opening.get(phrase.proposition)
    if number is None or not listed:
        return 0
    score = 1000 * sum(story.heads[w] for w in listed) // (story.tellings * (len(listed) + 6))
    carried = 2 * story.tellings + 3 * len(tellings)
    return max(1, score * carried * (6 - number) // (30 * story.tellings) - _FAULT * phrase.faults // 4)


def _late(library: Library, proposition: Proposition) -> int:
    """How far down in its report a sentence stands, in steps that grow: 0 for the first three, 1 to the sixth, and so on."""
    first = min((p.sentence for p in library.reports[proposition.report].propositions), default=0)
    return min(5, (proposition.sentence - first) // 3)


def _quoted(library: Library, proposition: Proposition, phrase: Phrase) -> str:
    """Whose quotation the words are; empty where they are none."""
    statement = statement_of(library, proposition)
    if statement is None or statement.manner not in ("direct", "block"):
        return ""
    return " and ".join(v.name for v in voices_of(library, proposition))


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


def _recent(library: Library, backing: Backing) -> bool:
    """Whether nothing dated in a claim lies before the happening."""
    main = library.frame.day.earliest if library.frame.day else None
    moments = [m.latest for p in backing.propositions for m in moments_of(library, p)]
    return main is None or not moments or max(moments) >= main - _RECENT


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


def gist(library: Library, text: str) -> frozenset[str]:
    """The words of content of a text but for names and days, which all sentences of a story share."""
    return content(text) - library.name_words - word_set("reading", "days") - word_set("reading", "small")


def content(text: str) -> frozenset[str]:
    """The words of a text that carry something."""
    light = word_set("acts", "light")
    return frozenset(w for w in words(text) if w not in light and len(w) > 2)
