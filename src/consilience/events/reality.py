"""The status of an event: what the verb says, bounded by what the statement around it does and by how old its time is."""

from __future__ import annotations

from consilience.events.ahead import put_ahead
from consilience.events.arguments import obliques
from consilience.events.asides import is_told_aside, reads_as_headline
from consilience.events.charges import is_of_a_charge, is_on_trial, is_ordered, is_reproached
from consilience.events.ground import Ground, lemma_of, participant
from consilience.events.matching import case_of
from consilience.events.negation import is_negated
from consilience.events.occurrences import goes_on
from consilience.events.stated import (
    by_statement,
    hangs_outside,
    is_asked_about,
    is_by_cue,
    is_known,
    is_of_a_suit,
    not_denied,
    stands_beside,
)
from consilience.events.status import BEFORE, ON_CONDITION, Reality, reality
from consilience.events.undone import is_undoing, phrase_at
from consilience.lexicons import word_set
from consilience.model.event import EventStatus
from consilience.model.spans import Span, covers
from consilience.parses import kid

_FROM_STATUS: dict[str, EventStatus] = {
    "happened": "happened", "ongoing": "ongoing", "planned": "planned", "possible": "hypothetical", "negated": "denied",
    "unknown": "hypothetical",
}  # fmt: skip
_PLANNED_WORDS = frozenset(
    {
        "coming",
        "forthcoming",
        "future",
        "next",
        "planned",
        "proposed",
        "scheduled",
        "upcoming",
        "plan",
        "schedule",
        "announce",
        "expect",
        "arrange",
    }
)
_UNDONE_WORDS = frozenset(
    {"avert", "avoid", "cancel", "deny", "deter", "foil", "prevent", "reject", "thwart", "postpone", "stop"}
)
_ADJUNCTS = ("during", "after", "following", "since", "amid", "before", "in", "at", "by")
_OCCURRING = ("happen", "occur", "materialise", "materialize", "go", "come")
_ACCUSING = frozenset(
    {
        "accusation",
        "accuse",
        "acquit",
        "allegation",
        "arrest",
        "blame",
        "charge",
        "clear",
        "count",
        "indict",
        "investigate",
        "question",
        "sue",
        "suspect",
        "suspicion",
        "trial",
        "try",
    }
)
_RULED_OUT = ("rule out", "deny", "dismiss", "exclude")
_LEADING = ("appear", "due", "expect", "fail", "plan", "poise", "schedule", "seem", "set", "slate")
_ORDERING = ("agree", "announce", "decide", "expect", "order", "pledge", "plan", "promise", "vow")
_TELLING = ("comment", "confirm", "disclose", "discuss", "reveal", "say", "tell")
_SET_UP = ("expect", "plan", "propose", "schedule", "set")
_PROCEEDING = ("go", "move", "proceed")
_UNDERWAY = ("due", "prepare", "ready", "schedule", "set", "underway", "way")
_LASTING = ("blockade", "invasion", "occupation", "siege", "war")
_OUGHT = ("only possible (may)", "only possible (might)", "only possible (must)", "only possible (should)")
_ALLEGING = frozenset({"accuse", "allegation", "allege", "charge", "speculate", "speculation", "suspect"})


def verb_status(ground: Ground, verb: int) -> tuple[EventStatus, str]:
    """The status of an act told by a verb, with the reason in words."""
    real = reality(ground, verb)
    if _made_up(ground, verb) or _asked(ground, verb):
        return "hypothetical", "only asked or made up"
    if is_reproached(ground, verb):
        return "hypothetical", "only alleged"
    if _alleged(ground, verb):
        return _bounded(ground, verb, "hypothetical", "only an accusation")
    if is_ordered(ground, verb):
        return "happened", "ordered by a court"
    status, because = _under_cue(ground, verb, _plain(ground, verb, real), real.because)
    if status == "hypothetical" and _is_accepted(ground, verb):
        return "planned", "an invitation that was accepted"
    return _bounded(ground, verb, status, because)


def _is_accepted(ground: Ground, verb: int) -> bool:
    """Whether what somebody is invited to do has been accepted further on in the same sentence."""
    parse, above = ground.parse, ground.parse.tokens[verb].head
    if above < 0 or lemma_of(parse.tokens[above]) not in ("invite", "invitation"):
        return False
    for index in range(above + 1, parse.sentences[parse.sentence_of[verb]].tokens.last):
        if parse.tokens[index].pos == "VERB" and lemma_of(parse.tokens[index]) == "accept":
            thing = kid(parse, index, "obj", "nsubj:pass")
            told = thing is not None and lemma_of(parse.tokens[thing]) in ("invitation", "invite", "offer")
            return told and reality(ground, index).status == "happened" and not is_negated(parse, index)
    return False


