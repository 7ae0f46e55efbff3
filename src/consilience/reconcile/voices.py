"""Voices: on whom each proposition of a report rests, as the last link of its chain or as the outlet's own word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from consilience.lexicons import table, word_set
from consilience.model.annotations import EntityType
from consilience.model.event import Proposition
from consilience.model.report import Report
from consilience.model.spans import overlap
from consilience.model.statement import Speaker, Statement
from consilience.model.story import Family
from consilience.reconcile.carried import printing
from consilience.reconcile.entities import name_key
from consilience.reconcile.heard import finds, for_the_dead, is_deed, pleads, speaks_itself
from consilience.reconcile.lands import land_told
from consilience.reconcile.library import Library, only_body, sentence_span, statement_of, text_of
from consilience.reconcile.named_later import headline_speaker, named_later
from consilience.reconcile.own_reporting import own_reporting
from consilience.reconcile.papers import is_charge, paper_meant
from consilience.reconcile.pointed import company_meant, in_full, office_meant, spokesman_of, unnamed_before
from consilience.reconcile.state_media import state_medium
from consilience.reconcile.tellers import begun_by, far_denial, outer_teller, quoted_by_nobody, tells_of_saying
from consilience.wording import fold, words

VoiceKind = Literal["named", "anonymous", "own", "unidentified", "unresolved"]
_CITED = frozenset(("agency", "medium", "outlet", "state_media", "organisation"))
_INITIALS = 3  # words of a name from which its initials may stand for it
_POINTERS = frozenset(("a", "an", "its", "that", "the", "their", "this"))
_SOMEBODY = frozenset(
    ("he", "her", "his", "i", "it", "my", "our", "she", "that", "their", "they", "we", "which", "who", "you")
)
OPEN = "unknown speaker"
_SHOWN = 60  # characters of the words that are shown for a speaker who stays open
_BEHIND = frozenset(("at", "close", "familiar", "for", "from", "in", "of", "on", "who", "with"))  # behind a noun
_NO_MARKS = str.maketrans("", "", '“”"')
_TWO = 2
_RETOLD = 3  # retellings of one text from which a name that one of them alone has is taken for put in
_ONE_TEXT = 12  # words from which the same words in two outlets are one text
_KINDS_OF_MEDIUM = frozenset(("agency", "magazine", "newspaper", "the"))
UNIDENTIFIED = "unidentified outlets"
NOBODY = "no speaker is named"


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose word something is. Voices that share one of their `keys` are one; `actor` is the story's actor, if it is one."""

    kind: VoiceKind
    keys: tuple[str, ...]
    name: str
    type: EntityType
    actor: str | None
    because: str


def voices_of(library: Library, proposition: Proposition) -> tuple[Voice, ...]:
    """The voices a proposition rests on: one, or each member of a compound speaker."""
    statement = statement_of(library, proposition) or begun_by(library, proposition)
    if statement is None and quoted_by_nobody(library, proposition):
        named = headline_speaker(library, proposition)
        return (
            _of_actor(library, proposition.report, named, "person")
            if named
            else _unresolved(library, proposition.report, NOBODY),
        )
    teller = teller_of(library, proposition, statement) if statement is not None else None
    return (own_voice(library, proposition),) if teller is None else speakers_of(library, proposition.report, teller)


def teller_of(library: Library, proposition: Proposition, statement: Statement) -> Statement | None:
    """The statement whose speaker tells a proposition: one that only tells of somebody's speaking is told by whose words it
    stands within, else by the outlet."""
    if far_denial(library, proposition, statement):
        return None
    return (
        outer_teller(library, proposition, statement) if _only_told_of(library, proposition, statement) else statement
    )


def _only_told_of(library: Library, proposition: Proposition, statement: Statement) -> bool:
    """Whether words tell of somebody who speaks without being what is said: who tells it has heard or seen it."""
    report = proposition.report
    if _asked_by_nobody(statement) or speaks_itself(library, report, statement):
        return True
    return tells_of_saying(proposition, statement) and (
        statement.act in ("declined", "not disclosed")
        or pleads(library, report, statement)
        or finds(library, report, statement)
        or is_deed(library, report, statement)
        or _of_a_paper(library, report, statement)
    )


def _asked_by_nobody(statement: Statement) -> bool:
    """Whether a question is told without who asked it ("He was asked about the lease"): the outlet tells that it was."""
    return statement.act == "asked" and statement.speaker is None


def _of_a_paper(library: Library, report: str, statement: Statement) -> bool:
    """Whether the speaker is a paper of which nobody says whose it is: what it says is what the outlet has read in it."""
    paper = statement.speaker is not None and statement.speaker.type == "document"
    return paper and all(voice.kind == "unresolved" for voice in speakers_of(library, report, statement))


