"""What a word of news hints at: the types of PLOVER that its lemma usually tells, by the word lists and by the rules."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from consilience.events.rules import noun_rules, verb_rules
from consilience.lexicons import records


def hinted(lemma: str) -> tuple[str, ...]:
    """The types that the lemma hints at, sorted; those that a rule codes without asking for an object as "rule TYPE"."""
    return _hints().get(lemma, ())


@cache
def _hints() -> Mapping[str, tuple[str, ...]]:
    told: dict[str, set[str]] = {}
    for row in records("plover_words", "types"):
        for key in ("verbs", "nouns", "adjectives"):
            listed = row[key]
            for word in listed if isinstance(listed, list) else ():
                told.setdefault(str(word), set()).add(str(row["type"]))
    for rules in (verb_rules(), noun_rules()):
        for word, rows in rules.items():
            told.setdefault(word, set()).update(f"rule {rule.type}" for rule in rows if not rule.object)
    return MappingProxyType({word: tuple(sorted(kinds)) for word, kinds in told.items()})