def _under_cue(ground: Ground, verb: int, status: EventStatus, because: str) -> tuple[EventStatus, str]:
    """What the words over the act make of it, across the border of a statement: ruled out, or threatened."""
    index, steps, said = verb, 0, False
    parse = ground.parse
    while parse.tokens[index].head >= 0 and steps < 3:
        below, index, steps = index, parse.tokens[index].head, steps + 1
        if parse.tokens[below].relation not in ("xcomp", "ccomp", "acl", "conj"):
            break
        if is_threat(ground, index, below, status):
            return "threatened", f"threatened ({parse.tokens[index].word})"
        crossed = ground.owner[index] != ground.owner[verb]
        said = said or (steps > 1 and lemma_of(parse.tokens[below]) in _TELLING)
        refused = phrase_at(parse, index) in _RULED_OUT or (
            parse.tokens[below].relation == "xcomp" and is_undoing(parse, index)
        )
        refused = refused and parse.tokens[below].relation != "conj"
        if refused and said:
            return "hypothetical", f"{parse.tokens[index].word} to say"
        if crossed and status != "denied" and refused:
            return (
                ("hypothetical", "not ruled out")
                if is_negated(parse, index)
                else ("denied", f"{parse.tokens[index].word}")
            )
        if crossed and status == "planned" and lemma_of(parse.tokens[index]) in word_set("plover", "wishing"):
            return "hypothetical", f"only {parse.tokens[index].word}"
        settled = because != ON_CONDITION and lemma_of(parse.tokens[index]) in _ORDERING
        if crossed and settled and status == "hypothetical":
            return "planned", "ordered or decided"
    return status, because


def is_threat(ground: Ground, index: int, below: int, status: EventStatus) -> bool:
    """Whether the word over an act makes it a threat; a warning only where the act lies ahead and is the warner's own."""
    lemma = lemma_of(ground.parse.tokens[index])
    if lemma not in word_set("plover", "threatening") or is_negated(ground.parse, index):
        return False
    if lemma not in ("warn", "warning"):
        return True
    subject, own = kid(ground.parse, below, "nsubj"), kid(ground.parse, index, "nsubj")
    ahead = status in ("planned", "hypothetical") and kid(ground.parse, below, "aux") is not None
    return ahead and (subject is None or own is None or _same(ground, subject, own))


def _same(ground: Ground, left: int, right: int) -> bool:
    """Whether two tokens stand for one: the same entity, or a pronoun for the other."""
    first, second = (participant(ground, i).entity for i in (left, right))
    return first == second if first and second else ground.parse.tokens[left].tag == "PRP"


def _made_up(ground: Ground, verb: int) -> bool:
    sentence = ground.parse.sentences[ground.parse.sentence_of[verb]]
    return any(lemma_of(ground.parse.tokens[i]) in word_set("plover", "fiction") for i in range(*sentence.tokens))


def _asked(ground: Ground, verb: int) -> bool:
    """The main verb of a question."""
    sentence = ground.parse.sentences[ground.parse.sentence_of[verb]]
    last = next(
        (w for w in (ground.parse.tokens[i].word for i in reversed(range(*sentence.tokens))) if w not in "\"”’')"), ""
    )
    return last == "?" and ground.parse.tokens[verb].head < 0


def _alleged(ground: Ground, verb: int) -> bool:
    """ "Charged with killing", "suspected of bombing": told as what somebody is accused of."""
    token = ground.parse.tokens[verb]
    if token.relation == "conj" and token.head >= 0 and token.tag == ground.parse.tokens[token.head].tag == "VBG":
        return _alleged(ground, token.head)
    if is_of_a_charge(ground, verb):
        return True
    if (
        token.tag not in ("VBG", "VBN")
        or token.relation not in ("advcl", "xcomp", "ccomp", "acl", "obl")
        or token.head < 0
    ):
        return False
    accused = lemma_of(ground.parse.tokens[token.head]) in _ACCUSING or is_on_trial(ground, verb)
    accused = accused and ground.owner[token.head] == ground.owner[verb]
    marks = (
        ground.parse.tokens[k].word.lower()
        for k in ground.parse.kids[verb]
        if ground.parse.tokens[k].relation in ("mark", "case")
    )
    return accused and any(m in ("of", "with", "for", "in") for m in marks)


