"""Words of a sentence that rest on something else than its badge says."""

from dataclasses import replace

import pytest

from consilience.model.account import Claim, OriginCount, Standing, Words
from consilience.model.spans import Passage, Span
from consilience.present.shelf import quoted, shelve
from consilience.present.story import SentenceView, story_views
from tests.present.accounts import findings


def _at(claim: Claim, standing: Standing, passage: Passage) -> Claim:
    support = replace(claim.support[0], report=passage.report, passages=(passage,))
    return replace(claim, standing=standing, support=(support,), passages=(passage,))


_ONE, _MORE = OriginCount(1, 1, (), "counted"), OriginCount(1, 3, (), "counted")


def _shown(standings: tuple[Standing, Standing], cut: int, other: OriginCount = _ONE) -> tuple[SentenceView, list[str]]:
    """One sentence whose words up to `cut` per cent are one claim and whose others are a second one, with both words."""
    found = findings()
    account = found.accounts[0]
    left, right = account.claims[:2]
    whole = left.passages[0]
    start, end = whole.span
    middle = start + (end - start) * cut // 100
    places = (replace(whole, span=Span(start, middle)), replace(whole, span=Span(middle, end)))
    left, right = replace(left, origins=_ONE), replace(right, origins=other)
    claims = (_at(left, standings[0], places[0]), _at(right, standings[1], places[1]))
    told = replace(
        account.sentences[0],
        standing=standings[0],
        origins=_ONE,
        claims=(left.id,),
        pieces=(Words("As told: ", ()), Words("said in full", (whole,))),
    )
    made = replace(found, accounts=(replace(account, claims=claims, sentences=(told,), differences=()),))
    shelf = shelve(made)
    return story_views(made, shelf)[0].sentences[0], [quoted(shelf, (place,)).strip() for place in places]


def test_words_that_rest_on_something_else_are_set_apart() -> None:
    view, (first, second) = _shown(("disputed", "outlet's own voice"), 50)
    assert [(share.words, share.claim.claim.standing) for share in view.shares] == [
        (first, "disputed"),
        (second, "outlet's own voice"),
    ]


def test_words_that_rest_on_more_are_set_apart_too() -> None:
    view, words = _shown(("outlet's own voice", "outlet's own voice"), 50, _MORE)
    assert [share.words for share in view.shares] == words


@pytest.mark.parametrize(
    ("standings", "cut"),
    [
        (("one origin", "one origin"), 50),  # both have the standing that the badge says
        (("one origin", "outlet's own voice"), 95),  # nearly all of the sentence is what the badge is of
    ],
)
def test_a_sentence_that_rests_on_one_thing_has_one_badge(standings: tuple[Standing, Standing], cut: int) -> None:
    view, _ = _shown(standings, cut)
    assert view.shares == ()


@pytest.mark.parametrize("fuller", [True, False])
def test_an_agreed_claim_shown_by_one_tellings_fuller_words_says_what_is_agreed(fuller: bool) -> None:
    found = findings()
    account = found.accounts[0]
    left, right = account.claims[:2]
    claims = (replace(left, standing="agreed by independent origins"), *account.claims[1:])
    words = Words("As told.", right.passages if fuller else left.passages)
    told = replace(account.sentences[0], standing="agreed by independent origins", claims=(left.id,), pieces=(words,))
    made = replace(found, accounts=(replace(account, claims=claims, sentences=(told,), differences=()),))
    shares = story_views(made, shelve(made))[0].sentences[0].shares
    assert [share.words for share in shares] == ([left.wording] if fuller else [])
