"""When an outlet's own voice is a witness: for the news itself, and for what its own people saw or asked.

An outlet can know for itself an act in the open or on public record, in the days of the news: a march, a goal, a vote, a
signature. What lay before the news and how things stand everybody repeats from everybody; what is planned, thought or done
in secret nobody sees; what befell people, what police, crews and courts did, and counts, whoever was in charge knows;
where a report names somebody as the source, what others tell in their own voice may rest on it, too. One claim is one
act: where one outlet's words tell it as an act in the open, the others' do, and where one dates it before the news, so it is.
An outlet that is no witness adds to the most, and never to the least.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from consilience.lexicons import table, word_list, word_set
from consilience.model.annotations import Token
from consilience.model.event import Proposition
from consilience.reconcile.involved import act_token
from consilience.reconcile.library import Library, sentence_span, statement_of, text_of
from consilience.reconcile.news_days import NewsDays, amid_what_lay_before, dated_when, news_days, told_when
from consilience.trees import SUBJECTS, children, tokens_within
from consilience.wording import fold, words

_NEAR_WORDS = 6  # words in which a watcher and what the watcher did stand together
_ALIKE, _LEAST = 700, 3  # per mille of an outlet's words, and how many, that a source must be given elsewhere
WAYS = frozenset(("away", "back", "down", "off", "out"))
"""Words that turn what is done into its opposite: "stormed off" and "stormed back"."""
SPARED = "nobody"
"""Begins what is told to be done where nobody came to harm."""
_STEPS = 12  # heads above a word that are looked at
_WHEN = frozenset(("after", "before", "when", "while"))
_SENSED = frozenset(("feel", "find", "hear", "see"))
_TRIED = frozenset(("attempt", "try"))
_DONE = frozenset("add attempt blast charge detail indict plead post publish set show try vote welcome".split())
_PRESENT = frozenset(("VB", "VBP", "VBZ"))


@dataclass(frozen=True, slots=True)
class Attributed:
    """What somebody is given as the source for, in any report of the story: the words of each, found by word."""

    words: Mapping[str, frozenset[str]]
    having: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Scenery:
    """What is needed to tell whether an outlet is a witness: who is given as a source for what, and the days of the news."""

    sources: Attributed
    news: NewsDays


def scenery_of(library: Library) -> Scenery:
    """The scenery of a story."""
    return Scenery(attributed(library), news_days(library))


def attributed(library: Library) -> Attributed:
    """The attributed propositions of a story by the words of their content; what somebody only mentions is not what he is
    cited for."""
    said: dict[str, frozenset[str]] = {}
    having: dict[str, list[str]] = {}
    names = {}
    for proposition in library.propositions.values():
        statement = statement_of(library, proposition)
        if statement is not None and not proposition.noun:
            said[proposition.id] = telling_words_of(library, proposition)
            names[proposition.id] = (statement.speaker.name if statement.speaker else None) or "somebody"
            for word in said[proposition.id]:
                having.setdefault(word, []).append(proposition.id)
    return Attributed(said, {word: tuple(ids) for word, ids in having.items()}, names)


def broken(library: Library, proposition: Proposition) -> bool:
    """Whether the words are a piece of a clause: a subject or object stands in them without its verb, or two before one.

    A subject has its verb, too, where its own one is left out and another follows that shares it ("she rose and … left").
    What a relative clause tells of needs no verb beside that clause's ("the yard, which pickers had barred").
    """
    tokens = library.parts[proposition.report, proposition.part].tokens
    inside = {n for span in proposition.spans for n in range(*tokens_within(tokens, span))}
    told_of = {tokens[n].head for n in inside if tokens[n].relation == "acl:relcl"}
    subjects = [n for n in sorted(inside - told_of) if tokens[n].relation.split(":")[0] == "nsubj"]
    objects = [n for n in sorted(inside - told_of) if tokens[n].relation == "obj"]
    heads = [tokens[n].head for n in subjects]
    shared = {tokens[n].head for n in inside if tokens[n].relation == "conj" and tokens[n].pos in ("AUX", "VERB")}
    needed = {*heads, *(tokens[n].head for n in objects)} - {-1}
    late = any(tokens[n].head < n and heads.count(tokens[n].head) > 1 for n in subjects)
    return late or not needed <= inside | shared


def unseen(library: Library, proposition: Proposition, others: Sequence[Proposition], scenery: Scenery) -> str:
    """Why an outlet's own words are no witness to what they tell; empty where they are one.

    `others` are what outlets tell in their own voice in the same claim: one act in other words.
    """
    if watched(library, proposition) or _left_unanswered(library, proposition):
        return ""
    if proposition.negated:
        return "" if _kept_back(library, proposition) else "that something did not happen nobody can see"
    attempted = bool({"attempted", "tried"} & set(_words(library, proposition)))
    if proposition.status not in ("happened", "ongoing") and not attempted:
        return "it tells what is planned, possible or not so, which nobody has seen"
    for reason in _reasons(library, proposition, others, scenery.news):
        return reason
    source = _given_elsewhere(library, proposition, scenery.sources)
    return f"the like has {source} as its source in the same story" if source else ""


def _reasons(
    library: Library, proposition: Proposition, others: Sequence[Proposition], news: NewsDays
) -> Iterator[str]:
    part = library.parts[proposition.report, proposition.part]
    tokens, act = part.tokens, act_token(part, proposition.act_span)
    if proposition.noun:
        yield "it is only mentioned, and not told as news"
    if _said_or_thought(proposition, tokens, act):
        yield "it tells what somebody said, thinks or wants, which is that one's word"
    if _lay_before(library, proposition, others, news):
        yield "it tells what lay before the news, which everybody repeats"
    if _state(proposition, tokens, act):
        yield "it tells how things are, which everybody repeats"
    if word_set("witnessing", "hidden") & set(_words(library, proposition)):
        yield "it was not done in the open"
    if any(q.span in proposition.quantities and q.unit in _counted() for q in part.quantities):
        yield "it gives a count, which comes from whoever counted"
    if _in_hand(library, proposition):
        yield "what befell people, and what police and rescuers did, is known from whoever was in charge"
    if not any(_in_the_open(library, o) for o in (proposition, *others)):
        yield "it is no act in the open that each could see without being told"
    if _beside_words(tokens, act):
        yield "its sentence passes on somebody's words"


def _lay_before(library: Library, proposition: Proposition, others: Sequence[Proposition], news: NewsDays) -> bool:
    """Whether it is told with "had", or of a day before the news by any outlet, and by none of the days of the news."""
    told = {dated_when(library, o, news) for o in others}
    own = told_when(library, proposition, news)
    if own or "news" in told:
        return own == "before"
    return "before" in told or amid_what_lay_before(library, proposition, news)


def _in_the_open(library: Library, proposition: Proposition) -> bool:
    """Whether the act is one that whoever is there sees, or that is put on record for all; what is tried, by what it is."""
    act, named = fold(proposition.act), word_set("witnessing", "open")
    if act in _TRIED:
        return bool(named & set(_words(library, proposition)))
    return not proposition.noun and bool({act, act.split(" ")[0]} & named)


def _in_hand(library: Library, proposition: Proposition) -> bool:
    """Whether the words tell what befell people, or deeds of police, courts and rescuers that only these know of."""
    act, said = fold(proposition.act).split(" ")[0], _words(library, proposition)  # "pull over"
    if act in {*table("units", "fates"), *word_set("witnessing", "official")} or (act == "open" and "fire" in said):
        return True
    return bool(word_set("witnessing", "in_charge") & set(said))


def told_police(library: Library, proposition: Proposition) -> bool:
    """Whether the sentence is what somebody told police or investigators, who may tell it on."""
    said = [w for w in _sentence_words(library, proposition) if w != "the"]
    police = word_set("witnessing", "ranks") | {"authorities"}
    return any(a in ("tell", "telling", "told") and b in police for a, b in pairwise(said))


def _counted() -> frozenset[str]:
    """What people, and sums of money, are counted by."""
    return frozenset((*table("units", "fates").values(), *table("units", "currency_signs").values(), "people"))


def watched(library: Library, proposition: Proposition) -> bool:
    """Whether the sentence says that the outlet's own people saw it."""
    said = _sentence_words(library, proposition)
    text = " ".join(said)
    if any(f" {phrase} " in f" {text} " for phrase in word_list("media", "on_the_spot")):
        return True
    places = [n for n, word in enumerate(said) if word in word_set("witnessing", "watchers")]
    watching = word_set("witnessing", "watching")
    return any(watching & set(said[n + 1 : n + _NEAR_WORDS]) and _own(said, n) for n in places)


