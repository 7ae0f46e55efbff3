"""The account of one story: claims with their standing, what differs, what is missing, and five to seven sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from consilience.model.account import Account, Alignment, Claim, Difference, Origin, Standing
from consilience.model.event import Proposition
from consilience.model.ids import content_id
from consilience.model.spans import meets
from consilience.model.story import AnnotatedReport, StoryFrame
from consilience.reconcile.check import supported
from consilience.reconcile.comparable import comparable, numbers_of
from consilience.reconcile.counting import STRENGTH, counted
from consilience.reconcile.coverage import coverage_of
from consilience.reconcile.differences import Ledger, differences, ledger_of, opposing, ordered
from consilience.reconcile.disputes import Case, disputes_of, oppositions
from consilience.reconcile.doubts import doubts_of
from consilience.reconcile.embedding import conditional, only_tells_which
from consilience.reconcile.event_entries import event_entries
from consilience.reconcile.faults import finite, hangs, pointer_faults
from consilience.reconcile.folding import folded
from consilience.reconcile.hollow import says_nothing
from consilience.reconcile.independence import bonds_of
from consilience.reconcile.lead import in_headline
from consilience.reconcile.library import Library, library_of, moments_of
from consilience.reconcile.meant import legible
from consilience.reconcile.naming import wording_rows
from consilience.reconcile.not_told import not_told
from consilience.reconcile.origins import origin_records
from consilience.reconcile.phrases import STANDS, Phrase, best_phrase, phrase_of
from consilience.reconcile.quotes import quotes_of
from consilience.reconcile.sentences import sentences_of
from consilience.reconcile.stakes import stakes_of
from consilience.reconcile.stances import bare_denials
from consilience.reconcile.standings import standing_of
from consilience.reconcile.support import Backing, backings, bearers, telling_words
from consilience.reconcile.timeline import timeline_of
from consilience.reconcile.title import title_of
from consilience.reconcile.told_otherwise import told_otherwise
from consilience.reconcile.valued import valued
from consilience.settings import AccountSettings
from consilience.wording import words

_NEGATIONS = frozenset(
    ("denied", "denies", "deny", "denying", "neither", "never", "no", "nobody", "none", "not", "nothing")
)
_OWN = STANDS + 5  # faults up to which a clause is shown alone rather than in words that stand for another claim
_BESIDE_DENIAL = 17  # faults up to which a clause is shown rather than the sentence in which somebody denies it
_BACKGROUND = timedelta(days=45)  # what lies further back than this from the happening is background


def reconcile(
    frame: StoryFrame, reports: Sequence[AnnotatedReport], alignment: Alignment, settings: AccountSettings
) -> Account:
    """The account of a story; raises UnsupportedSentence if anything in it were without support."""
    library = library_of(frame, reports)
    bonds = bonds_of(library)
    told = folded(library, alignment.claims, _apart(library, alignment))
    ledger = ledger_of(backings(library, told, bonds, stakes_of(library, bonds)))
    numbers = tuple(valued(library))
    sure = comparable(library, alignment, numbers_of(numbers))
    case = Case(library, ledger, bonds, opposing(sure, ledger))
    claims = _claims(case)
    quotes = quotes_of(library)
    compared = differences(library, sure, ledger, numbers, {claim.id for claim in claims})
    differing = _known(ordered((*compared, *told_otherwise(library, claims, quotes))), claims)
    shown = sentences_of(library, ledger, claims, disputes_of(case, claims), settings.longest_account)
    account = Account(
        id="s" + content_id("account", frame.story.id),
        title=title_of(library, claims, differing, shown[0].claims[:2] if shown else ()),
        frame=frame,
        sentences=shown,
        claims=claims,
        differences=differing,
        origins=_origins(ledger),
        quotes=quotes,
        timeline=timeline_of(library, ledger, claims),
        events=event_entries(case, differing),
        wording=wording_rows(library, differing),
        not_told=not_told(library, ledger.claim_of),
        doubts=doubts_of(library, claims),
        origin_records=origin_records(library, ledger, bonds, claims),
    )
    supported(account, tuple(library.reports.values()))
    return account


def _apart(library: Library, alignment: Alignment) -> frozenset[str]:
    """The propositions that somebody denies or tells otherwise."""
    compared = {p for c in alignment.comparisons for p in (c.left, c.right)}
    return frozenset(compared | set(bare_denials(library)))


def _known(found: Sequence[Difference], claims: Sequence[Claim]) -> tuple[Difference, ...]:
    """The differences between claims that are shown and have words on both sides."""
    shown = {claim.id for claim in claims}
    return tuple(d for d in found if set(d.claims) <= shown and all(s.passages and s.value for s in d.sides))


def _claims(case: Case) -> tuple[Claim, ...]:
    """All claims, those of most tellings first; what one telling has in words that point elsewhere comes behind."""
    found = [_claim(case, claim, backing) for claim, backing in case.ledger.backings.items()]
    kept = [claim for claim in found if claim is not None]
    tellings = {c.id: len({case.library.telling(s.report) for s in c.support}) for c in kept}
    open_ones = {c.id for c in kept if tellings[c.id] == 1 and pointer_faults(case.library, c.passages, first=True)}
    ordered = sorted(
        kept,
        key=lambda c: (c.background, -tellings[c.id], c.id in open_ones, -c.origins.low, c.passages[0], c.id),
    )
    return tuple(_legible(case.library, claim) for claim in _told_apart(case, ordered))


def _told_apart(case: Case, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims; where one would be shown by the very words of another before it, by its own clause."""
    shown: set[str] = set()
    for claim in claims:
        if _bare(claim.wording) in shown:
            told = [phrase_of(case.library, p) for p in telling_words(case.ledger.backings[claim.id])]
            own = min(told, key=lambda p: (p.faults, p.passages))
            if own.faults <= _OWN and _bare(own.text) not in shown:
                claim = replace(claim, wording=own.text, passages=own.passages)
        shown.add(_bare(claim.wording))
        yield claim


