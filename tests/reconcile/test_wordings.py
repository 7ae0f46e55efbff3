"""A claim's wording read alone: whole, not turned round, with whom a pronoun means; phrases that tell nothing are none."""

from __future__ import annotations

from pathlib import Path

import pytest

import consilience
from consilience.model.account import Claim

_AROUND = (
    "The mill at Lessing was closed on Monday after a week of rain.\n\n"
    "{}\n\n"
    "Workers carried the sacks of grain to the church by hand.\n"
)


def _claims(folder: Path, sentence: str) -> list[Claim]:
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(_AROUND.format(sentence), "utf-8")
    return [claim for account in consilience.read([str(folder)]).accounts for claim in account.claims]


@pytest.mark.parametrize(
    ("sentence", "wording"),
    [
        (
            "Mayor Orla Vane opened the bridge just days after the guards had left the town.",
            "Mayor Orla Vane opened the bridge just days after the guards had left the town",
        ),
        (
            "Mayor Orla Vane opened the gates that the guards had locked in March.",
            "Mayor Orla Vane opened the gates that the guards had locked in March",
        ),
        (
            "The miller, who had slept badly, sold nine sacks of flour to the baker on Monday.",
            "The miller, who had slept badly, sold nine sacks of flour to the baker on Monday",
        ),
        (
            "However, the baker bought nine sacks of flour on Tuesday.",
            "the baker bought nine sacks of flour on Tuesday",
        ),
        (
            "If the river rises, the town will close the bridge on Friday.",
            "If the river rises, the town will close the bridge on Friday",
        ),
        (
            "Orla Vane became the first mayor to visit Norland in March since the old dam broke in 1990.",
            "Orla Vane became the first mayor to visit Norland in March since the old dam broke in 1990",
        ),
        (
            "The feast in the old mill comes days after warnings that the weavers are seeking to buy the upper bridge.",
            "The feast in the old mill comes days after warnings that the weavers are seeking to buy the upper bridge",
        ),
        (
            "The ferry struck the pier at such a high speed that its bell came off.",
            "The ferry struck the pier at such a high speed that its bell came off",
        ),
        (
            "Neither guild has announced any official grain sales, militia training agreements, or other similar barters at "
            "noon, though the fair has yet to end.",
            "Neither guild has announced any official grain sales, militia training agreements, or other similar barters at "
            "noon",
        ),
    ],
)
def test_a_wording_is_whole(tmp_path: Path, sentence: str, wording: str) -> None:
    assert wording in [claim.wording.rstrip(".") for claim in _claims(tmp_path, sentence)]


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("The mayor said that she did not think the baker stole the flour.", "the baker stole the flour"),
        ("If the guards burn the mill, the weavers will leave the town.", "the guards burn the mill"),
        ("The baker bought an oven that had belonged to the old miller.", "had belonged to the old miller"),
    ],
)
def test_no_claim_tells_what_its_sentence_does_not(tmp_path: Path, sentence: str, never: str) -> None:
    claims = _claims(tmp_path, sentence)
    assert claims
    assert not [c.wording for c in claims if c.wording.rstrip(".").removeprefix("that ") == never]
    assert not [c.wording for c in claims if c.wording.startswith("an oven")]


@pytest.mark.parametrize(
    ("sentence", "legible"),
    [
        (
            "Mayor Orla Vane came to the mill at noon. She promised nine new pumps to the weavers.",
            "She [Orla Vane] promised nine new pumps to the weavers",
        ),
        ("Mayor Orla Vane said that she had ordered nine new pumps for the weavers.", ""),
    ],
)
def test_whom_a_pronoun_means_stands_in_brackets(tmp_path: Path, sentence: str, legible: str) -> None:
    told = [claim for claim in _claims(tmp_path, sentence) if "nine new pumps" in claim.wording]
    assert told
    shown = {claim.legible.rstrip(".") for claim in told}
    assert legible in shown
    for claim in told:
        bare = claim.legible.replace(" [Orla Vane]", "") or claim.wording
        assert bare == claim.wording


_TOLD_TWICE = [
    (
        "Officers recovered the stolen bell, Sergeant Ode Harl told the Gazette, which weighs 90 kilograms.",
        "The bell is a fine one: bronze, 90 kilograms, cast in 1701 by a founder whose name is lost.",
        "founder",
    ),
    (
        "Police said the lost ferry was found in a shed at Lessing.",
        "The lost ferry was found in a shed at Lessing at the end of a long and costly search by nine divers.",
        "divers",
    ),
    (
        "Orla Vane visited Norland in July 2000 for a talk with the king.",
        "Orla Vane is believed to have visited Norland only once before, in 2000.",
        "only",
    ),
    (
        "Late on Monday night, the mayor said, Orla Vane ran to the mill at Lessing, in the upper town beyond the three "
        "bridges, past the bakers, weavers and millers.",
        "Frightened by the howling of wild dogs in the dark orchard, Orla Vane ran to the mill at Lessing.",
        "dogs",
    ),
    (
        "The marches came amid a strike in Lessing that grounded all ferries and shut down schools.",
        "Monday's strike in Lessing grounded ferries, shut smithies, bakeries and breweries.",
        "smithies",
    ),
]