def _own(said: Sequence[str], place: int) -> bool:
    """Whether a reporter is the outlet's: one reporter and no other's ("a reporter for …" is another's)."""
    return said[place + 1 : place + 2] not in (("for",), ("from",), ("with",)) and said[place] != "reporters"


def _kept_back(library: Library, proposition: Proposition) -> bool:
    """Whether the words say that something is not made public, which whoever asks can see."""
    text = f" {' '.join(_sentence_words(library, proposition))} "
    return any(f" {phrase} " in text for phrase in word_list("not_told", "disclosed"))


def _left_unanswered(library: Library, proposition: Proposition) -> bool:
    """Whether all that is told is that somebody would not answer, which each outlet that asked has seen for itself."""
    said = _words(library, proposition)
    if {"call", "calls", "message", "messages"} & set(said) and {"answered", "returned"} & set(said):
        return True
    return any(f" {' '.join(said)} ".endswith(f" {phrase} ") for phrase in word_list("not_told", "declined"))


def _said_or_thought(proposition: Proposition, tokens: Sequence[Token], act: int | None) -> bool:
    acts = [fold(proposition.act)]
    if act is not None and acts[0] in _SENSED and any(tokens[c].relation == "aux:pass" for c in children(tokens, act)):
        return False  # a tremor was felt, a body was found
    if act is not None and _gathering(tokens, act):
        return False  # "held talks"
    if act is not None:
        lends = acts[0] in word_set("witnessing", "lending")
        below = ("xcomp", "advcl", "conj", "ccomp") if lends else ("xcomp", "ccomp")
        acts += [fold(tokens[c].lemma) for c in children(tokens, act) if tokens[c].relation.split(":")[0] in below]
        follows = [fold(tokens[i].lemma) for i in range(act + 1, min(act + 3, len(tokens)))]
        if any(f"{acts[0]} {word}" in word_set("witnessing", "sayings") for word in follows):
            return True
    return bool(_said() & set(acts))


