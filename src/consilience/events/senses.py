"""Words in another sense than that of their rule: questions, rallies of candidates, illnesses, habits, private life."""

from __future__ import annotations

from collections.abc import Iterable

from consilience.events.arguments import obliques
from consilience.events.everyday import is_everyday
from consilience.events.figures import is_figure
from consilience.events.ground import Ground, lemma_of, name_of, participant
from consilience.events.matching import Match
from consilience.events.other_words import is_another_word
from consilience.lexicons import word_set
from consilience.model.annotations import Token
from consilience.parses import kid

_PRIVATE = (
    "a demand", "a promise", "a refusal", "a reproach", "accept an invitation or proposal", "agree or promise",
    "ask for something", "ask somebody to do something", "demand", "discuss with", "drop out", "help", "hold talks", "invite",
    "meet", "praise", "praise or back", "quit altogether", "receive somebody", "recognise or restore relations",
    "refuse to act", "reject", "talks", "voice support",
)  # fmt: skip
_RALLIES = ("demonstrate", "hold a demonstration", "a protest")
_AIDING = frozenset({"COP", "GOV", "LEG", "MED", "MIL", "REB"})
_PEOPLE = ("he", "i", "she", "they", "we", "you")
_OF_ONE = ("accept an invitation or proposal", "refuse to act")  # what people do in private, and bodies in public
_COURTS = frozenset({"court", "courtroom", "judge", "jury"})
_FEW = 3  # sentences from which a report tells what it is about
_CARE = frozenset({"clinic", "hospital", "hospitalise", "hospitalize", "surgery"})


def is_other_sense(ground: Ground, at: int, found: Match) -> bool:
    """Whether a match at a verb or act noun has another sense than its rule: one of the checks below says so."""
    return any(check(ground, at, found) for check in _CHECKS)


def _lemmas(ground: Ground, indexes: Iterable[int]) -> set[str]:
    return {lemma_of(ground.parse.tokens[i]) for i in indexes}


def _near(ground: Ground, at: int) -> set[str]:
    return {ground.parse.tokens[k].word.lower() for k in ground.parse.kids[at]}


def _sentence(ground: Ground, at: int) -> set[str]:
    return _lemmas(ground, range(*ground.parse.sentences[ground.parse.sentence_of[at]].tokens))


def _listed(key: str) -> frozenset[str]:
    return word_set("plover_senses", key)


def _asks_a_question(ground: Ground, at: int, found: Match) -> bool:
    """Reporters ask, and somebody is pressed for an answer: a question, not a demand."""
    if found.rule.type != "REQUEST":
        return False
    if any(_asks_for_a_living(ground, i) for i in found.actors):
        return True
    clauses = (
        k for k in ground.parse.kids[at] if k > at and ground.parse.tokens[k].relation in ("advcl", "ccomp", "xcomp")
    )
    after = ground.parse.tokens[at + 1].word.lower() if at + 1 < len(ground.parse.tokens) else ""
    if lemma_of(ground.parse.tokens[at]) == "ask" and after in ("how", "if", "what", "whether", "who", "why"):
        return True
    if lemma_of(ground.parse.tokens[at]) == "ask" and any(_near(ground, k) & {"if", "whether"} for k in clauses):
        return True
    act = kid(ground.parse, at, "xcomp")
    if act is not None and lemma_of(ground.parse.tokens[act]) in _listed("answers"):
        return True
    wanted = {lemma_of(ground.parse.tokens[k]) for case, k in obliques(ground.parse, at) if case == "for"}
    return bool(wanted) and wanted <= _listed("trifles")


def _asks_for_a_living(ground: Ground, index: int) -> bool:
    person = participant(ground, index)
    called = {lemma_of(ground.parse.tokens[index]), *(person.role or "").lower().split()}
    return "JRN" in person.sectors or bool(called & _listed("askers"))


def _asks_nothing(ground: Ground, at: int, found: Match) -> bool:
    """ "Pressed ahead", "appeals to voters", "pressed him on the matter": nothing is asked for."""
    lemma = lemma_of(ground.parse.tokens[at])
    if found.rule.name == "refuse to act":
        following = [t.word.lower() for t in ground.parse.tokens[at + 1 : at + 4]]
        return following == ["to", "let", "go"]
    if found.rule.name == "demand" and lemma == "demand":
        told = kid(ground.parse, at, "ccomp")
        asked = told is not None and told > at
        return not asked and kid(ground.parse, at, "obj", "nsubj:pass", "xcomp", "advcl", "obl") is None
    if found.rule.name != "demand" or lemma not in ("appeal", "press", "pressure"):
        return False
    if lemma == "appeal" and kid(ground.parse, at, "obj") is not None:
        return True
    aims = [case for case, _ in obliques(ground.parse, at) if case in ("for", "into")]
    return not aims and kid(ground.parse, at, "xcomp", "ccomp", "advcl") is None