def speakers_of(library: Library, report: str, statement: Statement) -> tuple[Voice, ...]:
    """The voices of a statement's speaker; of one that stays open inside a person's quotation that person's."""
    found = _speakers_of(library, report, statement)
    outer = library.statements.get((report, statement.within or ""))
    inner = statement.speaker
    nobody = inner is not None and inner.type != "person" and fold(inner.words or "who").split()[0] not in _SOMEBODY
    if outer is not None and nobody and all(voice.kind == "unresolved" for voice in found):
        speaks = outer.speaker is not None and outer.speaker.type == "person" and not outer.speaker.members
        return _speakers_of(library, report, outer) if speaks and outer.manner in ("direct", "block") else found
    return found


def _speakers_of(library: Library, report: str, statement: Statement) -> tuple[Voice, ...]:
    speaker = statement.speaker
    if speaker is None:
        return (_unresolved(library, report, NOBODY),)
    called = _called(speaker)
    named = named_later(library, report, statement) if not speaker.id else None
    if named is not None:
        return (_of_actor(library, report, named, "person"),)
    if speaker.members and speaker.type != "anonymous":
        return tuple(_named(library, report, name, speaker) for name in speaker.members)
    if speaker.type == "anonymous" or _hidden(library, speaker) or for_the_dead(library, speaker):
        return (_anonymous(library, report, speaker, statement),)
    if (speaker.type == "document" or is_charge(speaker)) and not library.actor_of.get(speaker.id or ""):
        paper, shown = paper_meant(speaker), " ".join((speaker.words or speaker.name or "").split())
        if paper is not None:
            return (Voice("named", (paper,), shown, "document", None, "a document"),)
        if speaker.type == "document":
            body = spokesman_of(library, report, statement)
            stays_open = f"whose “{speaker.words}” it is stays open"
            return (
                _of_actor(library, report, body, "unknown")
                if body
                else _unresolved(library, report, stays_open, called),
            )
    plain = speaker.id is None and (speaker.name or "").islower()
    meant = company_meant(library, report, statement) if plain else None
    if meant is not None:
        return (_of_actor(library, report, meant, speaker.type),)
    if not speaker.name or _points_back(library, speaker):
        meant = company_meant(library, report, statement) or office_meant(library, report, statement)
        stays_open = f"who “{speaker.words or speaker.name}” is stays open"
        return (
            _of_actor(library, report, meant, speaker.type)
            if meant
            else _unresolved(library, report, stays_open, called),
        )
    name = speaker.name if speaker.id else in_full(library, report, statement) or speaker.name
    return (_named(library, report, name, speaker, statement),)


def _points_back(library: Library, speaker: Speaker) -> bool:
    """Whether the words only point at a body named elsewhere ("the company"): counted apart it would be two sources."""
    listed = [word for word in words(speaker.name or "") if word not in _POINTERS]
    if len(listed) != 1 or listed[0] not in word_set("stakes", "points_back"):
        return False
    return (_actor_called(library, listed[0]) or only_body(library, speaker.name or "")) is None


def _hidden(library: Library, speaker: Speaker) -> bool:
    """Whether a group or somebody without a name is called by a word for people whom no report names."""
    crowd = speaker.type == "group" and not library.actor_of.get(speaker.id or "")
    return (crowd or not speaker.name) and _unnamed_people(speaker.words or speaker.name or "")


def _unnamed_people(said: str) -> bool:
    """Whether the words stand for people whom the report does not name: an official, two witnesses, a reader."""
    kinds = word_set("stakes", "officials") | word_set("stakes", "bystanders") | word_set("stakes", "unnamed")
    listed = [w.removesuffix("s") for w in words(said)]
    if listed[-2:-1] == ["official"] and listed[-1] not in kinds:
        return False  # "her official site"
    return bool(set(listed) & kinds)


def _state_of(library: Library, report: str, name: str, statement: Statement | None) -> tuple[str, ...]:
    """The key of the state whose government speaks, where it is called by no more than that, or of the one whose it is."""
    owner, _, body = name.replace("’", "'").rpartition("'s ")
    if owner and body in word_set("stakes", "state"):
        chief = _actor_called(library, owner)
        return (chief,) if chief is not None and library.actors[chief].type == "person" else ()
    if fold(name.removeprefix("the ").removeprefix("The ")) != "government" or statement is None:
        return ()
    land = land_told(library, report, statement)
    return (f"state {land}",) if land is not None else ()


def _named(library: Library, report: str, name: str, speaker: Speaker, statement: Statement | None = None) -> Voice:
    entity, kind = (None, "unknown") if speaker.members else (speaker.id, speaker.type)
    actor = library.actor_of.get(entity or "") or _actor_called(library, name) or only_body(library, name)
    if actor is None or actor not in library.actors:
        keys = (f"name {name_key(name)}", *_state_of(library, report, name, statement))
        return Voice("named", keys, name, kind, None, "named as the source")
    return _of_actor(library, report, actor, kind)


