"""Tiny corpora about people and places that do not exist, in the formats that training reads."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from consilience.neural.pieces import WordPieces

TREEBANK = """\
# newdoc id = one
# newpar
# sent_id = one-1
# text = Mayor Ilo Venn didn't smile.
1\tMayor\tmayor\tNOUN\tNN\tNumber=Sing\t6\tnsubj\t_\t_
2\tIlo\tIlo\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\t_
3\tVenn\tVenn\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\t_
4-5\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
4\tdid\tdo\tAUX\tVBD\tMood=Ind\t6\taux\t_\t_
5\tnot\tnot\tPART\tRB\t_\t6\tadvmod\t_\t_
6\tsmile\tsmile\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_

# sent_id = one-2
# text = She said “no”.
1\tShe\tshe\tPRON\tPRP\tNumber=Sing\t2\tnsubj\t_\t_
2\tsaid\tsay\tVERB\tVBD\tMood=Ind\t0\troot\t_\t_
3\t“\t"\tPUNCT\t``\t_\t4\tpunct\t_\tSpaceAfter=No
4\tno\tno\tINTJ\tUH\t_\t2\tobj\t_\tSpaceAfter=No
5\t”\t"\tPUNCT\t''\t_\t4\tpunct\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newpar
# sent_id = one-3
# text = Harbour closed
1\tHarbour\tharbour\tNOUN\tNN\tNumber=Sing\t2\tnsubj\t_\t_
2\tclosed\tclose\tVERB\tVBD\tMood=Ind\t0\troot\t_\t_

"""

NEWSWIRE = """\
# doc norland_post_1.tsv
https://news.example/one\tO

The\tO
Bank\tB-Organization
of\tI-Organization
Norland\tI-Organization\tB-Location
closed\tO
.\tO

Ilo\tB-Person
Venn\tI-Person
left\tO
.\tO

# doc norland_post_2.tsv
Norland\tB-Location\t
sleeps\tJunk
.

"""

UNIVERSAL = """\
# newdoc id = one
# sent_id = one-1
1\tMayor\tO\t-\tann
2\tIlo\tB-PER\t-\tann
3\tVenn\tI-PER\t-\tann
4\tdid\tO
5\tnot\tO
6\tsmile\tO
7\t.\tB-O\t-\tann

"""

ARTICLE = "Ilo Venn said the harbour would close. Norland waited.\n\nIt rained, she added."


def spans(*parts: str) -> list[list[int]]:
    """Where the parts stand in ARTICLE."""
    return [[ARTICLE.index(part), ARTICLE.index(part) + len(part)] for part in parts]


ATTRIBUTIONS = (
    {"source": spans("Ilo Venn")[0], "cue": spans("said")[0], "content": spans("the harbour would close")},
    {"source": spans("she")[0], "cue": spans("added")[0], "content": spans("It rained")},
)


def vocabulary() -> str:
    """The word pieces of the package, one a line."""
    return files("consilience").joinpath("data", "weights", "vocab.txt").read_text("utf-8")


def cutter() -> WordPieces:
    """The word pieces of the package."""
    return WordPieces(vocabulary().removesuffix("\n").split("\n"))


def data_folder(root: Path) -> Path:
    """A data folder with every corpus that training reads."""
    texts = {
        "treebanks/ewt_train.conllu": TREEBANK,
        "treebanks/gum_train.conllu": TREEBANK.replace("one", "two"),
        "names/worldwide_newswire_train.tsv": NEWSWIRE,
        "names/uner_ewt_train_prerelease.iob2": UNIVERSAL,
        "attribution/polnear/train/a.txt": ARTICLE,
        "attribution/polnear/gold_train.jsonl": "".join(
            json.dumps({"doc_id": "a", **stated}) + "\n" for stated in ATTRIBUTIONS
        ),
    }
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root