def _lets_nobody_go(ground: Ground, at: int, found: Match) -> bool:
    """ "Was released from hospital", "released a film": nobody is set free."""
    if found.rule.name != "release":
        return False
    if found.actors and all(_is_body(ground, i) for i in (*found.actors, *found.recipients)):
        return True
    number = ground.parse.sentence_of[at]
    before = ground.parse.sentences[max(0, number - 1)].tokens.first
    words = _lemmas(ground, range(before, ground.parse.sentences[number].tokens.last))
    return bool(words & (_listed("published") | _CARE))


def _is_body(ground: Ground, index: int) -> bool:
    """Whether the token is the name of a firm or product, and of no authority."""
    name = name_of(ground, index)
    return name is not None and name.type == "ORG" and not set(participant(ground, index).sectors) - {"BUS"}


def _illness(ground: Ground, at: int, found: Match) -> bool:
    """ "Had a heart attack"."""
    return found.rule.name == "an attack" and bool(_lemmas(ground, ground.parse.kids[at]) & _listed("illnesses"))


def _campaigning(ground: Ground, at: int, found: Match) -> bool:
    """A rally or march of a candidate or for somebody, in a sentence that speaks of no protest."""
    told = _lemmas(ground, found.used) & {"march", "rally"}
    return found.rule.name in _RALLIES and bool(told) and not _sentence(ground, at) & _listed("protesting")


def _shows(ground: Ground, at: int, found: Match) -> bool:
    """ "Demonstrates that the dam is safe"."""
    after = ground.parse.tokens[at + 1].word.lower() if at + 1 < len(ground.parse.tokens) else ""
    shown = kid(ground.parse, at, "ccomp", "obj", "csubj") is not None or after in ("how", "that", "why")
    return found.rule.name == "demonstrate" and shown


def _habit(ground: Ground, at: int, found: Match) -> bool:
    """ "Typically meet", "often protest": a habit, no act."""
    return bool(_near(ground, at) & _listed("habits"))


def _inquires(ground: Ground, at: int, found: Match) -> bool:
    """ "Questioned the figures", "questioned by viewers": doubt or curiosity, no investigation."""
    if lemma_of(ground.parse.tokens[at]) != "question" or found.rule.name != "investigate":
        return False
    by_office = any({"COP", "JUD", "SPY"} & set(participant(ground, i).sectors) for i in found.actors)
    known = _lemmas(ground, found.actors) or _sentence(ground, at)
    return not by_office and not known & _listed("investigators")


def _seizes_on(ground: Ground, at: int, found: Match) -> bool:
    """ "Seized on the massacre"; a raid on a budget."""
    if found.rule.name != "seize":
        return False
    tokens = ground.parse.tokens
    after = tokens[at + 1].word.lower() if at + 1 < len(tokens) else ""
    if after in ("on", "upon") or lemma_of(tokens[at]) not in ("raid", "search"):
        return after in ("on", "upon")
    sectors = {s for i in found.actors for s in participant(ground, i).sectors}
    return bool(found.actors) and bool({"LEG", "PTY"} & sectors or _lemmas(ground, found.actors) & _listed("talkers"))


def _by_law(ground: Ground, at: int, found: Match) -> bool:
    """ "Is prohibited from searching": what a law says."""
    return found.rule.name == "ban" and lemma_of(ground.parse.tokens[at]) == "prohibit" and not found.actors


def _advises(ground: Ground, at: int, found: Match) -> bool:
    """Experts, friends and relatives warn, or somebody warns of a third or of what is so: nobody is threatened."""
    if found.rule.name != "warn somebody":
        return False
    against = any("against" in _near(ground, k) for k in ground.parse.kids[at])
    if against and not any(_is_of_politics(ground, i) for i in found.actors):
        return True
    clause = kid(ground.parse, at, "ccomp")
    was = (
        clause is not None and kid(ground.parse, clause, "aux") is None and kid(ground.parse, clause, "cop") is not None
    )
    if was or any(case == "about" for case, _ in obliques(ground.parse, at)):
        return True
    subject = kid(ground.parse, clause, "nsubj", "nsubj:pass") if clause is not None else None
    if subject is not None and ground.parse.tokens[subject].word.lower() not in _PEOPLE:
        sides = {participant(ground, i).entity for i in (*found.actors, *found.recipients)} - {None}
        if participant(ground, subject).entity not in sides:
            return True
    return bool(_lemmas(ground, found.actors) & _listed("advisers"))


