"""The least count: sources of which the reports show that they say it of their own and that they cannot be the same.

Who stays open, a crowd and a headline show nothing. An outlet's own voice counts only as a witness (see witnessing), and
never where somebody unnamed or unknown is given as the source elsewhere. A document may be that of any source beside it.
Sources that may be one, by their names, by an office told beside them, by one act of saying or by the same words, count
once; so do sources whose words have too little in common to be sure that they tell the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from consilience.lexicons import word_set
from consilience.reconcile.camps import spelled_alike
from consilience.reconcile.independence import Bonds
from consilience.reconcile.papers import is_paper
from consilience.reconcile.stakes import official
from consilience.reconcile.voices import OPEN, Voice
from consilience.reconcile.witnesses import FILES, OFFICE, Group, Roots, Witness, common_keys, groups_of, unnamed
from consilience.reconcile.witnessing import SPARED, WAYS
from consilience.wording import fold, words

_MEDIA = frozenset(("agency", "medium", "outlet"))
_OF_SHORTER, _OF_LONGER, _LEAST = 400, 250, 2  # per mille of either clause, and words, that two sources share
_SAYS = 3  # words that a clause must have to be sure what it tells
_MANY = 4  # shared words that are enough for long clauses
_COUNTING = frozenset(("a", "an", "four", "many", "one", "other", "several", "some", "the", "three", "two"))
_SHORT = 3  # letters that a name and its short form begin with alike


def least(witnesses: Sequence[Witness], bonds: Bonds) -> tuple[Group, ...]:
    """The sources that make the least count, each with all who may be one with it."""
    whole = groups_of(witnesses, bonds)
    found = _apart(among(whole, _certain(witnesses)), bonds)
    hidden = among([g for g in whole if unnamed(g)], [w for w in witnesses if _anonymous(w)])
    persons = any(w.voice.type in ("person", "unknown") for g in found for w in g)
    officials = any(official(w.voice.name) for g in hidden for w in g)
    files = any(FILES in w.hints for g in found for w in g)  # police may have it from who saw it
    if hidden and not persons and not files and not (found and officials):
        found = (*found, hidden[0])
    return _alike(found)


def among(groups: Sequence[Group], some: Sequence[Witness]) -> tuple[Group, ...]:
    """What is left of each source where some of the witnesses alone are looked at; sources without any are left out."""
    kept = (tuple(w for w in group if w in some) for group in groups)
    return tuple(group for group in kept if group)


def _certain(witnesses: Sequence[Witness]) -> list[Witness]:
    """Those who surely say it of their own: speakers first; media and documents only where no speaker is."""
    sure = [w for w in witnesses if w.sure and not w.shadowed and w.voice.kind in ("named", "own")]
    media = [w for w in sure if is_medium(w)]
    documents = [w for w in sure if w.voice.type == "document"]
    speakers = [w for w in sure if w not in media and w not in documents and not (w.voice.kind == "own" and w.unseen)]
    open_ones = any(w.voice.kind in ("anonymous", "unresolved") for w in witnesses)
    beside = bool(speakers)  # a medium that is cited may have it from any speaker
    seen = [] if open_ones else [w for w in media if not w.unseen and not (beside and w.voice.kind == "named")]
    return [*speakers, *seen] or documents[:1]


def is_medium(witness: Witness) -> bool:
    """Whether it is a medium that tells of it, and none that speaks for a state."""
    voice = witness.voice
    state = voice.type == "state_media" or any(key.startswith("state ") for key in voice.keys)
    paper = voice.type in ("organisation", "company", "unknown", "place") and is_paper(voice.name)
    return not state and (voice.kind == "own" or voice.type in _MEDIA or paper)


def _anonymous(witness: Witness) -> bool:
    return witness.voice.kind == "anonymous" and witness.sure


def may_be_one(groups: Sequence[Group], bonds: Bonds) -> bool:
    """Whether nothing shows that any two of several sources are not the same, or do not speak for one another."""
    return len(_apart(groups, bonds)) == 1


def _apart(groups: Sequence[Group], bonds: Bonds) -> tuple[Group, ...]:
    """Sources, those that may be one together."""
    roots = Roots()
    for (m, left), (n, right) in combinations(enumerate(groups), 2):
        if any(_one_or_other(a, b, bonds) for a in left for b in right):
            roots.join([f"{m:06}", f"{n:06}"])
    found: dict[str, list[Witness]] = {}
    for n, group in enumerate(groups):
        found.setdefault(roots.of(f"{n:06}"), []).extend(group)
    return tuple(tuple(found[key]) for key in sorted(found))


def _one_or_other(left: Witness, right: Witness, bonds: Bonds) -> bool:
    """Whether nothing shows that two sources are not the same, or do not speak for one another."""
    if set(left.hints) & set(right.hints) - {OFFICE} or one_name(left.origin.name, right.origin.name):
        return True
    if (
        _called_the_same(left, right)
        or _one_person(left.voice, right.voice)
        or any(
            _in_charge(a, b) or _among_officials(a, b) or _speaks_for(a, b) or _looks_on(a, b)
            for a, b in ((left, right), (right, left))
        )
    ):
        return True
    if any(one_name(a, b) for a in _bodies(left, bonds) for b in _bodies(right, bonds)):
        return True
    actors = (left.voice.actor or "", right.voice.actor or "")
    if (min(actors), max(actors)) in bonds.near:
        return True
    if any(_nameless(a) and _head_or_body(b) for a, b in ((left, right), (right, left))):
        return True
    unsaid = [_unsaid_state(w.voice, bonds) for w in (left, right)]
    states = [any(key.startswith("state ") for key in common_keys(w, bonds)) for w in (left, right)]
    return any(unsaid) and all(u or s for u, s in zip(unsaid, states, strict=True))


def _bodies(witness: Witness, bonds: Bonds) -> list[str]:
    """The name of a source and those of the bodies that it speaks for: a firm's man, and the firm under a shorter name."""
    return [witness.origin.name, *(n for key in common_keys(witness, bonds) for n in sorted(bonds.bodies.get(key, ())))]