def _bare(words: str) -> str:
    """Words without the marks at their ends, by which two wordings may differ and tell the same."""
    return words.strip(" .!?“”\"'")


def _claim(case: Case, claim_id: str, backing: Backing) -> Claim | None:
    phrase = _wording(case.library, backing)
    if phrase is None or not phrase.passages or not all(s.passages for s in backing.support):
        return None
    if not bearers(backing) or _nothing_told(case, claim_id, backing):
        return None
    count = counted(bearers(backing), case.bonds)
    standing, why = standing_of(backing, oppositions(case, claim_id), count, case.bonds)
    return Claim(
        id=claim_id,
        wording=phrase.text,
        passages=phrase.passages,
        standing=standing,
        standing_because=why,
        origins=count,
        support=backing.support,
        coverage=coverage_of(case.library, backing, case.bonds, _clauses_against(case, claim_id)),
        background=_background(case.library, backing) or _detail(case.library, backing, phrase, standing),
        because=backing.claim.because,
    )


def _legible(library: Library, claim: Claim) -> Claim:
    """The claim with the names of those whom its pronouns mean, where these can be put in; what is only denied says so."""
    read = legible(library, claim.passages)
    if {s.stance for s in claim.support} == {"denies"} and not _NEGATIONS & set(words(read)):
        read = f"[denied:] {read}"
    return replace(claim, legible=read) if read != claim.wording else claim


def _nothing_told(case: Case, claim_id: str, backing: Backing) -> bool:
    """Whether words only tell that something was said, which thing is meant, under what condition, or name an act without a
    verb that has a tense ("her trip to Orlo"); what somebody denies or tells
    otherwise is always told."""
    if backing.denying or case.opposed.get(claim_id):
        return all(says_nothing(case.library, p) for p in backing.propositions)
    return all(_no_news(case.library, p) for p in backing.propositions)


def _no_news(library: Library, proposition: Proposition) -> bool:
    """Whether a proposition brings nothing a reader is told; a phrase without a tense does only in a headline."""
    told = says_nothing(library, proposition) or only_tells_which(library, proposition)
    headline = in_headline(library.reports[proposition.report].report, proposition)
    phrase = not headline and (proposition.noun or not finite(library, proposition))
    return told or phrase or conditional(library, proposition)


def _clauses_against(case: Case, claim_id: str) -> frozenset[str]:
    """The clauses of the claims that cannot hold beside one."""
    others = (case.ledger.backings[other] for other, _ in case.opposed.get(claim_id, ()))
    return frozenset(p.id for backing in others for p in backing.propositions)


def _wording(library: Library, backing: Backing) -> Phrase | None:
    """The words that stand for a claim: a source's own, unless only what leans on it has words to show."""
    if not backing.propositions:
        return None
    phrase = best_phrase(library, telling_words(backing), backing.propositions)
    if backing.denying and phrase.unit == "sentence" and _holds_denial(backing, phrase):
        own = min((phrase_of(library, p) for p in telling_words(backing)), key=lambda p: (p.faults, p.passages))
        return own if own.faults <= _BESIDE_DENIAL else phrase
    return phrase if phrase.passages else best_phrase(library, backing.propositions)


def _holds_denial(backing: Backing, phrase: Phrase) -> bool:
    """Whether words that stand for a claim hold the words of somebody who denies it."""
    denied = (p for s in backing.support if s.stance == "denies" for p in s.passages)
    return any(meets(p, q) for p in denied for q in phrase.passages)


def _background(library: Library, backing: Backing) -> bool:
    """Whether everything dated in the claim lies well before the happening; of what one telling alone has, each clause."""
    alone = len({library.telling(p.report) for p in backing.propositions}) == 1
    main = [p for p in backing.propositions if not hangs(library, p)]
    if alone and not all(moments_of(library, p) for p in main):
        return False
    moments = [m for p in backing.propositions for m in moments_of(library, p)]
    day = library.frame.day.earliest if library.frame.day else _first_published(library)
    return day is not None and bool(moments) and all(m.latest < day - _BACKGROUND for m in moments)


def _detail(library: Library, backing: Backing, phrase: Phrase, standing: Standing) -> bool:
    """Whether one telling alone has it, in a clause that only goes with another or has no verb with a tense."""
    tellings = {library.telling(p.report) for p in backing.propositions}
    beside = all(hangs(library, p) or not finite(library, p) for p in backing.propositions)
    return (
        len(tellings) == 1 and standing != "disputed" and beside and (phrase.unit != "clause" or phrase.faults > STANDS)
    )


def _first_published(library: Library) -> date | None:
    days = [t.report.published.earliest for t in library.reports.values() if t.report.published is not None]
    return min(days, default=None)


def _origins(ledger: Ledger) -> tuple[Origin, ...]:
    """Every origin of the story once, with the strongest stake that it has in any claim."""
    found: dict[str, Origin] = {}
    for backing in ledger.backings.values():
        for origin in backing.origins:
            known = found.get(origin.id)
            if known is None or _strength(known) > _strength(origin):
                found[origin.id] = origin
    return tuple(sorted(found.values(), key=lambda o: (o.name, o.id)))


def _strength(origin: Origin) -> tuple[int, str]:
    return STRENGTH.index(origin.stake), origin.because
