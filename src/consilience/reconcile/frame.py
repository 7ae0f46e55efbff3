"""What holds over a whole story: its actors, the day and the place of the happening, and which report fixes them."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.model.story import Actor, AnnotatedReport, Story, StoryFrame
from consilience.reconcile.anchors import fixed_times, main_day, story_anchors
from consilience.reconcile.entities import actors_of, name_key
from consilience.reconcile.places import main_place
from consilience.settings import ActorSettings


def frame(story: Story, reports: Sequence[AnnotatedReport], by_hand: ActorSettings | None = None) -> StoryFrame:
    """The frame of a story; `reports` are its members in any order, `by_hand` what the user said of actors."""
    members = tuple(sorted(reports, key=lambda r: (r.report.source, r.report.id)))
    tellings = {member: family.id for family in story.families for member in family.reports}
    fixed = fixed_times(members, story_anchors(members))
    day = main_day(members, fixed, tellings)
    place = main_place(members, tellings)
    actors = actors_of(members, tellings, by_hand)
    return StoryFrame(
        story=story,
        actors=actors,
        day=day.moment,
        day_passage=day.passage,
        day_because=day.because,
        place=place.name,
        place_passage=place.passage,
        place_because=place.because,
        times=fixed,
        joined=_joined(actors, by_hand.one_origin if by_hand is not None else ()),
    )


def _joined(actors: Sequence[Actor], listed: Sequence[tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    """Pairs of actors whose names the user put on one list of origins."""
    named: dict[str, str] = {}
    for actor in actors:
        for name in (actor.name, *actor.aliases):
            named.setdefault(name_key(name), actor.id)
    known = ([named[name_key(name)] for name in names if name_key(name) in named] for names in listed)
    return tuple((ids[0], other) for ids in known for other in ids[1:] if other != ids[0])
