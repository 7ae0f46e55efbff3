"""The scorer of references: gold given as prediction gives 1.0, and what counts as right."""

from __future__ import annotations

from quality.coreference import GoldDocument, GoldMention, by_head, gold_documents
from quality.references import Answer, counted, is_right, judged, table

LINES = """# newdoc id = d
# newpar
# text = Ada Holm and Leo met her.
1\tAda\tAda\tPROPN\tNNP\t_\t5\tnsubj\t_\tEntity=(9-person-new-1-coref(1-person-new-1-coref
2\tHolm\tHolm\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3\tand\tand\tCCONJ\tCC\t_\t4\tcc\t_\t_
4\tLeo\tLeo\tPROPN\tNNP\t_\t1\tconj\t_\tEntity=(2-person-new-1-coref)9)
5\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_
6\ther\tshe\tPRON\tPRP\t_\t5\tobj\t_\tEntity=(3-person-new-1-coref)|SpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

# text = She greeted them.
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv:act-1-ana)
2\tgreeted\tgreet\tVERB\tVBD\t_\t0\troot\t_\t_
3\tthem\tthey\tPRON\tPRP\t_\t2\tobj\t_\tEntity=(9-person-giv:act-1-ana)|SpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

""".splitlines(keepends=True)


def document() -> GoldDocument:
    """The one document of the lines."""
    return next(gold_documents(LINES))


def perfect(gold: GoldDocument) -> list[Answer]:
    """The gold links as answers: each pronoun by the first mention of its cluster."""
    first: dict[str, GoldMention] = {}
    for mention in gold.mentions:
        first.setdefault(mention.cluster, mention)
    return [
        Answer(p.span.start, (first[p.cluster].head.start,), " and " in gold.text[slice(*first[p.cluster].span)])
        for p in counted(gold)
    ]


def test_mentions_know_their_text() -> None:
    """Brackets become spans of the raw text, outer ones first."""
    gold = document()
    assert gold.text == "Ada Holm and Leo met her. She greeted them."
    assert [gold.text[slice(*m.span)] for m in gold.mentions] == [
        "Ada Holm and Leo",
        "Ada Holm",
        "Leo",
        "her",
        "She",
        "them",
    ]


def test_pronouns_without_an_earlier_mention_do_not_count() -> None:
    """The first pronoun of the document has none."""
    gold = document()
    assert [gold.text[slice(*p.span)] for p in counted(gold)] == ["She", "them"]


def test_gold_given_as_answer_is_right_throughout() -> None:
    """Both lines of the table read 1."""
    lines = table(judged(document(), perfect(document()))).splitlines()
    assert all(line.endswith("answered 1.000  right 1.000") for line in lines)


def test_an_answer_is_right_by_at_least_half_of_its_heads() -> None:
    """A head that no gold mention has counts against the answer; a pair is the widest mention."""
    heads = by_head(document().mentions)
    assert is_right(Answer(0, (0, 999)), "1", heads)
    assert not is_right(Answer(0, (0, 998, 999)), "1", heads)
    assert is_right(Answer(0, (0, 13), pair=True), "9", heads)
    assert not is_right(Answer(0, (0,)), "9", heads)


def test_no_answer_is_not_wrong() -> None:
    """It lowers the share answered alone."""
    assert [row.right for row in judged(document(), [])] == [None, None]
