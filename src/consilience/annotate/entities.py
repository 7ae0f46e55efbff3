"""The entities of one report: whose names are one, what they are called at their fullest, what they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from consilience.annotate.grammar import nation_codes
from consilience.annotate.names import name_key
from consilience.lexicons import table, word_set
from consilience.model.annotations import Entity, EntityType, NameType
from consilience.model.ids import content_id
from consilience.model.spans import Part, Passage, Span
from consilience.organisations import whole_key

_COMPANY_WORDS = frozenset(
    "inc corp ltd llc plc co company corporation holdings airlines airways motors industries gmbh sa ag".split()
)
_OF_TYPE: dict[NameType, EntityType] = {
    "PERSON": "person", "LOC": "place", "FAC": "facility", "NORP": "people", "PRODUCT": "product", "EVENT": "event",
}  # fmt: skip
_NEVER = ("DATE", "MONEY")
_KNOWN = 3  # mentions by surname alone from which a full name that comes later is another person's
_AIMS = (" to ", " for ", " on ", " against ", " with ")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands: its part, its number among the part's names, its words, and what is said beside it.

    `caption` marks a name in a picture's caption, which is no part of the text that is read.
    """

    part: Part
    number: int
    span: Span
    words: str
    type: NameType
    described: tuple[str, ...]
    acronym: str | None
    caption: bool = False


def group_mentions(mentions: Sequence[Mention]) -> tuple[int, ...]:
    """For each mention the number of its group; mentions of one group name one thing, -1 is no entity."""
    acronyms = {m.acronym: name_key(m.words) for m in mentions if m.acronym}
    acronyms = {**_initials(mentions), **{name_key(short): full for short, full in acronyms.items()}}
    acronyms = {**short_bodies(mentions), **acronyms}
    numbers: dict[str, int] = {}
    persons = _PersonKeys(mentions)
    lands = {name_key(m.words) for m in mentions if m.type == "LOC"}
    found = []
    for place, mention in enumerate(mentions):
        key = _land_of(mention, lands) or _group_key(mention, place, persons, acronyms)
        found.append(-1 if key is None else numbers.setdefault(key, len(numbers)))
    return tuple(found)


def _group_key(mention: Mention, place: int, persons: _PersonKeys, acronyms: dict[str, str]) -> str | None:
    if mention.type in _NEVER:
        return None
    key = name_key(mention.words)
    if mention.type == "PERSON":
        return persons.key(place)
    codes = nation_codes(mention.words)
    if len(codes) == 1 and _is_nation(mention.words):
        return f"nation {codes[0]}"
    if mention.type == "NORP":
        return f"people {key}"
    return f"thing {whole_key(name_key(full_name(mention.words) or acronyms.get(key, key)))}"


def _land_of(mention: Mention, lands: Collection[str]) -> str | None:
    """The key of a land that no table knows, for its people named by one more letter: Korvania, Korvanian."""
    key = name_key(mention.words)
    people = mention.type in ("NORP", "ORG", "LOC", "MISC") and key.endswith("ian") and not _is_nation(mention.words)
    return f"thing {key[:-1]}" if people and key[:-1] in lands else None


def full_name(words: str) -> str | None:
    """The full name that the tables know for a medium's short name or acronym: KCNA, AFP; else None."""
    plain = words.replace("’", "'").removeprefix("The ").removeprefix("the ")
    listed = table("media", "full")
    return listed.get(plain) or (plain if plain in _full_names() else None)


@cache
def _full_names() -> frozenset[str]:
    return frozenset(table("media", "full").values())


def _is_nation(words: str) -> bool:
    plain = words.replace("’", "'").removeprefix("the ")
    if plain in word_set("nations", "former"):
        return False
    return plain in table("nations", "names") or plain in table("nations", "demonyms")


