"""Whether something happened, goes on, is planned, possible or negated, from the verbs and small words around it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from consilience.events import undone
from consilience.events.arguments import SUBJECTS
from consilience.events.asides import awaited, is_background, is_factive, relation_of, seen_from_the_past
from consilience.events.ground import Ground, lemma_of
from consilience.events.negation import is_negated
from consilience.events.undone import (
    came_to_nothing,
    is_condition,
    is_foiled,
    is_missing,
    is_set_off,
    is_undoing,
    is_untrue,
    kept_from,
    marks_of,
    phrase_at,
    yet_to,
)
from consilience.lexicons import word_set
from consilience.model.statement import Status
from consilience.parses import Parse, below, kid

_PLANNED = ("will", "would", "shall", "'ll", "’ll", "wo", "ll", "'d", "’d")
_HAVE = ("has", "have", "had", "having", "'ve", "’ve")
_NOW_HAVE = ("has", "have", "'ve", "’ve")
_IS = ("am", "are", "is", "'re", "'s", "’re", "’s")
_BARE = ("xcomp", "ccomp", "acl", "advcl", "conj", "csubj", "acl:relcl", "parataxis", "root")
_IF = ("if", "unless", "whether", "lest", "should", "until")
ON_CONDITION = "stands under if or whether"
INFINITIVE = "an infinitive, not said to have happened"
_FROM = frozenset({"ban", "bar", "block", "deter", "discourage", "dissuade", "hinder", "stop"})
_CLAUSAL = ("ccomp", "xcomp", "advcl", "conj", "parataxis", "acl", "acl:relcl", "nsubj", "obj")
_ONLY_ASKED = tuple(f"only possible ({word})" for word in ("ask", "call", "demand", "press", "tell", "urge"))
_INVERTED = ("advcl", "ccomp", "csubj", "parataxis")
_COMPLEMENTS = ("xcomp", "ccomp", "acl", "csubj", "csubj:pass")
_GOVERNED = (*_COMPLEMENTS, "advcl", "obj", "obl", "nmod", "nsubj", "nsubj:pass")
_DUE = ("due", "expect", "poise", "schedule", "slate")
_REALISED = ("assemble", "emerge", "fly", "gather", "go", "rise", "stand", "step", "travel", "use")
BEFORE = "done before what is told"
_AHEAD_OF = ("await", "face", "plan", "wait")
_WHEN = ("after", "before", "once", "until", "when", "whenever")
_THOUGHT = ("believe", "guess", "suspect", "think")
_PLANS = ("agree", "intend", "plan", "pledge", "promise", "vow")
_WISHED = ("appreciate", "like", "love", "prefer", "welcome")
_CONTRAST = frozenset({"although", "because", "though", "while"})
_PERCEIVED = ("catch", "film", "hear", "notice", "photograph", "record", "see", "show", "spot")
_COMING = ("later", "next", "tomorrow")
_SIGNS = ("evidence", "indication", "proof", "sign", "suggestion")


@dataclass(frozen=True, slots=True)
class Reality:
    """The status of an act and whether it is negated, with the reason in words."""

    status: Status
    negated: bool
    because: str


def reality(ground: Ground, verb: int) -> Reality:
    """The status of the act at a verb, with everything above it that makes it unreal, no further than its statement reaches:
    what a speaker denies, asks for or promises is told by the act of the statement, not by the status of its content."""
    parse = ground.parse
    own = _conditioned(parse, verb, _own(parse, verb))
    for index, under in _governors(ground, verb):
        own = _under(parse, own, index, under)
    wished = lemma_of(parse.tokens[verb]) in _WISHED
    if own.because == "lies ahead (would)" and (wished or not seen_from_the_past(ground, verb)):
        return Reality("possible", own.negated, "only possible (would)")
    if undone.is_rumoured(parse, verb) and own.status in ("happened", "ongoing"):
        return Reality("possible", own.negated, "only rumoured")
    return _told(ground, verb, own) if own.because in (INFINITIVE, "a participle") else own


def _told(ground: Ground, verb: int, own: Reality) -> Reality:
    """An infinitive that is the content of a statement: what is promised lies ahead, what is suggested is only possible."""
    number = ground.owner[verb]
    top = verb
    while ground.parse.tokens[top].head >= 0 and ground.owner[ground.parse.tokens[top].head] == number:
        top = ground.parse.tokens[top].head
    over = ground.parse.tokens[top].head
    if own.because == "a participle":
        weighed = over >= 0 and lemma_of(ground.parse.tokens[over]) in word_set("plover", "unreal")
        only = weighed and ground.parse.tokens[top].tag == "VBG" and ground.parse.tokens[top].relation in _COMPLEMENTS
        return Reality("possible", own.negated, "only weighed") if only and not own.negated else own
    if number >= 0 and top == verb and ground.statements[number].act == "promised":
        return Reality("planned", own.negated, "promised")
    return own


def _own(parse: Parse, verb: int) -> Reality:
    """The status that the verb's own auxiliaries, marks and form give."""
    token = parse.tokens[verb]
    if token.tag == "VBN" and _has(parse, verb):
        return Reality("negated" if is_negated(parse, verb) else "happened", is_negated(parse, verb), "past tense")
    helpers = [parse.tokens[k] for k in parse.kids[verb] if parse.tokens[k].relation in ("aux", "aux:pass", "cop")]
    words = [h.word.lower() for h in helpers]
    marks = [
        parse.tokens[k].word.lower() for k in parse.kids[verb] if parse.tokens[k].relation in ("mark", "advmod", "case")
    ]
    negated = is_negated(parse, verb)
    on_condition = any(m in _IF for m in marks) and not awaited(parse, verb)
    if on_condition and (token.relation in ("advcl", "ccomp") or "whether" in marks):
        return Reality("possible", negated, ON_CONDITION)
    if any(m in ("perhaps", "maybe", "possibly", "allegedly", "reportedly", "hypothetically") for m in marks):
        return Reality("possible", negated, "perhaps")
    if any(h.tag == "MD" for h in helpers):
        return _modal(words, negated)
    infinitive = token.tag == "VB" or (token.tag in ("VBN", "VBD") and "be" in words)
    if infinitive and "to" in marks and any(w in ("is", "are", "was", "were") for w in words):
        return Reality("planned", negated, "is to happen")
    if "due" in marks or ("about" in marks and token.tag == "VB"):
        return Reality("planned", negated, "due to happen")
    if token.tag == "VBG" and undone.in_its_place(parse, verb):
        return Reality("negated", True, "instead of it")
    if negated:
        return Reality("negated", True, "negated")
    if token.tag == "VBG" and not helpers and ("including" in marks or token.relation in ("nmod", "obl")):
        return Reality("possible", False, "named, not told")
    return _by_tense(parse, verb, words, [h.tag for h in helpers], marks)