def noun_status(ground: Ground, noun: int) -> tuple[EventStatus, str] | None:
    """The status of an act told by a noun; None where nothing says that it took place."""
    given_up = _given_up(ground, noun)
    if given_up is not None:
        return given_up
    own = put_ahead(ground, noun) or _by_modifiers(ground, noun)
    if own is not None:
        return _bounded(ground, noun, *own)
    index, steps = noun, 0
    while (
        ground.parse.tokens[index].head >= 0
        and steps < 6
        and ground.owner[ground.parse.tokens[index].head] == ground.owner[noun]
    ):
        relation, above = ground.parse.tokens[index].relation, ground.parse.tokens[index].head
        case = next(
            (
                ground.parse.tokens[k].word.lower()
                for k in ground.parse.kids[index]
                if ground.parse.tokens[k].relation == "case"
            ),
            "",
        )
        if case in ("since", "after", "before", "following", "during"):
            return _after(ground, noun, above, case)
        if case == "for" and lemma_of(ground.parse.tokens[above]) in _UNDERWAY:
            return _bounded(ground, noun, "planned", f"{ground.parse.tokens[above].word} for it")
        if relation == "obj" and ground.parse.tokens[above].word.lower() == "following":
            return _bounded(ground, noun, "happened", "something is told as following it")
        governed = _governed(ground, above, relation)
        if governed is not None:
            return _bounded(ground, noun, *governed)
        if ground.parse.tokens[above].pos == "VERB" or kid(ground.parse, above, "cop") is not None:
            return _lasting(ground, noun, _like_verb(ground, noun, index, above))
        index, steps = above, steps + 1
    return None


def _lasting(ground: Ground, noun: int, told: tuple[EventStatus, str] | None) -> tuple[EventStatus, str] | None:
    """ "Sanctions over its invasion of Arven": what is only named as a reason, and nowhere told as over, goes on."""
    reason = case_of(ground, noun) in ("about", "against", "amid", "over")
    lasts = reason and lemma_of(ground.parse.tokens[noun]) in _LASTING
    return ("ongoing", "named as what goes on") if lasts and told == ("happened", "past tense") else told


def voiced_status(ground: Ground, noun: int) -> tuple[EventStatus, str]:
    """The status of what is real by being uttered ("her demand", "their criticism of the dam")."""
    return _given_up(ground, noun) or _by_modifiers(ground, noun) or ("happened", "voiced")


def _given_up(ground: Ground, noun: int) -> tuple[EventStatus, str] | None:
    """Called off, cancelled, scrapped: the act did not and will not take place."""
    token = ground.parse.tokens[noun]
    if token.relation not in ("obj", "nsubj:pass", "nsubj") or token.head < 0:
        return None
    phrase = phrase_at(ground.parse, token.head)
    lemma = phrase.split()[0]
    told = phrase == "call off" or lemma in word_set("plover", "calling_off") or lemma in word_set("plover", "foiling")
    if not told or is_negated(ground.parse, token.head):
        return None
    ended = lemma not in word_set("plover", "foiling")
    asked = ended and verb_status(ground, token.head)[0] in ("hypothetical", "planned")
    return ("planned", "its end is only asked for") if asked else ("denied", phrase)


def _plain(ground: Ground, verb: int, real: Reality) -> EventStatus:
    """The verb's status; the present tense of a headline tells what happened."""
    token = ground.parse.tokens[verb]
    headed = ground.headline is not None and covers(ground.headline, Span(token.start, token.end))
    headed = headed or reads_as_headline(ground, verb)
    bare = real.because == "an order or wish" and kid(ground.parse, verb, "nsubj") is not None
    if headed and not real.negated and (bare or real.because == "present tense"):
        return "happened"
    if real.negated and real.because in (*_OUGHT, ON_CONDITION, "would have"):
        return "hypothetical"
    return "denied" if real.negated else _FROM_STATUS[real.status]


def _bounded(ground: Ground, index: int, status: EventStatus, because: str) -> tuple[EventStatus, str]:
    """What the statements around the act make of it: denied, threatened, promised, asked for or believed is not happened."""
    number = ground.owner[index]
    statement = ground.statements[number] if number >= 0 else None
    byid = {s.id: s for s in ground.statements}
    aside = is_told_aside(ground, index)
    while statement is not None:
        alleging = is_by_cue(ground, statement, _ALLEGING) or is_of_a_suit(ground, statement, index)
        if status == "happened" and alleging and not aside:
            return "hypothetical", "only alleged"
        spared = is_asked_about(ground, statement, index) or not_denied(ground, statement)
        spared = spared or (aside and statement.act != "denied") or is_known(ground, statement)
        spared = (
            spared or (because == BEFORE and hangs_outside(ground, index)) or stands_beside(ground, statement, index)
        )
        changed = None if spared else by_statement(statement, status)
        if changed is not None:
            return changed
        statement = byid.get(statement.within) if statement.within is not None else None
    return status, because


