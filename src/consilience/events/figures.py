"""Words that fit a rule in a figure of speech, or where nobody means to do anybody anything: "captured most delegates"."""

from __future__ import annotations

from consilience.events.arguments import obliques
from consilience.events.ground import Ground, is_somebody, lemma_of, name_of, participant
from consilience.events.matching import Match
from consilience.lexicons import word_set
from consilience.parses import kid

_FAR = 16  # tokens after a verb
_RACE = 3  # sentences from which a report tells that an accident is its matter
_WON = ("capture", "storm")
_HARM = frozenset({"hit", "injure", "kill", "shoot", "strike", "wound"})
_QUESTIONS = frozenset({"about", "how", "on", "why"})
_UNARMED = frozenset("bidding court custody legal losing political price public trade turf uphill".split())
_WINS = frozenset("beat defeat down edge face host outlast play rout stun top trounce upset".split())
_VEHICLES = frozenset("bike bus cab car motorcycle suv taxi train tram truck van vehicle".split())
_RUN_OVER = frozenset({"hit", "run", "strike"})
_ANYTHING = frozenset({"anything", "everything", "little", "much", "nothing"})


def is_figure(ground: Ground, at: int, found: Match) -> bool:
    """Whether a match at a verb or act noun is only a figure of speech or a mishap: one of the checks below says so."""
    return any(check(ground, at, found) for check in _CHECKS)


def _near(ground: Ground, at: int) -> set[str]:
    return {ground.parse.tokens[k].word.lower() for k in ground.parse.kids[at]}


def _sentence(ground: Ground, at: int) -> set[str]:
    first, last = ground.parse.sentences[ground.parse.sentence_of[at]].tokens
    return {lemma_of(ground.parse.tokens[i]) for i in range(first, last) if ground.parse.tokens[i].pos != "PROPN"}


def _wins(ground: Ground, at: int, found: Match) -> bool:
    """ "Captured two delegates", "captured the mood": won, not taken by force."""
    if lemma_of(ground.parse.tokens[at]) not in _WON:
        return False
    thing = kid(ground.parse, at, "obj", "nsubj:pass")
    if thing is None:
        return False
    below = (k for k in ground.parse.kids[thing] if ground.parse.tokens[k].relation in ("nmod", "amod", "compound"))
    told = {lemma_of(ground.parse.tokens[i]) for i in (thing, *below)}
    return bool(told & word_set("plover_senses", "won"))


def _burns_in_words(ground: Ground, at: int, found: Match) -> bool:
    """ "Burns her rival", "destroys the candidate in debate": a person by name is beaten in words or in a poll."""
    names = [name_of(ground, i) for i in found.recipients]
    person = bool(names) and all(n is not None and n.type == "PERSON" for n in names)
    return found.rule.name == "destroy" and person and not _sentence(ground, at) & word_set("plover_senses", "bodily")


def _by_mishap(ground: Ground, at: int, found: Match) -> bool:
    """ "Killed by a motorist", "shot in a hunting accident": nobody meant it."""
    if found.rule.type != "ASSAULT" or lemma_of(ground.parse.tokens[at]) not in _HARM:
        return False
    words, told = _sentence(ground, at), word_set("plover_senses", "mishaps")
    if words & told or _is_run_over(ground, at) or _is_hit_and_killed(ground, at):
        return not words & (word_set("plover_senses", "meant") - {"shoot"})
    last = ground.parse.sentences[min(_RACE, len(ground.parse.sentences)) - 1].tokens.last
    lead = {lemma_of(ground.parse.tokens[i]) for i in range(last)}
    return bool(lead & told) and not words & word_set("plover_senses", "bodily") - _HARM


def _is_hit_and_killed(ground: Ground, at: int) -> bool:
    """ "Hit and killed a woman in the car park": so accidents on the road are told."""
    before = [t.lemma.lower() for t in ground.parse.tokens[max(0, at - 2) : at]]
    after = [t.lemma.lower() for t in ground.parse.tokens[at + 1 : at + 3]]
    hit = lemma_of(ground.parse.tokens[at]) in ("hit", "strike")
    return before in (["hit", "and"], ["strike", "and"]) or (hit and after == ["and", "kill"])


def _is_run_over(ground: Ground, at: int) -> bool:
    """ "Was killed when she was struck by a car"."""
    first, last = ground.parse.sentences[ground.parse.sentence_of[at]].tokens
    hits = (i for i in range(first, last) if lemma_of(ground.parse.tokens[i]) in _RUN_OVER)
    by = (k for i in hits for case, k in obliques(ground.parse, i) if case == "by")
    return any(lemma_of(ground.parse.tokens[k]) in _VEHICLES for k in by)