@pytest.mark.parametrize(("one", "other", "alone"), _TOLD_TWICE)
def test_what_one_telling_adds_is_not_in_the_wording_of_a_claim_of_several(
    tmp_path: Path, one: str, other: str, alone: str
) -> None:
    for name, sentence in (("a", one), ("b", other)):
        (tmp_path / f"{name}.txt").write_text(f"{sentence}\n\nThe town of Lessing lies between two rivers.\n", "utf-8")
    claims = [claim for account in consilience.read([str(tmp_path)]).accounts for claim in account.claims]
    shared = [c for c in claims if len({s.report for s in c.support}) > 1]
    assert shared
    assert not [c.wording for c in shared if alone in c.wording]


def test_who_says_i_or_we_stands_before_the_words(tmp_path: Path) -> None:
    claims = _claims(tmp_path, '"We will open nine new mills in Lessing," said Orla Vane, the mayor.')
    told = [c for c in claims if "nine new mills" in c.wording and "said" not in c.wording]
    assert told
    assert {c.legible.rstrip(".,") for c in told} == {"[Orla Vane:] We will open nine new mills in Lessing"}


def test_nobody_is_put_in_for_a_pronoun_that_may_be_the_speaker(tmp_path: Path) -> None:
    sentence = "Piet Harl came to the mill. Mayor Brandt Ossel said that he had sold nine new pumps to the weavers."
    told = [c for c in _claims(tmp_path, sentence) if "nine new pumps" in c.wording]
    assert told
    assert not [c.legible for c in told if "Ossel said" in c.wording and "[" in c.legible]


def test_a_relative_clause_that_tells_news_is_told_of_its_noun(tmp_path: Path) -> None:
    sentence = "Orla Vane, who opened the bridge at Lessing on Monday, said the mill was closed."
    told = {claim.wording.rstrip(".") for claim in _claims(tmp_path, sentence)}
    assert "Orla Vane […] opened the bridge at Lessing on Monday" in told


def test_a_land_and_a_motto_are_no_speaker(tmp_path: Path) -> None:
    claims = _claims(
        tmp_path, '"The US sent nine new pumps to Lessing under the motto In Flood We Trust," said Orla Vane.'
    )
    assert [c for c in claims if "nine new pumps" in c.wording]
    assert not [c.legible for c in claims if "Orla Vane:" in c.legible]


def _read(folder: Path, sentence: str) -> list[str]:
    return [claim.legible or claim.wording for claim in _claims(folder, sentence)]


def test_what_is_only_denied_says_so(tmp_path: Path) -> None:
    sentence = "Mayor Orla Vane denied that marksmen had been posted on the roof of the granary."
    (shown,) = [words for words in _read(tmp_path, sentence) if "marksmen" in words]
    assert shown.startswith("[denied:]") or "denied" in shown


def test_no_name_is_put_in_where_somebody_else_was_named_last(tmp_path: Path) -> None:
    sentence = (
        "Orla Vane spoke first. Dr Mara Lind had not slept when a reporter met her on Wednesday. Her story was short."
    )
    assert not any("[Orla Vane" in words for words in _read(tmp_path, sentence))


def test_words_of_another_claim_are_not_told_by_the_way(tmp_path: Path) -> None:
    sentence = "Miller Orla Vane, who was present at the talks between the towns, confirmed that “the toll will fall.”"
    shown = [words for words in _read(tmp_path, sentence) if "toll" not in words]
    assert "Miller Orla Vane […] was present at the talks between the towns" in shown


@pytest.mark.parametrize(
    "sentence",
    [
        "The guild has warned the town against the dam, and officials have repeated that warning.",
        "“It would be rude of us to speak for the guild. That is their right,” Mayor Orla Vane said.",
    ],
)
def test_what_only_points_at_words_told_before_is_no_claim(tmp_path: Path, sentence: str) -> None:
    wordings = [claim.wording for claim in _claims(tmp_path, sentence)]
    assert any("guild" in wording for wording in wordings)
    assert not any(wording.startswith(("officials have", "That is")) for wording in wordings)


def test_a_quotation_that_goes_on_is_shown_to_go_on(tmp_path: Path) -> None:
    said = "“it would be rude to speak for the guild. We are guests.”"
    sentence = f"Mayor Orla Vane did not say when the dam would open as {said}"
    shown = [claim.legible or claim.wording for claim in _claims(tmp_path, sentence)]
    assert any("as “it would be rude" in wording for wording in shown)
    assert not any(wording.count("“") > wording.count("”") for wording in shown)
