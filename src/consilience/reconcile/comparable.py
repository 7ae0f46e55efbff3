"""Which comparisons of clauses are surely of one matter, so that a reader should see them; what is unsure is not shown."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from consilience.lexicons import table, word_set
from consilience.model.account import SET_AGAINST, SIDE_BY_SIDE, Alignment, Comparison, DifferenceKind
from consilience.model.event import Proposition
from consilience.model.spans import Part, Span
from consilience.model.time import Moment
from consilience.reconcile.lead import in_headline
from consilience.reconcile.library import Library, people_of, statement_of, text_of
from consilience.reconcile.one_fact import apart, one_fact
from consilience.reconcile.same_matter import eras
from consilience.reconcile.same_words import clause_words, negators, points_at, sentence_words, share_words, surely_said
from consilience.reconcile.two_numbers import counted, differ, vague, value
from consilience.reconcile.valued import Valued
from consilience.trees import child, tokens_within
from consilience.wording import fold, words

_Term = tuple[str, str]

_TRIED = 6  # clauses of each claim that are tried
_TOLD = 6  # sentences of a story in which a pair of words may stand that says which one thing is meant
_START = 30  # letters into a denial at which what is denied begins
_PAIR, _YEAR = 2, 366  # people who do something together, and days within which it is dated
_SHORT = 2  # letters up to which a word tells little
_SHARED = 500  # per mille of the words of the shorter clause that the other has too
_WORDS, _MANY = 2, 3  # words that both have, and where the acts are not the same
_COUNTS = 2  # counts of one kind, the headline's and the text's
_YEAR_WORD = re.compile(r"(?:19|20)\d\d")
_COUNTS_TOLD = "two counts"  # how the reason of a comparison of tolls begins
_REAL = frozenset(("happened", "ongoing", "unknown"))
_KINDS = frozenset(("ADJ", "NOUN", "NUM", "VERB"))


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a story by their places, and how many counts of one kind each report gives."""

    at: Mapping[tuple[str, Part, Span], Valued]
    given: Mapping[tuple[str, str], frozenset[float]]


def numbers_of(numbers: tuple[Valued, ...]) -> Numbers:
    """The numbers ready to be looked up."""
    given: defaultdict[tuple[str, str], set[float]] = defaultdict(set)
    for one in numbers:
        given[one.report, counted(one.quantity)].add(value(one.quantity) or 0)
    at = {(one.report, one.part, one.quantity.span): one for one in numbers}
    return Numbers(at, {key: frozenset(values) for key, values in given.items()})


def comparable(library: Library, alignment: Alignment, numbers: Numbers) -> Alignment:
    """The alignment with those comparisons alone that are surely of one matter, by the clauses that show it."""
    claim_of = {p: claim.propositions for claim in alignment.claims for p in claim.propositions}
    rare = _terms_told(library)
    kept = (_shown(library, c, (claim_of, numbers, rare)) for c in alignment.comparisons)
    return replace(alignment, comparisons=tuple(c for c in kept if c is not None))


_Known = tuple[Mapping[str, tuple[str, ...]], Numbers, Mapping[_Term, int]]


def _shown(library: Library, comparison: Comparison, known: _Known) -> Comparison | None:
    """The comparison by the first two clauses of its claims that are surely of one matter."""
    if comparison.because == SET_AGAINST or comparison.because.endswith(SIDE_BY_SIDE):
        return comparison
    claim_of, numbers, rare = known
    lists = [(i, *(p for p in claim_of.get(i, ()) if p != i)) for i in (comparison.left, comparison.right)]
    first = library.propositions[comparison.left], library.propositions[comparison.right]
    if comparison.kind == "headline":
        elsewhere = eras(library, first[0]) != eras(library, first[1])
        return None if elsewhere or _borne_out(*first, numbers) else comparison
    if comparison.kind == "number" and not _two_counts(*first, numbers) and comparison.because.startswith(_COUNTS_TOLD):
        return None if _two_tolls(*first, numbers) or _two_scenes(library, *first, numbers) else comparison  # in words
    pairs = [(a, b) for a in lists[0][:_TRIED] for b in lists[1][:_TRIED]]
    for left, right in sorted(pairs, key=lambda p: (p[0] != comparison.left) + (p[1] != comparison.right)):
        told = library.propositions[left], library.propositions[right]
        if comparison.kind == "strength":
            fits = _other_words(library, *told) and any(
                rare[term] <= _TOLD for term in _terms(library, told[0]) & _terms(library, told[1])
            )
        else:
            fits = _sure(library, comparison.kind, told, numbers)
        if fits:
            scope = "finer detail" if comparison.kind == "number" and _rough(*told, numbers) else comparison.scope
            return replace(comparison, left=left, right=right, scope=scope)
    return None


