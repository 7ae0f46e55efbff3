"""All drafts of one part: what the heads and the rules find, and what of it is set aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consilience.attribute.block import with_blocks
from consilience.attribute.bounds import with_bounds
from consilience.attribute.continued import with_quotations, with_reason
from consilience.attribute.drafts import Draft, from_heads
from consilience.attribute.headlines import headline_sources
from consilience.attribute.labelled import labelled_lines
from consilience.attribute.merge import merged
from consilience.attribute.quoted import with_second_hand
from consilience.attribute.relayed import with_tellers
from consilience.attribute.reported import by_rules
from consilience.attribute.sieve import called_by_name, held_back
from consilience.attribute.sources import with_sources
from consilience.model.annotations import PartAnnotations
from consilience.parses import Parse
from consilience.quotation import Quotation
from consilience.settings import AttributeSettings


def find_drafts(
    parse: Parse, quotes: Sequence[Quotation], part: PartAnnotations, settings: AttributeSettings
) -> tuple[list[Draft], list[Draft]]:
    """The drafts of one part that are statements, and those that are set aside."""
    likely = [a for a in part.attributions if a.confidence >= settings.least_confidence]
    drafts = merged(parse, quotes, from_heads(parse, quotes, likely), by_rules(parse, quotes))
    drafts = with_bounds(parse, quotes, with_second_hand(parse, with_tellers(parse, with_sources(parse, drafts))))
    lines = labelled_lines(parse, quotes, part.names)
    heads = [h for h in headline_sources(parse, part.names) if not any(_same_place(h, line) for line in lines)]
    labelled = [*heads, *lines]
    drafts = [d for d in with_blocks(parse, drafts) if not any(_same_place(d, label) for label in labelled)]
    judged = [
        replace(d, aside=held_back(parse, quotes, d)) for draft in drafts for d in with_reason(parse, quotes, draft)
    ]
    judged = [replace(d, aside=None) if _named_within(d, judged) else d for d in judged]
    kept = [*labelled, *(d for d in judged if d.aside is None)]
    return with_quotations(parse, quotes, part.paragraphs, kept), [d for d in judged if d.aside is not None]


def _named_within(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a naming opens what somebody else tells: "the envoys denounced what N. N. called “…”" gives N. N. the words."""
    if draft.aside != called_by_name.__name__ or draft.source is None or draft.cue is None:
        return False
    before = draft.source.first - 1
    return any(d.aside is None and d.source != draft.source and d.content[0].first == before for d in drafts)


def _same_place(draft: Draft, label: Draft) -> bool:
    """Whether a draft spans the content of a line that carries its speaker, or is cued by the same mark."""
    first, last = draft.content[0].first, draft.content[-1].last
    spans = first <= label.content[0].first and last >= label.content[0].last
    return spans or (draft.cue is not None and draft.cue == label.cue)
