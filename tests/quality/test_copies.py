from quality.copies import agencies

from consilience.settings import Settings
from consilience.stories.texts import copy_text
from tests.stories.writing import ELECTION, FIRE, told


def test_a_report_is_named_by_its_copies_and_never_by_its_own_marker() -> None:
    texts = [
        copy_text(told("a", FIRE, agency="Nordwire"), None),
        copy_text(told("b", FIRE), None),
        copy_text(told("c", ELECTION, agency="Nordwire"), None),
    ]
    assert agencies(texts, Settings()) == {"a": None, "b": "Nordwire", "c": None}
