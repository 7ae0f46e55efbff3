"""Pages that hold nothing but pictures with their words."""

from __future__ import annotations

from consilience.clean.pictures import NOTE
from tests.clean.pages import BODY, kept, report

CAPTION = "People wait at the harbour of Port Ellery on March 5, 2031, ahead of the return of the boats."
SECOND = "A boat of the coast guard leaves the harbour of Port Ellery on March 5, 2031."


def test_the_captions_of_a_picture_page_are_its_text_without_their_credits() -> None:
    made = report(f"share\n{CAPTION} (Photo by Mara LIND / AFP) (Photo credit should read MARA LIND/AFP/Getty Images)")
    assert kept(made) == [CAPTION]
    assert made.agency is not None
    assert (made.agency.value, made.agency.rule) == ("Agence France-Presse", "photo credit")
    assert (made.captions, made.reason) == ((), NOTE)


def test_a_caption_printed_twice_is_kept_once() -> None:
    made = report(f"{CAPTION} (Mara Lind/AP)\n\n{SECOND} (Tom Oake/AP)\n\n{CAPTION} (Mara Lind/AP)")
    assert kept(made) == [CAPTION, SECOND]


def test_pictures_of_two_agencies_name_none() -> None:
    made = report(f"{CAPTION} (Mara Lind/AP)\n\n{SECOND} (Tom Oake/AFP)")
    assert made.agency is None


def test_beside_a_text_captions_are_no_text() -> None:
    made = report(f"Storm closes the harbour\n\n{CAPTION} (Mara Lind/AP)\n\n{BODY}")
    assert CAPTION not in kept(made)
    assert NOTE not in made.reason
