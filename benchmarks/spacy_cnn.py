"""The engine beside a spaCy CNN trained on the same data: python -m benchmarks.spacy_cnn DATA SCORE OUT [MINUTES]

DATA is the data folder with `treebanks` and `names`; SCORE the folder of the scorers; OUT takes the models and the answers.

Trained are spaCy's own tagger and parser on one small convolutional encoder (EWT and GUM train) and its name finder on
another (worldwide newswire train, innermost names), without word vectors, for MINUTES of processor time in all (20), one
thread, seed 1. A model that lies in OUT is not trained again. spaCy is no dependency of the program: install both into an
environment of their own.

Both read the same raw text, paragraphs known, with their own tokens and sentences; spaCy also the gold tokens, since its
tokens are not those of the treebanks. Names are found in the scored tokens. Speed is processor time of one thread on GUM
dev, the faster of two readings; spaCy may batch paragraphs, the engine reads document by document.
"""

# mypy: disable-error-code="misc, import-not-found, no-any-return, unused-ignore"

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed
from thinc.api import Adam

from consilience.engines import load_engine
from consilience.model.annotations import Analysis, Sentence, Token
from consilience.model.spans import Span, TokenRange
from quality import names as name_runner
from quality import treebank as tree_runner

_WIDTH, _DEPTH, _BATCH_WORDS, _DROPOUT = 96, 4, 800, 0.1
_PARSER_SHARE = 0.6  # of the time; the rest trains the name finder
_TREE_FILES = ("ewt_dev", "gum_dev")
_NAME_FILES = ("worldwide_newswire_dev.tsv", "uner_ewt_dev.iob2")


@dataclass(frozen=True, slots=True)
class Row:
    """A word of a treebank."""

    word: str
    spaced: bool
    tag: str
    head: int
    relation: str


def paragraphs_of(path: Path) -> Iterator[list[list[Row]]]:
    """The sentences of each paragraph of a treebank."""
    paragraph: list[list[Row]] = []
    sentence: list[Row] = []
    joined = 0  # the last word of those that are written together
    with path.open(encoding="utf-8") as lines:
        for line in chain(lines, ["# newpar\n"]):
            if line.startswith(("# newpar", "# newdoc")) and paragraph:
                yield paragraph
                paragraph = []
            elif not line.strip():
                paragraph.append(sentence)
                sentence, joined = [], 0
            elif not line.startswith("#"):
                number, word, _, _, tag, _, head, relation, _, rest = line.rstrip("\n").split("\t")
                if "-" in number:
                    joined = int(number.partition("-")[2])
                elif number.isdigit():
                    spaced = int(number) >= joined and "SpaceAfter=No" not in rest
                    sentence.append(Row(word, spaced, tag, int(head), relation))


def tree_example(nlp: Language, paragraph: Sequence[Sequence[Row]]) -> Example:
    """A paragraph as spaCy learns it."""
    rows = [row for sentence in paragraph for row in sentence]
    heads: list[int] = []
    starts: list[bool] = []
    for sentence in paragraph:
        first = len(starts)
        heads += [first + (number if row.head == 0 else row.head - 1) for number, row in enumerate(sentence)]
        starts += [number == 0 for number in range(len(sentence))]
    blank = Doc(nlp.vocab, [row.word for row in rows], [row.spaced for row in rows])
    relations = ["ROOT" if row.head == 0 else row.relation for row in rows]
    told = {"tags": [row.tag for row in rows], "heads": heads, "deps": relations, "sent_starts": starts}
    return Example.from_dict(blank, told)


def name_example(nlp: Language, sentence: Sequence[tuple[str, str]]) -> Example:
    """A sentence of words and innermost tags as spaCy learns it."""
    tags = [tag for _, tag in sentence]
    for at, tag in enumerate(tags):
        if tag[0] == "I" and (at == 0 or tags[at - 1][1:] != tag[1:]):
            tags[at] = "B" + tag[1:]
    blank = Doc(nlp.vocab, [word for word, _ in sentence])
    return Example.from_dict(
        blank, {"entities": [t.replace("B-", "U-") if _alone(tags, i) else t for i, t in enumerate(tags)]}
    )


def _alone(tags: Sequence[str], at: int) -> bool:
    return tags[at][0] == "B" and (at + 1 == len(tags) or tags[at + 1][0] != "I")


