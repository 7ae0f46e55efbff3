"""Quotations in the account: none is told twice."""

from __future__ import annotations

from pathlib import Path

from tests.reconcile.told import account_of

_SHORT = "Vane told them that the council was ill. “I am wedded to debt and to big promises,” she said, to loud cheers."
_LONG = "“Hello, my name is the council, and I have a fault. I am wedded to debt and to big promises.”"


def test_what_stands_in_a_quotation_told_whole_is_not_told_again(tmp_path: Path) -> None:
    account = account_of(
        tmp_path,
        "Lessing opened its new bridge to traffic on Tuesday after a six-year dispute. Three hundred weavers marched over. "
        f"Mayor Orla Vane then spoke in the town hall. She said: {_LONG} The bridge cost 40 million crowns.",
        "A bridge over the Sule was opened to traffic in Lessing on Tuesday. Hundreds of weavers walked over it. "
        f"Orla Vane, the mayor, spoke later. {_SHORT}",
        f"The new bridge in Lessing was opened on Tuesday. Mayor Orla Vane gave a speech. {_SHORT} {_LONG} she added.",
    )
    told = ["".join(piece.text for piece in sentence.pieces) for sentence in account.sentences]
    assert sum("wedded to debt" in text or "my name is" in text for text in told) == 1, told


def test_a_long_quotation_is_told_to_the_end_of_its_sentence(tmp_path: Path) -> None:
    said = (
        "“The ferry company has broken its promise, and the ferrymen of Lessing have nine months of wages to claim. You are "
        "the proof of it, all of you here tonight. Whatever we may think about the bridge, whatever we call the weavers and "
        "their long walk over it, we owe the ferrymen our thanks,” said Orla Vane, the mayor."
    )
    account = account_of(
        tmp_path,
        f"The ferry company in Lessing was closed on Tuesday. {said} The feast cost nine crowns.",
        f"A ferry company was closed in Lessing on Tuesday. {said} Bakers gave bread.",
    )
    told = ["".join(piece.text for piece in sentence.pieces) for sentence in account.sentences]
    quoted = [text for text in told if "broken its promise" in text]
    assert quoted, told
    assert all(text.endswith("nine months of wages to claim.”") for text in quoted), quoted