def _helps_out(ground: Ground, at: int, found: Match) -> bool:
    """ "Helped him win", "helps people sleep": no aid that one side of politics gives another."""
    if found.rule.name != "help" or lemma_of(ground.parse.tokens[at]) not in ("aid", "assist", "help"):
        return False
    public = any(_AIDING & set(p.sectors) or p.international for p in (participant(ground, i) for i in found.actors))
    country = any((n := name_of(ground, i)) is not None and n.type == "LOC" for i in found.actors)
    needy = bool(_lemmas(ground, found.recipients) & _listed("helped"))
    return not needy and not ((public or country) and kid(ground.parse, at, "xcomp", "ccomp") is None)


def _is_refused(ground: Ground, at: int, found: Match) -> bool:
    """ "His rejection in the race": whose refusal it is, was refused."""
    lemma = lemma_of(ground.parse.tokens[at])
    return found.rule.name == "a refusal" and lemma == "rejection" and kid(ground.parse, at, "nmod") is None


def _mere_danger(ground: Ground, at: int, found: Match) -> bool:
    """ "The militia's threat": a danger, where nothing says what is threatened."""
    return found.rule.name == "a threat" and kid(ground.parse, at, "acl", "ccomp") is None


def _talks_to_the_press(ground: Ground, at: int, found: Match) -> bool:
    """ "Spoke with reporters": an interview, no talks."""
    everybody = (*found.actors, *found.recipients)
    return found.rule.type == "CONSULT" and any(_asks_for_a_living(ground, i) for i in everybody)


def _of_the_family(ground: Ground, at: int, found: Match) -> bool:
    """ "Met their grandchild": no talks."""
    everybody = _lemmas(ground, (*found.actors, *found.recipients))
    return found.rule.type == "CONSULT" and bool(everybody & _listed("family"))


def _receives_anybody(ground: Ground, at: int, found: Match) -> bool:
    """ "Greeted shoppers", "visited several doctors": no guests and no hosts of politics."""
    guests = found.actors if found.rule.name == "receive somebody" else ()
    if guests:
        return not any(name_of(ground, i) is not None or participant(ground, i).sectors for i in guests)
    return found.rule.name == "visit" and bool(_lemmas(ground, found.recipients) & _listed("carers"))


def _enters(ground: Ground, at: int, found: Match) -> bool:
    """ "The gunman entered the party": no place is taken."""
    if found.rule.name != "enter by force" or lemma_of(ground.parse.tokens[at]) != "enter":
        return False
    if any("COP" in participant(ground, i).sectors for i in found.actors):
        return True
    thing = kid(ground.parse, at, "obj", "nsubj:pass")
    place = name_of(ground, thing) if thing is not None else None
    sited = thing is not None and lemma_of(ground.parse.tokens[thing]) in word_set("places", "facility_words")
    return not sited and (place is None or place.type != "LOC")


def _only_owns(ground: Ground, at: int, found: Match) -> bool:
    """ "Received the senator's letters": the senator is cut off from what she owns."""
    tokens, kids = ground.parse.tokens, ground.parse.kids
    objects = (k for k in kids[at] if tokens[k].relation == "obj")
    return found.rule.name == "receive somebody" and any(tokens[j].tag == "POS" for k in objects for j in kids[k])


def _by_another_thing(ground: Ground, at: int, found: Match) -> bool:
    """ "Seized the floor", "threatening the peace", "visited the grave": no act by what it is done to."""
    thing = kid(ground.parse, at, "obj", "nsubj:pass")
    lemma, name = lemma_of(ground.parse.tokens[thing]) if thing is not None else "", found.rule.name
    if name == "threaten" and lemma and kid(ground.parse, at, "xcomp", "ccomp") is None:
        return lemma not in _listed("threatened_with") and thing not in found.recipients
    if found.rule.type == "REQUEST" and all(ground.parse.tokens[i].pos == "NUM" for i in found.recipients):
        return bool(found.recipients)
    return (name == "seize" and lemma in _listed("seized_in_words")) or (name == "visit" and lemma in _listed("sights"))


def _denies_a_story(ground: Ground, at: int, found: Match) -> bool:
    """ "Rejected reports that …": what is called untrue is not refused."""
    thing = kid(ground.parse, at, "obj", "nsubj:pass")
    told = thing is not None and lemma_of(ground.parse.tokens[thing]) in _listed("stories")
    return found.rule.name == "reject" and told


def _objects_alone(ground: Ground, at: int, found: Match) -> bool:
    """ "Ada Brook protested that …": one person by name, or somebody who says why, objects in words."""
    if found.rule.name == "protest" and kid(ground.parse, at, "ccomp") is not None:
        return not _sentence(ground, at) & {"demonstrator", "protester", "protestor", "street"}
    names = [name_of(ground, i) for i in found.actors]
    return found.rule.name == "protest" and bool(names) and all(n is not None and n.type == "PERSON" for n in names)


