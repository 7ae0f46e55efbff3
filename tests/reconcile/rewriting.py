"""One invented report worded anew by rule: each sentence in one of several wordings, filler put in, a sentence left out."""

from __future__ import annotations

import random

_SENTENCES = (
    (
        "A landslide buried the road between Varnholt and Estrell on Tuesday night, {toll} people were killed.",
        "{Toll} people died when a slope above the road from Varnholt to Estrell gave way on Tuesday night.",
        "On the road that joins Varnholt and Estrell a landslide killed {toll} people on Tuesday night.",
        "{Toll} people lost their lives on the Varnholt to Estrell road, which a landslide covered on Tuesday night.",
    ),
    (
        "Rescuers pulled 23 survivors from three buses.",
        "Three buses were caught, and 23 passengers were brought out alive.",
        "From three trapped buses helpers freed 23 people.",
        "Helpers dug out 23 survivors who had been sitting in three buses.",
    ),
    (
        "The mine at Gorm Ridge had been blasting until Monday.",
        "Until Monday explosives had been set off in the Gorm Ridge mine.",
        "Blasting at Gorm Ridge, a mine, went on until Monday.",
        "Charges were fired in the pit at Gorm Ridge as late as Monday.",
    ),
    (
        "Ostra Mining knew of cracks in the slope for 14 months.",
        "For 14 months Ostra Mining had known that the slope was cracked.",
        "The cracks in the hillside were no news to Ostra Mining, which had known of them for 14 months.",
        "Ostra Mining was aware of fissures above the road for 14 months.",
    ),
    (
        "Governor Hela Brandt closed the valley to traffic.",
        "No cars may enter the valley, on the orders of Governor Hela Brandt.",
        "Hela Brandt, the governor, shut the valley for all traffic.",
        "All traffic in the valley was stopped by Governor Hela Brandt.",
    ),
    (
        "About 600 villagers are sleeping in the school of Estrell.",
        "In the school of Estrell some 600 villagers found a bed.",
        "Some 600 people from the villages spend the night in the Estrell school.",
        "The school at Estrell has taken in about 600 villagers.",
    ),
    (
        "One of the villagers said that the slope had been groaning for weeks.",
        "The slope had been groaning for weeks, a resident of Estrell said.",
        "A neighbour said the slope had groaned for weeks.",
        "For weeks the slope had groaned, a shepherd said.",
    ),
    (
        "Engineers need 9 days to clear the road.",
        "It will take engineers 9 days until the road is free.",
        "The road will be cleared in 9 days, engineers reckon.",
        "Clearing the road is a task of 9 days for the engineers.",
    ),
)
_FILLER = (
    "People are shocked.", "It is a dark hour for the whole region.", "Questions remain.", "Nobody had expected it.",
    "The weather stayed dry.", "Many are asking how this could happen.",
)  # fmt: skip


def rewritten(number: int, toll: str = "eleven") -> str:
    """The report in its `number`-th wording; the same number gives the same text."""
    choose = random.Random(number)
    chosen = [choose.choice(wordings).format(toll=toll, Toll=toll.capitalize()) for wordings in _SENTENCES]
    if number % 3 == 1:
        del chosen[choose.randrange(2, len(chosen))]
    if number % 2 == 1:
        chosen.insert(choose.randrange(1, len(chosen)), choose.choice(_FILLER))
    if number % 5 == 4:
        at = choose.randrange(2, len(chosen) - 1)
        chosen[at], chosen[at + 1] = chosen[at + 1], chosen[at]
    return "\n".join(chosen)


def pure(number: int) -> str:
    """The report in its `number`-th wording throughout, from 0 to 3: no two of these share a wording."""
    return "\n".join(wordings[number].format(toll="eleven", Toll="Eleven") for wordings in _SENTENCES)
