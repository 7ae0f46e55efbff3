"""Same words: who is given the same words as somebody else speaks with the same voice, whoever is credited with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from consilience.lexicons import word_set
from consilience.model.event import Proposition
from consilience.model.spans import covers
from consilience.reconcile.library import Library, people_of, sentence_span, statement_of, text_of
from consilience.wording import fold, words

_RUN = 7  # words in a row that two sentences share only where one text or one utterance is behind both
_TELLING = 3  # words of a run that are neither names nor light
_QUOTED = 4  # words in a row that are one utterance where they are most of a quotation
_ONE_TEXT = 14  # words in a row that two sentences share only where one text is behind both
_WITHIN = 3  # words of the clause itself that a run must take in
_LITTLE = 2  # words of content below which a clause says too little
_MARKS = '"“”„«»'
_NEGATORS = frozenset(("no", "not", "never", "nobody", "none", "nor", "nothing", "neither", "without"))
_ALIKE, _OF_SHORTER = 6, 600  # words in one order, and per mille of the shorter sentence, of a text told after another
_BEFORE = 4  # words before a clause in which a "not" takes it back

_PRONOUNS = frozenset(("it", "that", "them", "this"))


def utterance_keys(library: Library, told: Sequence[Proposition]) -> Mapping[str, tuple[str, ...]]:
    """For each proposition of a claim the keys of the runs of words that it shares with another one of them.

    Seven words in a row of the sentences, or four that are the whole clause; somewhere they are quoted. Fourteen in a row
    are one text, quoted or not.
    """
    runs = {p.id: {*_runs(library, p), *_quoted_runs(library, p, told)} for p in told}
    carried: defaultdict[str, set[tuple[str, str | None]]] = defaultdict(set)
    spoken = set()
    for p in told:
        for run in runs[p.id]:
            carried[run].add((p.report, p.statement))
        if _quoted(library, p):
            spoken |= runs[p.id]
        spoken |= {r for r in runs[p.id] if len(r.split()) > _ONE_TEXT}
    return {p.id: tuple(sorted(r for r in runs[p.id] & spoken if len(carried[r]) > 1)) for p in told}


def alike_keys(library: Library, told: Sequence[Proposition]) -> Mapping[str, tuple[str, ...]]:
    """For each telling of a claim the keys of others whose sentence tells it in nearly the same words and order."""
    said = {p.id: _content(library, p) for p in told}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in combinations(told, 2):
        tellings = sorted((library.telling(one.report), library.telling(other.report)))
        left, right = said[one.id], said[other.id]
        shared = _in_order(left, right) if tellings[0] != tellings[1] else 0
        if shared >= _ALIKE and 1000 * shared >= _OF_SHORTER * min(len(left), len(right)):
            for p in (one, other):
                found[p.id].add(f"alike {' '.join(tellings)}")
    return {p: tuple(sorted(keys)) for p, keys in found.items()}


def _content(library: Library, proposition: Proposition) -> tuple[str, ...]:
    """The words of a proposition's sentence that are neither light nor names nor figures, in their order."""
    light = word_set("acts", "light") | word_set("function_words", "english") | library.name_words
    said = (w.removesuffix("'s") for w in _sentence(library, proposition))
    return tuple(w for w in said if w not in light and w[:1].isalpha())


def _in_order(left: Sequence[str], right: Sequence[str]) -> int:
    """How many words two sentences have in common in the same order."""
    row = [0] * (len(right) + 1)
    for a in left:
        before = row
        row = [0]
        for n, b in enumerate(right):
            row.append(before[n] + 1 if a == b else max(before[n + 1], row[n]))
    return row[-1]


def share_words(library: Library, left: Proposition, right: Proposition) -> bool:
    """Whether the sentences of two propositions share a long run of words that takes in both."""
    return bool(set(_runs(library, left)) & set(_runs(library, right)))


def clause_words(library: Library, proposition: Proposition) -> tuple[str, ...]:
    """The folded words of a proposition."""
    text = text_of(library.reports[proposition.report].report, proposition.part)
    return tuple(w for span in proposition.spans for w in words(text[span.start : span.end]))


def content_words(library: Library, proposition: Proposition) -> frozenset[str]:
    """The words of a proposition that are neither light nor a name."""
    light = word_set("acts", "light")
    return (
        frozenset(w for w in clause_words(library, proposition) if w not in light and len(w) > 2) - library.name_words
    )


def negators(library: Library, proposition: Proposition) -> int:
    """How many words of denial stand in a proposition or just before it in its sentence."""
    return sum(_negates(w) for w in (*_before(library, proposition), *clause_words(library, proposition)))