def _shares_a_view(ground: Ground, at: int, found: Match) -> bool:
    """ "The party agrees on that": a view, no promise."""
    token = ground.parse.tokens[at]
    agrees = found.rule.name == "agree or promise" and lemma_of(token) == "agree"
    return agrees and token.tag in ("VBP", "VBZ") and kid(ground.parse, at, "xcomp", "ccomp") is None


def _fires_words(ground: Ground, at: int, found: Match) -> bool:
    """ "The senator fired a missile at her rival": a figure of speech."""
    names = [name_of(ground, i) for i in found.actors]
    person = bool(names) and all(n is not None and n.type == "PERSON" for n in names)
    return found.rule.name == "fire at" and person and not _sentence(ground, at) & _listed("bodily")


def _spoils(ground: Ground, at: int, found: Match) -> bool:
    """ "Destroyed the emails", "destroyed her career": no attack."""
    if found.rule.name != "destroy":
        return False
    thing = kid(ground.parse, at, "obj", "nsubj:pass")
    return thing is not None and lemma_of(ground.parse.tokens[thing]) in _listed("unharmed")


def _keeps_order(ground: Ground, at: int, found: Match) -> bool:
    """Police who block a street do not protest; police who surround a house do not attack."""
    told = found.rule.name == "obstruct" or lemma_of(ground.parse.tokens[at]) in ("encircle", "surround")
    return told and any({"COP", "MIL"} & set(participant(ground, i).sectors) for i in found.actors)


def _run_over(ground: Ground, at: int, found: Match) -> bool:
    """ "Was hit by a Camry": no strike of a country's forces."""
    named = [i for i in found.actors if name_of(ground, i) is not None]
    return found.rule.name == "strike" and bool(named) and not any(participant(ground, i).country for i in named)


def _known_as_convict(ground: Ground, at: int, found: Match) -> bool:
    """ "Has convicted rapist Carl Marr on his list": who convicts is a court."""
    if found.rule.name != "sentence" or not found.actors:
        return False
    judges = {"court", "judge", "jury", "magistrate", "tribunal"}
    lawful = any({"GOV", "JUD"} & set(participant(ground, i).sectors) for i in found.actors)
    return lemma_of(ground.parse.tokens[at]) == "convict" and not lawful and not _lemmas(ground, found.actors) & judges


def _private_life(ground: Ground, at: int, found: Match) -> bool:
    """What people who hold no office do among themselves, in a report that is not about politics."""
    if (
        len(ground.parse.sentences) < _FEW
        or found.rule.name not in _PRIVATE
        or any(_is_of_politics(ground, i) for i in (*found.actors, *found.recipients))
    ):
        return False
    if found.rule.name in _OF_ONE and any(_is_body(ground, i) for i in found.actors):
        return False
    at_law = found.rule.name == "refuse to act" and _sentence(ground, at) & (_listed("investigators") | _COURTS)
    return not at_law and not is_political(ground)


def _is_of_politics(ground: Ground, index: int) -> bool:
    person, name = participant(ground, index), name_of(ground, index)
    if name is None and person.entity is None and lemma_of(ground.parse.tokens[index]) == "party":
        return False
    if person.international or set(person.sectors) - {"BUS", "COP", "CVL", "EDU", "ELI", "JRN", "MED", "SOC"}:
        return True
    return name is not None and name.type in ("LOC", "NORP")


def is_political(ground: Ground) -> bool:
    """Whether one sentence in five of the part holds a word of politics."""
    told = {n for n, token in zip(ground.parse.sentence_of, ground.parse.tokens, strict=True) if _is_word_of_it(token)}
    return 5 * len(told) >= len(ground.parse.sentences)


def _is_word_of_it(token: Token) -> bool:
    return token.lemma.lower() in word_set("plover_senses", "politics")


_CHECKS = (
    _asks_a_question,
    _asks_nothing,
    _lets_nobody_go,
    _illness,
    _campaigning,
    _shows,
    _habit,
    _inquires,
    _seizes_on,
    _by_law,
    _advises,
    _helps_out,
    _is_refused,
    _mere_danger,
    _talks_to_the_press,
    is_another_word,
    _by_another_thing,
    _denies_a_story,
    _objects_alone,
    _shares_a_view,
    _fires_words,
    _of_the_family,
    _only_owns,
    _receives_anybody,
    _enters,
    _spoils,
    _keeps_order,
    _run_over,
    _known_as_convict,
    _private_life,
    is_everyday,
    is_figure,
)