def _nameless(witness: Witness) -> bool:
    """Whether a body is called by its kind alone ("the task force"): it may be the body of anybody beside it."""
    name = witness.voice.name.removeprefix("the ").removeprefix("The ")
    bodies = ("government", "organisation", "group", "company", "facility", "unknown")
    plain = name.islower() or fold(name) in word_set("stakes", "state") | word_set("stakes", "kinds")
    return witness.voice.actor is None and witness.voice.type in bodies and plain


def _head_or_body(witness: Witness) -> bool:
    """Whether somebody may head or be a body without a name: a person or an organisation that is no medium."""
    return witness.voice.type in ("person", "organisation") and not is_medium(witness)


def _in_charge(left: Witness, right: Witness) -> bool:
    """Whether one is called authorities alone, or a firm, and the other is a body of a state, or a company."""
    last = words(left.voice.name)[-1:]
    if not _nameless(left) or not last:
        return False
    firm = last[0] in word_set("stakes", "firms") and right.voice.type in ("company", "organisation")
    return firm or (last[0] in word_set("stakes", "state") and right.voice.type == "government")


def _among_officials(left: Witness, right: Witness) -> bool:
    """Whether unnamed officials of nobody named may have the other, who speaks for a body of a state, among them."""
    officials = words(left.voice.name)[-1:] in (("official",), ("officials",))
    hidden = left.voice.kind == "anonymous" and officials and left.voice.name[1:].islower()
    official = bool({OFFICE, FILES} & set(right.hints)) or right.voice.type == "government"
    return hidden and right.voice.kind == "named" and official


def _speaks_for(left: Witness, right: Witness) -> bool:
    """Whether somebody unnamed who is only called a spokesperson may speak for the other, which is a body."""
    spokes = (
        left.voice.kind == "anonymous" and words(left.voice.name)[-1:] and words(left.voice.name)[-1][:6] == "spokes"
    )
    body = right.voice.type in ("company", "government", "organisation", "party", "facility") and not is_medium(right)
    return bool(spokes) and right.voice.kind == "named" and body


