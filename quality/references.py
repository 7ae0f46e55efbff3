"""Scores references of pronouns: python quality/references.py GOLD.conllu [ANSWERS.tsv]

GOLD holds GUM documents with entities and coreference in the last column (`Entity=`). Each document is put together from the
texts of its sentences, a paragraph a line, and read as the program reads any report: own tokens, tree, names and links.

Counted are he, she and they in all their forms (his, herself, theirs …) whose gold cluster has an earlier mention in the
document. `answered` is the share of them that the program links to a name or noun phrase; `right` the share of the answers
that are right. An answer is right if of the words that head the linked entity's names before the pronoun (for a noun phrase:
its one head) at least half head a mention of the pronoun's gold cluster; a word that heads no gold mention counts against it.
A linked pair ("A and B") is looked up as the widest mention that its first head heads, anything else as the narrowest.
A linked entity without a name before the pronoun is judged by its first name after it. ANSWERS takes a line a pronoun.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from consilience.annotate.grammar import name_head
from consilience.annotate.report import annotate
from consilience.engines import Engine, load_engine
from consilience.model.annotations import PartAnnotations, Reference
from consilience.model.report import Report, Run
from consilience.model.spans import Span, TokenRange
from consilience.parses import Parse, parse_of
from quality.coreference import GoldDocument, GoldMention, by_head, gold_documents

FORMS = {
    "he": ("he", "him", "his", "himself"),
    "she": ("she", "her", "hers", "herself"),
    "they": ("they", "them", "their", "theirs", "themselves"),
}
_FORM = {form: name for name, forms in FORMS.items() for form in forms}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a pronoun at `at` was linked to: where the heads of the linked names or phrase start, and if it is a pair."""

    at: int
    heads: tuple[int, ...]
    pair: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """A counted pronoun and whether the answer is right; None where there is no answer."""

    document: str
    at: int
    word: str
    heads: tuple[int, ...]
    right: bool | None


def counted(document: GoldDocument) -> Iterator[GoldMention]:
    """The pronouns of a document that count: those whose cluster was mentioned before."""
    seen: set[str] = set()
    for mention in document.mentions:
        word = document.text[slice(*mention.span)].lower()
        if word in _FORM and mention.cluster in seen:
            yield mention
        seen.add(mention.cluster)


def judged(document: GoldDocument, answers: Iterable[Answer]) -> Iterator[Judged]:
    """Each counted pronoun of the document with the verdict on its answer."""
    heads = by_head(document.mentions)
    given = {answer.at: answer for answer in answers}
    for pronoun in counted(document):
        word = document.text[slice(*pronoun.span)].lower()
        answer = given.get(pronoun.span.start)
        right = None if answer is None else is_right(answer, pronoun.cluster, heads)
        yield Judged(document.name, pronoun.span.start, word, answer.heads if answer else (), right)


def is_right(answer: Answer, cluster: str, heads: dict[int, tuple[GoldMention, ...]]) -> bool:
    """Whether at least half of the answer's heads head a mention of the cluster."""
    places = answer.heads[:1] if answer.pair else answer.heads
    chosen = [heads[at][-1 if answer.pair else 0].cluster if at in heads else "" for at in places]
    return 2 * chosen.count(cluster) >= max(1, len(chosen))


def answers_of(text: str, part: PartAnnotations) -> Iterator[Answer]:
    """The program's answers for the pronouns of a text."""
    parse = parse_of(text, part.sentences, part.tokens)
    named: dict[str, list[int]] = {}
    for name in part.names:
        if name.entity is not None:
            named.setdefault(name.entity, []).append(part.tokens[name_head(parse, name)].start)
    links: dict[Span, list[Reference]] = {}
    for reference in part.references:
        if reference.kind == "pronoun":
            links.setdefault(reference.span, []).append(reference)
    for span, listed in links.items():
        antecedent = listed[0].antecedent
        if antecedent is not None:
            yield _of_phrase(parse, span.start, antecedent)
        elif listed[0].entity is not None:
            yield _of_names(span.start, [named.get(r.entity or "", []) for r in listed])


def _of_phrase(parse: Parse, at: int, antecedent: TokenRange) -> Answer:
    """A linked noun phrase: where its head starts, and whether it joins several nouns."""
    inside = range(*antecedent)
    head = next((i for i in inside if parse.tokens[i].head not in inside), antecedent.first)
    pair = any(parse.tokens[k].relation == "conj" and k in inside for k in parse.kids[head])
    return Answer(at, (parse.tokens[head].start,), pair)


def _of_names(at: int, places: Sequence[Sequence[int]]) -> Answer:
    """Linked entities: where the heads of their names before the pronoun start; of several the nearest each."""
    if len(places) > 1:
        return Answer(at, tuple(p for listed in places for p in [q for q in listed if q < at][-1:]), True)
    return Answer(at, tuple([p for p in places[0] if p < at] or places[0][:1]))


def as_report(document: GoldDocument) -> Report:
    """The document as a report of which nothing but the text is known."""
    whole = Span(0, len(document.text))
    return Report(
        id=document.name, source=document.name, kind="text", state="accepted", reason="", sha256="", encoding="utf-8",
        language="en", text=document.text, title="", headline=None, outlet=None, byline=None, dateline=None, agency=None,
        place_of_writing=None, published=None, published_stated=None, url=None, removed=(), captions=(), damage=(),
        layer_map=(Run(whole, whole),),
    )  # fmt: skip


def read(document: GoldDocument, engine: Engine) -> list[Answer]:
    """The program's answers for one document."""
    return list(answers_of(document.text, annotate(as_report(document), engine).parts[0]))


def table(rows: Iterable[Judged]) -> str:
    """Counts, share answered and share right for he or she, and for they."""
    counts: dict[str, Counter[bool | None]] = {"he, she": Counter(), "they": Counter()}
    for row in rows:
        counts["they" if _FORM[row.word] == "they" else "he, she"][row.right] += 1
    lines = []
    for name, count in counts.items():
        answered = count[True] + count[False]
        shares = f"answered {answered / max(1, count.total()):.3f}  right {count[True] / max(1, answered):.3f}"
        lines.append(f"{name:8s} n={count.total():4d}  {shares}")
    return "\n".join(lines)


def main(gold: Path, out: Path | None) -> None:
    """Read the gold documents' texts, print the table and write the answers where a file is given."""
    engine = load_engine()
    with gold.open(encoding="utf-8") as lines:
        rows = [row for document in gold_documents(lines) for row in judged(document, read(document, engine))]
    print(table(rows))
    if out is not None:
        out.write_text("".join(f"{r.document}\t{r.at}\t{r.word}\t{r.heads}\t{r.right}\n" for r in rows), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
