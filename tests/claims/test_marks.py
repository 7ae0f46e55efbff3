"""What sets an act apart from another one of its kind."""

from __future__ import annotations

import pytest

from consilience.claims.acts import told_act
from consilience.claims.marks import figures, is_crowd, is_own_time, rank_of, taken_back, times_over, ways
from consilience.model.annotations import PartAnnotations, Quantity
from consilience.model.event import Participant, Proposition
from consilience.model.spans import Span
from consilience.parses import Parse
from tests.builders import parsed

_OFF = "Vane/Vane/NNP/2/nsubj stormed/storm/VBD/0/root off/off/IN/4/case stage/stage/NN/2/obl"
_BACK = "Vane/Vane/NNP/2/nsubj stormed/storm/VBD/0/root back/back/RB/2/advmod"
_TO = "Vane/Vane/NNP/2/nsubj went/go/VBD/0/root to/to/IN/4/case Tarn/Tarn/NNP/2/obl"


@pytest.mark.parametrize(("line", "way"), [(_OFF, {"off"}), (_BACK, {"back"}), (_TO, set())])
def test_which_way_an_act_goes(line: str, way: set[str]) -> None:
    assert ways(parsed(line).tokens, 1) == way


def test_which_time_it_is() -> None:
    assert times_over("the second time in a week".split()) == {"second"}
    assert times_over("the second house in a street".split()) == set()
    line = "she/she/PRP/4/nsubj is/be/VBZ/4/cop the/the/DT/4/det mayor/mayor/NN/0/root first/first/JJ/4/amod"
    assert rank_of(parsed(line).tokens, 3) == {"first"}


_NOT_SOMETHING = (
    "This/this/DT/4/nsubj is/be/VBZ/4/cop not/not/RB/4/advmod something/something/NN/0/root "
    "they/they/PRP/6/nsubj wanted/want/VBD/4/acl:relcl"
)
_SOMETHING = (
    "This/this/DT/3/nsubj is/be/VBZ/3/cop something/something/NN/0/root they/they/PRP/5/nsubj "
    "wanted/want/VBD/3/acl:relcl"
)
_SHORT_OF = (
    "Vane/Vane/NNP/2/nsubj stopped/stop/VBD/0/root short/short/RB/2/advmod of/of/IN/5/mark asking/ask/VBG/2/advcl "
    "Ossel/Ossel/NNP/5/obj"
)
_NOT_HEARD = (
    "I/I/PRP/4/nsubj have/have/VBP/4/aux not/not/RB/4/advmod heard/hear/VBN/0/root they/they/PRP/6/nsubj "
    "fled/flee/VBD/4/ccomp"
)
_NOT_SAID = (
    "I/I/PRP/4/nsubj did/do/VBD/4/aux not/not/RB/4/advmod know/know/VB/0/root they/they/PRP/6/nsubj "
    "fled/flee/VBD/4/ccomp"
)


@pytest.mark.parametrize(
    ("line", "at", "back"),
    [
        (_NOT_SOMETHING, 5, True),
        (_SOMETHING, 4, False),
        (_SHORT_OF, 4, True),
        (_NOT_HEARD, 5, True),
        (_NOT_SAID, 5, False),
    ],
)
def test_a_not_further_up_takes_an_act_back(line: str, at: int, back: bool) -> None:
    assert taken_back(parsed(line).tokens, at) is back


def test_a_linking_verb_tells_the_word_after_it() -> None:
    line = "The/the/DT/2/det bridge/bridge/NN/3/nsubj remains/remain/VBZ/0/root closed/closed/JJ/3/xcomp"
    assert told_act(parsed(line).tokens, 2, "remain").act == "closed"


def _part(parse: Parse) -> PartAnnotations:
    return PartAnnotations("text", (), parse.sentences, parse.tokens, (), (), (), (), (), ())


def _span(parse: Parse, word: str) -> Span:
    token = next(t for t in parse.tokens if t.word == word)
    return Span(token.start, token.end)


def test_a_crowd_is_told_by_plural_nouns() -> None:
    parse = parsed("the/the/DT/2/det dockers/docker/NNS/3/nsubj left/leave/VBD/0/root Vane/Vane/NNP/3/obj")
    part = _part(parse)
    assert is_crowd(part, [_span(parse, "dockers")])
    assert not is_crowd(part, [_span(parse, "Vane")])
    assert not is_crowd(part, [])


def test_a_time_of_another_act_is_not_that_of_the_clause() -> None:
    parse = parsed(
        "Vane/Vane/NNP/2/nsubj left/leave/VBD/0/root after/after/IN/4/case talks/talk/NNS/2/obl held/hold/VBN/4/acl "
        "Monday/Monday/NNP/5/obl"
    )
    part = _part(parse)
    assert not is_own_time(part, 1, _span(parse, "Monday"))
    assert is_own_time(part, 4, _span(parse, "Monday"))


def _told(parse: Parse, who: str, whom: str, number: str, unit: str) -> bool:
    people = [Participant(_span(parse, w), w, None, None) if w else None for w in (who, whom)]
    proposition = Proposition(
        id="p", report="r", part="text", sentence=0, spans=(Span(0, len(parse.text)),), statement=None, act="call",
        act_span=Span(0, 1), who=tuple(p for p in people[:1] if p), whom=tuple(p for p in people[1:] if p), times=(),
        places=(), quantities=(), negated=False, status="happened", vector=b"",
    )  # fmt: skip
    quantity = Quantity("text", _span(parse, number), 225, 225, unit, None)
    return bool(figures(_part(parse), proposition, [quantity]))


def test_a_number_that_tells_which_thing_is_meant_is_told_only_of_what_is_done() -> None:
    acting = parsed(
        "A/a/DT/3/det 225-page/225-page/JJ/3/amod report/report/NN/4/nsubj asks/ask/VBZ/0/root more/more/JJR/4/obj"
    )
    done = parsed(
        "Vane/Vane/NNP/2/nsubj wrote/write/VBD/0/root a/a/DT/5/det 225-page/225-page/JJ/5/amod report/report/NN/2/obj"
    )
    assert not _told(acting, "report", "", "225-page", "page")
    assert _told(done, "Vane", "report", "225-page", "page")
    counted = parsed("225/225/CD/2/nummod ships/ship/NNS/3/nsubj left/leave/VBD/0/root")
    assert _told(counted, "ships", "", "225", "ship")