def _looks_on(left: Witness, right: Witness) -> bool:
    """Whether one unnamed person who saw it may be the other, who is named and saw it, too."""
    one = left.voice.kind == "anonymous" and bool(word_set("stakes", "bystanders") & set(words(left.voice.name)))
    return one and right.voice.kind == "named" and right.voice.type == "person" and right.origin.stake == "bystander"


def _called_the_same(left: Witness, right: Witness) -> bool:
    """Whether two people without a name are called by the same words, and more than a noun: "a friend of the weaver"."""
    both = all(w.voice.kind in ("anonymous", "unresolved") for w in (left, right))
    a, b = ([w for w in words(one.voice.name) if w not in _COUNTING] for one in (left, right))
    return both and a == b and len(a) > 1 and left.voice.name != OPEN


def one_name(left: str, right: str) -> bool:
    """Whether one name may be a form of the other: a part of it, or its initials."""
    a, b = sorted((words(left), words(right)), key=len)
    if not a or not b:
        return False
    letters = ["".join(c for w in name for c in w if c.isalnum()) for name in (a, b)]
    return (
        set(a) <= set(b)
        or letters[0] == letters[1]
        or (len(a) == 1 and a[0] == "".join(w[0] for w in b if w not in ("of", "the", "and")))
    )


def _one_person(left: Voice, right: Voice) -> bool:
    """Whether two persons of one surname, or nearly, share a given name, or theirs begin alike ("Tim" and "Timothy")."""
    a, b = words(left.name), words(right.name)
    persons = left.type == right.type == "person" and min(len(a), len(b)) > 1
    given = bool(set(a[:-1]) & set(b[:-1])) or a[0][:_SHORT] == b[0][:_SHORT]
    return persons and given and spelled_alike(a[-1], b[-1])


def _unsaid_state(voice: Voice, bonds: Bonds) -> bool:
    """Whether somebody speaks for a state of which the reports do not say which it is."""
    if voice.actor is not None:
        return voice.actor in bonds.stateless
    listed = words(voice.name)
    named = any(w[:1].isupper() and fold(w) not in word_set("stakes", "state") for w in voice.name.split())
    return not named and (voice.type == "government" or bool(listed and listed[-1] in word_set("stakes", "state")))


def _alike(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The most sources of which one shares enough words with every other."""
    kept = [tuple(g for g in groups if g is one or _share(one, g)) for one in groups]
    return max(kept, key=lambda found: len(found), default=())


def _share(left: Group, right: Group) -> bool:
    """Whether two sources' clauses have enough words in common; clauses of which no words are known are believed."""
    return any(_in_common(a, b) for a in left for b in right)


def _in_common(one: Witness, other: Witness) -> bool:
    if one.act == other.act and one.act.startswith(SPARED):
        return True
    left, right = one.telling_words, other.telling_words
    if not left or not right:
        return True
    if min(len(left), len(right)) >= _LEAST and (left <= right or right <= left):
        return True
    if min(len(left), len(right)) < _SAYS or any(_apart_in(left, right, kind) for kind in (WAYS, None)):
        return False
    shorter, longer = sorted((len(left), len(right)))
    shared = len(left & right)
    act = bool(one.act) and one.act == other.act
    enough = 1000 * shared >= _OF_SHORTER * shorter and (act or 1000 * shared >= _OF_LONGER * longer)
    return shared >= _MANY or (enough and shared >= min(_LEAST, shorter))


def _apart_in(left: frozenset[str], right: frozenset[str], kind: frozenset[str] | None) -> bool:
    """Whether both have words of a kind, or numbers, and none in common."""
    mine, theirs = ({w for w in said if (w in kind if kind else w[:1].isdigit())} for said in (left, right))
    return bool(mine) and bool(theirs) and not mine & theirs
