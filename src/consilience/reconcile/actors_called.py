"""Naming of persons: a dictator here, a leader or president there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from consilience.lexicons import word_set
from consilience.model.account import Difference
from consilience.model.annotations import PartAnnotations
from consilience.model.spans import TokenRange
from consilience.reconcile.calling import Called, naming, with_kind
from consilience.reconcile.library import Library, passages_at, words_at
from consilience.trees import children, head_of
from consilience.wording import fold

_BESIDE = frozenset(("appos", "compound", "flat", "nmod:desc"))
_BECAUSE = "one person, called otherwise"


def actors_called(library: Library) -> Iterator[Difference]:
    """Persons of whom some reports speak by a noun that judges them, and others by an office."""
    found: defaultdict[str, list[Called]] = defaultdict(list)
    for report, told in library.reports.items():
        for part in told.annotations.parts:
            for reference in part.references:
                actor = library.actor_of.get(reference.entity or "")
                if actor is not None and library.actors[actor].type == "person" and reference.kind != "pronoun":
                    found[actor] += _nouns(library, report, part, reference.tokens)
    for _, called in sorted(found.items()):
        one = naming(library, called, word_set("told_otherwise", "loaded_offices"), (), _BECAUSE)
        if one is not None:
            yield one


def _nouns(library: Library, report: str, part: PartAnnotations, stretch: TokenRange) -> Iterator[Called]:
    """The nouns by which a mention calls somebody: its own, or that of the office right before a name."""
    head = head_of(part.tokens, stretch)
    near = (head, *(c for c in children(part.tokens, head) if part.tokens[c].relation in _BESIDE))
    beside = part.tokens[head].head
    if part.tokens[head].relation in _BESIDE and beside >= 0:
        near = (*near, beside)
    for at in near:
        noun = fold(part.tokens[at].lemma)
        if part.tokens[at].tag == "NN" and noun in word_set("told_otherwise", "offices"):
            passages = passages_at(library, report, part.part, (with_kind(part, at),))
            if passages:
                yield Called(report, noun, words_at(library, passages), passages)