def _initials(mentions: Sequence[Mention]) -> dict[str, str]:
    """Acronyms that are the initials of one longer name of the report: KCNA for the Korean Central News Agency."""
    made: dict[str, set[str]] = {}
    for mention in mentions:
        words = mention.words.replace("-", " ").replace("’", " ").replace("'", " ").split()
        if mention.type != "PERSON" and len(words) > 1:
            made.setdefault("".join(w[0] for w in words if w[0].isupper()), set()).add(name_key(mention.words))
    shorts = {m.words.replace(".", "") for m in mentions if m.words.replace(".", "").isupper()}
    return {name_key(s): next(iter(made[s])) for s in shorts if len(s) > 1 and len(made.get(s, ())) == 1}


def short_bodies(mentions: Sequence[Mention]) -> dict[str, str]:
    """Short names of bodies and the one longer name named before that begins or ends so: the League, the Civic League."""
    found: dict[str, str] = {}
    before: dict[str, None] = {}
    for mention in mentions:
        if mention.type not in ("ORG", "FAC"):
            continue
        key = name_key(mention.words)
        if mention.type == "ORG" and key not in before and not _says_little(mention.words):
            alike = (k for k in before if k.endswith(f" {key}") or (k.startswith(f"{key} ") and " " not in key))
            longer = {found.get(k, k) for k in alike}
            if len(longer) == 1:
                found.setdefault(key, longer.pop())
        before.setdefault(key)
    return found


def _says_little(words: str) -> bool:
    """Whether a short name is one of its own in a table, or a word that many names hold."""
    known = (
        table("metonyms", "bodies"),
        table("media", "named"),
        table("nations", "names"),
        table("nations", "demonyms"),
    )
    plain = words.removeprefix("the ").removeprefix("The ")
    return plain in word_set("bodies", "many") or any(plain in listed for listed in known)


def person_key(words: str) -> str:
    """The key of a person's name, a given name in its commonest spelling: Sergey is Sergei."""
    given, space, rest = name_key(words).partition(" ")
    return table("actor_names", "given").get(given, given) + space + rest


class _PersonKeys:
    """Which full name a person's short name belongs to: the only bearer so far, or the one told of far more often."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        keys = [person_key(m.words) if m.type == "PERSON" else "" for m in mentions]
        self._full = [key if " " in key else "" for key in keys]
        self._count = Counter(self._full)
        self._known = self._known_by_surname()

    def key(self, place: int) -> str | None:
        """The group key of the person's name at `place`."""
        if self._full[place]:
            return f"person {self._whole(self._full[place])}"
        short = person_key(self._mentions[place].words)
        if short in self._known:
            return f"person {short}"
        bearer = self._bearer(short, self._full[:place]) or self._bearer(short, self._full[place:])
        return f"person {self._whole(bearer)}" if bearer else f"person {short}"

    def _known_by_surname(self) -> frozenset[str]:
        """Short names that the text uses again and again before a full name with them comes: they are somebody else's."""
        before: Counter[str] = Counter()
        found = set()
        for mention, full in zip(self._mentions, self._full, strict=True):
            if mention.type != "PERSON" or mention.part != "text" or mention.caption:
                continue
            if not full:
                before[person_key(mention.words)] += 1
            elif before[full.split()[-1]] >= _KNOWN:
                found.add(full.split()[-1])
            else:
                before[full.split()[-1]] = -len(self._full)
        return frozenset(found)

    def _whole(self, full: str) -> str:
        """The commonest full name with the same first and last word: middle names and initials do not part people."""
        ends = (full.split()[0], full.split()[-1])
        longer = [k for k in self._count if k.endswith(f" {full}")]
        if len(longer) == 1:
            return longer[0]
        alike = [k for k in self._count if k and (k.split()[0], k.split()[-1]) == ends and len(ends) > 1]
        return min(alike, key=lambda k: (-len(k.split()), k), default=full) if " " in full else full

    def _bearer(self, short: str, full: Sequence[str]) -> str | None:
        bearers = Counter(f for f in full if f and short in (f.split()[-1], f.split()[0]))
        lasts = Counter({f: n for f, n in bearers.items() if f.split()[-1] == short}) or bearers
        ranked = [f for f, _ in lasts.most_common()]
        if len(ranked) < 2:
            return ranked[0] if ranked else None
        first = next(f for f in full if f in lasts)
        return first if lasts[first] >= max(lasts[r] for r in ranked) else None