def _other_words(library: Library, left: Proposition, right: Proposition) -> bool:
    """Whether two clauses are not told in the very same words."""
    return clause_words(library, left) != clause_words(library, right)


def _sure(library: Library, kind: DifferenceKind, told: tuple[Proposition, Proposition], numbers: Numbers) -> bool:
    left, right = told
    if kind == "denial":
        return _denies(library, left, right)
    if kind == "day":
        return _two_days(library, left, right)
    if kind == "place":
        return _two_places(library, left, right)
    return kind != "number" or _one_count(left, right, numbers)


def _terms(library: Library, proposition: Proposition) -> set[_Term]:
    """The pairs of words of content that follow each other in a clause."""
    return _pairs(clause_words(library, proposition))


def _pairs(listed: Sequence[str]) -> set[_Term]:
    light = word_set("acts", "light")
    return {(a, b) for a, b in pairwise(listed) if a not in light and b not in light and min(len(a), len(b)) > _SHORT}


def _terms_told(library: Library) -> Counter[_Term]:
    """In how many sentences of the story each pair of words stands; what is told throughout is no one thing."""
    found: Counter[_Term] = Counter()
    for (report, part), parsed in library.parts.items():
        text = text_of(library.reports[report].report, part)
        for sentence in parsed.sentences:
            found.update(_pairs(words(text[sentence.span.start : sentence.span.end])))
    return found


def _denies(library: Library, left: Proposition, right: Proposition) -> bool:
    """Whether one takes back by its verb or by a "not" what the other says: the same act, of the same people."""
    if not all(surely_said(library, p) and not in_headline(library.reports[p.report].report, p) for p in (left, right)):
        return False
    acts = [s.act if (s := statement_of(library, p)) is not None else "asserted" for p in (left, right)]
    by_verb = (acts[0] == "denied") != (acts[1] == "denied")
    if by_verb:
        told, denied = (right, left) if acts[0] == "denied" else (left, right)
        fits = _heads(library, denied) and not told.negated and told.status in _REAL and not negators(library, told)
        common = _keys(library, left) & _keys(library, right)
        said = (
            told.statement is not None and len(common) >= _MANY
        )  # what an outlet tells beside the matter nobody denies
        return fits and _one_matter(library, left, right) and (_same_act(left, right) or said)
    if any(_supposed(library, p) or (p.negated and _beside(library, p)) for p in (left, right)):
        return False
    opposite = left.negated != right.negated and bool(negators(library, left)) != bool(negators(library, right))
    together = left.status in _REAL | {"negated"} and right.status in _REAL | {"negated"}
    if not opposite or not together or share_words(library, left, right) or points_at(left) != points_at(right):
        return False
    then = [bool(word_set("told_otherwise", "earlier") & set(sentence_words(library, p))) for p in (left, right)]
    return then[0] == then[1] and _same_act(left, right) and _one_matter(library, left, right)


def _supposed(library: Library, proposition: Proposition) -> bool:
    """Whether the sentence of a clause only supposes something ("if", "imagine")."""
    return bool(word_set("values", "supposing") & set(sentence_words(library, proposition)))


