"""Words torn apart by a tokeniser are shown joined, and what only looks torn stays."""

from __future__ import annotations

import pytest

from consilience.present.typeset import closed, typeset


@pytest.mark.parametrize(
    ("torn", "shown"),
    [
        ("Vane ran 4, 183 yards with 4: 43 left", "Vane ran 4,183 yards with 4:43 left"),
        ("a. 38-caliber pistol lay there at 7 p. m.", "a .38-caliber pistol lay there at 7 p.m."),
        ("The miller ’ s barn in L. A. burnt , too .", "The miller’s barn in L.A. burnt, too."),
        ("He said \" never again '' and left", 'He said "never again" and left'),
        ("prices rose by 5. 9 percent", "prices rose by 5.9 percent"),
        ('“ It was dark, ” he said. "', '“It was dark,” he said. "'),
    ],
)
def test_what_was_torn_is_joined(torn: str, shown: str) -> None:
    assert typeset(torn) == shown


@pytest.mark.parametrize(
    "whole",
    [
        "On May 2, 300 people came",
        "In 1978, 300 people came",
        "numbers 1, 2, 300 and 4",
        "Section 9. 12 were hurt",
        "the weavers' hall",
        'an open " mark',
    ],
)
def test_what_only_looks_torn_stays(whole: str) -> None:
    assert typeset(whole) == whole


@pytest.mark.parametrize(
    ("cut", "shown"),
    [
        ("“We never left, the miller said", "“We never left, the miller said”"),
        ("It was dark, ” said the miller", "“It was dark, ” said the miller"),
        ('It was dark, " said the miller', '"It was dark, " said the miller'),
        ('the miller called it "a dark night', 'the miller called it "a dark night"'),
        ("“It was dark,” he said", "“It was dark,” he said"),
    ],
)
def test_a_lone_mark_gets_its_fellow(cut: str, shown: str) -> None:
    assert closed(cut) == shown