def _by_modifiers(ground: Ground, noun: int) -> tuple[EventStatus, str] | None:
    for k in ground.parse.kids[noun]:
        token = ground.parse.tokens[k]
        word = token.lemma.lower()
        if word == "no" and token.relation == "det":
            return "denied", "no"
        if (
            word in word_set("plover", "unreal_adjectives")
            or token.word.lower() in word_set("plover", "unreal_adjectives")
        ) and token.relation in ("amod", "det"):
            return ("planned" if {word, token.word.lower()} & _PLANNED_WORDS else "hypothetical"), word
        if token.relation in ("acl", "acl:relcl") and lemma_of(token) in _SET_UP:
            return "planned", f"{token.word}"
    return None


def _governed(ground: Ground, above: int, relation: str) -> tuple[EventStatus, str] | None:
    lemma = lemma_of(ground.parse.tokens[above])
    if relation == "nsubj:pass" and lemma == "aim":
        return None
    if relation == "nmod" and lemma in ("eve", "heel"):
        return ("planned", "on its eve") if lemma == "eve" else ("happened", "something is told as after it")
    if relation not in ("obj", "nmod", "obl", "nsubj:pass", "conj", "xcomp", "ccomp") or lemma not in word_set(
        "plover", "unreal_governors"
    ):
        return None
    if lemma in _UNDONE_WORDS:
        return "denied", lemma
    return ("planned" if lemma in _PLANNED_WORDS else "hypothetical"), lemma


def _after(ground: Ground, noun: int, above: int, case: str) -> tuple[EventStatus, str]:
    """What something happened after or during took place, unless all of it lies ahead."""
    ahead = ground.parse.tokens[above].pos == "VERB" and verb_status(ground, above)[0] in (
        "planned",
        "hypothetical",
        "threatened",
    )
    if ahead and case != "since":
        return _bounded(ground, noun, "planned", f"{case} something that lies ahead")
    return _bounded(ground, noun, "happened", f"something is told as {case} it")


def _like_verb(ground: Ground, noun: int, index: int, verb: int) -> tuple[EventStatus, str] | None:
    """As real as the verb that it depends on; what something else only happened during or after took place itself."""
    inner = kid(ground.parse, verb, "xcomp")
    if (
        inner is not None
        and lemma_of(ground.parse.tokens[verb]) in _LEADING
        and lemma_of(ground.parse.tokens[inner]) not in ("be",)
    ):
        verb = inner
    relation = ground.parse.tokens[index].relation
    if relation == "nsubj" and lemma_of(ground.parse.tokens[verb]) in ("likely", "unlikely"):
        return "planned", "what is told of it lies ahead"
    status, because = verb_status(ground, verb)
    if because == "present tense" and relation == "nsubj" and _is_any(ground, index):
        return None
    weighed = because.startswith(("lies ahead (", "only possible (")) and _is_certain(ground, index)
    weighed = weighed and lemma_of(ground.parse.tokens[verb]) not in _PROCEEDING
    if (because == "present tense" or weighed) and relation == "nsubj" and not goes_on(ground, verb):
        return "happened", "something is told of it"
    case = next((c for c, k in obliques(ground.parse, verb) if k == index), "")
    if status == "denied":
        occurs = lemma_of(ground.parse.tokens[verb]) in (*_OCCURRING, *word_set("plover", "light_verbs"))
        return (status, because) if occurs and relation in ("nsubj", "nsubj:pass", "obj") else None
    if relation == "obl" and because == "perhaps":
        return "happened", "only who was there is unsure"
    if relation == "obl" and case not in (*_ADJUNCTS, "with", "on", "for", "to", "from", "over"):
        return None
    return status, because


def _is_certain(ground: Ground, noun: int) -> bool:
    """ "Her endorsement could help": the noun is somebody's, or a definite one from somebody."""
    kids = ground.parse.kids[noun]
    the = any(ground.parse.tokens[k].word.lower() in ("that", "the", "this") for k in kids)
    uttered = any(ground.parse.tokens[c].word.lower() in ("by", "from") for k in kids for c in ground.parse.kids[k])
    return kid(ground.parse, noun, "nmod:poss") is not None or (the and uttered)


def _is_any(ground: Ground, noun: int) -> bool:
    """ "An endorsement by the council needs …": any such act."""
    return any(ground.parse.tokens[k].word.lower() in ("a", "an", "any") for k in ground.parse.kids[noun])