def _gathering(tokens: Sequence[Token], act: int) -> bool:
    """Whether the act is a meeting that is held ("they held talks")."""
    return _done(tokens, act) and fold(tokens[act].lemma) in word_set("acts", "gatherings")


def _done(tokens: Sequence[Token], act: int) -> bool:
    """Whether the act is a noun of which a verb says no more than that it is done ("made two attempts")."""
    over = tokens[act].head
    return tokens[act].relation == "obj" and over >= 0 and fold(tokens[over].lemma) in word_set("acts", "making")


def _spoken() -> frozenset[str]:
    """The lemmas of saying and believing; acts that are done as well as said are left out."""
    kinds = ("denied", "accused", "asked", "declined", "promised", "threatened", "asserted")
    said = frozenset().union(*(word_set("cues", f"statement_{kind}") for kind in kinds))
    return (said | word_set("cues", "belief")) - word_set("stakes", "words_or_deeds") - _DONE


def _said() -> frozenset[str]:
    """The lemmas of saying, believing, planning and changing one's mind."""
    return (_spoken() | word_set("cues", "plan") | word_set("witnessing", "turns")) - _DONE


def _state(proposition: Proposition, tokens: Sequence[Token], act: int | None) -> bool:
    """Whether the words tell a state or a habit: a copula, a verb of being, a plain present."""
    lemma = fold(proposition.act)
    if lemma in ("be", "have") or lemma in word_set("witnessing", "states"):
        return True
    if act is None or tokens[act].pos not in ("VERB", "AUX"):
        return (
            act is not None
            and not _done(tokens, act)
            and tokens[act].pos in ("ADJ", "NOUN", "PROPN", "PRON", "NUM")
            and bool(tokens[act].tag)
        )
    being = [c for c in children(tokens, act) if tokens[c].relation.startswith("aux") and fold(tokens[c].lemma) == "be"]
    plain = tokens[act].tag in _PRESENT or any(tokens[c].tag in _PRESENT for c in being)
    return plain and proposition.part == "text"  # a headline tells in the present what happened