def make_entity(report: str, members: Sequence[Mention]) -> Entity:
    """The entity of a group of mentions, named by its fullest spelling."""
    name = _fullest(members)
    described = tuple(dict.fromkeys(d for m in members for d in m.described))
    kind = _entity_type(name, members)
    spellings = Counter(m.words for m in members if not m.caption)
    return Entity(
        id=content_id(report, name, kind),
        name=name,
        type=kind,
        country=_country(name, kind, members, described),
        aliases=tuple(sorted(s for s in spellings if s != name)),
        described=described,
        mentions=tuple(Passage(report, m.part, m.span) for m in members if not m.caption),
    )


def _fullest(members: Sequence[Mention]) -> str:
    """The spelling with most words that is no demonym; of several the commonest, then the first."""
    demonyms = table("nations", "demonyms")
    counts = Counter(m.words for m in members)
    lands = {name_key(w) for w in counts}
    proper = [w for w in counts if w not in demonyms and name_key(w)[:-1] not in lands] or list(counts)
    if _is_nation(proper[0]):
        return max(proper, key=lambda w: ("." not in w and not w.isupper(), counts[w], len(w)))
    longest = max(proper, key=lambda w: (not w.isupper(), len(name_key(w).split()), counts[w], len(w)))
    return full_name(longest) or longest


def _entity_type(name: str, members: Sequence[Mention]) -> EntityType:
    kind = Counter(m.type for m in members).most_common(1)[0][0]
    if kind in ("NORP", "ORG", "MISC") and name_key(name) in {name_key(m.words)[:-1] for m in members}:
        return "place"
    if kind in ("ORG", "MISC"):
        return organisation_type(name, kind)
    if kind == "NORP" and _is_nation(name):
        return "place" if any(m.type == "LOC" for m in members) or nation_codes(name) else "people"
    return _OF_TYPE.get(kind, "unknown")


def organisation_type(name: str, kind: NameType = "ORG") -> EntityType:
    """What an organisation is by its name: media and seats of government from tables, the rest by its words."""
    plain = name.replace("’", "'").removeprefix("The ").removeprefix("the ")
    listed = table("media", "named").get(plain) or table("media", "named").get(plain.title())
    if listed:
        return "state_media" if "state_media" in listed else "agency" if "agency" in listed else "medium"
    if plain in table("metonyms", "bodies"):
        return "government"
    words = name_key(name).replace("'", " ").split()
    if "party" in words or "democrats" in words or "republicans" in words:
        return "party"
    if words[-1:] and words[-1].capitalize() in word_set("media", "last_words") and len(words) > 1:
        return "agency" if words[-2:] == ["news", "agency"] else "medium" if words[-1] != "agency" else "government"
    if word_set("speakers", "government_bodies") & {*words, *(w.removesuffix("s") for w in words)}:
        return "government"
    if _COMPANY_WORDS & set(words):
        return "company"
    return "organisation" if kind == "ORG" else "unknown"


def _country(name: str, kind: EntityType, members: Sequence[Mention], described: Sequence[str]) -> str | None:
    """The one country that the name, the tables or the describing words give, else None."""
    plain = name.replace("’", "'")
    listed = table("media", "named").get(plain) or table("metonyms", "bodies").get(plain)
    if listed:
        return listed.split()[-1]
    if kind in ("place", "facility") and plain in table("nations", "seats"):
        return table("nations", "seats")[plain]
    if kind == "place" and name.split()[0] in word_set("bodies", "waters"):
        return None
    for words in (name, *described) if kind != "person" else map(_without_aims, described):
        bodies = [code for body, code in table("metonyms", "bodies").items() if f" {body} " in f" {words} "]
        codes = nation_codes(words) or tuple(bodies)
        if len(codes) == 1:
            return codes[0]
    return None


def _without_aims(words: str) -> str:
    """A person's description without what the office is turned to: "Norland's ambassador to Ardmoor"."""
    plain = f" {words}"
    return (
        plain[: min(at for aim in _AIMS if (at := plain.find(aim)) >= 0)] if any(a in plain for a in _AIMS) else plain
    )
