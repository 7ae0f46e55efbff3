"""How often attributions of a kind were right on development data: a table of measured shares, one a kind."""

from __future__ import annotations

from consilience.attribute.drafts import RULE, Draft
from consilience.lexicons import table
from consilience.model.statement import Manner, Scope
from consilience.parses import Parse

_SURE = 700
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def kind_of_find(parse: Parse, draft: Draft, manner: Manner, scope: Scope) -> str:
    """What the table knows an attribution by: manner, scope, its clause, what found it, how sure the heads were."""
    if draft.aside is not None:
        return f"aside {draft.aside} {_clause(parse, draft)}"
    if draft.rule not in (RULE, "according to"):
        return f"rule {draft.rule}"
    if manner != "indirect":
        return manner
    if draft.rule == "according to":
        return "according to"
    sure = "sure" if draft.confidence >= _SURE else "less sure"
    return f"indirect {scope} {_clause(parse, draft)} {sure}"


def _clause(parse: Parse, draft: Draft) -> str:
    """Whether the content holds a finite verb, another verb, or none."""
    tags = {parse.tokens[i].tag for part in draft.content for i in range(*part)}
    if tags & _FINITE:
        return "clause"
    return "verb" if any(tag.startswith("V") for tag in tags) else "noun"


def certainty_of(kind: str) -> int | None:
    """Per mille of the attributions of the kind that had the right words and source; None where too few were measured."""
    found = table("certainty", "right").get(kind)
    return None if found is None else int(found)