def taken_back(library: Library, proposition: Proposition) -> bool:
    """Whether a "not" outside the words of a proposition takes them back ("this is not something he had wanted")."""
    return not proposition.negated and any(_negates(w) for w in _before(library, proposition))


def surely_said(library: Library, proposition: Proposition) -> bool:
    """Whether the words are no question, no piece that says too little, nothing taken back, no quotation of nobody known."""
    little = len(content_words(library, proposition)) < _LITTLE and not proposition.quantities
    little = little and len(people_of(library, proposition)) < 2  # "Vane, who hosted Tolk"
    spoken = proposition.statement is None and in_marks(library, proposition)
    return not (asks(library, proposition) or little or spoken or taken_back(library, proposition))


def asks(library: Library, proposition: Proposition) -> bool:
    """Whether the sentence of a proposition is a question."""
    return _sentence_text(library, proposition).rstrip(_MARKS + " ").endswith("?")


def names(library: Library, proposition: Proposition, name: str) -> bool:
    """Whether the sentence of a proposition names somebody, by the last word of the name at least."""
    last = words(name)[-1:]
    return bool(last) and last[0] in {w.removesuffix("'s") for w in _sentence(library, proposition)}


def _before(library: Library, proposition: Proposition) -> tuple[str, ...]:
    text = text_of(library.reports[proposition.report].report, proposition.part)
    first = proposition.spans[0]
    sentence = sentence_span(library, proposition.report, proposition.part, first)
    return words(text[sentence.start : first.start])[-_BEFORE:]


def _negates(word: str) -> bool:
    return word in _NEGATORS or word.endswith("n't")


def sentence_words(library: Library, proposition: Proposition) -> frozenset[str]:
    """The words of a proposition's sentence that are not light."""
    light = word_set("acts", "light")
    return frozenset(w for w in _sentence(library, proposition) if w not in light and len(w) > 2)


def _sentence(library: Library, proposition: Proposition) -> tuple[str, ...]:
    return words(_sentence_text(library, proposition))


def _whole(listed: Sequence[str]) -> tuple[str, ...]:
    """Words with "not" apart: "aren't" and "are not" are the same words."""
    return tuple(part for w in listed for part in ((w[:-3], "not") if w.endswith("n't") and len(w) > 4 else (w,)))


def _sentence_text(library: Library, proposition: Proposition) -> str:
    text = text_of(library.reports[proposition.report].report, proposition.part)
    span = sentence_span(library, proposition.report, proposition.part, proposition.spans[0])
    return text[span.start : span.end].strip()


def _runs(library: Library, proposition: Proposition) -> list[str]:
    """The runs of a proposition's sentence that take in enough of its own words and are no mere names."""
    said, own = _whole(_sentence(library, proposition)), set(_whole(clause_words(library, proposition)))
    found = []
    for size in (_RUN, _ONE_TEXT):
        for at in range(len(said) - size + 1):
            run = said[at : at + size]
            if sum(w in own for w in run) >= min(_WITHIN, len(own)) and _tells(library, run):
                found.append(f"run {' '.join(run)}")
    return found


def _tells(library: Library, run: Sequence[str]) -> bool:
    light = word_set("acts", "light")
    return sum(w not in light and w not in library.name_words and len(w) > 2 for w in run) >= _TELLING


def _quoted_runs(library: Library, proposition: Proposition, told: Sequence[Proposition]) -> list[str]:
    """The short wordings of a claim, quoted somewhere, that stand in a proposition's own words."""
    own = f" {' '.join(clause_words(library, proposition))} "
    marked = {clause_words(library, p) for p in told if _quoted(library, p)}
    short = sorted(m for m in marked if len(m) >= _QUOTED)
    return [f"quote {' '.join(m)}" for m in short if f" {' '.join(m)} " in own]


def _quoted(library: Library, proposition: Proposition) -> bool:
    statement = statement_of(library, proposition)
    if statement is not None and statement.manner in ("direct", "block"):
        return any(covers(c, s) for c in statement.content for s in proposition.spans)
    return in_marks(library, proposition)


def in_marks(library: Library, proposition: Proposition) -> bool:
    """Whether the sentence of a proposition opens or ends with a quotation mark."""
    sentence = _sentence_text(library, proposition)
    return bool(sentence) and (sentence[0] in (*_MARKS, "'", "‘") or sentence[-1] in _MARKS)


def points_at(proposition: Proposition) -> bool:
    """Whether the act befalls something that a clause only points at ("approved it"): what that is was not decided."""
    return any(p.entity is None and fold(p.name) in _PRONOUNS for p in proposition.whom)