def _beside(library: Library, proposition: Proposition) -> bool:
    """Whether a clause has no tense of its own ("while not catching any")."""
    tokens = library.parts[proposition.report, proposition.part].tokens
    at = tokens_within(tokens, proposition.act_span)
    act = at.first if at.last > at.first else None
    return act is not None and tokens[act].tag == "VBG" and child(tokens, act, "aux") is None


def _heads(library: Library, proposition: Proposition) -> bool:
    """Whether a clause is what a statement says first: "rejected calls to end it after a charge" denies no charge."""
    statement = statement_of(library, proposition)
    first = min((s.start for s in statement.content), default=0) if statement is not None else 0
    return statement is not None and proposition.spans[0].start - first <= _START


def _one_matter(library: Library, left: Proposition, right: Proposition) -> bool:
    """Whether two clauses share most of the words of the shorter one, and nothing says that they are of other people."""
    mine, theirs = _keys(library, left), _keys(library, right)
    common = mine & theirs
    people = set(people_of(library, left)), set(people_of(library, right))
    if all(people) and not people[0] & people[1]:
        return False
    number = len(common) + (_key(left.act) != _key(right.act) and _same_act(left, right))
    return number >= _WORDS and 1000 * number >= _SHARED * min(len(mine), len(theirs))


def _same_act(left: Proposition, right: Proposition) -> bool:
    acts = sorted((_key(left.act), _key(right.act)))
    return acts[0] == acts[1] or " ".join(acts) in word_set("acts", "near")


def _key(lemma: str) -> str:
    folded = fold(lemma)
    return table("acts", "acts").get(folded) or table("acts", "things").get(folded, folded)


def _keys(library: Library, proposition: Proposition) -> set[str]:
    """The words of content of a clause, names left out, by act and thing."""
    part = library.parts[proposition.report, proposition.part]
    inside = (i for span in proposition.spans for i in range(*tokens_within(part.tokens, span)))
    told = (part.tokens[i] for i in inside if part.tokens[i].pos in _KINDS)
    lemmas = {fold(t.lemma or t.word) for t in told}
    return {_key(lemma) for lemma in lemmas if lemma not in word_set("acts", "light") and lemma.isalnum()}


def _two_days(library: Library, left: Proposition, right: Proposition) -> bool:
    """Whether each gives one time in other words, for the same act of the same people, or for what the same two did."""
    if left.negated or right.negated or left.status != right.status:
        return False
    days = [_days(library, p) for p in (left, right)]
    if any(len(found) != 1 for found in days) or not (surely_said(library, left) and surely_said(library, right)):
        return False
    if _said_when(library, left) & _said_when(library, right):
        return False
    lengths = [(moment.latest - moment.earliest).days for found in days for moment in found]
    actors = set(people_of(library, left)) & set(people_of(library, right))
    if len(actors) >= _PAIR and max(lengths) <= _YEAR:
        return bool(_keys(library, left) & _keys(library, right))
    who = {p.entity or fold(p.name) for p in left.who}, {p.entity or fold(p.name) for p in right.who}
    same = _key(left.act) == _key(right.act) and lengths[0] == lengths[1]
    return same and bool(actors or who[0] & who[1]) and _one_matter(library, left, right)


def _days(library: Library, proposition: Proposition) -> set[Moment]:
    found = (library.days.get((proposition.report, proposition.part, span)) for span in proposition.times)
    return {moment for moment in found if moment is not None}


def _said_when(library: Library, proposition: Proposition) -> set[str]:
    text = text_of(library.reports[proposition.report].report, proposition.part)
    return {w for span in proposition.times for w in words(text[span.start : span.end])}


def _two_places(library: Library, left: Proposition, right: Proposition) -> bool:
    """Whether each names one place, and no report names both: who names both tells of two."""
    if len(left.places) != 1 or len(right.places) != 1 or _key(left.act) != _key(right.act):
        return False
    names = [_place(library, p) for p in (left, right)]
    if not all(kind == "town" for _, kind in names):
        return False
    texts = [fold(text_of(library.reports[p.report].report, "text")) for p in (left, right)]
    return names[0][0] not in texts[1] and names[1][0] not in texts[0] and _one_matter(library, left, right)


