"""No account with an unsupported sentence: each way to break the promise is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.errors import UnsupportedSentence
from consilience.model.account import Account, NotTold, Side, Words
from consilience.model.spans import Passage, Span
from consilience.reconcile.check import supported
from tests.reconcile.build import made
from tests.reconcile.worlds import account_from, entered, shots, toll

_REPORTS = [
    made(draft)
    for draft in (
        entered("1.txt", "The Ferry Post"),
        toll("2.txt", "Orla Vane", "three", 3),
        toll("3.txt", "Brandt Ossel", "nine", 9),
        shots("4.txt", "Orla Vane", False),
    )
]
_ACCOUNT = account_from(_REPORTS)
_FAR = Passage(_REPORTS[0].report.id, "text", Span(5, 90_000))
_STRANGE = Passage("nowhere", "text", Span(0, 3))
_SHIFTED = Passage(_REPORTS[0].report.id, "text", Span(1, 9))


def _with_sentence(change: Callable[[tuple[Words, ...]], tuple[Words, ...]]) -> Account:
    first, *rest = _ACCOUNT.sentences
    return replace(_ACCOUNT, sentences=(replace(first, pieces=change(first.pieces)), *rest))


def _with_claim(**changes: object) -> Account:
    first, *rest = _ACCOUNT.claims
    return replace(_ACCOUNT, claims=(replace(first, **changes), *rest))  # type: ignore[arg-type]  # any field is tried


def _with_side(side: Side) -> Account:
    first = _ACCOUNT.differences[0]
    return replace(_ACCOUNT, differences=(replace(first, sides=(side, first.sides[1])),))


def _machine_only(pieces: tuple[Words, ...]) -> tuple[Words, ...]:
    return (Words("It is all true.", ()),)


def _reworded(pieces: tuple[Words, ...]) -> tuple[Words, ...]:
    return tuple(replace(p, text=p.text + " gladly") if p.passages else p for p in pieces)


def _moved(pieces: tuple[Words, ...]) -> tuple[Words, ...]:
    return tuple(replace(p, passages=(_SHIFTED,)) if p.passages else p for p in pieces)


def _strange(pieces: tuple[Words, ...]) -> tuple[Words, ...]:
    return tuple(replace(p, passages=(_STRANGE,)) if p.passages else p for p in pieces)


def test_the_account_as_built_is_supported() -> None:
    supported(_ACCOUNT, _REPORTS)
    assert _ACCOUNT.sentences
    assert _ACCOUNT.differences


_SIDE = _ACCOUNT.differences[0].sides[0]
_BROKEN = [
    _with_sentence(_machine_only),
    _with_sentence(_reworded),
    _with_sentence(_moved),
    _with_sentence(_strange),
    replace(_ACCOUNT, sentences=(replace(_ACCOUNT.sentences[0], claims=()),)),
    replace(_ACCOUNT, sentences=(replace(_ACCOUNT.sentences[0], claims=("c0",)),)),
    replace(_ACCOUNT, sentences=(replace(_ACCOUNT.sentences[0], reports=()),)),
    _with_claim(passages=()),
    _with_claim(passages=(_FAR,)),
    _with_claim(wording="Nobody was there"),
    _with_claim(support=()),
    _with_side(replace(_SIDE, passages=())),
    _with_side(replace(_SIDE, value="eleven")),
    _with_side(replace(_SIDE, value="")),
    replace(_ACCOUNT, title=(Words("A title out of nowhere", ()),)),
    replace(_ACCOUNT, title=(Words("A title out of nowhere", (_SHIFTED,)),)),
    replace(_ACCOUNT, not_told=(NotTold("unclear", "who did it", (), ""),)),
    replace(_ACCOUNT, timeline=(replace(_ACCOUNT.timeline[0], passages=()), *_ACCOUNT.timeline[1:])),
    replace(_ACCOUNT, timeline=(replace(_ACCOUNT.timeline[0], text="It began"), *_ACCOUNT.timeline[1:])),
]


@pytest.mark.parametrize("number", range(len(_BROKEN)))
def test_an_unsupported_part_is_an_error(number: int) -> None:
    with pytest.raises(UnsupportedSentence):
        supported(_BROKEN[number], _REPORTS)


def test_a_report_that_is_not_there_supports_nothing() -> None:
    with pytest.raises(UnsupportedSentence):
        supported(_ACCOUNT, _REPORTS[:1])


def _joined(text: str) -> Account:
    """The account with words of the program after those of its first sentence."""
    return _with_sentence(lambda pieces: (*pieces, Words(text, ())))


_NAMES = sorted({origin.name for origin in _ACCOUNT.origins})


@given(st.text(min_size=1).filter(lambda text: text.strip(" “”.") and ":" not in text))
def test_words_of_the_program_tell_nothing(text: str) -> None:
    """Whatever is put between the reports' words is refused, unless it only joins."""
    with pytest.raises(UnsupportedSentence):
        supported(_joined(text), _REPORTS)


@pytest.mark.parametrize(
    "text",
    [
        " and ten people died.",
        "According to Nobody Known: ",
        "Ten people died: ",
        f" {_NAMES[0]} said so.",
        f"According to {_NAMES[0]}, who lied: ",
        f"{_NAMES[0]} killed ten: “",
    ],
)
def test_joining_words_that_tell_something_are_an_error(text: str) -> None:
    with pytest.raises(UnsupportedSentence):
        supported(_joined(text), _REPORTS)


@pytest.mark.parametrize(
    "text",
    [
        ".",
        "”",
        ".”",
        " Against it: “",
        f"According to {_NAMES[0]}: ",
        f" Against it, {_NAMES[0]}: “",
        f"{' and '.join(_NAMES[:2])}: ",
        "According to the Harbour Guard: ",
    ],
)
def test_joining_words_join(text: str) -> None:
    supported(_joined(text), _REPORTS)


@given(st.text(alphabet="abc xyz,.").filter(lambda text: text.strip(" ,.")))
def test_legible_words_put_in_names_alone(text: str) -> None:
    """A name in brackets may stand in a claim's legible words; a word without brackets may not."""
    wording = _ACCOUNT.claims[0].wording
    supported(_with_claim(legible=f"[{text}] {wording}"), _REPORTS)
    with pytest.raises(UnsupportedSentence):
        supported(_with_claim(legible=f"{wording} {text}"), _REPORTS)
