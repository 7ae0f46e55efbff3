"""Words that only tell that something told elsewhere was said, denied, or said without a name."""

from __future__ import annotations

from consilience.lexicons import word_set
from consilience.model.event import Proposition
from consilience.model.spans import overlap
from consilience.reconcile.library import Library, statement_of, text_of
from consilience.wording import fold, words

_DENYING = frozenset(("deny", "dismiss", "dispute", "reject"))
_NAMELESS = 16  # words up to which a clause that keeps a name back tells nothing else
_GIVING = frozenset(("give", "print", "publish", "reveal", "use"))
_NAMING = frozenset(("anonymity", "identified", "named"))


def says_nothing(library: Library, proposition: Proposition) -> bool:
    """Whether the words only tell that something told elsewhere was said or denied ("he denied it", "she told reporters")."""
    keeps = _keeps_name(library, proposition)
    return keeps or _only_denies(library, proposition) or _only_says(library, proposition)


def _keeps_name(library: Library, proposition: Proposition) -> bool:
    """Somebody asks not to be named, and nothing more."""
    text = text_of(library.reports[proposition.report].report, proposition.part)
    said = [w for span in proposition.spans for w in words(text[span.start : span.end])]
    kept = bool(_NAMING & set(said)) or ({"name", "not"} <= set(said) and bool(_GIVING & set(said)))
    return len(said) <= _NAMELESS and kept and bool({"anonymity", "not", "unnamed"} & set(said))


def _only_says(library: Library, proposition: Proposition) -> bool:
    """A verb of saying without anything that is said."""
    text = text_of(library.reports[proposition.report].report, proposition.part)
    last = words(text[proposition.spans[-1].start : proposition.spans[-1].end])[-1:]
    if last in (("saying",), ("said",), ("telling",)):
        return True
    if fold(proposition.act) not in word_set("cues", "speech_only") | {"quote", "speak", "talk"}:
        return False
    here = [s for s in library.reports[proposition.report].statements if s.part == proposition.part]
    inside = [s for s in here if any(overlap(p, c) for p in proposition.spans for c in s.content)]
    cues = [s for s in here if s.cue is not None and any(overlap(p, s.cue) for p in proposition.spans)]
    return bool(cues) and not inside


def _only_denies(library: Library, proposition: Proposition) -> bool:
    """A denial that points back at what it denies."""
    statement = statement_of(library, proposition)
    text = text_of(library.reports[proposition.report].report, proposition.part)
    if statement is not None and statement.act == "denied":
        said = {w for span in statement.content for w in words(text[span.start : span.end])}
        if said <= word_set("stakes", "denials"):
            return True
    if fold(proposition.act) not in _DENYING:
        return False
    act = set(words(text[proposition.act_span.start : proposition.act_span.end]))
    people = {w for p in proposition.who for w in words(text[p.span.start : p.span.end])}
    said = {w for span in proposition.spans for w in words(text[span.start : span.end])}
    return said - act - people <= word_set("stakes", "denials") | {"has", "have", "had"}