def named_sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Words with their innermost tags, without the lines that hold addresses."""
    sentence: list[tuple[str, str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in chain(lines, ["\n"]):
            if line.startswith("# ") or not line.strip():
                if sentence and not sentence[0][0].startswith("http"):
                    yield sentence
                sentence = []
                continue
            word, *cells = (cell.strip() for cell in line.rstrip("\n").split("\t"))
            known = [cell for cell in cells if cell == "O" or (cell[:2] in ("B-", "I-") and len(cell) > 3)]
            sentence.append((word, known[-1] if known else "O"))


def blank_model(*pipes: str) -> Language:
    """An untrained pipeline on one convolutional encoder."""
    nlp = spacy.blank("en")
    encoder = {
        "@architectures": "spacy.HashEmbedCNN.v2", "width": _WIDTH, "depth": _DEPTH, "embed_size": 2000, "window_size": 1,
        "maxout_pieces": 3, "subword_features": True, "pretrained_vectors": None,
    }  # fmt: skip
    nlp.add_pipe("tok2vec", config={"model": encoder})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": _WIDTH, "upstream": "tok2vec"}
    for pipe in pipes:
        nlp.add_pipe(pipe, config={"model": {"tok2vec": listener}})
    return nlp


def train(nlp: Language, examples: list[Example], seconds: float, out: Path) -> None:
    """Trains for so many processor seconds and writes the running average of the weights."""
    chance = random.Random(1)
    nlp.initialize(lambda: examples)
    optimiser = Adam(0.001, L2=0.01, grad_clip=1.0, use_averages=True)
    begun, passes = time.process_time(), 0
    while time.process_time() - begun < seconds:
        chance.shuffle(examples)
        for batch in _batches(examples):
            nlp.update(batch, sgd=optimiser, drop=_DROPOUT)
            if time.process_time() - begun >= seconds:
                break
        passes += 1
    print(f"{' + '.join(nlp.pipe_names[1:])}: {passes} passes begun over {len(examples)} examples")
    with nlp.use_params(optimiser.averages):
        nlp.to_disk(out)


def _batches(examples: Sequence[Example]) -> Iterator[list[Example]]:
    batch: list[Example] = []
    words = 0
    for example in examples:
        batch.append(example)
        words += len(example.reference)
        if words >= _BATCH_WORDS:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def trained(data: Path, out: Path, minutes: float) -> tuple[Language, Language]:
    """The parser and the name finder, from `out` if they lie there."""
    fix_random_seed(1)
    made: list[Language] = []
    tasks: tuple[tuple[str, float, Callable[[Language], Iterable[Example]], tuple[str, ...]], ...] = (
        ("parser", _PARSER_SHARE, lambda nlp: _tree_examples(nlp, data), ("tagger", "parser")),
        ("names", 1 - _PARSER_SHARE, lambda nlp: _name_examples(nlp, data), ("ner",)),
    )
    for name, share, examples, pipes in tasks:
        if not (out / name).is_dir():
            nlp = blank_model(*pipes)
            train(nlp, list(examples(nlp)), 60 * minutes * share, out / name)
        made.append(spacy.load(out / name))
    return made[0], made[1]


def _tree_examples(nlp: Language, data: Path) -> Iterator[Example]:
    for file in ("ewt_train", "gum_train"):
        yield from (tree_example(nlp, p) for p in paragraphs_of(data / "treebanks" / f"{file}.conllu"))


def _name_examples(nlp: Language, data: Path) -> Iterator[Example]:
    path = data / "names" / "worldwide_newswire_train.tsv"
    return (name_example(nlp, sentence) for sentence in named_sentences(path))


def analysis_of(document: Doc) -> Analysis:
    """spaCy's answer as the engine's would stand; white space tokens are left out."""
    place = {token.i: number for number, token in enumerate(token for token in document if not token.is_space)}
    tokens, sentences = [], []
    for sentence in document.sents:
        kept = [token for token in sentence if not token.is_space]
        for token in kept:
            root = token.head.i == token.i or token.head.i not in place
            head, relation = (-1, "root") if root else (place[token.head.i], token.dep_)
            span = (token.idx, token.idx + len(token.text))
            tokens.append(Token(*span, token.text, token.text, "_", token.tag_, "", head, relation))
        if kept:
            stretch = TokenRange(len(tokens) - len(kept), len(tokens))
            sentences.append(Sentence(Span(tokens[stretch.first].start, tokens[-1].end), stretch, 0))
    return Analysis(tuple(sentences), tuple(tokens), (), ())


def write_trees(documents: Iterable[Doc], out: Path) -> None:
    """spaCy's trees as the scorer wants them."""
    with out.open("w", encoding="utf-8") as written:
        for document in documents:
            written.writelines(line + "\n" for line in tree_runner.conllu(document.text, analysis_of(document)))