def _has(parse: Parse, verb: int) -> bool:
    """ "He's attacked the firms", "my daughter's been shot": a perfect, told by what the tree makes of "'s"."""
    words = [parse.tokens[k].word.lower() for k in parse.kids[verb] if parse.tokens[k].relation in ("aux", "aux:pass")]
    if words in (["'s", "been"], ["’s", "been"]):
        return True
    marked = kid(parse, verb, "mark") is not None or parse.tokens[verb].relation == "advcl"
    active = kid(parse, verb, "aux:pass", "nsubj:pass") is None and not marked and kid(parse, verb, "nsubj") is not None
    return active and words in (["'s"], ["’s"])


def _conditioned(parse: Parse, verb: int, own: Reality) -> Reality:
    """Would with if, unless or rather is only possible; so is an act told by inversion ("had they fired")."""
    token, helpers = (
        parse.tokens[verb],
        [k for k in parse.kids[verb] if parse.tokens[k].relation in ("aux", "aux:pass", "mark")],
    )
    subject = kid(parse, verb, *SUBJECTS, "nsubj:pass")
    inverted = helpers and subject is not None and helpers[0] < subject and token.relation in _INVERTED
    if inverted and parse.tokens[helpers[0]].word.lower() in ("had", "should", "were"):
        return Reality("possible", own.negated, "stands under a condition")
    if any(
        parse.tokens[k].word == "that" and parse.tokens[k - 1].word.lower() == "condition" for k in parse.kids[verb]
    ):
        return Reality("possible", own.negated, ON_CONDITION)
    words = {parse.tokens[k].word.lower() for k in parse.kids[verb]}
    if "would" in words and ("rather" in words or any(is_condition(parse, k) for k in parse.kids[verb])):
        return Reality("possible", own.negated, "under a condition")
    return own


def _modal(words: list[str], negated: bool) -> Reality:
    modal = next(w for w in words if w not in ("have", "be", "been"))
    if "have" in words:
        return Reality("possible", negated, f"{modal} have")
    if modal in _PLANNED:
        return Reality("planned", negated, f"lies ahead ({modal})")
    return Reality("possible", negated, f"only possible ({modal})")