def _pours_money(ground: Ground, at: int, found: Match) -> bool:
    """ "Poured money into the race": no forces move."""
    thing = kid(ground.parse, at, "obj")
    moved = found.rule.name == "forces move up" and thing is not None
    return moved and thing is not None and lemma_of(ground.parse.tokens[thing]) not in found.rule.weapon


def _shown_by_somebody(ground: Ground, at: int, found: Match) -> bool:
    """ "The thrift that the party has demonstrated", "will rally behind the nominee": no protest."""
    if found.rule.name != "demonstrate":
        return False
    token = ground.parse.tokens[at]
    shown = token.relation == "acl:relcl" and token.head >= 0 and not is_somebody(ground, token.head)
    return shown or any(case in ("around", "behind") for case, _ in obliques(ground.parse, at))


def _defends_himself(ground: Ground, at: int, found: Match) -> bool:
    """ "Defended her decision": who stands up for what is his own backs nobody."""
    thing = kid(ground.parse, at, "obj")
    owner = kid(ground.parse, thing, "nmod:poss") if thing is not None else None
    if found.rule.name != "welcome a step" or owner is None:
        return False
    actors = {participant(ground, i).entity for i in found.actors}
    whose = participant(ground, owner).entity
    return whose in actors if whose else ground.parse.tokens[owner].tag == "PRP$"


def _of_one_mind(ground: Ground, at: int, found: Match) -> bool:
    """ "They agree it will be hard", "agreed on little": a view that people share."""
    if found.rule.name != "agree or promise" or lemma_of(ground.parse.tokens[at]) != "agree":
        return False
    if any(ground.parse.tokens[k].word.lower() in _ANYTHING for _, k in obliques(ground.parse, at)):
        return True
    clause = kid(ground.parse, at, "ccomp")
    return clause is not None and kid(ground.parse, clause, "cop") is not None and "it" in _near(ground, clause)


def _presses_for_words(ground: Ground, at: int, found: Match) -> bool:
    """ "Was pressed on why she left": a question, no demand."""
    if found.rule.name != "demand" or lemma_of(ground.parse.tokens[at]) not in ("press", "pressure"):
        return False
    if kid(ground.parse, at, "xcomp") is not None:
        return False
    clauses = (k for k in ground.parse.kids[at] if ground.parse.tokens[k].relation in ("advcl", "ccomp"))
    after = {t.word.lower() for t in ground.parse.tokens[at + 1 : at + 3]}
    return any(_near(ground, k) & _QUESTIONS for k in clauses) or bool(after & {"ahead", "on"})


def _lets_papers_go(ground: Ground, at: int, found: Match) -> bool:
    """ "The material was cleared and released": what a body gives out is no person who is freed."""
    names = [name_of(ground, i) for i in found.recipients]
    return found.rule.name == "release" and bool(names) and any(n is not None and n.type == "ORG" for n in names)


def _is_listed(ground: Ground, at: int, found: Match) -> bool:
    """ "Listed the bear as threatened", "made the terror threat worse": nobody threatens anybody."""
    if found.rule.name == "threaten":
        return ground.parse.tokens[at].tag == "VBN" and "as" in _near(ground, at)
    if found.rule.name != "give an ultimatum":
        return False
    noun = found.used[-1]
    told = {
        t.word.lower() for k in ground.parse.kids[noun] for t in (ground.parse.tokens[j] for j in ground.parse.kids[k])
    }
    of_a_danger = (
        lemma_of(ground.parse.tokens[noun]) == "warning" and not found.recipients and bool(told & {"about", "of"})
    )
    worse = lemma_of(ground.parse.tokens[at]) == "make" and kid(ground.parse, at, "xcomp") is not None
    return worse or of_a_danger


def _warns_of_another(ground: Ground, at: int, found: Match) -> bool:
    """ "Warning her followers on air that the rebels could cross the border": a danger is told, no threat made."""
    if found.rule.name != "warn somebody":
        return False
    tokens, last = ground.parse.tokens, ground.parse.sentences[ground.parse.sentence_of[at]].tokens.last
    marks = (
        k for k in range(at + 1, min(last, at + _FAR)) if tokens[k].relation == "mark" and tokens[k].word == "that"
    )
    clause = next((tokens[k].head for k in marks), None)
    subject = kid(ground.parse, clause, "nsubj", "nsubj:pass") if clause is not None else None
    if clause is None or subject is None or tokens[subject].tag == "PRP":
        return False
    own = {participant(ground, i).entity for i in found.actors}
    may = {tokens[k].word.lower() for k in ground.parse.kids[clause]} & {"can", "could", "may", "might"}
    return bool(may) and participant(ground, subject).entity not in own


def _takes_charge(ground: Ground, at: int, found: Match) -> bool:
    """ "Seized control of the evening": nothing is taken by force."""
    thing = kid(ground.parse, at, "obj")
    if found.rule.name != "seize" or thing is None or lemma_of(ground.parse.tokens[thing]) != "control":
        return False
    return not any({"COP", "MIL", "REB"} & set(participant(ground, i).sectors) for i in found.actors)


