"""What is told otherwise without being another value: hours, order, conditions, plans, strength, headlines, naming."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from consilience.model.account import Claim, Difference, Quote
from consilience.reconcile.actors_called import actors_called
from consilience.reconcile.acts_called import acts_called
from consilience.reconcile.asked_about import asked_about
from consilience.reconcile.clock import hours_told_differently
from consilience.reconcile.conditions import conditions_lost
from consilience.reconcile.headline_words import headline_words
from consilience.reconcile.library import Library
from consilience.reconcile.order_of_news import order_of_news
from consilience.reconcile.other_quotations import other_quotations
from consilience.reconcile.people_called import people_called
from consilience.reconcile.plans_in_doubt import plans_in_doubt
from consilience.reconcile.strengths import strengths

_MOST = 3  # differences of one kind that a reader is shown; those of the claims that most tellings carry come first


def told_otherwise(library: Library, claims: Sequence[Claim], quotes: Sequence[Quote]) -> Iterator[Difference]:
    """The differences that hang on how something is told, at most three of each kind."""
    for found in (
        hours_told_differently(library, claims),
        order_of_news(library),
        conditions_lost(library, quotes),
        plans_in_doubt(library, claims),
        strengths(library, claims),
        asked_about(library, claims),
        headline_words(library),
        other_quotations(library, claims),
        people_called(library, claims),
        acts_called(library),
        actors_called(library),
    ):
        yield from islice(found, _MOST)