def _by_tense(parse: Parse, verb: int, words: list[str], tags: list[str], marks: list[str]) -> Reality:
    token = parse.tokens[verb]
    if token.tag == "VB" and token.relation in _BARE:
        return _bare(parse, verb, words, tags, marks)
    if token.tag == "VBG" and "after" in marks and not words and token.relation in ("advcl", "conj"):
        return Reality("happened", False, BEFORE)
    if _is_when(parse, verb, words, marks):
        return _once(parse, token.head)
    if token.tag == "VBN" and words in (["be"], ["to", "be"]):
        return Reality("possible", False, INFINITIVE)
    if token.tag == "VBG" and (({"been"} < set(words) and set(words) & set(_NOW_HAVE)) or set(words) & set(_IS)):
        return Reality("ongoing", False, "going on")
    if token.tag == "VBD" or "VBD" in tags or any(w in _HAVE for w in words):
        return Reality("happened", False, "past tense")
    if token.tag in ("VBN", "VBG") and (not words or words == ["being"]):
        return Reality("happened", False, "a participle")
    if any(parse.tokens[k].word.lower() in _COMING for k in below(parse, verb, _CLAUSAL)):
        return Reality("planned", False, "told for later")
    return Reality("ongoing", False, "present tense")


def _bare(parse: Parse, verb: int, words: list[str], tags: list[str], marks: list[str]) -> Reality:
    """The base form: an order, an infinitive, or a past or present that the tagger took for one."""
    token, plain = parse.tokens[verb], kid(parse, verb, "nsubj")
    if plain is not None and not marks and not words and parse.tokens[plain].word.lower() in ("i", "they", "we"):
        return Reality("ongoing", False, "present tense")
    cut = token.word.endswith("ed") and token.word.lower() != lemma_of(token) and "to" not in marks
    if "did" in words or cut:
        return Reality("happened", False, "past tense")
    ask = token.relation == "root" and "VBP" not in tags and "VBD" not in tags
    return Reality("possible", False, "an order or wish" if ask else INFINITIVE)


def _is_when(parse: Parse, verb: int, words: list[str], marks: list[str]) -> bool:
    """ "When she is sentenced", "until the troops leave"."""
    token = parse.tokens[verb]
    if any(parse.tokens[k].word.lower() in _COMING for k in below(parse, verb, _CLAUSAL)):
        return False
    present = token.tag in ("VBZ", "VBP") or (token.tag == "VBN" and len(words) == 1 and words[0] in (*_IS, "gets"))
    return token.relation == "advcl" and present and bool(set(marks) & set(_WHEN))


def _once(parse: Parse, main: int) -> Reality:
    """ "When she is sentenced": ahead beside a main verb that looks ahead, else told of any such case."""
    if parse.tokens[main].tag == "VBG" and kid(parse, main, "aux") is None:
        return Reality("happened", False, "told beside it")
    ahead = any(parse.tokens[k].word.lower() in _PLANNED for k in parse.kids[main])
    if ahead or lemma_of(parse.tokens[main]) in _AHEAD_OF:
        return Reality("planned", False, "for when it comes")
    return Reality("possible", False, "whenever it is so")


def _governors(ground: Ground, verb: int) -> list[tuple[int, int]]:
    """The tokens above the verb that may take away its reality, each with the token below it."""
    parse, owner = ground.parse, ground.owner[verb]
    path: list[tuple[int, int]] = []
    while parse.tokens[verb].head >= 0 and ground.owner[parse.tokens[verb].head] == owner and len(path) < 8:
        below, verb = verb, parse.tokens[verb].head
        if is_set_off(parse, below) and parse.tokens[verb].tag == "VB" and parse.tokens[verb].relation == "xcomp":
            verb = parse.tokens[verb].head  # "has pledged to stay, rebuffing calls to go"
        if relation_of(parse, below) in ("acl:relcl", "parataxis", "appos") or is_background(parse, below):
            break
        path.append((verb, below))
        if parse.tokens[below].tag == "VBD" and relation_of(parse, below) == "acl" and marks_of(parse, below):
            break
        if parse.tokens[below].relation == "advcl" and finite(parse, below):
            break
    return path


