"""Words that only tell that something told elsewhere was said, denied, or said without a name."""

from __future__ import annotations

from consilience.lexicons import word_set
from consilience.model.event import Proposition
from consilience.model.spans import overlap
from consilience.reconcile.library import Library, sentence_span, statement_of, text_of
from consilience.reconcile.tellers import tells_of_saying
from consilience.wording import fold, words

_BACK = frozenset(("that", "this"))
_FEW = 4  # words up to which a "that" is all that a quoted sentence tells of
_DENYING = frozenset(("deny", "dismiss", "dispute", "reject"))
_NAMELESS = 16  # words up to which a clause that keeps a name back tells nothing else
_GIVING = frozenset(("give", "print", "publish", "reveal", "use"))
_NAMING = frozenset(("anonymity", "identified", "named"))


def says_nothing(library: Library, proposition: Proposition) -> bool:
    """Whether the words only tell that something told elsewhere was said or denied ("he denied it", "she told reporters")."""
    keeps = _keeps_name(library, proposition)
    hollow = _only_denies(library, proposition) or _only_says(library, proposition)
    return keeps or hollow or _only_repeats(library, proposition) or _only_points(library, proposition)


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


def _only_repeats(library: Library, proposition: Proposition) -> bool:
    """Somebody says again what is told elsewhere ("repeated that view")."""
    statement = statement_of(library, proposition)
    if statement is None or not tells_of_saying(proposition, statement):
        return False
    text = text_of(library.reports[proposition.report].report, proposition.part)
    said = {w for span in statement.content for w in words(text[span.start : span.end])}
    return bool(said & _BACK) and said <= _BACK | word_set("stakes", "denials") | word_set("stakes", "views")


def _only_points(library: Library, proposition: Proposition) -> bool:
    """A few quoted words on what was said right before them ("That is their right")."""
    statement = statement_of(library, proposition)
    if statement is None or statement.manner not in ("direct", "block"):
        return False
    text = text_of(library.reports[proposition.report].report, proposition.part)
    said = [w for span in proposition.spans for w in words(text[span.start : span.end])]
    first = sentence_span(library, proposition.report, proposition.part, statement.content[0])
    later = first.end <= proposition.spans[0].start
    return later and len(said) <= _FEW and said[0].partition("'")[0] in _BACK


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
