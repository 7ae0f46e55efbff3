from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from consilience.model.spans import Span
from consilience.neural.tokens import LONGEST_RUN, tokenise

CASES = [
    ("The mayor didn't resign.", "The mayor did n't resign ."),
    ("Port Selm’s harbour won’t reopen", "Port Selm ’s harbour wo n’t reopen"),
    ("They cannot and they're gonna", "They can not and they 're gon na"),
    ("I couldn't've known", "I could n't 've known"),
    ("the fishermen's and sailors' rights", "the fishermen 's and sailors ' rights"),
    ("a long-term, state-run plan", "a long - term , state - run plan"),
    ("anti-ship and non-profit re-elected mid-1980s", "anti-ship and non-profit re-elected mid-1980s"),
    ("US$5m, $10,000.50 and €7", "US$ 5 m , $ 10,000.50 and € 7"),
    ("50% of 60km", "50 % of 60 km"),
    ("Mr. J. R. Onda of the U.S. Senate met Dr. Vell", "Mr. J. R. Onda of the U.S. Senate met Dr. Vell"),
    ("No. 7 opens on Sept. 5 at 10:30 a.m. sharp", "No. 7 opens on Sept. 5 at 10:30 a.m. sharp"),
    ("He came at 3 p.m.", "He came at 3 p.m ."),
    ("She left the U.S.", "She left the U.S ."),
    ("He said no.", "He said no ."),
    ("See https://example.org/a-b?c=1. Then go", "See https://example.org/a-b?c=1 . Then go"),
    ("Write to a.b@example.org!", "Write to a.b@example.org !"),
    ("the site example.com, again", "the site example.com , again"),
    ("Well... “yes,” he said — no…", "Well ... “ yes , ” he said — no …"),
    ("the 1950-53 war, 2-1, on 3/4/2019", "the 1950 - 53 war , 2 - 1 , on 3/4/2019"),
    ("the 21st, the 1990s and the '90s", "the 21st , the 1990s and the '90s"),
    ("(AP) [sic] and/or R&D", "( AP ) [ sic ] and / or R&D"),
    ("O'Hara D'Arcy 'quoted' rock", "O'Hara D'Arcy ' quoted ' rock"),
    ("'We will,' she said", "' We will , ' she said"),
    ("Stop!!! Why?!", "Stop !!! Why ?!"),
    ("@norland #selm", "@norland #selm"),
    ("name\u0301e 😀😀 \u200bdone\x00", "name\u0301e 😀😀 done"),
    ("  \u00a0 \n\t", ""),
    ("see plan_v2.doc and NOTES.XLS, or .pdf", "see plan_v2.doc and NOTES.XLS , or .pdf"),
    ("post in misc.harbours.north, please", "post in misc.harbours.north , please"),
    ("Vell@NORLAND wrote <<Fwd>> :) =( ^_^", "Vell@NORLAND wrote << Fwd >> :) =( ^_^"),
    ("Call (555) 123-4567 or 1-555-123-4567, +47 22", "Call ( 555 ) 123-4567 or 1-555-123-4567 , +47 22"),
    ("the 1980's, 2020s and 16.3mm, 20minutes", "the 1980's , 2020s and 16.3 mm , 20 minutes"),
    ("ships, ports, etc. They left at 5 p.m. Then", "ships , ports , etc . They left at 5 p.m . Then"),
    ("at 5 p.m. Monday, ships etc. and more", "at 5 p.m. Monday , ships etc. and more"),
    ("its a port in its bay; im sure Im Sol", "it s a port in its bay ; i m sure Im Sol"),
    ("thats what theyre told. No. Nobody", "that s what they re told . No . Nobody"),
    ("That wasn'ta ship. f*** it", "That was n't a ship . f*** it"),
    ("Norland 's port and 's-Selm", "Norland 's port and ' s - Selm"),
    ("left.? Why,? w/o ships", "left .? Why ,? w/o ships"),
    ("Read The Sun. He did", "Read The Sun . He did"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words_are_split_as_in_the_treebanks(text: str, expected: str) -> None:
    found = tokenise(text, Span(0, len(text)))
    assert " ".join(text[a:b] for a, b in found) == expected


@example("\u0e01 a", 0, 3)  # a letter among the ranges of marks
@given(st.text(max_size=80), st.integers(0, 10), st.integers(0, 80))
@settings(deadline=None)
def test_tokens_lie_in_order_inside_the_paragraph_and_leave_no_letter_out(text: str, first: int, length: int) -> None:
    paragraph = Span(min(first, len(text)), min(first + length, len(text)))
    found = tokenise(text, paragraph)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(paragraph.start <= s.start < s.end <= paragraph.end for s in found)
    covered = {i for span in found for i in range(*span)}
    letters = {i for i in range(*paragraph) if text[i].isalnum() or (text[i].isprintable() and text[i] in ",.;")}
    assert letters <= covered


@given(st.text(max_size=60))
@settings(deadline=None)
def test_no_token_holds_white_space(text: str) -> None:
    assert not any(c.isspace() for a, b in tokenise(text, Span(0, len(text))) for c in text[a:b])


@pytest.mark.parametrize("run", ["a", ".", "a.", "1,", "'s", "@a", "http://a/", "é-"])
def test_a_million_characters_without_a_space_stay_one_token(run: str) -> None:
    """But for a full stop at the end of the paragraph, which is a token like any other."""
    text = run * (1_000_000 // len(run))
    assert tokenise(text, Span(0, len(text)))[0].end >= len(text) - 1


@pytest.mark.parametrize("run", ["a.", "1,", "a-", "a@", "'s", "a_.", "(1"])
def test_the_longest_runs_that_are_split_stay_cheap(run: str) -> None:
    text = " ".join([run * (LONGEST_RUN // len(run) - 1)] * 20)
    assert len(tokenise(text, Span(0, len(text)))) <= len(text)