def _under(parse: Parse, own: Reality, index: int, below: int) -> Reality:
    """What a governing word makes of the act below it."""
    token, relation = parse.tokens[index], relation_of(parse, below)
    lemma = lemma_of(token)
    if relation == "conj":
        return _shared(parse, own, index, below)
    if relation not in _GOVERNED or _stands_beside(parse, own, index, below):
        return own
    complement = relation in _COMPLEMENTS or (relation == "advcl" and lemma in (*_REALISED, *_DUE))
    if relation == "advcl" and own.status == "happened" and "before" in marks_of(parse, below):
        ahead = _own(parse, index).status in ("planned", "possible")
        return Reality("planned", own.negated, "after something that lies ahead") if ahead else own
    undone = _undone(parse, own, index, below)
    if undone is not None:
        return undone
    if own.because == INFINITIVE and relation in ("xcomp", "acl", "advcl", "ccomp") and is_factive(parse, index):
        like = _like(parse, Reality("happened", own.negated, "told as done"), _verb_over(parse, index))
        return replace(like, status="happened") if like.status == "ongoing" else like
    if own.because == BEFORE:
        over = _verb_over(parse, index) if _own(parse, index).because == INFINITIVE else index
        ahead = relation == "advcl" and _own(parse, over).status in ("planned", "possible")
        return Reality("planned", own.negated, "after something that lies ahead") if ahead else own
    realised = relation == "xcomp" and lemma in word_set("plover", "realising")
    if own.because == "a participle" and (realised or (complement and _foreseen(parse, index))):
        return _like(parse, own, index)
    weighed = lemma in word_set("plover", "wishing") or lemma in _THOUGHT
    if complement and (own.status in ("happened", "ongoing", "possible") or weighed):
        return _complement(parse, own, index, lemma)
    if relation == "advcl" and own.because == "a participle" and not is_negated(parse, index):
        like = _like(parse, own, _verb_over(parse, index) if token.tag == "JJ" else index)
        over = like.status == "ongoing" and parse.tokens[below].tag == "VBN"
        return Reality("happened", like.negated, own.because) if over else like
    return own


def _foreseen(parse: Parse, index: int) -> bool:
    """ "A deal could see troops leaving"."""
    told = lemma_of(parse.tokens[index]) == "see" and parse.tokens[index].tag == "VB"
    return told and _own(parse, index).status in ("planned", "possible")


def _stands_beside(parse: Parse, own: Reality, index: int, below: int) -> bool:
    """Whether the word above takes nothing away: "is seen asking", or a clause with "while" that hangs on a noun."""
    seen = own.because == "a participle" and lemma_of(parse.tokens[index]) in _PERCEIVED
    seen = seen and "by" not in marks_of(parse, below) and not _foreseen(parse, index)
    if seen and parse.tokens[below].relation in ("xcomp", "ccomp", "advcl"):
        return True
    return parse.tokens[below].relation == "acl" and bool(marks_of(parse, below) & _CONTRAST)


def _undone(parse: Parse, own: Reality, index: int, below: int) -> Reality | None:
    """Refused, ruled out, called off, a failed attempt: the act did not come about; None where nothing says so."""
    token, relation = parse.tokens[index], relation_of(parse, below)
    told = relation == "nsubj" and lemma_of(parse.tokens[below]) in word_set("plover_senses", "stories")
    turned_down = relation == "advcl" and parse.tokens[below].tag == "VB" and lemma_of(token) in ("decline", "refuse")
    complement = relation in _COMPLEMENTS or told or turned_down
    if own.because == "a participle" and undone.unmeant(parse, index, below):
        return Reality("negated", True, "not thought of")
    if own.because == "a participle" and undone.only_talked_of(parse, index, below):
        return Reality("possible", own.negated, f"only possible ({lemma_of(token)})")
    if complement and not own.negated and undone.decided_against(parse, index, below):
        return Reality("negated", True, f"{token.word} not to")
    leaving = relation in ("advcl", "xcomp") and kept_from(parse, below)
    planned = relation in ("obj", "nsubj:pass") and own.status in ("planned", "possible")
    dropped = planned and lemma_of(token) in word_set("plover", "calling_off")
    failed = complement and (came_to_nothing(parse, index) or is_untrue(parse, index) or yet_to(parse, index, below))
    failed = failed or (complement and is_foiled(parse, index))
    short = phrase_at(parse, index) in word_set("plover", "undoing")
    leaving = leaving and (short or lemma_of(token) not in _FROM or "from" in marks_of(parse, below))
    kept = leaving and lemma_of(token) in _FROM and not is_negated(parse, index)
    unproven = complement and lemma_of(token) in _SIGNS and is_missing(parse, index)
    if unproven and own.status in ("happened", "ongoing"):
        return Reality("possible", own.negated, f"no {lemma_of(token)}")
    if failed or dropped or kept or ((complement or leaving) and is_undoing(parse, index)):
        in_order = leaving and token.relation == "advcl"  # "launched a boat to stop them from landing"
        idle = _own(parse, index).because == INFINITIVE and not (dropped or failed or in_order)
        idle = idle or own.because in _ONLY_ASKED
        return Reality("possible" if idle else "negated", not idle, f"undone by {token.word}")
    if complement and phrase_at(parse, index) in word_set("plover", "undoing"):
        return Reality("possible", own.negated, f"not {token.word}")
    return None