def _beside_words(tokens: Sequence[Token], act: int | None) -> bool:
    """Whether the sentence as a whole tells what somebody said or thinks, and this only beside it.

    What a relative clause tells of whoever speaks stands on its own ("Orla Vane, who led the march, said …"), and so does
    what had happened before it was said ("she praised the crew after she had met it").
    """
    at, steps, aside = act if act is not None else -1, 0, False
    while at >= 0 and tokens[at].head >= 0 and steps < _STEPS:
        above = tokens[at].head
        apart = (aside and tokens[at].relation in SUBJECTS) or _after_which(tokens, at) or _gathering(tokens, at)
        if fold(tokens[above].lemma) in _spoken() and not apart:
            return True
        aside = tokens[at].relation == "acl:relcl"
        at, steps = above, steps + 1
    return False


def _after_which(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause tells when something was said: "after they had met"."""
    marks = (c for c in children(tokens, at) if tokens[c].relation == "mark")
    return tokens[at].relation == "advcl" and any(fold(tokens[c].lemma) in _WHEN for c in marks)


def _given_elsewhere(library: Library, proposition: Proposition, sources: Attributed) -> str:
    """The name of a source whom some report gives for most of the words: for the deed, or for most of what is no name."""
    own = telling_words_of(library, proposition)
    bare = own - library.name_words
    deed = {w for w in own if fold(w).startswith(fold(proposition.act)[:4])}
    shared: dict[str, set[str]] = {}
    for word in own:
        for other in sources.having.get(word, ()):
            shared.setdefault(other, set()).add(word)
    alike = [o for o, found in shared.items() if len(found) >= _LEAST and 1000 * len(found) >= _ALIKE * len(own)]
    alike = [o for o in alike if shared[o] & deed or 1000 * len(shared[o] & bare) >= _ALIKE * len(bare)]
    return min((sources.names[o] for o in alike), default="")


def deed_of(proposition: Proposition) -> str:
    """The lemma of what is done; empty where the words tell a state. That nobody was hurt is one thing in all its words."""
    lemma = fold(proposition.act)
    fate = table("units", "fates").get(lemma)
    if fate and proposition.negated:
        return f"{SPARED} {fate}"
    return "" if lemma in word_set("acts", "light") | word_set("witnessing", "states") else lemma


def telling_words_of(library: Library, proposition: Proposition) -> frozenset[str]:
    """The words of a proposition that are not light, names among them; for a "they" the names before it in its sentence."""
    light = (word_set("acts", "light") | word_set("function_words", "english")) - WAYS
    return frozenset(
        w.removesuffix("'s")
        for w in (*_words(library, proposition), *_pointed_at(library, proposition))
        if w not in light and (len(w) > 2 or w.isdigit()) and w.strip("0")  # "20, 000" and "50, 000" share no number
    )


def _pointed_at(library: Library, proposition: Proposition) -> tuple[str, ...]:
    """The names before a clause in its sentence, where it calls those who act only "they" or "the two"."""
    if proposition.whom or [words(p.name)[-1:] for p in proposition.who] not in ([("they",)], [("two",)]):
        return ()
    text = text_of(library.reports[proposition.report].report, proposition.part)
    start = sentence_span(library, proposition.report, proposition.part, proposition.spans[0]).start
    return tuple(w for w in words(text[start : proposition.spans[0].start]) if w in library.name_words)


def _words(library: Library, proposition: Proposition) -> tuple[str, ...]:
    text = text_of(library.reports[proposition.report].report, proposition.part)
    return tuple(w for span in proposition.spans for w in words(text[span.start : span.end]))


def _sentence_words(library: Library, proposition: Proposition) -> tuple[str, ...]:
    text = text_of(library.reports[proposition.report].report, proposition.part)
    span = sentence_span(library, proposition.report, proposition.part, proposition.spans[0])
    return words(text[span.start : span.end])