def _of_actor(library: Library, report: str, actor_id: str, kind: EntityType) -> Voice:
    actor = library.actors[actor_id]
    shown = kind if actor.type in ("place", "unknown") else actor.type  # a land that speaks is a government
    keys = (actor.id, *_put_in(library, report, actor.id))
    return Voice("named", keys, actor.name, shown, actor.id, "the last link of the chain")


def _put_in(library: Library, report: str, actor: str) -> tuple[str, ...]:
    """A key for speakers whom one retelling alone names: names that are put in or changed make no new source each."""
    telling = library.telling(report)
    told_by = library.retelling.get(telling, frozenset())
    named = library.named_in.get(actor, frozenset())
    return (f"put in {telling}",) if len(told_by) >= _RETOLD and len(named) == 1 and named <= told_by else ()


def _actor_called(library: Library, name: str) -> str | None:
    """The one actor of the story that bears the name."""
    found = library.called.get(name_key(name), ())
    return found[0] if len(found) == 1 else None


def _medium_called(library: Library, name: str) -> str | None:
    """The one medium of the story of which an outlet's name is the initials."""
    found = [a.id for a in library.frame.actors if a.type in _CITED and called_alike(name, a.name)]
    return found[0] if len(found) == 1 else None


def _anonymous(library: Library, report: str, speaker: Speaker, statement: Statement) -> Voice:
    """Unnamed sources of one telling that are called by the same noun are one."""
    body = spokesman_of(library, report, statement)
    if body is not None:
        return _of_actor(library, report, body, speaker.type)
    said = unnamed_before(library, report, statement) or speaker
    listed = words(said.words or said.name or "source")
    if len(listed) == 1 and listed[0] in word_set("stakes", "anybody"):
        return _unresolved(library, report, f"who “{said.words}” are stays open")
    ends = next((n for n, word in enumerate(listed) if n and word in _BEHIND), len(listed))
    noun = listed[ends - 1].rstrip("s") if listed else "source"
    other = "another " if listed[:1] == ("another",) else ""
    key = f"anonymous {told_first(library, report, statement)} {other}{noun}"
    points = set(listed) <= _SOMEBODY  # "they"
    name = ((said.name if points else said.words) or said.name or "unnamed source").translate(_NO_MARKS)
    return Voice("anonymous", (key,), " ".join(name.split()), "anonymous", None, "the report does not name the source")


def told_first(library: Library, report: str, statement: Statement | None) -> str:
    """The telling that words come from: that of the story's one report of a medium in the chain, else the report's own."""
    media = [link.name for link in (statement.chain if statement else ()) if link.name and link.type in _CITED]
    for name in media:
        found = {library.telling(r) for r in library.reports if r != report and _printed_in(library, r, name)}
        if len(found) == 1:
            return found.pop()
    return library.telling(report)


def _printed_in(library: Library, report: str, name: str) -> bool:
    """Whether a report is that of an outlet or agency of the name, or of its initials."""
    told = library.reports[report].report
    return any(called_alike(stated.value, name) for stated in (told.outlet, told.agency) if stated is not None)


@lru_cache(maxsize=4096)
def called_alike(outlet: str, name: str) -> bool:
    """Whether an outlet and a medium have one name, or one is the other's initials ("nyt")."""
    left, right = (tuple(w for w in words(n) if w not in _KINDS_OF_MEDIUM) for n in (outlet, name))
    letters = {"".join(w[0] for w in long) for long in (left, right) if len(long) > _INITIALS - 1}
    return left == right or any(len(short) == 1 and short[0] in letters for short in (left, right))


def _unresolved(library: Library, report: str, because: str, called: str = OPEN) -> Voice:
    key = f"unresolved {library.telling(report)}"
    return Voice("unresolved", (key,), called, "unknown", None, because)


def _called(speaker: Speaker) -> str:
    """What a speaker is called who stays open: the report's words, if they are more than a word that points."""
    said = " ".join((speaker.words or speaker.name or "").translate(_NO_MARKS).split())
    listed = [w for w in words(said) if w not in _POINTERS | _SOMEBODY | word_set("stakes", "anybody")]
    return f"“{said}”" if listed and len(said) <= _SHOWN else OPEN