def _verb_over(parse: Parse, index: int) -> int:
    """The token, or the next one above it that has a tense."""
    while parse.tokens[index].head >= 0 and not finite(parse, index) and kid(parse, index, "cop") is None:
        index = parse.tokens[index].head
    return index


def _complement(parse: Parse, own: Reality, index: int, lemma: str) -> Reality:
    ahead = _laid_ahead(parse, own, index, lemma)
    if ahead is not None:
        return ahead
    if lemma == "need" and is_negated(parse, index):
        return Reality("negated", True, "not needed")
    if lemma == "able" and _own(parse, index).status == "happened":
        return Reality("happened", own.negated, "was able to")
    if lemma in (word_set("plover", "unreal") | word_set("plover", "wishing")):
        return Reality("possible", own.negated, f"only possible ({lemma})")
    if own.status == "possible" and own.because == INFINITIVE:
        if lemma in ("continue", "keep") and _own(parse, index).because.startswith("lies ahead"):
            return Reality("ongoing", own.negated, f"goes on ({lemma})")
        if lemma == "continue" and parse.tokens[index].tag in ("VBG", "VBP", "VBZ"):
            return Reality("ongoing", own.negated, "goes on (continue)")
        if lemma in word_set("plover", "realising"):
            return _like(parse, Reality("happened", own.negated, f"brought about ({lemma})"), index)
        return own
    return own


def _laid_ahead(parse: Parse, own: Reality, index: int, lemma: str) -> Reality | None:
    """Planned, going to, is to; had to tells what was done; a plan that is negated what was not."""
    if lemma in word_set("plover", "planning") and not (
        lemma == "set" and kid(parse, index, "compound:prt") is not None
    ):
        if ON_CONDITION in (own.because, _own(parse, index).because):
            return Reality("possible", own.negated, ON_CONDITION)
        if lemma in _PLANS and is_negated(parse, index):
            return Reality("negated", True, f"not {lemma}")
        return Reality("planned", own.negated, f"planned ({lemma})")
    if own.because != INFINITIVE:
        return None
    if lemma == "go" and parse.tokens[index].tag == "VBG":
        return Reality("planned", own.negated, "going to happen")
    if lemma == "be" and parse.tokens[index].tag in ("VBZ", "VBP", "VBD"):
        return Reality("planned", own.negated, "is to happen")
    had = lemma == "have" and parse.tokens[index].tag == "VBD"
    return Reality("happened", own.negated, "had to") if had else None


def _shared(parse: Parse, own: Reality, index: int, below: int) -> Reality:
    """A conjoined verb without auxiliaries and subject of its own shares the modal of the first."""
    above = _own(parse, index)
    helped = kid(parse, below, "aux", "aux:pass", "cop", "nsubj:pass", *SUBJECTS) is not None
    if above.because == ON_CONDITION and not helped and own.because == "past tense":
        return Reality("possible", own.negated, ON_CONDITION)
    bare = parse.tokens[below].tag in ("VB", "VBN", "VBG") and not helped
    if (
        bare
        and own.status in ("possible", "happened", "ongoing")
        and above.status in ("planned", "possible", "negated")
    ):
        return Reality(above.status, own.negated or (above.negated and above.status == "negated"), above.because)
    return own


def _like(parse: Parse, own: Reality, index: int) -> Reality:
    """An act that is as real as the verb above it."""
    above = _own(parse, index)
    return Reality(above.status, own.negated or above.negated, above.because)


def finite(parse: Parse, verb: int) -> bool:
    """Whether the clause at the token has a tense: a finite form, or a finite auxiliary."""
    if parse.tokens[verb].tag in ("VBD", "VBZ", "VBP", "MD"):
        return True
    helpers = [k for k in parse.kids[verb] if parse.tokens[k].relation in ("aux", "aux:pass", "cop")]
    return (
        any(parse.tokens[k].tag in ("VBD", "VBZ", "VBP", "MD") for k in helpers)
        or kid(parse, verb, "nsubj:pass") is not None
    )
