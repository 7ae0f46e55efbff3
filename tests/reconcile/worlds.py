"""A small invented story in many tellings, for tests of the last stages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from consilience.claims.align import align
from consilience.model.account import Account, Claim
from consilience.model.annotations import EntityType
from consilience.model.story import AnnotatedReport
from consilience.reconcile.account import reconcile
from consilience.reconcile.frame import frame
from consilience.settings import AccountSettings, ClaimSettings
from tests.reconcile.build import Clause, Draft, Says, made, story

NAMES: tuple[tuple[str, EntityType], ...] = (
    ("Orla Vane", "person"),
    ("Brandt Ossel", "person"),
    ("Harbour Guard", "government"),
    ("Lessing Mill", "facility"),
)


def entered(source: str, outlet: str | None = None, day: date | None = date(2031, 3, 5)) -> Draft:
    """A report that tells in its own voice that the guard entered the mill."""
    text = "The Harbour Guard entered the Lessing Mill on Tuesday."
    told = Clause(
        "The Harbour Guard entered the Lessing Mill on Tuesday", "enter", ("Harbour Guard",), ("Lessing Mill",),
        times=(("Tuesday", "weekday:1"),), places=(("Lessing Mill", "facility"),),
    )  # fmt: skip
    return Draft(source, text, (told,), NAMES, outlet=outlet, published=day)


def toll(source: str, speaker: str, number: str, value: float, outlet: str | None = None) -> Draft:
    """A report in which somebody counts the dead."""
    text = f"{speaker} said {number} workers were killed in the Lessing Mill."
    words = f"{number} workers were killed in the Lessing Mill"
    told = Clause(words, "kill", (), (), Says(speaker), counts=((number, "killed", value, value),))
    return Draft(source, text, (told,), NAMES, outlet=outlet, published=date(2031, 3, 5))


def shots(source: str, speaker: str, denied: bool, outlet: str | None = None) -> Draft:
    """A report in which somebody says or denies that the guard fired."""
    if denied:
        text = f"{speaker} said the Harbour Guard fired no live rounds at workers."
        words = "the Harbour Guard fired no live rounds at workers"
        told = Clause(words, "fire", ("Harbour Guard",), (), Says(speaker, act="denied"), "negated", True)
    else:
        text = f"{speaker} said the Harbour Guard fired live rounds at workers."
        words = "the Harbour Guard fired live rounds at workers"
        told = Clause(words, "fire", ("Harbour Guard",), (), Says(speaker, act="accused"))
    return Draft(source, text, (told,), NAMES, outlet=outlet, published=date(2031, 3, 6))


def account_of(drafts: Sequence[Draft], families: Sequence[Sequence[str]] = ()) -> Account:
    """The account of drafts as one story."""
    return account_from([made(draft) for draft in drafts], families)


def account_from(reports: Sequence[AnnotatedReport], families: Sequence[Sequence[str]] = ()) -> Account:
    """The account of annotated reports as one story."""
    whole = frame(story(reports, families), reports)
    return reconcile(whole, reports, align(whole, reports, ClaimSettings()), AccountSettings())


def claim_with(account: Account, words: str) -> Claim:
    """The one claim whose wording holds the words."""
    found = [c for c in account.claims if words in c.wording]
    assert len(found) == 1, [c.wording for c in account.claims]
    return found[0]