def raw(nlp: Language, gold: Path) -> Iterator[Doc]:
    """spaCy on raw text, paragraph by paragraph."""
    with gold.open(encoding="utf-8") as lines:
        texts = [paragraph for paragraphs in tree_runner.documents(lines) for paragraph in paragraphs]
    yield from nlp.pipe(texts)


def with_gold_tokens(nlp: Language, gold: Path) -> Iterator[Doc]:
    """spaCy on the gold tokens."""
    for paragraph in paragraphs_of(gold):
        rows = [row for sentence in paragraph for row in sentence]
        yield nlp(Doc(nlp.vocab, [row.word for row in rows], [row.spaced for row in rows]))


def write_names(nlp: Language, gold: Path, out: Path) -> None:
    """spaCy's names in given tokens."""
    with gold.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as written:
        for words in name_runner.sentences(lines):
            document = nlp(Doc(nlp.vocab, words))
            tags = (f"{t.ent_iob_}-{t.ent_type_}" if t.ent_iob_ in "BI" else "O" for t in document)
            written.writelines(f"{word}\t{tag}\n" for word, tag in zip(words, tags, strict=True))
            written.write("\n")


def score(scorer: Path, gold: Path, found: Path) -> str:
    """What the scorer prints, on one line."""
    command = [sys.executable, str(scorer), str(gold), str(found)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return " | ".join(line.strip() for line in told.splitlines() if line.strip())


def speeds(parser: Language, namer: Language, gold: Path) -> tuple[float, float]:
    """Tokens per core-second of spaCy (trees and names) and of the engine (everything) on the same raw text."""
    engine = load_engine()
    with gold.open(encoding="utf-8") as lines:
        documents = list(tree_runner.documents(lines))
    texts = [paragraph for paragraphs in documents for paragraph in paragraphs]

    def theirs() -> int:
        counted = sum(len(document) for document in parser.pipe(texts))
        return counted if sum(1 for _ in namer.pipe(texts)) else 0

    def ours() -> int:
        return sum(sum(1 for line in tree_runner.parsed(engine, p) if line) for p in documents)

    return _tokens_a_second(theirs), _tokens_a_second(ours)


def _tokens_a_second(read: Callable[[], int]) -> float:
    best = 0.0
    for _ in range(2):
        start = time.process_time()
        tokens = read()
        best = max(best, tokens / (time.process_time() - start))
    return best


def main(data: Path, scorers: Path, out: Path, minutes: float = 20.0) -> None:
    """Trains, reads, and prints the figures of both."""
    out.mkdir(parents=True, exist_ok=True)
    parser, namer = trained(data, out, minutes)
    for file in _TREE_FILES:
        gold = data / "treebanks" / f"{file}.conllu"
        write_trees(raw(parser, gold), out / f"{file}.spacy")
        write_trees(with_gold_tokens(parser, gold), out / f"{file}.spacy_gold")
        tree_runner.main(gold, out / f"{file}.engine")
        for who in ("spacy", "spacy_gold", "engine"):
            print(f"{file} {who}: {score(scorers / 'treebank.py', gold, out / f'{file}.{who}')}", flush=True)
    for file in _NAME_FILES:
        gold = data / "names" / file
        write_names(namer, gold, out / f"{file}.spacy")
        name_runner.main(gold, out / f"{file}.engine")
        for who in ("spacy", "engine"):
            print(f"{file} {who}: {score(scorers / 'names.py', gold, out / f'{file}.{who}')}", flush=True)
    spacy_speed, engine_speed = speeds(parser, namer, data / "treebanks" / "gum_dev.conllu")
    print(f"tokens per core-second, GUM dev: spaCy {spacy_speed:.0f}, engine {engine_speed:.0f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), *map(float, sys.argv[4:5]))