def _answers(ground: Ground, at: int, found: Match) -> bool:
    """ "Shot back that it was nonsense", "fired back": words are exchanged, where nobody is hit."""
    hits = lemma_of(ground.parse.tokens[at]) in ("fire", "shoot") and found.rule.type == "ASSAULT"
    return hits and not found.recipients and "back" in _near(ground, at)


def _flies_a_flag(ground: Ground, at: int, found: Match) -> bool:
    """ "A vessel flying a foreign flag": nobody travels."""
    thing = kid(ground.parse, at, "obj")
    return found.rule.name == "travel to" and thing is not None and not is_somebody(ground, thing)


def _rejects_a_word(ground: Ground, at: int, found: Match) -> bool:
    """ "Rejected the idea that it was a retreat", "defied the question": nothing is refused that somebody asked for."""
    thing = kid(ground.parse, at, "obj", "nsubj:pass")
    told = found.rule.name == "reject" and thing is not None
    return told and thing is not None and lemma_of(ground.parse.tokens[thing]) in word_set("plover_senses", "notions")


def _gives_up_in_words(ground: Ground, at: int, found: Match) -> bool:
    """ "The country cannot surrender without a fight": nobody who could lay down arms is told of."""
    if found.rule.name != "retreat" or lemma_of(ground.parse.tokens[at]) != "surrender":
        return False
    if any({"COP", "CRM", "MIL", "REB", "UAF"} & set(participant(ground, i).sectors) for i in found.actors):
        return False
    public = any(
        {"GOV", "LEG", "PTY"} & set(participant(ground, i).sectors) or participant(ground, i).country
        for i in found.actors
    )
    modal = any(ground.parse.tokens[k].tag == "MD" for k in ground.parse.kids[at])
    return (public or modal) and not _sentence(ground, at) & word_set("plover_senses", "force")


def _fights_for_trade(ground: Ground, at: int, found: Match) -> bool:
    """ "Fought a losing battle against imports": a battle that the words before it call a figure."""
    if found.rule.name != "fight a war":
        return False
    before = {ground.parse.tokens[k].word.lower() for i in found.used for k in ground.parse.kids[i]}
    return bool(before & _UNARMED)


def _hits_in_the_ring(ground: Ground, at: int, found: Match) -> bool:
    """ "Bombed him with a right hand": one person by name bombs no other."""
    names = [name_of(ground, i) for i in (*found.actors, *found.recipients)]
    people = bool(found.actors and found.recipients) and all(n is not None and n.type == "PERSON" for n in names)
    return found.rule.name == "bomb" and people


def _harms_an_animal(ground: Ground, at: int, found: Match) -> bool:
    """ "The family's dog was beaten to death": nobody is attacked."""
    thing = kid(ground.parse, at, "obj", "nsubj:pass")
    over = ground.parse.tokens[at].head
    if thing is None and over >= 0 and ground.parse.tokens[at].relation == "xcomp":
        thing = kid(ground.parse, over, "obj", "nsubj:pass")
    harmed = found.rule.type == "ASSAULT" and thing is not None
    return harmed and thing is not None and lemma_of(ground.parse.tokens[thing]) in word_set("plover_senses", "animals")


def _hacks_at_stone(ground: Ground, at: int, found: Match) -> bool:
    """ "Hacking chunks off a wall": no computers."""
    thing = kid(ground.parse, at, "obj")
    hacked = found.rule.name == "hack" and thing is not None and not found.recipients
    return hacked and any(case in ("off", "from", "out of") for case, _ in obliques(ground.parse, at))


def _rejects_anything(ground: Ground, at: int, found: Match) -> bool:
    """ "Rejects anything new": nothing in particular is refused."""
    thing = kid(ground.parse, at, "obj", "nsubj:pass")
    return found.rule.name == "reject" and thing is not None and ground.parse.tokens[thing].word.lower() in _ANYTHING


def _visiting_side(ground: Ground, at: int, found: Match) -> bool:
    """ "Beat visiting Northport": the participle says which side is the guest."""
    token = ground.parse.tokens[at]
    if found.rule.name != "visit" or token.tag != "VBG" or at == 0 or token.head != at - 1:
        return False
    return lemma_of(ground.parse.tokens[at - 1]) in _WINS


_CHECKS = (
    _wins, _burns_in_words, _by_mishap, _pours_money, _shown_by_somebody, _defends_himself, _of_one_mind,
    _presses_for_words, _lets_papers_go, _is_listed, _warns_of_another, _takes_charge, _answers, _flies_a_flag,
    _rejects_a_word, _gives_up_in_words, _fights_for_trade, _hits_in_the_ring, _rejects_anything, _visiting_side,
    _harms_an_animal, _hacks_at_stone,
)  # fmt: skip