def _place(library: Library, proposition: Proposition) -> tuple[str, str]:
    part = library.parts[proposition.report, proposition.part]
    found = next((m for m in part.places if m.span == proposition.places[0]), None)
    return (fold(found.name), found.kind) if found is not None else ("", "")


def _one_count(left: Proposition, right: Proposition, numbers: Numbers) -> bool:
    """Whether two clauses count one thing: where a report has several such counts, only with words that say which."""
    return any(_one_of_both(a, b, numbers) for a, b in _two_counts(left, right, numbers))


def _two_counts(left: Proposition, right: Proposition, numbers: Numbers) -> list[tuple[Valued, Valued]]:
    """The numbers of two clauses that count the same and are not the same."""
    return [
        (a, b)
        for a in _valued(left, numbers)
        for b in _valued(right, numbers)
        if _kind(left, a) == _kind(right, b) and value(a.quantity) != value(b.quantity)
    ]


def _rough(left: Proposition, right: Proposition, numbers: Numbers) -> bool:
    """Whether one of two clauses only gives an order of size ("several games") where the other has a number."""
    pairs = _two_counts(left, right, numbers)
    return bool(pairs) and all(vague(a.quantity) != vague(b.quantity) for a, b in pairs)


def _two_tolls(left: Proposition, right: Proposition, numbers: Numbers) -> bool:
    """Whether one of two clauses is told of a year that the other's sentence does not name."""
    return any(years_of(a) != years_of(b) for a in _valued(left, numbers) for b in _valued(right, numbers))


def _two_scenes(library: Library, left: Proposition, right: Proposition, numbers: Numbers) -> bool:
    """Whether one of two clauses sums up several happenings, or each is set in a place that the other does not name."""
    summed = [any(one.summed for one in _valued(p, numbers)) for p in (left, right)]
    names = [{w for m in _places_in(library, p) for w in words(m)} for p in (left, right)]
    return summed[0] != summed[1] or (all(names) and not names[0] & names[1])


def _places_in(library: Library, proposition: Proposition) -> list[str]:
    part = library.parts[proposition.report, proposition.part]
    return [m.name for m in part.places if m.kind != "country" and m.span in proposition.places]


def _kind(proposition: Proposition, one: Valued) -> str:
    """What a number counts; people of whom the clause says what befell them go by it."""
    unit = counted(one.quantity)
    if unit in table("units", "fates").values() or unit != "person":
        return unit
    return table("units", "fates").get(proposition.act) or table("units", "fates").get(one.act) or unit


def _one_of_both(left: Valued, right: Valued, numbers: Numbers) -> bool:
    """Whether two numbers are of one fact by their words, or since each is all that its report counts of the kind."""
    if one_fact(left, right):
        return differ(left.quantity, right.quantity)
    if not differ(left.quantity, right.quantity) or apart(left, right) or years_of(left) != years_of(right):
        return False
    befell = left.quantity.unit in table("units", "fates").values()
    return _only(left, numbers) and _only(right, numbers) and (befell or left.act == right.act)


def years_of(one: Valued) -> set[str]:
    """The years that the sentence of a number names: what has one is told as past."""
    return {word for told in one.times for word in words(told) if _YEAR_WORD.fullmatch(word)}


def _borne_out(left: Proposition, right: Proposition, numbers: Numbers) -> bool:
    """Whether the text under a headline gives several counts of its kind, so that the headline may be of one of them."""
    kinds = {counted(one.quantity) for one in (*_valued(left, numbers), *_valued(right, numbers))}
    return any(len(numbers.given.get((left.report, kind), ())) > _COUNTS for kind in kinds)


def _valued(proposition: Proposition, numbers: Numbers) -> list[Valued]:
    places = ((proposition.report, proposition.part, span) for span in proposition.quantities)
    return [numbers.at[place] for place in places if place in numbers.at]


def _only(one: Valued, numbers: Numbers) -> bool:
    return len(numbers.given[one.report, counted(one.quantity)]) == 1