def own_voice(library: Library, proposition: Proposition) -> Voice:
    """The outlet's own word: its agency's, its own where it is identified, else that of unidentified outlets."""
    report = library.reports[proposition.report].report
    family = library.families.get(report.id)
    one_text = (f"telling {library.telling(report.id)}",)
    shared = (*one_text, *_stretch_keys(library, proposition), *_words_key(library, proposition))
    agency = agency_behind(family, report)
    if agency:
        return _agency(library, agency, shared)
    carried = printing(library.carried[report.id], report.id, _said_in(library, proposition))
    carrier = library.reports[carried.first].report
    if carrier.outlet is None:
        return Voice("unidentified", (UNIDENTIFIED, *shared), UNIDENTIFIED, "outlet", None, "the outlet is not stated")
    name = carrier.outlet.value
    house = library.houses.get(fold(name))
    site = library.sites.get(fold(name))
    actor = house[0] if house else site or _actor_called(library, name) or _medium_called(library, name)
    called = _one_of(carried.names, name)
    first = f"outlet {carrier.outlet_id or fold(name)}" if called == name else f"outlets {called}"
    outlets = dict.fromkeys((first, *carried.outlets))
    keys = (*((actor,) if actor else ()), *outlets, *_state_keys(name, carrier.outlet_id), *shared)
    because = (
        f"says of itself: {house[1]}"
        if house
        else f"the site of {library.actors[site].name}"
        if site
        else _told_by_itself(library, report, carrier, len(carried.outlets))
    )
    return Voice("own", keys, called, _medium(library, name), actor, because)


def _one_of(names: Sequence[str], first: str) -> str:
    """The name of a text's outlet; where any of several may have had it first, all of them, or how many more."""
    if len(names) < _TWO:
        return first
    return f"{names[0]} and {names[1]}" if len(names) == _TWO else f"{names[0]} and {len(names) - 1} more outlets"


def agency_behind(family: Family | None, report: Report) -> str | None:
    """The agency whose text a report is: what its copy family tells, else what it states itself."""
    if family is not None and family.agency and (report.id in family.credited or not family.credited):
        return family.agency
    return report.agency.value if report.agency else None


def _told_by_itself(library: Library, report: Report, carrier: Report, outlets: int) -> str:
    """Why an outlet's own voice is counted as it is, in words."""
    family = library.families.get(report.id)
    if family is not None and library.telling(report.id) != family.id:
        return "tells the same facts in the same order as another telling, of outlets that are not known: one telling"
    if outlets > 1:
        size = len(family.reports) if family is not None else 1
        return f"one text, {size} copies from {outlets} outlets, counted once"
    told = own_reporting(carrier)
    return f"the outlet's own reporting: {told}" if told else "the outlet's own voice"


def _state_keys(*names: str | None) -> tuple[str, ...]:
    """The key of the state that a medium speaks for."""
    medium = state_medium(*names)
    return (f"state {medium.state}",) if medium else ()


def own_keys(library: Library, report: str) -> tuple[str, ...]:
    """The keys of a report's outlet and agency."""
    told = library.reports[report].report
    family = library.families.get(report)
    names = [family.agency if family else None, *(s.value for s in (told.agency, told.outlet) if s is not None)]
    known = [name for name in (*names, told.outlet_id) if name]
    actors = [actor for name in known if (actor := _actor_called(library, name)) is not None]
    return tuple(dict.fromkeys([*actors, *(f"outlet {fold(name)}" for name in known)]))


def _agency(library: Library, agency: str, stretches: tuple[str, ...]) -> Voice:
    actor = _actor_called(library, agency)
    keys = ((actor,) if actor else ()) + (f"outlet {fold(agency)}", *_state_keys(agency), *stretches)
    kind = _medium(library, agency)
    return Voice("own", keys, agency, "agency" if kind == "outlet" else kind, actor, "the agency's own report")


def _medium(library: Library, name: str) -> EntityType:
    """What the tables of media and the reports themselves say of a name; an outlet that neither knows is an outlet."""
    if state_medium(name) or fold(name) in library.state_media:
        return "state_media"
    listed = table("media", "named").get(name) or table("media", "named").get(name.removeprefix("The ")) or ""
    return "agency" if "agency" in listed else "outlet"


def _said_in(library: Library, proposition: Proposition) -> str:
    text = text_of(library.reports[proposition.report].report, proposition.part)
    return " ".join(text[span.start : span.end] for span in proposition.spans)


def _words_key(library: Library, proposition: Proposition) -> tuple[str, ...]:
    """A key for long words of an outlet: who prints the same to the letter prints one text."""
    said = words(_said_in(library, proposition))
    return (f"words {' '.join(said)}",) if len(said) >= _ONE_TEXT else ()


def _stretch_keys(library: Library, proposition: Proposition) -> tuple[str, ...]:
    """Keys for sentences that stand in another report too: whoever shares the sentence shares the key."""
    if proposition.part != "text":
        return ()
    span = sentence_span(library, proposition.report, proposition.part, proposition.spans[0])
    found = []
    for shared in library.shared.get(proposition.report, ()):
        for side in (shared.left, shared.right):
            if side.report == proposition.report and side.part == proposition.part and overlap(side.span, span):
                found.append(f"stretch {min(shared.left, shared.right)} {max(shared.left, shared.right)}")
    return tuple(sorted(set(found)))
